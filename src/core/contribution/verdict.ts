import type { Correction, Mark, Review, Verdict } from './record.ts';

export type CorrectionStatus = 'proposed' | Verdict;
export type MarkStatus = 'open' | 'resolved' | 'rejected';

/** The last review (by id) of each reviewer, by the id they judge; sorted by id. */
export function standingReviews(sorted: readonly Review[]): ReadonlyMap<string, readonly Review[]> {
  const last = new Map<string, Map<string, Review>>();
  for (const review of sorted) {
    let ofTarget = last.get(review.of);
    if (ofTarget === undefined) last.set(review.of, (ofTarget = new Map<string, Review>()));
    // Deleted first, so that the map keeps the order of the reviews that count.
    ofTarget.delete(review.author);
    ofTarget.set(review.author, review);
  }
  return new Map([...last].map(([of, reviews]) => [of, [...reviews.values()]]));
}

/** An objection stands until its reviewer lifts it: one rejection outweighs any number of acceptances. */
export function correctionStatus(reviews: readonly Review[]): CorrectionStatus {
  const has = (verdict: Verdict) => reviews.some((review) => review.verdict === verdict);
  if (has('rejected')) return 'rejected';
  if (has('changes-requested')) return 'changes-requested';
  return has('accepted') ? 'accepted' : 'proposed';
}

export function markStatus(
  mark: Mark,
  reviews: readonly Review[],
  resolved: ReadonlySet<string>,
): MarkStatus {
  if (reviews.some(({ verdict }) => verdict === 'rejected')) return 'rejected';
  return resolved.has(mark.id) ? 'resolved' : 'open';
}

/** Ids of the marks that accepted corrections resolve. */
export function resolvedIds(accepted: readonly Correction[]): ReadonlySet<string> {
  return new Set(accepted.flatMap(({ resolves }) => resolves ?? []));
}
