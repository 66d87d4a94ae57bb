import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anchorOf, attach } from '../../../src/core/contribution/anchor.ts';

const GERMAN =
  'Wir ziehen es vor, unsere Technologie zu teilen, anzupassen und bereitzustellen. Wir haben in diesen Bereichen keine Kontrolle mehr.';
const OTHER = 'Der Hund schläft den ganzen Tag vor dem alten Ofen und träumt von einem langen Weg am Fluss.';
const at = GERMAN.indexOf('keine Kontrolle');

/** Where the gap before "keine Kontrolle" stands in a changed text: the state and what follows it. */
function standing(text: string): string {
  const found = attach(anchorOf(GERMAN, at, at), text);
  return 'span' in found
    ? `${found.state}: ${text.slice(found.span.start, found.span.start + 5)}`
    : found.state;
}

describe('a gap', () => {
  test('keeps its surroundings and no words', () => {
    expect(anchorOf('ab cd', 3, 3)).toEqual({
      quote: { exact: '', prefix: 'ab ', suffix: 'cd' },
      start: 3,
      end: 3,
    });
  });

  test('cannot be in an empty text, which has nothing to know it by', () => {
    expect(() => anchorOf('', 0, 0)).toThrow(RangeError);
  });

  test('stands in its own text in its place, at any offset', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }), fc.nat(), (text, seed) => {
        const offset = seed % (text.length + 1);
        const found = attach(anchorOf(text, offset, offset), text);
        expect(found).toEqual({ state: 'exact', span: { start: offset, end: offset }, score: 1 });
      }),
    );
  });

  test('goes along when the text before it grows or shrinks', () => {
    expect(standing(`Ein ganz neuer Anfang. ${GERMAN}`)).toBe('moved: keine');
    expect(standing(GERMAN.slice(GERMAN.indexOf('Wir haben')))).toMatch(/: keine$/);
  });

  test('stands by its surroundings when these change a little', () => {
    expect(standing(GERMAN.replace('diesen Bereichen', 'diesen Gebieten'))).toMatch(/: keine$/);
  });

  test('is not there any more in another text', () => {
    expect(standing(OTHER)).toBe('lost');
  });

  test('is not certain where its surroundings stand twice', () => {
    const twice = 'wo ist der Rest davon geblieben; '.repeat(8);
    const middle = twice.indexOf('Rest', 100);
    const found = attach(anchorOf(twice, middle, middle), `x${twice}`);
    expect(found.state).toBe('ambiguous');
  });
});
