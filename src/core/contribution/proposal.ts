import { currentReading, pastIds } from './current-text.ts';
import type { FoldedCorrection } from './fold.ts';
import type { Correction, Verdict } from './record.ts';
import { type MergePiece, mergeThreeWay, mergedText } from './three-way.ts';
import type { CorrectionStatus } from './verdict.ts';

/**
 * How a proposal stands to the text as it is now. `current`: it says the same; `past`: the text has been through
 * it; `fresh`: it was made from it; `merged`, `conflict`: it was made from another text, and its change can, or
 * cannot, be taken over as it is.
 */
export type Standing =
  | { readonly state: 'current' | 'past' | 'fresh' }
  | { readonly state: 'merged'; readonly text: string; readonly pieces: readonly MergePiece[] }
  | { readonly state: 'conflict'; readonly pieces: readonly MergePiece[] };

/** Reviewers by their last verdict. */
export type Votes = Readonly<Record<Verdict, readonly string[]>>;

/** One correction of a paragraph, with all that is known of it. */
export interface Proposal extends FoldedCorrection {
  readonly standing: Standing;
  readonly votes: Votes;
  /** Whose text it is: of one accepted with edits the first author, then who edited it. Each once. */
  readonly authors: readonly string[];
  /** Ids of the corrections that reviewers made of it by accepting it with edits. */
  readonly editedAs: readonly string[];
  /** One of several accepted on one base, of which a person has to choose. */
  readonly isForked: boolean;
}

/** A paragraph's texts: the file's, the one it has now, and those that were proposed. */
export interface Proposals {
  readonly text: string;
  readonly current: string;
  /** Sorted by id. */
  readonly proposals: readonly Proposal[];
  /** Accepted corrections that disagree; until one is chosen the text is the one they were made from. */
  readonly fork: readonly Correction[];
}

/**
 * The state of a paragraph's proposals.
 * @param text the file's
 * @param corrections of this paragraph, as `fold` gives them
 * @param lang the variant's, BCP 47
 */
export function proposalsOf(text: string, corrections: readonly FoldedCorrection[], lang: string): Proposals {
  const { text: current, fork } = currentReading(text, corrections);
  const past = pastIds(text, corrections);
  const byId = new Map(corrections.map(({ correction }) => [correction.id, correction]));
  const proposals = corrections.map((folded): Proposal => {
    const { correction, reviews, status } = folded;
    return {
      ...folded,
      standing: standingOf(correction, status, current, past, lang),
      votes: {
        accepted: reviews.filter(({ verdict }) => verdict === 'accepted').map(({ author }) => author),
        rejected: reviews.filter(({ verdict }) => verdict === 'rejected').map(({ author }) => author),
        'changes-requested': reviews
          .filter(({ verdict }) => verdict === 'changes-requested')
          .map(({ author }) => author),
      },
      authors: authorsOf(correction, byId),
      editedAs: corrections
        .filter((other) => other.correction.editedFrom === correction.id && other.status === 'accepted')
        .map((other) => other.correction.id),
      isForked: fork.includes(correction),
    };
  });
  return { text, current, proposals, fork };
}

function standingOf(
  { id, base, text }: Correction,
  status: CorrectionStatus,
  current: string,
  past: ReadonlySet<string>,
  lang: string,
): Standing {
  if (text === current) return { state: 'current' };
  if (status === 'accepted' && past.has(id)) return { state: 'past' };
  if (base === current) return { state: 'fresh' };
  const pieces = mergeThreeWay(base, current, text, lang);
  const merged = mergedText(pieces);
  if (merged === undefined) return { state: 'conflict', pieces };
  return merged === current ? { state: 'current' } : { state: 'merged', text: merged, pieces };
}

/** Whose text a correction is, first author first; a ring of corrections (no honest device makes one) ends. */
export function authorsOf(correction: Correction, byId: ReadonlyMap<string, Correction>): readonly string[] {
  const line: Correction[] = [];
  for (let at: Correction | undefined = correction; at && !line.includes(at);) {
    line.push(at);
    at = at.editedFrom === undefined ? undefined : byId.get(at.editedFrom);
  }
  return [...new Set(line.reverse().map(({ author }) => author))];
}

/** The text of a merge, one choice made for each conflict in its order; undefined while one is not made. */
export function resolvedText(
  pieces: readonly MergePiece[],
  choices: readonly ('base' | 'current' | 'proposed' | undefined)[],
): string | undefined {
  let text = '';
  let conflict = 0;
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      text += piece;
      continue;
    }
    const choice = choices[conflict++];
    if (choice === undefined) return undefined;
    text += piece[choice];
  }
  return text;
}
