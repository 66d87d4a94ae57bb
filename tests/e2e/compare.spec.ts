import { WORK, activeRow, apparatus, chip, clickMark, expect, open, row, test, words } from './page.ts';

test('opens on the first work with nothing clicked: German and English aligned, errors underlined by severity', async ({
  page,
}) => {
  await open(page, '/');
  await expect(page).toHaveURL(new RegExp(`${WORK}$`));
  await expect(page.locator('.head strong')).toHaveText(['Deutsch', 'English']);
  await expect(page.locator('.head small').first()).toContainText('machine-translated');
  await expect(page.locator('.head small').last()).toContainText('reconstructed');
  await expect(page.locator('.row')).toHaveCount(56);
  for (const id of ['title', 'n02', 'i02']) {
    const tops = await row(page, id)
      .locator('.cell')
      .evaluateAll((cells) => cells.map((cell) => cell.getBoundingClientRect().top));
    expect(new Set(tops).size).toBe(1);
  }
  const line = async (severity: string) => {
    await expect.poll(() => words(page, severity)).not.toEqual([]);
    return page
      .locator('.row p')
      .first()
      .evaluate((text, name) => getComputedStyle(text, `::highlight(${name})`).textDecorationStyle, severity);
  };
  expect(await line('critical')).toBe('double');
  expect(await line('major')).toBe('solid');
  expect(await line('minor')).toBe('dotted');
});

test('every piece of text says its language', async ({ page }) => {
  await open(page, WORK);
  await expect(row(page, 'a07').locator('.cell').nth(0)).toHaveAttribute('lang', 'de');
  await expect(row(page, 'a07').locator('.cell').nth(1)).toHaveAttribute('lang', 'en');
  await expect(row(page, 'a07').locator('.cell').nth(0)).toHaveAttribute('dir', 'ltr');
});

test('a link to a07 opens on the answer about lost control, with its two diffs', async ({ page }) => {
  await open(page, `${WORK}?p=a07`);
  await expect(activeRow(page)).toBeInViewport();
  await expect(activeRow(page)).toContainText('Wir haben in diesen Bereichen keine Kontrolle mehr.');
  for (const comparator of ['meaning', 'correction']) {
    const diff = apparatus(page).locator(`section[data-comparator="${comparator}"] lesart-diff-text`);
    await expect(diff.locator('del').first()).toBeVisible();
    await expect(diff.locator('ins').first()).toBeVisible();
  }
  await expect(apparatus(page).locator('lesart-mark-card').first()).toBeVisible();
  await expect(
    apparatus(page).locator('lesart-mark-card', {
      hasText: 'Wir haben in diesen Bereichen keine Kontrolle mehr.',
    }),
  ).toHaveCount(1);
});

test('the meaning comparator tints the German sentence itself', async ({ page }) => {
  await open(page, `${WORK}?p=a07`);
  const tinted = (id: string) => words(page, 'shifted far touched', row(page, id).locator('.cell').first());
  await expect.poll(() => tinted('a07')).not.toEqual([]);
  expect(await tinted('n04')).toEqual([]);
});

test('a mark in the text and its card light up together', async ({ page }) => {
  await open(page, `${WORK}?p=a07`);
  const lit = () => words(page, 'on', row(page, 'a07'));
  await clickMark(page, row(page, 'a07'));
  await expect(page).toHaveURL(/[?&]m=/);
  await expect.poll(lit).toHaveLength(1);
  await expect(apparatus(page).locator('article.on')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect.poll(lit).toEqual([]);
});

test('a chip switches its column, Alt and an arrow move it, and the address keeps both', async ({ page }) => {
  await open(page, WORK);
  await chip(page, 'English').click();
  await expect(page.locator('.head strong')).toHaveText(['Deutsch']);
  await chip(page, 'English').click();
  await expect(page.locator('.head strong')).toHaveText(['Deutsch', 'English']);
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(page.locator('.head strong')).toHaveText(['English', 'Deutsch']);
  await expect(page).toHaveURL(/v=en,de/);
  await page.reload();
  await expect(page.locator('.head strong')).toHaveText(['English', 'Deutsch']);
});

test('the last column cannot be switched off', async ({ page }) => {
  await open(page, `${WORK}?v=de`);
  await chip(page, 'Deutsch').click();
  await expect(page.locator('.head strong')).toHaveText(['Deutsch']);
});

test('the labels of the page stand in page order, verbatim', async ({ page }) => {
  await open(page, WORK);
  const labels = await page.locator('lesart-variant-bar button.listed > span').allTextContents();
  expect(labels.join('')).toBe(
    '한어Русский языкEnglishFrançaisIndonesianSanskrit日本語DeutschPortuguêsΕλληνικάespañolItalianoSuomalainenLatina',
  );
});

test('a variant that is only declared says "not yet available" and never makes an empty column', async ({
  page,
}) => {
  const work = await (await page.request.get('/works/mistral-interview/work.json')).json();
  work.variants[0].status = 'planned';
  await page.route('**/works/mistral-interview/work.json', (route) => route.fulfill({ json: work }));
  await open(page, `${WORK}?v=de,ko`);
  await expect(page.locator('.head strong')).toHaveText(['Deutsch']);
  await chip(page, '한어').click();
  await expect(page.getByRole('dialog', { name: 'Not yet available' })).toBeVisible();
  await expect(page.locator('.head strong')).toHaveText(['Deutsch']);
});

test('no row jumps when the apparatus is closed and opened', async ({ page }) => {
  await open(page, `${WORK}?p=a07`);
  await expect(activeRow(page)).toBeInViewport();
  const top = () => activeRow(page).evaluate((element) => Math.round(element.getBoundingClientRect().top));
  const before = await top();
  await page.keyboard.press('a');
  await expect(page.locator('.panel')).toBeHidden();
  await expect.poll(top).toBe(before);
  await page.keyboard.press('a');
  await expect(page.locator('.panel')).toBeVisible();
  await expect.poll(top).toBe(before);
});

test('no row jumps when a column is added', async ({ page }) => {
  await open(page, `${WORK}?p=a07&v=de`);
  await expect(activeRow(page)).toBeInViewport();
  const top = () => activeRow(page).evaluate((element) => Math.round(element.getBoundingClientRect().top));
  const before = await top();
  await chip(page, 'English').click();
  await expect(page.locator('.head strong')).toHaveCount(2);
  await expect.poll(top).toBe(before);
});

test('the page keeps to its policy: no inline script or style, nothing from elsewhere', async ({ page }) => {
  const foreign: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith('http://127.0.0.1:')) foreign.push(request.url());
  });
  const violations: string[] = [];
  await page.exposeFunction('violated', (directive: string) => violations.push(directive));
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      void (globalThis as unknown as { violated: (directive: string) => void }).violated(
        event.violatedDirective,
      );
    });
  });
  await open(page, `${WORK}?p=a07`);
  await expect(apparatus(page).locator('del').first()).toBeVisible();
  expect(await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content')).toContain(
    "default-src 'none'",
  );
  expect(violations).toEqual([]);
  expect(foreign).toEqual([]);
});
