/** A changed stretch, in tokens: a[aFrom, aTo) became b[bFrom, bTo). Between two changes the tokens are equal. */
export interface Change {
  readonly aFrom: number;
  readonly aTo: number;
  readonly bFrom: number;
  readonly bTo: number;
}

/** The changed stretches between matched runs (triples: index in a, index in b, length). */
export function changesBetween(runs: readonly number[], aLength: number, bLength: number): Change[] {
  const changes: Change[] = [];
  let aFrom = 0;
  let bFrom = 0;
  for (let r = 0; r < runs.length; r += 3) {
    const aTo = runs[r]!;
    const bTo = runs[r + 1]!;
    if (aTo > aFrom || bTo > bFrom) changes.push({ aFrom, aTo, bFrom, bTo });
    aFrom = aTo + runs[r + 2]!;
    bFrom = bTo + runs[r + 2]!;
  }
  if (aFrom < aLength || bFrom < bLength) changes.push({ aFrom, aTo: aLength, bFrom, bTo: bLength });
  return changes;
}

/** Two changes and what is between them as one. */
export function merged(first: Change, last: Change): Change {
  return { aFrom: first.aFrom, aTo: last.aTo, bFrom: first.bFrom, bTo: last.bTo };
}
