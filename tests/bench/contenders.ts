import diffSequencesModule from 'diff-sequences';
import { diffArrays } from 'diff';
import { diff_match_patch as DiffMatchPatch } from 'diff-match-patch';
import { diff as fastMyersDiff } from 'fast-myers-diff';
import { matchTokens } from '../../src/core/compare/sequence.ts';

export interface Contender {
  readonly name: string;
  /** Tokens of the old list that the edit script keeps. */
  readonly kept: (a: readonly string[], b: readonly string[]) => number;
}

export const OURS: Contender = { name: 'Lesart', kept: (a, b) => matchTokens(a, b).kept };

// CommonJS: Node gives the whole module where the types promise its default export.
const diffSequences = (diffSequencesModule as unknown as { default: typeof diffSequencesModule }).default;

const dmp = new DiffMatchPatch();
// The default gives up after a second, with a coarse diff.
dmp.Diff_Timeout = 0;

export const OTHERS: readonly Contender[] = [
  {
    name: 'jsdiff',
    kept: (a, b) => {
      let kept = 0;
      for (const part of diffArrays(a as string[], b as string[])) {
        if (!part.added && !part.removed) kept += part.value.length;
      }
      return kept;
    },
  },
  {
    name: 'fast-myers-diff',
    kept: (a, b) => {
      let kept = a.length;
      for (const [from, to] of fastMyersDiff(a, b)) kept -= to - from;
      return kept;
    },
  },
  {
    name: 'diff-match-patch',
    kept: (a, b) => {
      const { left, right } = asCharacters(a, b);
      let kept = 0;
      for (const [kind, text] of dmp.diff_main(left, right, false)) if (kind === 0) kept += text.length;
      return kept;
    },
  },
  {
    name: 'diff-sequences',
    kept: (a, b) => {
      const { left, right } = asNumbers(a, b);
      let kept = 0;
      diffSequences(
        left.length,
        right.length,
        (i, j) => left[i] === right[j],
        (common) => {
          kept += common;
        },
      );
      return kept;
    },
  },
];

function asNumbers(a: readonly string[], b: readonly string[]): { left: Int32Array; right: Int32Array } {
  const known = new Map<string, number>();
  const intern = (tokens: readonly string[]) => {
    const ids = new Int32Array(tokens.length);
    for (let i = 0; i < tokens.length; i++) {
      let id = known.get(tokens[i]!);
      if (id === undefined) known.set(tokens[i]!, (id = known.size));
      ids[i] = id;
    }
    return ids;
  };
  return { left: intern(a), right: intern(b) };
}

/** The way its documentation gives for lines: one character for each distinct token. */
function asCharacters(a: readonly string[], b: readonly string[]): { left: string; right: string } {
  const { left, right } = asNumbers(a, b);
  return { left: spellIds(left), right: spellIds(right) };
}

function spellIds(ids: Int32Array): string {
  let text = '';
  for (let i = 0; i < ids.length; i += 4096) text += String.fromCharCode(...ids.subarray(i, i + 4096));
  return text;
}
