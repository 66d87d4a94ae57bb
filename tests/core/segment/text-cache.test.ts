import { expect, test } from 'vitest';
import { TextCache } from '../../../src/core/segment/text-cache.ts';

/** A cache and how often each text was computed. */
function counting(capacity: number) {
  const cache = new TextCache<string>(capacity);
  const computed: string[] = [];
  const get = (text: string, variant = '') =>
    cache.get(text, variant, () => {
      computed.push(text + variant);
      return text + variant;
    });
  return { get, computed };
}

test('a value is computed once for each text and variant', () => {
  const { get, computed } = counting(100);
  expect([get('a'), get('a'), get('a', '-x'), get('b')]).toEqual(['a', 'a', 'a-x', 'b']);
  expect(computed).toEqual(['a', 'a-x', 'b']);
});

test('what was used longest ago goes first', () => {
  const { get, computed } = counting(8);
  for (const text of ['aaa', 'bbb', 'aaa', 'ccc', 'aaa', 'bbb']) get(text);
  expect(computed).toEqual(['aaa', 'bbb', 'ccc', 'bbb']);
});

test('a text larger than the cache is computed each time, and drives nothing out', () => {
  const { get, computed } = counting(4);
  for (const text of ['aa', 'larger', 'larger', 'aa']) get(text);
  expect(computed).toEqual(['aa', 'larger', 'larger']);
});
