import { describe, expect, test } from 'vitest';
import { fold } from '../../../src/core/contribution/fold.ts';
import type { Contribution } from '../../../src/core/contribution/record.ts';
import { importMqm } from '../../../src/core/format/mqm-import.ts';
import { readMqmTsv } from '../../../src/core/format/mqm-tsv.ts';
import { finish } from '../../../src/core/steps.ts';
import { judgementSteps, withUnmarked } from '../../../src/core/mqm/statistics-judgements.ts';
import { id, mark, opaque, review, withdrawal } from '../contribution/make.ts';
import { clean, judge } from './statistics-judge.ts';

const rating = (n: number, given: object = {}) =>
  opaque(n, { type: 'rating', variant: 'de', paragraph: 'p', ...given });
const numbers: Readonly<Record<string, number>> = { p: 1, q: 2 };
const numberOf = (paragraph: string): number | undefined => numbers[paragraph];

const judgementsOf = (records: readonly Contribution[], place: (paragraph: string) => number | undefined) =>
  finish(judgementSteps(fold(records), place));

describe('the judgements of a log', () => {
  test('are its marks, with the labels that are weighed and what they are in our typology', () => {
    expect(judgementsOf([mark(1, { category: 'style/unidiomatic-style' })], numberOf)).toEqual([
      {
        system: 'de',
        doc: 'w',
        segment: 'p',
        rater: 'Ada',
        category: 'Style/Awkward',
        severity: 'Major',
        source: [],
        target: [{ start: 2, end: 6 }],
        number: 1,
        error: { category: 'style/unidiomatic-style', severity: 'major' },
      },
    ]);
  });

  test('are not what was taken back or rejected, nor what stands in a paragraph that is gone', () => {
    const log = [
      mark(1),
      withdrawal(2, 1),
      mark(3),
      review(4, 3, { verdict: 'rejected' }),
      mark(5, { paragraph: 'gone' }),
    ];
    expect(judgementsOf(log, numberOf)).toEqual([]);
  });

  test('have no error where a paragraph was rated as free of them, and its rating from 0 to 100', () => {
    const found = judgementsOf([rating(1, { score: 85 }), rating(2, { paragraph: 'q' })], numberOf);
    expect(found.map(({ number, error, esa }) => [number, error, esa])).toEqual([
      [1, undefined, 85],
      [2, undefined, undefined],
    ]);
  });

  test('of an imported file stand in the work’s variants and paragraphs, with the file’s labels and raters', () => {
    const tsv = [
      'system\tdoc\tdoc_id\tseg_id\trater\tsource\ttarget\tcategory\tseverity',
      'Sys.1\tnews\t1\t7\trater1\tEin Haus.\tA <v>mouse</v>.\tAccuracy/Mistranslation\tMajor',
      'Sys.1\tnews\t2\t8\trater1\tJa.\tYes.\tNo-error\tNo-error',
    ].join('\n');
    let next = 0;
    const { work, texts, records } = importMqm(readMqmTsv(tsv).value, {
      slug: 'w',
      date: '2024-01-01',
      time: '2024-01-01T00:00:00.000Z',
      newId: () => id((next += 1)),
    });
    const ids = texts.get('source')!.map((paragraph) => paragraph.id);
    const found = judgementsOf(records, (paragraph) => ids.indexOf(paragraph) + 1 || undefined);
    expect(
      found.map(({ system, segment, rater, category, error }) => [system, segment, rater, category, error]),
    ).toEqual([
      [
        work.variants[0]?.id,
        ids[0],
        'rater1',
        'Accuracy/Mistranslation',
        { category: 'accuracy/mistranslation', severity: 'major' },
      ],
      [work.variants[0]?.id, ids[1], 'rater1', 'No-error', undefined],
    ]);
  });
});

describe('paragraphs without marks', () => {
  const places = [1, 2, 3].map((number) => ({ id: `p${String(number)}`, number }));

  test('count as free of errors for whoever judged another paragraph of the variant', () => {
    const one = judge(1, 'style', 'minor');
    const other = judge(2, 'style', 'minor', { rater: 'Bo' });
    expect(withUnmarked([one, other], () => places)).toEqual([
      one,
      other,
      clean(2),
      clean(3),
      clean(1, { rater: 'Bo' }),
      clean(3, { rater: 'Bo' }),
    ]);
  });

  test('of a variant that nobody judged stay unjudged', () => {
    const one = judge(1, 'style', 'minor');
    const asked: string[] = [];
    withUnmarked([one], (variant) => {
      asked.push(variant);
      return [];
    });
    expect(asked).toEqual(['A']);
  });
});
