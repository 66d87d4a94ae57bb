import type { Metric, Statistics } from './metric.ts';
import { countMatches, countNgrams, type Counts, totalOf } from './ngrams.ts';
import { removeSpace, splitWords } from './white-space.ts';

export interface ChrfOptions {
  /** The longest n-gram of characters. */
  readonly charOrder: number;
  /** The longest n-gram of words: 0 for chrF, 2 for chrF++. */
  readonly wordOrder: number;
  /** Recall counts beta times as much as precision. */
  readonly beta: number;
  readonly lowercase: boolean;
  /** White space counts among the characters. */
  readonly whitespace: boolean;
  /** The mean of the F scores of all orders, none left out, as chrF++.py, NLTK and Moses compute it. */
  readonly epsSmoothing: boolean;
}

export const CHRF_DEFAULTS: ChrfOptions = {
  charOrder: 6,
  wordOrder: 0,
  beta: 2,
  lowercase: false,
  whitespace: false,
  epsSmoothing: false,
};

export const CHRF_PLUS_PLUS_WORD_ORDER = 2;

/**
 * chrF (Popović 2015) and chrF++ (2017) as sacreBLEU 2 computes them; of several references the one with the
 * best F score counts. Statistics, three for each order: n-grams of the hypothesis, of the reference, matches.
 */
export function chrf(given: Partial<ChrfOptions> = {}): Metric {
  const options = { ...CHRF_DEFAULTS, ...given };
  const { charOrder, wordOrder, beta, lowercase, whitespace, epsSmoothing } = options;
  const bagsOf = (segment: string) => bags(lowercase ? segment.toLowerCase() : segment, options);
  return {
    name: `chrF${beta}${'+'.repeat(wordOrder)}`,
    higherIsBetter: true,
    settings: [
      ['case', lowercase ? 'lc' : 'mixed'],
      ['eff', epsSmoothing ? 'no' : 'yes'],
      ['nc', String(charOrder)],
      ['nw', String(wordOrder)],
      ['space', whitespace ? 'yes' : 'no'],
    ],
    statistics: (hypothesis, references) => {
      const own = bagsOf(hypothesis);
      let best: Statistics = [];
      let bestScore = -1;
      for (const reference of references) {
        const found = compareBags(own, bagsOf(reference));
        const score = fScore(found, options);
        if (score > bestScore) [best, bestScore] = [found, score];
      }
      return best;
    },
    score: (sums) => fScore(sums, options),
  };
}

interface Bag {
  readonly counts: Counts;
  readonly total: number;
}

/** One for each order, those of characters first. */
function bags(segment: string, { charOrder, wordOrder, whitespace }: ChrfOptions): readonly Bag[] {
  const characters = [...(whitespace ? segment : removeSpace(segment))];
  const words = wordOrder > 0 ? wordsOf(segment) : [];
  return [...bagsOfUnits(characters, charOrder, ''), ...bagsOfUnits(words, wordOrder, ' ')];
}

const bagsOfUnits = (units: readonly string[], maxOrder: number, separator: string): readonly Bag[] =>
  Array.from({ length: maxOrder }, (_, index) => ({
    counts: countNgrams(units, index + 1, separator),
    total: totalOf(units.length, index + 1),
  }));

const SIGNS = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~';

/** Words with the last sign cut off, or else the first, never both: `(so)` gives `(so` and `)`. */
function wordsOf(segment: string): readonly string[] {
  return splitWords(segment).flatMap((word) => {
    const characters = [...word];
    if (characters.length === 1) return [word];
    if (SIGNS.includes(characters.at(-1)!)) return [word.slice(0, -1), word.slice(-1)];
    if (SIGNS.includes(characters[0]!)) return [word.slice(0, 1), word.slice(1)];
    return [word];
  });
}

const compareBags = (hypothesis: readonly Bag[], reference: readonly Bag[]): Statistics =>
  hypothesis.flatMap((own, index) => {
    const other = reference[index]!;
    // An order that the reference is too short for does not count against the hypothesis.
    return [other.total === 0 ? 0 : own.total, other.total, countMatches(own.counts, other.counts)];
  });

const EPSILON = 1e-16;

function fScore(sums: Statistics, { charOrder, wordOrder, beta, epsSmoothing }: ChrfOptions): number {
  const orders = charOrder + wordOrder;
  const weight = beta ** 2;
  let scores = 0;
  let precisions = 0;
  let recalls = 0;
  let effective = 0;
  for (let order = 0; order < orders; order += 1) {
    const [own, other, matches] = [sums[3 * order]!, sums[3 * order + 1]!, sums[3 * order + 2]!];
    const precision = own > 0 ? matches / own : EPSILON;
    const recall = other > 0 ? matches / other : EPSILON;
    const divisor = weight * precision + recall;
    scores += divisor > 0 ? ((1 + weight) * precision * recall) / divisor : EPSILON;
    if (own === 0 || other === 0) continue;
    precisions += precision;
    recalls += recall;
    effective += 1;
  }
  if (epsSmoothing) return 100 * (scores / orders);
  if (precisions + recalls === 0) return 0;
  const precision = precisions / effective;
  const recall = recalls / effective;
  return 100 * (((1 + weight) * precision * recall) / (weight * precision + recall));
}
