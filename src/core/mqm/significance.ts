import type { Random } from './random.ts';
import type { SystemScore } from './score.ts';

export interface Significance {
  /** Segments that both systems have a score for. */
  readonly segments: number;
  /** Mean of the first system's scores minus the second's, over those segments. */
  readonly difference: number;
  /** Two-sided: how often chance alone gives a difference at least as large. */
  readonly p: number;
  /** Every exchange was tried, so that `p` is no estimate. */
  readonly isExact: boolean;
}

/** Up to here all 2^n exchanges are tried, some ten milliseconds; a sample is as good from there on. */
const MAX_EXACT = 16;
/** The standard error of an estimated p of 0.05 is then 0.002. */
const SAMPLES = 10_000;

/**
 * Paired permutation test (approximate randomisation, Noreen 1989; as WMT and Marot use it, but two-sided) of
 * the difference of two systems: on each segment the two scores may be exchanged. Exact for up to 16
 * segments that differ, else over 10,000 random exchanges.
 * @param random a seeded generator gives the same answer again
 */
export function compareSystems(one: SystemScore, other: SystemScore, random: Random): Significance {
  const scores = new Map(other.segments.map(({ doc, segment, score }) => [`${doc}\t${segment}`, score]));
  const differences = one.segments.flatMap(({ doc, segment, score }) => {
    const second = scores.get(`${doc}\t${segment}`);
    return second === undefined ? [] : [score - second];
  });
  const { p, isExact } = pairedPermutationTest(differences, random);
  const sum = differences.reduce((total, difference) => total + difference, 0);
  return {
    segments: differences.length,
    difference: differences.length === 0 ? 0 : sum / differences.length,
    p,
    isExact,
  };
}

/** The test itself, on the differences of the pairs. */
export function pairedPermutationTest(
  differences: readonly number[],
  random: Random,
): { readonly p: number; readonly isExact: boolean } {
  // A pair without difference is the same exchanged.
  const sizes = differences.filter((difference) => difference !== 0);
  const observed = Math.abs(sizes.reduce((total, size) => total + size, 0));
  // Sums of tenths differ in the last digits by the order of their terms.
  const enough = observed - 1e-9 * sizes.reduce((total, size) => total + Math.abs(size), 0);
  if (sizes.length <= MAX_EXACT) {
    const all = 2 ** sizes.length;
    let count = 0;
    for (let exchange = 0; exchange < all; exchange += 1) {
      const sum = sizes.reduce((total, size, at) => total + ((exchange >> at) & 1 ? -size : size), 0);
      if (Math.abs(sum) >= enough) count += 1;
    }
    return { p: count / all, isExact: true };
  }
  // The observed order is one of the possible ones, so that p is never 0.
  let count = 1;
  for (let sample = 0; sample < SAMPLES; sample += 1) {
    let sum = 0;
    for (const size of sizes) sum += random() < 0.5 ? -size : size;
    if (Math.abs(sum) >= enough) count += 1;
  }
  return { p: count / (SAMPLES + 1), isExact: false };
}
