import { isSameLanguage } from './conventions.ts';
import type { Glossary, GlossaryEntry } from './glossary.ts';
import type { Work } from './model.ts';

/** A word for a concept in one language. */
export interface Term {
  /** BCP 47 */
  readonly lang: string;
  /** Base form, on one line. */
  readonly text: string;
  /** It must not be used. */
  readonly forbidden?: true;
}

/** What a reader's glossary says of one thing, in any number of languages. */
export interface Concept {
  /** What is meant, in a few words; may be empty. */
  readonly sense: string;
  /** In each language the usual one first. */
  readonly terms: readonly Term[];
}

/** A longer word is none; a longer note is cut where it is made, not where it is read. */
export const MAX_TERM = 500;
export const MAX_SENSE = 2000;

/**
 * A concept's words for a language: those that bear its very tag, or else those of the same language in the same
 * script, whatever the region.
 */
export function termsIn(concept: Concept, lang: string): readonly Term[] {
  const tag = lang.toLowerCase();
  const exact = concept.terms.filter((term) => term.lang.toLowerCase() === tag);
  return exact.length > 0 ? exact : concept.terms.filter((term) => isSameTongue(term.lang, lang));
}

const tongues = new Map<string, string>();

/** The script that a tag means even where it does not say so (UTS 35, likely subtags): zh-TW is not written as zh. */
function scriptOf(lang: string): string {
  let known = tongues.get(lang);
  if (known === undefined) {
    try {
      known = new Intl.Locale(lang).maximize().script ?? '';
    } catch {
      known = '';
    }
    tongues.set(lang, known);
  }
  return known;
}

const isSameTongue = (a: string, b: string): boolean => isSameLanguage(a, b) && scriptOf(a) === scriptOf(b);

/** Concepts as a work's glossary: those that have a word in the reference's language and one in another variant's. */
export function conceptGlossary(
  { reference, variants }: Pick<Work, 'reference' | 'variants'>,
  concepts: readonly Concept[],
): Glossary {
  const from = variants.find(({ id }) => id === reference)?.lang;
  if (from === undefined) return { variants: [], entries: [] };
  const others = variants.filter(
    ({ id, provenance }) => id !== reference && provenance !== 'back-translation',
  );
  const entries = concepts.flatMap((concept, index): readonly GlossaryEntry[] => {
    const renderings = new Map<string, readonly string[]>();
    const forbidden = new Map<string, readonly string[]>();
    for (const { id, lang } of others) {
      const terms = termsIn(concept, lang);
      const wanted = terms.filter((term) => term.forbidden !== true).map(({ text }) => text);
      const unwanted = terms.filter((term) => term.forbidden === true).map(({ text }) => text);
      if (wanted.length > 0) renderings.set(id, wanted);
      if (unwanted.length > 0) forbidden.set(id, unwanted);
    }
    if (renderings.size + forbidden.size === 0) return [];
    return termsIn(concept, from)
      .filter((term) => term.forbidden !== true)
      .map(({ text }) => ({
        term: text,
        sense: concept.sense,
        renderings,
        ...(forbidden.size === 0 ? {} : { forbidden }),
        line: index + 1,
      }));
  });
  return { variants: others.map(({ id }) => id), entries };
}

/** Both glossaries; of a term that stands in both, either's renderings are right. */
export function mergedGlossary(
  first: Glossary | undefined,
  second: Glossary | undefined,
): Glossary | undefined {
  if (first === undefined || first.entries.length === 0)
    return second === undefined || second.entries.length === 0 ? undefined : second;
  if (second === undefined || second.entries.length === 0) return first;
  return {
    variants: [...new Set([...first.variants, ...second.variants])],
    entries: [...first.entries, ...second.entries],
  };
}

/** A glossary of a work as concepts, in the languages that its columns stand for; a column without one is left out. */
export function glossaryConcepts(
  { entries }: Glossary,
  reference: string,
  langOf: (column: string) => string | undefined,
): readonly Concept[] {
  return entries.map(({ term, sense, renderings, forbidden }) => {
    const terms: Term[] = [{ lang: reference, text: term }];
    for (const [column, texts] of renderings) {
      const lang = langOf(column);
      if (lang !== undefined) terms.push(...texts.map((text): Term => ({ lang, text })));
    }
    for (const [column, texts] of forbidden ?? []) {
      const lang = langOf(column);
      if (lang !== undefined) terms.push(...texts.map((text): Term => ({ lang, text, forbidden: true })));
    }
    return { sense, terms };
  });
}

/** Words, the forbidden ones marked, each once, blanks collapsed to one; what is empty is left out. */
export function tidied(terms: readonly Term[]): readonly Term[] {
  const seen = new Set<string>();
  return terms.flatMap((term) => {
    const text = onOneLine(term.text);
    const key = `${term.lang.toLowerCase()}\n${text}`;
    if (text === '' || seen.has(key)) return [];
    seen.add(key);
    return [{ ...term, text }];
  });
}

export const onOneLine = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim();
