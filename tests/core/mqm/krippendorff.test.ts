import { describe, expect, test } from 'vitest';
import { krippendorffAlpha } from '../../../src/core/mqm/krippendorff.ts';

const _ = undefined;
// Krippendorff 2011, section C: four observers, twelve units, missing values.
const OBSERVERS = [
  [1, 2, 3, 3, 2, 1, 4, 1, 2, _, _, _],
  [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, _, 3],
  [_, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, _],
  [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, _],
];
const UNITS = OBSERVERS[0]!.map((_value, unit) => OBSERVERS.map((values) => values[unit]));

describe('Krippendorff’s alpha', () => {
  test('is that of Krippendorff’s own example', () => {
    expect(krippendorffAlpha(UNITS, 'nominal')).toBeCloseTo(0.743, 3);
    expect(krippendorffAlpha(UNITS, 'ordinal')).toBeCloseTo(0.815, 3);
  });

  test('is that of his example with two observers and two categories', () => {
    // Section A: ten units, alpha 0.095.
    const one = [0, 1, 0, 0, 0, 0, 0, 0, 1, 0];
    const other = [1, 1, 1, 0, 0, 1, 0, 0, 0, 0];
    const units = one.map((value, unit) => [value, other[unit]]);
    expect(krippendorffAlpha(units, 'nominal')).toBeCloseTo(0.095, 3);
  });

  test('is 1 for agreement and below 0 for the opposite', () => {
    expect(
      krippendorffAlpha(
        [
          ['a', 'a'],
          ['b', 'b'],
        ],
        'nominal',
      ),
    ).toBe(1);
    expect(
      krippendorffAlpha(
        [
          ['a', 'b'],
          ['b', 'a'],
        ],
        'nominal',
      ),
    ).toBeLessThan(0);
    expect(krippendorffAlpha([['a', 'a']], 'nominal')).toBe(1);
  });

  test('forgives a near miss on an ordinal scale', () => {
    const near = [
      [1, 2],
      [2, 2],
      [4, 4],
      [1, 1],
    ];
    const far = [
      [1, 4],
      [2, 2],
      [4, 4],
      [1, 1],
    ];
    expect(krippendorffAlpha(near, 'ordinal')!).toBeGreaterThan(krippendorffAlpha(far, 'ordinal')!);
  });

  test('is missing where nothing can be compared', () => {
    expect(krippendorffAlpha([], 'nominal')).toBeUndefined();
    expect(krippendorffAlpha([[1], [_, 2]], 'ordinal')).toBeUndefined();
  });
});
