/** What several coders said of one unit, in any order; a coder who said nothing is left out or `undefined`. */
export type Unit = readonly (number | string | undefined)[];

/**
 * Krippendorff's alpha for any number of coders and missing values (Krippendorff, "Computing Krippendorff's
 * Alpha-Reliability", 2011): 1 for agreement, 0 for what chance would give, negative below that. Missing
 * when fewer than two values can be compared; 1 when all comparable values are the same.
 * @param level `nominal`: values are the same or not; `ordinal`: numbers that have an order and no distance
 */
export function krippendorffAlpha(units: readonly Unit[], level: 'nominal' | 'ordinal'): number | undefined {
  const pairable = units
    .map((unit) => unit.filter((value) => value !== undefined))
    .filter((unit) => unit.length > 1);
  const totals = new Map<number | string, number>();
  for (const value of pairable.flat()) totals.set(value, (totals.get(value) ?? 0) + 1);
  const values = [...totals.keys()].sort((a, b) => (level === 'ordinal' ? Number(a) - Number(b) : 0));
  const counts = values.map((value) => totals.get(value)!);
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total < 2) return undefined;
  const distance = level === 'nominal' ? nominal : ordinal(counts);

  let observed = 0;
  for (const unit of pairable) {
    const own = values.map((value) => unit.filter((other) => other === value).length);
    observed += pairSum(own, distance) / (unit.length - 1);
  }
  const expected = pairSum(counts, distance) / (total - 1);
  return expected === 0 ? 1 : 1 - observed / expected;
}

type Distance = (a: number, b: number) => number;

const nominal: Distance = () => 1;

/** Squared number of values between two ranks, their own halves included. */
function ordinal(counts: readonly number[]): Distance {
  const before = [0];
  for (const count of counts) before.push(before.at(-1)! + count);
  return (a, b) => {
    const between = before[b + 1]! - before[a]!;
    return (between - (counts[a]! + counts[b]!) / 2) ** 2;
  };
}

/** Distances over all ordered pairs of values that differ. */
function pairSum(counts: readonly number[], distance: Distance): number {
  let sum = 0;
  for (let a = 0; a < counts.length; a += 1) {
    if (counts[a] === 0) continue;
    for (let b = a + 1; b < counts.length; b += 1) {
      if (counts[b] !== 0) sum += 2 * counts[a]! * counts[b]! * distance(a, b);
    }
  }
  return sum;
}
