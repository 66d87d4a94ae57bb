import { Jumps } from './word-jumps.ts';
import type { WordRow, WordText } from './word-text.ts';

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

/** Cells that are learnt from, some 20 bytes each; of longer works the first rows teach. */
const MOST_CELLS = 3_000_000;
/** Words of one side of a row; a longer row is left alone. */
const MOST_WORDS = 400;
/** The directions learn alone first, then by agreement. */
const ALONE = 5;
const TOGETHER = 5;
/** So many passes look at the diagonal, the later ones at jumps. */
const DIAGONAL = 4;
/** A word that has no counterpart. */
const NULL_SHARE = 0.12;
/** Taken from every count (absolute discounting, Ney & Essen 1991): what was seen once is hardly believed. */
const DISCOUNT = 0.3;
/** Of what a word was not seen to mean, the share that goes to words that look the same, or begin alike. */
const SAME = 0.6;
const ALIKE = 0.3;
/** Shorter beginnings are alike by chance. */
const SHORTEST_ALIKE = 4;
/** Less is not kept. */
const LEAST = 0.02;

/** The words of a row's two sides, and where their cells begin. */
interface Pair {
  readonly row: number;
  readonly source: WordRow;
  readonly target: WordRow;
  /** Of the first cell; source word by source word. */
  readonly first: number;
}

interface Cells {
  readonly pairs: readonly Pair[];
  /** By cell: the pair of stems. */
  readonly entries: Int32Array;
  /** By pair of stems. */
  readonly sourceTypes: Int32Array;
  readonly targetTypes: Int32Array;
}

function cellsOf(source: WordText, target: WordText): Cells {
  const pairs: Pair[] = [];
  let count = 0;
  for (const [row, from] of source.rows.entries()) {
    const to = target.rows[row];
    if (to === undefined || from.types.length === 0 || to.types.length === 0) continue;
    if (from.types.length > MOST_WORDS || to.types.length > MOST_WORDS) continue;
    if (count + from.types.length * to.types.length > MOST_CELLS) break;
    pairs.push({ row, source: from, target: to, first: count });
    count += from.types.length * to.types.length;
  }
  const entries = new Int32Array(count);
  const known = new Map<number, number>();
  const sourceTypes: number[] = [];
  const targetTypes: number[] = [];
  const width = target.stems.length;
  for (const { source: from, target: to, first } of pairs) {
    let cell = first;
    for (const one of from.types) {
      for (const other of to.types) {
        const key = one * width + other;
        let entry = known.get(key);
        if (entry === undefined) {
          entry = sourceTypes.length;
          known.set(key, entry);
          sourceTypes.push(one);
          targetTypes.push(other);
        }
        entries[cell++] = entry;
      }
    }
  }
  return {
    pairs,
    entries,
    sourceTypes: Int32Array.from(sourceTypes),
    targetTypes: Int32Array.from(targetTypes),
  };
}

/** How much of a word's unexplained meaning another takes because of how it looks. */
function likeness(one: string, other: string): number {
  if (one === other) return SAME;
  const length = Math.min(one.length, other.length);
  return length >= SHORTEST_ALIKE && one.slice(0, SHORTEST_ALIKE) === other.slice(0, SHORTEST_ALIKE)
    ? ALIKE
    : 0;
}

/** t(type | type) in one direction, by pair of stems. */
class Table {
  readonly probabilities: Float64Array;
  readonly #prior: Float64Array;
  readonly #given: Int32Array;
  readonly #counts: Float64Array;
  readonly #totals: Float64Array;
  readonly #kept: Float64Array;

  /** @param prior what is presumed of each pair before anything is seen */
  constructor(given: Int32Array, types: number, prior: Float64Array) {
    this.#given = given;
    this.#prior = prior;
    this.probabilities = prior.slice();
    this.#counts = new Float64Array(given.length);
    this.#totals = new Float64Array(types);
    this.#kept = new Float64Array(types);
  }

  add(entry: number, count: number): void {
    this.#counts[entry]! += count;
    this.#totals[this.#given[entry]!]! += count;
  }

  learn(): void {
    this.#kept.fill(0);
    for (let entry = 0; entry < this.#given.length; entry++)
      this.#kept[this.#given[entry]!]! += Math.max(0, this.#counts[entry]! - DISCOUNT);
    for (let entry = 0; entry < this.#given.length; entry++) {
      const type = this.#given[entry]!;
      const total = this.#totals[type]!;
      const seen = total === 0 ? 0 : Math.max(0, this.#counts[entry]! - DISCOUNT) / total;
      const freed = total === 0 ? 1 : 1 - this.#kept[type]! / total;
      this.probabilities[entry] = seen + freed * this.#prior[entry]!;
    }
    this.#counts.fill(0);
    this.#totals.fill(0);
  }
}

/** The mean distance of linked words, as a share of the row, from which the next distances are judged. */
const FIRST_DISTANCE = 0.2;
const LEAST_DISTANCE = 0.08;

/**
 * Learns which words of two texts say the same from nothing but the texts: IBM Model 1 in both directions (Brown et al.
 * 1993) over stems, with a preference for the diagonal (Dyer et al. 2013) that is estimated too, presumptions about
 * words that look alike, and, after the first passes, learning from what both directions agree on (Liang et al. 2006).
 * Yields the share of the work that is done.
 *
 * @returns by row, undefined for rows that one side lacks or that are too long
 */
export function* learnWords(
  source: WordText,
  target: WordText,
): Generator<number, readonly (WordLinks | undefined)[]> {
  const cells = cellsOf(source, target);
  const { sourceTypes, targetTypes } = cells;
  const total = (text: WordText): number => text.frequency.reduce((sum, count) => sum + count, 1);
  const [sourceTotal, targetTotal] = [total(source), total(target)];
  const alike = Float64Array.from(sourceTypes, (type, entry) =>
    likeness(source.stems[type]!, target.stems[targetTypes[entry]!]!),
  );
  const forward = new Table(
    sourceTypes,
    source.stems.length,
    alike.map((share, entry) => Math.max(share, target.frequency[targetTypes[entry]!]! / targetTotal)),
  );
  const backward = new Table(
    targetTypes,
    target.stems.length,
    alike.map((share, entry) => Math.max(share, source.frequency[sourceTypes[entry]!]! / sourceTotal)),
  );
  const behind = (text: WordText, all: number, type: number): number => text.frequency[type]! / all;
  let distance = FIRST_DISTANCE;
  const forwardJumps = new Jumps();
  const backwardJumps = new Jumps();
  const largest = cells.pairs.reduce((most, pair) => Math.max(most, sizeOf(pair)), 0);
  const ahead = new Float64Array(largest);
  const back = new Float64Array(largest);
  const emitted = new Float64Array(largest);
  const found = new Float64Array(largest);

  /** The same by jumps from word to word. */
  const follow = ({ source: from, target: to, first }: Pair): void => {
    const rows = from.types.length;
    const columns = to.types.length;
    for (let i = 0; i < rows; i++)
      for (let j = 0; j < columns; j++)
        emitted[j * rows + i] = forward.probabilities[cells.entries[first + i * columns + j]!]!;
    const targets = Float64Array.from(to.types, (type) => behind(target, targetTotal, type));
    forwardJumps.expect(rows, columns, emitted, targets, found, 1);
    for (let i = 0; i < rows; i++)
      for (let j = 0; j < columns; j++) ahead[i * columns + j] = found[j * rows + i]!;
    for (let cell = 0; cell < rows * columns; cell++)
      emitted[cell] = backward.probabilities[cells.entries[first + cell]!]!;
    const sources = Float64Array.from(from.types, (type) => behind(source, sourceTotal, type));
    backwardJumps.expect(columns, rows, emitted, sources, back, 1);
  };

  /** The posteriors of both directions for one row, in `ahead` and `back`. */
  const expect = (pair: Pair): void => {
    const { source: from, target: to, first } = pair;
    const rows = from.types.length;
    const columns = to.types.length;
    for (let i = 0; i < rows; i++) {
      for (let j = 0; j < columns; j++) {
        const entry = cells.entries[first + i * columns + j]!;
        const near = Math.exp(-Math.abs((i + 0.5) / rows - (j + 0.5) / columns) / distance);
        ahead[i * columns + j] = forward.probabilities[entry]! * near;
        back[i * columns + j] = backward.probabilities[entry]! * near;
      }
    }
    // Near words share what the diagonal gives: one word's sum over the row is about `2 * distance * rows`.
    for (let j = 0; j < columns; j++) {
      let sum = 0;
      let spread = 0;
      for (let i = 0; i < rows; i++) {
        sum += ahead[i * columns + j]!;
        spread += Math.exp(-Math.abs((i + 0.5) / rows - (j + 0.5) / columns) / distance);
      }
      const none = (NULL_SHARE / (1 - NULL_SHARE)) * spread * behind(target, targetTotal, to.types[j]!);
      for (let i = 0; i < rows; i++) ahead[i * columns + j]! /= sum + none;
    }
    for (let i = 0; i < rows; i++) {
      let sum = 0;
      let spread = 0;
      for (let j = 0; j < columns; j++) {
        sum += back[i * columns + j]!;
        spread += Math.exp(-Math.abs((i + 0.5) / rows - (j + 0.5) / columns) / distance);
      }
      const none = (NULL_SHARE / (1 - NULL_SHARE)) * spread * behind(source, sourceTotal, from.types[i]!);
      for (let j = 0; j < columns; j++) back[i * columns + j]! /= sum + none;
    }
  };

  for (let pass = 0; pass < ALONE + TOGETHER; pass++) {
    let far = 0;
    let linked = 0;
    for (const pair of cells.pairs) {
      if (pass < DIAGONAL) expect(pair);
      else follow(pair);
      const rows = pair.source.types.length;
      const columns = pair.target.types.length;
      for (let cell = 0; cell < rows * columns; cell++) {
        const entry = cells.entries[pair.first + cell]!;
        const both = ahead[cell]! * back[cell]!;
        forward.add(entry, pass < ALONE ? ahead[cell]! : both);
        backward.add(entry, pass < ALONE ? back[cell]! : both);
        const i = Math.floor(cell / columns);
        const j = cell - i * columns;
        far += both * Math.abs((i + 0.5) / rows - (j + 0.5) / columns);
        linked += both;
      }
    }
    forward.learn();
    backward.learn();
    forwardJumps.learn();
    backwardJumps.learn();
    if (linked > 0) distance = Math.max(LEAST_DISTANCE, far / linked);
    yield (pass + 1) / (ALONE + TOGETHER + 1);
  }

  const links: (WordLinks | undefined)[] = source.rows.map(() => undefined);
  for (const pair of cells.pairs) {
    follow(pair);
    links[pair.row] = sparse(pair.source.types.length, pair.target.types.length, (cell) =>
      Math.sqrt(ahead[cell]! * back[cell]!),
    );
  }
  return links;
}

const sizeOf = ({ source, target }: Pair): number => source.types.length * target.types.length;

/** The cells of a matrix that are worth keeping. */
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
