import type { Span } from '../span.ts';

/** Where a query stands: the text it was found in, by its key, and the stretches. */
export interface Found<K> {
  readonly key: K;
  readonly spans: readonly Span[];
}

const escape = (query: string): string => query.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** A pattern that finds the query's words whatever their case and the white space between them. */
export function queryPattern(query: string): RegExp | undefined {
  const words = query.trim().split(/\s+/).filter(Boolean);
  return words.length === 0 ? undefined : new RegExp(words.map(escape).join('\\s+'), 'giu');
}

/**
 * Finds a query in many texts, one text a step, so that a caller can stop, or let others work, between any
 * two. Linear in the texts' length.
 */
export function* search<K>(
  query: string,
  texts: Iterable<readonly [K, string]>,
): Generator<Found<K> | undefined> {
  const pattern = queryPattern(query);
  if (!pattern) return;
  for (const [key, text] of texts) {
    const spans: Span[] = [];
    for (const match of text.matchAll(pattern))
      spans.push({ start: match.index, end: match.index + match[0].length });
    yield spans.length > 0 ? { key, spans } : undefined;
  }
}
