import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../../src/core/mqm/random.ts';
import { scoreSystems } from '../../../src/core/mqm/score.ts';
import { compareSystems, pairedPermutationTest } from '../../../src/core/mqm/significance.ts';
import { wmtWeight } from '../../../src/core/mqm/weight.ts';
import { annotate, noError } from './annotate.ts';

const never = () => {
  throw new Error('an exact test draws nothing');
};

describe('the paired permutation test', () => {
  test.each([
    // Of the eight exchanges the two with all signs alike reach 6.
    [[1, 2, 3], 2 / 8],
    [[5, 0, 0], 1],
    [[1, -1], 1],
    [[], 1],
    [[0, 0], 1],
    // 3 is reached by 1+2 with either sign only.
    [[1, 2], 2 / 4],
  ])('is exact for few pairs: %j gives %d', (differences, p) => {
    expect(pairedPermutationTest(differences, never)).toEqual({ p, isExact: true });
  });

  test('takes tenths that add up to the same for equal', () => {
    expect(pairedPermutationTest([0.1, 0.2, -0.3], never).p).toBe(1);
  });

  test('estimates the same from a sample, and again the same from the same seed', () => {
    const differences = Array.from({ length: 17 }, (_, index) => (index % 3 === 0 ? -1 : 1));
    const { p, isExact } = pairedPermutationTest(differences, seededRandom(7));
    expect(isExact).toBe(false);
    expect(pairedPermutationTest(differences, seededRandom(7)).p).toBe(p);
    // 11 of 17 for one side; the binomial tail of 11 or more, twice, is 0.3323.
    expect(Math.abs(p - 0.3323)).toBeLessThan(0.03);
  });

  test('never says that something is impossible', () => {
    const { p } = pairedPermutationTest(
      Array.from({ length: 40 }, () => 1),
      seededRandom(1),
    );
    expect(p).toBeGreaterThan(0);
    expect(p).toBeLessThan(0.001);
  });
});

test('systems are compared on the segments that both have', () => {
  const marks = [
    annotate('Major Style', { system: 'A', segment: '1' }),
    noError({ system: 'B', segment: '1' }),
    annotate('Minor Style', { system: 'A', segment: '2' }),
    annotate('Minor Style', { system: 'B', segment: '2' }),
    annotate('Major Style', { system: 'B', segment: '3' }),
  ];
  const [a, b] = scoreSystems(marks, wmtWeight);
  expect(compareSystems(a!, b!, never)).toEqual({ segments: 2, difference: 2.5, p: 1, isExact: true });
});

test('seeded numbers lie in [0, 1), spread evenly, and differ by seed', () => {
  const random = seededRandom(42);
  const numbers = Array.from({ length: 10_000 }, random);
  expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...numbers)).toBeLessThan(1);
  for (let tenth = 0; tenth < 10; tenth += 1) {
    const share = numbers.filter((number) => Math.floor(number * 10) === tenth).length / numbers.length;
    expect(Math.abs(share - 0.1)).toBeLessThan(0.02);
  }
  expect(seededRandom(43)()).not.toBe(seededRandom(42)());
});
