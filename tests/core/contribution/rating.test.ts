import { describe, expect, test } from 'vitest';
import { fold } from '../../../src/core/contribution/fold.ts';
import { readContribution } from '../../../src/core/contribution/record-schema.ts';
import { id, rating, withdrawal } from './make.ts';

const standing = (...records: Parameters<typeof fold>[0] extends Iterable<infer T> ? T[] : never) =>
  (fold(records).ratings.get('de/p') ?? []).map(({ author, score }) => [author, score]);

describe('a rating', () => {
  test('is each author’s latest, whatever the order of arrival', () => {
    const records = [
      rating(3, { score: 70 }),
      rating(1, { score: 10 }),
      rating(2, { score: 40, author: 'Bo' }),
    ];
    expect(standing(...records)).toEqual([
      ['Bo', 40],
      ['Ada', 70],
    ]);
    expect(standing(...records.reverse())).toEqual(standing(...records));
  });

  test('that is taken back leaves the one before it', () => {
    expect(standing(rating(1, { score: 10 }), rating(2, { score: 70 }), withdrawal(3, 2))).toEqual([
      ['Ada', 10],
    ]);
  });

  test.each([0, 55.5, 100])('may be %s of 100', (score) => {
    expect(readContribution(rating(1, { score })).problems).toEqual([]);
  });

  test.each([-1, 101, '85', null, Number.NaN])('cannot be %s', (score) => {
    const { value, problems } = readContribution({ ...rating(1), score });
    expect(value).toBeUndefined();
    expect(problems).not.toEqual([]);
  });

  test('may say no more than that the paragraph was judged', () => {
    expect(readContribution(rating(1)).value).toMatchObject({ id: id(1), type: 'rating' });
  });
});

describe('a dismissal', () => {
  const dismissal = (n: number, finding: string) => ({
    id: id(n),
    type: 'dismissal' as const,
    author: 'Ada',
    time: new Date(1_700_000_000_000 + n).toISOString(),
    work: 'w',
    variant: 'de',
    paragraph: 'p',
    finding,
  });

  test('stands under the finding’s key until it is taken back', () => {
    const record = dismissal(1, 'spacing/double/de/p/x');
    expect(readContribution(record).problems).toEqual([]);
    expect(fold([record]).dismissals.get('spacing/double/de/p/x')).toEqual([record]);
    expect(fold([record, withdrawal(2, 1)]).dismissals.size).toBe(0);
  });

  test('names a finding', () => {
    expect(readContribution(dismissal(1, '')).value).toBeUndefined();
  });
});
