import type { Page } from '@playwright/test';
import {
  WORK,
  activeRow,
  apparatus,
  chip,
  clickMark,
  expect,
  expectInView,
  open,
  parameter,
  pressToMark,
  row,
  test,
  words,
} from './page.ts';

const scrollTop = (page: Page) =>
  page.locator('.scroller').evaluate((element) => Math.round(element.scrollTop));

test('a click on a mark in any paragraph brings its whole explanation on screen', async ({ page }) => {
  await open(page, WORK);
  for (const id of ['n02', 'k05', 'i03', 'a02', 'a08b', 'a12c', 'a13b']) {
    await clickMark(page, row(page, id), -1);
    const card = apparatus(page).locator('article.on');
    await expect(card).toHaveCount(1);
    await expect(card).toBeInViewport({ ratio: 0.95 });
  }
});

test('Escape closes the note, the settings and the chosen mark, one at a time', async ({ page }) => {
  await open(page, `${WORK}?p=a07`);
  await clickMark(page, row(page, 'a07'));
  await page.locator('.head .about').first().click();
  const note = page.locator('.head .note').first();
  await expect(note).toBeVisible();
  await expect(note).toContainText('A machine made this text');
  await page.keyboard.press('Escape');
  await expect(note).toBeHidden();
  expect(await words(page, 'on', row(page, 'a07'))).toHaveLength(1);
  await page.keyboard.press('Escape');
  await expect.poll(() => words(page, 'on')).toEqual([]);
  await page.getByRole('button', { name: 'Reading settings' }).click();
  const settings = page.getByRole('dialog', { name: 'Reading settings' });
  await expect(settings).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(settings).toBeHidden();
});

test('Back returns to the paragraph before and to the columns before', async ({ page }) => {
  await open(page, WORK);
  await row(page, 'n02').locator('.cell').nth(1).click();
  await expect(activeRow(page)).toHaveAttribute('data-row', 'n02');
  await row(page, 'n03').locator('.cell').nth(1).click();
  await expect(activeRow(page)).toHaveAttribute('data-row', 'n03');
  await chip(page, 'Français').click();
  await expect(page.locator('.head strong')).toHaveText(['Deutsch', 'English', 'Français']);
  await page.goBack();
  await expect(page.locator('.head strong')).toHaveText(['Deutsch', 'English']);
  await page.goBack();
  await expect(activeRow(page)).toHaveAttribute('data-row', 'n02');
  await page.goForward();
  await expect(activeRow(page)).toHaveAttribute('data-row', 'n03');
});

test('stepping goes on from what is on screen after scrolling away', async ({ page }) => {
  await open(page, `${WORK}?p=section`);
  await page.locator('.scroller').evaluate((element) => {
    element.scrollTop = 4000;
  });
  await expect(row(page, 'section')).not.toBeInViewport();
  await page.keyboard.press('j');
  await expect(activeRow(page)).toBeInViewport();
  expect(await scrollTop(page)).toBeGreaterThan(3000);
  await page.locator('.scroller').evaluate((element) => {
    element.scrollTop = 1500;
  });
  await expect(activeRow(page)).not.toBeInViewport();
  await page.keyboard.press('n');
  await expectInView(page, 'on');
  expect(await scrollTop(page)).toBeLessThan(3000);
});

test('page keys scroll the text on arrival, and arrows scroll the apparatus when it has the focus', async ({
  page,
}) => {
  await open(page, WORK);
  await page.keyboard.press('PageDown');
  await expect.poll(() => scrollTop(page)).toBeGreaterThan(200);
  await page.keyboard.press('Shift+Space');
  await expect.poll(() => scrollTop(page)).toBeLessThan(200);
  await apparatus(page).focus();
  await page.keyboard.press('ArrowDown');
  await expect(activeRow(page)).toHaveCount(0);
  await expect.poll(() => apparatus(page).evaluate((element) => element.scrollTop)).toBeGreaterThan(0);
});

test('the legend shows and hides the marks of a severity, and stepping keeps to it', async ({ page }) => {
  await open(page, WORK);
  expect((await words(page, 'minor')).length).toBeGreaterThan(10);
  for (const severity of ['major', 'minor', 'neutral'])
    await page.locator('.legend button', { hasText: severity }).click();
  await expect.poll(() => words(page, 'neutral minor major')).toEqual([]);
  await expect(page).toHaveURL(/s=critical/);
  await page.keyboard.press('n');
  await expectInView(page, 'on');
  expect(await words(page, 'critical')).toContain((await words(page, 'on'))[0]);
  await page.reload();
  await expect.poll(() => words(page, 'critical')).not.toEqual([]);
  expect(await words(page, 'minor')).toEqual([]);
});

test('marked words are readable in forced colours, light and dark, and told apart by their lines', async ({
  page,
}) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ forcedColors: 'active', colorScheme });
    await open(page, `${WORK}?p=a07`);
    for (const severity of ['critical', 'major', 'minor']) {
      const { ink, ground, paper } = await page
        .locator(`.row mark.${severity}`)
        .first()
        .evaluate((mark) => ({
          ink: getComputedStyle(mark).color,
          ground: getComputedStyle(mark).backgroundColor,
          paper: getComputedStyle(document.documentElement).backgroundColor,
        }));
      expect(ground).toBe(paper);
      expect(ink).not.toBe(ground);
    }
  }
});

test('a column on its way says so, and no row jumps when it arrives', async ({ page }) => {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/works/mistral-interview/el.md', async (route) => {
    await held;
    await route.continue();
  });
  await open(page, `${WORK}?p=a07`);
  await expect(activeRow(page)).toBeInViewport();
  const top = () => activeRow(page).evaluate((element) => Math.round(element.getBoundingClientRect().top));
  await chip(page, 'Ελληνικά').click();
  await expect(page.locator('.head').nth(2)).toContainText('on its way');
  await expect(page.getByText('could not be read')).toHaveCount(0);
  const before = await top();
  release();
  await expect(row(page, 'a07').locator('.cell').nth(2)).toContainText('Θέλουμε');
  await expect.poll(top).toBe(before);
});

test('a link with columns in other scripts lands on its row though their fonts come late', async ({
  page,
}) => {
  await page.route('**/*.woff2', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 700));
    await route.continue();
  });
  await open(page, `${WORK}?p=a07&v=de,sa,ru,el`);
  await page.evaluate(() => document.fonts.ready);
  const gap = () =>
    activeRow(page).evaluate((element) => {
      const head = (element.getRootNode() as ShadowRoot).querySelector('.heads');
      return Math.round(element.getBoundingClientRect().top - (head?.getBoundingClientRect().bottom ?? 0));
    });
  await page.waitForTimeout(1500);
  expect(await gap()).toBeGreaterThanOrEqual(-1);
  await expect(activeRow(page)).toBeInViewport();
});

test('all fifteen variants and the back-translation can stand beside each other', async ({ page }) => {
  await open(page, WORK);
  const chips = page.locator('lesart-variant-bar button[aria-pressed="false"]');
  const missing = await chips.count();
  for (let index = 0; index < missing; index += 1) await chips.first().click();
  await expect(page.locator('.head strong')).toHaveCount(16);
  await expect(page.locator('.head').filter({ hasText: 'on its way' })).toHaveCount(0);
  for (const cell of await row(page, 'a07').locator('.cell').all())
    expect((await cell.innerText()).length).toBeGreaterThan(40);
});

test('the page itself never scrolls, however long the apparatus is', async ({ page }) => {
  await open(page, `${WORK}?p=a12c`);
  await expect(apparatus(page).locator('del').first()).toBeVisible();
  const overflow = () => page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
  expect(await overflow()).toBe(0);
  await page.keyboard.press('c');
  expect(await overflow()).toBe(0);
});

test('with a mark chosen, the map, Home and the next marks are reached all the same', async ({ page }) => {
  await open(page, `${WORK}?s=critical`);
  const seen = new Set<string>();
  for (let step = 0; step < 4; step += 1) {
    await pressToMark(page, 'n');
    seen.add(parameter(page, 'p'));
  }
  expect([...seen]).toEqual(['k05', 'i03', 'a07', 'a13b']);
  await page.keyboard.press('Home');
  await expect(row(page, 'section')).toBeInViewport();
  await page.keyboard.press('n');
  await page.locator('lesart-map-strip .cell').nth(50).click();
  await expect(activeRow(page)).toBeInViewport();
  expect(await scrollTop(page)).toBeGreaterThan(3000);
});

test('a reload comes back to what was on screen', async ({ page }) => {
  await open(page, WORK);
  await page.locator('.scroller').evaluate((element) => {
    element.scrollTop = 4000;
  });
  await page.waitForTimeout(500);
  await page.reload();
  await expect(page.locator('.row').first()).toBeAttached();
  await expect.poll(() => scrollTop(page)).toBeGreaterThan(3400);
});

test('a search opens one guest column at a time and takes it away again; the chain is searched too', async ({
  page,
}) => {
  await open(page, WORK);
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('融资');
  await expect(page.locator('output')).toContainText('of');
  await page.keyboard.press('Enter');
  await expect(page.locator('.head strong')).toHaveText(['Deutsch', 'English', '简体中文']);
  await page.getByRole('searchbox').fill('Αρτούρ');
  await expect(page.locator('output')).toContainText('Ελληνικά');
  await page.keyboard.press('Enter');
  await expect(page.locator('.head strong')).toHaveText(['Deutsch', 'English', 'Ελληνικά']);
  await page.keyboard.press('Escape');
  await expect(page.locator('.head strong')).toHaveText(['Deutsch', 'English']);
});

test('a query with a hyphen is found', async ({ page }) => {
  await open(page, WORK);
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('Open-Source');
  await expect.poll(() => words(page, 'found')).not.toEqual([]);
});

test('the help names every key in words at the first opening', async ({ page }) => {
  await page.route('**/later-*.js', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 800));
    await route.continue();
  });
  await open(page, WORK);
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'How to read this page' });
  await expect(help).toContainText('Next paragraph');
  await expect(help).not.toContainText('keys.');
});
