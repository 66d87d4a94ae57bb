import { type Beam, UNREACHED } from './ter-beam.ts';

/** How the words of two texts correspond on a cheapest path. */
export interface EditPath {
  /** For each word of the reference the last word of the hypothesis up to it, -1 before the first. */
  readonly aligned: Int32Array;
  /** How many words before each position, and before the end, have no equal partner. */
  readonly hypothesisErrors: Int32Array;
  readonly referenceErrors: Int32Array;
}

/**
 * The edit distance table of one hypothesis. It stays, so that a variation of the hypothesis costs only the
 * rows from its first change to where its row differs from the table's by a constant: from there on the two
 * run in parallel.
 */
export class EditTable {
  readonly #beam: Beam;
  /** Where each row starts among the cells. */
  readonly #at: Int32Array;
  readonly #cells: Int32Array;
  #above: Int32Array;
  #row: Int32Array;
  /** Cells computed so far. */
  work = 0;

  constructor(beam: Beam, hypothesis: Int32Array) {
    this.#beam = beam;
    this.#at = new Int32Array(beam.rows + 2);
    for (let row = 0; row <= beam.rows; row += 1) {
      this.#at[row + 1] = this.#at[row]! + beam.to(row) - beam.from(row);
    }
    this.#cells = new Int32Array(this.#at[beam.rows + 1]!);
    this.#above = new Int32Array(beam.widest);
    this.#row = new Int32Array(beam.widest);
    beam.fillFirst(this.#cells);
    this.fill(hypothesis, 0);
  }

  /** Makes this the hypothesis of the table; words before `start` are as they were. */
  fill(words: Int32Array, start: number): void {
    for (let row = start + 1; row <= words.length; row += 1) {
      this.#beam.fillRow(row, words[row - 1]!, this.#rowOf(row - 1), this.#rowOf(row));
    }
    this.work += this.#cells.length - this.#at[start + 1]!;
  }

  get distance(): number {
    return this.#cells.at(-1)!;
  }

  /** Distance of a variation that differs from the table's hypothesis inside `[start, end)` only. */
  distanceOf(words: Int32Array, start: number, end: number): number {
    this.#above.set(this.#rowOf(start));
    for (let row = start + 1; row <= words.length; row += 1) {
      this.#beam.fillRow(row, words[row - 1]!, this.#above, this.#row);
      this.work += this.#at[row + 1]! - this.#at[row]!;
      [this.#above, this.#row] = [this.#row, this.#above];
      const offset = row < end ? undefined : this.#constantOffset(row);
      if (offset !== undefined) return this.distance + offset;
    }
    const last = this.#rowOf(words.length).length - 1;
    return this.#above[last]!;
  }

  /** What the row computed last has more than the table's, if it is the same in all columns. */
  #constantOffset(row: number): number | undefined {
    const at = this.#at[row]!;
    const cells = this.#at[row + 1]! - at;
    const offset = this.#above[0]! - this.#cells[at]!;
    for (let cell = 1; cell < cells; cell += 1) {
      if (this.#above[cell]! - this.#cells[at + cell]! !== offset) return undefined;
    }
    return offset;
  }

  #rowOf(row: number): Int32Array {
    return this.#cells.subarray(this.#at[row]!, this.#at[row + 1]!);
  }

  /**
   * The path of the table's hypothesis; where several are cheapest, seen from the end, the one that prefers
   * pairs, then words of the hypothesis without partner, then words of the reference.
   */
  path(words: Int32Array): EditPath {
    const { reference } = this.#beam;
    const aligned = new Int32Array(reference.length);
    const hypothesisErrors = new Int32Array(words.length + 1);
    const referenceErrors = new Int32Array(reference.length + 1);
    let row = words.length;
    let column = reference.length;
    while (row > 0 || column > 0) {
      const cost = this.#cell(row, column);
      const unequal = words[row - 1] === reference[column - 1] ? 0 : 1;
      const isPair = row > 0 && column > 0 && cost === this.#cell(row - 1, column - 1) + unequal;
      const isSurplus = !isPair && row > 0 && (column === 0 || cost === this.#cell(row - 1, column) + 1);
      const error = isPair ? unequal : 1;
      if (isPair || isSurplus) hypothesisErrors[row] = error;
      if (!isSurplus) {
        referenceErrors[column] = error;
        aligned[column - 1] = row - 1;
        column -= 1;
      }
      if (isPair || isSurplus) row -= 1;
    }
    accumulate(hypothesisErrors);
    accumulate(referenceErrors);
    return { aligned, hypothesisErrors, referenceErrors };
  }

  #cell(row: number, column: number): number {
    const from = this.#beam.from(row);
    if (column < from || column >= this.#beam.to(row)) return UNREACHED;
    return this.#cells[this.#at[row]! + column - from]!;
  }
}

function accumulate(counts: Int32Array): void {
  for (let index = 1; index < counts.length; index += 1) counts[index]! += counts[index - 1]!;
}
