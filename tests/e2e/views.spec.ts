import type { Page } from '@playwright/test';
import {
  WORK,
  activeRow,
  apparatus,
  expect,
  marksIn,
  open,
  parameter,
  pressToMark,
  row,
  test,
  words,
} from './page.ts';

const statistics = (page: Page) => page.locator('lesart-statistics-view');
const library = (page: Page) => page.getByRole('dialog', { name: 'Library' });
const scrollTop = (page: Page) =>
  page.locator('.scroller').evaluate((element) => Math.round(element.scrollTop));
const entries = (page: Page) => page.evaluate(() => history.length);

/** Keeps a script from coming until it is released. */
async function hold(page: Page, name: string): Promise<() => void> {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(`**/${name}-*.js`, async (route) => {
    await released;
    await route.continue();
  });
  return () => {
    release();
  };
}

test.describe('the statistics', () => {
  test('open by their key in the place of the text, and close by it', async ({ page }) => {
    await open(page, `${WORK}?p=a07`);
    await page.keyboard.press('i');
    await expect(statistics(page)).toBeFocused();
    await expect(page).toHaveURL(/view=statistics/);
    await expect(page).toHaveTitle(/^Statistics – /);
    for (const name of ['compare-view', 'variant-bar', 'map-strip', 'work-apparatus', 'status-line'])
      await expect(page.locator(`lesart-${name}`)).toHaveCount(0);
    await page.keyboard.press('i');
    await expect(row(page, 'a07')).toBeInViewport();
    await expect(page).toHaveURL(/\?p=a07$/);
  });

  test('open and close by their button, which says which it is', async ({ page }) => {
    await open(page, WORK);
    const button = page.getByRole('button', { name: 'Statistics' });
    await expect(button).toHaveAttribute('aria-pressed', 'false');
    await button.click();
    await expect(statistics(page)).toBeVisible();
    await expect(button).toHaveAttribute('aria-pressed', 'true');
    await button.click();
    await expect(row(page, 'section')).toBeVisible();
  });

  test('leave by Escape to the place where the text was left, and by Back', async ({ page }) => {
    await open(page, WORK);
    await page.locator('.scroller').evaluate((element) => {
      element.scrollTop = 4000;
    });
    await expect.poll(() => scrollTop(page)).toBeGreaterThan(3900);
    for (const leave of [() => page.keyboard.press('Escape'), () => page.goBack()]) {
      await page.keyboard.press('i');
      await expect(statistics(page)).toBeVisible();
      await leave();
      await expect(statistics(page)).toHaveCount(0);
      await expect.poll(() => scrollTop(page)).toBeGreaterThan(3400);
    }
  });

  test('keep what they are filtered by in the address, for anyone who opens the link', async ({ page }) => {
    await open(page, WORK);
    await page.keyboard.press('i');
    const menu = statistics(page).getByRole('button', { name: /^Severity/ });
    await menu.click();
    await statistics(page)
      .getByRole('checkbox', { name: /critical/i })
      .check();
    await expect.poll(() => new URL(page.url()).search).toMatch(/^\?view=statistics&s/);
    // The menu closes, and it alone.
    await page.keyboard.press('Escape');
    await expect(statistics(page).getByRole('checkbox', { name: /critical/i })).toBeHidden();
    await expect(menu).toHaveText(/Severity: critical/i);
    const address = page.url();
    await page.goto('about:blank');
    await page.goto(address);
    await expect(menu).toHaveText(/Severity: critical/i);
    expect(page.url()).toBe(address);
  });

  test('lead from a paragraph to the text', async ({ page }) => {
    await page.goto(`${WORK}?view=statistics`);
    const paragraphs = statistics(page).getByRole('region', { name: 'Scores along the text' });
    await paragraphs.locator('summary').click();
    await paragraphs.locator('.place').nth(7).click();
    await expect(activeRow(page)).toBeInViewport();
    await expect(statistics(page)).toHaveCount(0);
    expect(parameter(page, 'view')).toBe('');
    await page.goBack();
    await expect(statistics(page)).toBeVisible();
  });

  test('leave the keys of the text alone, but not the help', async ({ page }) => {
    await page.goto(`${WORK}?view=statistics`);
    await expect(statistics(page)).toBeVisible();
    for (const key of ['j', 'n', 'm', 'c', '/', 'End']) await page.keyboard.press(key);
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: 'How to read this page' })).toBeVisible();
    expect(new URL(page.url()).search).toBe('?view=statistics');
  });
});

test('the library opens by its key and by its button', async ({ page }) => {
  await open(page, WORK);
  await page.keyboard.press('l');
  await expect(library(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(library(page)).toBeHidden();
  await page.getByRole('button', { name: 'Library' }).click();
  await expect(library(page)).toBeVisible();
});

test.describe('a part that cannot be loaded', () => {
  const asked: Record<string, (page: Page) => Promise<void>> = {
    'help-dialog': (page) => page.keyboard.press('?'),
    'library-dialog': (page) => page.keyboard.press('l'),
    'statistics-page': (page) => page.keyboard.press('i'),
    'search-session': (page) => page.keyboard.press('/'),
    'mark-editor': async (page) => {
      await page.keyboard.press('m');
      await expect.poll(() => words(page, 'chosen')).not.toEqual([]);
      await page.keyboard.press('Enter');
    },
    de: async (page) => {
      await page.getByRole('combobox', { name: 'Language of the interface' }).selectOption('de');
    },
  };
  const there: Record<string, string> = {
    'help-dialog': 'lesart-help-dialog dialog[open]',
    'library-dialog': 'lesart-library dialog[open]',
    'statistics-page': 'lesart-statistics-view',
    'search-session': 'lesart-search-bar input:focus',
    'mark-editor': 'lesart-mark-editor dialog[open]',
    de: 'html[lang=de]',
  };
  for (const [part, ask] of Object.entries(asked))
    test(`is told, and comes when it is tried again: ${part}`, async ({ page, allowErrors }) => {
      allowErrors.allowed.push(/Failed to load resource|ERR_FAILED|dynamically imported module/);
      await page.route(`**/assets/${part}-*.js`, (route) => route.abort());
      await open(page, `${WORK}?p=a07`);
      await ask(page);
      const alert = page.getByRole('alert');
      await expect(alert).toContainText('could not be loaded: check the connection');
      await expect(page.locator(there[part] ?? '')).toHaveCount(0);
      await page.unroute(`**/assets/${part}-*.js`);
      await alert.getByRole('button').first().click();
      await expect(page.locator(there[part] ?? '')).toHaveCount(1);
      await expect(alert).toHaveCount(0);
    });

  test('leaves everything else as it is when the message is closed', async ({ page, allowErrors }) => {
    allowErrors.allowed.push(/Failed to load resource|ERR_FAILED/);
    await page.route('**/assets/help-dialog-*.js', (route) => route.abort());
    await open(page, WORK);
    await page.keyboard.press('?');
    await page.getByRole('alert').getByRole('button', { name: 'Close' }).click();
    await expect(page.getByRole('alert')).toHaveCount(0);
    await page.keyboard.press('j');
    await expect(activeRow(page)).toHaveCount(1);
  });
});

test('what is typed before the search has come is searched for, and is no command', async ({ page }) => {
  const release = await hold(page, 'search-session');
  await open(page, WORK);
  await page.keyboard.press('/');
  await page.keyboard.type('kontro');
  release();
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('lle');
  await expect(page.getByRole('searchbox')).toHaveValue('kontrolle');
  await expect(page).toHaveURL(/\?q=kontrolle$/);
  await expect(page.locator('output')).toContainText('1 of');
});

test('stepping from mark to mark tells a screen reader what is wrong there', async ({ page }) => {
  await open(page, `${WORK}?s=critical`);
  await pressToMark(page, 'n');
  const news = page.locator('lesart-app-shell > .sr[role=status]');
  await expect(news).toContainText(', critical:');
  const marked = (await news.locator('q').first().innerText()).replace(/[“”"]/g, '');
  await expect(news.locator('q').first()).toHaveAttribute('lang', 'de');
  await expect(apparatus(page).locator('article.on q').first()).toContainText(marked);
  const before = await news.innerText();
  await pressToMark(page, 'n');
  await expect(news).not.toHaveText(before);
});

test('arrows on the map and in the apparatus add nothing to the history, a click on the map does', async ({
  page,
}) => {
  await open(page, `${WORK}?p=n02`);
  const before = await entries(page);
  await page.getByRole('slider', { name: 'Map of the work' }).focus();
  for (let step = 0; step < 5; step += 1) await page.keyboard.press('ArrowDown');
  await expect.poll(() => parameter(page, 'p')).not.toBe('n02');
  await page.getByRole('button', { name: 'Next paragraph' }).click();
  expect(await entries(page)).toBe(before);
  const place = parameter(page, 'p');
  await page.locator('lesart-map-strip .cell').nth(40).click();
  await expect.poll(() => parameter(page, 'p')).not.toBe(place);
  expect(await entries(page)).toBe(before + 1);
  await page.goBack();
  await expect.poll(() => parameter(page, 'p')).toBe(place);
});

test('the mark under the pointer lights up its place on the map, in forced colours too', async ({ page }) => {
  for (const forcedColors of ['none', 'active'] as const) {
    await page.emulateMedia({ forcedColors });
    await open(page, `${WORK}?p=a07`);
    const lit = page.locator('lesart-map-strip .cell.pointed');
    await expect(lit).toHaveCount(0);
    if (forcedColors === 'active') {
      // Marks are elements there.
      await row(page, 'a07').locator('mark').first().hover();
    } else {
      await expect.poll(() => marksIn(page, row(page, 'a07'))).not.toEqual([]);
      const { x, y } = (await marksIn(page, row(page, 'a07')))[0]!;
      await page.mouse.move(x, y);
    }
    await expect(lit).toHaveCount(1);
    await expect(lit).toHaveClass(/\bhere\b/);
    const ring = await lit.locator('i').evaluate((tick) => {
      const { outlineStyle, boxShadow } = getComputedStyle(tick);
      return { outlineStyle, boxShadow };
    });
    if (forcedColors === 'active') expect(ring.outlineStyle).toBe('double');
    else expect(ring.boxShadow).not.toBe('none');
    await page.locator('lesart-top-bar h1').hover();
    await expect(lit).toHaveCount(0);
  }
});

test.describe('on a phone of 320 pixels', () => {
  test.use({ viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true });

  test('the head fits, and its menu has what it has no room for', async ({ page }) => {
    await open(page, WORK);
    for (const name of ['Search', 'Statistics', 'More'])
      await expect(page.getByRole('button', { name, exact: true })).toBeInViewport({ ratio: 1 });
    const wide = await page
      .locator('lesart-top-bar header')
      .evaluate((header) => header.scrollWidth - header.clientWidth);
    expect(wide).toBe(0);
    await page.getByRole('button', { name: 'More', exact: true }).tap();
    for (const name of [
      'Review',
      'Overview',
      'Library',
      'Reading settings',
      'Light or dark',
      'Help and keys',
    ])
      await expect(page.getByRole('button', { name, exact: true })).toBeInViewport({ ratio: 1 });
    await page.getByRole('button', { name: 'Library' }).tap();
    await expect(library(page)).toBeVisible();
    await expect(page.locator('lesart-top-bar #more')).toBeHidden();
  });

  test('the statistics fit and lead back to the text', async ({ page }) => {
    await open(page, WORK);
    await page.getByRole('button', { name: 'Statistics' }).tap();
    await expect(statistics(page)).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.getByRole('button', { name: 'Statistics' }).tap();
    await expect(row(page, 'section')).toBeVisible();
  });
});
