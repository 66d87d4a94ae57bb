import { type Agreement, agreementOf, segmentAlpha } from './agreement.ts';
import type { Judgement } from './statistics-judgements.ts';
import { groupBy } from './statistics-segments.ts';
import type { Steps } from '../steps.ts';

/** Two annotators who judged at least one paragraph both. */
export interface AgreementRow extends Agreement {
  readonly one: string;
  readonly other: string;
}

export interface Agreements {
  readonly annotators: readonly string[];
  /** Every pair with something to compare. */
  readonly pairs: readonly AgreementRow[];
  /** Krippendorff's alpha of all annotators, by the worst error in each paragraph. */
  readonly alpha?: number;
}

/** How far annotators agree, pair by pair: a step is one pair. */
export function* agreementSteps(judgements: readonly Judgement[]): Steps<Agreements> {
  const byAnnotator = groupBy(judgements, ({ rater }) => rater);
  const annotators = [...byAnnotator.keys()].sort();
  const pairs = annotators.flatMap((one, at) =>
    annotators.slice(at + 1).map((other) => [one, other] as const),
  );
  const rows: AgreementRow[] = [];
  for (const [done, [one, other]] of pairs.entries()) {
    yield { done, total: pairs.length };
    const own = [...byAnnotator.get(one)!, ...byAnnotator.get(other)!];
    const agreement = agreementOf(own, one, other);
    if (agreement.segments > 0) rows.push({ one, other, ...agreement });
  }
  yield { done: pairs.length, total: pairs.length };
  const alpha = segmentAlpha(judgements);
  return { annotators, pairs: rows, ...(alpha === undefined ? {} : { alpha }) };
}
