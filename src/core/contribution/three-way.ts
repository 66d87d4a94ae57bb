import { diffTexts } from '../compare/diff.ts';
import { tokenize } from '../segment/tokens.ts';

/** Where both sides changed the same words, each in its own way. */
export interface MergeConflict {
  readonly base: string;
  readonly current: string;
  readonly proposed: string;
}

/** A stretch of a merged text: agreed words, or a conflict that a person resolves. */
export type MergePiece = string | MergeConflict;

/** A stretch of the base and what one side has in its place. */
interface SideChange {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Longer texts (in tokens, all three together) are one conflict: a paragraph has no such number. */
const MOST_TOKENS = 30_000;

/**
 * Merges a proposal into a text that changed since: what only one side changed is taken from it, what both
 * changed alike counts once, and where they differ or touch there is a conflict (S. Khanna, K. Kunal, B. Pierce,
 * "A formal investigation of diff3", 2007). Rests on the readable diff by words, which is bounded: node-diff3 took
 * half a minute for 2,000 words, most of them spaces to it, that are alike.
 * @returns the pieces, in order; joined, and with one side of each conflict, they are the merged text
 */
export function mergeThreeWay(
  base: string,
  current: string,
  proposed: string,
  lang: string,
): readonly MergePiece[] {
  if (current === base || current === proposed) return proposed === '' ? [] : [proposed];
  if (proposed === base) return current === '' ? [] : [current];
  const tokens = [base, current, proposed].reduce((n, text) => n + tokenize(text, 'word', lang).length, 0);
  if (tokens > MOST_TOKENS) return [{ base, current, proposed }];

  const ours = changesOf(base, current, lang);
  const theirs = changesOf(base, proposed, lang);
  const pieces: MergePiece[] = [];
  const agree = (text: string) => {
    const last = pieces.at(-1);
    if (typeof last === 'string') pieces[pieces.length - 1] = last + text;
    else if (text !== '') pieces.push(text);
  };
  let at = 0;
  for (let i = 0, j = 0; i < ours.length || j < theirs.length;) {
    const from = Math.min(ours[i]?.from ?? Infinity, theirs[j]?.from ?? Infinity);
    const [a, b] = [i, j];
    let to = from;
    for (let grown = true; grown;) {
      grown = false;
      for (; i < ours.length && ours[i]!.from <= to; i++, grown = true) to = Math.max(to, ours[i]!.to);
      for (; j < theirs.length && theirs[j]!.from <= to; j++, grown = true) to = Math.max(to, theirs[j]!.to);
    }
    agree(base.slice(at, from));
    at = to;
    const piece = {
      base: base.slice(from, to),
      current: sideOf(base, from, to, ours.slice(a, i)),
      proposed: sideOf(base, from, to, theirs.slice(b, j)),
    };
    if (piece.current === piece.base || piece.current === piece.proposed) agree(piece.proposed);
    else if (piece.proposed === piece.base) agree(piece.current);
    else pieces.push(piece);
  }
  agree(base.slice(at));
  return pieces;
}

/** The merged text; undefined while there is a conflict. */
export function mergedText(pieces: readonly MergePiece[]): string | undefined {
  const agreed = pieces.filter((piece) => typeof piece === 'string');
  return agreed.length === pieces.length ? agreed.join('') : undefined;
}

function changesOf(base: string, text: string, lang: string): readonly SideChange[] {
  const changes: SideChange[] = [];
  for (const { kind, old, new: now } of diffTexts(base, text, { lang }).hunks) {
    if (kind === 'equal') continue;
    const last = changes.at(-1);
    const put = text.slice(now.start, now.end);
    // What was taken away and what was put in its place are one change.
    if (last?.to === old.start) changes[changes.length - 1] = { ...last, to: old.end, text: last.text + put };
    else changes.push({ from: old.start, to: old.end, text: put });
  }
  return changes;
}

/** What a side has in place of a stretch of the base that covers these changes. */
function sideOf(base: string, from: number, to: number, changes: readonly SideChange[]): string {
  let text = '';
  let at = from;
  for (const change of changes) {
    text += base.slice(at, change.from) + change.text;
    at = change.to;
  }
  return text + base.slice(at, to);
}
