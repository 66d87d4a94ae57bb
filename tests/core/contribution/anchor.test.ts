import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Anchor, anchorOf, attach } from '../../../src/core/contribution/anchor.ts';

const GERMAN =
  'Wir ziehen es vor, unsere Technologie zu teilen, anzupassen und bereitzustellen. Wir haben in diesen Bereichen keine Kontrolle mehr.';
const OTHER = 'Der Hund schläft den ganzen Tag vor dem alten Ofen und träumt von einem langen Weg am Fluss.';

/** Anchors the nth occurrence of some words. */
function on(text: string, words: string, n = 1): Anchor {
  let start = -1;
  for (let i = 0; i < n; i += 1) start = text.indexOf(words, start + 1);
  return anchorOf(text, start, start + words.length);
}
/** The state and the words that an anchor stands on. */
function standing(anchor: Anchor, text: string) {
  const found = attach(anchor, text);
  return 'span' in found ? `${found.state}: ${text.slice(found.span.start, found.span.end)}` : found.state;
}

describe('an anchor', () => {
  test('keeps at most 32 characters on each side', () => {
    const { quote } = on(GERMAN, 'Kontrolle');
    expect(quote).toEqual({
      exact: 'Kontrolle',
      prefix: GERMAN.slice(GERMAN.indexOf('Kontrolle') - 32, GERMAN.indexOf('Kontrolle')),
      suffix: ' mehr.',
    });
  });

  test('does not cut a character in two', () => {
    const text = `😀${'a'.repeat(31)}word${'b'.repeat(31)}😀`;
    const { quote } = on(text, 'word');
    expect([quote.prefix, quote.suffix]).toEqual(['a'.repeat(31), 'b'.repeat(31)]);
  });

  test.each([
    [-1, 2],
    [3, 2],
    [0, 99],
    [Number.NaN, 2],
  ])('cannot be made from %s to %s', (start, end) => {
    expect(() => anchorOf('a text', start, end)).toThrow(RangeError);
  });
});

describe('attaching', () => {
  test('finds an anchor in its own text, in its place', () => {
    const stretch = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 80 })
      .chain((text) =>
        fc
          .tuple(fc.constant(text), fc.integer({ min: 0, max: text.length - 1 }))
          .chain(([, start]) =>
            fc.tuple(fc.constant(text), fc.constant(start), fc.integer({ min: start + 1, max: text.length })),
          ),
      );
    fc.assert(
      fc.property(stretch, ([text, start, end]) => {
        expect(attach(anchorOf(text, start, end), text)).toEqual({
          state: 'exact',
          span: { start, end },
          score: 1,
        });
      }),
    );
  });

  test('keeps a mark on its words when text is inserted before or after it', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[A-Za-z ]{1,60}$/),
        fc.constantFrom('Technologie', 'keine Kontrolle mehr', 'ziehen es vor'),
        (inserted, words) => {
          const anchor = on(GERMAN, words);
          fc.pre(!inserted.includes(words));
          expect(attach(anchor, inserted + GERMAN)).toMatchObject({
            state: 'moved',
            span: { start: anchor.start + inserted.length },
          });
          expect(attach(anchor, GERMAN + inserted)).toMatchObject({
            state: 'exact',
            span: { start: anchor.start },
          });
        },
      ),
    );
  });

  test('never says exact of other words or another place, whatever the text', () => {
    const anchor = on(GERMAN, 'Kontrolle');
    fc.assert(
      fc.property(fc.array(fc.constantFrom('Kontrolle', ' keine ', 'ein', ' ', 'Kontrole', '.')), (words) => {
        const text = words.join('');
        const found = attach(anchor, text);
        if (found.state === 'exact') {
          expect(found.span).toEqual({ start: anchor.start, end: anchor.end });
          expect(text.slice(found.span.start, found.span.end)).toBe('Kontrolle');
        }
        if (found.state === 'moved') {
          expect(text.slice(found.span.start, found.span.end)).toBe('Kontrolle');
        }
      }),
    );
  });

  test('follows its surroundings when its old place now holds another occurrence', () => {
    const text = 'Er sagte, das Modell sei gut. Sie meinte, das Modell sei schlecht.';
    const anchor = on(text, 'das Modell', 2);
    const shift = anchor.start - text.indexOf('das Modell');
    const changed = `${'x'.repeat(shift)}${text}`;
    expect(changed.slice(anchor.start, anchor.end)).toBe('das Modell');
    expect(attach(anchor, changed)).toMatchObject({ state: 'moved', span: { start: anchor.start + shift } });
  });

  test('stays in its place when the words around another occurrence are as good', () => {
    expect(standing(on('foo bar foo', 'foo'), 'foo baz foo')).toBe('exact: foo');
  });

  test('is ambiguous between places that fit as well', () => {
    const anchor = on('Das Modell ist gut.', 'Modell');
    const text = 'Neu. Das Modell ist gut. Neu. Das Modell ist gut.';
    expect(attach(anchor, text)).toEqual({
      state: 'ambiguous',
      candidates: [
        { start: 9, end: 15 },
        { start: 34, end: 40 },
      ],
    });
  });

  test('finds words that were edited slightly, and says that it did', () => {
    const anchor = on(GERMAN, 'keine Kontrolle mehr');
    expect(standing(anchor, GERMAN.replace('keine Kontrolle', 'keinerlei Kontrolle'))).toBe(
      'approximate: keinerlei Kontrolle mehr',
    );
  });

  test('is lost when its words were replaced', () => {
    expect(
      standing(on(GERMAN, 'keine Kontrolle mehr'), GERMAN.replace('keine Kontrolle mehr', 'Einfluss')),
    ).toBe('lost');
  });

  test('is lost in an unrelated text, even where the same short word occurs', () => {
    expect(standing(on(GERMAN, 'es vor'), OTHER)).toBe('lost');
    expect(standing(on(GERMAN, ','), OTHER.replace('Tag', 'Tag,'))).toBe('lost');
  });

  test('knows a long quote again in new surroundings', () => {
    const quote = 'unsere Technologie zu teilen, anzupassen und bereitzustellen';
    expect(standing(on(GERMAN, quote), `Heute wollen alle ${quote}`)).toBe(`moved: ${quote}`);
  });

  test('finds a comma again by its surroundings', () => {
    const anchor = on(GERMAN, ',', 2);
    expect(attach(anchor, `Ja, ja. ${GERMAN}`)).toMatchObject({
      state: 'moved',
      span: { start: anchor.start + 8 },
    });
  });

  test('does not cut a character in two when the match is approximate', () => {
    const anchor = on('Sie sagte „sehr gut 😀😀“ und ging.', 'sehr gut 😀😀');
    const text = 'Sie sagte „sehr gut 😀😁“ und ging.';
    expect(standing(anchor, text)).toBe('approximate: sehr gut 😀😁');
  });

  test('ends on texts made to be hard', () => {
    const long = 'a'.repeat(100_000);
    expect(attach(anchorOf(long, 500, 501), long).state).toBe('exact');
    expect(attach(anchorOf(long, 0, 50_000), `${long.slice(0, 40_000)}b`).state).toBe('lost');
    expect(attach(anchorOf('ab'.repeat(200), 7, 300), 'ba'.repeat(50_000)).state).not.toBe('exact');
  });
});
