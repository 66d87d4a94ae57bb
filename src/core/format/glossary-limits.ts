import { MAX_SENSE, onOneLine } from '../work/glossary-concept.ts';

/** Entries of one file; a larger one is a term base, of which a part is to be exported. */
export const MAX_CONCEPTS = 50_000;

/** What tells a sense, on one line and no longer than a reader wants to see. */
export function shortSense(text: string): string {
  const line = onOneLine(text);
  if (line.length <= MAX_SENSE) return line;
  // Not through the middle of a sign.
  return `${line.slice(0, MAX_SENSE - 1).replace(/[\uD800-\uDBFF]$/u, '')}…`;
}
