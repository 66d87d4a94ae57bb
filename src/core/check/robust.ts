/** The middle value; the mean of the two middle ones of an even number; NaN of none. */
export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  if (sorted.length === 0) return NaN;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Makes the median absolute deviation a standard deviation where values are distributed normally. */
const NORMAL = 1.4826;
/** Texts that hardly vary at all would make each difference a great one. */
const LEAST_SPREAD = 0.05;

/** 1.4826 × the median absolute deviation (Rousseeuw and Croux 1993), 0.05 at the least. */
export function spreadOf(values: readonly number[]): number {
  const median = medianOf(values);
  return Math.max(LEAST_SPREAD, NORMAL * medianOf(values.map((value) => Math.abs(value - median))));
}

/** z of a one-sided confidence of 90 %. */
const Z = 1.2816;

/**
 * What a share of `count` among `total` is worth: the lower end of Wilson's interval (1927), one-sided, 90 %.
 * Six of six say .79, fourteen of fourteen .90, eight of ten .60.
 */
export function shareConfidence(count: number, total: number): number {
  if (total === 0) return 0;
  const share = count / total;
  const z2 = Z * Z;
  const centre = share + z2 / (2 * total);
  const margin = Z * Math.sqrt((share * (1 - share)) / total + z2 / (4 * total * total));
  return (centre - margin) / (1 + z2 / total);
}

export interface Vote<V> {
  /** What most say. */
  readonly value: V;
  readonly count: number;
  readonly total: number;
  /** Lower end of an interval for the share: see `shareConfidence`. */
  readonly confidence: number;
}

/** What more voters say than anything else; `undefined` for a tie and for no votes. */
export function majorityOf<V>(votes: readonly V[]): Vote<V> | undefined {
  const counts = new Map<V, number>();
  for (const vote of votes) counts.set(vote, (counts.get(vote) ?? 0) + 1);
  const [first, second] = [...counts].sort(([, a], [, b]) => b - a);
  if (first === undefined || first[1] === second?.[1]) return undefined;
  const [value, count] = first;
  return { value, count, total: votes.length, confidence: shareConfidence(count, votes.length) };
}
