import { TextCache } from '../../segment/text-cache.ts';

const CACHED_CHARACTERS = 1_000_000;
const cache = new TextCache<string>(CACHED_CHARACTERS);

/**
 * Lower case without accents, letter by letter, so that offsets stay: a letter whose plain form is longer or
 * shorter stays as it is. Signs of Indic scripts and kana stay.
 */
export function foldLetters(text: string): string {
  return PLAIN.test(text)
    ? text.toLowerCase()
    : cache.get(text, '', () => Array.from(text, foldLetter).join(''));
}

// eslint-disable-next-line no-control-regex -- the ASCII range is what is asked for
const PLAIN = /^[\x00-\x7f]*$/;
const ACCENT = /[\u0300-\u036f]/g;

/** A text has few different letters; more of them (ideographs) are forgotten together. */
const known = new Map<string, string>();
const MOST = 10_000;

function foldLetter(letter: string): string {
  let folded = known.get(letter);
  if (folded === undefined) {
    const plain = letter.normalize('NFD').replace(ACCENT, '').toLowerCase().replace('ς', 'σ');
    // A Hangul syllable falls apart into its letters.
    folded = plain.length === letter.length ? plain : letter;
    if (known.size >= MOST) known.clear();
    known.set(letter, folded);
  }
  return folded;
}
