import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { WORK, expect, marksIn, open, row, test } from './page.ts';

const view = (page: Page) => page.locator('lesart-alignment-view');
const cell = (page: Page, id: string, variant: string) =>
  view(page).locator(`tr[data-row="${id}"] td[data-variant="${variant}"]`);
const news = (page: Page) => view(page).locator('.news');
const tally = (page: Page) => view(page).locator('.tally');
const focused = (page: Page) => view(page).locator('td:focus');

/** Presses a key in the table, and waits until it is told what it did. */
async function does(page: Page, key: string, says: RegExp): Promise<void> {
  await page.keyboard.press(key);
  await expect(news(page)).toHaveText(says);
}

/** The words of a cell, without the caret. */
const words = (page: Page, id: string, variant: string) => cell(page, id, variant).locator('.stretch');

test('the alignment is corrected by keys alone, taken back, and kept', async ({ page }) => {
  await open(page, `${WORK}?p=a01&v=de,en`);
  const german = await row(page, 'a01').locator('[lang=de]').first().innerText();
  await page.keyboard.press('b');
  await expect(view(page).locator('tbody tr')).toHaveCount(56);
  await expect(page).toHaveTitle(/^Alignment – /);
  await expect(view(page).locator('p.aside')).toHaveCount(0);
  // One stop for Tab: the row that was read.
  for (let times = 0; times < 12 && !(await focused(page).count()); times += 1)
    await page.keyboard.press('Tab');
  await expect(cell(page, 'a01', 'de')).toBeFocused();

  await does(page, 'Control+ArrowDown', /^Column shifted down/);
  await expect(cell(page, 'a01', 'de')).toHaveText(/no words/);
  await expect(focused(page)).toContainText(german.slice(0, 40));
  await does(page, 'Shift+Enter', /^Split/);
  await expect(tally(page)).toContainText('58 rows');
  await does(page, 'Backspace', /^Joined/);
  await expect(tally(page)).toContainText('57 rows');
  await does(page, 'c', /^Row confirmed/);
  await expect(tally(page)).toContainText('1 confirmed');

  // All of it is taken back, step by step.
  for (const rows of ['57 rows', '58 rows', '57 rows', '56 rows']) {
    await page.keyboard.press('Control+z');
    await expect(tally(page)).toContainText(rows);
  }
  await does(page, 'Control+z', /^There is nothing to undo/);
  await does(page, 'Control+Shift+z', /^Done again/);
  await expect(tally(page)).toContainText('57 rows');

  // It is a contribution like any other.
  await page.reload();
  await expect(tally(page)).toContainText('57 rows');
  await expect(cell(page, 'a01', 'de')).toHaveText(/no words/);
});

test('marks stay with their words when these go to another row, and come back with them', async ({
  page,
}) => {
  await open(page, `${WORK}?p=a01&v=de,en`);
  const before = (await marksIn(page, row(page, 'a01'))).filter(({ column }) => column === 0);
  expect(before).not.toEqual([]);
  const marked = before.map((each) => each.words);
  await page.keyboard.press('b');
  await cell(page, 'a01', 'de').focus();
  await does(page, 'Control+ArrowDown', /^Column shifted down/);
  const next = await focused(page).locator('xpath=..').getAttribute('data-row');
  expect(next).not.toBe('a01');
  await page.keyboard.press('b');
  const inColumn = async (id: string) =>
    (await marksIn(page, row(page, id))).filter(({ column }) => column === 0).map((each) => each.words);
  await expect.poll(() => inColumn(next!)).toEqual(marked);
  await page.keyboard.press('Control+z');
  await expect.poll(() => inColumn('a01')).toEqual(marked);
});

test('a shifted column is put right by aligning the rest again, and that is one step to take back', async ({
  page,
}) => {
  await page.goto(`${WORK}?view=alignment&v=de,en`);
  await expect(view(page).locator('p.aside')).toHaveCount(0);
  await cell(page, 'a01', 'en').focus();
  const english = await words(page, 'a01', 'en').innerText();
  await does(page, 'Control+ArrowDown', /^Column shifted down/);
  await view(page).getByRole('button', { name: 'Align the rest again' }).click();
  await expect(news(page)).toHaveText(/rows? changed/, { timeout: 40_000 });
  await expect(words(page, 'a01', 'en')).toHaveText(english);
  await view(page).getByRole('button', { name: 'Undo' }).click();
  await expect(cell(page, 'a01', 'en')).toHaveText(/no words/);
});

test('the review page leads to it', async ({ page }) => {
  await page.goto(`${WORK}?view=review`);
  await page.getByRole('link', { name: 'Check the alignment' }).click();
  await expect(view(page)).toBeVisible();
  await expect(page).toHaveURL(/view=alignment/);
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`axe finds nothing on it (${colorScheme}), also on a phone`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto(`${WORK}?view=alignment&p=a01&v=de,en,ja`);
    await cell(page, 'a01', 'de').focus();
    await does(page, 'c', /^Row confirmed/);
    const found = async () =>
      (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => [id, nodes[0]?.html]);
    expect(await found()).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await found()).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
