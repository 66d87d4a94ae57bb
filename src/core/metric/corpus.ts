import { type Metric, type Statistics, sumStatistics } from './metric.ts';

/**
 * References of a corpus, a list for each translator, a segment each. Where a translator has none for a
 * segment it is undefined, as long as another has one; an empty text is a reference that is empty.
 */
export type References = readonly (readonly (string | undefined)[])[];

/**
 * The statistics of each segment.
 * @throws RangeError when a list of references is not as long as the hypotheses, or a segment has none
 */
export function corpusStatistics(
  metric: Metric,
  hypotheses: readonly string[],
  references: References,
): readonly Statistics[] {
  const short = references.find((list) => list.length !== hypotheses.length);
  if (short !== undefined) {
    throw new RangeError(`${short.length} references for ${hypotheses.length} hypotheses`);
  }
  return hypotheses.map((hypothesis, index) => {
    const own = referencesOf(references, index);
    if (own.length === 0) throw new RangeError(`segment ${index} has no reference`);
    return metric.statistics(hypothesis, own);
  });
}

/** The score in per cent of hypotheses against their references, as `corpusStatistics` takes them. */
export const corpusScore = (metric: Metric, hypotheses: readonly string[], references: References): number =>
  metric.score(sumStatistics(corpusStatistics(metric, hypotheses, references)));

/** The score in per cent of one segment: that of a corpus that has no other. */
export const sentenceScore = (metric: Metric, hypothesis: string, references: readonly string[]): number =>
  corpusScore(
    metric,
    [hypothesis],
    references.map((reference) => [reference]),
  );

/** How many references each segment has, or `var` where that differs; as a signature says it. */
export function countReferences(references: References): number | 'var' {
  const segments = references[0]?.length ?? 0;
  const counts = new Set(
    Array.from({ length: segments }, (_, index) => referencesOf(references, index).length),
  );
  const [count = references.length, ...others] = counts;
  return others.length === 0 ? count : 'var';
}

const referencesOf = (references: References, index: number): readonly string[] =>
  references.flatMap((list) => list[index] ?? []);
