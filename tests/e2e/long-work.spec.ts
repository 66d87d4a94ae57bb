import { expect, open, row, test } from './page.ts';

const ROWS = 5000;
const WORDS = 'der die das und ein Modell Sprache Übersetzung Fehler Absatz lesen prüfen vergleichen'.split(
  ' ',
);

/** Deterministic text of changing length. */
const sentence = (seed: number, words: string[]): string =>
  Array.from(
    { length: 8 + (seed % 90) },
    (_word, index) => words[(seed * 7 + index * 3) % words.length],
  ).join(' ') + '.';

const variant = (words: string[]): string =>
  Array.from(
    { length: ROWS },
    (_row, index) => `<!-- p${String(index)} paragraph -->\n${sentence(index, words)}\n`,
  ).join('\n');

test.beforeEach(async ({ page }) => {
  const work = {
    slug: 'long',
    title: { en: 'A long work' },
    date: '2026-01-01',
    credit: 'generated',
    source: { en: 'Generated for this test.' },
    subject: 'de',
    reference: 'en',
    variants: [
      { id: 'de', lang: 'de', label: 'Deutsch', provenance: 'machine', status: 'complete', listed: true },
      { id: 'en', lang: 'en', label: 'English', provenance: 'human', status: 'complete', listed: true },
    ],
  };
  await page.route('**/works/long/work.json', (route) => route.fulfill({ json: work }));
  await page.route('**/works/long/contributions.jsonl', (route) => route.fulfill({ body: '' }));
  await page.route('**/works/long/de.md', (route) =>
    route.fulfill({ body: variant(WORDS), contentType: 'text/markdown' }),
  );
  await page.route('**/works/long/en.md', (route) =>
    route.fulfill({
      body: variant('the a model language translation error paragraph read check compare'.split(' ')),
      contentType: 'text/markdown',
    }),
  );
});

test('5,000 rows scroll to their end with a bounded number of nodes', async ({ page }) => {
  await open(page, '/long');
  const scroller = page.locator('.scroller');
  await expect.poll(() => scroller.evaluate((element) => element.scrollHeight)).toBeGreaterThan(200_000);
  let most = 0;
  for (let step = 1; step <= 20; step += 1) {
    await scroller.evaluate((element, share) => {
      element.scrollTop = element.scrollHeight * share;
    }, step / 20);
    await expect(page.locator('.row').first()).toBeVisible();
    most = Math.max(most, await page.locator('.row').count());
  }
  expect(most).toBeLessThan(80);
  await expect(row(page, `p${String(ROWS - 1)}`)).toBeInViewport();
  const cells = await page.locator('lesart-map-strip .cell').count();
  expect(cells).toBeLessThanOrEqual(160);
});

test('a link far into a long work lands on its row', async ({ page }) => {
  await open(page, '/long?p=p3456');
  await expect(row(page, 'p3456')).toBeInViewport();
  await page.keyboard.press('j');
  await expect(row(page, 'p3457')).toBeFocused();
  await expect(row(page, 'p3457')).toBeInViewport();
  await page.keyboard.press('End');
  await expect(row(page, `p${String(ROWS - 1)}`)).toBeInViewport();
});

test('rows stay in order and meet without gap or overlap while scrolling', async ({ page }) => {
  await open(page, '/long?p=p2000');
  await expect(row(page, 'p2000')).toBeInViewport();
  for (let step = 0; step < 15; step += 1) {
    await page.mouse.move(500, 500);
    await page.mouse.wheel(0, step < 8 ? -700 : 900);
    await page.waitForTimeout(60);
    const boxes = await page.locator('.row').evaluateAll((rows) =>
      rows.map((element) => {
        const { top, bottom } = element.getBoundingClientRect();
        return { index: Number((element as HTMLElement).dataset['index']), top, bottom };
      }),
    );
    for (const [at, box] of boxes.entries()) {
      const next = boxes[at + 1];
      if (!next) continue;
      expect(next.index).toBe(box.index + 1);
      expect(Math.abs(next.top - box.bottom)).toBeLessThan(1);
    }
  }
});
