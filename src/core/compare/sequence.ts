import { findAnchors } from './anchors.ts';
import { matchExactly } from './bit-lcs.ts';
import { RunList } from './runs.ts';

/** A common subsequence of two sequences. */
export interface Matching {
  /** Triples: index in a, index in b, length. Ascending in both, and no two runs touch in both. */
  readonly runs: readonly number[];
  /** Number of matched tokens. */
  readonly kept: number;
  /** The sequences were too long for the budget: the match may be shorter than the longest. */
  readonly bounded: boolean;
}

/** Steps of 32 cells; some 0.05 s. */
export const DEFAULT_BUDGET = 24_000_000;
/** A block up to this many steps (two texts of 16,000 tokens) is matched exactly; its log may take 64 MB at worst. */
const LARGEST_BLOCK = 8_000_000;
/**
 * Stretches of so many tokens split a larger block. The long ones are no coincidence in any unit; short ones are used
 * only where they cover this share of the shorter side, so that unrelated texts are not pinned to chance matches.
 */
const GRAMS = [
  { length: 32, share: 0 },
  { length: 8, share: 1 / 8 },
] as const;
const NARROWEST_WINDOW = 64;
const WIDEST_WINDOW = 16_000;

/**
 * A longest common subsequence of two sequences of ids. Up to some 16,000 tokens a side it is exact; longer
 * ones are split at stretches that stand once in both, and what cannot be split is matched through a window
 * that moves along both. Equal ends match first, so the work is about what differs.
 *
 * @param a ids, best small and dense; negative ones match nothing
 * @param budget steps of 32 cells; beyond it the work is linear
 */
export function matchSequences(a: Int32Array, b: Int32Array, budget: number = DEFAULT_BUDGET): Matching {
  const ids = 1 + Math.max(largest(a), largest(b));
  if (ids > 4 * (a.length + b.length) + 1024) return matchSequences(...renumber(a, b), budget);
  const runs = new RunList();
  const matcher = new Matcher(a, b, ids, runs, budget);
  matcher.match(0, a.length, 0, b.length, 0);
  return { runs: runs.triples, kept: runs.kept, bounded: matcher.bounded };
}

/** `matchSequences` for tokens as strings. */
export function matchTokens(
  a: readonly string[],
  b: readonly string[],
  budget: number = DEFAULT_BUDGET,
): Matching {
  let start = 0;
  let aEnd = a.length;
  let bEnd = b.length;
  while (start < aEnd && start < bEnd && a[start] === b[start]) start++;
  while (aEnd > start && bEnd > start && a[aEnd - 1] === b[bEnd - 1]) {
    aEnd--;
    bEnd--;
  }
  const runs = new RunList();
  runs.push(0, 0, start);
  let bounded = false;
  if (start < aEnd && start < bEnd) {
    const known = new TokenIds();
    const aIds = scratch(0, aEnd);
    const bIds = scratch(1, bEnd);
    for (let i = start; i < aEnd; i++) aIds[i] = known.add(a[i]!);
    // Most tokens of b follow in a as well: comparing with the next one costs less than looking it up.
    let next = start;
    for (let j = start; j < bEnd; j++) {
      const token = b[j]!;
      if (next < aEnd && a[next] === token) bIds[j] = aIds[next]!;
      else if (next + 1 < aEnd && a[next + 1] === token) bIds[j] = aIds[++next]!;
      else {
        bIds[j] = known.get(token);
        if (j + 1 < bEnd && next < aEnd && a[next] === b[j + 1]) continue;
      }
      next++;
    }
    const matcher = new Matcher(aIds, bIds, known.size, runs, budget);
    matcher.match(start, aEnd, start, bEnd, 0);
    bounded = matcher.bounded;
  }
  runs.push(aEnd, bEnd, a.length - aEnd);
  return { runs: runs.triples, kept: runs.kept, bounded };
}

const SINGLE = new Int32Array(128);

/** Ids for strings; one at a time. Spaces and marks, half of all tokens, are looked up by their character. */
class TokenIds {
  size = 0;
  readonly #single = SINGLE.fill(-1);
  readonly #longer = new Map<string, number>();

  add(token: string): number {
    const id = this.get(token);
    if (id >= 0) return id;
    if (token.length === 1 && token.charCodeAt(0) < 128) this.#single[token.charCodeAt(0)] = this.size;
    else this.#longer.set(token, this.size);
    return this.size++;
  }

  /** −1 for a string that was not added. */
  get(token: string): number {
    if (token.length === 1 && token.charCodeAt(0) < 128) return this.#single[token.charCodeAt(0)]!;
    return this.#longer.get(token) ?? -1;
  }
}

/** Two arrays that are used again: allocating them costs as much as matching two paragraphs. */
const reused = [new Int32Array(1024), new Int32Array(1024)];
const LARGEST_REUSED = 1 << 20;

/** An array of at least this size, with anything in it. */
function scratch(which: 0 | 1, size: number): Int32Array {
  if (size > LARGEST_REUSED) return new Int32Array(size);
  if (reused[which]!.length < size) reused[which] = new Int32Array(size * 2);
  return reused[which]!;
}

function largest(ids: Int32Array): number {
  let max = -1;
  for (const id of ids) if (id > max) max = id;
  return max;
}

function renumber(a: Int32Array, b: Int32Array): [Int32Array, Int32Array] {
  const known = new Map<number, number>();
  const dense = (id: number) => {
    if (id < 0) return -1;
    let number = known.get(id);
    if (number === undefined) known.set(id, (number = known.size));
    return number;
  };
  return [a.map(dense), b.map(dense)];
}

class Matcher {
  bounded = false;
  readonly #a: Int32Array;
  readonly #b: Int32Array;
  readonly #ids: number;
  readonly #runs: RunList;
  #budget: number;

  constructor(a: Int32Array, b: Int32Array, ids: number, runs: RunList, budget: number) {
    this.#a = a;
    this.#b = b;
    this.#ids = ids;
    this.#runs = runs;
    this.#budget = budget;
  }

  /** Matches a[aFrom, aTo) with b[bFrom, bTo), adding the runs in order. */
  match(aFrom: number, aTo: number, bFrom: number, bTo: number, level: number): void {
    const a = this.#a;
    const b = this.#b;
    const aStart = aFrom;
    while (aFrom < aTo && bFrom < bTo && a[aFrom] === b[bFrom] && a[aFrom]! >= 0) {
      aFrom++;
      bFrom++;
    }
    this.#runs.push(aStart, bFrom - (aFrom - aStart), aFrom - aStart);
    const aEnd = aTo;
    while (aTo > aFrom && bTo > bFrom && a[aTo - 1] === b[bTo - 1] && a[aTo - 1]! >= 0) {
      aTo--;
      bTo--;
    }
    if (aFrom < aTo && bFrom < bTo) this.#matchMiddle(aFrom, aTo, bFrom, bTo, level);
    this.#runs.push(aTo, bTo, aEnd - aTo);
  }

  #matchMiddle(aFrom: number, aTo: number, bFrom: number, bTo: number, level: number): void {
    const steps = ((aTo - aFrom) * (bTo - bFrom)) / 32;
    if (steps <= LARGEST_BLOCK && steps <= Math.max(this.#budget, NARROWEST_WINDOW ** 2 / 32)) {
      this.#budget -= steps;
      matchExactly(this.#a, aFrom, aTo, this.#b, bFrom, bTo, this.#ids, this.#runs);
      return;
    }
    const grams = GRAMS[level];
    if (grams === undefined) {
      this.#matchWindows(aFrom, aTo, bFrom, bTo);
      return;
    }
    const anchors = findAnchors(this.#a, aFrom, aTo, this.#b, bFrom, bTo, grams.length);
    const covered = anchors.reduce((sum, { length }) => sum + length, 0);
    if (covered >= grams.share * Math.min(aTo - aFrom, bTo - bFrom)) {
      for (const { a, b, length } of anchors) {
        this.match(aFrom, a, bFrom, b, level + 1);
        this.#runs.push(a, b, length);
        aFrom = a + length;
        bFrom = b + length;
      }
    }
    this.match(aFrom, aTo, bFrom, bTo, level + 1);
  }

  /** Matches what a window of both sequences holds, keeps the first half of it, and moves the window there. */
  #matchWindows(aFrom: number, aTo: number, bFrom: number, bTo: number): void {
    this.bounded = true;
    // The window moves on by a quarter at least, so this spends the budget at most once.
    const length = Math.max(aTo - aFrom, bTo - bFrom);
    const width = Math.trunc(
      Math.min(WIDEST_WINDOW, Math.max(NARROWEST_WINDOW, (8 * this.#budget) / length)),
    );
    while (aFrom < aTo && bFrom < bTo) {
      const aEnd = Math.min(aTo, aFrom + width);
      const bEnd = Math.min(bTo, bFrom + width);
      this.#budget -= ((aEnd - aFrom) * (bEnd - bFrom)) / 32;
      const isLast = aEnd === aTo && bEnd === bTo;
      const found = new RunList();
      matchExactly(this.#a, aFrom, aEnd, this.#b, bFrom, bEnd, this.#ids, found);
      const half = isLast ? Infinity : aFrom + bFrom + (aEnd - aFrom + bEnd - bFrom) / 2;
      let aNext = aFrom + ((aEnd - aFrom + 3) >> 2);
      let bNext = bFrom + ((bEnd - bFrom + 3) >> 2);
      const runs = found.triples;
      for (let r = 0; r < runs.length && runs[r]! + runs[r + 1]! < half; r += 3) {
        const length = Math.min(runs[r + 2]!, Math.ceil((half - runs[r]! - runs[r + 1]!) / 2));
        this.#runs.push(runs[r]!, runs[r + 1]!, length);
        aNext = Math.max(aNext, runs[r]! + length);
        bNext = Math.max(bNext, runs[r + 1]! + length);
      }
      if (isLast) return;
      aFrom = aNext;
      bFrom = bNext;
    }
  }
}
