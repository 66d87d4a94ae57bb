import { describe, expect, test } from 'vitest';
import { fold } from '../../../src/core/contribution/fold.ts';
import { joinedWith, wholeJoins } from '../../../src/core/contribution/joined.ts';
import type { Correction } from '../../../src/core/contribution/record.ts';
import { correction, id } from './make.ts';

const action = id(1);
const of = (n: number, paragraph: string, text: string, given: Partial<Correction> = {}): Correction => ({
  ...correction(n, { paragraph, text, base: `base ${paragraph}`, action }),
  ...given,
});
const partners = (records: readonly Correction[], n = 0) =>
  joinedWith(fold(records), records[n]!).map(({ paragraph }) => paragraph);

describe('corrections that join paragraphs', () => {
  test('are those of one action that are all empty but one', () => {
    const records = [of(1, 'p', 'both'), of(2, 'q', ''), of(3, 'r', '')];
    expect(partners(records)).toEqual(['q', 'r']);
    expect(partners(records, 1)).toEqual(['p', 'r']);
  });

  test('are not those of an action that changes many paragraphs, or removes some', () => {
    expect(partners([of(1, 'p', 'one'), of(2, 'q', 'two')])).toEqual([]);
    expect(partners([of(1, 'p', 'one'), of(2, 'q', 'two'), of(3, 'r', '')])).toEqual([]);
    expect(partners([of(1, 'p', ''), of(2, 'q', '')])).toEqual([]);
  });

  test('are in one variant, and made together', () => {
    expect(partners([of(1, 'p', 'both'), of(2, 'q', '', { variant: 'en' })])).toEqual([]);
    const [first, second] = [of(1, 'p', 'both'), of(2, 'q', '')];
    expect(partners([first!, { ...second!, action: id(9) }])).toEqual([]);
  });

  test('are taken together or not at all', () => {
    const records = [of(1, 'p', 'both'), of(2, 'q', ''), correction(4, { paragraph: 's' })];
    const state = fold(records);
    expect(wholeJoins(state, records)).toEqual(records);
    expect(wholeJoins(state, records.slice(1)).map(({ paragraph }) => paragraph)).toEqual(['s']);
  });
});
