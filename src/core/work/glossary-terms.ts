import { conventionsOf, isSameLanguage } from './conventions.ts';

/** Finds the terms that a text contains; each place counts for the longest term that covers it. */
export type TermFinder = (text: string) => ReadonlySet<string>;

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*/gu;
/** What may stand between the words of a term: "open source", "open-source". */
const JOINT = /^[\s\u2010\u2011-]+$/u;

const wordsOf = (text: string): readonly RegExpMatchArray[] => [
  ...text.normalize('NFC').toLowerCase().replaceAll('’', "'").matchAll(WORD),
];

/**
 * A finder of whole words in any case, in English with the simple plural and the possessive; of mere letters
 * where words are not written apart.
 *
 * @param lang BCP 47, of the texts
 */
export function termFinder(terms: readonly string[], lang: string): TermFinder {
  if (conventionsOf(lang)?.inflection.by === 'letters') return letterFinder(terms);
  const forms = isSameLanguage(lang, 'en') ? englishForms : (word: string) => [word];
  const byFirstWord = new Map<string, { term: string; words: readonly string[] }[]>();
  for (const term of terms) {
    const words = wordsOf(term).map(([word]) => word);
    const [first] = words;
    if (first === undefined) continue;
    const list = byFirstWord.get(first);
    if (list === undefined) byFirstWord.set(first, [{ term, words }]);
    else list.push({ term, words });
  }
  for (const list of byFirstWord.values()) list.sort((a, b) => b.words.length - a.words.length);

  return (text) => {
    const words = wordsOf(text);
    const source = words[0]?.input ?? '';
    const found = new Set<string>();
    const fits = (expected: readonly string[], at: number) =>
      expected.every((word, index) => {
        const place = words[at + index];
        if (place === undefined) return false;
        const last = index === expected.length - 1;
        if (!(last ? forms(place[0]).includes(word) : place[0] === word)) return false;
        const next = words[at + index + 1];
        return last || (next !== undefined && JOINT.test(source.slice(endOf(place), next.index)));
      });
    for (let at = 0; at < words.length; at += 1) {
      const word = words[at]?.[0] ?? '';
      const candidates = forms(word)
        .flatMap((form) => byFirstWord.get(form) ?? [])
        .filter((entry) => fits(entry.words, at))
        .sort((a, b) => b.words.length - a.words.length);
      const [longest] = candidates;
      if (longest === undefined) continue;
      found.add(longest.term);
      at += longest.words.length - 1;
    }
    return found;
  };
}

const endOf = (match: RegExpMatchArray): number => (match.index ?? 0) + match[0].length;

/** A word and what it may be a plural or a possessive of. */
function englishForms(word: string): readonly string[] {
  const forms = [word];
  if (word.endsWith("'s")) forms.push(word.slice(0, -2));
  if (word.endsWith('s')) forms.push(word.slice(0, -1));
  if (word.endsWith('es')) forms.push(word.slice(0, -2));
  if (word.endsWith('ies')) forms.push(`${word.slice(0, -3)}y`);
  return forms;
}

function letterFinder(terms: readonly string[]): TermFinder {
  const longestFirst = [...terms].sort((a, b) => b.length - a.length);
  return (text) => {
    const found = new Set<string>();
    let rest = text.normalize('NFC').toLowerCase();
    for (const term of longestFirst) {
      const letters = term.normalize('NFC').toLowerCase();
      if (letters === '' || !rest.includes(letters)) continue;
      found.add(term);
      rest = rest.replaceAll(letters, '\n');
    }
    return found;
  };
}
