/** Room for a number behind it: an identifier has at most 100 characters. */
const MAX_LENGTH = 90;

/**
 * Gives each name an identifier of its own that looks like it. Identifiers become file names, so they differ
 * not in case alone.
 * @param taken identifiers that are in use
 */
export function identifiersOf(
  names: readonly string[],
  readable: (name: string) => string,
  taken: readonly string[] = [],
): ReadonlyMap<string, string> {
  const used = new Set(taken.map((id) => id.toLowerCase()));
  const ids = new Map<string, string>();
  const counts = new Map<string, number>();
  for (const name of names) {
    const wanted =
      readable(name)
        .replace(/[^A-Za-z0-9._-]+/g, '-')
        .replace(/^[^A-Za-z0-9]+/, '')
        .slice(0, MAX_LENGTH) || 'x';
    let count = counts.get(wanted) ?? 0;
    let id = wanted;
    while (used.has(id.toLowerCase())) {
      count += 1;
      id = `${wanted}-${count + 1}`;
    }
    counts.set(wanted, count);
    used.add(id.toLowerCase());
    ids.set(name, id);
  }
  return ids;
}
