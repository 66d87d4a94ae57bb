import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchSequences, matchTokens, type Matching } from '../../../src/core/compare/sequence.ts';

/** The length of a longest common subsequence, cell by cell. */
function lcsLength<T>(a: Iterable<T>, b: ArrayLike<T>): number {
  let above = new Array<number>(b.length + 1).fill(0);
  for (const each of a) {
    const row = [0];
    for (let j = 0; j < b.length; j++) {
      row.push(each === b[j] ? above[j]! + 1 : Math.max(above[j + 1]!, row[j]!));
    }
    above = row;
  }
  return above[b.length]!;
}

function expectCommonSubsequence<T>(a: ArrayLike<T>, b: ArrayLike<T>, { runs, kept }: Matching): void {
  let aEnd = 0;
  let bEnd = 0;
  let sum = 0;
  for (let r = 0; r < runs.length; r += 3) {
    const [i, j, length] = [runs[r]!, runs[r + 1]!, runs[r + 2]!];
    expect(i).toBeGreaterThanOrEqual(aEnd);
    expect(j).toBeGreaterThanOrEqual(bEnd);
    expect(length).toBeGreaterThan(0);
    if (r > 0) expect(i === aEnd && j === bEnd).toBe(false);
    for (let k = 0; k < length; k++) expect(a[i + k]).toBe(b[j + k]);
    aEnd = i + length;
    bEnd = j + length;
    sum += length;
  }
  expect(aEnd).toBeLessThanOrEqual(a.length);
  expect(bEnd).toBeLessThanOrEqual(b.length);
  expect(kept).toBe(sum);
}

/** Sequences over alphabets from two letters to many, and edited copies of one another. */
const ids = (max: number, maxLength: number) =>
  fc.array(fc.nat({ max }), { maxLength }).map((list) => Int32Array.from(list));
const pair = fc.constantFrom(1, 2, 5, 40, 1000).chain((max) => fc.tuple(ids(max, 130), ids(max, 130)));
const editedPair = fc
  .tuple(
    fc.array(fc.nat({ max: 30 }), { minLength: 20, maxLength: 150 }),
    fc.array(fc.tuple(fc.nat({ max: 150 }), fc.nat({ max: 4 }), fc.nat({ max: 30 })), { maxLength: 12 }),
  )
  .map(([list, edits]): [Int32Array, Int32Array] => {
    const edited = [...list];
    for (const [at, deleted, inserted] of edits) edited.splice(at % (edited.length + 1), deleted, inserted);
    return [Int32Array.from(list), Int32Array.from(edited)];
  });

/** A long pseudo-random sequence (linear congruential), for blocks beyond the exact ones. */
function noise(length: number, alphabet: number, seed: number): Int32Array {
  let state = seed;
  return Int32Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return (state >>> 8) % alphabet;
  });
}

describe('the match of two sequences', () => {
  test('is a longest common subsequence', () => {
    fc.assert(
      fc.property(fc.oneof(pair, editedPair), ([a, b]) => {
        const matching = matchSequences(a, b);
        expectCommonSubsequence(a, b, matching);
        expect(matching.kept).toBe(lcsLength(a, b));
        expect(matching.bounded).toBe(false);
      }),
      { numRuns: 1500 },
    );
  });

  test('is a common subsequence however small the budget', () => {
    fc.assert(
      fc.property(fc.oneof(pair, editedPair), fc.constantFrom(0, 1, 10), ([a, b], budget) => {
        expectCommonSubsequence(a, b, matchSequences(a, b, budget));
      }),
      { numRuns: 500 },
    );
  });

  test('works with ids that are large, and takes negative ones for unmatched', () => {
    const a = Int32Array.of(2_000_000_000, -1, 7, 9);
    const b = Int32Array.of(2_000_000_000, -1, 9, 8);
    expect(matchSequences(a, b)).toEqual({ runs: [0, 0, 1, 3, 2, 1], kept: 2, bounded: false });
  });

  test('is exact over several words of the column, with carries between them', () => {
    for (const alphabet of [2, 3, 20, 400]) {
      const a = noise(700, alphabet, 1);
      const b = noise(900, alphabet, 2);
      const matching = matchSequences(a, b);
      expectCommonSubsequence(a, b, matching);
      expect(matching.kept).toBe(lcsLength(a, b));
    }
  });

  test('finds a long insertion in a sequence too long for one block', () => {
    const a = noise(60_000, 5000, 3);
    const inserted = noise(50_000, 5000, 4);
    const b = Int32Array.from([...a.subarray(0, 20_000), ...inserted, ...a.subarray(20_000)]);
    const matching = matchSequences(a, b);
    expectCommonSubsequence(a, b, matching);
    expect(matching.kept).toBe(a.length);
  });

  test('keeps nearly all of a long sequence with scattered edits', () => {
    const a = noise(60_000, 3000, 5);
    const b = a.filter((_, index) => index % 10 !== 0);
    const matching = matchSequences(a, b);
    expectCommonSubsequence(a, b, matching);
    expect(matching.kept).toBeGreaterThanOrEqual(0.99 * b.length);
  });

  test('says that it is bounded where long sequences have nothing to split them at', () => {
    const a = noise(40_000, 50, 6);
    const b = noise(40_000, 50, 7);
    const matching = matchSequences(a, b);
    expectCommonSubsequence(a, b, matching);
    expect(matching.bounded).toBe(true);
    // A window sees most of what there is: no less than a match within blocks of 2,000 on the diagonal.
    let within = 0;
    for (let at = 0; at < 40_000; at += 2000) {
      within += matchSequences(a.slice(at, at + 2000), b.slice(at, at + 2000)).kept;
    }
    expect(matching.kept).toBeGreaterThan(0.98 * within);
  });

  test('is right after a long sequence has used the tables', () => {
    matchSequences(noise(9000, 200, 8), noise(9000, 200, 9));
    const [a, b] = [Int32Array.of(0, 1, 2, 3), Int32Array.of(0, 2, 1, 3)];
    expect(matchSequences(a, b).kept).toBe(3);
  });
});

describe('the match of two token lists', () => {
  test('is that of their ids', () => {
    const token = fc.constantFrom(' ', '.', 'the', 'there', 'ö', '模型', '', '__proto__', 'a', 'b');
    fc.assert(
      fc.property(fc.array(token, { maxLength: 90 }), fc.array(token, { maxLength: 90 }), (a, b) => {
        const matching = matchTokens(a, b);
        expectCommonSubsequence(a, b, matching);
        expect(matching.kept).toBe(lcsLength(a, b));
      }),
      { numRuns: 600 },
    );
  });
});
