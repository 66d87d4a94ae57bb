/** A growing list of matched runs, ascending in both sequences; runs that touch become one. */
export class RunList {
  /** Triples: index in the old sequence, index in the new one, length. */
  #data = new Int32Array(48);
  #size = 0;
  /** Sum of the lengths. */
  kept = 0;

  push(a: number, b: number, length: number): void {
    if (length <= 0) return;
    this.kept += length;
    const last = this.#size - 3;
    if (last >= 0) {
      const run = this.#data[last + 2]!;
      if (this.#data[last]! + run === a && this.#data[last + 1]! + run === b) {
        this.#data[last + 2] = run + length;
        return;
      }
    }
    if (this.#size === this.#data.length) {
      const larger = new Int32Array(this.#size * 2);
      larger.set(this.#data);
      this.#data = larger;
    }
    this.#data[this.#size++] = a;
    this.#data[this.#size++] = b;
    this.#data[this.#size++] = length;
  }

  /** The triples so far. */
  toArray(): Int32Array {
    return this.#data.slice(0, this.#size);
  }
}
