import { pairSentences } from '../compare/pair-sentences.ts';
import { tokenize } from '../segment/tokens.ts';
import { tokenKind } from '../segment/words.ts';
import { wordEdits } from './word-edits.ts';

/** A source text and how it was rendered when its translation was corrected. */
export interface MemoryUnit {
  readonly source: string;
  readonly target: string;
  readonly work: string;
  readonly variant: string;
  readonly paragraph: string;
  /** Whose correction it is, and when it was made (ISO 8601). */
  readonly author: string;
  readonly time: string;
}

export interface MemoryMatch {
  readonly unit: MemoryUnit;
  /** 0..1: one less the share of words that differ. */
  readonly similarity: number;
  /** The very same text, but for white space. */
  readonly isExact: boolean;
}

export interface MemorySearch {
  /** Least similarity, above 0. Default: 0.75, below which a match costs a translator more than it saves. */
  readonly threshold?: number;
  /** Default: 5. */
  readonly limit?: number;
}

const THRESHOLD = 0.75;
const LIMIT = 5;
/** Longer texts are found where they are the very same: no translator reads through a difference in so many words. */
const MOST_WORDS = 400;
/** Candidates that are measured, those that share most words first. */
const MOST_CANDIDATES = 200;

interface Entry {
  readonly unit: MemoryUnit;
  readonly plain: string;
  readonly words: readonly string[];
}

/**
 * A small translation memory: what was said before, for the same or a similar source. A text is compared only with
 * those that share one of its rarest words: two of which at least the share `threshold` of words is the same cannot
 * miss each other so (the prefix filter of S. Chaudhuri et al., "A primitive operator for similarity joins", 2006).
 */
export class TranslationMemory {
  readonly #lang: string;
  readonly #entries: Entry[] = [];
  /** Indices of entries by a word of theirs. */
  readonly #withWord = new Map<string, number[]>();
  readonly #byText = new Map<string, number[]>();

  /** @param lang of the sources, BCP 47 */
  constructor(lang: string, units: Iterable<MemoryUnit> = []) {
    this.#lang = lang;
    for (const unit of units) this.add(unit);
  }

  get size(): number {
    return this.#entries.length;
  }

  /** Adds a unit; one that says the same as one that is there, for the same source, is one. */
  add(unit: MemoryUnit): void {
    const plain = plainOf(unit.source);
    const same = this.#byText.get(plain) ?? [];
    if (plain === '' || same.some((index) => this.#entries[index]!.unit.target === unit.target)) return;
    const index = this.#entries.length;
    const words = this.#wordsOf(unit.source);
    this.#entries.push({ unit, plain, words });
    this.#byText.set(plain, [...same, index]);
    for (const word of new Set(words)) {
      const holders = this.#withWord.get(word);
      if (holders === undefined) this.#withWord.set(word, [index]);
      else holders.push(index);
    }
  }

  /** The units whose source is most like a text, best first; of equal ones the latest added. */
  find(source: string, { threshold = THRESHOLD, limit = LIMIT }: MemorySearch = {}): readonly MemoryMatch[] {
    const plain = plainOf(source);
    const words = this.#wordsOf(source);
    const found = new Map<number, MemoryMatch>();
    for (const index of this.#byText.get(plain) ?? [])
      found.set(index, { unit: this.#entries[index]!.unit, similarity: 1, isExact: true });
    for (const index of this.#candidates(words, threshold)) {
      if (found.has(index)) continue;
      const entry = this.#entries[index]!;
      const similarity = similarityOf(words, entry.words, threshold);
      if (similarity >= threshold) found.set(index, { unit: entry.unit, similarity, isExact: false });
    }
    return [...found]
      .sort(
        ([a, one], [b, other]) =>
          Number(other.isExact) - Number(one.isExact) || other.similarity - one.similarity || b - a,
      )
      .slice(0, limit)
      .map(([, match]) => match);
  }

  #candidates(words: readonly string[], threshold: number): readonly number[] {
    if (words.length === 0 || words.length > MOST_WORDS) return [];
    const holders = (word: string) => this.#withWord.get(word) ?? [];
    const rarest = [...words].sort((a, b) => holders(a).length - holders(b).length);
    const probed = new Set(rarest.slice(0, words.length - Math.ceil(threshold * words.length) + 1));
    const shared = new Map<number, number>();
    for (const word of probed)
      for (const index of holders(word)) {
        const { length } = this.#entries[index]!.words;
        const [less, more] = length < words.length ? [length, words.length] : [words.length, length];
        if (less >= threshold * more) shared.set(index, (shared.get(index) ?? 0) + 1);
      }
    return [...shared]
      .sort(([a, most], [b, more]) => more - most || b - a)
      .slice(0, MOST_CANDIDATES)
      .map(([index]) => index);
  }

  #wordsOf(text: string): readonly string[] {
    return tokenize(text, 'word', this.#lang)
      .filter((token) => tokenKind(token) === 'word')
      .map((token) => token.toLowerCase());
  }
}

const plainOf = (text: string): string => text.trim().replace(/\s+/g, ' ');

function similarityOf(a: readonly string[], b: readonly string[], threshold: number): number {
  const longest = Math.max(a.length, b.length);
  if (longest > MOST_WORDS) return 0;
  const most = Math.floor(longest * (1 - threshold) + 1e-9);
  const edits = wordEdits(a, b, most);
  return edits === undefined ? 0 : 1 - edits / longest;
}

/**
 * The units of a corrected paragraph: the whole, and each sentence that is one sentence of the source.
 * @param source the paragraph in the language that was translated from
 */
export function memoryUnits(
  source: { readonly text: string; readonly lang: string },
  target: { readonly text: string; readonly lang: string },
  from: Omit<MemoryUnit, 'source' | 'target'>,
): readonly MemoryUnit[] {
  const whole = { ...from, source: source.text, target: target.text };
  const pairs = pairSentences(source, target);
  if (pairs.length < 2) return [whole];
  const sentences = pairs.flatMap(({ a: [said, ...more], b: [put, ...others] }): readonly MemoryUnit[] =>
    said && put && more.length + others.length === 0
      ? [
          {
            ...from,
            source: source.text.slice(said.start, said.end),
            target: target.text.slice(put.start, put.end),
          },
        ]
      : [],
  );
  return [whole, ...sentences];
}
