import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boundOf } from '../../../src/core/check/language/bound-words.ts';
import { isSameNumber, placeOfNumber, statedNumbers } from '../../../src/core/check/language/number-match.ts';
import { NUMBER_WORDS } from '../../../src/core/check/language/number-words.ts';
import { quantities } from '../../../src/core/check/language/quantities.ts';

const LANGUAGES = Object.keys(NUMBER_WORDS);
/** Browsers and Node have no number format of Latin; what they fall back to is English. */
const FORMATTED = LANGUAGES.filter((lang) => lang !== 'la');

describe.each(FORMATTED)('in %s', (lang) => {
  test('a number that Intl writes is read as what it was', () => {
    const number = fc.integer({ min: 0, max: 10 ** 12 }).map((thousandths) => thousandths / 1000);
    fc.assert(
      fc.property(number, (value) => {
        const text = new Intl.NumberFormat(lang, { maximumFractionDigits: 3 }).format(value);
        expect(quantities(text, lang).map((found) => found.value)).toEqual([value]);
      }),
    );
  });

  test('a percentage that Intl writes is one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), (value) => {
        const text = new Intl.NumberFormat(lang, { style: 'percent' }).format(value / 100);
        expect(quantities(text, lang)).toMatchObject([{ value, unit: '%' }]);
      }),
    );
  });
});

test.each(LANGUAGES)('in %s each number of the table is found by each of its words', (lang) => {
  for (const [value, forms] of Object.entries(NUMBER_WORDS[lang]?.cardinals ?? {})) {
    for (const form of forms.split('|')) {
      const text = `… ${form.replace('=', '')} …`;
      expect([form, typeof placeOfNumber(text, lang, Number(value))]).toEqual([form, 'object']);
    }
  }
});

test.each([
  ['de', '645 Millionen US-Dollar', 645e6, 'USD'],
  ['en', '$645 million', 645e6, 'USD'],
  ['es', '6.000 millones de dólares', 6e9, 'USD'],
  ['pt', '100 mil milhões de dólares', 100e9, 'USD'],
  ['fr', '25 millions d’euros', 25e6, 'EUR'],
  ['ru', '€25 млн', 25e6, 'EUR'],
  ['ko', '6억4500만 달러', 645e6, 'USD'],
  ['ja', '6億4500万ドル', 645e6, 'USD'],
  ['zh', '6.45 亿美元', 645e6, 'USD'],
  ['sa', '६४.५ कोटि-डालर्', 645e6, 'USD'],
  ['la', '100 miliarda', 100e9, undefined],
  ['fi', '6 miljardia dollaria', 6e9, 'USD'],
  ['el', '25 εκατομμύρια ευρώ', 25e6, 'EUR'],
])('%s: %s is one quantity', (lang, text, value, unit) => {
  const found = quantities(text, lang);
  expect(found).toHaveLength(1);
  expect(found[0]?.value).toBe(value);
  expect(found[0]?.unit).toBe(unit);
});

test.each([
  ['en', 'Llama 3.1 405B and GPT-4', [3.1]],
  ['ja', '6月に3分の1', []],
  ['en', '2023–2024', [2023, 2024]],
  ['en', 'the 1990s', [1990]],
  ['de', 'die 90er', [90]],
  ['en', 'six models in 12 months', [6, 12]],
  ['en', 'an ordinary often told sixty', []],
])('%s: %s states %j', (lang, text, values) => {
  expect(statedNumbers(text, lang).map(({ value }) => value)).toEqual(values);
});

test('the nineties are 1990s, and not 1890', () => {
  expect(isSameNumber(1990, 90)).toBe(true);
  expect(isSameNumber(90, 1990)).toBe(true);
  expect(isSameNumber(1890, 90)).toBe(false);
  expect(isSameNumber(1995, 95)).toBe(false);
});

test('a number that the tables have no word for may be there in letters', () => {
  expect(placeOfNumber('vingt-cinq personnes', 'fr', 25)).toBe('unknown');
  expect(placeOfNumber('personne', 'fr', 4500)).toBeUndefined();
});

test.each([
  ['de', 'mehr als 6 Milliarden', 'more'],
  ['de', 'genau 6 Leute', 'exact'],
  ['de', 'Er hat 6 Leute', undefined],
  ['en', 'less than 6 people', 'less'],
  ['en', 'a valuation of more than $6 billion', 'more'],
  ['ko', '6억 달러가 넘는', 'more'],
  ['ja', '6億ドル以上', 'more'],
  ['zh', '超过 6 亿', 'more'],
  ['es', 'superior a los 6 millones', 'more'],
  ['sa', '६ कोटि-डालर्-राशेः अधिकम्', 'more'],
  ['fr', 'environ 6 millions', 'about'],
])('%s: the bound of the number in “%s” is %s', (lang, text, bound) => {
  const [quantity] = quantities(text, lang);
  expect(quantity && boundOf(text, lang, quantity.start, quantity.end)).toBe(bound);
});
