import type { Band } from './band.ts';
import type { BeadEvidence } from './bead-evidence.ts';
import { type BeadPriors, INSERTION, KINDS, OMISSION, PAIR } from './bead-priors.ts';
import { LARGEST_GROUP, PAIRINGS } from './bead.ts';
import { logAdd, NEVER } from './log-add.ts';
import type { Workspace } from './workspace.ts';

/** Where the search of a band stands after its forward pass. By cell unless something else is said. */
export interface Forward {
  /** By cell and pairing: the prior and the evidence of the bead that begins there; left out where that is too much. */
  readonly beads: Float32Array | undefined;
  readonly pairings: number;
  /** By cell and kind of the bead that ends there: the log sum over all ways (relative to nothing aligned). */
  readonly sums: Float64Array;
  /** The same without the kind, with the step to a pair. */
  readonly outSums: Float64Array;
  /** For the best way to each cell and kind: the kind before, and for a pair the pairing. */
  readonly before: Uint8Array;
  readonly pairing: Uint8Array;
  readonly bestKind: number;
  readonly total: number;
}

const ROWS_A_STEP = 200;
/** More scores of beads than this are computed again on the way back: some 10 % of time for 60 bytes a cell. */
const MOST_KEPT = 6_000_000;

/** Finds, for each cell of a band, the sum over all ways to it and the best way (forward algorithm, Viterbi). */
export function* searchForward(
  band: Band,
  evidence: BeadEvidence,
  priors: BeadPriors,
  pairings: number,
  workspace: Workspace,
): Generator<number, Forward> {
  const { low, high, offsets, cells } = band;
  const rows = low.length;
  const { kinds } = priors;
  const isKept = cells * pairings <= MOST_KEPT;
  const beads = isKept ? workspace.take('beads', 'float32', cells * pairings).fill(NEVER) : undefined;
  const sums = workspace.take('sums', 'float64', cells * KINDS).fill(NEVER);
  // By column and kind: the best way there, for the rows in reach.
  const columns = high[rows - 1]! + 1;
  const tops = Array.from({ length: LARGEST_GROUP + 2 }, () => new Float64Array(columns * KINDS).fill(NEVER));
  const before = workspace.take('before', 'uint8', cells * KINDS);
  const pairing = workspace.take('pairing', 'uint8', cells);
  const outSums = workspace.take('outSums', 'float64', cells).fill(NEVER);
  const sizes = Int32Array.from(PAIRINGS, ([size]) => size);
  const others = Int32Array.from(PAIRINGS, ([, size]) => size);
  const values = new Float32Array(PAIRINGS.length);
  // The text begins as if after a pair.
  sums[PAIR] = 0;
  tops[0]![PAIR] = 0;

  /** One unit without counterpart leads from a cell to another. */
  const stepInto = (
    kind: number,
    cell: number,
    from: number,
    best: Float64Array,
    slot: number,
    bestFrom: Float64Array,
    slotFrom: number,
  ): void => {
    let sum = NEVER;
    let top = NEVER;
    let which = 0;
    for (let kindBefore = 0; kindBefore < KINDS; kindBefore++) {
      const step = kinds[kindBefore * KINDS + kind]!;
      sum = logAdd(sum, sums[from * KINDS + kindBefore]! + step);
      const value = bestFrom[slotFrom + kindBefore]! + step;
      if (value > top) {
        top = value;
        which = kindBefore;
      }
    }
    sums[cell * KINDS + kind] = sum;
    best[slot + kind] = top;
    before[cell * KINDS + kind] = which;
  };

  for (let row = 0; row < rows; row++) {
    const best = tops[row % tops.length]!;
    const bestAbove = tops[(row + tops.length - 1) % tops.length]!;
    for (let column = low[row]!; column <= high[row]!; column++) {
      const slot = column * KINDS;
      const cell = offsets[row]! + column - low[row]!;
      if (row > 0 && column <= high[row - 1]!) {
        const above = offsets[row - 1]! + column - low[row - 1]!;
        stepInto(OMISSION, cell, above, best, slot, bestAbove, slot);
      }
      if (column > low[row]!) stepInto(INSERTION, cell, cell - 1, best, slot, best, slot - KINDS);
      let out = NEVER;
      let top = NEVER;
      let kindBefore = 0;
      for (let kind = 0; kind < KINDS; kind++) {
        const step = kinds[kind * KINDS + PAIR]!;
        out = logAdd(out, sums[cell * KINDS + kind]! + step);
        const value = best[slot + kind]! + step;
        if (value > top) {
          top = value;
          kindBefore = kind;
        }
      }
      outSums[cell] = out;
      evidence.write(row, column, pairings, values);
      for (let which = 0; which < pairings; which++) {
        const endRow = row + sizes[which]!;
        const endColumn = column + others[which]!;
        if (endRow >= rows || endColumn < low[endRow]! || endColumn > high[endRow]!) continue;
        const gain = values[which]! + priors.pairings[which]!;
        if (beads !== undefined) beads[cell * pairings + which] = gain;
        const end = offsets[endRow]! + endColumn - low[endRow]!;
        const into = end * KINDS + PAIR;
        sums[into] = logAdd(sums[into]!, out + gain);
        const value = top + gain;
        const bestThere = tops[endRow % tops.length]!;
        if (value > bestThere[endColumn * KINDS + PAIR]!) {
          bestThere[endColumn * KINDS + PAIR] = value;
          before[into] = kindBefore;
          pairing[end] = which;
        }
      }
    }
    // The row above is done with; its place is taken by one that comes into reach.
    if (row > 0) bestAbove.fill(NEVER, low[row - 1]! * KINDS, (high[row - 1]! + 1) * KINDS);
    if ((row + 1) % ROWS_A_STEP === 0) yield row / rows;
  }
  const last = (cells - 1) * KINDS;
  const best = tops[(rows - 1) % tops.length]!.subarray((columns - 1) * KINDS);
  let bestKind = 0;
  let total = NEVER;
  for (let kind = 0; kind < KINDS; kind++) {
    if (best[kind]! > best[bestKind]!) bestKind = kind;
    total = logAdd(total, sums[last + kind]!);
  }
  return { beads, pairings, sums, outSums, before, pairing, bestKind, total };
}
