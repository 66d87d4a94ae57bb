import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { validateFolder } from '../../src/core/contribution/validate.ts';
import { readVariant } from '../../src/core/work/variant-file.ts';
import { expect, open, row, test } from './page.ts';

const COUNT = 20;
const own = (variant: string): readonly string[] =>
  readVariant(readFileSync(`translations/works/mistral-interview/${variant}.md`, 'utf8'), `${variant}.md`)
    .value.slice(0, COUNT)
    .map(({ text }) => text.trim());

const EN = own('en');
/** Two paragraphs of the original are one in the translation. */
const JOINED = 7;
const DE = own('de').flatMap((text, at, all) =>
  at === JOINED ? [] : [at === JOINED - 1 ? `${text} ${all[JOINED]!}` : text],
);

const library = (page: Page) => page.locator('lesart-library');
const dialog = (page: Page) => page.locator('lesart-import');
const card = (page: Page, name: string) => dialog(page).locator('lesart-import-file', { hasText: name });

const files = () => [
  { name: 'talk.md', mimeType: 'text/markdown', buffer: Buffer.from(EN.join('\n\n')) },
  // As an old program would have saved it.
  {
    name: 'gespraech.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from(DE.join('\r\n\r\n').replaceAll(/[\u0100-\uFFFF]/g, '"'), 'latin1'),
  },
];

async function openLibrary(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Library' }).click();
  await expect(library(page).getByRole('heading', { name: 'Library' })).toBeVisible();
}

/** Drops files on the library. */
async function drop(page: Page): Promise<void> {
  const data = await page.evaluateHandle(
    (all) => {
      const transfer = new DataTransfer();
      for (const { name, bytes } of all) transfer.items.add(new File([new Uint8Array(bytes)], name));
      return transfer;
    },
    files().map(({ name, buffer }) => ({ name, bytes: [...buffer] })),
  );
  await library(page).locator('dialog').first().dispatchEvent('drop', { dataTransfer: data });
  await expect(dialog(page).locator('lesart-import-fields')).toHaveCount(2);
}

async function make(page: Page): Promise<void> {
  await card(page, 'talk.md').getByLabel('Where it comes from').selectOption('human');
  await card(page, 'gespraech.txt').getByLabel('Where it comes from').selectOption('machine');
  await dialog(page).getByRole('button', { name: 'Make the work' }).click();
  await expect(dialog(page).getByRole('link', { name: 'Open' })).toBeVisible({ timeout: 30_000 });
}

test('two files are dropped, looked at, made a work and read side by side, and again after a reload', async ({
  page,
}) => {
  await open(page, '/');
  await openLibrary(page);
  await drop(page);
  await expect(card(page, 'gespraech.txt').getByLabel('Language')).toHaveValue('de');
  await expect(card(page, 'talk.md').getByLabel('Name of the text')).toHaveValue('English');
  await expect(card(page, 'gespraech.txt')).toContainText(DE[4]!.slice(0, 60));
  // What is wanting is said, and nothing is kept before.
  await dialog(page).getByRole('button', { name: 'Make the work' }).click();
  await expect(dialog(page).getByRole('alert')).toContainText('Say where “English” comes from');
  await dialog(page).getByLabel('Title of the work').fill('A talk');
  await make(page);
  await dialog(page).getByRole('link', { name: 'Open' }).click();

  await expect(page).toHaveURL(/\/my-a-talk-\w{5}/);
  const joined = row(page, `p${String(JOINED)}`);
  await joined.scrollIntoViewIfNeeded();
  await expect(joined).toContainText(EN[JOINED - 1]!.slice(0, 40));
  await expect(joined).toContainText(EN[JOINED]!.slice(0, 40));
  const last = row(page, `p${String(COUNT - 1)}`);
  await last.scrollIntoViewIfNeeded();
  await expect(last).toContainText(EN.at(-1)!.slice(0, 40));
  await expect(last).toContainText(DE.at(-1)!.slice(0, 20));
  await page.reload();
  await expect(row(page, 'p1')).toContainText(EN[0]!);
});

test('the work is saved as a folder that the validator accepts, and comes back from it as another work', async ({
  page,
}) => {
  await open(page, '/');
  await openLibrary(page);
  await drop(page);
  await make(page);
  await dialog(page)
    .getByRole('button', { name: /^Close/ })
    .click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    library(page)
      .getByRole('button', { name: /Save as a work folder/ })
      .click(),
  ]);
  const path = await download.path();
  const slug = download.suggestedFilename().replace('.zip', '');
  const inside = new Map(
    Object.entries(unzipSync(new Uint8Array(readFileSync(path)))).map(([name, bytes]) => [
      name.slice(slug.length + 1),
      new TextDecoder().decode(bytes),
    ]),
  );
  expect(
    validateFolder(slug, { files: inside }).filter(
      ({ severity, file }) =>
        severity === 'fault' && (file === 'work.json' || file === 'contributions.jsonl'),
    ),
  ).toEqual([]);
  await library(page)
    .locator('input.files')
    .setInputFiles({ name: 'again.zip', mimeType: 'application/zip', buffer: readFileSync(path) });
  await expect(library(page).locator('.jobs')).toContainText('was imported');
  await expect(library(page).locator('lesart-work-entry .delete')).toHaveCount(2);
});

test('the texts can be taken and the work made by keys alone', async ({ page }) => {
  await open(page, '/');
  await page.keyboard.press('l');
  await library(page).locator('input.files').setInputFiles(files());
  await expect(dialog(page).locator('lesart-import-fields')).toHaveCount(2);
  for (const name of ['talk.md', 'gespraech.txt']) {
    const select = card(page, name).getByLabel('Where it comes from');
    await select.focus();
    await page.keyboard.press('w');
    await expect(select).toHaveValue('human');
  }
  const button = dialog(page).getByRole('button', { name: 'Make the work' });
  for (let steps = 0; steps < 80; steps += 1) {
    if (await button.evaluate((element) => element.matches(':focus'))) break;
    await page.keyboard.press('Tab');
  }
  await expect(button).toBeFocused();
  await page.keyboard.press('Enter');
  // The focus goes to what can be done next.
  await expect(dialog(page).getByRole('link', { name: 'Open' })).toBeFocused({ timeout: 30_000 });
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/my-/);
});

test('the import with all that it can say has no barrier that axe finds', async ({ page }) => {
  await open(page, '/');
  await openLibrary(page);
  await drop(page);
  await library(page)
    .locator('lesart-import input[type=file]')
    .setInputFiles([
      { name: 'a.png', mimeType: 'image/png', buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2]) },
      { name: 'texts.csv', mimeType: 'text/csv', buffer: Buffer.from('key,English,Deutsch\na,One,Eins\n') },
    ]);
  await expect(dialog(page).locator('lesart-import-columns')).toBeVisible();
  await dialog(page).getByRole('button', { name: 'Type or paste a text' }).click();
  await dialog(page).getByRole('button', { name: 'Make the work' }).click();
  await expect(dialog(page).locator('.lacks')).toContainText('is a table of several texts');
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
});
