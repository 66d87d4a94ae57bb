/*
 * Stretches of k tokens that stand exactly once in each of two sequences, and of these the chain in the same
 * order that covers most: the idea of patience diff (B. Cohen), with k-grams in the place of single lines,
 * since a long text has few words that stand once but many stretches.
 */

export interface Anchor {
  readonly a: number;
  readonly b: number;
  readonly length: number;
}

const MULTIPLIER = 0x01000193;
const SCRAMBLE = 0x9e3779b1 | 0;
const EMPTY = -1;
const REPEATED = -2;

/** Anchors inside a[aFrom, aTo) and b[bFrom, bTo), ascending in both, without overlap. Linear but for the chain. */
export function findAnchors(
  a: Int32Array,
  aFrom: number,
  aTo: number,
  b: Int32Array,
  bFrom: number,
  bTo: number,
  k: number,
): Anchor[] {
  if (aTo - aFrom < k || bTo - bFrom < k) return [];
  const grams = new GramTable(a, aFrom, aTo, k);
  const bOf = grams.lookUp(b, bFrom, bTo);
  const found: Anchor[] = [];
  for (let i = aFrom; i + k <= aTo; i++) {
    const j = bOf[i - aFrom]!;
    if (j < 0) continue;
    let length = 0;
    while (i + length < aTo && j + length < bTo && a[i + length] === b[j + length] && a[i + length]! >= 0)
      length++;
    // Two grams with one hash: not an anchor.
    if (length < k) continue;
    found.push({ a: i, b: j, length });
    i += length - 1;
  }
  return heaviestChain(found);
}

class GramTable {
  readonly #from: number;
  readonly #length: number;
  readonly #k: number;
  readonly #mask: number;
  readonly #hash: Int32Array;
  /** Where the gram stands in a. */
  readonly #at: Int32Array;

  constructor(a: Int32Array, from: number, to: number, k: number) {
    this.#from = from;
    this.#length = to - from;
    this.#k = k;
    const size = 2 ** Math.ceil(Math.log2(2 * (to - from) + 2));
    this.#mask = size - 1;
    this.#hash = new Int32Array(size);
    this.#at = new Int32Array(size).fill(EMPTY);
    roll(a, from, to, k, (hash, i) => {
      const slot = this.#slot(hash);
      this.#at[slot] = this.#at[slot] === EMPTY ? i : REPEATED;
      this.#hash[slot] = hash;
    });
  }

  /** For each position of a, the one position in b with the same gram if both are the only one; else negative. */
  lookUp(b: Int32Array, from: number, to: number): Int32Array {
    const bOf = new Int32Array(this.#length).fill(EMPTY);
    roll(b, from, to, this.#k, (hash, j) => {
      const i = this.#at[this.#slot(hash)]!;
      if (i < 0) return;
      bOf[i - this.#from] = bOf[i - this.#from] === EMPTY ? j : REPEATED;
    });
    return bOf;
  }

  #slot(hash: number): number {
    let slot = (hash ^ (hash >>> 15)) & this.#mask;
    while (this.#at[slot] !== EMPTY && this.#hash[slot] !== hash) slot = (slot + 1) & this.#mask;
    return slot;
  }
}

/** Calls `use` with a rolling hash for each stretch of k tokens. */
function roll(
  tokens: Int32Array,
  from: number,
  to: number,
  k: number,
  use: (hash: number, at: number) => void,
): void {
  let power = 1;
  for (let i = 1; i < k; i++) power = Math.imul(power, MULTIPLIER);
  let hash = 0;
  for (let i = from; i < to; i++) {
    if (i - k >= from) hash = (hash - Math.imul(Math.imul(tokens[i - k]! + 1, SCRAMBLE), power)) | 0;
    hash = (Math.imul(hash, MULTIPLIER) + Math.imul(tokens[i]! + 1, SCRAMBLE)) | 0;
    if (i - from >= k - 1) use(hash, i - k + 1);
  }
}

/** The chain of anchors, ascending in b as well, with the most tokens; ends are cut where two overlap in b. */
function heaviestChain(anchors: readonly Anchor[]): Anchor[] {
  const order = anchors.map((_, index) => index).sort((x, y) => anchors[x]!.b - anchors[y]!.b);
  const rank = new Int32Array(anchors.length);
  for (const [position, index] of order.entries()) rank[index] = position + 1;
  const weight = new Float64Array(anchors.length);
  const previous = new Int32Array(anchors.length).fill(-1);
  // Fenwick tree over the rank in b: the heaviest chain that ends at or before it.
  const best = new Int32Array(anchors.length + 1).fill(-1);
  let last = -1;
  for (const [index, anchor] of anchors.entries()) {
    let before = -1;
    for (let r = rank[index]! - 1; r > 0; r -= r & -r) {
      const other = best[r]!;
      if (other >= 0 && (before < 0 || weight[other]! > weight[before]!)) before = other;
    }
    previous[index] = before;
    weight[index] = anchor.length + (before < 0 ? 0 : weight[before]!);
    for (let r = rank[index]!; r <= anchors.length; r += r & -r) {
      if (best[r]! < 0 || weight[best[r]!]! < weight[index]) best[r] = index;
    }
    if (last < 0 || weight[index] > weight[last]!) last = index;
  }
  const chain: Anchor[] = [];
  for (let index = last; index >= 0; index = previous[index]!) {
    const { a, b, length } = anchors[index]!;
    const next = chain.at(-1);
    chain.push({ a, b, length: next === undefined ? length : Math.min(length, next.b - b) });
  }
  return chain.reverse();
}
