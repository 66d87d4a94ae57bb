import type { FoldedCorrection } from './fold.ts';
import type { Correction } from './record.ts';

/** A paragraph's text with its accepted corrections. */
export interface CorrectedText {
  readonly text: string;
  /** In the order in which they were applied. */
  readonly applied: readonly Correction[];
  /** Accepted corrections that disagree from here on; a person has to choose. */
  readonly fork: readonly Correction[];
}

/** Whether a correction was made from another text than this. */
export function isStale(correction: Correction, text: string): boolean {
  return correction.base !== text;
}

/**
 * Follows the accepted corrections of a paragraph from a text on, each base leading to the next text, until
 * none applies or they fork. A correction is applied once, so a pair that undo each other ends.
 */
export function correctedText(text: string, corrections: readonly FoldedCorrection[]): CorrectedText {
  const byBase = new Map<string, Correction[]>();
  for (const { correction, status } of corrections) {
    if (status !== 'accepted') continue;
    const found = byBase.get(correction.base);
    if (found === undefined) byBase.set(correction.base, [correction]);
    else found.push(correction);
  }
  const applied: Correction[] = [];
  let current = text;
  for (;;) {
    const next = byBase.get(current);
    const first = next?.[0];
    if (next === undefined || first === undefined) return { text: current, applied, fork: [] };
    if (next.some((other) => other.text !== first.text)) return { text: current, applied, fork: next };
    byBase.delete(current);
    applied.push(first);
    current = first.text;
  }
}
