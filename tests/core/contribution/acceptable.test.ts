import { describe, expect, test } from 'vitest';
import { acceptableOf, openAuthors } from '../../../src/core/contribution/acceptable.ts';
import { fold } from '../../../src/core/contribution/fold.ts';
import type { Contribution } from '../../../src/core/contribution/record.ts';
import { correction, id, review } from './make.ts';

const TEXTS: Readonly<Record<string, string>> = { p: 'T', q: 'U' };
const ids = (author: string, ...records: readonly Contribution[]) =>
  acceptableOf(fold(records), author, (_variant, paragraph) => TEXTS[paragraph]).map((each) => each.id);

describe('what can be accepted of an author at once', () => {
  test('are the fresh proposals, of all paragraphs, and nobody else’s', () => {
    expect(
      ids(
        'Ada',
        correction(1, { base: 'T', text: 'A' }),
        correction(2, { base: 'U', text: 'V', paragraph: 'q' }),
        correction(3, { base: 'T', text: 'B', author: 'Bo' }),
      ),
    ).toEqual([id(1), id(2)]);
  });

  test('is nothing that was made from another text, says nothing new, or was judged', () => {
    expect(ids('Ada', correction(1, { base: 'X', text: 'A' }))).toEqual([]);
    expect(ids('Ada', correction(1, { base: 'T', text: 'T' }))).toEqual([]);
    expect(ids('Ada', correction(1, { base: 'T', text: 'A', paragraph: 'gone' }))).toEqual([]);
    for (const verdict of ['accepted', 'rejected', 'changes-requested'] as const)
      expect(ids('Ada', correction(1, { base: 'T', text: 'A' }), review(2, 1, { verdict }))).toEqual([]);
  });

  test('is made from what accepted corrections made of the text', () => {
    expect(
      ids(
        'Ada',
        correction(1, { base: 'T', text: 'B', author: 'Bo' }),
        review(2, 1),
        correction(3, { base: 'T', text: 'A' }),
        correction(4, { base: 'B', text: 'C', paragraph: 'p' }),
      ),
    ).toEqual([id(4)]);
  });

  test('is none of two different texts for one paragraph, and one of two equal ones', () => {
    const first = correction(1, { base: 'T', text: 'A' });
    expect(ids('Ada', first, correction(2, { base: 'T', text: 'B' }))).toEqual([]);
    expect(ids('Ada', first, correction(2, { base: 'T', text: 'A' }))).toEqual([id(1)]);
  });

  test('is all of a join or nothing of it', () => {
    const action = { action: id(1) };
    const first = correction(1, { base: 'T', text: 'T U', ...action });
    const second = (base: string) => correction(2, { base, text: '', paragraph: 'q', ...action });
    expect(ids('Ada', first, second('U'))).toEqual([id(1), id(2)]);
    expect(ids('Ada', first, second('other'))).toEqual([]);
  });

  test('is nothing where a fork waits to be settled', () => {
    const fork = [correction(1, { base: 'T', text: 'A' }), correction(2, { base: 'T', text: 'B' })];
    const reviews = [review(3, 1), review(4, 2)];
    expect(ids('Ada', ...fork, ...reviews, correction(5, { base: 'T', text: 'C' }))).toEqual([]);
  });
});

test('the authors with open proposals are named once each', () => {
  const state = fold([
    correction(1),
    correction(2),
    correction(3, { author: 'Bo' }),
    correction(4, { author: 'Cy' }),
    review(5, 4, { verdict: 'rejected' }),
  ]);
  expect(openAuthors(state, 'de', 'p')).toEqual(['Ada', 'Bo']);
});
