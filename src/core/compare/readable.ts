import { merged, type Change } from './change.ts';
import { Extent } from './extent.ts';
import { isSentenceEnd, slide } from './slide.ts';
import { restoreSolidRuns } from './solid-runs.ts';
import { WORD, type Vocabulary } from './vocabulary.ts';

/** An equal run of so many words, or of so many letters, is kept between any changes. */
const SOLID_WORDS = 5;
const SOLID_LETTERS = 24;
/** An equal run goes if it says no more than this share of the smaller change beside it … */
const SLIGHT_SHARE = 0.5;
/** … or if it is one word of no more letters than this, in a chain of so many changes. */
const SLIGHT_LETTERS = 4;
const CHAIN = 3;

/**
 * A diff by words that reads well, from one that is minimal: gives up short matches between larger changes, finds
 * the solid phrase that a longer but scattered match passed over, and moves the ends of changes to where words,
 * clauses and sentences begin and end. A single word changed stays a change of a single word.
 */
export function makeReadable(changes: readonly Change[], words: Vocabulary): readonly Change[] {
  const extent = new Extent(words);
  const slight = (before: Change, after: Change) => isSlight(before, after, words, extent);
  const coarse = mergeChains(mergeOver(changes, slight), words, extent);
  const solid = restoreSolidRuns(coarse, changes, words, (before, after) => !slight(before, after));
  return slide(solid, words);
}

/**
 * The same for a diff by characters, where words have no say: a run shorter than both changes beside it goes, so that
 * a rewritten word is not a scatter of the letters it shares with the old one.
 */
export function makeReadableByCharacter(changes: readonly Change[], words: Vocabulary): readonly Change[] {
  const length = ({ aFrom, aTo, bFrom, bTo }: Change) => Math.max(aTo - aFrom, bTo - bFrom);
  const coarse = mergeOver(
    changes,
    (before, after) => after.aFrom - before.aTo < Math.min(length(before), length(after)),
  );
  return slide(coarse, words);
}

/** Merges changes over the equal runs that do not count; what grew is compared with its neighbours again. */
function mergeOver(
  changes: readonly Change[],
  isSlightBetween: (before: Change, after: Change) => boolean,
): Change[] {
  const kept: Change[] = [];
  for (const change of changes) {
    let last = change;
    for (let before; (before = kept.at(-1)) !== undefined && isSlightBetween(before, last);) {
      last = merged(before, last);
      kept.pop();
    }
    kept.push(last);
  }
  return kept;
}

/** Whether the equal run between two changes says too little to stand between them. */
function isSlight(before: Change, after: Change, words: Vocabulary, extent: Extent): boolean {
  const run = extent.words(before.aTo, after.aFrom);
  const left = extent.changedWords(before);
  const right = extent.changedWords(after);
  if (run === 0) {
    if (left === 0 || right === 0 || endsBothSentences(before, after, words)) return false;
    return !(isSameBut(before, words, extent) && isSameBut(after, words, extent));
  }
  if (run >= SOLID_WORDS || left <= run || right <= run) return false;
  const weight = extent.weight(before.aTo, after.aFrom);
  const least = Math.min(extent.changedWeight(before), extent.changedWeight(after));
  return weight < SOLID_LETTERS && weight <= SLIGHT_SHARE * least;
}

/** Whether the run is the full stop between two sentences that are both still there, rewritten. */
function endsBothSentences(before: Change, after: Change, words: Vocabulary): boolean {
  const isReplaced = ({ aFrom, aTo, bFrom, bTo }: Change) => aTo > aFrom && bTo > bFrom;
  if (!isReplaced(before) || !isReplaced(after)) return false;
  for (let i = before.aTo; i < after.aFrom; i++) if (isSentenceEnd(words.tokens[words.a[i]!]!)) return true;
  return false;
}

/** Every second word changed, with little words between: one rewritten clause. */
function mergeChains(changes: readonly Change[], words: Vocabulary, extent: Extent): Change[] {
  const result: Change[] = [];
  let chain: Change[] = [];
  const flush = () => {
    if (chain.length >= CHAIN) result.push(merged(chain[0]!, chain.at(-1)!));
    else result.push(...chain);
    chain = [];
  };
  for (const change of changes) {
    const before = chain.at(-1);
    if (before !== undefined && !isChained(before, change, words, extent)) flush();
    chain.push(change);
  }
  flush();
  return result;
}

function isChained(before: Change, after: Change, words: Vocabulary, extent: Extent): boolean {
  if (isMinute(before, words, extent) || isMinute(after, words, extent)) return false;
  if (endsBothSentences(before, after, words)) return false;
  return (
    extent.words(before.aTo, after.aFrom) <= 1 && extent.weight(before.aTo, after.aFrom) <= SLIGHT_LETTERS
  );
}

/** A change to be seen by itself: a word added or left out (a negation), a number, a capital, a mark. */
function isMinute(change: Change, words: Vocabulary, extent: Extent): boolean {
  const count = extent.words(change.aFrom, change.aTo) + extent.newWords(change.bFrom, change.bTo);
  return count <= 1 || isSameBut(change, words, extent);
}

/** Whether one word is the other but for its case, or both are numbers. */
function isSameBut({ aFrom, aTo, bFrom, bTo }: Change, words: Vocabulary, extent: Extent): boolean {
  if (extent.words(aFrom, aTo) !== 1 || extent.newWords(bFrom, bTo) !== 1) return false;
  const old = firstWord(words.a, aFrom, aTo, words);
  const now = firstWord(words.b, bFrom, bTo, words);
  return old.toLowerCase() === now.toLowerCase() || (/\p{N}/u.test(old) && /\p{N}/u.test(now));
}

function firstWord(list: Int32Array, from: number, to: number, words: Vocabulary): string {
  for (let i = from; i < to; i++) if (words.kind[list[i]!] === WORD) return words.tokens[list[i]!]!;
  return '';
}
