import type { EditPath, EditTable } from './ter-table.ts';

/** Longest block of words that may be shifted, and how far. Tercom's. */
const MAX_SHIFT_SIZE = 10;
const MAX_SHIFT_DISTANCE = 50;
/** After so many shifts were tried no more are looked for. sacreBLEU's. */
const MAX_CANDIDATES = 1000;
/**
 * Cells of edit distance tables, about two seconds for one segment. Ours: in a segment of less than 5,000
 * words the candidates run out first.
 */
const MAX_WORK = 2 ** 28;
/** What looking at one block costs, in cells. */
const VISIT = 16;

export interface Shift {
  /** The hypothesis with the block shifted. */
  readonly words: Int32Array;
  /** Words before this one are where they were. */
  readonly start: number;
}

/** A block that changes places with the words between it and where it is wanted. */
interface Candidate {
  readonly gain: number;
  readonly block: number;
  readonly length: number;
  readonly target: number;
  readonly exchange: Exchange;
}

/** `[start, middle)` and `[middle, end)` change places. */
interface Exchange {
  readonly start: number;
  readonly middle: number;
  readonly end: number;
}

/** Looks for shifts in one segment; its limits hold for all rounds together. */
export class ShiftSearch {
  readonly #reference: Int32Array;
  readonly #table: EditTable;
  /** Where each word stands in the reference, ascending. */
  readonly #places = new Map<number, number[]>();
  readonly #shifted: Int32Array;
  #candidates = 0;
  #visits = 0;

  constructor(reference: Int32Array, table: EditTable, length: number) {
    this.#reference = reference;
    this.#table = table;
    this.#shifted = new Int32Array(length);
    for (const [place, word] of reference.entries()) {
      const places = this.#places.get(word);
      if (places === undefined) this.#places.set(word, [place]);
      else places.push(place);
    }
  }

  /** A limit was reached, so that shifts may have been missed. */
  get isCut(): boolean {
    return this.#candidates >= MAX_CANDIDATES || this.#table.work + VISIT * this.#visits >= MAX_WORK;
  }

  /**
   * The shift that makes the distance smaller by most; of several the longest block, then the block that
   * comes first, then the place that comes first. None when no shift helps or a limit was reached: what a
   * round had found until then is dropped, as sacreBLEU drops it.
   * @param words those that the table was last filled with
   */
  best(words: Int32Array): Shift | undefined {
    const path = this.#table.path(words);
    let best: Candidate | undefined;
    for (const [block, place, length] of this.#equalBlocks(words, path)) {
      if (this.isCut) return undefined;
      if (!isWorthShifting(path, block, place, length)) continue;
      for (const target of targetsOf(path, place, length)) {
        const candidate = this.#try(words, block, length, target);
        if (best === undefined || isBetter(candidate, best)) best = candidate;
      }
    }
    if (this.isCut || best === undefined || best.gain <= 0) return undefined;
    return { words: exchangeWords(words, best.exchange, words.slice()), start: best.exchange.start };
  }

  /** Blocks of words that stand in both texts, every beginning of a longer one too. */
  *#equalBlocks(
    words: Int32Array,
    { hypothesisErrors, referenceErrors }: EditPath,
  ): Generator<readonly [block: number, place: number, length: number]> {
    const reference = this.#reference;
    for (let block = 0; block < words.length; block += 1) {
      this.#visits += 1;
      if (isRightFrom(hypothesisErrors, block)) continue;
      for (const place of this.#near(words[block]!, block)) {
        this.#visits += 1;
        if (isRightFrom(referenceErrors, place)) continue;
        const most = Math.min(MAX_SHIFT_SIZE, words.length - block, reference.length - place);
        for (let length = 1; length <= most; length += 1) {
          if (words[block + length - 1] !== reference[place + length - 1]) break;
          this.#visits += 1;
          yield [block, place, length];
        }
      }
    }
  }

  /** Where a word stands in the reference, not too far from a position. */
  #near(word: number, position: number): readonly number[] {
    const places = this.#places.get(word) ?? [];
    const first = countBelow(places, position - MAX_SHIFT_DISTANCE);
    return places.slice(first, countBelow(places, position + MAX_SHIFT_DISTANCE + 1));
  }

  #try(words: Int32Array, block: number, length: number, target: number): Candidate {
    const exchange = exchangeFor(block, length, target, words.length);
    const shifted = exchangeWords(words, exchange, this.#shifted);
    this.#candidates += 1;
    const distance = this.#table.distanceOf(shifted, exchange.start, exchange.end);
    return { gain: this.#table.distance - distance, block, length, target, exchange };
  }
}

/** No block that starts here holds an error. */
const isRightFrom = (errors: Int32Array, start: number): boolean =>
  errors[Math.min(errors.length - 1, start + MAX_SHIFT_SIZE)] === errors[start];

/** Both the block and the place must be wrong as they are, and the block not be there already. */
function isWorthShifting(path: EditPath, block: number, place: number, length: number): boolean {
  const { aligned, hypothesisErrors, referenceErrors } = path;
  if (hypothesisErrors[block + length] === hypothesisErrors[block]) return false;
  if (referenceErrors[place + length] === referenceErrors[place]) return false;
  const there = aligned[place]!;
  return there < block || there >= block + length;
}

/** Positions in the hypothesis next to what is aligned with the place, one after each of its words. */
function targetsOf({ aligned }: EditPath, place: number, length: number): readonly number[] {
  const targets: number[] = [];
  for (let before = place - 1; before < place + length; before += 1) {
    const target = before < 0 ? 0 : aligned[before]! + 1;
    if (target !== targets.at(-1)) targets.push(target);
  }
  return targets;
}

const isBetter = (one: Candidate, other: Candidate): boolean => {
  if (one.gain !== other.gain) return one.gain > other.gain;
  if (one.length !== other.length) return one.length > other.length;
  if (one.block !== other.block) return one.block < other.block;
  return one.target < other.target;
};

/** A target inside the block counts from the block's end, as in Tercom. */
function exchangeFor(block: number, length: number, target: number, words: number): Exchange {
  const after = block + length;
  if (target < block) return { start: target, middle: block, end: after };
  return { start: block, middle: after, end: Math.min(words, target > after ? target : target + length) };
}

function exchangeWords(words: Int32Array, { start, middle, end }: Exchange, into: Int32Array): Int32Array {
  into.set(words);
  into.set(words.subarray(middle, end), start);
  into.set(words.subarray(start, middle), start + end - middle);
  return into;
}

/** How many of ascending numbers are below a bound. */
function countBelow(numbers: readonly number[], bound: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}
