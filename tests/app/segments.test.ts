import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Layer, segment } from '../../src/app/segments.ts';

const layer = (start: number, end: number, name: string, mark?: string): Layer => ({
  start,
  end,
  name,
  ...(mark === undefined ? {} : { mark }),
});

/** Layers that may begin before the text, end after it, be empty, or lie over each other. */
const layers = fc.array(
  fc
    .record({
      start: fc.integer({ min: -5, max: 30 }),
      length: fc.nat(20),
      name: fc.constantFrom('minor', 'major', 'found', 'shifted far'),
      mark: fc.option(fc.constantFrom('a', 'b', 'c'), { nil: undefined }),
    })
    .map(({ start, length, name, mark }) => layer(start, start + length, name, mark)),
  { maxLength: 8 },
);

describe('segment', () => {
  test('gives pieces that join to the text and know where they begin', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 25 }), layers, (text, given) => {
        const pieces = segment(text, given);
        expect(pieces.map((piece) => piece.text).join('')).toBe(text);
        for (const piece of pieces)
          expect(text.slice(piece.start, piece.start + piece.text.length)).toBe(piece.text);
      }),
    );
  });

  test('has a piece without text where an empty layer stands, under all that stand there, and nowhere else', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 25 }), layers, (text, given) => {
        const place = (at: number): number => Math.max(0, Math.min(text.length, at));
        const gaps = given.filter(({ start, end }) => start === end);
        const pieces = segment(text, given).filter((piece) => piece.text === '' && given.length > 0);
        expect(pieces.map(({ start }) => start)).toEqual(
          [...new Set(gaps.map(({ start }) => place(start)))].sort((a, b) => a - b),
        );
        for (const { start, names } of pieces)
          expect([...names].sort()).toEqual(
            [
              ...new Set(
                gaps.filter((gap) => place(gap.start) === start).flatMap(({ name }) => name.split(' ')),
              ),
            ].sort(),
          );
      }),
    );
  });

  test('puts on every character the layers that cover it, each name once, and no others', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 25 }), layers, (text, given) => {
        for (const { text: piece, start, names, marks } of segment(text, given)) {
          for (let at = start; at < start + piece.length; at += 1) {
            const covering = given.filter((one) => one.start <= at && at < one.end);
            expect([...names].sort()).toEqual(
              [...new Set(covering.flatMap(({ name }) => name.split(' ')))].sort(),
            );
            expect(new Set(marks)).toEqual(
              new Set(covering.flatMap(({ mark }) => (mark === undefined ? [] : [mark]))),
            );
          }
        }
      }),
    );
  });

  test('gives a text without layers back whole', () => {
    expect(segment('text', [])).toEqual([{ text: 'text', start: 0, names: [], marks: [] }]);
  });

  test('lets overlapping layers share the piece in which both stand', () => {
    const pieces = segment('abcdef', [layer(0, 4, 'major', 'm1'), layer(2, 6, 'minor', 'm2')]);
    expect(pieces.map(({ text, names }) => [text, [...names].sort()])).toEqual([
      ['ab', ['major']],
      ['cd', ['major', 'minor']],
      ['ef', ['minor']],
    ]);
  });

  test('names the classes from the outermost layer in, and the marks from the innermost out', () => {
    const [, inner] = segment('abcdef', [layer(2, 4, 'minor', 'short'), layer(0, 6, 'major', 'long')]);
    expect(inner).toEqual({ text: 'cd', start: 2, names: ['major', 'minor'], marks: ['short', 'long'] });
  });

  test('clamps layers to the text', () => {
    expect(segment('abc', [layer(-3, 1, 'before'), layer(2, 99, 'after')])).toEqual([
      { text: 'a', start: 0, names: ['before'], marks: [] },
      { text: 'b', start: 1, names: [], marks: [] },
      { text: 'c', start: 2, names: ['after'], marks: [] },
    ]);
  });

  test('cuts at an empty layer, which is a piece of its own', () => {
    const pieces = segment('abc', [layer(1, 1, 'major', 'm'), layer(0, 3, 'minor')]);
    expect(pieces.map(({ text, names, marks }) => [text, names, marks])).toEqual([
      ['a', ['minor'], []],
      ['', ['major'], ['m']],
      ['bc', ['minor'], []],
    ]);
  });

  test('has no pieces of an empty text under layers', () => {
    expect(segment('', [layer(0, 3, 'major')])).toEqual([]);
  });

  test('names a mark once where two of its own spans lie over each other', () => {
    const pieces = segment('abc', [layer(0, 2, 'major', 'm'), layer(1, 3, 'major', 'm')]);
    expect(pieces[1]?.marks).toEqual(['m']);
  });
});
