import { expect, test } from 'vitest';
import { fold } from '../../../src/core/contribution/fold.ts';
import type { Contribution } from '../../../src/core/contribution/record.ts';
import { timelineOf } from '../../../src/core/contribution/timeline.ts';
import { comment, correction, id, review, withdrawal } from './make.ts';

const LOG: readonly Contribution[] = [
  correction(1),
  comment(2, { of: id(1) }),
  review(3, 1, { author: 'Bo', verdict: 'rejected' }),
  withdrawal(4, 3, { author: 'Bo' }),
  comment(5, { variant: 'de', paragraph: 'p' }),
  correction(6, { paragraph: 'q' }),
  review(7, 6),
  comment(8, { variant: 'en', paragraph: 'p' }),
  correction(9, { author: 'Cy' }),
  withdrawal(10, 9, { author: 'Cy' }),
];
const entries = (records: readonly Contribution[], own: readonly Contribution[] = []) =>
  timelineOf(fold(records), 'de', 'p', own).map(
    ({ record, of, isWithdrawn }) =>
      `${record.type} ${String(LOG.indexOf(record) + 1)}${of ? ` of ${of.type}` : ''}${isWithdrawn ? ', withdrawn' : ''}`,
  );

test('a paragraph’s timeline tells all of it in time order, what was taken back too', () => {
  expect(entries(LOG, LOG)).toEqual([
    'correction 1',
    'comment 2 of correction',
    'review 3 of correction, withdrawn',
    'withdrawal 4 of review',
    'comment 5',
    'correction 9, withdrawn',
    'withdrawal 10 of correction',
  ]);
});

test('a timeline tells what stands where the taken back records are on no device', () => {
  expect(entries(LOG)).toEqual(['correction 1', 'comment 2 of correction', 'comment 5']);
});

test('a timeline does not depend on the order in which records arrived', () => {
  expect(entries([...LOG].reverse(), [...LOG].reverse())).toEqual(entries(LOG, LOG));
});
