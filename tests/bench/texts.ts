/** A seeded generator (mulberry32): the same texts on every machine. */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Words drawn by Zipf's law (the r-th most frequent word 1/r times as often as the first), as prose has them. */
export class Vocabulary {
  readonly #words: readonly string[];
  readonly #upTo: Float64Array;
  readonly #next: () => number;

  constructor(size: number, next: () => number) {
    this.#next = next;
    this.#words = Array.from({ length: size }, (_, rank) => spell(rank));
    this.#upTo = new Float64Array(size);
    let sum = 0;
    for (let rank = 0; rank < size; rank++) this.#upTo[rank] = sum += 1 / (rank + 1);
  }

  word(): string {
    const at = this.#next() * this.#upTo.at(-1)!;
    let low = 0;
    let high = this.#words.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#upTo[middle]! < at) low = middle + 1;
      else high = middle;
    }
    return this.#words[low]!;
  }

  words(count: number): string[] {
    return Array.from({ length: count }, () => this.word());
  }

  /** The words with a share of them substituted, deleted or preceded by a new one, in equal parts. */
  edited(words: readonly string[], share: number): string[] {
    const result: string[] = [];
    for (const word of words) {
      if (this.#next() >= share) {
        result.push(word);
        continue;
      }
      const kind = Math.floor(this.#next() * 3);
      if (kind === 0) result.push(this.word());
      if (kind === 1) result.push(this.word(), word);
    }
    return result;
  }

  /** Words as prose: spaces, a comma now and then, a full stop after some fifteen words. */
  prose(words: readonly string[]): string {
    let text = '';
    for (const [index, word] of words.entries()) {
      const mark = this.#next();
      text += word;
      if (mark < 1 / 15) text += '.';
      else if (mark < 1 / 8) text += ',';
      if (index < words.length - 1) text += ' ';
    }
    return text;
  }
}

const ONSETS = ['b', 'd', 'f', 'g', 'k', 'l', 'm', 'n', 'p', 'r', 's', 't', 'v', 'st', 'tr', 'pl'];
const NUCLEI = ['a', 'e', 'i', 'o', 'u', 'ei', 'au', 'ie'];

/** A pronounceable word for a rank; frequent words are short, as in languages. */
function spell(rank: number): string {
  const base = ONSETS.length * NUCLEI.length;
  let word = '';
  for (let rest = rank; ; rest = Math.floor(rest / base) - 1) {
    word += ONSETS[rest % ONSETS.length]! + NUCLEI[Math.floor(rest / ONSETS.length) % NUCLEI.length]!;
    if (rest < base) return word;
  }
}
