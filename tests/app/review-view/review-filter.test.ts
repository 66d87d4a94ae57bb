import { describe, expect, test } from 'vitest';
import {
  type ReviewFilter,
  isRestricting,
  readReviewFilter,
  shortestReview,
  unrestrictedReview,
  writeReviewFilter,
} from '../../../src/app/review-view/review-filter.ts';

const FULL: ReviewFilter = {
  section: 'forks',
  family: 'witness',
  check: 'witness/number',
  variant: 'fr',
  confidence: 0.7,
  unmarked: true,
  settled: true,
  extra: ['pair/sentence-count', 'term/inconsistent'],
};

const written = (filter: ReviewFilter, before = ''): string => {
  const parameters = new URLSearchParams(before);
  writeReviewFilter(filter, parameters);
  return parameters.toString();
};

describe('a filter in an address', () => {
  test.each<[string, ReviewFilter]>([
    ['with everything', FULL],
    ['with nothing', {}],
    ['of the strays', { section: 'strays' }],
  ])('reads back as it was written, %s', (_which, filter) => {
    expect(readReviewFilter(new URLSearchParams(written(filter)))).toEqual(filter);
  });

  test('takes the place of the one before and leaves other parameters alone', () => {
    expect(written({ variant: 'de' }, 'view=review&rv=fr&rf=pair&ro=x&ro=y')).toBe('view=review&rv=de');
  });

  test('says nothing where nothing is asked', () => {
    expect(written({})).toBe('');
  });

  test.each(['rs=findings', 'rf=gossip', 'rm=71', 'rm=x', 'ru=yes', 'rd=0', 'ro=', 'rv='])(
    'reads %s, which cannot be, as nothing',
    (query) => {
      expect(readReviewFilter(new URLSearchParams(query))).toEqual({});
    },
  );
});

test('a filter that only shows more restricts nothing', () => {
  expect(isRestricting({ settled: true, extra: ['x'], section: 'forks' })).toBe(false);
  expect(isRestricting({ unmarked: true })).toBe(true);
});

test('without its restrictions a filter shows the same section, settled findings and checks', () => {
  expect(unrestrictedReview(FULL)).toEqual({ section: 'forks', settled: true, extra: FULL.extra });
});

test('what is empty is left out', () => {
  expect(shortestReview({ check: '', extra: [], variant: undefined, family: 'pair' })).toEqual({
    family: 'pair',
  });
});
