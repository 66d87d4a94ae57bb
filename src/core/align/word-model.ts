import { Jumps } from './word-jumps.ts';
import { sparse, type WordLinks } from './word-links.ts';
import { likeness, WordTable } from './word-table.ts';
import type { WordText } from './word-text.ts';

/** Pairs of words that are learnt from; of longer works the first rows teach. */
const MOST_CELLS = 3_000_000;
/** Words of one side of a row; a longer row is left alone. */
const MOST_WORDS = 400;
/** The directions learn alone first, then by agreement. */
const ALONE = 5;
const TOGETHER = 5;
/** So many passes look at the diagonal, the later ones at jumps. */
const DIAGONAL = 4;
/** The mean distance of linked words from the diagonal, as a share of the row. */
const FIRST_DISTANCE = 0.2;
const LEAST_DISTANCE = 0.08;
/** Words without a counterpart, while the diagonal is looked at. */
const ALONE_SHARE = 0.12;

/** Both directions' posteriors of one row: source word by source word. */
interface Posteriors {
  readonly ahead: Float64Array;
  readonly back: Float64Array;
}

/**
 * Which words of two texts say the same, learnt from nothing but the texts: IBM Model 1 in both directions (Brown et al.
 * 1993) over stems, first with a preference for the diagonal (Dyer et al. 2013), then as an HMM (Vogel et al. 1996);
 * with presumptions about words that look alike, and, after the first passes, learning from what both directions agree
 * on (Liang et al. 2006).
 */
export class WordModel {
  readonly #source: WordText;
  readonly #target: WordText;
  /** Types of the rows that are learnt from: those of others have higher numbers. */
  readonly #sourceTypes: number;
  readonly #targetTypes: number;
  readonly #sourceShares: Shares;
  readonly #targetShares: Shares;
  /** Pairs of types that were learnt from, by `source type * target types + target type`. */
  readonly #entries = new Map<number, number>();
  readonly #rows: readonly number[];
  /** By row that is learnt from: the entry of each pair of words. */
  readonly #cells = new Map<number, Int32Array>();
  readonly #forward: WordTable;
  readonly #backward: WordTable;
  readonly #forwardJumps = new Jumps();
  readonly #backwardJumps = new Jumps();
  #distance = FIRST_DISTANCE;

  /** @param mostCells pairs of words that are learnt from at most; a million take five seconds */
  constructor(source: WordText, target: WordText, mostCells = MOST_CELLS) {
    this.#source = source;
    this.#target = target;
    this.#rows = this.#rowsToLearn(mostCells);
    this.#sourceTypes = source.stems.length;
    this.#targetTypes = target.stems.length;
    this.#sourceShares = shares(source);
    this.#targetShares = shares(target);
    const sources: number[] = [];
    const targets: number[] = [];
    for (const row of this.#rows) {
      const cells = new Int32Array(this.#sizeOf(row));
      let cell = 0;
      for (const one of source.row(row).types) {
        for (const other of target.row(row).types) {
          const key = this.#keyOf(one, other);
          let entry = this.#entries.get(key);
          if (entry === undefined) {
            entry = sources.length;
            this.#entries.set(key, entry);
            sources.push(one);
            targets.push(other);
          }
          cells[cell++] = entry;
        }
      }
      this.#cells.set(row, cells);
    }
    const ahead = (one: number, entry: number): number =>
      this.#presumed(one, targets[entry]!, this.#targetShares(targets[entry]!));
    const back = (one: number, entry: number): number =>
      this.#presumed(one, targets[entry]!, this.#sourceShares(one));
    this.#forward = new WordTable(
      Int32Array.from(sources),
      source.stems.length,
      Float64Array.from(sources, ahead),
    );
    this.#backward = new WordTable(
      Int32Array.from(targets),
      target.stems.length,
      Float64Array.from(sources, back),
    );
  }

  /** Learns; yields the share of the work that is done. */
  *learn(): Generator<number, void> {
    const passes = ALONE + TOGETHER;
    const total = passes * this.#rows.reduce((sum, row) => sum + this.#sizeOf(row), 0);
    let done = 0;
    for (let pass = 0; pass < passes; pass++) {
      let far = 0;
      let linked = 0;
      for (const row of this.#rows) {
        const { ahead, back } = pass < DIAGONAL ? this.#expectNear(row) : this.#expectNext(row, 1);
        const cells = this.#cells.get(row)!;
        const rows = this.#source.row(row).types.length;
        const columns = this.#target.row(row).types.length;
        let cell = 0;
        for (let i = 0; i < rows; i++) {
          for (let j = 0; j < columns; j++) {
            const both = ahead[cell]! * back[cell]!;
            const entry = cells[cell]!;
            this.#forward.add(entry, pass < ALONE ? ahead[cell]! : both);
            this.#backward.add(entry, pass < ALONE ? back[cell]! : both);
            far += both * offDiagonal(i, rows, j, columns);
            linked += both;
            cell += 1;
          }
        }
        done += cell;
        yield done / total;
      }
      this.#forward.learn();
      this.#backward.learn();
      this.#forwardJumps.learn();
      this.#backwardJumps.learn();
      if (linked > 0) this.#distance = Math.max(LEAST_DISTANCE, far / linked);
    }
  }

  /** The links of a row; undefined where one side has no words, or too many. */
  links(row: number): WordLinks | undefined {
    if (!this.#fits(row)) return undefined;
    const { ahead, back } = this.#expectNext(row, 0);
    const [rows, columns] = [this.#source.row(row).types.length, this.#target.row(row).types.length];
    return sparse(rows, columns, (cell) => Math.sqrt(ahead[cell]! * back[cell]!));
  }

  #fits(row: number): boolean {
    const from = this.#source.row(row).types.length;
    const to = this.#target.row(row).types.length;
    return from > 0 && to > 0 && from <= MOST_WORDS && to <= MOST_WORDS;
  }

  #sizeOf(row: number): number {
    return this.#source.row(row).types.length * this.#target.row(row).types.length;
  }

  #rowsToLearn(mostCells: number): readonly number[] {
    const rows: number[] = [];
    let cells = 0;
    for (let row = 0; row < this.#source.length; row++) {
      if (!this.#fits(row)) continue;
      cells += this.#sizeOf(row);
      if (cells > mostCells) break;
      rows.push(row);
    }
    return rows;
  }

  #keyOf(one: number, other: number): number {
    return one * this.#targetTypes + other;
  }

  /** The entry of a pair of types; undefined where they never stood in one row. */
  #entryOf(one: number, other: number): number | undefined {
    const isKnown = one < this.#sourceTypes && other < this.#targetTypes;
    return isKnown ? this.#entries.get(this.#keyOf(one, other)) : undefined;
  }

  #presumed(one: number, other: number, share: number): number {
    return Math.max(likeness(this.#source.stems[one]!, this.#target.stems[other]!), share);
  }

  /** t(target | source) and t(source | target) of each pair of words in a row. */
  #told(row: number): Posteriors {
    const sources = this.#source.row(row).types;
    const targets = this.#target.row(row).types;
    const ahead = new Float64Array(sources.length * targets.length);
    const back = new Float64Array(ahead.length);
    const known = this.#cells.get(row);
    let cell = 0;
    for (const one of sources) {
      for (const other of targets) {
        const entry = known === undefined ? this.#entryOf(one, other) : known[cell]!;
        if (entry === undefined) {
          ahead[cell] = this.#forward.unseen(one, this.#presumed(one, other, this.#targetShares(other)));
          back[cell] = this.#backward.unseen(other, this.#presumed(one, other, this.#sourceShares(one)));
        } else {
          ahead[cell] = this.#forward.probabilities[entry]!;
          back[cell] = this.#backward.probabilities[entry]!;
        }
        cell += 1;
      }
    }
    return { ahead, back };
  }

  /** Posteriors by words and the diagonal. */
  #expectNear(row: number): Posteriors {
    const { ahead, back } = this.#told(row);
    const sources = this.#source.row(row).types;
    const targets = this.#target.row(row).types;
    const [rows, columns] = [sources.length, targets.length];
    const near = ahead.map((_, cell) =>
      Math.exp(-offDiagonal(Math.floor(cell / columns), rows, cell % columns, columns) / this.#distance),
    );
    const share = ALONE_SHARE / (1 - ALONE_SHARE);
    for (let j = 0; j < columns; j++) {
      let sum = 0;
      let spread = 0;
      for (let cell = j; cell < near.length; cell += columns) {
        sum += ahead[cell]! *= near[cell]!;
        spread += near[cell]!;
      }
      sum += share * spread * this.#targetShares(targets[j]!);
      for (let cell = j; cell < near.length; cell += columns) ahead[cell]! /= sum;
    }
    for (let i = 0; i < rows; i++) {
      let sum = 0;
      let spread = 0;
      for (let cell = i * columns; cell < (i + 1) * columns; cell++) {
        sum += back[cell]! *= near[cell]!;
        spread += near[cell]!;
      }
      sum += share * spread * this.#sourceShares(sources[i]!);
      for (let cell = i * columns; cell < (i + 1) * columns; cell++) back[cell]! /= sum;
    }
    return { ahead, back };
  }

  /** Posteriors by words and jumps. @param weight of what the jumps learn from it */
  #expectNext(row: number, weight: number): Posteriors {
    const told = this.#told(row);
    const sources = this.#source.row(row).types;
    const targets = this.#target.row(row).types;
    const [rows, columns] = [sources.length, targets.length];
    const found = new Float64Array(rows * columns);
    this.#forwardJumps.expect(
      rows,
      columns,
      turned(told.ahead, rows, columns),
      Float64Array.from(targets, this.#targetShares),
      found,
      weight,
    );
    const back = new Float64Array(rows * columns);
    this.#backwardJumps.expect(
      columns,
      rows,
      told.back,
      Float64Array.from(sources, this.#sourceShares),
      back,
      weight,
    );
    return { ahead: turned(found, columns, rows), back };
  }
}

/** The relative frequency of a type. */
type Shares = (type: number) => number;

/** As it is now: a type that is met later counts as seen once. */
function shares({ frequency }: WordText): Shares {
  const total = frequency.reduce((sum, count) => sum + count, 1);
  const own = Float64Array.from(frequency, (count) => count / total);
  return (type) => own[type] ?? 1 / total;
}

const offDiagonal = (i: number, rows: number, j: number, columns: number): number =>
  Math.abs((i + 0.5) / rows - (j + 0.5) / columns);

function turned(matrix: Float64Array, rows: number, columns: number): Float64Array {
  const result = new Float64Array(matrix.length);
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < columns; j++) result[j * rows + i] = matrix[i * columns + j]!;
  return result;
}
