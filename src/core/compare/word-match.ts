import { RunList } from './runs.ts';
import { matchSequences, type Matching } from './sequence.ts';
import { SPACE, type Vocabulary } from './vocabulary.ts';

/**
 * Matches the words and marks of two token lists first, and the white space in what remains between them: every
 * second token is a space, and a match that counts them alike gives up words for spaces.
 */
export function matchWords(words: Vocabulary, budget: number): Matching {
  const a = withoutSpace(words.a, words.kind);
  const b = withoutSpace(words.b, words.kind);
  const solid = matchSequences(a.ids, b.ids, budget);
  const runs = new RunList();
  let aAt = 0;
  let bAt = 0;
  const fill = (aTo: number, bTo: number) => {
    let aFrom = aAt;
    let bFrom = bAt;
    while (aFrom < aTo && bFrom < bTo && words.a[aFrom] === words.b[bFrom]) {
      aFrom++;
      bFrom++;
    }
    runs.push(aAt, bAt, aFrom - aAt);
    let length = 0;
    while (
      aTo - length > aFrom &&
      bTo - length > bFrom &&
      words.a[aTo - length - 1] === words.b[bTo - length - 1]
    ) {
      length++;
    }
    runs.push(aTo - length, bTo - length, length);
  };
  for (let r = 0; r < solid.runs.length; r += 3) {
    for (let k = 0; k < solid.runs[r + 2]!; k++) {
      const aTo = a.at[solid.runs[r]! + k]!;
      const bTo = b.at[solid.runs[r + 1]! + k]!;
      fill(aTo, bTo);
      runs.push(aTo, bTo, 1);
      aAt = aTo + 1;
      bAt = bTo + 1;
    }
  }
  fill(words.a.length, words.b.length);
  return { runs: runs.triples, kept: runs.kept, bounded: solid.bounded };
}

function withoutSpace(ids: Int32Array, kind: Uint8Array): { ids: Int32Array; at: Int32Array } {
  const solid = new Int32Array(ids.length);
  const at = new Int32Array(ids.length);
  let n = 0;
  for (let i = 0; i < ids.length; i++) {
    if (kind[ids[i]!] === SPACE) continue;
    solid[n] = ids[i]!;
    at[n++] = i;
  }
  return { ids: solid.subarray(0, n), at };
}
