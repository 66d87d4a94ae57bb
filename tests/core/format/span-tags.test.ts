import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSpanTags, writeSpanTags } from '../../../src/core/format/span-tags.ts';
import { tagged } from './arbitraries.ts';

describe('span tags', () => {
  test('become spans in the text without them', () => {
    expect(readSpanTags('ein <v>Haus </v>am<v> See</v>')).toEqual({
      text: 'ein Haus am See',
      spans: [
        { start: 4, end: 9 },
        { start: 11, end: 15 },
      ],
    });
  });

  test('may be around nothing', () => {
    expect(readSpanTags('a<v></v>b')).toEqual({ text: 'ab', spans: [{ start: 1, end: 1 }] });
  });

  test.each(['<v>a', 'a</v>', '</v>a<v>', '<v>a<v>b</v>', '<v>a</v></v>', '<v>a<v>b</v></v>'])(
    'that do not pair up are refused: %s',
    (text) => {
      expect(readSpanTags(text)).toBeUndefined();
    },
  );

  test('are written as they were read', () => {
    fc.assert(
      fc.property(tagged, (given) => {
        expect(readSpanTags(writeSpanTags(given))).toEqual(given);
      }),
    );
  });

  test.each([
    [
      [
        { start: 2, end: 3 },
        { start: 0, end: 1 },
      ],
    ],
    [
      [
        { start: 0, end: 2 },
        { start: 1, end: 3 },
      ],
    ],
    [[{ start: 0, end: 9 }]],
    [[{ start: 2, end: 1 }]],
  ])('cannot be written around %j', (spans) => {
    expect(() => writeSpanTags({ text: 'abc', spans })).toThrow(RangeError);
  });
});
