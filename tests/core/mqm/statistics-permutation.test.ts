import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { finish } from '../../../src/core/steps.ts';
import { type Random, seededRandom } from '../../../src/core/mqm/random.ts';
import { scoreSystems } from '../../../src/core/mqm/score.ts';
import { compareSystems, type Significance } from '../../../src/core/mqm/significance.ts';
import { statisticsSteps } from '../../../src/core/mqm/statistics.ts';
import type { Judgement } from '../../../src/core/mqm/statistics-judgements.ts';
import { pairedDifferences, significanceSteps } from '../../../src/core/mqm/statistics-permutation.ts';
import { wmtWeight } from '../../../src/core/mqm/weight.ts';
import { clean, judge } from './statistics-judge.ts';

/** Judgements of a variant that has so many minor errors in each of its paragraphs. */
const variant = (system: string, errors: readonly number[]): readonly Judgement[] =>
  errors.flatMap((count, at) => [
    clean(at, { system }),
    ...Array.from({ length: count }, () => judge(at, 'style', 'minor', { system })),
  ]);

const compared = (judgements: readonly Judgement[], random: Random): Significance => {
  const { paragraphs } = finish(statisticsSteps(judgements, () => undefined));
  return finish(significanceSteps(pairedDifferences(paragraphs, 'A', 'B', 'wmt'), random));
};

const counts = (minLength: number, maxLength: number) =>
  fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { minLength, maxLength });

describe('the comparison of two variants in steps', () => {
  test('is over the paragraphs that were judged in both', () => {
    // Differences 1, 2, 3: of the eight exchanges the two with all signs alike reach 6.
    const judgements = [...variant('A', [1, 2, 3, 9]), ...variant('B', [0, 0, 0])];
    expect(compared(judgements, seededRandom(1))).toEqual({
      segments: 3,
      difference: 2,
      p: 0.25,
      isExact: true,
    });
  });

  test('of variants that have nothing in common finds nothing', () => {
    const judgements = [clean(1, { system: 'A' }), clean(2, { system: 'B' })];
    expect(compared(judgements, seededRandom(1))).toEqual({
      segments: 0,
      difference: 0,
      p: 1,
      isExact: true,
    });
  });

  test.each([
    ['few', counts(1, 12)],
    ['many', counts(30, 40)],
  ])('says what the comparison at once says, for %s paragraphs', (_how, pairs) => {
    fc.assert(
      fc.property(pairs, fc.integer(), (both, seed) => {
        const one = variant(
          'A',
          both.map(([count]) => count),
        );
        const other = variant(
          'B',
          both.map(([, count]) => count),
        );
        const [first, second] = scoreSystems([...one, ...other], wmtWeight);
        expect(compared([...one, ...other], seededRandom(seed))).toEqual(
          compareSystems(first!, second!, seededRandom(seed)),
        );
      }),
      { numRuns: 15 },
    );
  });

  test('rests again and again, and says how far it is', () => {
    const steps = significanceSteps(
      Array.from({ length: 132 }, () => 1),
      seededRandom(1),
    );
    // 132 pairs: 1,503 samples are 200,000 exchanges.
    expect([steps.next().value, steps.next().value]).toEqual([
      { done: 1502, total: 10_000 },
      { done: 3005, total: 10_000 },
    ]);
  });
});
