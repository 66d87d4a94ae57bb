import type { Inflection } from './conventions.ts';

/** Whether a text contains a rendering, given in its base form. */
export type Matcher = (rendering: string) => boolean;

// eslint-disable-next-line no-control-regex -- the ASCII range is what is asked for
const ASCII = /^[\x00-\x7f]*$/;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
/** An abbreviation stands as it is: IA is not the word "ia". */
const ABBREVIATION = /^(?=\p{Lu})[\p{Lu}\p{N}]{2,}$/u;
/** Shorter words are articles and prepositions, which change or melt away. */
const SHORTEST = 3;
/** How many other words may stand among those of a rendering. */
const SLACK = 4;
/** After a consonant, and in sandhi, Devanagari writes another sign, or none. */
const INDEPENDENT_VOWEL = /^[\u0904-\u0914]/u;

/**
 * A tolerant matcher: word forms count by their beginnings, in any order, a few words apart. It may take
 * another word of the same beginning for the rendering, but hardly reports one that is there.
 */
export function matcherOf(text: string, inflection: Inflection): Matcher {
  if (inflection.by === 'letters') {
    const letters = withoutSpaces(text);
    return (rendering) => letters.includes(withoutSpaces(rendering));
  }
  const plain = text.normalize('NFC');
  const words = [...plain.matchAll(WORD)].map(([word]) => ({ word, folded: fold(word) }));
  return (rendering) => {
    const all = rendering.normalize('NFC').match(WORD) ?? [];
    const needed = all.filter((word) => ABBREVIATION.test(word) || word.length >= SHORTEST);
    if (needed.length === 0) return plain.includes(rendering.normalize('NFC'));
    const tests = needed.map((word): ((candidate: { word: string; folded: string }) => boolean) => {
      if (ABBREVIATION.test(word)) return (candidate) => candidate.word.replace(/s$/, '') === word;
      const stem = stemOf(fold(word), inflection);
      if (inflection.by === 'beginning') return (candidate) => candidate.folded.startsWith(stem);
      const inside = stem.replace(INDEPENDENT_VOWEL, '');
      return (candidate) => candidate.folded.includes(inside);
    });
    return hasWindow(words, tests, all.length + SLACK);
  };
}

/** Whether some window of so many words passes every test. */
function hasWindow<W>(words: readonly W[], tests: readonly ((word: W) => boolean)[], size: number): boolean {
  return words.some((word, start) => {
    if (!tests.some((test) => test(word))) return false;
    const window = words.slice(start, start + size);
    return tests.every((test) => window.some(test));
  });
}

const withoutSpaces = (text: string): string => text.normalize('NFC').toLowerCase().replace(/\s+/g, '');

/** Without case and accents (a Greek accent moves with the ending); Indic vowel signs stay. */
function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replaceAll('ς', 'σ');
}

function stemOf(word: string, { share, least }: { share: number; least: number }): string {
  return word.slice(0, Math.max(least, Math.ceil(word.length * share)));
}
