import { readFileSync } from 'node:fs';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { BROWSER_ARGS, findBrowser } from './tools/browser.mjs';
import { interfaceTexts } from './tools/vite-interface.ts';

const executablePath = findBrowser();
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

export default defineConfig({
  test: {
    projects: [
      {
        // A property test does thousands of runs; on a busy machine the usual five seconds are too few.
        test: {
          name: 'core',
          environment: 'node',
          include: ['tests/core/**/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'node',
          environment: 'node',
          include: ['tests/{cli,works,tools}/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        plugins: [interfaceTexts()],
        define: { __VERSION__: JSON.stringify(version) },
        // Found on the way only, it would reload the page in the middle of a test.
        optimizeDeps: {
          include: [
            '@mozilla/readability',
            '@observablehq/plot',
            'chardet',
            'fflate',
            'htmlparser2',
            'linkedom/worker',
            'marked',
            'saxes',
            'tinyld',
          ],
        },
        test: {
          name: 'elements',
          include: ['tests/{app,store,i18n}/**/*.test.ts'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { ...(executablePath ? { executablePath } : {}), args: BROWSER_ARGS },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
