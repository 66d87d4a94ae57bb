import type { FoldedCorrection } from './fold.ts';
import { type CorrectedText, correctedText } from './reading.ts';

/**
 * A paragraph's text as it stands now: the file's with its accepted corrections, a fork left out. A text that was
 * reverted to may be corrected anew: what was done and undone before that is no rival of the new correction, as it
 * is to `correctedText` alone.
 * @param corrections of this paragraph, as `fold` gives them
 */
export function currentReading(text: string, corrections: readonly FoldedCorrection[]): CorrectedText {
  const undone = undoneIds(text, corrections);
  const reading = correctedText(
    text,
    corrections.filter(({ correction }) => !undone.has(correction.id)),
  );
  // A file that has taken a correction in is not led back to it by the one that reverts it.
  const seen = new Set([text]);
  const ring = reading.applied.findIndex((correction) => seen.size === seen.add(correction.text).size);
  if (ring < 0) return reading;
  const applied = reading.applied.slice(0, ring);
  return { text: applied.at(-1)?.text ?? text, applied, fork: [] };
}

/** The text of `currentReading`. */
export function currentText(text: string, corrections: readonly FoldedCorrection[]): string {
  return currentReading(text, corrections).text;
}

/**
 * The accepted corrections that a text has been through on its way to what it is: those that were applied, also
 * those that were reverted since, and those that the file has taken in.
 */
export function pastIds(text: string, corrections: readonly FoldedCorrection[]): ReadonlySet<string> {
  const past = new Set(undoneIds(text, corrections));
  for (const { id } of currentReading(text, corrections).applied) past.add(id);
  const accepted = corrections.filter(({ status }) => status === 'accepted');
  const seen = new Set([text]);
  for (const known of seen)
    for (const { correction } of accepted)
      if (correction.text === known) {
        past.add(correction.id);
        // A set that grows is walked to its end; a text twice is one.
        seen.add(correction.base);
      }
  return past;
}

/** Corrections in rings: each leads from where the one before ended, and the last one back to the beginning. */
function undoneIds(text: string, corrections: readonly FoldedCorrection[]): ReadonlySet<string> {
  const inOrder = corrections
    .filter(({ status }) => status === 'accepted')
    .sort((a, b) => (acceptedAt(a) < acceptedAt(b) ? -1 : 1));
  const undone = new Set<string>();
  const path: { readonly id: string; readonly base: string }[] = [];
  let now = text;
  for (const { correction } of inOrder) {
    if (correction.base !== now) continue;
    path.push(correction);
    now = correction.text;
    const back = path.findIndex(({ base }) => base === correction.text);
    if (back >= 0) for (const { id } of path.splice(back)) undone.add(id);
  }
  return undone;
}

/** The id, and so the moment, of the first acceptance that counts. */
export function acceptedAt({ correction, reviews }: FoldedCorrection): string {
  const ids = reviews.filter(({ verdict }) => verdict === 'accepted').map(({ id }) => id);
  return ids.reduce((first, id) => (id < first ? id : first), ids[0] ?? correction.id);
}
