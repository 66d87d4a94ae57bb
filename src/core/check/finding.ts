import type { Category } from '../mqm/typology.ts';
import type { Span } from '../span.ts';

/** What a check looks at: one text, a text and its reference, all variants, or one text against itself. */
export const FAMILIES = ['surface', 'pair', 'witness', 'document'] as const;
export type Family = (typeof FAMILIES)[number];

/** What every check says of itself. `check.name.<id>` and `check.means.<id>` word it. */
export interface CheckInfo {
  /** For example `spacing/double`. */
  readonly id: string;
  readonly family: Family;
  /** What a mark made of a finding would be. */
  readonly category: Category;
  /** Off by default: more often wrong than right on the texts it was tried on. */
  readonly isOnByDefault: boolean;
}

/** What another variant, or another place, says. */
export interface Evidence {
  readonly variant: string;
  readonly paragraph: string;
  readonly span?: Span;
  /** What was read there: a number, a count, `true` or `false`. */
  readonly value?: string;
}

/** What a check expected instead, as a code with values: `check.expected.<code>` words it. */
export interface Expectation {
  readonly code: string;
  readonly args: Readonly<Record<string, string | number>>;
}

/** What an automatic check reports; a person turns it into a mark or dismisses it. */
export interface Finding {
  readonly check: string;
  readonly family: Family;
  readonly variant: string;
  readonly paragraph: string;
  /** UTF-16, half open, ascending; none when the whole paragraph is meant. */
  readonly spans: readonly Span[];
  readonly expected: Expectation;
  readonly evidence: readonly Evidence[];
  /** 0..1 */
  readonly confidence: number;
  /** `source`: several variants depart at this place, or what they were made from does. */
  readonly suspect: 'translation' | 'source';
  /** What could stand in the place of the only span. */
  readonly suggestion?: string;
  /** Names the finding whatever the order or the run, so that it stays dismissed: see `findingKey`. */
  readonly key: string;
}

/**
 * `check/variant/paragraph/quote`, each percent-encoded: the same as long as the words that are reported stay the
 * same, wherever they stand in the paragraph. `about` follows where several findings may be on the same words: the
 * name, the number or the term that is missing there.
 */
export function findingKey(
  { check, variant, paragraph, spans }: Omit<Finding, 'key'>,
  text: string,
  about?: string,
): string {
  const quote = spans.map(({ start, end }) => text.slice(start, end)).join('…');
  const parts = [check, variant, paragraph, quote, ...(about === undefined ? [] : [about])];
  return parts.map(encode).join('/');
}

/** Half of a surrogate pair, which a damaged text may hold, has no encoding. */
const encode = (part: string): string => encodeURIComponent(part.replace(/\p{Cs}/gu, '\ufffd'));
