import { beadsOf, type Chain, chainOf, composed, leastSure, type SureBead } from './cuts.ts';

/** A bead of an alignment that was held against the way through other texts. */
export interface CheckedBead extends SureBead {
  /** The way through another text leads elsewhere, and nothing decides between the two. */
  readonly isDisputed: boolean;
}

/** The way through other texts must be so many times likelier right (odds) than the direct one to replace it. */
const CLEARLY = 1.5;

/**
 * Holds an alignment of two texts against the ways through other texts, each given as the two alignments that lead
 * there. Where a triangle does not close (between two cuts that both ways share, each cuts at other places), the
 * surer way is taken if it is clearly surer; otherwise the stretch is disputed. A way that merely cuts less often
 * says nothing.
 */
export function closeTriangles(
  beads: readonly SureBead[],
  ways: readonly (readonly [first: Chain, second: Chain])[],
): CheckedBead[] {
  let direct = chainOf(beads);
  let disputed = new Set<string>();
  for (const [first, second] of ways) {
    const result = compareWays(direct, composed(first, second));
    direct = result.chain;
    disputed = new Set([...disputed, ...result.disputed]);
  }
  return beadsOf(direct).map((bead) => ({ ...bead, isDisputed: disputed.has(keyOf(bead)) }));
}

const keyOf = (bead: SureBead): string =>
  `${bead.sourceStart} ${bead.sourceEnd} ${bead.targetStart} ${bead.targetEnd}`;

function compareWays(direct: Chain, around: Chain): { chain: Chain; disputed: Set<string> } {
  const cuts = [direct.cuts[0]!];
  const confidence: number[] = [];
  const disputed = new Set<string>();
  let i = 0;
  let j = 0;
  let a = 1;
  let b = 1;
  while (a < direct.cuts.length && b < around.cuts.length) {
    const here = direct.cuts[a]!;
    const there = around.cuts[b]!;
    const order = here.source + here.target - there.source - there.target;
    const isShared = here.source === there.source && here.target === there.target;
    if (!isShared) {
      if (order <= 0) a++;
      if (order >= 0) b++;
      continue;
    }
    const differs = a - i > 1 && b - j > 1;
    const own = leastSure(direct, i, a);
    const other = leastSure(around, j, b);
    const isReplaced = differs && oddsOf(other) > CLEARLY * oddsOf(own);
    const [chain, from, to] = isReplaced ? [around, j, b] : [direct, i, a];
    for (let index = from; index < to; index++) {
      cuts.push(chain.cuts[index + 1]!);
      // The two ways contradict each other, so neither is as sure as it was.
      confidence.push(differs ? chain.confidence[index]! / 2 : chain.confidence[index]!);
    }
    if (differs && !isReplaced) {
      for (const bead of beadsOf({
        cuts: direct.cuts.slice(i, a + 1),
        confidence: direct.confidence.slice(i, a),
      })) {
        disputed.add(keyOf(bead));
      }
    }
    i = a++;
    j = b++;
  }
  for (let index = i; index < direct.confidence.length; index++) {
    cuts.push(direct.cuts[index + 1]!);
    confidence.push(direct.confidence[index]!);
  }
  return { chain: { cuts, confidence }, disputed };
}

const oddsOf = (probability: number): number => probability / Math.max(1e-6, 1 - probability);
