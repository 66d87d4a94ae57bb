import { PAIRINGS } from './bead.ts';

/** What kind of bead: text on both sides, on the source's side only, on the target's side only. */
export const PAIR = 0;
export const OMISSION = 1;
export const INSERTION = 2;
export const KINDS = 3;

/** Log probabilities of beads before their texts are looked at. */
export interface BeadPriors {
  /** By `kind before * KINDS + kind`: runs of insertions stick together. */
  readonly kinds: Float64Array;
  /** By pairing, given that there is text on both sides. */
  readonly pairings: Float64Array;
}

/** Expected numbers of beads. */
export interface BeadCounts {
  readonly kinds: Float64Array;
  readonly pairings: Float64Array;
}

export const noCounts = (): BeadCounts => ({
  kinds: new Float64Array(KINDS * KINDS),
  pairings: new Float64Array(PAIRINGS.length),
});

const FIRST_KINDS = [
  [0.95, 0.025, 0.025],
  [0.6, 0.37, 0.03],
  [0.6, 0.03, 0.37],
] as const;
/** The first probabilities count as this many observed beads. */
const KIND_WEIGHT = [20, 8, 8] as const;
const PAIRING_WEIGHT = 15;

function firstPairing(source: number, target: number): number {
  if (source === 1 && target === 1) return 0.8;
  const larger = Math.max(source, target);
  const smaller = Math.min(source, target);
  return (smaller === 1 ? 0.07 : 0.02) * 0.28 ** (larger - 2);
}

/** The priors after so many beads were counted; before any, those that hold for most translations. */
export function estimatePriors(counts: BeadCounts): BeadPriors {
  const kinds = new Float64Array(KINDS * KINDS);
  for (let before = 0; before < KINDS; before++) {
    let total = KIND_WEIGHT[before]!;
    for (let kind = 0; kind < KINDS; kind++) total += counts.kinds[before * KINDS + kind]!;
    for (let kind = 0; kind < KINDS; kind++) {
      const at = before * KINDS + kind;
      kinds[at] = Math.log((counts.kinds[at]! + KIND_WEIGHT[before]! * FIRST_KINDS[before]![kind]!) / total);
    }
  }
  const first = PAIRINGS.map(([source, target]) => firstPairing(source, target));
  const sum = first.reduce((all, one) => all + one, 0);
  const counted = counts.pairings.reduce((all, one) => all + one, 0);
  const pairings = Float64Array.from(first, (probability, index) =>
    Math.log((counts.pairings[index]! + (PAIRING_WEIGHT * probability) / sum) / (counted + PAIRING_WEIGHT)),
  );
  return { kinds, pairings };
}
