import { splitGraphemes } from './graphemes.ts';
import { sentences } from './sentences.ts';
import { TextCache } from './text-cache.ts';
import { splitWords } from './words.ts';

export type Unit = 'word' | 'char' | 'sentence';

/** About 10,000 paragraphs; their tokens take some 40 MB. */
const CACHED_CHARACTERS = 4_000_000;
const cache = new TextCache<readonly string[]>(CACHED_CHARACTERS);

/**
 * Splits a text into tokens that join back to it exactly. word: words, runs of white space, and each
 * punctuation mark or symbol as tokens of their own; char: grapheme clusters; sentence: sentences, with the
 * white space between them as tokens of their own.
 *
 * @param lang BCP 47; what is not known falls to the default rules
 */
export function tokenize(text: string, unit: Unit, lang: string): readonly string[] {
  return cache.get(text, `${unit} ${lang}`, () => split(text, unit, lang));
}

function split(text: string, unit: Unit, lang: string): string[] {
  switch (unit) {
    case 'word':
      return splitWords(text, lang);
    case 'char':
      return splitGraphemes(text);
    case 'sentence':
      return splitSentences(text, lang);
  }
}

function splitSentences(text: string, lang: string): string[] {
  const tokens: string[] = [];
  let end = 0;
  for (const span of sentences(text, lang)) {
    if (span.start > end) tokens.push(text.slice(end, span.start));
    tokens.push(text.slice(span.start, span.end));
    end = span.end;
  }
  if (end < text.length) tokens.push(text.slice(end));
  return tokens;
}
