import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { piecesOf } from '../../../src/app/review-view/excerpt.ts';

const LONG = Array.from({ length: 900 }, (_, n) => `word${n}`).join(' ');
const placeOf = (words: string) => ({ start: LONG.indexOf(words), end: LONG.indexOf(words) + words.length });

describe('a text with highlighted words', () => {
  test('is shown whole when it is short', () => {
    const pieces = piecesOf('It is the the end.', [{ start: 6, end: 13 }]);
    expect(pieces).toEqual([
      { kind: 'plain', text: 'It is ' },
      { kind: 'lit', text: 'the the' },
      { kind: 'plain', text: ' end.' },
    ]);
  });

  test('is cut, when it is long, to what stands around them', () => {
    const pieces = piecesOf(LONG, [placeOf('word400 word401')]);
    expect(pieces.map(({ kind }) => kind)).toEqual(['cut', 'plain', 'lit', 'plain', 'cut']);
    expect(pieces[2]?.text).toBe('word400 word401');
    // Between words.
    expect(pieces[1]?.text).toMatch(/^word\d+ .* $/);
    expect(pieces[3]?.text).toMatch(/^ .* word\d+$/);
  });

  test('shows several places far apart with what lies between left out', () => {
    const kinds = piecesOf(LONG, [placeOf('word100'), placeOf('word800')]).map(({ kind }) => kind);
    expect(kinds).toEqual(['cut', 'plain', 'lit', 'plain', 'cut', 'plain', 'lit', 'plain', 'cut']);
  });

  test('shows the beginning of a long one without a place', () => {
    expect(piecesOf(LONG, []).map(({ kind }) => kind)).toEqual(['plain', 'cut']);
  });

  test('leaves out places that are not in it', () => {
    expect(piecesOf('Ja.', [{ start: 1, end: 9 }])).toEqual([{ kind: 'plain', text: 'Ja.' }]);
  });

  test('loses nothing but what it says it leaves out, and no half of a character', () => {
    const text = fc
      .array(fc.constantFrom('a', ' ', '\u{1f600}', 'ü'), { maxLength: 3000 })
      .map((all) => all.join(''));
    const cuts = fc.array(fc.nat(3000), { maxLength: 6 });
    fc.assert(
      fc.property(text, cuts, (whole, offsets) => {
        const ends = [...new Set(offsets.map((at) => Math.min(at, whole.length)))].sort((a, b) => a - b);
        const spans = ends.flatMap((start, index) =>
          index % 2 === 0 && ends[index + 1] !== undefined ? [{ start, end: ends[index + 1]! }] : [],
        );
        let at = 0;
        for (const { kind, text: piece } of piecesOf(whole, spans)) {
          if (kind === 'cut') continue;
          const found = whole.indexOf(piece, at);
          expect(found).toBeGreaterThanOrEqual(at);
          at = found + piece.length;
        }
        const shown = piecesOf(whole, spans);
        if (!shown.some(({ kind }) => kind === 'cut')) expect(at).toBe(whole.length);
        const [edge] = shown.filter(({ kind }) => kind !== 'cut');
        expect(/^[\uDC00-\uDFFF]/.test(spans.length === 0 ? (edge?.text ?? '') : '')).toBe(false);
      }),
      { numRuns: 60 },
    );
  });
});
