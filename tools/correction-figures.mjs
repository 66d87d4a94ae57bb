/**
 * Opens a paragraph of 2,000 words for correcting in the built app and types in it: how long from the key to the caret
 * in the field, and from a key to the frame that shows what it changed.
 * `npm run build && npm run bench:correcting [WORDS] [URL]`; URL is where the app is served already.
 * The paragraph is one of the first work's, with its marks, and other paragraphs' words behind its own.
 */
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright';
import { preview } from 'vite';
import { BROWSER_ARGS, findBrowser } from './browser.mjs';

const WORDS = Number(process.argv[2] ?? 2000);
const PORT = 4198;
const WORK = 'translations/works/mistral-interview';
const PARAGRAPH = 'a07';
/** Milliseconds between two keys: 100 words a minute. */
const PACE = 120;
const TYPED = 'und dann noch ein paar Wörter, ';

/** A variant's file with the paragraph made long. */
function lengthened(variant) {
  const file = readFileSync(`${WORK}/${variant}.md`, 'utf8');
  const texts = [...file.matchAll(/<!-- \S+ \S+ -->\n([^\n]+)\n/g)].map(([, text]) => text);
  const words = texts.join(' ').split(' ');
  return file.replace(new RegExp(`(<!-- ${PARAGRAPH} \\S+ -->\n)([^\n]+)`), (_all, header, text) => {
    const missing = Math.max(0, WORDS - text.split(' ').length);
    const more = Array.from({ length: missing }, (_each, index) => words[index % words.length]);
    return header + [text, ...more].join(' ');
  });
}

/** In the page: notes when the field gets the caret, and for each key the frame that shows it. */
function watch() {
  const figures = { carets: [], delays: [], tasks: [] };
  globalThis.figures = figures;
  new globalThis.PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) figures.tasks.push(Math.round(duration));
  }).observe({ type: 'longtask', buffered: true });
  const { document } = globalThis;
  const editor = () =>
    document.querySelector('lesart-app-shell').shadowRoot.querySelector('lesart-correction-editor');
  const waitForCaret = (start) => {
    const look = () => {
      if (editor()?.shadowRoot.activeElement?.localName === 'textarea')
        figures.carets.push(globalThis.performance.now() - start);
      else globalThis.requestAnimationFrame(look);
    };
    globalThis.requestAnimationFrame(look);
  };
  document.addEventListener(
    'keydown',
    (event) => {
      const target = event.composedPath()[0];
      if (target.localName !== 'textarea') {
        if (event.key === 'e') waitForCaret(event.timeStamp);
        return;
      }
      const start = event.timeStamp;
      const before = target.value;
      const look = () => {
        const { outcome } = editor()?.shadowRoot.querySelector('lesart-diff-text') ?? {};
        const isShown = outcome?.state === 'done' && outcome.value.new === target.value;
        // Rendered in this frame, or the one before: what is noted is when it is on screen at the latest.
        if (target.value !== before && isShown) figures.delays.push(globalThis.performance.now() - start);
        else if (editor()) globalThis.requestAnimationFrame(look);
      };
      globalThis.requestAnimationFrame(look);
    },
    true,
  );
}

const url = process.argv[3];
const server = url
  ? undefined
  : await preview({
      preview: { host: '127.0.0.1', port: PORT, strictPort: true, open: false },
      logLevel: 'error',
    });
const browser = await chromium.launch({ executablePath: findBrowser(), args: BROWSER_ARGS });
const ms = (value) => `${value.toFixed(0)} ms`;
const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;
try {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-US' });
  await context.addInitScript(watch);
  const page = await context.newPage();
  for (const variant of ['de', 'en']) {
    const body = lengthened(variant);
    await page.route(`**/works/mistral-interview/${variant}.md`, (route) =>
      route.fulfill({ body, contentType: 'text/markdown; charset=utf-8' }),
    );
  }
  await page.goto(`${url ?? `http://127.0.0.1:${String(PORT)}`}/mistral-interview?p=${PARAGRAPH}`);
  await page.waitForSelector('.row');
  await page.waitForTimeout(3000);
  const field = page.locator('lesart-correction-editor textarea');
  for (let time = 0; time < 6; time += 1) {
    await page.keyboard.press('e');
    await field.waitFor();
    await page.waitForTimeout(800);
    await page.keyboard.press('Escape');
    await field.waitFor({ state: 'detached' });
    // The keyboard goes back to the text.
    await page.locator('lesart-compare-view .row.active').focus();
  }
  const carets = await page.evaluate(() => globalThis.figures.carets);
  console.log(
    `${String(WORDS)} words: caret after E: first ${ms(carets[0])}, then ${carets.slice(1).map(ms).join(', ')}`,
  );
  await page.keyboard.press('e');
  await field.waitFor();
  await page.waitForTimeout(3000);
  await page.evaluate(() => globalThis.figures.tasks.splice(0));
  const { length } = await field.inputValue();
  for (const at of [0, length >> 1, length]) {
    await field.evaluate((area, caret) => area.setSelectionRange(caret, caret), at);
    await page.keyboard.type(TYPED, { delay: PACE });
    for (let key = 0; key < 5; key += 1) await page.keyboard.press('Backspace', { delay: PACE });
    await page.waitForTimeout(1500);
  }
  const { delays, tasks } = await page.evaluate(() => globalThis.figures);
  console.log(
    `${String(delays.length)} keys: from key to diff: median ${ms(median(delays))}, longest ${ms(Math.max(...delays))}; ` +
      `tasks over 50 ms: ${tasks.length === 0 ? 'none' : tasks.map(ms).join(', ')}`,
  );
} finally {
  await browser.close();
  await server?.close();
}
