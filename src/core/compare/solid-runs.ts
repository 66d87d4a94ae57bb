import type { Change } from './change.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Cells of one search and of all of them: a rewritten paragraph, and a text of some thousand such. */
const MOST_CELLS = 40_000;
const ALL_CELLS = 4_000_000;

/**
 * Looks in changes that were merged for the phrase that says most and stands in both sides, and keeps it as equal if it is
 * solid; then in what is left before and after it. A longest common subsequence passes over such a phrase where
 * scattered little words count more.
 *
 * @param minimal the changes before they were merged; what is among them has nothing in common
 * @param isSolid whether the run between two changes may stand there
 */
export function restoreSolidRuns(
  changes: readonly Change[],
  minimal: readonly Change[],
  words: Vocabulary,
  isSolid: (before: Change, after: Change) => boolean,
): Change[] {
  const result: Change[] = [];
  let left = ALL_CELLS;
  let index = 0;
  for (const change of changes) {
    while (minimal[index]!.aTo < change.aFrom || minimal[index]!.bTo < change.bFrom) index++;
    if (minimal[index]!.aTo === change.aTo && minimal[index]!.bTo === change.bTo) {
      result.push(change);
      continue;
    }
    // A stack in the place of recursion: texts that are periodic give long chains of runs.
    const open = [change];
    for (let part; (part = open.pop()) !== undefined;) {
      const cells = (part.aTo - part.aFrom) * (part.bTo - part.bFrom);
      const run = cells > MOST_CELLS || cells > left ? undefined : heaviestRun(part, words);
      left -= Math.min(cells, left);
      if (run === undefined) {
        if (part.aTo > part.aFrom || part.bTo > part.bFrom) result.push(part);
        continue;
      }
      const before = { aFrom: part.aFrom, aTo: run.a, bFrom: part.bFrom, bTo: run.b };
      const after = { aFrom: run.a + run.length, aTo: part.aTo, bFrom: run.b + run.length, bTo: part.bTo };
      if (isSolid(before, after)) open.push(after, before);
      else result.push(part);
    }
  }
  return result;
}

/** The common run of the two sides with most weight, if there is any with a word in it. */
function heaviestRun(
  { aFrom, aTo, bFrom, bTo }: Change,
  { a, b, weight }: Vocabulary,
): { a: number; b: number; length: number } | undefined {
  const width = bTo - bFrom;
  const length = new Int32Array(width + 1);
  const sum = new Float64Array(width + 1);
  let best = 0;
  let found: { a: number; b: number; length: number } | undefined;
  for (let i = aFrom; i < aTo; i++) {
    const id = a[i]!;
    for (let j = width; j > 0; j--) {
      if (b[bFrom + j - 1] !== id) {
        length[j] = 0;
        sum[j] = 0;
        continue;
      }
      length[j] = length[j - 1]! + 1;
      sum[j] = sum[j - 1]! + weight[id]!;
      if (sum[j]! > best) {
        best = sum[j]!;
        found = { a: i + 1 - length[j]!, b: bFrom + j - length[j]!, length: length[j]! };
      }
    }
  }
  return found;
}
