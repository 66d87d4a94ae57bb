import type { Conventions } from './conventions.ts';
import type { Glossary } from './glossary.ts';
import { matcherOf } from './glossary-match.ts';

export interface MissingRendering {
  readonly term: string;
  /** In base form. */
  readonly expected: readonly string[];
}

/** What a variant's renderings of each term are, whatever the sense. */
export function renderingsFor(glossary: Glossary, variant: string): ReadonlyMap<string, readonly string[]> {
  const renderings = new Map<string, readonly string[]>();
  for (const entry of glossary.entries) {
    const given = entry.renderings.get(variant);
    if (given !== undefined) renderings.set(entry.term, [...(renderings.get(entry.term) ?? []), ...given]);
  }
  return renderings;
}

/** The terms of a reference paragraph of which a variant's paragraph has no rendering. */
export function missingRenderings(
  text: string,
  terms: ReadonlySet<string>,
  renderings: ReadonlyMap<string, readonly string[]>,
  conventions: Conventions,
): readonly MissingRendering[] {
  const fixed = [...terms].flatMap((term) => {
    const expected = renderings.get(term);
    return expected === undefined ? [] : [{ term, expected }];
  });
  if (fixed.length === 0) return [];
  const matches = matcherOf(text, conventions.inflection);
  return fixed.filter(({ expected }) => !expected.some(matches));
}

/** What a variant must not render each term with, whatever the sense. */
export function forbiddenFor(glossary: Glossary, variant: string): ReadonlyMap<string, readonly string[]> {
  const forbidden = new Map<string, readonly string[]>();
  for (const entry of glossary.entries) {
    const given = entry.forbidden?.get(variant);
    if (given !== undefined) forbidden.set(entry.term, [...(forbidden.get(entry.term) ?? []), ...given]);
  }
  return forbidden;
}
