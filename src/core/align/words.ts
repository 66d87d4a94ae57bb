import { transposed, type WordLinks } from './word-links.ts';
import { WordModel } from './word-model.ts';
import { type Pivot, withPivots } from './word-pivots.ts';
import { WordText } from './word-text.ts';
import { within } from './within.ts';

/** A variant's text, row by row. */
export interface RowTexts {
  /** BCP 47. */
  readonly lang: string;
  /** Empty where the variant lacks the row. */
  readonly rows: readonly string[];
}

/** More ways over other languages add little, and each costs two pairs to learn. */
const MOST_PIVOTS = 6;

/** The links of a row; undefined where one side has no words, or too many. */
export type LinksOf = (row: number) => WordLinks | undefined;

/**
 * The words of a work's variants that say the same, pair by pair as they are asked for. Learnt from the work alone;
 * each pair is learnt once, and seen also by way of other variants.
 */
export class WordAligner {
  readonly #texts: ReadonlyMap<string, RowTexts>;
  readonly #words = new Map<string, WordText>();
  readonly #learnt = new Map<string, WordModel>();
  readonly #mostPivots: number;

  /** @param texts by variant, all with the same rows; more may be added to it */
  constructor(texts: ReadonlyMap<string, RowTexts>, mostPivots = MOST_PIVOTS) {
    this.#texts = texts;
    this.#mostPivots = mostPivots;
  }

  /** A variant's words. @throws RangeError for a variant that is not there */
  text(variant: string): WordText {
    let words = this.#words.get(variant);
    if (words === undefined) {
      const text = this.#texts.get(variant);
      if (text === undefined) throw new RangeError(`no variant ${variant}`);
      words = new WordText(text.rows, text.lang);
      this.#words.set(variant, words);
    }
    return words;
  }

  /**
   * Learns the links between two variants. Yields the share of the work that is done.
   * @throws RangeError for a variant that is not there
   */
  *links(source: string, target: string): Generator<number, LinksOf> {
    const pivots = [...this.#texts.keys()]
      .filter((id) => id !== source && id !== target)
      .slice(0, this.#mostPivots);
    const steps = 1 + 2 * pivots.length;
    const direct = yield* within(0, 1 / steps, this.#learn(source, target));
    const ways: (readonly [there: LinksOf, on: LinksOf])[] = [];
    for (const [index, pivot] of pivots.entries()) {
      const start = (1 + 2 * index) / steps;
      const there = yield* within(start, start + 1 / steps, this.#learn(source, pivot));
      const on = yield* within(start + 1 / steps, start + 2 / steps, this.#learn(pivot, target));
      ways.push([there, on]);
    }
    const to = this.text(target);
    return (row) => {
      const links = direct(row);
      if (links === undefined) return undefined;
      const found = ways.flatMap(([there, on]): readonly Pivot[] => {
        const [first, second] = [there(row), on(row)];
        return first && second ? [{ there: first, on: second }] : [];
      });
      return withPivots(links, found, to.row(row).types.length);
    };
  }

  /** A pair is learnt in one direction and turned around for the other. */
  *#learn(source: string, target: string): Generator<number, LinksOf> {
    const isTurned = source > target;
    const [first, second] = isTurned ? [target, source] : [source, target];
    const key = `${first}\t${second}`;
    let model = this.#learnt.get(key);
    if (model === undefined) {
      model = new WordModel(this.text(first), this.text(second));
      yield* model.learn();
      this.#learnt.set(key, model);
    }
    const known = model;
    if (!isTurned) return (row) => known.links(row);
    const words = this.text(source);
    return (row) => {
      const links = known.links(row);
      return links && transposed(links, words.row(row).types.length);
    };
  }
}
