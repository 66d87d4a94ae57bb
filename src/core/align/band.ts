/**
 * The part of the table of boundaries (before unit i of the source, before unit j of the target) that is searched:
 * in row i the columns `low[i] … high[i]`, both ends included. Low and high ends never fall, the first row holds
 * the first column and the last row the last one, and neighbouring rows overlap, so that there is always a path.
 */
export interface Band {
  readonly low: Int32Array;
  readonly high: Int32Array;
  /** Where each row's cells begin in a flat array; one more entry than rows. */
  readonly offsets: Float64Array;
  /** The same by columns: in column j the rows `columnLow[j] … columnHigh[j]`. */
  readonly columnLow: Int32Array;
  readonly columnHigh: Int32Array;
  readonly cells: number;
}

/** Makes a band from wanted ends of each row, widened where its rules ask for it. */
export function makeBand(low: Int32Array, high: Int32Array, columns: number): Band {
  const rows = low.length;
  low[0] = 0;
  high[rows - 1] = columns - 1;
  for (let row = rows - 2; row >= 0; row--) low[row] = Math.min(low[row]!, low[row + 1]!);
  for (let row = 0; row < rows; row++) {
    const before = row === 0 ? 0 : high[row - 1]!;
    // At least up to where the next row begins, or there would be no way from this row to it.
    const next = row + 1 < rows ? low[row + 1]! : 0;
    low[row] = Math.max(0, low[row]!);
    high[row] = Math.min(columns - 1, Math.max(high[row]!, before, next));
  }
  const offsets = new Float64Array(rows + 1);
  for (let row = 0; row < rows; row++) offsets[row + 1] = offsets[row]! + high[row]! - low[row]! + 1;
  const columnLow = new Int32Array(columns);
  const columnHigh = new Int32Array(columns);
  let first = 0;
  for (let column = 0; column < columns; column++) {
    while (high[first]! < column) first++;
    columnLow[column] = first;
  }
  let last = rows - 1;
  for (let column = columns - 1; column >= 0; column--) {
    while (low[last]! > column) last--;
    columnHigh[column] = last;
  }
  return { low, high, offsets, columnLow, columnHigh, cells: offsets[rows]! };
}
