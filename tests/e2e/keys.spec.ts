import {
  WORK,
  activeRow,
  apparatus,
  chip,
  expect,
  expectInView,
  open,
  pressToMark,
  test,
  words,
} from './page.ts';

test('j and k, arrows, Home and End go through the paragraphs, focus and address with them', async ({
  page,
}) => {
  await open(page, WORK);
  await page.keyboard.press('j');
  await expect(activeRow(page)).toHaveAttribute('data-row', 'section');
  await page.keyboard.press('ArrowDown');
  await expect(activeRow(page)).toHaveAttribute('data-row', 'title');
  await expect(activeRow(page)).toBeFocused();
  await expect(page).toHaveURL(/p=title/);
  await page.keyboard.press('k');
  await expect(activeRow(page)).toHaveAttribute('data-row', 'section');
  await page.keyboard.press('End');
  await expect(activeRow(page)).toHaveAttribute('data-row', 'credit');
  await expect(activeRow(page)).toBeInViewport();
  await page.keyboard.press('Home');
  await expect(activeRow(page)).toHaveAttribute('data-row', 'section');
  await expect(activeRow(page)).toBeInViewport();
});

test('n and Shift+N go from mark to mark, in text order, and back', async ({ page }) => {
  await open(page, WORK);
  const marks: string[] = [];
  for (let step = 0; step < 4; step += 1) {
    const id = await pressToMark(page, 'n');
    expect(marks).not.toContain(id);
    marks.push(id);
  }
  expect(await pressToMark(page, 'Shift+N')).toBe(marks[2]);
});

test('c switches the comparator: the other diff comes first', async ({ page }) => {
  await open(page, `${WORK}?p=a07`);
  const first = apparatus(page).locator('section').first();
  await expect(first).toHaveAttribute('data-comparator', 'meaning');
  await page.keyboard.press('c');
  await expect(first).toHaveAttribute('data-comparator', 'correction');
  await expect(page).toHaveURL(/c=correction/);
  await page.reload();
  await expect(first).toHaveAttribute('data-comparator', 'correction');
});

test('v goes to the bar, arrows along it, Space switches', async ({ page }) => {
  await open(page, WORK);
  await page.keyboard.press('v');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(chip(page, 'English')).toBeFocused();
  await page.keyboard.press('Space');
  await expect(chip(page, 'English')).toHaveAttribute('aria-pressed', 'false');
  await page.keyboard.press('Space');
  await expect(chip(page, 'English')).toHaveAttribute('aria-pressed', 'true');
});

test('the slash searches all languages: count, Enter forward, Shift+Enter back, Escape out', async ({
  page,
}) => {
  await open(page, WORK);
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('kontrolle');
  // All of it was typed and searched, however slowly the keys came.
  await expect(page).toHaveURL(/q=kontrolle$/);
  // The first place after what is on screen is shown at once.
  await expect(page.locator('output')).toContainText('1 of');
  expect((await words(page, 'found')).length).toBeGreaterThan(2);
  await expectInView(page, 'here');
  await page.keyboard.press('Enter');
  await expect(page.locator('output')).toContainText('2 of');
  await expectInView(page, 'here');
  await page.keyboard.press('Shift+Enter');
  await expect(page.locator('output')).toContainText('1 of');
  await expect(page).toHaveURL(/q=kontrolle/);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('searchbox')).toHaveCount(0);
  await expect.poll(() => words(page, 'found')).toEqual([]);
});

test('a search that finds a language without a column opens that column', async ({ page }) => {
  await open(page, `${WORK}?v=de`);
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('catching up');
  await expect(page.locator('output')).toContainText('of 1');
  await page.keyboard.press('Enter');
  await expect(page.locator('.head strong')).toHaveText(['Deutsch', 'English']);
  await expectInView(page, 'here');
});

test('the help lists every key, and single keys can be switched off', async ({ page }) => {
  await open(page, WORK);
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'How to read this page' });
  await expect(help).toBeVisible();
  for (const key of ['j', 'k', 'n', 'c', 'v', '/', 'a', 't', '?'])
    await expect(help.locator('kbd', { hasText: key }).first()).toBeVisible();
  await help.getByRole('checkbox').uncheck();
  await page.keyboard.press('Escape');
  await expect(help).toBeHidden();
  await page.keyboard.press('j');
  await expect(activeRow(page)).toHaveCount(0);
  await page.reload();
  await page.keyboard.press('j');
  await expect(activeRow(page)).toHaveCount(0);
});

test('the map is one stop for Tab and goes by arrows', async ({ page }) => {
  await open(page, `${WORK}?p=a07`);
  const map = page.getByRole('slider', { name: 'Map of the work' });
  await map.focus();
  const before = Number(await map.getAttribute('aria-valuenow'));
  await page.keyboard.press('ArrowDown');
  await expect(map).toHaveAttribute('aria-valuenow', String(before + 1));
  await expect(map).toHaveAttribute('aria-valuetext', /Paragraph \d+: /);
  await expect(activeRow(page)).toBeInViewport();
});

test('the theme is switched by a key and remembered', async ({ page }) => {
  await open(page, WORK);
  await page.keyboard.press('t');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});
