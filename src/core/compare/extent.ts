import type { Change } from './change.ts';
import { WORD, type Vocabulary } from './vocabulary.ts';

/** How many words, and how much weight, a stretch of either token list has; each question in constant time. */
export class Extent {
  readonly #aWords: Int32Array;
  readonly #bWords: Int32Array;
  readonly #aWeight: Float64Array;
  readonly #bWeight: Float64Array;

  constructor(words: Vocabulary) {
    [this.#aWords, this.#aWeight] = sums(words.a, words);
    [this.#bWords, this.#bWeight] = sums(words.b, words);
  }

  /** Words in the old list, [from, to). */
  words(from: number, to: number): number {
    return this.#aWords[to]! - this.#aWords[from]!;
  }

  /** Words in the new list, [from, to). */
  newWords(from: number, to: number): number {
    return this.#bWords[to]! - this.#bWords[from]!;
  }

  /** Weight in the old list, [from, to). */
  weight(from: number, to: number): number {
    return this.#aWeight[to]! - this.#aWeight[from]!;
  }

  /** Words of the larger side of a change. */
  changedWords({ aFrom, aTo, bFrom, bTo }: Change): number {
    return Math.max(this.words(aFrom, aTo), this.newWords(bFrom, bTo));
  }

  /** Weight of the larger side of a change. */
  changedWeight({ aFrom, aTo, bFrom, bTo }: Change): number {
    return Math.max(this.weight(aFrom, aTo), this.#bWeight[bTo]! - this.#bWeight[bFrom]!);
  }
}

function sums(list: Int32Array, words: Vocabulary): [Int32Array, Float64Array] {
  const count = new Int32Array(list.length + 1);
  const weight = new Float64Array(list.length + 1);
  for (let i = 0; i < list.length; i++) {
    const id = list[i]!;
    count[i + 1] = count[i]! + (words.kind[id] === WORD ? 1 : 0);
    weight[i + 1] = weight[i]! + words.weight[id]!;
  }
  return [count, weight];
}
