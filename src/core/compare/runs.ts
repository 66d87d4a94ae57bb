/** A growing list of matched runs, ascending in both sequences; runs that touch become one. */
export class RunList {
  /** Triples: index in the old sequence, index in the new one, length. */
  readonly triples: number[] = [];
  /** Sum of the lengths. */
  kept = 0;

  push(a: number, b: number, length: number): void {
    if (length <= 0) return;
    this.kept += length;
    const { triples } = this;
    const last = triples.length - 3;
    if (last >= 0) {
      const run = triples[last + 2]!;
      if (triples[last]! + run === a && triples[last + 1]! + run === b) {
        triples[last + 2] = run + length;
        return;
      }
    }
    triples.push(a, b, length);
  }
}
