/**
 * How probable it is that words of two rows say the same, a sparse matrix: the entries of source word `i` are
 * `starts[i] … starts[i + 1] - 1`.
 */
export interface WordLinks {
  readonly starts: Int32Array;
  /** Words of the target. */
  readonly targets: Int32Array;
  /** 0..1 */
  readonly probabilities: Float32Array;
}

/** Less is not kept. */
const LEAST = 0.02;

/** The cells of a matrix, row by row, that are worth keeping. */
export function sparse(rows: number, columns: number, valueAt: (cell: number) => number): WordLinks {
  const starts = new Int32Array(rows + 1);
  const targets: number[] = [];
  const probabilities: number[] = [];
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      const value = valueAt(i * columns + j);
      if (value < LEAST) continue;
      targets.push(j);
      probabilities.push(value);
    }
    starts[i + 1] = targets.length;
  }
  return { starts, targets: Int32Array.from(targets), probabilities: Float32Array.from(probabilities) };
}

/** The other way round. @param columns words of the target */
export function transposed(links: WordLinks, columns: number): WordLinks {
  const rows = links.starts.length - 1;
  const matrix = new Float32Array(rows * columns);
  for (let i = 0; i < rows; i++)
    for (let at = links.starts[i]!; at < links.starts[i + 1]!; at++)
      matrix[links.targets[at]! * rows + i] = links.probabilities[at]!;
  return sparse(columns, rows, (cell) => matrix[cell]!);
}
