import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diffTexts } from '../../../src/core/compare/diff.ts';
import type { Unit } from '../../../src/core/segment/tokens.ts';
import { tokenize } from '../../../src/core/segment/tokens.ts';
import { expectCorrect, show } from './script.ts';

const UNITS: readonly Unit[] = ['word', 'char', 'sentence'];

/** Few words and many marks, so that texts have much in common in the wrong places. */
const PIECES = [
  ...[
    'a ',
    'b ',
    'the ',
    'technology ',
    'not ',
    '2024 ',
    'Wort',
    'wort',
    ', ',
    '. ',
    '! ',
    ' ',
    '\r\n',
    '\n\n',
    '“',
  ],
  ...[
    '模型',
    '的',
    '。',
    'の',
    'ไทย',
    'שלום ',
    'مرحبا ',
    '\u200f',
    'e\u0301',
    '\u0301',
    '👩‍👩‍👧',
    '🇩🇪',
    '\ud83d',
    '\udc69',
  ],
];
const pieces = fc.array(fc.constantFrom(...PIECES), { maxLength: 50 });
const text = pieces.map((list) => list.join(''));
/** A text and a copy with stretches deleted, replaced, repeated and moved. */
const edited = fc
  .tuple(
    pieces,
    fc.array(fc.tuple(fc.nat({ max: 50 }), fc.nat({ max: 8 }), fc.nat({ max: 50 }), pieces), {
      maxLength: 4,
    }),
  )
  .map(([list, edits]): [string, string] => {
    const copy = [...list];
    for (const [from, length, to, inserted] of edits) {
      const cut = copy.splice(from % (copy.length + 1), length);
      copy.splice(to % (copy.length + 1), 0, ...cut, ...inserted.slice(0, 4));
    }
    return [list.join(''), copy.join('')];
  });

describe('a diff', () => {
  test('applied to the old text gives the new one, in every unit', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.tuple(text, text), edited),
        fc.constantFrom(...UNITS),
        fc.constantFrom('en', 'ja'),
        ([old, now], unit, lang) => {
          expectCorrect(diffTexts(old, now, { unit, lang }));
        },
      ),
      { numRuns: 2500 },
    );
  });

  test('is right when the budget is nothing', () => {
    fc.assert(
      fc.property(edited, fc.constantFrom(...UNITS), ([old, now], unit) => {
        expectCorrect(diffTexts(old, now, { unit, lang: 'en', budget: 0 }));
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ['the same word over and over', 'a '.repeat(30_000), 'a '.repeat(20_000) + 'b'],
    ['a period that shifts', 'a b '.repeat(15_000), 'b a a '.repeat(15_000)],
    ['one word of one letter', 'a'.repeat(60_000), 'b'.repeat(60_000)],
    ['an unspaced text', '我们更愿意分享。'.repeat(1000), '甲我们更愿意分享。'.repeat(1000)],
  ])('is right on %s', (_, old, now) => {
    for (const unit of UNITS) expectCorrect(diffTexts(old, now, { unit, lang: 'zh' }));
  });

  test('of a text with itself is one equal hunk, and of nothing has none', () => {
    expect(show('One. Two.', 'One. Two.')).toBe('One. Two.');
    expect(diffTexts('', '', { lang: 'en' }).hunks).toEqual([]);
    expect(show('', 'All new.')).toBe('{+All new.+}');
    expect(show('All gone.', '')).toBe('[-All gone.-]');
  });

  test('by characters never parts a grapheme cluster', () => {
    fc.assert(
      fc.property(edited, ([old, now]) => {
        const diff = diffTexts(old, now, { unit: 'char', lang: 'en' });
        const ends = (whole: string) => {
          let at = 0;
          return new Set([0, ...tokenize(whole, 'char', 'en').map((token) => (at += token.length))]);
        };
        const oldEnds = ends(old);
        const newEnds = ends(now);
        for (const hunk of diff.hunks) {
          expect(oldEnds.has(hunk.old.start) && oldEnds.has(hunk.old.end)).toBe(true);
          expect(newEnds.has(hunk.new.start) && newEnds.has(hunk.new.end)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('counts the tokens kept before the readability pass', () => {
    const { kept } = diffTexts('one two three four', 'one 2 three 4', { lang: 'en' });
    expect(kept).toBe(['one', ' ', ' ', 'three', ' '].length);
  });

  test('splits each text by its own language', () => {
    const mixed = diffTexts('学生です', '学生です', { lang: 'ja', newLang: 'zh' });
    expectCorrect(mixed);
  });
});

describe('a small change stays small', () => {
  test.each([
    ['a word', 'The model is [-good-]{+bad+} at this.'],
    ['two words that meet', 'The [-big red-]{+small blue+} house stands.'],
    ['two words apart', 'The [-big-]{+small+} house [-stands-]{+fell+} there.'],
    ['a capital', '[-Die-]{+die+} Leute kommen heute.'],
    ['a number', 'It grew by [-3.1-]{+3.2+} per cent.'],
    ['numbers side by side', 'From [-2023-]{+2024+}–[-2024-]{+2025+} on.'],
    ['a negation', 'We do {+not +}have any control here.'],
    ['a negation beside a replaced word', 'It is {+not +}a [-big-]{+small+} thing.'],
    ['a mark', 'He came[-,-]{+;+} he saw.'],
    ['a part of a compound with hyphens', 'Das Open-Source-[-Modell-]{+Werkzeug+} hilft.'],
    ['the last word before a mark', 'Nobody saw [-him-]{+her+}.'],
    ['a missing space', 'künstliche [-IntelligenzAnstatt-]{+Intelligenz. Anstatt+} sich'],
  ])('%s: %s', (_, marked) => {
    const old = marked.replace(/\{\+(.*?)\+\}/g, '').replace(/\[-(.*?)-\]/g, '$1');
    const now = marked.replace(/\[-(.*?)-\]/g, '').replace(/\{\+(.*?)\+\}/g, '$1');
    expect(show(old, now)).toBe(marked);
  });
});

describe('a rewritten clause', () => {
  test('is one change, beside the phrases that stayed', () => {
    expect(
      show(
        'we prefer to share, adapt and provide our technology. We no longer have control in these areas.',
        'we are readier to share our technology, to let it be adapted, and to have it deployed in places where the control is no longer ours.',
      ),
    ).toBe(
      'we [-prefer-]{+are readier+} to share[-, adapt and provide-] our technology[-. We no longer have control in these areas-]{+, to let it be adapted, and to have it deployed in places where the control is no longer ours+}.',
    );
  });

  test('with every second word changed is one change', () => {
    expect(show('He went down to old shops in dark streets.', 'He ran up to new bars in broad alleys.')).toBe(
      'He [-went down to old shops in dark streets-]{+ran up to new bars in broad alleys+}.',
    );
  });

  test('does not swallow the full stop between two sentences that are both rewritten', () => {
    expect(
      show(
        'They bought many old boats. Nobody knows them today.',
        'They sold some new cars. Everybody saw these yesterday.',
      ),
    ).toBe(
      'They [-bought many old boats-]{+sold some new cars+}. [-Nobody knows them today-]{+Everybody saw these yesterday+}.',
    );
  });

  test('of a script without spaces is found by its words', () => {
    expect(show('我们更愿意分享技术。', '我们更愿意使用技术。', { lang: 'zh' })).toBe(
      '我们更愿意[-分享-]{+使用+}技术。',
    );
  });
});

describe('a change begins and ends where it reads well', () => {
  test.each([
    ['at the word, with the space after it', 'the [-quick -]fox'],
    ['at the item of a list', 'a, [-b, -]c'],
    ['at the sentence', 'He left. [-She came back. -]They ate.'],
    ['at a sentence that begins like the next', 'It is new. {+It is old. +}It is ours.'],
    ['after the mark that belongs to the word before', 'share{+, adapt+} and provide'],
    ['before the mark that opens', 'He said {+“no” +}“yes” then.'],
    ['at the paragraph', 'One.\n{+Two.\n+}Three.'],
  ])('%s: %s', (_, marked) => {
    const old = marked.replace(/\{\+([^]*?)\+\}/g, '').replace(/\[-([^]*?)-\]/g, '$1');
    const now = marked.replace(/\[-([^]*?)-\]/g, '').replace(/\{\+([^]*?)\+\}/g, '$1');
    expect(show(old, now)).toBe(marked);
  });
});

test('no lone space stands between two changes of words', () => {
  const word = fc.constantFrom('a', 'b', 'c', 'of', 'the', 'technology', 'model', 'und', 'nicht');
  const line = fc.array(word, { maxLength: 30 }).map((list) => list.join(' '));
  fc.assert(
    fc.property(line, line, (old, now) => {
      expect(show(old, now)).not.toMatch(/[a-z] ?[-+][\]}] +[[{][-+] ?[a-z]/);
    }),
    { numRuns: 500 },
  );
});

describe('by characters', () => {
  test('a letter changed shows alone', () => {
    expect(show('Kitten', 'Mitten', { unit: 'char' })).toBe('[-K-]{+M+}itten');
  });

  test('a rewritten word is no scatter of letters', () => {
    expect(show('prefer to', 'are readier to', { unit: 'char' })).toBe('[-pref-]{+are readi+}er to');
  });
});

test('by sentences, a sentence that came and one that went', () => {
  expect(
    show('Eins kam. Zwei kam. Drei kam.', 'Zwei kam. Drei kam. Vier kam.', { unit: 'sentence', lang: 'de' }),
  ).toBe('[-Eins kam. -]Zwei kam. Drei kam.{+ Vier kam.+}');
});
