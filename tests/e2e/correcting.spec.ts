import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { WORK, activeRow, apparatus, expect, open, row, test } from './page.ts';

const AUTHOR = 'Łukasz Żółć';

const editor = (page: Page) => page.locator('lesart-correction-editor');
const field = (page: Page) => editor(page).getByRole('textbox', { name: 'Corrected text' });
const history = (page: Page) => page.locator('lesart-correction-history');
const cards = (page: Page) => history(page).locator('lesart-proposal-card');
const status = (page: Page) => cards(page).last().locator('.status');
const accepted = (page: Page) => page.locator('lesart-status-line').getByText(/corrections? accepted/);

async function openEditor(page: Page, paragraph: string): Promise<string> {
  await open(page, `${WORK}?p=${paragraph}`);
  await page.keyboard.press('e');
  await expect(field(page)).toBeFocused();
  return field(page).inputValue();
}

async function saveByKeys(page: Page): Promise<void> {
  const name = editor(page).locator('.author');
  if (await name.count()) await name.fill(AUTHOR);
  await field(page).press('Control+Enter');
  await expect(editor(page)).toHaveCount(0);
}

async function accept(page: Page): Promise<void> {
  await apparatus(page).getByText('Proposals and history', { exact: true }).click();
  await cards(page).last().getByRole('button', { name: 'Accept', exact: true }).click();
  await expect(status(page)).toHaveText('accepted');
}

test('a paragraph is parted by Enter; accepted, it is two in the history', async ({ page }) => {
  const text = await openEditor(page, 'a07');
  const first = text.slice(0, text.indexOf('. ') + 1);
  await field(page).evaluate((area: HTMLTextAreaElement, at) => {
    area.setSelectionRange(at, at + 1);
  }, first.length);
  await field(page).press('Enter');
  await expect(field(page)).toHaveValue(`${first}\n${text.slice(first.length + 1)}`);
  await expect(editor(page).locator('#lines')).toContainText('2 paragraphs');
  await expect(editor(page).locator('.sign')).toHaveCount(1);

  const { violations } = await new AxeBuilder({ page }).options({ preload: false }).analyze();
  expect(violations).toEqual([]);
  await saveByKeys(page);
  await accept(page);
  await expect(cards(page).last()).toContainText('Makes 2 paragraphs of it.');
  await expect(cards(page).last().locator('p.plain')).toHaveText([first, text.slice(first.length + 1)]);
});

test('two paragraphs are joined by a key; who accepts one accepts both', async ({ page }) => {
  const text = await openEditor(page, 'a07');
  await expect(accepted(page)).toHaveText('53 corrections accepted');
  await field(page).press('Alt+j');
  await expect(editor(page)).toContainText('Makes one paragraph of paragraphs 35 and 36.');
  const joined = await field(page).inputValue();
  expect(joined.startsWith(`${text} `)).toBe(true);
  await saveByKeys(page);
  await accept(page);
  await expect(cards(page).last()).toContainText('Takes in paragraph 36.');
  await expect(accepted(page)).toHaveText('55 corrections accepted');

  await page.keyboard.press('j');
  await expect(apparatus(page)).toContainText('Apparatus · paragraph 36');
  await expect(status(page)).toHaveText('accepted');
  await expect(cards(page).last()).toContainText('Goes with paragraph 35');
});

test('what was corrected before is offered for a sentence that says nearly the same', async ({ page }) => {
  const before = await openEditor(page, 'k03');
  const offer = editor(page).locator('.memory li').first();
  // A loaded machine takes its time to look through the corrections of all works.
  await expect(offer).toContainText('made for', { timeout: 20_000 });
  const words = await offer.locator('.read').first().innerText();
  expect(before).not.toContain(words);
  await offer.getByRole('button', { name: 'Use it' }).press('Enter');
  await expect.poll(() => field(page).inputValue()).toContain(words);
  // What stands in the text is offered no more.
  await expect(editor(page).locator('.memory').getByText(words, { exact: true })).toHaveCount(0);
  await expect(editor(page).locator('lesart-diff-text ins').first()).toBeVisible();
});

test('a double click on the number of a paragraph opens it', async ({ page }) => {
  await open(page, `${WORK}?p=a07`);
  const number = row(page, 'q08').locator('.gutter');
  await number.scrollIntoViewIfNeeded();
  await number.dblclick();
  await expect(field(page)).toBeFocused();
  await expect(editor(page)).toContainText('Correct paragraph 36');
  await expect(activeRow(page)).toHaveAttribute('data-row', 'q08');
});

test('what checks find is said while the text is typed, and no more once it is mended', async ({ page }) => {
  await openEditor(page, 'a07');
  const fresh = editor(page).locator('.findings[role="status"]');
  await expect(fresh).toHaveText('');
  await field(page).press('Control+Home');
  await field(page).pressSequentially('Ja und und nein. ');
  await expect(fresh).toContainText('Worth a look');
  await fresh.getByRole('button', { name: 'und und' }).click();
  await expect(field(page)).toBeFocused();
  expect(
    await field(page).evaluate((area: HTMLTextAreaElement) =>
      area.value.slice(area.selectionStart, area.selectionEnd),
    ),
  ).toBe('und und');
  await page.keyboard.type('und');
  await expect(fresh).toHaveText('');
  await page.keyboard.press('Escape');
  await expect(editor(page)).toHaveCount(0);
});
