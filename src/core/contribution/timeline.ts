import { byId } from './canonical.ts';
import { type State, placeKey } from './fold.ts';
import type { Comment, Contribution, Correction, Review, Withdrawal } from './record.ts';
import { isKnown } from './record-schema.ts';

/** One thing that happened to a paragraph's text. */
export interface TimelineEntry {
  readonly record: Correction | Review | Comment | Withdrawal;
  /** What a review, a reply or a withdrawal is about, where it is known. */
  readonly of?: Contribution;
  /** It was taken back later. */
  readonly isWithdrawn: boolean;
}

/**
 * All that was said and done about a paragraph's text, in time order: corrections, reviews of them, comments on
 * them and on the place, and what was taken back. What no device holds any more, or another one withdrew before
 * this one saw it, is not there to be shown.
 * @param records those of this device; the state alone knows no record that was taken back
 */
export function timelineOf(
  { corrections, comments, reviews, replies, withdrawn }: State,
  variant: string,
  paragraph: string,
  records: Iterable<Contribution> = [],
): readonly TimelineEntry[] {
  const key = placeKey(variant, paragraph);
  const found = new Map<string, TimelineEntry['record']>();
  const add = (record: TimelineEntry['record']) => found.set(record.id, record);
  const known = [...records].filter(isKnown);
  for (const { correction } of corrections.get(key) ?? []) add(correction);
  for (const comment of comments.get(key) ?? []) add(comment);
  for (const record of known) {
    if (record.type !== 'correction' && record.type !== 'comment') continue;
    if (record.variant === variant && record.paragraph === paragraph) add(record);
  }
  for (const id of [...found.keys()]) {
    for (const review of reviews.get(id) ?? []) add(review);
    for (const reply of replies.get(id) ?? []) add(reply);
  }
  // Answers to what was taken back, and what was taken back of answers, only the device's own records tell.
  for (const record of known)
    if (
      (record.type === 'review' || record.type === 'comment') &&
      record.of !== undefined &&
      found.has(record.of)
    )
      add(record);
  for (const record of known) if (record.type === 'withdrawal' && found.has(record.of)) add(record);
  return [...found.values()].sort(byId).map((record) => {
    const of = record.type === 'correction' || record.of === undefined ? undefined : found.get(record.of);
    return { record, isWithdrawn: withdrawn.has(record.id), ...(of ? { of } : {}) };
  });
}
