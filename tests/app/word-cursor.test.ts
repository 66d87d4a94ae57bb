import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type WordCursor,
  chosenSpan,
  cursorAt,
  stepped,
  wholeSentence,
  wordsOf,
} from '../../src/app/word-cursor.ts';

const TEXT = '„Wir wollen“, sagte er, „weiter aufholen!“ Und das … geht.';

/** Texts of words and signs in several scripts, and anything else. */
const texts = fc.oneof(
  fc
    .array(
      fc.constantFrom(
        ...['Wir', 'don’t', '3.5', 'e\u0301te\u0301', '漢字', 'かな', 'किताब', 'كتاب', 'ไทย', 'Dr.', 'a_b'],
        ...[' ', ' ', '. ', '! ', '。', '“ ', '\n', '…', '-', '👩‍👩‍👧', '😀', '\u0301', '\ud83d'],
      ),
      { maxLength: 20 },
    )
    .map((pieces) => pieces.join('')),
  fc.array(fc.nat(0xffff), { maxLength: 20 }).map((units) => String.fromCharCode(...units)),
  fc.string(),
);
const langs = fc.constantFrom('de', 'en', 'ja', 'zh', 'ar', 'th', 'und');

/** A text with a stretch of words chosen in it. */
const cursors = fc
  .tuple(texts, langs, fc.nat(), fc.nat())
  .map(([text, lang, from, to]): readonly [string, string, WordCursor | undefined] => {
    const cursor = cursorAt(text, lang);
    const count = cursor?.words.length ?? 1;
    return [text, lang, cursor && { ...cursor, anchor: from % count, focus: to % count }];
  });

const words = (text: string, cursor: WordCursor): string => {
  const { start, end } = chosenSpan(cursor);
  return text.slice(start, end);
};
const at = (word: string): WordCursor => {
  const cursor = cursorAt(TEXT, 'de', TEXT.indexOf(word));
  if (!cursor) throw new Error('no words');
  return cursor;
};

describe('the words of a text', () => {
  test('are what stands between white space and punctuation', () => {
    expect(wordsOf(TEXT, 'de').map(({ start, end }) => TEXT.slice(start, end))).toEqual(
      'Wir wollen sagte er weiter aufholen Und das geht'.split(' '),
    );
  });

  test('stand in order, do not overlap, and have every letter and digit in them', () => {
    fc.assert(
      fc.property(texts, langs, (text, lang) => {
        let end = 0;
        let between = '';
        for (const word of wordsOf(text, lang)) {
          expect(word.start).toBeGreaterThanOrEqual(end);
          expect(word.end).toBeGreaterThan(word.start);
          expect(text.slice(word.start, word.end)).toMatch(/[\p{L}\p{N}]/u);
          between += text.slice(end, word.start);
          end = word.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
        expect(between + text.slice(end)).not.toMatch(/[\p{L}\p{N}]/u);
      }),
    );
  });
});

describe('a cursor', () => {
  test('begins on the first word at or after an offset, on the last where none follows', () => {
    expect(
      [0, 1, 3, 4, TEXT.indexOf('Und') - 1].map((offset) => words(TEXT, cursorAt(TEXT, 'de', offset)!)),
    ).toEqual(['Wir', 'Wir', 'Wir', 'wollen', 'Und']);
    expect(words(TEXT, cursorAt(TEXT, 'de', TEXT.length)!)).toBe('geht');
    expect(words(TEXT, cursorAt(TEXT, 'de')!)).toBe('Wir');
  });

  test('is none in a text without words', () => {
    expect(cursorAt('… – !', 'de')).toBeUndefined();
    expect(cursorAt('', 'de')).toBeUndefined();
  });

  test('steps over white space and punctuation, forth and back', () => {
    const cursor = at('wollen');
    expect(words(TEXT, stepped(cursor, 1, false))).toBe('sagte');
    expect(words(TEXT, stepped(cursor, -1, false))).toBe('Wir');
    expect(words(TEXT, stepped(cursor, Infinity, false))).toBe('geht');
    expect(words(TEXT, stepped(cursor, -Infinity, false))).toBe('Wir');
  });

  test('extends from where it began, to either side, with what stands between the words', () => {
    const cursor = at('sagte');
    const longer = stepped(cursor, 2, true);
    expect(words(TEXT, longer)).toBe('sagte er, „weiter');
    expect(words(TEXT, stepped(longer, -1, true))).toBe('sagte er');
    expect(words(TEXT, stepped(longer, -3, true))).toBe('wollen“, sagte');
  });

  test('that was extended is one word again after a plain step', () => {
    expect(words(TEXT, stepped(stepped(at('sagte'), 2, true), 1, false))).toBe('aufholen');
  });

  test('takes the sentence that its moving end stands in, from its first to its last word', () => {
    expect(words(TEXT, wholeSentence(at('das'), TEXT, 'de'))).toBe('Und das … geht');
    const across = stepped(at('aufholen'), 1, true);
    expect(words(TEXT, wholeSentence(across, TEXT, 'de'))).toBe('Und das … geht');
  });

  test('stays in bounds whatever the step, and moves by it where there is room', () => {
    const steps = fc.oneof(fc.integer({ min: -30, max: 30 }), fc.constantFrom(Infinity, -Infinity));
    fc.assert(
      fc.property(cursors, steps, fc.boolean(), ([, , cursor], step, extend) => {
        if (!cursor) return;
        const last = cursor.words.length - 1;
        const next = stepped(cursor, step, extend);
        const wanted = cursor.focus + step;
        expect(next.focus).toBe(wanted < 0 ? 0 : wanted > last ? last : wanted);
        expect(next.anchor).toBe(extend ? cursor.anchor : next.focus);
        expect(next.words).toBe(cursor.words);
      }),
    );
  });

  test('chooses a stretch within the text, from the start of a word to the end of one', () => {
    fc.assert(
      fc.property(cursors, ([text, , cursor]) => {
        if (!cursor) return;
        const { start, end } = chosenSpan(cursor);
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        expect(cursor.words.some((word) => word.start === start)).toBe(true);
        expect(cursor.words.some((word) => word.end === end)).toBe(true);
        for (const index of [cursor.anchor, cursor.focus]) {
          expect(cursor.words[index]!.start).toBeGreaterThanOrEqual(start);
          expect(cursor.words[index]!.end).toBeLessThanOrEqual(end);
        }
      }),
    );
  });

  test('has the word that it stood on in the sentence that it takes', () => {
    fc.assert(
      fc.property(cursors, ([text, lang, cursor]) => {
        if (!cursor) return;
        const word = cursor.words[cursor.focus]!;
        const { start, end } = chosenSpan(wholeSentence(cursor, text, lang));
        expect(start).toBeLessThanOrEqual(word.start);
        expect(end).toBeGreaterThanOrEqual(word.end);
      }),
    );
  });

  // A number, the full stop and the footnote's sign after it are one word, over the end of a sentence.
  test.each(['Das war 2020.¹ Danach kam nichts.', '2020.¹ Danach kam nichts.'])(
    'has it there too where the word reaches over the sentence’s end: %s',
    (text) => {
      const cursor = cursorAt(text, 'de', text.indexOf('2020'))!;
      const word = cursor.words[cursor.focus]!;
      expect(text.slice(word.start, word.end)).toBe('2020.¹');
      const { start, end } = chosenSpan(wholeSentence(cursor, text, 'de'));
      expect(text.slice(start, end)).toContain('2020.¹');
    },
  );
});
