import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Annotation } from '../../../src/core/mqm/annotation.ts';
import { scoreDifferences } from '../../../src/core/mqm/score-difference.ts';
import { scoreSystems } from '../../../src/core/mqm/score.ts';
import { marotWeight, wmtWeight } from '../../../src/core/mqm/weight.ts';
import { annotate, noError } from './annotate.ts';

const scores = (annotations: readonly Annotation[]) =>
  scoreSystems(annotations, wmtWeight).map(({ system, score }) => [system, score]);

describe('a segment’s score', () => {
  test('is the sum of a rater’s errors', () => {
    const marks = [annotate('Major Accuracy/Omission'), annotate('Minor Style/Awkward')];
    expect(scores(marks)).toEqual([['A', 6]]);
  });

  test('is the mean over its raters, one who found no error among them', () => {
    const marks = [annotate('Major Accuracy/Omission'), noError({ rater: 'r2' })];
    expect(scores(marks)).toEqual([['A', 2.5]]);
  });
});

describe('a system’s score', () => {
  const marks = [
    annotate('Major Accuracy/Omission'),
    annotate('Minor Style/Awkward', { rater: 'r2' }),
    noError({ segment: '2' }),
    annotate('Minor Fluency/Punctuation', { doc: 'e' }),
    annotate('Minor Style/Awkward', { system: 'B', segment: '2' }),
  ];
  const [first, second] = scoreSystems(marks, wmtWeight);

  test('is the mean over the segments that were rated', () => {
    expect(first?.score).toBeCloseTo((3 + 0 + 0.1) / 3, 12);
    expect(second?.score).toBe(1);
  });

  test('is told apart by segment, document, rater and category', () => {
    expect(first?.segments).toEqual([
      {
        doc: 'd',
        segment: '1',
        score: 3,
        raters: [
          { rater: 'r1', score: 5 },
          { rater: 'r2', score: 1 },
        ],
      },
      { doc: 'd', segment: '2', score: 0, raters: [{ rater: 'r1', score: 0 }] },
      { doc: 'e', segment: '1', score: 0.1, raters: [{ rater: 'r1', score: 0.1 }] },
    ]);
    expect(first?.documents).toEqual([
      { doc: 'd', score: 1.5, segments: 2 },
      { doc: 'e', score: 0.1, segments: 1 },
    ]);
    expect(first?.raters).toEqual([
      { rater: 'r1', score: 1.7, segments: 3, errors: 2 },
      { rater: 'r2', score: 1, segments: 1, errors: 1 },
    ]);
    expect(first?.categories.map(({ category, errors }) => [category, errors])).toEqual([
      ['Accuracy/Omission', 1],
      ['Style/Awkward', 1],
      ['Fluency/Punctuation', 1],
    ]);
    expect(first?.errors).toBe(3);
  });

  test('is given for a hundred words over the segments whose words are known', () => {
    const words = ({ doc }: { doc: string }) => (doc === 'd' ? 10 : undefined);
    expect(scoreSystems(marks, wmtWeight, words)[0]?.perHundredWords).toBeCloseTo((100 * 3) / 20, 12);
    expect(first?.perHundredWords).toBeUndefined();
  });

  test('does not count a row that nobody rated', () => {
    const row = { ...noError({ segment: '9' }), rater: '', category: '', severity: '' };
    expect(scores([...marks, row])).toEqual(scores(marks));
  });
});

const label = fc.constantFrom(
  ...['Major Accuracy/Omission', 'Minor Fluency/Punctuation', 'Critical Style', 'Neutral Style'],
  ...['Major Source error', 'Major Accuracy/Creative Reinterpretation', 'No-error No-error', 'Minor Other'],
);
const annotations = fc.array(
  fc
    .record({
      label,
      system: fc.constantFrom('A', 'B'),
      doc: fc.constantFrom('d', 'e'),
      segment: fc.constantFrom('1', '2', '3'),
      rater: fc.constantFrom('r1', 'r2', 'r3'),
    })
    .map(({ label: name, ...given }) => annotate(name, given)),
  { maxLength: 40 },
);

test('the shares of a system’s categories add up to its score', () => {
  fc.assert(
    fc.property(annotations, (marks) => {
      for (const { score, categories } of scoreSystems(marks, marotWeight)) {
        expect(categories.reduce((sum, share) => sum + share.score, 0)).toBeCloseTo(score, 9);
      }
    }),
  );
});

test('a score does not depend on the order of the annotations', () => {
  fc.assert(
    fc.property(annotations, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (marks, keys) => {
      const shuffled = marks
        .map((mark) => ({ mark, key: keys.next().value as number }))
        .sort((a, b) => a.key - b.key)
        .map(({ mark }) => mark);
      const found = new Map(scoreSystems(shuffled, wmtWeight).map(({ system, score }) => [system, score]));
      for (const { system, score } of scoreSystems(marks, wmtWeight)) {
        expect(found.get(system)).toBeCloseTo(score, 9);
      }
    }),
  );
});

describe('the difference of the two scores', () => {
  test('adds up, kind of error by kind of error', () => {
    fc.assert(
      fc.property(annotations, (marks) => {
        const marot = new Map(scoreSystems(marks, marotWeight).map(({ system, score }) => [system, score]));
        const differences = scoreDifferences(marks);
        for (const { system, score } of scoreSystems(marks, wmtWeight)) {
          const own = differences.filter((row) => row.system === system);
          const sum = own.reduce((total, { difference }) => total + difference, 0);
          expect(sum).toBeCloseTo(marot.get(system)! - score, 9);
        }
      }),
    );
  });

  test('says which rules gave which weights', () => {
    const marks = [
      annotate('Critical Accuracy/Omission'),
      annotate('Major Source error', { segment: '2' }),
      annotate('Major Style/Awkward', { segment: '2' }),
    ];
    expect(scoreDifferences(marks)).toEqual([
      {
        system: 'A',
        severity: 'Critical',
        category: 'Accuracy/Omission',
        errors: 1,
        wmt: { weight: 0, rule: 'wmt-otherwise' },
        marot: { weight: 5, rule: 'marot-critical' },
        difference: 2.5,
      },
      {
        system: 'A',
        severity: 'Major',
        category: 'Source error',
        errors: 1,
        wmt: { weight: 5, rule: 'wmt-major' },
        marot: { weight: 0, rule: 'marot-source' },
        difference: -2.5,
      },
    ]);
  });
});
