import type { Span } from '../span.ts';
import type { Change } from './change.ts';

export interface Hunk {
  readonly kind: 'equal' | 'delete' | 'insert';
  readonly old: Span;
  readonly new: Span;
  /** The same number on a deletion and an insertion: the phrase moved. */
  readonly move?: number;
}

/** A part of a deletion (or insertion), in tokens of its own text, that stands elsewhere in the other text. */
export interface MovedPart {
  readonly from: number;
  readonly to: number;
  readonly move: number;
}

export interface Moves {
  /** Ascending. */
  readonly deleted: readonly MovedPart[];
  readonly inserted: readonly MovedPart[];
}

/** Character offsets of the tokens of a text: n + 1 numbers. */
export function tokenOffsets(tokens: readonly string[]): Int32Array {
  const offsets = new Int32Array(tokens.length + 1);
  let at = 0;
  for (let i = 0; i < tokens.length; i++) offsets[i + 1] = at += tokens[i]!.length;
  return offsets;
}

/** The changes as hunks that cover both texts in order: a deletion before the insertion that replaces it. */
export function hunksOf(
  changes: readonly Change[],
  moves: Moves,
  aOffsets: Int32Array,
  bOffsets: Int32Array,
): Hunk[] {
  const hunks: Hunk[] = [];
  let aAt = 0;
  let bAt = 0;
  let deleted = 0;
  let inserted = 0;
  const push = (kind: Hunk['kind'], aTo: number, bTo: number, move?: number) => {
    if (aTo === aAt && bTo === bAt) return;
    const old = { start: aOffsets[aAt]!, end: aOffsets[aTo]! };
    const into = { start: bOffsets[bAt]!, end: bOffsets[bTo]! };
    hunks.push(move === undefined ? { kind, old, new: into } : { kind, old, new: into, move });
    aAt = aTo;
    bAt = bTo;
  };
  for (const { aFrom, aTo, bFrom, bTo } of changes) {
    push('equal', aFrom, bFrom);
    for (let part; (part = moves.deleted[deleted]) !== undefined && part.to <= aTo; deleted++) {
      push('delete', part.from, bAt);
      push('delete', part.to, bAt, part.move);
    }
    push('delete', aTo, bAt);
    for (let part; (part = moves.inserted[inserted]) !== undefined && part.to <= bTo; inserted++) {
      push('insert', aAt, part.from);
      push('insert', aAt, part.to, part.move);
    }
    push('insert', aAt, bTo);
  }
  push('equal', aOffsets.length - 1, bOffsets.length - 1);
  return hunks;
}
