/**
 * Imports an MQM TSV of 100,000 rows into the built app and says how long that took and what the longest task of
 * the page was, while importing and while opening the work: `npm run build && npm run bench:import [ROWS]`.
 * The rows are made from the first work's texts: its variants as systems, one to three errors a paragraph.
 */
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { preview } from 'vite';
import { BROWSER_ARGS, findBrowser } from './browser.mjs';

const ROWS = Number(process.argv[2] ?? 100_000);
const WORK = 'translations/works/mistral-interview';

/** A variant's paragraphs by id. */
const textsOf = (id) =>
  new Map(
    [...readFileSync(`${WORK}/${id}.md`, 'utf8').matchAll(/<!-- (\S+) \S+ -->\n([^\n]+)\n/g)].map(
      ([, paragraph, text]) => [paragraph, text.replaceAll('\t', ' ')],
    ),
  );

function* rowsOf(count) {
  const source = textsOf('en');
  const systems = readdirSync(WORK)
    .filter((file) => file.endsWith('.md') && file !== 'en.md')
    .map((file) => [file.slice(0, -3), textsOf(file.slice(0, -3))]);
  const labels = [
    ['Accuracy/Mistranslation', 'Major'],
    ['Fluency/Punctuation', 'Minor'],
    ['Style/Awkward', 'Minor'],
  ];
  let made = 0;
  for (let round = 0; made < count; round += 1)
    for (const [system, texts] of systems)
      for (const [paragraph, text] of texts) {
        const words = text.split(' ');
        for (let error = 0; error <= (round + words.length) % 3 && made < count; error += 1, made += 1) {
          const at = (round * 7 + error * 5) % words.length;
          const marked = words.map((word, index) => (index === at ? `<v>${word}</v>` : word)).join(' ');
          const segment = `${String(round)}-${paragraph}`;
          yield [
            system,
            `doc${String(round)}`,
            '1',
            segment,
            `rater${String(error + 1)}`,
            source.get(paragraph) ?? '',
            marked,
            ...labels[error],
          ].join('\t');
        }
      }
}

const folder = mkdtempSync(join(tmpdir(), 'lesart-import-'));
const file = join(folder, 'rows.tsv');
writeFileSync(
  file,
  ['system\tdoc\tdoc_id\tseg_id\trater\tsource\ttarget\tcategory\tseverity', ...rowsOf(ROWS), ''].join('\n'),
);
const server = await preview({
  preview: { host: '127.0.0.1', port: 4197, strictPort: true, open: false },
  logLevel: 'error',
});
const browser = await chromium.launch({ executablePath: findBrowser(), args: BROWSER_ARGS });
try {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-US' });
  await context.addInitScript(() => {
    globalThis.tasks = [];
    new globalThis.PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) globalThis.tasks.push(Math.round(duration));
    }).observe({ type: 'longtask', buffered: true });
  });
  const page = await context.newPage();
  const longest = async (of) => Math.max(0, ...(await of.evaluate(() => globalThis.tasks.splice(0))));
  await page.goto('http://127.0.0.1:4197/');
  await page.waitForSelector('.row');
  await page.keyboard.press('l');
  await page.locator('lesart-library dialog').waitFor();
  await page.waitForTimeout(500);
  await longest(page);
  let start = performance.now();
  await page.locator('lesart-library input.files').setInputFiles(file);
  await page
    .locator('lesart-library .jobs a, lesart-library .jobs .fault')
    .first()
    .waitFor({ timeout: 300_000 });
  const seconds = () => ((performance.now() - start) / 1000).toFixed(1);
  console.log(
    `${String(ROWS)} rows: imported in ${seconds()} s; longest task of the page over 50 ms: ${String(await longest(page))} ms`,
  );
  const href = await page.locator('lesart-library .jobs a').first().getAttribute('href');
  for (let run = 1; run <= 3; run += 1) {
    const opened = await context.newPage();
    start = performance.now();
    await opened.goto(`http://127.0.0.1:4197${href}`);
    await opened.waitForSelector('.row', { timeout: 120_000 });
    const first = seconds();
    await opened.waitForTimeout(2000);
    console.log(
      `opened (${String(run)}): first row after ${first} s; longest task: ${String(await longest(opened))} ms`,
    );
    await opened.close();
  }
} finally {
  await browser.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
}
