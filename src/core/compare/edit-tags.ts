export type EditTag = 'OK' | 'BAD';

/**
 * Word and gap tags of a machine translation against its post-edit, as in the WMT quality estimation tasks: 2n + 1
 * tags for n words, even ones for gaps, odd ones for words. A word is BAD if the post-edit substitutes or deletes
 * it or changes its case; a gap is BAD if the post-edit inserts something there.
 *
 * The alignment is a case-folded unit-cost Levenshtein alignment without shifts, traced from the end, preferring
 * a match or substitution, then a deletion, then an insertion. Time and memory: words × words.
 */
export function editTags(mt: readonly string[], pe: readonly string[]): readonly EditTag[] {
  const source = mt.map((word) => word.toLowerCase());
  const target = pe.map((word) => word.toLowerCase());
  const width = target.length + 1;
  const cost = editCosts(source, target);
  const tags = new Array<EditTag>(2 * mt.length + 1).fill('OK');
  let i = mt.length;
  let j = pe.length;
  while (i > 0 || j > 0) {
    const here = cost[i * width + j]!;
    const step = i > 0 && j > 0 && source[i - 1] === target[j - 1] ? 0 : 1;
    if (i > 0 && j > 0 && here === cost[(i - 1) * width + j - 1]! + step) {
      i--;
      j--;
      if (mt[i] !== pe[j]) tags[2 * i + 1] = 'BAD';
    } else if (i > 0 && here === cost[(i - 1) * width + j]! + 1) {
      i--;
      tags[2 * i + 1] = 'BAD';
    } else {
      j--;
      tags[2 * i] = 'BAD';
    }
  }
  return tags;
}

function editCosts(source: readonly string[], target: readonly string[]): Int32Array {
  const width = target.length + 1;
  const cost = new Int32Array((source.length + 1) * width);
  for (let j = 0; j < width; j++) cost[j] = j;
  for (let i = 1; i <= source.length; i++) {
    const row = i * width;
    cost[row] = i;
    for (let j = 1; j < width; j++) {
      const substituted = cost[row - width + j - 1]! + (source[i - 1] === target[j - 1] ? 0 : 1);
      const deleted = cost[row - width + j]! + 1;
      const inserted = cost[row + j - 1]! + 1;
      cost[row + j] = Math.min(substituted, deleted, inserted);
    }
  }
  return cost;
}
