import fc from 'fast-check';
import { expect, test } from 'vitest';
import { base64, utf8Bytes } from '../../../src/core/format/utf8.ts';

test.each([
  ['', ''],
  ['f', 'Zg=='],
  ['fo', 'Zm8='],
  ['foo', 'Zm9v'],
  ['ä–日😀', 'w6TigJPml6Xwn5iA'],
])('%s is %s in base64 (RFC 4648)', (text, expected) => {
  expect(base64(utf8Bytes(text))).toBe(expected);
});

test('any text has the bytes that a percent encoding names', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }).filter((any) => !/\p{Cs}/u.test(any)),
      (text) => {
        const named = encodeURIComponent(text).match(/%..|./gu) ?? [];
        expect([...utf8Bytes(text)]).toEqual(
          named.map((each) =>
            each.startsWith('%') ? Number.parseInt(each.slice(1), 16) : each.charCodeAt(0),
          ),
        );
      },
    ),
  );
});

test('half of a surrogate pair is no letter', () => {
  expect([...utf8Bytes('\ud83d')]).toEqual([0xef, 0xbf, 0xbd]);
});
