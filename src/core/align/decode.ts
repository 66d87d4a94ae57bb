import { searchBackward } from './backward.ts';
import type { Band } from './band.ts';
import type { BeadEvidence } from './bead-evidence.ts';
import { type BeadCounts, type BeadPriors, OMISSION, PAIR } from './bead-priors.ts';
import { PAIRINGS, type Bead } from './bead.ts';
import { type Forward, searchForward } from './forward.ts';
import { within } from './within.ts';
import type { Workspace } from './workspace.ts';

export interface Decoded {
  /** In order, covering every unit of both sides once. */
  readonly beads: readonly Bead[];
  /** The model's probability of each bead given both texts; overconfident, see `confidence`. */
  readonly posteriors: Float64Array;
  /** Expected numbers of beads by kind and pairing, for the next estimate of the priors. */
  readonly counts: BeadCounts;
}

/**
 * The most probable sequence of beads inside a band (Viterbi), and the posterior probability of each of its beads
 * (forward-backward). Time and memory are linear in the band's cells.
 *
 * @param pairings how many of PAIRINGS may be used, the smallest first
 */
export function* decode(
  band: Band,
  evidence: BeadEvidence,
  priors: BeadPriors,
  pairings: number,
  workspace: Workspace,
): Generator<number, Decoded> {
  const forward = yield* within(0, 0.5, searchForward(band, evidence, priors, pairings, workspace));
  const beads = bestPath(band, forward);
  // No two beads of a path begin on the same diagonal.
  const beginning = new Int32Array(band.low.length + band.high.at(-1)! + 1).fill(-1);
  for (const [index, bead] of beads.entries()) beginning[bead.sourceStart + bead.targetStart] = index;
  const posteriors = new Float64Array(beads.length);
  const visit = (row: number, column: number, rows: number, columns: number, probability: number): void => {
    const index = beginning[row + column]!;
    const bead = beads[index];
    if (
      bead?.sourceStart === row &&
      bead.targetStart === column &&
      bead.sourceEnd === row + rows &&
      bead.targetEnd === column + columns
    ) {
      posteriors[index] = Math.min(1, probability);
    }
  };
  const counts = yield* within(0.5, 1, searchBackward(band, forward, evidence, priors, visit));
  return { beads, posteriors, counts };
}

function bestPath({ low, high, offsets }: Band, { before, pairing, bestKind }: Forward): Bead[] {
  const beads: Bead[] = [];
  let kind = bestKind;
  let row = low.length - 1;
  let column = high[row]!;
  while (row > 0 || column > 0) {
    const cell = offsets[row]! + column - low[row]!;
    let size = [0, 1] as readonly [number, number];
    if (kind === PAIR) size = PAIRINGS[pairing[cell]!]!;
    else if (kind === OMISSION) size = [1, 0];
    const bead = {
      sourceStart: row - size[0],
      sourceEnd: row,
      targetStart: column - size[1],
      targetEnd: column,
    };
    beads.push(bead);
    kind = before[3 * cell + kind]!;
    row = bead.sourceStart;
    column = bead.targetStart;
  }
  return beads.reverse();
}
