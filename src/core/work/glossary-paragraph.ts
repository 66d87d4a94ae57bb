import { conventionsOf } from './conventions.ts';
import type { Glossary, GlossaryEntry } from './glossary.ts';
import { matcherOf } from './glossary-match.ts';
import { termFinder, type TermFinder } from './glossary-terms.ts';

/** A term that stands in a paragraph of the reference, with what the glossary wants of a variant. */
export interface ParagraphTerm {
  readonly term: string;
  readonly sense: string;
  /** Base forms, the usual one first. */
  readonly expected: readonly string[];
  readonly forbidden: readonly string[];
  /** The first of `expected` that the variant's paragraph has, in whatever form. */
  readonly used: string | undefined;
  /** The first of `forbidden` that it has in that very form. */
  readonly misused: string | undefined;
}

interface Texts {
  readonly reference: string;
  /** BCP 47 */
  readonly referenceLang: string;
  readonly subject: string;
  /** BCP 47 */
  readonly lang: string;
  /** Id of the variant whose paragraph the subject is. */
  readonly variant: string;
}

interface Index {
  readonly find: TermFinder;
  /** Entries by their term, with their place in the glossary. */
  readonly entries: ReadonlyMap<string, readonly (readonly [at: number, entry: GlossaryEntry])[]>;
}

const indices = new WeakMap<Glossary, Map<string, Index>>();

/** How to find a glossary's terms, made once: a large glossary takes a moment. */
function indexOf(glossary: Glossary, lang: string): Index {
  const known = indices.get(glossary) ?? new Map<string, Index>();
  indices.set(glossary, known);
  let index = known.get(lang);
  if (index === undefined) {
    const entries = new Map<string, (readonly [number, GlossaryEntry])[]>();
    glossary.entries.forEach((entry, at) => {
      const same = entries.get(entry.term);
      if (same === undefined) entries.set(entry.term, [[at, entry]]);
      else same.push([at, entry]);
    });
    index = { find: termFinder([...entries.keys()], lang), entries };
    known.set(lang, index);
  }
  return index;
}

/** The glossary's terms in a paragraph, in the glossary's order; those that it leaves free for the variant aside. */
export function paragraphTerms(
  glossary: Glossary,
  { reference, referenceLang, subject, lang, variant }: Texts,
): readonly ParagraphTerm[] {
  const { find, entries } = indexOf(glossary, referenceLang);
  const present = find(reference);
  if (present.size === 0) return [];
  const inflection = conventionsOf(lang)?.inflection;
  const matches = inflection
    ? matcherOf(subject, inflection)
    : (words: string): boolean => subject.toLowerCase().includes(words.toLowerCase());
  const own = [...present].flatMap((term) => entries.get(term) ?? []).sort(([a], [b]) => a - b);
  return own.flatMap(([, { term, sense, renderings, forbidden }]): readonly ParagraphTerm[] => {
    const expected = renderings.get(variant) ?? [];
    const not = forbidden?.get(variant) ?? [];
    if (expected.length + not.length === 0) return [];
    const misused = not.find((words) => hasWords(subject, words, lang));
    return [{ term, sense, expected, forbidden: not, used: expected.find(matches), misused }];
  });
}

/**
 * Whether a text has words as they are, in any case, not as a part of other words. What is forbidden is looked for
 * so: a tolerant matcher would report what only begins alike.
 */
export function hasWords(text: string, words: string, lang: string): boolean {
  return placeOfWords(text, words, lang) !== undefined;
}

/** Where `hasWords` finds them first. */
export function placeOfWords(
  text: string,
  words: string,
  lang: string,
): { readonly start: number; readonly end: number } | undefined {
  const wanted = words.trim();
  if (wanted === '') return undefined;
  const isJoined = conventionsOf(lang)?.inflection.by === 'letters';
  const escaped = wanted.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&').replace(/\s+/gu, '\\s+');
  const pattern = isJoined ? escaped : `(?<![\\p{L}\\p{M}\\p{N}])${escaped}(?![\\p{L}\\p{M}\\p{N}])`;
  const found = new RegExp(pattern, 'iu').exec(text);
  return found === null ? undefined : { start: found.index, end: found.index + found[0].length };
}
