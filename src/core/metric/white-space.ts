/**
 * White space as Python's `str.split` knows it, by which the reference implementations cut words: it has the
 * four separators of ASCII and U+0085, which JavaScript's `\s` lacks, and not U+FEFF, which `\s` has.
 */
const SPACE = '\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';
const WORD = new RegExp(`[^${SPACE}]+`, 'gu');
const SPACES = new RegExp(`[${SPACE}]+`, 'gu');

/** The stretches between white space. */
export const splitWords = (text: string): string[] => text.match(WORD) ?? [];

export const removeSpace = (text: string): string => text.replace(SPACES, '');

const ONE = new RegExp(`[${SPACE}]`, 'u');
const START = new RegExp(`^[${SPACE}]+`, 'u');

/** Character by character: a pattern that ends in `+$` tries every run of spaces anew at each of its places. */
export function stripEnd(text: string): string {
  let end = text.length;
  while (end > 0 && ONE.test(text[end - 1]!)) end -= 1;
  return text.slice(0, end);
}

export const strip = (text: string): string => stripEnd(text).replace(START, '');
