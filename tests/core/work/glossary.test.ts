import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readGlossary } from '../../../src/core/work/glossary.ts';

const codes = (text: string) =>
  readGlossary(text).problems.map(({ code, line, args }) =>
    [line, code, args['path'] ?? args['first'] ?? args['count']]
      .filter((part) => part !== undefined)
      .join(' '),
  );
const rows = (text: string) =>
  readGlossary(text).value.entries.map(({ term, renderings, line }) => ({
    term,
    line,
    ...Object.fromEntries(renderings),
  }));

describe('reading a glossary', () => {
  test('parts the renderings that must not be used from the others', () => {
    const { entries } = readGlossary('term\tsense\tde\nfunding\t\tFinanzierung | !Spenden | ! Gaben\n').value;
    expect([...(entries[0]?.renderings ?? [])]).toEqual([['de', ['Finanzierung']]]);
    expect([...(entries[0]?.forbidden ?? [])]).toEqual([['de', ['Spenden', 'Gaben']]]);
  });

  test('gives each term its renderings by variant', () => {
    const text =
      'term\tsense\tfr\tde\ntraining\tof models\tentraînement | entraîner\tTraining\nCEO\t\t\tCEO\n';
    expect(readGlossary(text).problems).toEqual([]);
    expect(readGlossary(text).value.variants).toEqual(['fr', 'de']);
    expect(readGlossary(text).value.entries[0]?.sense).toBe('of models');
    expect(rows(text)).toEqual([
      { term: 'training', line: 2, fr: ['entraînement', 'entraîner'], de: ['Training'] },
      { term: 'CEO', line: 3, de: ['CEO'] },
    ]);
  });

  test('forgives what spreadsheets and editors do', () => {
    expect(rows('\uFEFFterm\tsense\tfr\t de \r\n\r\n AI \tx\tIA |\r\nAPI\r\n')).toEqual([
      { term: 'AI', line: 3, fr: ['IA'] },
      { term: 'API', line: 4 },
    ]);
  });

  test.each([
    ['another header', 'word\tsense\tfr\nAI\tx\tIA', ['1 glossary-header-invalid']],
    ['an empty file', '', ['1 glossary-header-invalid']],
    ['a head that is no id', 'term\tsense\tfr\t\n', ['1 id-invalid header[3]']],
    ['a variant that stands there twice', 'term\tsense\tfr\tfr\n', ['1 variant-repeated header[3]']],
    ['more cells than heads', 'term\tsense\tfr\nAI\tx\tIA\tKI', ['2 glossary-cells-surplus 4']],
    ['a line without a term', 'term\tsense\tfr\n\tx\tIA', ['2 value-missing term']],
    ['a term again', 'term\tsense\tfr\nAI\tx\tIA\n\nAI\tx\tai', ['4 glossary-term-repeated 2']],
  ])('reports %s', (_name, text, expected) => {
    expect(codes(text)).toEqual(expected);
  });

  test('takes one term in two senses for two', () => {
    expect(codes('term\tsense\tfr\nbank\tof a river\trive\nbank\tfor money\tbanque')).toEqual([]);
  });

  test('does not read a file without measure', () => {
    expect(codes('x'.repeat((1 << 20) + 1))).toEqual(['file-too-large']);
  });

  test('reads back any table without tabs and bars in its cells, and marks at their start', () => {
    const cell = fc.stringMatching(/^[^\s|!\uFEFF](?:[^\t\n\r|]{0,8}[^\s|\uFEFF])?$/);
    const line = fc.record({ term: cell, sense: cell, fr: fc.array(cell, { maxLength: 3 }) });
    fc.assert(
      fc.property(fc.uniqueArray(line, { selector: ({ term }) => term }), (lines) => {
        const text = lines.map(({ term, sense, fr }) => `${term}\t${sense}\t${fr.join(' | ')}`);
        const { value, problems } = readGlossary(['term\tsense\tfr', ...text].join('\n'));
        expect(problems).toEqual([]);
        expect(
          value.entries.map(({ term, sense, renderings }) => ({
            term,
            sense,
            fr: renderings.get('fr') ?? [],
          })),
        ).toEqual(lines);
      }),
    );
  });
});
