import type { Page } from '@playwright/test';
import { WORK, apparatus, expect, open, row, test, words } from './page.ts';

const editor = (page: Page) => page.getByRole('dialog', { name: 'Mark an error' });
const chosen = (page: Page) => words(page, 'chosen');
const cell = (page: Page, paragraph: string, column: number) =>
  row(page, paragraph).locator('.cell').nth(column);

/** Starts choosing words by keys, and presses more of them. */
async function choose(page: Page, ...keys: readonly string[]): Promise<void> {
  await page.keyboard.press('m');
  await expect.poll(() => chosen(page)).not.toEqual([]);
  for (const key of keys) await page.keyboard.press(key);
}

/** Finishes the mark in the editor by its two keys. */
async function finish(page: Page, category: string, severity: string): Promise<void> {
  await page.keyboard.press('Enter');
  await expect(editor(page)).toBeVisible();
  await page.keyboard.press(category);
  await page.keyboard.press(severity);
  await expect(editor(page)).toHaveCount(0);
}

test('one mark links words of two languages, by the keyboard alone', async ({ page }) => {
  await open(page, `${WORK}?p=n04`);
  await choose(page, 'ArrowRight', 'Space', 'Tab', 'ArrowRight');
  await finish(page, '1', 'j');
  await expect.poll(() => words(page, 'on', cell(page, 'n04', 0))).toEqual(['Kerngedanken']);
  await expect.poll(() => words(page, 'on', cell(page, 'n04', 1))).toHaveLength(1);
  await expect(apparatus(page).locator('lesart-mark-card')).toHaveCount(1);
});

test('one mark covers two stretches of a paragraph', async ({ page }) => {
  await open(page, `${WORK}?p=a07`);
  await choose(page, 'Space', 'ArrowRight', 'ArrowRight');
  await finish(page, '5', 'm');
  await expect.poll(() => words(page, 'on', cell(page, 'a07', 0))).toEqual(['Wir', 'aufholen']);
});

test('an omission is marked at its gap, and the gap is there after a reload', async ({ page }) => {
  await open(page, `${WORK}?p=n04`);
  await choose(page, 'ArrowRight', 'g', 'Space', 'Tab');
  await finish(page, '2', 'j');
  const gap = cell(page, 'n04', 0).locator('.gap');
  await expect(gap).toBeVisible();
  await expect(apparatus(page).locator('lesart-mark-card')).toContainText('‸');
  await page.reload();
  await expect(gap).toBeVisible();
  const before = await cell(page, 'n04', 0).locator('p').textContent();
  expect(before).not.toContain('‸');
});

test('the end of a mark is moved by a word while it is made and when it is edited', async ({ page }) => {
  await open(page, `${WORK}?p=a07`);
  await choose(page, 'ArrowRight', 'Enter');
  await expect(editor(page)).toBeVisible();
  await page.keyboard.press('Alt+ArrowRight');
  await expect(editor(page).locator('.quotes')).toContainText('wollen weiter');
  await page.keyboard.press('7');
  await page.keyboard.press('m');
  await expect.poll(() => words(page, 'on', row(page, 'a07'))).toEqual(['wollen weiter']);
  await apparatus(page).getByRole('button', { name: 'Edit' }).click();
  const edit = page.getByRole('dialog', { name: 'Edit the mark' });
  await edit.getByRole('button', { name: 'Start one word later' }).click();
  await edit.getByRole('button', { name: /^Mark / }).click();
  await expect.poll(() => words(page, 'on', row(page, 'a07'))).toEqual(['weiter']);
});

test('the same error is carried over to other languages, each confirmed or rejected, and undone at once', async ({
  page,
}) => {
  await open(page, `${WORK}?p=n04&v=de,en,fr`);
  await choose(page, 'ArrowRight');
  await finish(page, '1', 'm');
  await apparatus(page).getByRole('button', { name: 'The same error elsewhere' }).click();
  const dialog = page.getByRole('dialog', { name: 'The same error elsewhere?' });
  await expect(dialog.getByRole('listitem', { name: 'Français' })).toBeVisible();
  await dialog.getByRole('listitem', { name: 'English' }).getByRole('button', { name: 'Reject' }).click();
  await dialog.getByRole('listitem', { name: 'Français' }).getByRole('button', { name: 'Confirm' }).click();
  await dialog.getByRole('button', { name: 'Make 1 mark' }).click();
  await expect.poll(() => words(page, 'minor', cell(page, 'n04', 2))).toHaveLength(1);
  expect(await words(page, 'minor', cell(page, 'n04', 1))).toEqual([]);
  await page.keyboard.press('Control+z');
  await expect.poll(() => words(page, 'minor', cell(page, 'n04', 2))).toEqual([]);
  await expect.poll(() => words(page, 'minor', cell(page, 'n04', 0))).toHaveLength(1);
});

test('a paragraph that is no translation at all is marked as a whole', async ({ page }) => {
  await open(page, `${WORK}?p=n04`);
  await choose(page, 'Enter');
  await editor(page).getByLabel('More categories').selectOption('non-translation');
  await editor(page).getByRole('button', { name: 'Critical' }).click();
  await editor(page)
    .getByRole('button', { name: /^Mark / })
    .click();
  const text = (await cell(page, 'n04', 0).locator('p').textContent())?.trim();
  await expect.poll(async () => (await words(page, 'on', cell(page, 'n04', 0))).join('')).toBe(text);
});

test('another typology is chosen for the work and stays chosen; every category is explained', async ({
  page,
}) => {
  await open(page, `${WORK}?p=n04`);
  await choose(page, 'Enter');
  await editor(page).getByText('Typology: A short set').click();
  await editor(page).locator('.typology select').selectOption('wmt');
  await expect(editor(page).getByRole('button', { name: /Critical/ })).toHaveCount(0);
  await editor(page).getByRole('button', { name: 'Omission' }).hover();
  await expect(editor(page).locator('#meaning')).toContainText('Example');
  await page.keyboard.press('Escape');
  await page.reload();
  await expect(page.locator('.row').first()).toBeVisible();
  await choose(page, 'Enter');
  await expect(editor(page).getByText(/^Typology: The categories of WMT/)).toBeVisible();
});

test('a typology of one’s own that cannot be read says where and why; the marks go on', async ({ page }) => {
  await open(page, `${WORK}?p=n04`);
  await choose(page, 'Enter');
  await editor(page).getByText('Typology: A short set').click();
  await editor(page)
    .locator('.own-typology')
    .setInputFiles({
      name: 'mine.json',
      mimeType: 'application/json',
      buffer: Buffer.from('{"id":"wmt","entries":['),
    });
  await expect(editor(page).getByRole('alert')).toContainText('mine.json');
  await editor(page)
    .locator('.own-typology')
    .setInputFiles({
      name: 'house.json',
      mimeType: 'application/json',
      buffer: Buffer.from(
        '{"id":"house","name":{"en":"House style"},"entries":[{"category":"style","name":{"en":"Clumsy"}}]}',
      ),
    });
  await expect(editor(page).getByRole('button', { name: 'Clumsy 1' })).toBeVisible();
  await editor(page).locator('h2').focus();
  await page.keyboard.press('1');
  await page.keyboard.press('m');
  await expect.poll(() => words(page, 'minor', cell(page, 'n04', 0))).toHaveLength(1);
});

test('a paragraph is rated as a whole, and the rating is there after a reload', async ({ page }) => {
  await open(page, `${WORK}?p=n04`);
  const rate = apparatus(page).getByText('Rate the whole paragraph');
  await rate.click();
  const slider = apparatus(page).getByRole('slider');
  await slider.focus();
  for (let step = 0; step < 5; step += 1) await page.keyboard.press('ArrowRight');
  await apparatus(page).getByRole('button', { name: 'Save the rating' }).click();
  await expect(apparatus(page).locator('lesart-paragraph-rating li').last()).toContainText('55');
  await page.reload();
  await rate.click();
  await expect(slider).toHaveValue('55');
});
