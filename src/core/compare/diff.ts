import { tokenize, type Unit } from '../segment/tokens.ts';
import { changesBetween, type Change } from './change.ts';
import { hunksOf, tokenOffsets, type Hunk } from './hunks.ts';
import { findMoves } from './moves.ts';
import { makeReadable, makeReadableByCharacter } from './readable.ts';
import { DEFAULT_BUDGET, matchSequences } from './sequence.ts';
import { matchWords } from './word-match.ts';
import { vocabulary, type Vocabulary } from './vocabulary.ts';

export { type Hunk } from './hunks.ts';

/** What has to be done to `old` to get `new`. The hunks cover both texts completely, in order. */
export interface Diff {
  readonly old: string;
  readonly new: string;
  readonly unit: Unit;
  readonly hunks: readonly Hunk[];
  /** Tokens kept before the readability pass. */
  readonly kept: number;
  /** The budget ran out, so that part of the diff is coarser than minimal. */
  readonly bounded: boolean;
}

export interface DiffOptions {
  /** Default: word. */
  readonly unit?: Unit;
  /** BCP 47. */
  readonly lang: string;
  /** The new text's language where it is another (variety); BCP 47. */
  readonly newLang?: string;
  /** Steps of 32 cells of the dynamic programme; beyond them the diff is coarser, never wrong. */
  readonly budget?: number;
}

/**
 * The difference of two texts, by words, characters (grapheme clusters) or sentences. Readable before minimal: by
 * words, short matches inside a rewritten clause are given up, changes begin and end at words and sentences, and a
 * phrase that was moved is recognised.
 */
export function diffTexts(oldText: string, newText: string, options: DiffOptions): Diff {
  const unit = options.unit ?? 'word';
  const budget = options.budget ?? DEFAULT_BUDGET;
  const aTokens = tokenize(oldText, unit, options.lang);
  const bTokens = tokenize(newText, unit, options.newLang ?? options.lang);
  const words = vocabulary(aTokens, bTokens);
  const { runs, kept, bounded } =
    unit === 'char' ? matchSequences(words.a, words.b, budget) : matchWords(words, budget);
  const minimal = changesBetween(runs, aTokens.length, bTokens.length);
  const changes = readable(minimal, words, unit);
  const moves = findMoves(changes, words);
  return {
    old: oldText,
    new: newText,
    unit,
    hunks: hunksOf(changes, moves, tokenOffsets(aTokens), tokenOffsets(bTokens)),
    kept,
    bounded,
  };
}

function readable(changes: readonly Change[], words: Vocabulary, unit: Unit): readonly Change[] {
  switch (unit) {
    case 'word':
      return makeReadable(changes, words);
    case 'char':
      return makeReadableByCharacter(changes, words);
    case 'sentence':
      return changes;
  }
}
