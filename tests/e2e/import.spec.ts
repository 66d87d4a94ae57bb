import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { validateFolder } from '../../src/core/contribution/validate.ts';
import { expect, open, row, test } from './page.ts';

const HEADER = 'system\tdoc\tdoc_id\tseg_id\trater\tsource\ttarget\tcategory\tseverity';
const SYSTEMS = ['Online-W', 'ref-A'];

/** A row of an MQM file: a segment of one of two systems, with one error. */
const mqmRow = (segment: number, system = 0): string =>
  [
    SYSTEMS[system],
    `talk.${String(segment >> 4)}`,
    segment,
    segment,
    'rater1',
    `We have no control over sentence ${String(segment)}.`,
    `Wir haben <v>keine Kontrolle</v> über Satz ${String(segment)}.`,
    'Style/Awkward',
    segment % 3 === 0 ? 'Major' : 'Minor',
  ].join('\t');

const rows = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, n) => mqmRow(n >> 1, n % 2));

const mqmFile = (name: string, lines: readonly string[]) => ({
  name,
  mimeType: 'text/tab-separated-values',
  buffer: Buffer.from([HEADER, ...lines, ''].join('\n')),
});

const library = (page: Page) => page.locator('lesart-library');
const entries = (page: Page) => library(page).locator('lesart-work-entry .rename');
const jobs = (page: Page) => library(page).locator('.jobs');

async function openLibrary(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Library' }).click();
  await expect(library(page).getByRole('heading', { name: 'Library' })).toBeVisible();
}

async function importFile(page: Page, file: ReturnType<typeof mqmFile>): Promise<void> {
  await library(page).locator('input.files').setInputFiles(file);
}

test('a file of annotations becomes a work that opens, with its marks, and again after a reload', async ({
  page,
}) => {
  await open(page, '/');
  await openLibrary(page);
  await importFile(page, mqmFile('talks.tsv', rows(40)));
  await expect(jobs(page)).toContainText('“talks” was imported');
  await library(page).getByRole('link', { name: 'Open it' }).click();
  await expect(page).toHaveURL(/\/my-talks-\w{5}/);
  const first = row(page, 'talk.0.0');
  await expect(first).toContainText('Wir haben keine Kontrolle über Satz 0.');
  await expect(first).toContainText('We have no control over sentence 0.');
  await expect(page.locator('lesart-status-line')).toContainText('20 marks');
  await page.reload();
  await expect(row(page, 'talk.0.0')).toContainText('keine Kontrolle');
});

test('bad rows are listed and saved; the good ones are there', async ({ page }) => {
  await open(page, '/');
  await openLibrary(page);
  const bad = mqmRow(3).replace('</v>', '');
  await importFile(page, mqmFile('talks.tsv', [...rows(4), bad, 'just words']));
  const list = library(page).locator('lesart-rejected-rows');
  await expect(list.locator('tbody tr')).toHaveCount(2);
  await expect(list.locator('tbody tr').first()).toContainText('6');
  await expect(list.locator('tbody tr').first()).toContainText('target');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    list.getByRole('button', { name: 'Save these rows to a file' }).click(),
  ]);
  expect(await readFile(await download.path(), 'utf8')).toBe([HEADER, bad, 'just words', ''].join('\n'));
});

test('an imported work is saved as a folder that the validator accepts', async ({ page }) => {
  await open(page, '/');
  await openLibrary(page);
  // One system lacks a segment that the other has.
  await importFile(page, mqmFile('talks.tsv', [...rows(20), mqmRow(10, 1)]));
  await expect(entries(page)).toHaveCount(1);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    library(page)
      .getByRole('button', { name: /Save as a work folder/ })
      .click(),
  ]);
  const slug = download.suggestedFilename().replace('.zip', '');
  const zip = unzipSync(await readFile(await download.path()));
  const files = new Map(
    Object.entries(zip).map(([path, bytes]) => {
      expect(path.startsWith(`${slug}/`)).toBe(true);
      return [path.slice(slug.length + 1), new TextDecoder().decode(bytes)];
    }),
  );
  expect(validateFolder(slug, { files }).filter(({ severity }) => severity === 'fault')).toEqual([]);
  expect(files.get('contributions.jsonl')?.trimEnd().split('\n')).toHaveLength(21);
});

test('a work is deleted and brought back, in both tabs', async ({ page, context }) => {
  await open(page, '/');
  await openLibrary(page);
  await importFile(page, mqmFile('talks.tsv', rows(4)));
  await expect(entries(page)).toHaveCount(1);
  const other = await context.newPage();
  await open(other, '/');
  await openLibrary(other);
  await expect(entries(other)).toHaveCount(1);
  await library(page).getByRole('button', { name: 'Delete: talks' }).click();
  await expect(library(other).getByRole('heading', { name: 'Recently deleted' })).toBeVisible();
  await library(page).getByRole('button', { name: 'Undo' }).click();
  await expect(library(other).getByRole('heading', { name: 'Recently deleted' })).toBeHidden();
  await expect(library(other).getByRole('button', { name: 'Delete: talks' })).toBeVisible();
});

test('an import whose tab is closed in the middle leaves no work, and the next one is whole', async ({
  page,
  context,
}) => {
  const doomed = await context.newPage();
  await open(doomed, '/');
  await openLibrary(doomed);
  await importFile(doomed, mqmFile('doomed.tsv', rows(60_000)));
  // On a fast machine the last steps take a moment only.
  await expect
    .poll(() => jobs(doomed).textContent(), { timeout: 40_000, intervals: [30] })
    .toMatch(/Making a work of|Storing/);
  await doomed.close();
  await open(page, '/');
  await openLibrary(page);
  await expect(library(page)).toContainText('Nothing has been imported yet.');
  await importFile(page, mqmFile('talks.tsv', rows(4)));
  await expect(entries(page)).toHaveCount(1);
});

test('a long import can be cancelled, and the page stays in use meanwhile', async ({ page }) => {
  await open(page, '/');
  await openLibrary(page);
  await importFile(page, mqmFile('long.tsv', rows(60_000)));
  await expect(jobs(page).locator('progress')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  await expect(page.locator('.row.active')).toBeVisible();
  await openLibrary(page);
  await jobs(page).getByRole('button', { name: 'Cancel' }).click();
  await expect(jobs(page)).toContainText('was cancelled; nothing of it was kept');
  await expect(entries(page)).toHaveCount(0);
});

test('a backup brings everything to another device', async ({ page, browser }) => {
  await open(page, '/');
  await openLibrary(page);
  await importFile(page, mqmFile('talks.tsv', rows(4)));
  await expect(entries(page)).toHaveCount(1);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    library(page).getByRole('button', { name: 'Save a backup' }).click(),
  ]);
  const device = await browser.newContext({ locale: 'en-US' });
  const there = await device.newPage();
  await open(there, '/');
  await openLibrary(there);
  await library(there)
    .locator('input.files')
    .setInputFiles({
      name: download.suggestedFilename(),
      mimeType: 'application/zip',
      buffer: await readFile(await download.path()),
    });
  await expect(jobs(there)).toContainText('1 work was added');
  await library(there).getByRole('link', { name: 'talks', exact: true }).click();
  await expect(row(there, 'talk.0.0')).toContainText('keine Kontrolle');
  await device.close();
});

test('the library with all that it can say has no barrier that axe finds', async ({ page }) => {
  await open(page, '/');
  await openLibrary(page);
  await importFile(page, mqmFile('talks.tsv', [...rows(4), 'just words']));
  await expect(entries(page)).toHaveCount(1);
  await library(page).getByRole('button', { name: 'Delete: talks' }).click();
  await expect(library(page).getByRole('heading', { name: 'Recently deleted' })).toBeVisible();
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
});
