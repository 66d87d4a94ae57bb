import type { Change } from './change.ts';
import type { MovedPart, Moves } from './hunks.ts';
import { isUnspaced } from '../segment/words.ts';
import { isOpening } from './slide.ts';
import { MARK, SPACE, UNSPACED_LETTERS, WORD, type Vocabulary } from './vocabulary.ts';

/** A phrase is recognised as moved from so many words, or so many letters, on. */
const PHRASE_WORDS = 3;
const PHRASE_LETTERS = 20;

/** A changed stretch of one list; tokens [from, to). */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * Phrases that were deleted in one place and inserted in another: at least three words or twenty letters (of a
 * script without spaces, seven characters), standing once in all that was deleted and once in all that was inserted.
 * Linear in the changed tokens.
 */
export function findMoves(changes: readonly Change[], words: Vocabulary): Moves {
  const deleted = changes.filter((c) => c.aTo > c.aFrom).map((c) => ({ from: c.aFrom, to: c.aTo }));
  const inserted = changes.filter((c) => c.bTo > c.bFrom).map((c) => ({ from: c.bFrom, to: c.bTo }));
  if (deleted.length === 0 || inserted.length === 0) return { deleted: [], inserted: [] };
  const measure = new Measure(words);
  const old = phrases(words.a, deleted, measure);
  const now = phrases(words.b, inserted, measure);
  const found: { a: number; b: number; length: number }[] = [];
  let covered = 0;
  for (const [hash, seed] of old) {
    const place = now.get(hash);
    if (seed === undefined || place === undefined || seed.at < covered) continue;
    const run = commonRun(words, seed, place, measure, covered);
    if (run === undefined) continue;
    found.push(run);
    covered = run.a + run.length;
  }
  return numbered(withoutOverlap(found));
}

/** Where a phrase begins, and the changed stretch around it. */
interface Seed {
  readonly at: number;
  readonly stretch: Stretch;
}

/** The shortest phrases by hash, from each word on; undefined for one that stands twice. In text order. */
function phrases(
  list: Int32Array,
  stretches: readonly Stretch[],
  measure: Measure,
): Map<number, Seed | undefined> {
  const found = new Map<number, Seed | undefined>();
  for (const stretch of stretches) {
    for (let at = stretch.from; at < stretch.to; at++) {
      if (!measure.isSolid(list[at]!)) continue;
      const hash = measure.phraseHash(list, at, stretch.to);
      if (hash === undefined) break;
      found.set(hash, found.has(hash) ? undefined : { at, stretch });
    }
  }
  return found;
}

/** The whole run around a pair of seeds, with the marks that belong to it, without white space at its ends. */
function commonRun(
  { a, b }: Vocabulary,
  old: Seed,
  now: Seed,
  measure: Measure,
  covered: number,
): { a: number; b: number; length: number } | undefined {
  let aFrom = old.at;
  let bFrom = now.at;
  let aTo = aFrom;
  let bTo = bFrom;
  while (aTo < old.stretch.to && bTo < now.stretch.to && a[aTo] === b[bTo]) {
    aTo++;
    bTo++;
  }
  const first = Math.max(old.stretch.from, covered);
  while (aFrom > first && bFrom > now.stretch.from && a[aFrom - 1] === b[bFrom - 1]) {
    aFrom--;
    bFrom--;
  }
  while (aFrom < aTo && !measure.mayBegin(a[aFrom]!)) {
    aFrom++;
    bFrom++;
  }
  while (aTo > aFrom && !measure.mayEnd(a[aTo - 1]!)) aTo--;
  return measure.isPhrase(a, aFrom, aTo) ? { a: aFrom, b: bFrom, length: aTo - aFrom } : undefined;
}

/** Ascending in a; where two meet in b, the longer one stays. */
function withoutOverlap(runs: readonly { a: number; b: number; length: number }[]): typeof runs {
  const kept: { a: number; b: number; length: number }[] = [];
  for (const run of runs.toSorted((x, y) => x.b - y.b)) {
    const before = kept.at(-1);
    if (before === undefined || before.b + before.length <= run.b) kept.push(run);
    else if (run.length > before.length) kept[kept.length - 1] = run;
  }
  return kept.sort((x, y) => x.a - y.a);
}

function numbered(runs: readonly { a: number; b: number; length: number }[]): Moves {
  const deleted: MovedPart[] = runs.map(({ a, length }, index) => ({
    from: a,
    to: a + length,
    move: index + 1,
  }));
  const inserted: MovedPart[] = runs.map(({ b, length }, index) => ({
    from: b,
    to: b + length,
    move: index + 1,
  }));
  inserted.sort((x, y) => x.from - y.from);
  return { deleted, inserted };
}

const WORD_CHARACTERS = /[\p{L}\p{N}]/gu;
const SPACED_WORDS = /[\p{L}\p{N}]+/gu;

/** What counts as a phrase. Knows each token of the vocabulary, whatever the unit: a word, a character, a sentence. */
class Measure {
  readonly #tokens: readonly string[];
  readonly #kind: Uint8Array;
  /** By id, as far as asked for. */
  readonly #letters: number[] = [];
  readonly #words: number[] = [];

  constructor({ tokens, kind }: Vocabulary) {
    this.#tokens = tokens;
    this.#kind = kind;
  }

  #lettersOf(id: number): number {
    return (this.#letters[id] ??= this.#countLetters(id));
  }

  #countLetters(id: number): number {
    const token = this.#tokens[id]!;
    if (this.#kind[id] === SPACE || (this.#kind[id] === MARK && token.length < PHRASE_LETTERS)) return 0;
    const letters = token.match(WORD_CHARACTERS)?.length ?? 0;
    return Math.min(PHRASE_LETTERS, letters * (isUnspaced(token) ? UNSPACED_LETTERS : 1));
  }

  #wordsOf(id: number): number {
    return (this.#words[id] ??= this.#countWords(id));
  }

  #countWords(id: number): number {
    const token = this.#tokens[id]!;
    if (this.#lettersOf(id) === 0 || isUnspaced(token)) return 0;
    return Math.min(PHRASE_WORDS, token.match(SPACED_WORDS)?.length ?? 0);
  }

  isSolid(id: number): boolean {
    return this.#kind[id] === WORD || this.#lettersOf(id) > 0;
  }

  /** A word, or a mark that opens. */
  mayBegin(id: number): boolean {
    return this.isSolid(id) || (this.#kind[id] === MARK && isOpening(this.#tokens[id]!));
  }

  /** A word, or a mark that closes. */
  mayEnd(id: number): boolean {
    return this.isSolid(id) || (this.#kind[id] === MARK && !isOpening(this.#tokens[id]!));
  }

  isPhrase(list: Int32Array, from: number, to: number): boolean {
    return this.#end(list, from, to) !== undefined;
  }

  /** A hash of the shortest phrase from `from` on that ends by `to`. */
  phraseHash(list: Int32Array, from: number, to: number): number | undefined {
    const end = this.#end(list, from, to);
    if (end === undefined) return undefined;
    let hash = 0;
    for (let i = from; i < end; i++) hash = Math.imul(hash ^ list[i]!, 0x9e3779b1) + (hash >>> 13);
    return hash >> 1;
  }

  #end(list: Int32Array, from: number, to: number): number | undefined {
    let words = 0;
    let letters = 0;
    for (let i = from; i < to; i++) {
      words += this.#wordsOf(list[i]!);
      letters += this.#lettersOf(list[i]!);
      if (words >= PHRASE_WORDS || letters >= PHRASE_LETTERS) return i + 1;
    }
    return undefined;
  }
}
