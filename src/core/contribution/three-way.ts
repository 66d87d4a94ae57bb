import { diff3Merge } from 'node-diff3';
import { tokenize } from '../segment/tokens.ts';

/** Where both sides changed the same words, each in its own way. */
export interface MergeConflict {
  readonly base: string;
  readonly current: string;
  readonly proposed: string;
}

/** A stretch of a merged text: agreed words, or a conflict that a person resolves. */
export type MergePiece = string | MergeConflict;

/** What node-diff3 says of a stretch: that it is agreed, or what each side has. */
interface Region {
  readonly ok?: readonly string[];
  readonly conflict?: Readonly<Record<'a' | 'o' | 'b', readonly string[]>>;
}

/** Longer texts (in tokens, all three together) are one conflict: a paragraph has no such number. */
const MOST_TOKENS = 30_000;

/**
 * Merges a proposal into a text that changed since: what only one side changed is taken from it, what both
 * changed alike counts once, and where they differ there is a conflict. By words and the spaces between them
 * (S. Khanna, K. Kunal, B. Pierce, "A formal investigation of diff3", 2007).
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
  const [o, a, b] = [base, current, proposed].map((text) => [...tokenize(text, 'word', lang)]) as [
    string[],
    string[],
    string[],
  ];
  if (o.length + a.length + b.length > MOST_TOKENS) return [{ base, current, proposed }];
  const regions: readonly Region[] = diff3Merge(a, o, b, { excludeFalseConflicts: true });
  return regions.flatMap(({ ok, conflict }): MergePiece[] => {
    if (ok) return ok.length > 0 ? [ok.join('')] : [];
    if (!conflict) return [];
    return [{ base: conflict.o.join(''), current: conflict.a.join(''), proposed: conflict.b.join('') }];
  });
}

/** The merged text; undefined while there is a conflict. */
export function mergedText(pieces: readonly MergePiece[]): string | undefined {
  const agreed = pieces.filter((piece) => typeof piece === 'string');
  return agreed.length === pieces.length ? agreed.join('') : undefined;
}
