import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { WORK, apparatus, chip, clickMark, expect, open, openFaults, row, test, words } from './page.ts';

const check = async (page: Page): Promise<void> => {
  // Axe reads style sheets through elements of its own, which the page's policy forbids.
  const { violations } = await new AxeBuilder({ page })
    .options({ preload: false })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`)).toEqual([]);
};

const views: Record<string, (page: Page) => Promise<void>> = {
  'the first view': async (page) => {
    await open(page, WORK);
  },
  'a paragraph with a mark': async (page) => {
    await open(page, `${WORK}?p=a07`);
    await expect(apparatus(page).locator('del').first()).toBeVisible();
    await clickMark(page, row(page, 'a07'));
  },
  'the correction comparator': async (page) => {
    await open(page, `${WORK}?p=a08b&c=correction`);
    await expect(apparatus(page).locator('del').first()).toBeVisible();
  },
  'the search': async (page) => {
    await open(page, `${WORK}?q=Modell`);
    await expect.poll(() => words(page, 'found')).not.toEqual([]);
    await page.keyboard.press('Enter');
  },
  'the help': async (page) => {
    await open(page, WORK);
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog')).toBeVisible();
  },
  'the reading settings': async (page) => {
    await open(page, WORK);
    await page.getByRole('button', { name: 'Reading settings' }).click();
    await expect(page.getByRole('dialog', { name: 'Reading settings' })).toBeVisible();
  },
  'the statistics': async (page) => {
    await page.goto(`${WORK}?view=statistics`);
    await expect(page.locator('lesart-statistics-view section').first()).toBeVisible();
  },
  'the library': async (page) => {
    await open(page, WORK);
    await page.keyboard.press('l');
    await expect(page.getByRole('dialog', { name: 'Library' })).toBeVisible();
  },
  'a part that could not be loaded': async (page) => {
    await page.route('**/assets/library-dialog-*.js', (route) => route.abort());
    await open(page, WORK);
    await page.keyboard.press('l');
    await expect(page.getByRole('alert')).toBeVisible();
  },
  faults: async (page) => {
    await page.route('**/contributions.jsonl', (route) => route.fulfill({ body: '{' }));
    await open(page, WORK);
    await openFaults(page);
  },
  'a work that cannot be opened': async (page) => {
    await page.route('**/work.json', (route) => route.fulfill({ body: '{' }));
    await page.goto(WORK);
    await expect(page.getByRole('alert')).toBeVisible();
  },
};

for (const scheme of ['light', 'dark'] as const) {
  for (const [name, show] of Object.entries(views)) {
    test(`axe finds nothing on ${name} (${scheme})`, async ({ page, allowErrors }) => {
      allowErrors.allowed.push(/ERR_FAILED/);
      await page.emulateMedia({ colorScheme: scheme });
      await show(page);
      await check(page);
    });
  }

  test(`axe finds nothing on a phone, with the sheet closed and open (${scheme})`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.emulateMedia({ colorScheme: scheme });
    await open(page, `${WORK}?p=a07`);
    await check(page);
    await page.locator('.handle').click();
    await expect(apparatus(page).locator('del').first()).toBeVisible();
    await check(page);
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await expect(page.getByRole('button', { name: 'Help and keys' })).toBeVisible();
    await check(page);
  });
}

test('nothing is lost at 320 pixels, as at 400 % zoom', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await open(page, `${WORK}?p=a07`);
  await expect(row(page, 'a07').locator('.cell').first()).toBeInViewport();
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Help and keys' })).toBeInViewport({ ratio: 1 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await chip(page, 'Deutsch').focus();
});
