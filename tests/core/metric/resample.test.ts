import { describe, expect, test } from 'vitest';
import { corpusStatistics } from '../../../src/core/metric/corpus.ts';
import { NumpyRandom } from '../../../src/core/metric/numpy-random.ts';
import {
  bootstrapInterval,
  pairedBootstrap,
  pairedRandomisation,
} from '../../../src/core/metric/resample.ts';
import { ter } from '../../../src/core/metric/ter.ts';

describe('random numbers', () => {
  // numpy.random.default_rng(12345), NumPy 2.4
  test('are those of NumPy for the same seed', () => {
    expect([...new NumpyRandom(12_345).integers(20, 10)]).toEqual([13, 4, 15, 6, 4, 15, 12, 13, 19, 7]);
    const toss = new NumpyRandom(12_345).coins();
    const tossed = Array.from({ length: 40 }, () => (toss() ? 1 : 0)).join('');
    expect(tossed).toBe('1011100110000011111111110100110110110001');
  });

  test('go on where the last draw ended', () => {
    const random = new NumpyRandom(12_345);
    expect([...random.integers(20, 3), ...random.integers(20, 7)]).toEqual([
      13, 4, 15, 6, 4, 15, 12, 13, 19, 7,
    ]);
  });

  test('take nothing when there is nothing to choose', () => {
    const random = new NumpyRandom(12_345);
    expect([...random.integers(1, 5)]).toEqual([0, 0, 0, 0, 0]);
    expect(random.integers(20, 1)[0]).toBe(13);
  });
});

describe('resampling', () => {
  const options = { samples: 400, seed: 3 };
  const reference = Array.from({ length: 30 }, () => 'a b c d');
  const statisticsOf = (hypotheses: readonly string[]) => corpusStatistics(ter(), hypotheses, [reference]);
  const mixed = statisticsOf(reference.map((_, index) => (index % 3 === 0 ? 'a b x d' : 'a b c d')));
  const worse = statisticsOf(reference.map((_, index) => (index % 2 === 0 ? 'x y z d' : 'a b c d')));
  const moved = statisticsOf(reference.map((_, index) => (index % 3 === 1 ? 'a b x d' : 'a b c d')));

  test('has no spread where all segments are alike', () => {
    const same = statisticsOf(reference.map(() => 'a b x d'));
    expect(bootstrapInterval(ter(), same, options)).toEqual({ mean: 25, halfWidth: 0 });
  });

  test('spreads as theory says', () => {
    const { mean, halfWidth } = bootstrapInterval(ter(), mixed, { samples: 4000, seed: 3 });
    // A third of 30 segments with one edit of four words: standard error 25 × √(2/9 ÷ 30) = 2.15.
    expect(Math.abs(mean - 25 / 3)).toBeLessThan(0.2);
    expect(Math.abs(halfWidth - 1.96 * 2.15)).toBeLessThan(0.6);
  });

  test('is the same again from the same seed and another from another', () => {
    const again = bootstrapInterval(ter(), mixed, options);
    expect(bootstrapInterval(ter(), mixed, options)).toEqual(again);
    expect(bootstrapInterval(ter(), mixed, { ...options, seed: 4 })).not.toEqual(again);
  });

  test.each([
    ['bootstrap', pairedBootstrap],
    ['randomisation', pairedRandomisation],
  ])('tells a difference from chance: paired %s', (_, compare) => {
    const found = compare(ter(), mixed, worse, options);
    expect(found.difference).toBeCloseTo(75 / 2 - 25 / 3, 9);
    expect(found.p).toBeLessThan(0.01);
    // No difference is never one, although the segments differ.
    expect(compare(ter(), mixed, moved, options)).toMatchObject({ difference: 0, p: 1 });
  });

  test('never says that something is impossible', () => {
    const best = statisticsOf(reference);
    const worst = statisticsOf(reference.map(() => 'x y z v'));
    expect(pairedRandomisation(ter(), best, worst, options).p).toBe(1 / 401);
  });

  test('is refused without segments, and for systems of different length', () => {
    expect(() => bootstrapInterval(ter(), [], options)).toThrow(RangeError);
    expect(() => pairedBootstrap(ter(), mixed, mixed.slice(1), options)).toThrow(RangeError);
    expect(() => pairedRandomisation(ter(), mixed, mixed.slice(1), options)).toThrow(RangeError);
  });
});
