import { merged, type Change } from './change.ts';
import { MARK, SPACE, type Vocabulary } from './vocabulary.ts';

/** How far the ends of a change are tried to either side, in tokens; a sentence is rarely longer. */
const FARTHEST = 120;

const SENTENCE_END = /^[.!?…。！？।॥]/u;
const OPENING = /^[\p{Ps}\p{Pi}„‚¿¡【「『]/u;

export function isSentenceEnd(token: string): boolean {
  return SENTENCE_END.test(token);
}

export function isOpening(token: string): boolean {
  return OPENING.test(token);
}

/**
 * Moves the ends of changes to where they read best: what is equal at the ends of both sides of a change is taken
 * out of it, and a lone deletion or insertion slides along its equal neighbours until it begins and ends at a
 * sentence, a clause or a word, with the white space after it.
 */
export function slide(changes: readonly Change[], words: Vocabulary): Change[] {
  const result: Change[] = [];
  for (const [index, each] of changes.entries()) {
    const change = trimmed(each, words);
    if (change.aFrom === change.aTo && change.bFrom === change.bTo) continue;
    const before = result.at(-1);
    const room = {
      before: change.aFrom - (before === undefined ? 0 : before.aTo + 1),
      after: (changes[index + 1] === undefined ? words.a.length : changes[index + 1]!.aFrom - 1) - change.aTo,
    };
    const moved = slid(change, room, words);
    if (before !== undefined && before.aTo === moved.aFrom && before.bTo === moved.bFrom) {
      result[result.length - 1] = merged(before, moved);
    } else result.push(moved);
  }
  return result;
}

function trimmed({ aFrom, aTo, bFrom, bTo }: Change, { a, b }: Vocabulary): Change {
  while (aFrom < aTo && bFrom < bTo && a[aFrom] === b[bFrom]) {
    aFrom++;
    bFrom++;
  }
  while (aFrom < aTo && bFrom < bTo && a[aTo - 1] === b[bTo - 1]) {
    aTo--;
    bTo--;
  }
  return { aFrom, aTo, bFrom, bTo };
}

function slid(change: Change, room: { before: number; after: number }, words: Vocabulary): Change {
  const isDeletion = change.bFrom === change.bTo;
  if (!isDeletion && change.aFrom < change.aTo) return change;
  const list = isDeletion ? words.a : words.b;
  const from = isDeletion ? change.aFrom : change.bFrom;
  const to = isDeletion ? change.aTo : change.bTo;
  const score = (by: number) => boundary(list, from + by, words) + boundary(list, to + by, words);
  let best = 0;
  let bestScore = score(0);
  const consider = (by: number) => {
    const here = score(by);
    if (here > bestScore) {
      best = by;
      bestScore = here;
    }
  };
  const left = Math.min(room.before, FARTHEST);
  for (let by = 1; by <= left && list[from - by] === list[to - by]; by++) consider(-by);
  const right = Math.min(room.after, FARTHEST);
  for (let by = 1; by <= right && list[from + by - 1] === list[to + by - 1]; by++) consider(by);
  return {
    aFrom: change.aFrom + best,
    aTo: change.aTo + best,
    bFrom: change.bFrom + best,
    bTo: change.bTo + best,
  };
}

/** How well a change begins or ends before the token at `at`. */
function boundary(list: Int32Array, at: number, { tokens, kind }: Vocabulary): number {
  if (at <= 0 || at >= list.length) return 7;
  const before = list[at - 1]!;
  const after = list[at]!;
  if (kind[before] === SPACE) {
    if (/[\n\r]/.test(tokens[before]!)) return 6;
    if (at > 1 && isSentenceEnd(tokens[list[at - 2]!]!)) return 5;
    // A mark after a space belongs to what follows, unless it closes (French « Oui ! »).
    return kind[after] !== MARK || isOpening(tokens[after]!) ? 3 : 1;
  }
  if (kind[before] === MARK) {
    if (isSentenceEnd(tokens[before]!)) return kind[after] === MARK ? 1 : 4;
    if (isOpening(tokens[before]!)) return 0;
    return kind[after] === SPACE ? 3 : 1;
  }
  if (kind[after] === MARK) return 1;
  return 2;
}
