import type { Random } from './random.ts';
import type { Significance } from './significance.ts';
import type { ParagraphRow } from './statistics.ts';
import type { Steps } from '../steps.ts';
import type { Scorer } from './weight.ts';

/** As `pairedPermutationTest` has them. */
const MAX_EXACT = 16;
const SAMPLES = 10_000;
/** Exchanged scores between two steps: one or two milliseconds. */
const WORK = 200_000;

/**
 * Scores of one variant minus another's, over the paragraphs that were judged in both.
 */
export function pairedDifferences(
  rows: readonly ParagraphRow[],
  one: string,
  other: string,
  scorer: Scorer,
): readonly number[] {
  const scores = new Map(
    rows.flatMap((row) => (row.variant === other ? [[row.paragraph, row.perSegment[scorer]] as const] : [])),
  );
  return rows.flatMap(({ variant, paragraph, perSegment }) => {
    const second = variant === one ? scores.get(paragraph) : undefined;
    return second === undefined ? [] : [perSegment[scorer] - second];
  });
}

/**
 * The paired permutation test (see `compareSystems`) in steps, so that a page can show how far it is and give it
 * up: with the same generator the answer is the same.
 * @param differences of the two variants' scores in each paragraph
 */
export function* significanceSteps(differences: readonly number[], random: Random): Steps<Significance> {
  const sizes = differences.filter((difference) => difference !== 0);
  const sum = sizes.reduce((total, size) => total + size, 0);
  const segments = differences.length;
  const difference = segments === 0 ? 0 : sum / segments;
  // Sums of tenths differ in the last digits by the order of their terms.
  const enough = Math.abs(sum) - 1e-9 * sizes.reduce((total, size) => total + Math.abs(size), 0);

  const isExact = sizes.length <= MAX_EXACT;
  const total = isExact ? 2 ** sizes.length : SAMPLES;
  const step = Math.max(1, Math.floor(WORK / (sizes.length + 1)));
  let extreme = 0;
  for (let done = 0; done < total; done += 1) {
    if (done % step === step - 1) yield { done, total };
    let exchanged = 0;
    for (let at = 0; at < sizes.length; at += 1) {
      const isExchanged = isExact ? (done >> at) & 1 : random() < 0.5;
      exchanged += isExchanged ? -sizes[at]! : sizes[at]!;
    }
    if (Math.abs(exchanged) >= enough) extreme += 1;
  }
  // The observed order is one of the possible ones, so that an estimate is never 0.
  const p = isExact ? extreme / total : (extreme + 1) / (total + 1);
  return { segments, difference, p, isExact };
}
