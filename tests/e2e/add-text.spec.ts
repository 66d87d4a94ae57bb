import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, open, test } from './page.ts';

const DE = [
  'Über Berge',
  'Der Berg ist 4200 Meter hoch.',
  '1957 kam Anna Meier.',
  'Heute fährt eine Bahn ab Bern.',
];
const EN = [
  'On mountains',
  'The mountain is 4200 metres high.',
  'Anna Meier came in 1957.',
  'A train runs from Bern.',
];
const ES = [
  'Sobre montañas',
  'La montaña tiene 4200 metros.',
  'Anna Meier vino en 1957.',
  'Un tren sale de Bern.',
];

const adding = (page: Page) => page.getByRole('dialog', { name: /^Add texts to/ });

/** Drops texts on something. */
async function drop(
  page: Page,
  where: string,
  texts: Readonly<Record<string, readonly string[]>>,
): Promise<void> {
  const files = Object.entries(texts).map(([name, paragraphs]) => [name, paragraphs.join('\n\n')] as const);
  const dataTransfer = await page.evaluateHandle((all) => {
    const transfer = new DataTransfer();
    for (const [name, text] of all) transfer.items.add(new File([text], name));
    return transfer;
  }, files);
  await page.locator(where).first().dispatchEvent('drop', { dataTransfer });
}

test('files that are dropped on the page make a work, and a third text is added to it by keys alone', async ({
  page,
}) => {
  await open(page, '/');
  await drop(page, 'lesart-top-bar', { 'berge.txt': DE, 'mountains.txt': EN });
  const making = page.getByRole('dialog', { name: 'A work of your own texts' });
  await making.getByLabel('Where it comes from: berge.txt').selectOption('machine');
  await making.getByLabel('Where it comes from: mountains.txt').selectOption('human');
  await making.getByRole('button', { name: 'Make the work' }).click();
  await making.getByRole('link', { name: 'Open' }).click();
  await expect(page).toHaveTitle('Über Berge – Lesart');

  await page.getByRole('button', { name: 'Library' }).click();
  await page.getByRole('button', { name: 'Add a text …: Über Berge' }).focus();
  await page.keyboard.press('Enter');
  await expect(adding(page).locator('.present li')).toHaveText([/^\s*Deutsch/, /^\s*English/]);
  await adding(page).getByRole('button', { name: 'Type or paste a text' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.insertText(ES.join('\n\n'));
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(adding(page).getByLabel(/^Language/)).toHaveValue('es');
  await adding(page).getByRole('button', { name: 'Add to the work' }).focus();
  await page.keyboard.press('Enter');
  await expect(adding(page).getByLabel(/^Where it comes from/)).toBeFocused();
  await adding(page)
    .getByLabel(/^Where it comes from/)
    .selectOption('human');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await adding(page).getByRole('button', { name: 'Add to the work' }).press('Enter');
  // The open work is loaded anew, with the text beside its subject.
  const reload = adding(page).getByRole('link', { name: 'Reload the work' });
  await expect(reload).toBeFocused();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\?v=de,es$/);
  await expect(page.locator('lesart-compare-view')).toContainText(ES[1]!);
  await expect(page.locator('lesart-compare-view')).toContainText(DE[1]!);
});

test('what a text is can be said later, and is there after a reload', async ({ page }) => {
  await open(page, '/');
  await drop(page, 'lesart-top-bar', { 'berge.txt': DE, 'mountains.txt': EN, 'montes.txt': ES });
  const making = page.getByRole('dialog', { name: 'A work of your own texts' });
  for (const name of ['berge.txt', 'mountains.txt', 'montes.txt'])
    await making.getByLabel(`Where it comes from: ${name}`).selectOption('human');
  await making.getByRole('button', { name: 'Make the work' }).click();
  await making.getByRole('link', { name: 'Open' }).click();
  await expect(page).toHaveTitle(/Lesart/);

  await page.getByRole('button', { name: 'Library' }).click();
  await page.getByRole('button', { name: /^Properties …/ }).click();
  const properties = page.getByRole('dialog', { name: /^Properties of/ });
  await properties.getByLabel('Where it comes from: Español').selectOption('back-translation');
  await properties.getByRole('button', { name: 'Save' }).click();
  await expect(properties.getByLabel(/^Back-translation of/)).toBeFocused();
  await properties.getByLabel(/^Back-translation of/).selectOption('en');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await properties.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('link', { name: 'Reload the work' }).click();
  await page.getByRole('button', { name: 'Library' }).click();
  await page.getByRole('button', { name: /^Properties …/ }).click();
  await expect(properties.getByLabel(/^Back-translation of/)).toHaveValue('en');
});
