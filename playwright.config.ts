import { defineConfig } from '@playwright/test';
import { BROWSER_ARGS, findBrowser } from './tools/browser.mjs';

const executablePath = findBrowser();

export default defineConfig({
  testDir: 'tests/e2e',
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  // A journey that fails is tried once more; one that then passes is named as flaky.
  retries: 1,
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list'], ['json', { outputFile: '.cache/reports/e2e.json' }]],
  use: {
    baseURL: 'http://127.0.0.1:4188',
    locale: 'en-US',
    viewport: { width: 1440, height: 900 },
    launchOptions: { ...(executablePath ? { executablePath } : {}), args: BROWSER_ARGS },
  },
  webServer: {
    command: 'npx vite preview --port 4188 --strictPort',
    url: 'http://127.0.0.1:4188/works/index.json',
    reuseExistingServer: false,
  },
});
