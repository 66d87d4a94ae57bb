import type { Band } from './band.ts';
import {
  type BeadCounts,
  type BeadPriors,
  INSERTION,
  KINDS,
  noCounts,
  OMISSION,
  PAIR,
} from './bead-priors.ts';
import { LARGEST_GROUP, PAIRINGS } from './bead.ts';
import type { BeadEvidence } from './bead-evidence.ts';
import type { Forward } from './forward.ts';
import { logAdd, NEVER } from './log-add.ts';

/** Asked for each bead that has a probability worth counting. */
export type Visit = (row: number, column: number, rows: number, columns: number, probability: number) => void;

const ROWS_A_STEP = 200;
/** Beads less probable than e⁻¹² are not counted. */
const LEAST = -12;

/**
 * The backward half of the forward-backward algorithm: calls `visit` with the posterior probability of each bead in
 * the band, and returns how many beads of each kind are to be expected.
 */
export function* searchBackward(
  band: Band,
  forward: Forward,
  evidence: BeadEvidence,
  priors: BeadPriors,
  visit: Visit,
): Generator<number, BeadCounts> {
  const { low, high, offsets, cells } = band;
  const { sums, outSums, beads, pairings, total } = forward;
  const rows = low.length;
  const { kinds } = priors;
  const sizes = Int32Array.from(PAIRINGS, ([size]) => size);
  const others = Int32Array.from(PAIRINGS, ([, size]) => size);
  const counts = noCounts();
  const values = new Float32Array(pairings);
  // By column and kind of the bead that ends there: the log sum over all ways to the end, for the rows in reach.
  const columns = high[rows - 1]! + 1;
  const rests = Array.from({ length: LARGEST_GROUP + 1 }, () => new Float64Array(columns * KINDS));
  for (let row = rows - 1; row >= 0; row--) {
    const rest = rests[row % rests.length]!;
    const restBelow = rests[(row + 1) % rests.length]!;
    for (let column = high[row]!; column >= low[row]!; column--) {
      const cell = offsets[row]! + column - low[row]!;
      const slot = column * KINDS;
      if (cell === cells - 1) {
        rest.fill(0, slot, slot + KINDS);
        continue;
      }
      let pairs = NEVER;
      const out = outSums[cell]! - total;
      if (beads === undefined) evidence.write(row, column, pairings, values);
      for (let which = 0; which < pairings; which++) {
        const endRow = row + sizes[which]!;
        const endColumn = column + others[which]!;
        if (endRow >= rows || endColumn < low[endRow]! || endColumn > high[endRow]!) continue;
        const gain =
          beads === undefined ? values[which]! + priors.pairings[which]! : beads[cell * pairings + which]!;
        const value = gain + rests[endRow % rests.length]![endColumn * KINDS + PAIR]!;
        pairs = logAdd(pairs, value);
        if (out + value < LEAST) continue;
        const probability = Math.exp(out + value);
        counts.pairings[which]! += probability;
        visit(row, column, sizes[which]!, others[which]!, probability);
      }
      const isBelow = row + 1 < rows && column >= low[row + 1]!;
      const omission = isBelow ? restBelow[slot + OMISSION]! : NEVER;
      const insertion = column < high[row]! ? rest[slot + KINDS + INSERTION]! : NEVER;
      let omitted = 0;
      let inserted = 0;
      for (let ended = 0; ended < KINDS; ended++) {
        const from = ended * KINDS;
        const sum = sums[cell * KINDS + ended]! - total;
        const pair = kinds[from + PAIR]! + pairs;
        const omit = kinds[from + OMISSION]! + omission;
        const insert = kinds[from + INSERTION]! + insertion;
        rest[slot + ended] = logAdd(logAdd(pair, omit), insert);
        if (sum + pair > LEAST) counts.kinds[from + PAIR]! += Math.exp(sum + pair);
        if (sum + omit > LEAST) {
          const probability = Math.exp(sum + omit);
          counts.kinds[from + OMISSION]! += probability;
          omitted += probability;
        }
        if (sum + insert > LEAST) {
          const probability = Math.exp(sum + insert);
          counts.kinds[from + INSERTION]! += probability;
          inserted += probability;
        }
      }
      if (omitted > 0) visit(row, column, 1, 0, omitted);
      if (inserted > 0) visit(row, column, 0, 1, inserted);
    }
    if ((rows - row) % ROWS_A_STEP === 0) yield 1 - row / rows;
  }
  return counts;
}
