import { type Metric, type Statistics, sumStatistics } from './metric.ts';
import { NumpyRandom } from './numpy-random.ts';

export interface ResampleOptions {
  readonly samples: number;
  /** A whole number from 0 to 2^32 - 1. */
  readonly seed: number;
}

/** sacreBLEU's seed and numbers of samples. */
export const DEFAULT_SEED = 12_345;
export const DEFAULT_SAMPLES = { bootstrap: 1000, randomisation: 10_000 } as const;

/** 95 % confidence: `mean ± halfWidth`, in per cent. */
export interface Interval {
  /** Of the samples; the score itself may lie beside it. */
  readonly mean: number;
  readonly halfWidth: number;
}

export interface PairedTest {
  /** The system's score less the baseline's, in per cent. */
  readonly difference: number;
  /** Two-sided; 1 where the scores are equal. */
  readonly p: number;
}

export interface PairedBootstrap extends PairedTest {
  readonly baseline: Interval;
  readonly system: Interval;
}

/** Bootstrap resampling (Koehn 2004): scores of corpora of as many segments, drawn with replacement. */
export function bootstrapInterval(
  metric: Metric,
  segments: readonly Statistics[],
  { samples, seed }: ResampleOptions,
): Interval {
  checkSegments(segments, segments);
  const random = new NumpyRandom(seed);
  const scores = Float64Array.from({ length: samples }, () => {
    const drawn = random.integers(segments.length, segments.length);
    return scoreOf(metric, segments, drawn);
  });
  return intervalOf(scores);
}

/**
 * Paired bootstrap resampling as sacreBLEU and Moses do it: both systems on the same samples; p is how often
 * their difference strays from its mean by more than the difference found.
 */
export function pairedBootstrap(
  metric: Metric,
  baseline: readonly Statistics[],
  system: readonly Statistics[],
  { samples, seed }: ResampleOptions,
): PairedBootstrap {
  checkSegments(baseline, system);
  const random = new NumpyRandom(seed);
  const baselineScores = new Float64Array(samples);
  const systemScores = new Float64Array(samples);
  for (let sample = 0; sample < samples; sample += 1) {
    const drawn = random.integers(baseline.length, baseline.length);
    baselineScores[sample] = scoreOf(metric, baseline, drawn);
    systemScores[sample] = scoreOf(metric, system, drawn);
  }
  const sizes = systemScores.map((score, sample) => Math.abs(score - baselineScores[sample]!));
  const mean = meanOf(sizes);
  return {
    ...pairedTest(
      metric,
      baseline,
      system,
      sizes.map((size) => size - mean),
    ),
    baseline: intervalOf(baselineScores),
    system: intervalOf(systemScores),
  };
}

/**
 * Paired approximate randomisation (Noreen 1989; Riezler and Maxwell 2005): the systems' outputs of each
 * segment are exchanged or not by the toss of a coin; p is how often the difference gets larger so.
 */
export function pairedRandomisation(
  metric: Metric,
  baseline: readonly Statistics[],
  system: readonly Statistics[],
  { samples, seed }: ResampleOptions,
): PairedTest {
  checkSegments(baseline, system);
  const toss = new NumpyRandom(seed).coins();
  const sizes = Float64Array.from({ length: samples }, () => {
    const first = baseline[0]!.map(() => 0);
    const second = [...first];
    for (const [segment, own] of baseline.entries()) {
      const stays = toss();
      addTo(stays ? first : second, own);
      addTo(stays ? second : first, system[segment]!);
    }
    return Math.abs(metric.score(first) - metric.score(second));
  });
  return pairedTest(metric, baseline, system, sizes);
}

function pairedTest(
  metric: Metric,
  baseline: readonly Statistics[],
  system: readonly Statistics[],
  sizes: Float64Array,
): PairedTest {
  const difference = metric.score(sumStatistics(system)) - metric.score(sumStatistics(baseline));
  // By the rule below a system would differ from itself with certainty.
  if (difference === 0) return { difference, p: 1 };
  const larger = sizes.reduce((count, size) => (size > Math.abs(difference) ? count + 1 : count), 0);
  return { difference, p: (larger + 1) / (sizes.length + 1) };
}

function scoreOf(metric: Metric, segments: readonly Statistics[], drawn: Uint32Array): number {
  const sums = segments[0]!.map(() => 0);
  for (const segment of drawn) addTo(sums, segments[segment]!);
  return metric.score(sums);
}

function addTo(sums: number[], added: Statistics): void {
  for (let index = 0; index < sums.length; index += 1) sums[index]! += added[index]!;
}

function intervalOf(scores: Float64Array): Interval {
  const sorted = scores.toSorted();
  const tail = Math.floor(sorted.length / 40);
  return {
    mean: meanOf(sorted),
    halfWidth: (sorted[sorted.length - 1 - tail]! - sorted[tail]!) / 2,
  };
}

const meanOf = (values: Float64Array): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

function checkSegments(baseline: readonly Statistics[], system: readonly Statistics[]): void {
  if (baseline.length === system.length && baseline.length > 0) return;
  throw new RangeError(`${baseline.length} segments of the baseline and ${system.length} of the system`);
}
