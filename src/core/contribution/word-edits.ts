/**
 * The words inserted, deleted or replaced between two lists, at most `most`; undefined beyond. Only the cells near
 * the diagonal are computed (E. Ukkonen, "Algorithms for approximate string matching", 1985): time `most` times the
 * shorter length.
 */
export function wordEdits(a: readonly string[], b: readonly string[], most: number): number | undefined {
  if (Math.abs(a.length - b.length) > most) return undefined;
  const beyond = most + 1;
  let above = Array.from({ length: b.length + 1 }, (_, index) => Math.min(index, beyond));
  for (let i = 1; i <= a.length; i += 1) {
    const row = new Array<number>(b.length + 1).fill(beyond);
    if (i <= most) row[0] = i;
    const last = Math.min(b.length, i + most);
    let least = row[0]!;
    for (let j = Math.max(1, i - most); j <= last; j += 1) {
      const kept = above[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      row[j] = Math.min(kept, above[j]! + 1, row[j - 1]! + 1, beyond);
      least = Math.min(least, row[j]!);
    }
    if (least > most) return undefined;
    above = row;
  }
  const edits = above[b.length]!;
  return edits > most ? undefined : edits;
}
