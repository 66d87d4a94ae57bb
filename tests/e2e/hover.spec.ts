import type { Page } from '@playwright/test';
import { WORK, expect, open, row, test, words } from './page.ts';

/** Rests the pointer on the first occurrence of a word in a paragraph of a column. */
async function hover(page: Page, paragraph: string, variant: string, word: string): Promise<void> {
  const text = row(page, paragraph).locator(`p[data-variant="${variant}"]`);
  await text.scrollIntoViewIfNeeded();
  const { x, y } = await text.evaluate((element, wanted) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.nodeValue!.indexOf(wanted);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      const { left, top, width, height } = range.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    }
    throw new Error(`no ${wanted}`);
  }, word);
  // A move from elsewhere: a pointer that is there already rests.
  await page.mouse.move(x, y - 3);
  await page.mouse.move(x, y);
}

const lit = async (page: Page) => [await words(page, 'word'), await words(page, 'counterpart')];
/** The counterpart takes the worker's start and its learning. */
const LEARNING = { timeout: 20_000 };

test('a word under the pointer lights up the one that says the same, both ways, and no longer than it is there', async ({
  page,
}) => {
  await open(page, WORK);
  await hover(page, 'k05', 'de', 'Qualität');
  await expect.poll(() => lit(page), LEARNING).toEqual([['Qualität'], ['quality']]);
  await hover(page, 'k05', 'en', 'quality');
  await expect.poll(() => lit(page)).toEqual([['quality'], ['Qualität']]);
  await hover(page, 'k05', 'de', 'reguliert');
  await expect.poll(() => lit(page)).toEqual([['reguliert'], ['regulated']]);
  await page.mouse.move(3, 3);
  await expect.poll(() => lit(page)).toEqual([[], []]);
});

test('w switches that off, a reload remembers it, and w switches it on again', async ({ page }) => {
  await open(page, WORK);
  await hover(page, 'k05', 'de', 'Qualität');
  await expect.poll(() => lit(page), LEARNING).toEqual([['Qualität'], ['quality']]);
  await page.keyboard.press('w');
  await expect.poll(() => lit(page)).toEqual([[], []]);
  const workers: string[] = [];
  await page.reload();
  page.on('request', (request) => {
    if (request.url().includes('word-lights')) workers.push(request.url());
  });
  await expect(row(page, 'k05')).toBeVisible();
  await hover(page, 'k05', 'de', 'reguliert');
  await page.waitForTimeout(500);
  expect(await lit(page)).toEqual([[], []]);
  expect(workers).toEqual([]);
  await page.keyboard.press('w');
  await hover(page, 'k05', 'de', 'Qualität');
  await expect.poll(() => lit(page), LEARNING).toEqual([['Qualität'], ['quality']]);
});

test('the word that the keyboard stands on lights up its counterparts too', async ({ page }) => {
  await open(page, `${WORK}?p=k05`);
  await page.keyboard.press('m');
  await expect.poll(() => words(page, 'chosen')).toEqual(['Nicht']);
  await page.keyboard.press('End');
  await expect.poll(() => words(page, 'chosen')).toEqual(['kontrollieren']);
  await expect.poll(() => words(page, 'counterpart perhaps'), LEARNING).toEqual(['control']);
  await page.keyboard.press('Escape');
  await expect.poll(() => lit(page)).toEqual([[], []]);
});

test('a new column’s words light up too', async ({ page }) => {
  await open(page, WORK);
  await hover(page, 'k05', 'de', 'Qualität');
  await expect.poll(() => lit(page), LEARNING).toEqual([['Qualität'], ['quality']]);
  await page.locator('lesart-variant-bar button').filter({ hasText: 'Français' }).click();
  await expect(row(page, 'k05').locator('p[data-variant="fr"]')).toBeVisible();
  await hover(page, 'k05', 'de', 'Qualität');
  await expect.poll(() => lit(page), LEARNING).toEqual([['Qualität'], ['quality', 'qualité']]);
});

test('a changed sentence is narrowed down to the words that the change is in, and no row moves', async ({
  page,
}) => {
  await open(page, `${WORK}?p=k05`);
  const text = row(page, 'k05').locator('p[data-variant="de"]');
  await expect.poll(() => words(page, 'shifted far', text)).not.toEqual([]);
  const before = await words(page, 'shifted far', text);
  expect(await words(page, 'touched', text)).toEqual([]);
  const place = await text.boundingBox();
  await expect.poll(() => words(page, 'touched', text), LEARNING).not.toEqual([]);
  const after = [...(await words(page, 'touched', text)), ...(await words(page, 'shifted far', text))];
  expect(after).not.toEqual(before);
  for (const word of await words(page, 'touched', text))
    expect(before.some((sentence) => sentence.includes(word) && sentence.length > word.length)).toBe(true);
  expect(await text.boundingBox()).toEqual(place);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('a touch lights up nothing', async ({ page }) => {
    await open(page, WORK);
    await row(page, 'n02').locator('p').first().tap();
    await page.waitForTimeout(500);
    expect(await lit(page)).toEqual([[], []]);
  });
});
