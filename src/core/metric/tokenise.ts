import { splitWords, strip } from './white-space.ts';

/** sacreBLEU's tokenisers that need no model, by their names there. */
export const TOKENISERS = ['13a', 'intl', 'char', 'zh', 'none'] as const;
export type Tokeniser = (typeof TOKENISERS)[number];

/** A segment's tokens as sacreBLEU cuts them for BLEU. */
export function tokenise(segment: string, tokeniser: Tokeniser): string[] {
  switch (tokeniser) {
    case '13a':
      return splitWords(separateWestern(` ${unescape(segment)} `));
    case 'intl':
      return splitWords(separateInternational(segment));
    case 'char':
      return splitWords([...segment].join(' '));
    case 'zh':
      return splitWords(separateWestern(strip(segment).replace(CHINESE, ' $& ')));
    case 'none':
      return splitWords(segment);
  }
}

/** The entities that NIST's scripts know; in this order, so that `&amp;lt;` becomes `<` as there. */
export const unescapeEntities = (text: string): string =>
  text.replaceAll('&quot;', '"').replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>');

const unescape = (segment: string): string =>
  unescapeEntities(segment.replaceAll('<skipped>', '').replaceAll('-\n', '').replaceAll('\n', ' '));

/** ASCII signs except period, comma, dash and apostrophe. */
const SIGN = /[{-~[-` -&(-+:-@/]/g;

export const separateSigns = (text: string): string => text.replace(SIGN, ' $& ');

/** Period and comma stay inside a number only; a dash leaves the digit before it. */
export const separateNumbers = (text: string): string =>
  text
    .replace(/([^0-9])([.,])/gu, '$1 $2 ')
    .replace(/([.,])([^0-9])/gu, ' $1 $2')
    .replace(/([0-9])-/g, '$1 - ');

/** The rules of NIST's mteval-v13a for Western languages. */
const separateWestern = (text: string): string => separateNumbers(separateSigns(text));

/** The rules of mteval-v14: all punctuation and symbols of Unicode, punctuation inside a number aside. */
const separateInternational = (text: string): string =>
  text
    .replace(/(\P{N})(\p{P})/gu, '$1 $2 ')
    .replace(/(\p{P})(\P{N})/gu, ' $1 $2')
    .replace(/\p{S}/gu, ' $& ');

/**
 * What sacreBLEU takes for Chinese. Its table means to name U+20000–2A6D6 but its strings compare as
 * U+2001–2A6D, so that all of General Punctuation to the arrows is in and Extension B is out; scores are
 * comparable only if it stays so.
 */
const CHINESE =
  /[\u2001-\u2a6d\u2e80-\u2fdf\u2ff0-\u303f\u3100-\u312f\u31a0-\u31ef\u3200-\u4db5\u4e00-\u9fbb\uf900-\ufa2d\ufa30-\ufa6a\ufa70-\ufad9\ufe10-\ufe1f\ufe30-\ufe4f\uff00-\uffef]/gu;
