import { describe, expect, test } from 'vitest';
import { alignMany } from '../../../src/core/align/align-many.ts';
import { atOnce, prose, text, translated } from './make.ts';

const original = prose(60, 4);
const reversed = (sentence: string) => Array.from(sentence).reverse().join('');
const second = original.map(translated);
const third = original.map(translated).map(reversed);
const without = (units: readonly string[], gone: number) => units.filter((_, at) => at !== gone);

const rowsOf = (...texts: (readonly string[])[]) => atOnce(alignMany(texts.map((units) => text(units))));

describe('several texts', { timeout: 60_000 }, () => {
  test('share rows in which each unit of each text stands once, in order', () => {
    const texts = [without(original, 7), without(second, 20), without(third, 33)];
    const rows = rowsOf(...texts);
    for (const [index, units] of texts.entries()) {
      let next = 0;
      for (const { ranges } of rows) {
        expect(ranges[index]![0]).toBe(next);
        next = ranges[index]![1];
      }
      expect(next).toBe(units.length);
    }
  });

  test('leave a text out of the row of a unit that it lacks', () => {
    const rows = rowsOf(original, without(second, 20), third);
    expect(rows.find(({ ranges }) => ranges[0]![0] === 20 && ranges[0]![1] === 21)?.ranges).toEqual([
      [20, 21],
      [20, 20],
      [20, 21],
    ]);
  });

  test('give what the first text lacks a row of its own', () => {
    const rows = rowsOf(without(original, 20), second);
    const own = rows.filter(({ ranges }) => ranges[0]![0] === ranges[0]![1]);
    expect(own.map(({ ranges }) => ranges)).toEqual([
      [
        [20, 20],
        [20, 21],
      ],
    ]);
  });

  test('dispute nothing where all ways agree', () => {
    expect(rowsOf(original, second, third).some(({ isDisputed }) => isDisputed)).toBe(false);
  });

  test('must be two at least', () => {
    expect(() => rowsOf(original)).toThrow(RangeError);
  });

  test('may be empty', () => {
    expect(rowsOf([], [])).toEqual([]);
    expect(rowsOf([], ['Eins.'], []).map(({ ranges }) => ranges)).toEqual([
      [
        [0, 0],
        [0, 1],
        [0, 0],
      ],
    ]);
  });
});
