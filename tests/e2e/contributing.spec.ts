import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { WORK, apparatus, expect, open, row, test, words } from './page.ts';

const AUTHOR = 'Łukasz Żółć';
const FOLDER = `translations/works${WORK}`;
const TEXT = 'Die Kerngedanken „sind“ – kurz gesagt – die folgenden:';

const editor = (page: Page) => page.locator('lesart-correction-editor');
const own = (page: Page) => page.locator('lesart-status-line .own');
const exporting = (page: Page) => page.locator('lesart-export');
const back = (page: Page) => page.locator('lesart-back');
const hasGit = spawnSync('git', ['--version']).status === 0;

const folders: string[] = [];
test.afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lesart-journey-'));
  folders.push(folder);
  return folder;
}

/** Somebody else's clone of a repository with the work. */
function clone() {
  const folder = temporary();
  cpSync(FOLDER, join(folder, FOLDER), { recursive: true });
  const who = ['-c', 'user.name=Someone', '-c', 'user.email=s@example.org', '-c', 'core.autocrlf=false'];
  const git = (...args: readonly string[]) =>
    execFileSync('git', [...who, ...args], { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
  git('init', '-q');
  git('add', '-A');
  git('commit', '-qm', 'first');
  return { git, read: (file: string) => readFileSync(join(folder, FOLDER, file), 'utf8') };
}

/** Corrects a paragraph under a name that is asked for the first time. */
async function correct(page: Page, text: string): Promise<void> {
  await page.keyboard.press('e');
  const field = editor(page).getByRole('textbox', { name: 'Corrected text' });
  await expect(field).toBeFocused();
  await field.fill(text);
  const name = editor(page).locator('.author');
  if (await name.count()) await name.fill(AUTHOR);
  await field.press('Control+Enter');
  await expect(editor(page)).toHaveCount(0);
}

async function openExport(page: Page, format: string): Promise<void> {
  await page.keyboard.press('x');
  await expect(exporting(page).locator('.save')).toBeVisible();
  await exporting(page).locator(`input[value="${format}"]`).check();
}

/** Saves what is chosen, to a file of the test. */
async function save(page: Page): Promise<string> {
  const button = exporting(page).locator('.save');
  await expect(button).toBeEnabled();
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  const file = join(temporary(), download.suggestedFilename());
  await download.saveAs(file);
  return file;
}

test.describe('the way from reading to a commit', () => {
  test.skip(!hasGit, 'needs git');

  test('read, mark, correct, accept, save the patch, git am', async ({ page }) => {
    await open(page, `${WORK}?p=n04`);
    await page.keyboard.press('m');
    await expect.poll(() => words(page, 'chosen')).not.toEqual([]);
    await page.keyboard.press('Enter');
    const marking = page.getByRole('dialog', { name: 'Mark an error' });
    await expect(marking).toBeVisible();
    await marking.getByLabel('Your name').fill(AUTHOR);
    await marking.getByRole('button', { name: 'Unidiomatic' }).click();
    await marking.getByRole('button', { name: 'Minor' }).click();
    await marking.getByRole('button', { name: 'Mark Ctrl' }).click();
    await expect(own(page)).toContainText('1 entry of yours');

    await correct(page, TEXT);
    await expect(own(page)).toContainText('2 entries of yours');
    await apparatus(page).getByText('Proposals and history', { exact: true }).click();
    const proposal = page.locator('lesart-correction-history lesart-proposal-card');
    await proposal.getByRole('button', { name: 'Accept', exact: true }).click();
    await expect(proposal.locator('.status')).toHaveText('accepted');

    await row(page, 'n04').locator('p').first().click();
    await openExport(page, 'patch');
    await expect(exporting(page).getByLabel('Only what was added on this device')).toBeChecked();
    await expect(exporting(page).locator('.foot')).toContainText('1 commit');
    await expect(exporting(page).locator('lesart-propose-lines')).toContainText('names no repository');
    const patch = await save(page);

    const { git, read } = clone();
    git('am', '-q', patch);
    expect(read('de.md')).toMatch(new RegExp(`<!-- n04 \\S+ -->\\n${TEXT}\\n`));
    expect(git('log', '-1', '--format=%an|%s').trim()).toBe(`${AUTHOR}|Correct n04 in mistral-interview/de`);
    expect(git('show', '--stat', '--format=', 'HEAD')).toMatch(
      /1 file changed, 1 insertion\(\+\), 1 deletion/,
    );
  });

  test('what others are to judge goes to the log of the work', async ({ page }) => {
    await open(page, `${WORK}?p=n04`);
    await correct(page, TEXT);
    await expect(own(page)).toContainText('1 entry of yours');
    await openExport(page, 'log-patch');
    await expect(exporting(page).locator('.foot')).toContainText('1 commit');
    const patch = await save(page);
    const { git, read } = clone();
    const before = read('contributions.jsonl');
    git('am', '-q', patch);
    const added = read('contributions.jsonl').slice(before.length);
    expect(read('contributions.jsonl').startsWith(before)).toBe(true);
    expect(JSON.parse(added)).toMatchObject({
      author: AUTHOR,
      paragraph: 'n04',
      text: TEXT,
      type: 'correction',
    });
    expect(git('log', '-1', '--format=%an').trim()).toBe(AUTHOR);
  });
});

test('a corrected XLIFF comes back as proposals, and undo takes them away', async ({ page }) => {
  await open(page, `${WORK}?p=n04`);
  await openExport(page, 'xliff12');
  await expect(exporting(page).locator('.foot')).toContainText('56 paragraphs');
  const file = await save(page);
  const text = readFileSync(file, 'utf8');
  const target = /<trans-unit id="n04"[\s\S]*?<target[^>]*>([^<]*)/.exec(text)![1]!;
  const unknown = '<trans-unit id="zz99"><source>x</source><target>y</target></trans-unit></body>';
  writeFileSync(file, text.replace(`>${target}<`, `>${TEXT}<`).replace('</body>', unknown));

  await exporting(page).locator('input[type=file]').setInputFiles(file);
  await expect(back(page).getByRole('status')).toContainText('1 changed text becomes a proposal');
  await expect(back(page).locator('.proposals li')).toHaveCount(1);
  await expect(back(page).locator('.proposals ins').first()).toContainText('„sind“');
  await expect(back(page).locator('.fault')).toContainText('zz99');
  await back(page).getByLabel('Your name').fill(AUTHOR);
  await back(page).locator('.add').click();
  await expect(own(page)).toContainText('1 entry of yours');
  await expect(apparatus(page).locator('section[data-comparator=correction] .meta')).toHaveText(
    `${AUTHOR} · proposed`,
  );
  await page.keyboard.press('Control+z');
  await expect(own(page)).toHaveText('');
});

test('the library asks what a table is that names paragraphs of the open work', async ({ page }) => {
  await open(page, `${WORK}?p=n04`);
  const file = join(temporary(), 'back.csv');
  writeFileSync(file, `id,de\r\nn04,"${TEXT}"\r\n`);
  await page.keyboard.press('l');
  const library = page.locator('lesart-library');
  await library.locator('input.files').setInputFiles(file);
  await library.getByRole('button', { name: 'Corrections for this work' }).click();
  await expect(back(page).locator('.proposals li')).toHaveCount(1);
  await expect(library.locator('dialog[open]')).toHaveCount(0);
});

test('the export says how much it holds, and remembers what was chosen', async ({ page }) => {
  await open(page, `${WORK}?p=a07`);
  await openExport(page, 'csv');
  const foot = exporting(page).locator('.foot');
  await expect(foot).toContainText('56 paragraphs');
  await exporting(page).getByLabel('Paragraphs').selectOption({ label: 'those with marks' });
  await expect(foot).not.toContainText('56 paragraphs');
  await exporting(page).getByLabel('Paragraphs').selectOption('active');
  await expect(foot).toContainText('1 paragraph ·');
  const lines = readFileSync(await save(page), 'utf8')
    .trim()
    .split('\r\n');
  expect(lines.map((line) => line.split(',')[0])).toEqual(['id', 'a07']);
  await page.keyboard.press('Escape');
  await page.reload();
  await expect(row(page, 'a07')).toBeInViewport();
  await page.keyboard.press('x');
  await expect(exporting(page).locator('input[value=csv]')).toBeChecked();
  await expect(exporting(page).getByLabel('Paragraphs')).toHaveValue('active');
});

test('axe finds nothing on the export', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await open(page, `${WORK}?p=a07`);
  await openExport(page, 'patch');
  await expect(exporting(page).locator('.save')).toBeEnabled();
  const { violations } = await new AxeBuilder({ page })
    .options({ preload: false })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`)).toEqual([]);
});

test('the saved page is read, linked and printed without a script and without a network', async ({
  page,
  browser,
}) => {
  await open(page, `${WORK}?p=a07&v=de,en,zh`);
  await openExport(page, 'html');
  await expect(exporting(page).locator('.foot')).toContainText('214 marks');
  const file = await save(page);
  const markup = readFileSync(file, 'utf8');
  expect(markup).not.toMatch(/<script|<iframe|<link|\ssrc=|url\(|@import|\son\w+=|href="(?!#)/i);

  const context = await browser.newContext({ javaScriptEnabled: false });
  const saved = await context.newPage();
  const asked: string[] = [];
  saved.on('request', (request) => asked.push(request.url()));
  await saved.goto(pathToFileURL(file).href);
  expect(asked).toEqual([pathToFileURL(file).href]);
  await expect(saved.locator('tbody tr')).toHaveCount(56);
  await expect(saved.locator('html')).toHaveAttribute('lang', 'en');
  for (const lang of ['de', 'en', 'zh'])
    await expect(saved.locator(`thead th[lang^=${lang}]`)).toHaveAttribute('dir', 'ltr');
  await expect(saved.locator('tr#p-a07 del').first()).toBeVisible();
  await expect(saved.locator('tr#p-a07 .remarks li').first()).toBeVisible();
  await saved.locator('tr#p-a07 .number a').click();
  expect(saved.url()).toBe(`${pathToFileURL(file).href}#p-a07`);
  await saved.emulateMedia({ media: 'print' });
  await expect(saved.locator('thead')).toHaveCSS('display', 'table-header-group');
  await expect(saved.locator('tr#p-a07')).toHaveCSS('break-inside', 'avoid');
  expect((await saved.pdf()).length).toBeGreaterThan(10_000);
  await saved.setViewportSize({ width: 390, height: 800 });
  await saved.emulateMedia({ media: 'screen' });
  expect((await saved.locator('table').boundingBox())?.width).toBeLessThanOrEqual(390);
  await context.close();
});
