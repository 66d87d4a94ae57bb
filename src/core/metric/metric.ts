/**
 * A metric of the kind that adds up: every segment gives a few numbers, and the score of a corpus is computed
 * from their sums. Resampling then needs no text.
 */
export interface Metric {
  /** As sacreBLEU prints it: `BLEU`, `chrF2`, `chrF2++`, `TER`. */
  readonly name: string;
  /** BLEU and chrF grow with likeness, TER falls. */
  readonly higherIsBetter: boolean;
  /** What the signature says of the settings, in order: `['case', 'mixed']`, … */
  readonly settings: readonly (readonly [key: string, value: string])[];
  /** One segment against its references, of which there is at least one. */
  readonly statistics: (hypothesis: string, references: readonly string[]) => Statistics;
  /** The score in per cent of statistics that were added up. TER may exceed 100. */
  readonly score: (sums: Statistics) => number;
}

/** Counts that are added up element by element; what each means is the metric's own affair. */
export type Statistics = readonly number[];

/** @throws RangeError for no statistics at all, which have no sum */
export function sumStatistics(statistics: readonly Statistics[]): Statistics {
  const [first] = statistics;
  if (first === undefined) throw new RangeError('a corpus of no segments has no score');
  const sums = first.map(() => 0);
  for (const segment of statistics) {
    for (let index = 0; index < sums.length; index += 1) sums[index]! += segment[index]!;
  }
  return sums;
}
