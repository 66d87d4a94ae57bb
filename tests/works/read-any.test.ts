import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { languageIdentifier } from '../../src/core/check/language-identifier.ts';
import type { ImportedTable, ImportedText } from '../../src/core/format/imported.ts';
import { type AnyFile, readAny, type ReadAnyOptions } from '../../src/core/format/read-any.ts';
import type { Read } from '../../src/core/problem.ts';
import { finish } from '../../src/core/steps.ts';

const platform = { TextDecoder, identifier: languageIdentifier };

async function read(
  name: string,
  content: string | Uint8Array,
  options: ReadAnyOptions = {},
): Promise<Read<AnyFile>> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return finish(await readAny({ name, bytes }, options, platform));
}

const sample = (name: string): Promise<Read<AnyFile>> =>
  read(name, new Uint8Array(readFileSync(new URL(`../samples-text/${name}`, import.meta.url))));

const langsOf = ({ value }: Read<AnyFile>): readonly string[] => value.languages.map(({ lang }) => lang);
const tableOf = ({ value, problems }: Read<AnyFile>): ImportedTable => {
  expect(problems).toEqual([]);
  if (value.imported?.kind !== 'table') throw new Error(`no table: ${value.kind}`);
  return value.imported;
};
const textOf = ({ value, problems }: Read<AnyFile>): ImportedText => {
  expect(problems).toEqual([]);
  if (value.imported?.kind !== 'text') throw new Error(`no text: ${value.kind}`);
  return value.imported;
};
const linesOf = (text: ImportedText): readonly string[] =>
  text.paragraphs.map(({ role, text: own, left }) => `${left === true ? '(left) ' : ''}${role}: ${own}`);

const ENGLISH = [
  'The gardener opens the door.',
  'He has picked apples since the morning, and his basket is full.',
  '"Will it snow tonight?" asks the child.',
];
const GERMAN = [
  'Der Gärtner öffnet die Tür.',
  'Seit dem Morgen hat er Äpfel gepflückt, und sein Korb ist voll.',
  '„Wird es heute Nacht schneien?“, fragt das Kind.',
];

/** The two text columns of a table, with what they are taken for. */
const pairs = ({ columns, rows }: ImportedTable): readonly (readonly string[])[] => {
  const texts = columns.flatMap(({ use }, at) => (use === 'text' ? [at] : []));
  return rows.map((row) => texts.map((at) => row[at]!));
};
const both = ENGLISH.map((english, at) => [english, GERMAN[at]!]);

describe('files of independent programs', () => {
  test('a catalogue by csv2po', async () => {
    const file = await sample('garden.csv2po.po');
    const table = tableOf(file);
    expect(pairs(table)).toEqual(both);
    expect(table.columns).toMatchObject([
      { name: 'msgid', use: 'text', lang: 'en' },
      { name: 'msgstr', use: 'text', lang: 'de' },
    ]);
    expect(langsOf(file)).toEqual(['en', 'de']);
  });

  test('a catalogue without translations by txt2po', async () => {
    const file = await sample('garden.txt2po.po');
    expect(pairs(tableOf(file))).toEqual(ENGLISH.map((text) => [text]));
  });

  test('a catalogue by json2po', async () => {
    const file = await sample('garden.json2po.po');
    expect(pairs(tableOf(file)).flat()).toContain('Will it snow tonight?');
  });

  test('XLIFF by po2xliff, without the header that it makes a unit of', async () => {
    const file = await sample('garden.po2xliff.xlf');
    expect(file.value.kind).toBe('xliff');
    const { imported } = file.value;
    expect(imported?.kind === 'table' && pairs(imported)).toEqual(both);
    expect(file.problems.filter(({ severity }) => severity === 'fault')).toEqual([]);
  });

  test('a memory by po2tmx', async () => {
    const file = await sample('garden.po2tmx.tmx');
    const table = tableOf(file);
    expect(pairs(table)).toEqual(both);
    expect(table.columns.map(({ lang }) => lang)).toEqual(['en', 'de']);
  });

  test('a table by po2csv', async () => {
    const file = await sample('garden.po2csv.csv');
    const table = tableOf(file);
    expect(table.columns.map(({ use }) => use)).toEqual(['id', 'text', 'text']);
    expect(pairs(table)).toEqual(both);
    expect(langsOf(file)).toEqual(['und', 'en', 'de']);
  });

  test('resources by po2json', async () => {
    expect(tableOf(await sample('garden.po2json.json')).rows).toEqual([
      ['garden.door', 'Der Gärtner öffnet die Tür.'],
      ['garden.snow', 'Wird es heute Nacht schneien?'],
      ['full', 'Sein Korb ist voll.'],
    ]);
  });

  test('subtitles by po2sub', async () => {
    const file = await sample('garden.po2sub.srt');
    expect(linesOf(textOf(file)).map((line) => line.replace(/^.*?: /u, ''))).toEqual([
      'Der Gärtner öffnet die Tür, und niemand ist da.',
      '- Wird es schneien?',
      '- Ja.',
    ]);
    expect(langsOf(file)).toEqual(['de']);
  });

  test('Markdown by pandoc', async () => {
    expect(linesOf(textOf(await sample('garden.pandoc.md')))).toEqual([
      'title: Der Garten',
      'paragraph: Der Gärtner öffnet die Tür. Seit dem Morgen hat er Äpfel gepflückt, und sein Korb ist voll; niemand hilft ihm dabei, und er singt.',
      'heading: Am Abend',
      'paragraph: Das Kind fragt: Wird es schneien?',
      'list-item: ein Korb',
      'list-item: eine Leiter',
      'list-item: aus Holz',
      'paragraph: Wer Äpfel hat, friert nicht.',
      'paragraph: Sorte',
      'paragraph: Zahl',
      'paragraph: Boskop',
      'paragraph: 40',
    ]);
  });

  test('plain text with broken lines by pandoc', async () => {
    const file = await sample('garden.pandoc.txt');
    expect(file.value.layout).toBe('blank-lines');
    expect(linesOf(textOf(file)).slice(0, 7)).toEqual([
      'title: Der Garten',
      'paragraph: Der Gärtner öffnet die Tür. Seit dem Morgen hat er Äpfel gepflückt, und sein Korb ist voll; niemand hilft ihm dabei, und er singt.',
      'paragraph: Am Abend',
      'paragraph: Das Kind fragt: Wird es schneien?',
      'list-item: -   ein Korb',
      'list-item: -   eine Leiter',
      'list-item: -   aus Holz',
    ]);
  });

  test('plain text with a line a paragraph, in windows-1252, by LibreOffice', async () => {
    const file = await sample('garden.libreoffice-1252.txt');
    expect(file.value).toMatchObject({ layout: 'lines', encoding: { name: 'windows-1252' } });
    expect(linesOf(textOf(file)).slice(0, 3)).toEqual([
      'title: Der Garten',
      'paragraph: Der Gärtner öffnet die Tür. Seit dem Morgen hat er Äpfel gepflückt, und sein Korb ist voll; niemand hilft ihm dabei, und er singt.',
      'paragraph: Am Abend',
    ]);
  });
});

describe('the language', () => {
  const german = 'Der Gärtner öffnet die Tür, und niemand ist da. Seit dem Morgen hat er Äpfel gepflückt.\n';

  test('is the one in the file’s name, unless the text is for certain in another', async () => {
    expect((await read('garten.de-AT.txt', german)).value.languages).toEqual([
      { lang: 'de-AT', certain: true, by: 'name' },
    ]);
    expect((await read('garten.fr.txt', german.repeat(3))).value.languages).toMatchObject([
      { lang: 'de', certain: false, by: 'words' },
    ]);
  });

  test('is the one that a header of Markdown names', async () => {
    const { languages } = (await read('a.md', `---\nlang: gsw\n---\n\n# Dr Garte\n\nS isch chalt.\n`)).value;
    expect(languages).toMatchObject([{ lang: 'gsw', by: 'file' }]);
  });
});

describe('kinds', () => {
  test.each([
    ['subtitles.txt', 'WEBVTT\n\n00:00.000 --> 00:01.000\nHello there.\n', 'vtt'],
    [
      'page.txt',
      '<!DOCTYPE html><html lang="en"><body><p>Hello there, this is a page.</p></body></html>',
      'html',
    ],
    ['', 'a\tb\nc\td\n', 'tsv'],
    ['', 'A plain text.\n', 'text'],
    ['', '# Title\n\nA text.\n', 'markdown'],
    ['', '[{"de":"Haus","en":"house"}]', 'json'],
    ['marks.tsv', 'system\tdoc\tdoc_id\n', 'mqm-tsv'],
    ['x.bin', Uint8Array.of(0, 1, 2, 0, 0, 3, 4, 255, 0, 0), 'unknown'],
    ['x.txt', Uint8Array.of(0x25, 0x50, 0x44, 0x46, 0x2d), 'unknown'],
    ['de.md', '<!-- title title -->\nHaus\n', 'markdown'],
  ])('%s is recognised: %s', async (name, content, kind) => {
    expect((await read(name, content)).value.kind).toBe(kind);
  });

  test('a kind that nobody knows is a problem', async () => {
    expect((await read('x.pdf', '%PDF-1.7')).problems).toMatchObject([{ code: 'format-unknown' }]);
  });

  test.each(['text', 'markdown', 'srt', 'vtt', 'po', 'csv', 'tsv', 'json', 'xliff', 'tmx'] as const)(
    'an empty file of kind %s is a problem, not a work',
    async (kind) => {
      const { value, problems } = await read('', '', { kind });
      expect(value.imported).toBeUndefined();
      expect(problems.length).toBe(1);
    },
  );
});

test('a text of 20 MB is read in steps, none of which takes long', async () => {
  const paragraph =
    'Der Gärtner öffnet die Tür, und niemand ist da. Seit dem Morgen hat er Äpfel gepflückt.\n'.repeat(5);
  const bytes = new TextEncoder().encode(`${paragraph}\n`.repeat(44_000));
  expect(bytes.length).toBeGreaterThan(20e6);
  const steps = await readAny({ name: 'book.txt', bytes }, {}, platform);
  let count = 0;
  for (;;) {
    const step = steps.next();
    if (step.done === true) {
      expect(step.value.value.imported).toMatchObject({ kind: 'text' });
      break;
    }
    count += 1;
  }
  expect(count).toBeGreaterThan(40);
});

describe('a file that is too large', () => {
  test.each(['text', 'markdown', 'srt', 'po', 'csv', 'json'] as const)(
    'in lines is refused before its paragraphs are made (%s)',
    async (kind) => {
      const { value, problems } = await read('a.x', '{\r\n'.repeat(2_000_001), { kind });
      expect(value.imported).toBeUndefined();
      expect(problems).toMatchObject([{ code: 'lines-surplus', severity: 'fault', file: 'a.x' }]);
    },
  );

  test('in bytes is one problem, not also that of an empty text', async () => {
    const { problems } = await read('a.xlf', new Uint8Array(257 * 1024 * 1024).fill(0x20), { kind: 'xliff' });
    expect(problems).toMatchObject([{ code: 'file-too-large', file: 'a.xlf' }]);
  });
});
