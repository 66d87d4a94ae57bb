/** Takes the README's screenshot of the built app: `npm run build && node tools/screenshot.mjs`. */
import { chromium } from 'playwright';
import { preview } from 'vite';
import { BROWSER_ARGS, ensureBrowser } from './browser.mjs';

const server = await preview({ preview: { port: 4199, strictPort: true } });
const browser = await chromium.launch({ executablePath: ensureBrowser(), args: BROWSER_ARGS });
const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-US' });
await page.goto('http://127.0.0.1:4199/mistral-interview?p=a07');
await page.locator('lesart-work-apparatus del').first().waitFor();
await page.evaluate(() => document.fonts.ready);
await page.screenshot({ path: 'docs/compare.png' });
await browser.close();
await server.close();
