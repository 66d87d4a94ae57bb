/** Further jumps are all alike. */
export const REACH = 10;
const WIDTH = 2 * REACH + 1;
/** Share of the jumps that may go anywhere in the row. */
const ANYWHERE = 0.1;
/** The first jumps go on by a word or few: German puts verbs last, and a word that looks the same is known anywhere. */
const FIRST_SPREAD = 3;
/** The first jumps count as this many. */
const FIRST_WEIGHT = 50;
/** Words of one side without a counterpart. */
export const UNLINKED = 0.08;

const FIRST = Float64Array.from({ length: WIDTH }, (_, at) =>
  Math.exp(-Math.abs(at - REACH - 1) / FIRST_SPREAD),
);
const FIRST_TOTAL = FIRST.reduce((sum, value) => sum + value, 0);

/**
 * Where in a row the next word's counterpart is, seen from the last one's: the jumps of an HMM (Vogel, Ney & Tillmann
 * 1996), learnt from all rows.
 */
export class Jumps {
  readonly #share = FIRST.map((value) => value / FIRST_TOTAL);
  readonly #counts = new Float64Array(WIDTH);

  /**
   * The posterior of each link of a row, by forward and backward sums. Each word stands at a place of the other side; it
   * comes from the word there, or, as it does without a counterpart, from nothing.
   * @param places words of the side that explains
   * @param words words of the other
   * @param emit t(word | word at the place), at `word * places + place`
   * @param behind background probability of each word
   * @param links out, laid out like `emit`
   */
  expect(
    places: number,
    words: number,
    emit: Float64Array,
    behind: Float64Array,
    links: Float64Array,
    weight: number,
  ): void {
    const before = new Float64Array(words * places);
    const scale = new Float64Array(words);
    const likely = (cell: number, word: number): number =>
      (1 - UNLINKED) * emit[cell]! + UNLINKED * behind[word]!;
    const norms = this.#norms(places);
    for (let word = 0; word < words; word++) {
      const row = word * places;
      let sum = 0;
      if (word === 0) {
        for (let place = 0; place < places; place++) sum += before[place] = likely(place, 0) / places;
      } else {
        for (let place = 0; place < places; place++) {
          let arrive = ANYWHERE / places;
          const low = Math.max(0, place - REACH);
          const high = Math.min(places - 1, place + REACH);
          for (let last = low; last <= high; last++)
            arrive +=
              ((1 - ANYWHERE) * before[row - places + last]! * this.#share[place - last + REACH]!) /
              norms[last]!;
          sum += before[row + place] = arrive * likely(row + place, word);
        }
      }
      scale[word] = sum;
      for (let place = 0; place < places; place++) before[row + place]! /= sum;
    }
    let after: Float64Array = new Float64Array(places).fill(1);
    for (let word = words - 1; word >= 0; word--) {
      const row = word * places;
      for (let place = 0; place < places; place++) {
        const here = before[row + place]! * after[place]!;
        const own = (1 - UNLINKED) * emit[row + place]!;
        links[row + place] = (here * own) / likely(row + place, word);
      }
      if (word === 0) break;
      // What each place of the word before leads to.
      const ahead = new Float64Array(places);
      let all = 0;
      for (let place = 0; place < places; place++) {
        ahead[place] = (likely(row + place, word) * after[place]!) / scale[word]!;
        all += ahead[place]!;
      }
      const earlier = new Float64Array(places);
      for (let last = 0; last < places; last++) {
        let leave = (ANYWHERE / places) * all;
        const low = Math.max(0, last - REACH);
        const high = Math.min(places - 1, last + REACH);
        const from = before[row - places + last]!;
        for (let place = low; place <= high; place++) {
          const step = ((1 - ANYWHERE) * this.#share[place - last + REACH]! * ahead[place]!) / norms[last]!;
          leave += step;
          this.#counts[place - last + REACH]! += weight * from * step;
        }
        earlier[last] = leave;
      }
      after = earlier;
    }
  }

  /** Learns from all jumps since the last time. */
  learn(): void {
    let total = FIRST_WEIGHT;
    for (const count of this.#counts) total += count;
    for (let at = 0; at < WIDTH; at++)
      this.#share[at] = (this.#counts[at]! + (FIRST_WEIGHT * FIRST[at]!) / FIRST_TOTAL) / total;
    this.#counts.fill(0);
  }

  /** From each place, the share of the jumps that stay in the row. */
  #norms(places: number): Float64Array {
    const norms = new Float64Array(places);
    for (let last = 0; last < places; last++) {
      const low = Math.max(0, last - REACH);
      const high = Math.min(places - 1, last + REACH);
      for (let place = low; place <= high; place++) norms[last]! += this.#share[place - last + REACH]!;
    }
    return norms;
  }
}
