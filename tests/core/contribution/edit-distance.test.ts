import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { approximateMatches, editDistance } from '../../../src/core/contribution/edit-distance.ts';

const word = fc.stringMatching(/^[abc]{0,8}$/);

describe('the edit distance', () => {
  test.each([
    ['kitten', 'sitting', 3],
    ['', 'abc', 3],
    ['flaw', 'lawn', 2],
  ])('of %s and %s is %i', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
  });

  test('is a metric', () => {
    fc.assert(
      fc.property(word, word, word, (a, b, c) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, b) === 0).toBe(a === b);
        expect(editDistance(a, c)).toBeLessThanOrEqual(editDistance(a, b) + editDistance(b, c));
      }),
    );
  });
});

describe('approximate matches', () => {
  test('have the distance that they say, and do not overlap', () => {
    const pattern = fc.stringMatching(/^[abc]{1,6}$/);
    const text = fc.stringMatching(/^[abc]{0,30}$/);
    fc.assert(
      fc.property(pattern, text, (sought, where) => {
        const matches = approximateMatches(sought, where, Math.floor(sought.length / 2));
        matches.forEach(({ start, end, errors }, index) => {
          expect(editDistance(sought, where.slice(start, end))).toBe(errors);
          expect(start).toBeGreaterThanOrEqual(matches[index - 1]?.end ?? 0);
        });
      }),
    );
  });

  test('include the best place there is', () => {
    const pattern = fc.stringMatching(/^[abc]{2,5}$/);
    const text = fc.stringMatching(/^[abc]{0,14}$/);
    fc.assert(
      fc.property(pattern, text, (sought, where) => {
        const limit = sought.length - 1;
        const stretches = Array.from(where, (_, start) =>
          Array.from({ length: where.length - start }, (__, rest) => where.slice(start, start + rest + 1)),
        ).flat();
        const best = Math.min(...stretches.map((stretch) => editDistance(sought, stretch)));
        const found = approximateMatches(sought, where, limit).map(({ errors }) => errors);
        expect(Math.min(...found, Infinity)).toBe(best <= limit ? best : Infinity);
      }),
    );
  });
});
