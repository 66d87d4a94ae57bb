import { execFileSync } from 'node:child_process';
import { WORK, activeRow, apparatus, chip, expect, open, row, test } from './page.ts';

test('the language follows the browser', async ({ browser }) => {
  const page = await browser.newPage({ locale: 'de-AT' });
  await open(page, WORK);
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await expect(page.getByRole('heading', { name: 'Apparat · Absatz' })).toBeVisible();
  await page.close();
});

test('the language can be chosen and stays chosen', async ({ page }) => {
  await open(page, WORK);
  await page.getByRole('combobox', { name: 'Language of the interface' }).selectOption('de');
  await expect(page.getByRole('heading', { name: 'Apparat · Absatz' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Apparat · Absatz' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
});

test('the text grows with the reading size, and the size is remembered', async ({ page }) => {
  await open(page, WORK);
  const size = () =>
    row(page, 'n02')
      .locator('p')
      .first()
      .evaluate((text) => getComputedStyle(text).fontSize);
  expect(await size()).toBe('16px');
  await page.getByRole('button', { name: 'Reading settings' }).click();
  await page.getByRole('combobox', { name: 'Text size' }).selectOption('1.3');
  expect(await size()).toBe('20.8px');
  await page.reload();
  await expect(page.locator('.row').first()).toBeVisible();
  expect(await size()).toBe('20.8px');
});

test('the first load fetches no more scripts than the size check counts', async ({ page }) => {
  const fetched = new Set<string>();
  page.on('request', (request) => {
    const name = new URL(request.url()).pathname.split('/').pop() ?? '';
    if (name.endsWith('.js')) fetched.add(name);
  });
  await open(page, `${WORK}?p=a07`);
  await expect(apparatus(page).locator('del').first()).toBeVisible();
  const counted = execFileSync('node', ['tools/size.mjs'], { encoding: 'utf8' });
  // The size check counts the largest interface language, whichever this one is.
  const uncounted = [...fetched].filter((name) => !counted.includes(name) && !name.startsWith('en-'));
  expect(uncounted).toEqual([]);
});

test('print has all columns and rows side by side and nothing of the interface', async ({ page }) => {
  await open(page, `${WORK}?p=a07`);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.row')).toHaveCount(56);
  await expect(page.locator('.panel')).toBeHidden();
  await expect(page.locator('lesart-variant-bar')).toBeHidden();
  await expect(page.locator('lesart-map-strip')).toBeHidden();
  const pdf = await page.pdf({ format: 'A4' });
  const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? [];
  expect(pages.length).toBeGreaterThan(4);
  expect(pages.length).toBeLessThan(20);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('a touch on a row opens the sheet, and the row stays in sight above it', async ({ page }) => {
    await open(page, WORK);
    await expect(page.locator('.handle')).toBeVisible();
    await expect(apparatus(page)).toBeHidden();
    await row(page, 'n02').locator('.cell').first().tap();
    await expect(apparatus(page)).toBeVisible();
    await expect(activeRow(page)).toBeInViewport();
    await page.locator('.handle').tap();
    await expect(apparatus(page)).toBeHidden();
  });

  test('columns snap: one fills the screen, a swipe turns to the next', async ({ page }) => {
    await open(page, `${WORK}?p=n02`);
    const scroller = page.locator('.scroller');
    expect(await scroller.evaluate((element) => getComputedStyle(element).scrollSnapType)).toContain(
      'x mandatory',
    );
    await expect(row(page, 'n02').locator('.cell').first()).toBeInViewport({ ratio: 0.9 });
    await scroller.evaluate((element) => {
      element.scrollBy({ left: 250 });
    });
    await expect
      .poll(() =>
        row(page, 'n02')
          .locator('.cell')
          .nth(1)
          .evaluate((cell) => Math.round(cell.getBoundingClientRect().left)),
      )
      .toBeLessThan(80);
    await expect(row(page, 'n02').locator('.cell').nth(1)).toBeInViewport({ ratio: 0.9 });
  });

  test('chips are large enough to touch', async ({ page }) => {
    await open(page, WORK);
    const box = await chip(page, 'English').boundingBox();
    expect(box?.height ?? 0).toBeGreaterThanOrEqual(24);
  });
});
