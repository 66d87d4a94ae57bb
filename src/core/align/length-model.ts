import type { Bead } from './bead.ts';

/**
 * How lengths correspond: the logarithm of the ratio of a bead's two lengths is normal with a mean of its own for
 * each pair of texts and a variance that falls with length (Gale & Church 1993, in log space); held against the
 * lengths that as many target units have wherever they stand, so that it says how much likelier the lengths are
 * in a bead than by chance.
 */
export interface LengthModel {
  readonly mean: number;
  /** Variance is `base + perInverse / length`. */
  readonly base: number;
  readonly perInverse: number;
  /** Mean and variance of the log length of 1, 2, … target units in a row, by chance. */
  readonly chance: readonly (readonly [mean: number, variance: number])[];
}

/** Added to every length, so that one letter more does not count for much in a heading. */
export const EASE = 3;
/** Share of beads whose lengths say nothing (a free translation, a fault of the segmentation). */
export const UNRELATED = 0.02;
const FIRST_BASE = 0.02;
const FIRST_PER_INVERSE = 2.5;
/** The first values count as this many observed beads. */
const FIRST_WEIGHT = 15;

/** The log of the lengths of `size` consecutive units, for each size, as they fall. */
function chanceOf(lengths: Float64Array, sizes: number): (readonly [number, number])[] {
  return Array.from({ length: sizes }, (_, index) => {
    const size = index + 1;
    let sum = 0;
    let squares = 0;
    let count = 0;
    for (let start = 0; start + size <= lengths.length; start++) {
      let length = 0;
      for (let unit = start; unit < start + size; unit++) length += lengths[unit]!;
      const log = Math.log(length + EASE);
      sum += log;
      squares += log * log;
      count++;
    }
    if (count === 0) return [0, 1] as const;
    const mean = sum / count;
    return [mean, Math.max(0.05, squares / count - mean * mean)] as const;
  });
}

/** Before anything is aligned: the ratio of the whole texts, and a variance that holds for most languages. */
export function firstLengthModel(
  source: Float64Array,
  target: Float64Array,
  largestGroup: number,
): LengthModel {
  const total = (lengths: Float64Array) => lengths.reduce((sum, length) => sum + length, 0);
  return {
    mean: Math.log((total(target) + EASE) / (total(source) + EASE)),
    base: FIRST_BASE,
    perInverse: FIRST_PER_INVERSE,
    chance: chanceOf(target, largestGroup),
  };
}

/** The model re-estimated from beads with text on both sides (others are passed over), each with its weight. */
export function estimateLengthModel(
  beads: readonly Bead[],
  weights: Float64Array,
  source: Float64Array,
  target: Float64Array,
  before: LengthModel,
): LengthModel {
  const ratios: number[] = [];
  const inverses: number[] = [];
  const used: number[] = [];
  let total = FIRST_WEIGHT;
  let sum = FIRST_WEIGHT * before.mean;
  for (const [index, bead] of beads.entries()) {
    const sourceLength = lengthOf(source, bead.sourceStart, bead.sourceEnd);
    const targetLength = lengthOf(target, bead.targetStart, bead.targetEnd);
    if (sourceLength === 0 || targetLength === 0) continue;
    const ratio = Math.log((targetLength + EASE) / (sourceLength + EASE));
    const weight = weights[index]!;
    ratios.push(ratio);
    inverses.push(2 / (sourceLength + targetLength + 2 * EASE));
    used.push(weight);
    sum += weight * ratio;
    total += weight;
  }
  const mean = sum / total;
  // Least squares of the squared residuals on 1 / length, with the first values as observations at two lengths.
  let w = 0;
  let wx = 0;
  let wxx = 0;
  let wy = 0;
  let wxy = 0;
  const add = (weight: number, x: number, y: number): void => {
    // Residuals of long beads are small and exact: they tell more about the variance.
    const precision = weight / (FIRST_BASE + FIRST_PER_INVERSE * x) ** 2;
    w += precision;
    wx += precision * x;
    wxx += precision * x * x;
    wy += precision * y;
    wxy += precision * x * y;
  };
  for (const x of [1 / 20, 1 / 200]) add(FIRST_WEIGHT / 2, x, before.base + before.perInverse * x);
  for (const [index, ratio] of ratios.entries()) {
    const x = inverses[index]!;
    const cap = 9 * (before.base + before.perInverse * x);
    add(used[index]!, x, Math.min((ratio - mean) ** 2, cap));
  }
  const slope = (w * wxy - wx * wy) / Math.max(1e-9, w * wxx - wx * wx);
  const perInverse = Math.max(0.1, Math.min(20, slope));
  const base = Math.max(0.003, (wy - perInverse * wx) / w);
  return { mean, base, perInverse, chance: before.chance };
}

function lengthOf(lengths: Float64Array, start: number, end: number): number {
  let length = 0;
  for (let unit = start; unit < end; unit++) length += lengths[unit]!;
  return length;
}
