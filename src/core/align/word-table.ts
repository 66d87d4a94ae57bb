/** Taken from every count (absolute discounting, Ney & Essen 1991): what was seen once is hardly believed. */
const DISCOUNT = 0.3;
/** Of what a word was not seen to mean, the share that goes to words that look the same, or begin alike. */
const SAME = 0.6;
const ALIKE = 0.3;
/** Shorter beginnings are alike by chance. */
const SHORTEST_ALIKE = 4;

/** How much of a word's unexplained meaning another takes because of how it looks. */
export function likeness(one: string, other: string): number {
  if (one === other) return SAME;
  const length = Math.min(one.length, other.length);
  return length >= SHORTEST_ALIKE && one.slice(0, SHORTEST_ALIKE) === other.slice(0, SHORTEST_ALIKE)
    ? ALIKE
    : 0;
}

/** t(type | type) in one direction, by entry: a pair of types that stand in some row together. */
export class WordTable {
  readonly probabilities: Float64Array;
  readonly #prior: Float64Array;
  readonly #given: Int32Array;
  readonly #counts: Float64Array;
  readonly #totals: Float64Array;
  readonly #freed: Float64Array;

  /**
   * @param given by entry: the type that explains
   * @param types number of those
   * @param prior by entry: what is presumed before anything is seen
   */
  constructor(given: Int32Array, types: number, prior: Float64Array) {
    this.#given = given;
    this.#prior = prior;
    this.probabilities = prior.slice();
    this.#counts = new Float64Array(given.length);
    this.#totals = new Float64Array(types);
    this.#freed = new Float64Array(types).fill(1);
  }

  add(entry: number, count: number): void {
    this.#counts[entry]! += count;
    this.#totals[this.#given[entry]!]! += count;
  }

  /** Learns from all that was added since the last time. */
  learn(): void {
    const kept = new Float64Array(this.#totals.length);
    const seen = this.#counts.map((count) => Math.max(0, count - DISCOUNT));
    for (let entry = 0; entry < seen.length; entry++) kept[this.#given[entry]!]! += seen[entry]!;
    this.#freed.fill(1);
    for (let type = 0; type < kept.length; type++)
      if (this.#totals[type]! > 0) this.#freed[type] = 1 - kept[type]! / this.#totals[type]!;
    for (let entry = 0; entry < seen.length; entry++) {
      const type = this.#given[entry]!;
      const own = this.#totals[type]! > 0 ? seen[entry]! / this.#totals[type]! : 0;
      this.probabilities[entry] = own + this.#freed[type]! * this.#prior[entry]!;
    }
    this.#counts.fill(0);
    this.#totals.fill(0);
  }

  /** Of a pair that never stood in one row; of types that were not met yet, nothing but the prior is known. */
  unseen(type: number, prior: number): number {
    return (this.#freed[type] ?? 1) * prior;
  }
}
