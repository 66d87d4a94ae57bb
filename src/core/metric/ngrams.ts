/** How often each n-gram occurs. */
export type Counts = ReadonlyMap<string, number>;

/**
 * The n-grams of one order.
 * @param units words or characters
 * @param separator something that no unit holds, or that cannot make two n-grams alike
 */
export function countNgrams(units: readonly string[], order: number, separator: string): Counts {
  const counts = new Map<string, number>();
  for (let start = 0; start + order <= units.length; start += 1) {
    const ngram = units.slice(start, start + order).join(separator);
    counts.set(ngram, (counts.get(ngram) ?? 0) + 1);
  }
  return counts;
}

/** What two bags of n-grams have in common, each n-gram as often as in the one that has it less often. */
export function countMatches(one: Counts, other: Counts): number {
  let matches = 0;
  for (const [ngram, count] of one) matches += Math.min(count, other.get(ngram) ?? 0);
  return matches;
}

export const totalOf = (units: number, order: number): number => Math.max(0, units - order + 1);
