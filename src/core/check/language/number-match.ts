import type { Span } from '../../span.ts';
import { TextCache } from '../../segment/text-cache.ts';
import { foldLetters } from './fold.ts';
import { type NumberWords, numberWordsOf } from './number-words.ts';
import { quantities, type Quantity } from './quantities.ts';

const CACHED_CHARACTERS = 2_000_000;
const cache = new TextCache<readonly Quantity[]>(CACHED_CHARACTERS);

/** The quantities in figures and, in whole words of base form, in letters ("six language models"). */
export function statedNumbers(text: string, lang: string): readonly Quantity[] {
  return cache.get(text, lang, () => {
    const figures = quantities(text, lang);
    const inFigures = (at: number) => figures.some(({ start, end }) => at >= start && at < end);
    const words = numberWordsOf(lang);
    const letters =
      words === undefined ? [] : inLetters(text, words).filter(({ start }) => !inFigures(start));
    return [...figures, ...letters].sort((a, b) => a.start - b.start);
  });
}

/** Above this the words "hundred" and "thousand" are used loosely. */
const LARGEST_IN_LETTERS = 50;
const basePatterns = new WeakMap<NumberWords, RegExp | null>();
const valueOfBase = new WeakMap<NumberWords, ReadonlyMap<string, number>>();

function inLetters(text: string, words: NumberWords): Quantity[] {
  // Where words are not parted, 三 is a part of many.
  if (words.isAdditive === true) return [];
  let pattern = basePatterns.get(words);
  let values = valueOfBase.get(words);
  if (pattern === undefined || values === undefined) {
    values = new Map(
      Object.entries(words.cardinals)
        .filter(([value]) => Number(value) <= LARGEST_IN_LETTERS)
        .map(([value, forms]) => [foldLetters(forms.split('|')[0]!.replace('=', '')), Number(value)]),
    );
    const alternatives = [...values.keys()].join('|');
    pattern = new RegExp(`(?<![\\p{L}\\p{M}-])(?:${alternatives})(?![\\p{L}\\p{M}-])`, 'gu');
    basePatterns.set(words, pattern);
    valueOfBase.set(words, values);
  }
  const known = values;
  return Array.from(foldLetters(text).matchAll(pattern!), ({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
    value: known.get(word)!,
  }));
}

/** 1990 and the nineties ('90, 90er) are the same decade. */
const isDecade = (year: number, decade: number): boolean =>
  year >= 1900 && year < 2100 && year % 10 === 0 && year % 100 === decade;

export function isSameNumber(a: number, b: number): boolean {
  return a === b || isDecade(a, b) || isDecade(b, a);
}

/**
 * Where a text states a number, in figures or in letters of any form; `undefined` when it does not, and
 * `unknown` when it could in letters that the tables do not know (vingt-cinq).
 */
export function placeOfNumber(text: string, lang: string, value: number): Span | 'unknown' | undefined {
  const figure = statedNumbers(text, lang).find((quantity) => isSameNumber(quantity.value, value));
  if (figure !== undefined) return { start: figure.start, end: figure.end };
  const forms = numberWordsOf(lang)?.cardinals[value];
  if (forms !== undefined) return findForm(foldLetters(text), forms, numberWordsOf(lang)!);
  return Number.isInteger(value) && value <= 100 ? 'unknown' : undefined;
}

const formPatterns = new Map<string, RegExp>();

function findForm(folded: string, forms: string, { isAdditive }: NumberWords): Span | undefined {
  const key = `${isAdditive === true ? '*' : ''}${forms}`;
  let pattern = formPatterns.get(key);
  if (pattern === undefined) {
    const alternatives = forms.split('|').map((form) => {
      const letters = foldLetters(form.replace('=', ''));
      // Compounds and sandhi put numbers inside words; only what is short and common asks for the whole word.
      return form.startsWith('=') ? `(?<![\\p{L}\\p{M}])${letters}(?![\\p{L}\\p{M}])` : letters;
    });
    pattern = new RegExp(alternatives.join('|'), 'u');
    formPatterns.set(key, pattern);
  }
  const match = pattern.exec(folded);
  return match === null ? undefined : { start: match.index, end: match.index + match[0].length };
}
