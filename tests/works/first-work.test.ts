import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { validateFolder } from '../../src/core/contribution/validate.ts';
import { readGlossary } from '../../src/core/work/glossary.ts';
import type { Work } from '../../src/core/work/model.ts';
import { pageText } from '../../src/core/work/page.ts';
import { buildRows } from '../../src/core/work/rows.ts';
import { readVariant } from '../../src/core/work/variant-file.ts';
import { readWork } from '../../src/core/work/work-json.ts';

const folder = new URL('../../translations/works/mistral-interview/', import.meta.url);
const page = new URL('../../../shared/reference/page-de.txt', import.meta.url);
const PAGE_SHA256 = 'abd3b71dfabff9cc91afb4dab24518650450c07e5135bb9574b2251983c397ab';

const readText = (name: string) => readFileSync(new URL(name, folder), 'utf8');

function firstWork(): Work {
  const { value, problems } = readWork(readText('work.json'));
  expect(problems).toEqual([]);
  if (value === undefined) throw new Error('work.json cannot be read');
  return value;
}

function paragraphsOf(variant: string) {
  const { value, problems } = readVariant(readText(`${variant}.md`), `${variant}.md`);
  expect(problems).toEqual([]);
  return value;
}

describe('the first work', () => {
  test('has no fault, and nothing that is worth a warning', () => {
    const files = new Map(readdirSync(folder).map((name) => [name, readText(name)]));
    expect(files.has('glossary.tsv')).toBe(true);
    expect(validateFolder('mistral-interview', { files })).toEqual([]);
  });

  test('has renderings of every term in each language of its glossary, but for the company’s name', () => {
    const { value, problems } = readGlossary(readText('glossary.tsv'));
    expect(problems).toEqual([]);
    const gaps = value.variants.flatMap((variant) =>
      value.entries.filter(({ renderings }) => !renderings.has(variant)).map(({ term }) => term),
    );
    expect([...new Set(gaps)]).toEqual(['Mistral AI']);
  });

  test('gives back the page it was taken from', () => {
    const rebuilt = pageText(firstWork(), paragraphsOf('de'));
    expect(createHash('sha256').update(rebuilt).digest('hex')).toBe(PAGE_SHA256);
  });

  test.skipIf(!existsSync(page))('gives back shared/reference/page-de.txt byte for byte', () => {
    const rebuilt = pageText(firstWork(), paragraphsOf('de'));
    expect(Buffer.from(rebuilt).equals(readFileSync(page))).toBe(true);
  });

  test('lists its 14 variants in page order under the labels of the page', () => {
    const listed = firstWork().variants.filter((variant) => variant.listed);
    expect(listed.map(({ lang, label }) => `${lang} ${label}`)).toEqual([
      'ko 한어',
      'ru Русский язык',
      'en English',
      'fr Français',
      'id Indonesian',
      'sa Sanskrit',
      'ja 日本語',
      'de Deutsch',
      'pt Português',
      'el Ελληνικά',
      'es español',
      'it Italiano',
      'fi Suomalainen',
      'la Latina',
    ]);
  });

  test('says of every reconstructed variant, in English and German, that it is our own', () => {
    const reconstructed = firstWork().variants.filter(({ provenance }) => provenance === 'reconstructed');
    expect(reconstructed).toHaveLength(14);
    for (const { note } of reconstructed) {
      expect(note?.['en']).toContain('Our own reconstruction');
      expect(note?.['de']).toContain('Unsere eigene Rekonstruktion');
    }
  });

  test('has a German paragraph in every row', () => {
    const rows = buildRows(['de'], new Map([['de', paragraphsOf('de')]]));
    expect(rows).toHaveLength(56);
    expect(rows.every((row) => row.cells.get('de')?.length === 1)).toBe(true);
  });
});
