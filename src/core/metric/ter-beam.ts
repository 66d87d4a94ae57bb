/** Cells further from the diagonal are not looked at. Tercom's. */
const BEAM_WIDTH = 25;
/** Larger than any distance. */
export const UNREACHED = 2 ** 30;

/**
 * The stripe of the edit distance table that is looked at: a row for each word of the hypothesis and one
 * before the first, a column likewise for the reference. The first row is whole, the last reaches the end.
 */
export class Beam {
  readonly #ratio: number;
  readonly #width: number;

  constructor(
    readonly reference: Int32Array,
    /** Words of the hypothesis. */
    readonly rows: number,
  ) {
    this.#ratio = rows > 0 ? reference.length / rows : 1;
    // Neighbouring rows must overlap.
    const half = this.#ratio / 2;
    this.#width = half > BEAM_WIDTH ? Math.ceil(half + BEAM_WIDTH) : BEAM_WIDTH;
  }

  /** The first column of a row. */
  from(row: number): number {
    return row === 0 ? 0 : Math.max(0, Math.floor(row * this.#ratio) - this.#width);
  }

  /** The column after the last of a row. */
  to(row: number): number {
    const all = this.reference.length + 1;
    return row === 0 || row === this.rows ? all : Math.min(all, Math.floor(row * this.#ratio) + this.#width);
  }

  /** At least as many as the longest row has. */
  get widest(): number {
    return this.reference.length + 1;
  }

  /** At least as many cells as all rows have. */
  get cells(): number {
    return 2 * (this.reference.length + 1) + 2 * this.#width * this.rows;
  }

  /** Distances of the empty hypothesis. */
  fillFirst(cells: Int32Array): void {
    for (let column = 0; column <= this.reference.length; column += 1) cells[column] = column;
  }

  /** Distances up to a word of the hypothesis, from those up to the word before. */
  fillRow(row: number, word: number, above: Int32Array, cells: Int32Array): void {
    const { reference } = this;
    const from = this.from(row);
    const to = this.to(row);
    const aboveFrom = this.from(row - 1);
    const aboveTo = this.to(row - 1);
    let left = UNREACHED;
    let diagonal = from > aboveFrom ? above[from - 1 - aboveFrom]! : UNREACHED;
    let column = from;
    if (column === 0) {
      diagonal = above[0]!;
      left = diagonal + 1;
      cells[0] = left;
      column = 1;
    }
    for (; column < to; column += 1) {
      const over = column < aboveTo ? above[column - aboveFrom]! : UNREACHED;
      const pair = reference[column - 1] === word ? diagonal : diagonal + 1;
      const single = (over < left ? over : left) + 1;
      const best = pair < single ? pair : single;
      left = best < UNREACHED ? best : UNREACHED;
      cells[column - from] = left;
      diagonal = over;
    }
  }

  /** The word edit distance of unit costs, in the room of two rows. */
  distance(words: Int32Array): number {
    let above = new Int32Array(this.widest);
    let cells = new Int32Array(this.widest);
    this.fillFirst(above);
    for (let row = 1; row <= words.length; row += 1) {
      this.fillRow(row, words[row - 1]!, above, cells);
      [above, cells] = [cells, above];
    }
    return above[this.reference.length - this.from(words.length)]!;
  }
}
