import type { Page } from '@playwright/test';
import { WORK, activeRow, apparatus, expect, marksIn, open, row, test, words } from './page.ts';

const editor = (page: Page) => page.getByRole('dialog', { name: 'Mark an error' });
const own = (page: Page) => page.locator('lesart-status-line .own');
const chosen = (page: Page) => words(page, 'chosen');

/** Marks words of the active paragraph by keys alone; returns how many keys it took. */
async function markByKeys(
  page: Page,
  keys: readonly string[],
  category: string,
  severity: string,
): Promise<number> {
  const pressed = ['m', ...keys, 'Enter', category, severity];
  await page.keyboard.press('m');
  await expect.poll(() => chosen(page)).not.toEqual([]);
  for (const key of keys) await page.keyboard.press(key);
  await page.keyboard.press('Enter');
  await expect(editor(page)).toBeVisible();
  await page.keyboard.press(category);
  await page.keyboard.press(severity);
  await expect(editor(page)).toHaveCount(0);
  return pressed.length;
}

test('ten errors are marked by the keyboard alone, and are there after a reload', async ({ page }, info) => {
  await open(page, `${WORK}?p=i01`);
  await expect(activeRow(page)).toBeInViewport();
  await expect(page.locator('lesart-status-line')).toContainText('214 marks');
  let keys = 0;
  const start = Date.now();
  for (let index = 0; index < 10; index += 1) {
    const steps = Array.from({ length: index + 1 }, () => 'ArrowRight');
    keys += await markByKeys(page, steps.slice(0, 3), String((index % 9) + 1), 'nmjc'[index % 4] ?? 'n');
    await page.keyboard.press('j');
    keys += 1;
  }
  info.annotations.push({
    type: 'ten marks',
    description: `${String(keys)} keys, ${((Date.now() - start) / 1000).toFixed(1)} s`,
  });
  await expect(own(page)).toContainText('10 entries of yours, saved on this device');
  await page.reload();
  await expect(own(page)).toContainText('10 entries of yours, saved on this device');
  await expect(page.locator('lesart-status-line')).toContainText('224 marks');
});

test('words are chosen by word, by sentence and in the next column', async ({ page }) => {
  await open(page, `${WORK}?p=a07`);
  await page.keyboard.press('m');
  await expect.poll(() => chosen(page)).not.toEqual([]);
  await expect.poll(async () => (await chosen(page)).join('')).toBe('Wir');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(async () => (await chosen(page)).join('')).toBe('wollen weiter');
  await page.keyboard.press('s');
  await expect
    .poll(async () => (await chosen(page)).join(''))
    .toBe('Wir wollen weiter aufholen und letztendlich genauso wettbewerbsfähig sein wie andere Unternehmen');
  await page.keyboard.press('Tab');
  await expect.poll(() => words(page, 'chosen', row(page, 'a07').locator('.cell').nth(1))).toEqual(['We']);
  await page.keyboard.press('Escape');
  await expect.poll(() => chosen(page)).toEqual([]);
  await expect(activeRow(page)).toBeFocused();
});

test('selected words are marked with the mouse, with a comment, better words and a name', async ({
  page,
}) => {
  await open(page, `${WORK}?p=i02`);
  const text = row(page, 'n04').locator('p').first();
  await text.scrollIntoViewIfNeeded();
  await text.dblclick({ position: { x: 60, y: 12 } });
  await page.locator('.markit').click();
  await expect(editor(page).locator('q')).toHaveText('Kerngedanken');
  await editor(page).getByRole('button', { name: 'Unidiomatic' }).click();
  await editor(page).getByRole('button', { name: 'Minor' }).click();
  await editor(page).getByLabel('Comment').fill('Zu akademisch <b>');
  await editor(page).getByLabel('Better words').fill('Kernaussagen');
  await editor(page).getByLabel('Your name').fill('Ada');
  await editor(page).getByRole('button', { name: 'Mark Ctrl' }).click();
  const card = apparatus(page).locator('lesart-mark-card').filter({ hasText: 'Zu akademisch <b>' });
  await expect(card).toBeVisible();
  await expect(card).toContainText('Kernaussagen');
  await expect(card).toContainText('Ada');
  await expect.poll(() => words(page, 'on', row(page, 'n04'))).toEqual(['Kerngedanken']);
  expect(await words(page, 'minor', row(page, 'n04'))).toEqual(['Kerngedanken']);
});

test('a mark is edited and taken back, each can be undone and redone, also after a reload', async ({
  page,
}) => {
  await open(page, `${WORK}?p=n04`);
  await markByKeys(page, ['ArrowRight'], '1', 'm');
  const shows = (...marks: readonly string[]) =>
    expect
      .poll(async () =>
        (await marksIn(page, row(page, 'n04').locator('.cell').first())).map(
          (mark) => `${mark.name} ${mark.words}`,
        ),
      )
      .toEqual(marks);
  await shows('minor Kerngedanken');
  await apparatus(page).getByRole('button', { name: 'Edit' }).click();
  const edit = page.getByRole('dialog', { name: 'Edit the mark' });
  await edit.getByRole('button', { name: 'Critical' }).click();
  await edit.getByRole('button', { name: 'Mark Ctrl' }).click();
  await shows('critical Kerngedanken');
  await page.keyboard.press('Control+z');
  await shows('minor Kerngedanken');
  await page.keyboard.press('Control+Shift+z');
  await shows('critical Kerngedanken');
  await apparatus(page).getByRole('button', { name: 'Take back' }).click();
  await shows();
  await page.reload();
  await expect(page.locator('.row').first()).toBeVisible();
  await shows();
  await page.keyboard.press('Control+z');
  await shows('critical Kerngedanken');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await shows();
});

test('another tab shows a mark at once, whichever was open first', async ({ page, context }) => {
  await open(page, `${WORK}?p=n04`);
  const other = await context.newPage();
  await open(other, `${WORK}?p=n04`);
  await page.bringToFront();
  await markByKeys(page, ['ArrowRight'], '1', 'j');
  await expect.poll(() => words(other, 'major', row(other, 'n04'))).toEqual(['Kerngedanken']);
  await other.bringToFront();
  await markByKeys(other, ['ArrowRight', 'ArrowRight'], '5', 'm');
  await expect.poll(() => words(page, 'minor', row(page, 'n04'))).toEqual(['lauten']);
  await other.close();
});

test('where storage is denied, marks are kept in the tab and can be saved to a file', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(IDBFactory.prototype, 'open', {
      value: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  });
  await open(page, `${WORK}?p=n04`);
  await markByKeys(page, ['ArrowRight'], '1', 'j');
  await expect.poll(() => words(page, 'major', row(page, 'n04'))).toEqual(['Kerngedanken']);
  await expect(page.getByRole('alert')).toContainText('kept in this tab');
  // Why, and what to do.
  await expect(page.getByRole('alert')).toContainText('Allow this site to store data');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save to a file' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('mistral-interview-contributions.jsonl');
  const stream = await download.createReadStream();
  let text = '';
  for await (const chunk of stream) text += String(chunk);
  expect(JSON.parse(text.trim()).spans[0].quote.exact).toBe('Kerngedanken');
});

test('who only reads loads nothing of the log', async ({ page }) => {
  const scripts: string[] = [];
  page.on('request', (request) => scripts.push(request.url()));
  await open(page, WORK);
  await page.keyboard.press('n');
  await expect.poll(() => words(page, 'on')).not.toEqual([]);
  expect(scripts.filter((url) => /contribution-log|mark-editor|word-choice/.test(url))).toEqual([]);
});
