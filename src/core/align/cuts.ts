import type { Bead } from './bead.ts';

/** A bead and how sure it is, 0 to 1. */
export interface SureBead extends Bead {
  readonly confidence: number;
}

/** A place where both texts may be cut: before unit `source` of one and unit `target` of the other. */
export interface Cut {
  readonly source: number;
  readonly target: number;
}

/** A chain of cuts, both numbers never falling; `confidence[k]` belongs to what lies between cuts k and k + 1. */
export interface Chain {
  readonly cuts: readonly Cut[];
  readonly confidence: readonly number[];
}

export function chainOf(beads: readonly SureBead[]): Chain {
  return {
    cuts: [
      { source: 0, target: 0 },
      ...beads.map(({ sourceEnd, targetEnd }) => ({ source: sourceEnd, target: targetEnd })),
    ],
    confidence: beads.map(({ confidence }) => confidence),
  };
}

export function beadsOf({ cuts, confidence }: Chain): SureBead[] {
  return confidence.map((sure, index) => ({
    sourceStart: cuts[index]!.source,
    sourceEnd: cuts[index + 1]!.source,
    targetStart: cuts[index]!.target,
    targetEnd: cuts[index + 1]!.target,
    confidence: sure,
  }));
}

export function inverted({ cuts, confidence }: Chain): Chain {
  return { cuts: cuts.map(({ source, target }) => ({ source: target, target: source })), confidence };
}

/** How sure a stretch is as a whole, from the cut at `from` to the one at `to`: as its least sure part. */
export function leastSure({ confidence }: Chain, from: number, to: number): number {
  let least = 1;
  for (let index = from; index < to; index++) least = Math.min(least, confidence[index]!);
  return least;
}

/**
 * The alignment that follows from two others through a text in the middle: it cuts where both cut the middle text.
 * Units that the middle text lacks on one side stay alone.
 */
export function composed(first: Chain, second: Chain): Chain {
  const cuts: Cut[] = [{ source: 0, target: 0 }];
  const confidence: number[] = [];
  let i = 0;
  let j = 0;
  let fromI = 0;
  let fromJ = 0;
  const push = (source: number, target: number): void => {
    const last = cuts.at(-1)!;
    if (source === last.source && target === last.target) return;
    confidence.push(leastSure(first, fromI, i) * leastSure(second, fromJ, j));
    cuts.push({ source, target });
  };
  while (i < first.cuts.length && j < second.cuts.length) {
    const middle = first.cuts[i]!.target;
    const other = second.cuts[j]!.source;
    if (middle < other) i++;
    else if (other < middle) j++;
    else {
      push(first.cuts[i]!.source, second.cuts[j]!.target);
      fromI = i;
      fromJ = j;
      // Both alignments may leave units alone here: first those of the first text, then those of the last.
      if (first.cuts[i + 1]?.target === middle) i++;
      else if (second.cuts[j + 1]?.source === middle) j++;
      else {
        i++;
        j++;
      }
    }
  }
  return { cuts, confidence };
}
