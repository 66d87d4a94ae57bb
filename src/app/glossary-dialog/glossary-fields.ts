import { termsOf } from '../../core/format/glossary-import.ts';
import { type Concept, type Term, tidied } from '../../core/work/glossary-concept.ts';
import { shortSense } from '../../core/format/glossary-limits.ts';

/** What stands in the form's fields for one language. */
export interface FieldWords {
  /** BCP 47 */
  readonly lang: string;
  /** Words that mean the same, `|` between them. */
  readonly words: string;
  /** Words that must not be used, in the same way. */
  readonly not: string;
}

/** A concept's words as fields: those of the given languages first, then of the others that it has. */
export function fieldsOf(concept: Concept | undefined, langs: readonly string[]): readonly FieldWords[] {
  const all = [...new Set([...langs, ...(concept?.terms.map(({ lang }) => lang) ?? [])])];
  return all.map((lang) => {
    const own = concept?.terms.filter((term) => term.lang === lang) ?? [];
    const joined = (some: readonly Term[]): string => some.map(({ text }) => text).join(' | ');
    return {
      lang,
      words: joined(own.filter((term) => term.forbidden !== true)),
      not: joined(own.filter((term) => term.forbidden === true)),
    };
  });
}

/** The concept that fields say; undefined where it would hold nothing to anything: fewer than two languages. */
export function conceptOf(fields: readonly FieldWords[], sense: string): Concept | undefined {
  const terms = tidied(
    fields.flatMap(({ lang, words, not }) => [
      ...termsOf(words, lang),
      ...termsOf(not, lang).map((term): Term => ({ ...term, forbidden: true })),
    ]),
  );
  const named = new Set(terms.filter((term) => term.forbidden !== true).map(({ lang }) => lang));
  const all = new Set(terms.map(({ lang }) => lang));
  return named.size > 0 && all.size > 1 ? { sense: shortSense(sense), terms } : undefined;
}

/** Words that a reader selected, as they may stand in a field: on one line, without the marks around them. */
export const fieldText = (words: string): string =>
  words
    .replaceAll('|', ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s\p{P}]+|[\s\p{P}]+$/gu, '');
