import { sentences } from '../segment/sentences.ts';
import type { Span } from '../span.ts';

/** Sentences that belong together: usually one of each text, sometimes two of one, or none of the other. */
export interface SentencePair {
  readonly a: readonly Span[];
  readonly b: readonly Span[];
}

/** How often n sentences of one text are m of the other, by Gale and Church's count on parliament proceedings. */
const BEADS = [
  { a: 1, b: 1, prior: 0.89 },
  { a: 1, b: 0, prior: 0.005 },
  { a: 0, b: 1, prior: 0.005 },
  { a: 2, b: 1, prior: 0.0445 },
  { a: 1, b: 2, prior: 0.0445 },
  { a: 2, b: 2, prior: 0.011 },
] as const;
/** Variance of the length ratio per character, as in Gale and Church. */
const VARIANCE = 6.8;
/** Above this a table would grow too large, and a paragraph has no such number of sentences. */
const MOST_CELLS = 1_000_000;

/**
 * Pairs the sentences of two texts that say the same: by position where their numbers agree, else by length
 * (W. Gale, K. Church, "A program for aligning sentences in bilingual corpora", 1993). Every sentence is in one
 * pair, in order.
 */
export function pairSentences(
  a: { readonly text: string; readonly lang: string },
  b: { readonly text: string; readonly lang: string },
): readonly SentencePair[] {
  const left = sentences(a.text, a.lang);
  const right = sentences(b.text, b.lang);
  if (left.length === right.length) return left.map((span, index) => ({ a: [span], b: [right[index]!] }));
  if (left.length === 0 || right.length === 0 || left.length * right.length > MOST_CELLS) {
    return [{ a: left, b: right }];
  }
  return byLength(left, right);
}

function byLength(left: readonly Span[], right: readonly Span[]): SentencePair[] {
  const aLength = lengthsUpTo(left);
  const bLength = lengthsUpTo(right);
  const ratio = bLength.at(-1)! / Math.max(1, aLength.at(-1)!);
  const width = right.length + 1;
  const cost = new Float64Array((left.length + 1) * width).fill(Infinity);
  const bead = new Uint8Array(cost.length);
  cost[0] = 0;
  for (let i = 0; i <= left.length; i++) {
    for (let j = 0; j <= right.length; j++) {
      for (const [index, { a, b, prior }] of BEADS.entries()) {
        if (i < a || j < b) continue;
        const before = cost[(i - a) * width + j - b]!;
        const total =
          before -
          Math.log(prior) +
          lengthCost(aLength[i]! - aLength[i - a]!, bLength[j]! - bLength[j - b]!, ratio);
        if (total < cost[i * width + j]!) {
          cost[i * width + j] = total;
          bead[i * width + j] = index;
        }
      }
    }
  }
  const pairs: SentencePair[] = [];
  for (let i = left.length, j = right.length; i > 0 || j > 0;) {
    const { a, b } = BEADS[bead[i * width + j]!]!;
    pairs.push({ a: left.slice(i - a, i), b: right.slice(j - b, j) });
    i -= a;
    j -= b;
  }
  return pairs.reverse();
}

function lengthsUpTo(spans: readonly Span[]): number[] {
  const sums = [0];
  for (const { start, end } of spans) sums.push(sums.at(-1)! + end - start);
  return sums;
}

/** −log of the two-sided probability that lengths differ so much, with the tail as Abramowitz and Stegun 26.2.17. */
function lengthCost(a: number, b: number, ratio: number): number {
  const mean = (a + b / ratio) / 2;
  if (mean <= 0) return 0;
  const delta = Math.abs((b - a * ratio) / Math.sqrt(mean * VARIANCE));
  const t = 1 / (1 + 0.2316419 * delta);
  const series =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const tail = (Math.exp((-delta * delta) / 2) / Math.sqrt(2 * Math.PI)) * series;
  return -Math.log(Math.max(2 * tail, 1e-30));
}
