import type { Metric, Statistics } from './metric.ts';
import { countMatches, countNgrams, type Counts, totalOf } from './ngrams.ts';
import { tokenise, type Tokeniser } from './tokenise.ts';
import { stripEnd } from './white-space.ts';

export const SMOOTHINGS = ['exp', 'floor', 'add-k', 'none'] as const;
export type Smoothing = (typeof SMOOTHINGS)[number];

export interface BleuOptions {
  readonly lowercase: boolean;
  readonly tokeniser: Tokeniser;
  readonly smoothing: Smoothing;
  /** For `floor` (0.1 when left out) and `add-k` (1). */
  readonly smoothingValue?: number;
  /** The longest n-gram. */
  readonly maxOrder: number;
  /** Leave out orders that the hypothesis is too short for; meant for single sentences. */
  readonly effectiveOrder: boolean;
}

export const BLEU_DEFAULTS: BleuOptions = {
  lowercase: false,
  tokeniser: '13a',
  smoothing: 'exp',
  maxOrder: 4,
  effectiveOrder: false,
};

export interface BleuScore {
  readonly score: number;
  /** Per order, with what add-k added. */
  readonly counts: readonly number[];
  readonly totals: readonly number[];
  /** In per cent. */
  readonly precisions: readonly number[];
  readonly brevityPenalty: number;
  readonly hypothesisLength: number;
  /** The sum of the lengths that are closest to the hypothesis's. */
  readonly referenceLength: number;
}

/**
 * BLEU (Papineni et al. 2002) as sacreBLEU 2 computes it (Post 2018). Statistics: tokens of the hypothesis,
 * tokens of the closest reference, matches per order, n-grams per order.
 */
export function bleu(given: Partial<BleuOptions> = {}): Metric {
  const options = { ...BLEU_DEFAULTS, ...given };
  const tokensOf = (segment: string): readonly string[] =>
    tokenise(stripEnd(options.lowercase ? segment.toLowerCase() : segment), options.tokeniser);
  return {
    name: 'BLEU',
    higherIsBetter: true,
    settings: [
      ['case', options.lowercase ? 'lc' : 'mixed'],
      ['eff', options.effectiveOrder ? 'yes' : 'no'],
      ['tok', options.tokeniser],
      ['smooth', smoothingLabel(options)],
    ],
    statistics: (hypothesis, references) =>
      bleuStatistics(tokensOf(hypothesis), references.map(tokensOf), options.maxOrder),
    score: (sums) => bleuScore(sums, options).score,
  };
}

function bleuStatistics(
  hypothesis: readonly string[],
  references: readonly (readonly string[])[],
  maxOrder: number,
): Statistics {
  const orders = Array.from({ length: maxOrder }, (_, index) => index + 1);
  const matches = orders.map((order) => {
    const allowed = mostOfAny(references.map((reference) => countNgrams(reference, order, ' ')));
    return countMatches(countNgrams(hypothesis, order, ' '), allowed);
  });
  const totals = orders.map((order) => totalOf(hypothesis.length, order));
  const lengths = references.map(({ length }) => length);
  return [hypothesis.length, closest(hypothesis.length, lengths), ...matches, ...totals];
}

/** Each n-gram as often as the reference has it that has it most. */
function mostOfAny(references: readonly Counts[]): Counts {
  const [first = new Map<string, number>(), ...rest] = references;
  const most = new Map(first);
  for (const counts of rest) {
    for (const [ngram, count] of counts) most.set(ngram, Math.max(count, most.get(ngram) ?? 0));
  }
  return most;
}

/** Of two that are equally close the shorter. */
const closest = (length: number, lengths: readonly number[]): number =>
  lengths.reduce((best, own) => {
    const nearer = Math.abs(own - length) - Math.abs(best - length);
    return nearer < 0 || (nearer === 0 && own < best) ? own : best;
  });

/** The score with its parts, from statistics that were added up. */
export function bleuScore(sums: Statistics, given: Partial<BleuOptions> = {}): BleuScore {
  const options = { ...BLEU_DEFAULTS, ...given };
  const { maxOrder, smoothing, effectiveOrder } = options;
  const [hypothesisLength = 0, referenceLength = 0] = sums;
  const counts = sums.slice(2, 2 + maxOrder);
  const totals = sums.slice(2 + maxOrder);
  const precisions = counts.map(() => 0);
  const brevityPenalty = brevity(hypothesisLength, referenceLength);
  const parts = { counts, totals, precisions, brevityPenalty, hypothesisLength, referenceLength };
  if (counts.every((count) => count === 0)) return { score: 0, ...parts };

  const value = smoothingValue(options);
  let halving = 1;
  let orders = maxOrder;
  for (let index = 0; index < maxOrder; index += 1) {
    if (smoothing === 'add-k' && index > 0) {
      counts[index]! += value;
      totals[index]! += value;
    }
    const total = totals[index]!;
    if (total === 0) break;
    if (effectiveOrder) orders = index + 1;
    if (counts[index]! > 0) precisions[index] = (100 * counts[index]!) / total;
    else if (smoothing === 'exp') precisions[index] = 100 / ((halving *= 2) * total);
    else if (smoothing === 'floor') precisions[index] = (100 * value) / total;
  }
  const logs = precisions.slice(0, orders).reduce((sum, precision) => sum + Math.log(precision), 0);
  // Four times the logarithm of 100 comes to a hair more.
  return { score: Math.min(100, brevityPenalty * Math.exp(logs / orders)), ...parts };
}

function brevity(hypothesisLength: number, referenceLength: number): number {
  if (hypothesisLength >= referenceLength) return 1;
  return hypothesisLength > 0 ? Math.exp(1 - referenceLength / hypothesisLength) : 0;
}

/** After Chen and Cherry 2014. */
const smoothingValue = ({ smoothing, smoothingValue }: BleuOptions): number =>
  smoothingValue ?? (smoothing === 'floor' ? 0.1 : 1);

function smoothingLabel(options: BleuOptions): string {
  const { smoothing } = options;
  const hasValue = smoothing === 'floor' || smoothing === 'add-k';
  return hasValue ? `${smoothing}[${smoothingValue(options).toFixed(2)}]` : smoothing;
}
