/** Keeps the last value made from the same things. */
export class Memo<T> {
  #last: { readonly from: readonly unknown[]; readonly value: T } | undefined;

  get(from: readonly unknown[], make: () => T): T {
    const last = this.#last;
    if (last?.from.length === from.length && last.from.every((thing, at) => thing === from[at]))
      return last.value;
    const value = make();
    this.#last = { from, value };
    return value;
  }
}
