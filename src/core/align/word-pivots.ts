import { sparse, type WordLinks } from './word-links.ts';

/** What two other languages' words say of a pair of words that both are linked with. */
export interface Pivot {
  /** From the source to the other language. */
  readonly there: WordLinks;
  /** From the other language to the target. */
  readonly on: WordLinks;
}

/** How much the ways over other languages count against the direct one. */
const PIVOT_SHARE = 0.5;

/**
 * Links corrected by the ways over other languages: each adds the products of its two steps (as phrase tables are
 * triangulated, Wu & Wang 2007), and what most of them say outweighs what one pair of texts suggests.
 * @param columns words of the target
 */
export function withPivots(direct: WordLinks, pivots: readonly Pivot[], columns: number): WordLinks {
  if (pivots.length === 0) return direct;
  const rows = direct.starts.length - 1;
  const matrix = new Float64Array(rows * columns);
  const share = PIVOT_SHARE / pivots.length;
  for (let i = 0; i < rows; i++) {
    for (let at = direct.starts[i]!; at < direct.starts[i + 1]!; at++)
      matrix[i * columns + direct.targets[at]!]! += (1 - PIVOT_SHARE) * direct.probabilities[at]!;
    for (const { there, on } of pivots) {
      for (let at = there.starts[i]!; at < there.starts[i + 1]!; at++) {
        const middle = there.targets[at]!;
        for (let next = on.starts[middle]!; next < on.starts[middle + 1]!; next++)
          matrix[i * columns + on.targets[next]!]! +=
            share * there.probabilities[at]! * on.probabilities[next]!;
      }
    }
  }
  return sparse(rows, columns, (cell) => matrix[cell]!);
}
