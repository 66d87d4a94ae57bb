import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type StatisticsFilter,
  readFilter,
  restrictions,
  shortest,
  unrestricted,
  writeFilter,
} from '../../src/app/statistics-view/statistics-filter.ts';
import { SEVERITIES } from '../../src/core/mqm/typology.ts';

const written = (filter: StatisticsFilter, before = ''): string => {
  const parameters = new URLSearchParams(before);
  writeFilter(filter, parameters);
  return parameters.toString();
};
const read = (query: string): StatisticsFilter => readFilter(new URLSearchParams(query));

const name = fc.string({ minLength: 1 });
const names = fc.uniqueArray(name, { minLength: 1, maxLength: 4 });
const number = fc.integer({ min: 1, max: 9_999_999 });
const filters = fc
  .record(
    {
      variants: names,
      annotators: names,
      categories: names,
      severities: fc.subarray([...SEVERITIES], { minLength: 1 }),
      from: number,
      to: number,
      unmarked: fc.constant('clean' as const),
      per: fc.constant('words' as const),
      scorer: fc.constant('marot' as const),
      pair: fc.tuple(name, name),
    },
    { requiredKeys: [] },
  )
  .map((filter): StatisticsFilter => filter);

describe('a filter in an address', () => {
  test('that restricts nothing is nothing', () => {
    expect(written({})).toBe('');
    expect(read('')).toEqual({});
  });

  test('reads back as it was, whatever the names', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        expect(read(written(filter))).toEqual(filter);
      }),
    );
  });

  test('leaves other parameters and replaces its own', () => {
    expect(written({ severities: ['minor', 'critical'], from: 3 }, 'p=a07&ss=major&sr=-9&v=de%2Cen')).toBe(
      'p=a07&v=de%2Cen&ss=minor&ss=critical&sr=3-',
    );
  });

  test.each([
    ['an unknown severity', 'ss=grave', {}],
    ['a range that is none', 'sr=3', {}],
    ['a range from 0', 'sr=0-7', { to: 7 }],
    ['half a pair', 'sd=de', {}],
    ['what it knows no value of', 'su=yes&sp=lines&sm=wmt', {}],
    ['empty names', 'sv=&sa=', {}],
    ['a name twice', 'sv=de&sv=de', { variants: ['de'] }],
  ])('is as if %s were not there', (_what, query, expected) => {
    expect(read(query)).toEqual(expected);
  });
});

test('empty lists restrict nothing', () => {
  expect(shortest({ variants: [], from: undefined, to: 4 })).toEqual({ to: 4 });
});

test('what leaves something out is counted and can be cleared, what only shows it otherwise stays', () => {
  const filter: StatisticsFilter = { variants: ['de'], from: 2, to: 9, per: 'words', unmarked: 'clean' };
  expect(restrictions(filter)).toBe(2);
  expect(unrestricted(filter)).toEqual({ per: 'words', unmarked: 'clean' });
  expect(restrictions(unrestricted(filter))).toBe(0);
});
