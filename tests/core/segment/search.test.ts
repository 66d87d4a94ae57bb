import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { queryPattern, search } from '../../../src/core/segment/search.ts';

const found = (query: string, texts: readonly string[]): string[] =>
  [
    ...search(
      query,
      texts.map((text, index): [number, string] => [index, text]),
    ),
  ].flatMap((hit) =>
    hit
      ? hit.spans.map(({ start, end }) => `${String(hit.key)}:${texts[hit.key]?.slice(start, end) ?? ''}`)
      : [],
  );

describe('a search', () => {
  test('finds words whatever their case', () => {
    expect(found('MODELL', ['Das Modell', 'kein', 'ein modell, zwei Modelle'])).toEqual([
      '0:Modell',
      '2:modell',
      '2:Modell',
    ]);
  });

  test('takes signs as they are', () => {
    expect(found('Open-Source', ['im Open-Source-Modell'])).toEqual(['0:Open-Source']);
    expect(found('(KI)', ['Intelligenz (KI)'])).toEqual(['0:(KI)']);
    expect(found('a.b', ['aXb', 'a.b'])).toEqual(['1:a.b']);
  });

  test('takes any white space between two words for any other', () => {
    expect(found('open source', ['Open\u00a0Source', 'open  source', 'opensource'])).toEqual([
      '0:Open\u00a0Source',
      '1:open  source',
    ]);
  });

  test('finds nothing for nothing', () => {
    expect(queryPattern(' \t')).toBeUndefined();
    expect(found('  ', ['a'])).toEqual([]);
  });

  test('finds every query in itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (query) => {
        const pattern = queryPattern(query);
        if (pattern) expect(query.search(pattern)).toBeGreaterThanOrEqual(0);
        else expect(query.trim()).toBe('');
      }),
    );
  });
});
