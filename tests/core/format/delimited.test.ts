import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  delimiterOf,
  plainCell,
  readDelimited,
  safeCells,
  writeDelimited,
} from '../../../src/core/format/delimited.ts';

const cell = fc
  .array(
    fc.oneof(
      fc.constantFrom('"', '""', ',', ';', '\t', '\n', '\r\n', '\r', ' ', '\uFEFF', 'ä', '=1+1'),
      fc.string({ unit: 'grapheme', maxLength: 4 }),
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(''));
const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 5 });
const delimiter = fc.constantFrom(',' as const, '\t' as const, ';' as const);

describe('a table of delimited cells', () => {
  test('comes back as it was written, whatever its cells hold', () => {
    fc.assert(
      fc.property(table, delimiter, (rows, sign) => {
        const { rows: read, unclosed } = readDelimited(writeDelimited(rows, sign), sign);
        expect(read).toEqual(rows);
        expect(unclosed).toBeUndefined();
      }),
      { numRuns: 500 },
    );
  });

  test('is read to its end whatever it is', () => {
    fc.assert(
      fc.property(cell, delimiter, (text, sign) => {
        const { rows, lines } = readDelimited(text, sign);
        expect(lines).toHaveLength(rows.length);
        expect([...lines].sort((a, b) => a - b)).toEqual(lines);
      }),
      { numRuns: 500 },
    );
  });

  test('is read up to the rows that are wanted', () => {
    expect(readDelimited('a\nb\nc\n', ',', 2)).toEqual({ rows: [['a'], ['b']], lines: [1, 2], isCut: true });
    expect(readDelimited('a\nb\n', ',', 2)).toEqual({ rows: [['a'], ['b']], lines: [1, 2] });
  });

  test('is quoted as RFC 4180 has it, and only where need be', () => {
    expect(writeDelimited([['a', 'b "c"', 'd, e', 'f;g', '']], ',')).toBe('a,"b ""c""","d, e",f;g,\r\n');
    expect(writeDelimited([['a, b', 'c\td']], '\t')).toBe('a, b\t"c\td"\n');
  });

  test('can be made so that no spreadsheet runs a cell, and be read back exactly', () => {
    const start = fc.constantFrom('', "'", "''", '=', "'=", '+', '-', '@', '\t', '\r', '\n', '＝', 'a');
    fc.assert(
      fc.property(
        fc.array(
          fc.array(
            fc.tuple(start, cell).map(([a, b]) => a + b),
            { minLength: 1 },
          ),
        ),
        (rows) => {
          const safe = safeCells(rows);
          expect(safe.flat().filter((one) => /^[=+\-@\t\r\n＝＋－＠]/u.test(one))).toEqual([]);
          expect(safe.map((cells) => cells.map(plainCell))).toEqual(rows);
        },
      ),
    );
    expect(safeCells([['=1+1', 'a=1', '-5', "it's", "'x"]])).toEqual([["'=1+1", 'a=1', "'-5", "it's", "'x"]]);
  });

  test('knows the line of each row and of a quotation mark that is not closed', () => {
    const { rows, lines, unclosed } = readDelimited('a,b\r\n"c\nd",e\n\nf,"g\nh', ',');
    expect(rows).toEqual([
      ['a', 'b'],
      ['c\nd', 'e'],
      ['f', 'g\nh'],
    ]);
    expect(lines).toEqual([1, 2, 5]);
    expect(unclosed).toBe(5);
  });

  test('is split at the sign that its first line has most of', () => {
    expect(['a,b;c,d\n;;;;', 'a;b', '"x,y";b', 'a\tb', 'a', ''].map(delimiterOf)).toEqual([
      ',',
      ';',
      ';',
      '\t',
      ',',
      ',',
    ]);
  });
});
