import { LARGEST_GROUP } from './bead.ts';
import type { LexedText } from './lexed-text.ts';

/**
 * What one type explains on the other side: row `type` holds the types it may be translated by, each with the
 * probability divided by that type's background probability. `rest` is the mass that goes to the background.
 */
export interface Explanations {
  readonly rows: Int32Array;
  readonly types: Int32Array;
  readonly gains: Float32Array;
  readonly rest: Float32Array;
}

/**
 * Log-likelihood ratios of units given groups of 1 … LARGEST_GROUP consecutive units of the other text, as running
 * sums, so that the score of any group pair is one subtraction.
 */
export interface GroupScores {
  /** By `(size - 1) * units + start`: where its running sums begin. */
  readonly offsets: Float64Array;
  /** By group start: the first unit of the other text that is scored. */
  readonly first: Int32Array;
  readonly sums: Float32Array;
  readonly units: number;
}

/** Never less than this of a token is left to the background, however sure the explanations are. */
const LEAST_REST = 0.02;
const HUGE = 1e150;
const TINY = 1e-150;
const GROUPS_A_STEP = 1000;

/**
 * Scores units of `to` given groups of units of `from`: the probability of a token is the mean over the group's
 * tokens of what each explains plus its rest times the background (IBM Model 1 with a background), here divided by
 * the background, so that a token of which nothing is known costs nothing.
 *
 * @param first by group start, the first unit of `to` to score
 * @param last by group end, one past the last unit of `to` to score
 * @param makeSums gives the array for the running sums, whatever it holds
 */
export function* scoreGroups(
  from: LexedText,
  to: LexedText,
  { rows, types, gains, rest }: Explanations,
  first: Int32Array,
  last: Int32Array,
  makeSums: (size: number) => Float32Array = (size) => new Float32Array(size),
): Generator<number, GroupScores> {
  const units = from.starts.length - 1;
  const offsets = new Float64Array(units * LARGEST_GROUP + 1);
  let total = 0;
  for (let size = 1; size <= LARGEST_GROUP; size++) {
    for (let start = 0; start < units; start++) {
      offsets[(size - 1) * units + start] = total;
      if (start + size <= units) total += last[start + size]! - first[start]! + 1;
    }
  }
  offsets[units * LARGEST_GROUP] = total;
  const sums = makeSums(total);
  const explained = new Float32Array(to.vocabulary.length);
  const touched: number[] = [];
  for (let start = 0; start < units; start++) {
    let free = 0;
    let tokens = 0;
    for (let size = 1; size <= LARGEST_GROUP && start + size <= units; size++) {
      const unit = start + size - 1;
      for (let at = from.starts[unit]!; at < from.starts[unit + 1]!; at++) {
        const type = from.tokens[at]!;
        free += Math.max(LEAST_REST, rest[type]!);
        tokens++;
        for (let entry = rows[type]!; entry < rows[type + 1]!; entry++) {
          const other = types[entry]!;
          if (explained[other] === 0) touched.push(other);
          explained[other]! += gains[entry]!;
        }
      }
      let cell = offsets[(size - 1) * units + start]!;
      let sum = 0;
      sums[cell++] = 0;
      const end = last[start + size]!;
      if (tokens === 0) {
        sums.fill(0, cell, cell + end - first[start]!);
        continue;
      }
      const unexplained = free / tokens;
      const logUnexplained = Math.log(unexplained);
      const share = 1 / tokens;
      for (let other = first[start]!; other < end; other++) {
        let product = 1;
        let plain = 0;
        const stop = to.starts[other + 1]!;
        for (let at = to.starts[other]!; at < stop; at++) {
          const gain = explained[to.tokens[at]!]!;
          if (gain === 0) plain++;
          else {
            product *= gain * share + unexplained;
            if (product > HUGE || product < TINY) {
              sum += Math.log(product);
              product = 1;
            }
          }
        }
        sum += Math.log(product) + plain * logUnexplained;
        sums[cell++] = sum;
      }
    }
    for (const type of touched) explained[type] = 0;
    touched.length = 0;
    if ((start + 1) % GROUPS_A_STEP === 0) yield (start + 1) / units;
  }
  return { offsets, first, sums, units };
}
