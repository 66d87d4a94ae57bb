import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tokenize, type Unit } from '../../../src/core/segment/tokens.ts';
import { tokenKind } from '../../../src/core/segment/words.ts';

const UNITS: readonly Unit[] = ['word', 'char', 'sentence'];
const LANGS = ['de', 'en', 'fr', 'ja', 'zh', 'ko', 'sa', 'el', 'la', 'x-unknown'];

/** Text with what makes segmentation hard: surrogates, marks, joiners, several scripts, line ends. */
const HARD = [
  ...[
    'a',
    'Ä',
    'e\u0301',
    ' ',
    '  ',
    '\r\n',
    '\n',
    '.',
    ',',
    '“',
    '-',
    '’',
    '3',
    '.5',
    '%',
    '\u00a0',
    '\u00ad',
  ],
  ...[
    '模',
    '型',
    'の',
    'ア',
    'ー',
    'ไ',
    'ท',
    'ย',
    '한',
    'ᄒ',
    'ᅡ',
    'ᆫ',
    'न',
    '्',
    'म',
    'ש',
    'ل',
    '\u200d',
    '\u200f',
  ],
  ...['😀', '👩‍👩‍👧', '🏳️‍🌈', '🇩🇪', '1️⃣', '\ud800', '\udc00', '\u0301', '「', '」', '。'],
];
const hardText = fc.array(fc.constantFrom(...HARD), { maxLength: 60 }).map((parts) => parts.join(''));

const words = (text: string, lang = 'en') => tokenize(text, 'word', lang);

describe('tokens', () => {
  test('join back to the text, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.oneof(hardText, fc.string({ unit: 'binary' })),
        fc.constantFrom(...UNITS),
        fc.constantFrom(...LANGS),
        (text, unit, lang) => {
          const tokens = tokenize(text, unit, lang);
          expect(tokens.join('')).toBe(text);
          expect(tokens).not.toContain('');
        },
      ),
      { numRuns: 600 },
    );
  });

  test('never split a surrogate pair', () => {
    fc.assert(
      fc.property(hardText, fc.constantFrom(...UNITS), (text, unit) => {
        let at = 0;
        for (const token of tokenize(text, unit, 'en')) {
          at += token.length;
          const isInsidePair =
            at < text.length && /[\ud800-\udbff]/.test(text[at - 1]!) && /[\udc00-\udfff]/.test(text[at]!);
          expect(isInsidePair).toBe(false);
        }
      }),
      { numRuns: 600 },
    );
  });

  test('of a text are computed once', () => {
    expect(tokenize('once and only once', 'word', 'en')).toBe(tokenize('once and only once', 'word', 'en'));
  });
});

describe('words', () => {
  test('stand beside white space and marks', () => {
    expect(words('No, I see.')).toEqual(['No', ',', ' ', 'I', ' ', 'see', '.']);
  });

  test.each([
    [
      'a number with its marks',
      'Llama 3.1 405B, 10,000',
      ['Llama', ' ', '3.1', ' ', '405B', ',', ' ', '10,000'],
    ],
    ['an apostrophe', 'don’t l’IA', ['don’t', ' ', 'l’IA']],
    ['a run of white space', 'a \n\u00a0b', ['a', ' \n\u00a0', 'b']],
    ['an emoji with its joiners', 'a 👩‍👩‍👧b', ['a', ' ', '👩‍👩‍👧', 'b']],
    ['a flag', '🇩🇪🇫🇷', ['🇩🇪', '🇫🇷']],
    ['a word with combining marks', 'cafe\u0301!', ['cafe\u0301', '!']],
    ['a Devanagari word', 'नमस्ते जगत्।', ['नमस्ते', ' ', 'जगत्', '।']],
    ['a Korean word', '한국어 위키', ['한국어', ' ', '위키']],
  ])('keep %s together', (_, text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  test.each([
    ['at hyphens', 'Open-Source-Modell', ['Open', '-', 'Source', '-', 'Modell']],
    ['before a per cent sign', '10 %', ['10', ' ', '%']],
    ['at a full stop without a space', 'haben.Wir', ['haben', '.', 'Wir']],
  ])('part %s', (_, text, expected) => {
    expect(words(text, 'de')).toEqual(expected);
  });

  test('of a script without spaces come from the dictionary', () => {
    expect(words('AI模型很重要。', 'zh')).toEqual(['AI', '模型', '很', '重要', '。']);
    expect(words('私は学生です', 'ja')).toEqual(['私', 'は', '学生', 'です']);
  });

  test('are the same whether the text is ASCII or not', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("'", '.', ',', 'a', 'Z', '7', ' ', '\n', '_', '-')), (parts) => {
        const text = parts.join('');
        expect([...words(text), '…']).toEqual(words(text + '…'));
      }),
    );
  });

  test('agree with Intl.Segmenter on prose', () => {
    const prose =
      'Arthur Mensch, Mitbegründer und CEO von Mistral AI, sagt: „Ich sehe keine Risiken.“ Das kostete 6,5 Milliarden.';
    const segments = [...new Intl.Segmenter('de', { granularity: 'word' }).segment(prose)];
    expect(words(prose, 'de')).toEqual(segments.map(({ segment }) => segment));
  });
});

describe('characters', () => {
  test('are grapheme clusters', () => {
    expect(tokenize('e\u0301👩‍👩‍👧\r\nक्षि', 'char', 'en')).toEqual(
      Array.from(new Intl.Segmenter().segment('e\u0301👩‍👩‍👧\r\nक्षि'), ({ segment }) => segment),
    );
  });

  test('are the clusters of the segmenter in plain text too', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'ß', 'Ж', 'ω', '模', 'か', 'ガ', '한', '–', '“', '…', '、')),
        (parts) => {
          const text = parts.join('');
          const clusters = Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment);
          expect(tokenize(text, 'char', 'en')).toEqual(clusters);
        },
      ),
    );
  });
});

test('a sentence and the white space after it are two tokens', () => {
  expect(tokenize(' One. Two! ', 'sentence', 'en')).toEqual([' ', 'One.', ' ', 'Two!', ' ']);
});

test.each([
  ['Äpfel', 'word'],
  ['3.1', 'word'],
  ['_', 'word'],
  ['模型', 'word'],
  [' ', 'space'],
  ['\u00a0\u3000', 'space'],
  ['\r\n', 'space'],
  ['“', 'mark'],
  ['%', 'mark'],
  ['👍', 'mark'],
])('%j is a %s', (token, kind) => {
  expect(tokenKind(token)).toBe(kind);
});
