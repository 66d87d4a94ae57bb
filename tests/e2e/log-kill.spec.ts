import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, type Page, chromium, expect, test } from '@playwright/test';
import { build, type Rollup } from 'vite';
import { BROWSER_ARGS, findBrowser } from '../../tools/browser.mjs';

const BURST = 1000;
/** No server is there: the context answers for it. */
const ORIGIN = 'https://lesart.test';

interface LogPage {
  readonly open: () => Promise<{
    readonly state: string;
    readonly records: readonly { readonly id: string; readonly paragraph: string }[];
  }>;
  readonly burst: (
    count: number,
    acknowledge: (id: string) => void,
  ) => Promise<{
    readonly state: string;
    readonly trouble?: { readonly code: string };
    readonly unsaved: number;
  }>;
}
declare global {
  interface Window {
    logPage: LogPage;
    acknowledge: (id: string) => void;
  }
}

/** The log as it is shipped, with what the test calls. */
async function bundled(): Promise<string> {
  const outputs = (await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      lib: { entry: join(import.meta.dirname, 'log-kill.page.js'), formats: ['iife'], name: 'logPage' },
    },
  })) as Rollup.RollupOutput[];
  return outputs[0]?.output[0].code ?? '';
}

let script = '';
let folder = '';
const opened: BrowserContext[] = [];

test.beforeAll(async () => {
  script = await bundled();
});
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lesart-log-'));
});
test.afterEach(async () => {
  await Promise.all(opened.splice(0).map((context) => context.close()));
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

/** A browser of its own whose profile lies in the test's folder. */
async function launch(): Promise<{ context: BrowserContext; page: Page }> {
  const executablePath = findBrowser();
  const context = await chromium.launchPersistentContext(folder, {
    ...(executablePath ? { executablePath } : {}),
    args: BROWSER_ARGS,
  });
  opened.push(context);
  await context.route(`${ORIGIN}/**`, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>log</title>' }),
  );
  const page = await context.newPage();
  await page.goto(ORIGIN);
  await page.addScriptTag({ content: script });
  return { context, page };
}

/** The browser's main process, as the browser names it. */
async function processOf(context: BrowserContext, page: Page): Promise<number> {
  const session = (await context.browser()?.newBrowserCDPSession()) ?? (await context.newCDPSession(page));
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const browser = processInfo.find(({ type }) => type === 'browser');
  if (!browser) throw new Error('the browser does not name its process');
  return browser.id;
}

test('what was acknowledged is there after the browser was killed in the middle of a burst', async () => {
  const { context, page } = await launch();
  const pid = await processOf(context, page);
  const closed = new Promise((resolve) => context.on('close', resolve));
  const acknowledged: string[] = [];
  // Not `exposeFunction`: it answers each call, and meanwhile what was acknowledged too early is stored after all.
  const session = await context.newCDPSession(page);
  session.on('Runtime.bindingCalled', ({ payload }) => {
    acknowledged.push(payload);
    if (acknowledged.length === BURST / 2) process.kill(pid, 'SIGKILL');
  });
  await session.send('Runtime.enable');
  await session.send('Runtime.addBinding', { name: 'acknowledge' });
  await page
    .evaluate((count) => window.logPage.burst(count, window.acknowledge), BURST)
    .catch(() => undefined);
  await closed;
  opened.length = 0;
  expect(acknowledged.length).toBeGreaterThanOrEqual(BURST / 2);
  expect(acknowledged.length).toBeLessThan(BURST);

  const { page: again } = await launch();
  const { state, records } = await again.evaluate(() => window.logPage.open());
  expect(state).toBe('ready');
  const ids = records.map(({ id }) => id);
  expect(acknowledged.filter((id) => !ids.includes(id))).toEqual([]);
  // One after the other without a gap: only the one in flight can be missing.
  expect(records.map(({ paragraph }) => Number(paragraph.slice(1))).sort((a, b) => a - b)).toEqual(
    ids.map((_, n) => n),
  );
});

test('a full disk keeps the rest of a burst in memory', async () => {
  const { context, page } = await launch();
  const session = await context.newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', { origin: ORIGIN, quotaSize: 60_000 });
  const { state, trouble, unsaved } = await page.evaluate(
    (count) => window.logPage.burst(count, () => undefined),
    BURST,
  );
  expect([state, trouble?.code, unsaved]).toEqual(['memory', 'full', 1]);
});
