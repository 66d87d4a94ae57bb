import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type GlossaryColumns, readGlossaryFile } from '../../../src/core/format/glossary-import.ts';
import { MAX_CONCEPTS } from '../../../src/core/format/glossary-limits.ts';
import { writeGlossary } from '../../../src/core/work/glossary.ts';
import { type Concept, conceptGlossary, MAX_TERM } from '../../../src/core/work/glossary-concept.ts';
import { CSV2TBX, concepts } from './glossary-samples.ts';

const COLUMNS: GlossaryColumns = {
  reference: 'en',
  subject: 'de',
  langs: new Map([
    ['en', 'en'],
    ['de', 'de'],
    ['br', 'pt-BR'],
  ]),
  names: new Map([['deutsch', 'de']]),
};
const read = (text: string) => readGlossaryFile(text, 'g.csv', COLUMNS);
const said = (concept: Concept) => [
  concept.sense,
  ...concept.terms.map(({ lang, text, forbidden }) => `${lang} ${forbidden ? '!' : ''}${text}`),
];
const codes = (text: string) => read(text).problems.map(({ code, line }) => `${code} ${String(line)}`);

describe('a glossary file', () => {
  test.each([
    ['en,de\nfunding,Finanzierung\n'],
    ['source;target\r\nfunding;Finanzierung\r\n'],
    ['\uFEFFEN\tDeutsch\nfunding\tFinanzierung\n'],
    ['"en","de"\n"funding","Finanzierung"'],
    ['term\tsense\tde\nfunding\t\tFinanzierung\n'],
  ])('%j is a table of two languages', (text) => {
    expect(read(text)).toEqual({
      value: [
        {
          sense: '',
          terms: [
            { lang: 'en', text: 'funding' },
            { lang: 'de', text: 'Finanzierung' },
          ],
        },
      ],
      problems: [],
    });
  });

  test('may have notes, other words and forbidden ones, and ids of variants over its columns', () => {
    const { value, problems } = read(
      'note,en,br,de,page\nmoney,funding,financiamento,"Finanzierung | !Spenden",7\n',
    );
    expect(value?.map(said)).toEqual([
      ['money', 'en funding', 'pt-BR financiamento', 'de Finanzierung', 'de !Spenden'],
    ]);
    expect(problems.map(({ code, severity, args }) => [code, severity, args])).toEqual([
      ['glossary-column-skipped', 'warning', { column: 'page' }],
    ]);
  });

  test('of a work keeps all its columns that have a language', () => {
    const { value } = read('term\tsense\tde\tbr\nCEO\thead\tChefin | Chef\t!CEO\n');
    expect(value?.map(said)).toEqual([['head', 'en CEO', 'de Chefin', 'de Chef', 'pt-BR !CEO']]);
  });

  test('in XML is TBX', () => {
    expect(read(CSV2TBX).value?.length).toBe(2);
  });

  test.each([
    ['funding,Finanzierung\nlatency,Latenz\n', 'glossary-languages-missing 1'],
    ['en\nfunding\n', 'glossary-languages-missing 1'],
    ['', 'glossary-languages-missing 1'],
    ['en,de\n"funding,Finanzierung\n', 'glossary-quote-unclosed 2'],
  ])('%j gives nothing and says why', (text, code) => {
    expect(read(text).value).toBeUndefined();
    expect(codes(text)).toEqual([code]);
  });

  test('leaves out the lines that have no term, or one that is too long, and names them', () => {
    const long = 'x'.repeat(MAX_TERM + 1);
    const text = `id,en,de,note\n1,,,nothing\n2,funding,Finanzierung,\n3,${long},lang,\n`;
    expect(codes(text)).toEqual([
      'glossary-column-skipped 1',
      'glossary-entry-empty 2',
      'glossary-term-too-long 4',
    ]);
    expect(read(text).value?.map(said)).toEqual([['', 'en funding', 'de Finanzierung']]);
  });

  test('with too many entries is not imported in half', () => {
    const text = `en,de\n${'a,b\n'.repeat(MAX_CONCEPTS + 1)}`;
    expect(read(text).value).toBeUndefined();
    expect(codes(text)).toEqual(['glossary-too-large undefined']);
  });

  test('of any content is read without fail', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc
            .array(
              fc.constantFrom(
                'en',
                'de',
                ',',
                '\t',
                ';',
                '"',
                '\n',
                '\r',
                '|',
                '!',
                'a',
                '<',
                'term',
                'sense',
              ),
            )
            .map((parts) => `en,de\n${parts.join('')}`),
          fc
            .array(fc.constantFrom('\t', '\n', '|', '!', 'a', ' '))
            .map((parts) => `term\tsense\tde\n${parts.join('')}`),
        ),
        (text) => {
          const { value, problems } = read(text);
          if (value === undefined) expect(problems.length).toBeGreaterThan(0);
          for (const { terms } of value ?? []) {
            expect(terms.length).toBeGreaterThan(0);
            for (const term of terms) expect(term.text).toBe(term.text.trim());
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  test('that was written for a work says the same of its languages', () => {
    const work = {
      reference: 'en',
      variants: [...COLUMNS.langs].map(([id, lang]) => ({ id, lang, provenance: 'human' as const })),
    };
    const plain = (text: string) =>
      text
        .replaceAll('|', ' ')
        .replace(/\s+/gu, ' ')
        .trim()
        .replace(/^[!\s]+/u, '');
    fc.assert(
      fc.property(concepts, (given) => {
        const own = conceptGlossary(work as never, given);
        const again = conceptGlossary(work as never, read(writeGlossary(own)).value ?? []);
        const lines = (glossary: typeof own) =>
          glossary.entries.map(({ term, renderings, forbidden }) => [
            plain(term),
            [...renderings].map(([id, words]) => [id, words.map(plain)]),
            [...(forbidden ?? [])].map(([id, words]) => [id, words.map(plain)]),
          ]);
        const writable = JSON.stringify(given).search(/[|!]/u) < 0;
        const once =
          new Set(own.entries.map(({ term, sense }) => `${term}\n${sense}`)).size === own.entries.length;
        fc.pre(writable && once);
        expect(lines(again)).toEqual(lines(own));
      }),
      { numRuns: 300 },
    );
  });
});
