import { splitWords, tokenKind } from '../segment/words.ts';
import { transliterate } from './transliterate.ts';

export interface WordRow {
  /** Where each word begins and ends in the row's text: UTF-16 offsets, half open. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** The stem of each word. */
  readonly types: Int32Array;
  /** The sentence that each word stands in, counted from 0. */
  readonly sentences: Int32Array;
}

/** Endings carry grammar, which differs by language; so much of a word tells which it is. */
const STEM_LENGTH = 4;
const DIGIT = /\p{Nd}/u;
const NOT_DIGITS = /[^\p{Nd}]/gu;
/** Written without spaces: words are short already. */
const WHOLE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const SENTENCE_END = /[.!?…。！？।॥]["'”’»)\]]*\s*$|\n/u;

/** What a word is counted by: without case, accents and endings; numbers by their digits. */
export function stemOf(word: string): string {
  const form = word.normalize('NFKC').toLowerCase();
  if (DIGIT.test(form)) return form.replace(NOT_DIGITS, '');
  if (WHOLE.test(form)) return form;
  return transliterate(form).slice(0, STEM_LENGTH);
}

/**
 * The words of one language's side of a work. Rows are read when they are first asked for: most of a long work never
 * are. Sentences are told by their marks alone: it is about where words stand, and every language's own rules would
 * cost more than they give.
 */
export class WordText {
  /** BCP 47. */
  readonly lang: string;
  /** Number of rows. */
  readonly length: number;
  /** What words are counted by, see `stemOf`: of the rows that were read. */
  readonly stems: string[] = [];
  readonly frequency: number[] = [];
  readonly #ids = new Map<string, number>();
  readonly #texts: readonly string[];
  readonly #rows = new Map<number, WordRow>();

  /** @param texts the text of each row; empty where there is none */
  constructor(texts: readonly string[], lang: string) {
    this.#texts = texts;
    this.lang = lang;
    this.length = texts.length;
  }

  /** The words of a row; none where there is no such row. */
  row(index: number): WordRow {
    let row = this.#rows.get(index);
    if (row === undefined) {
      row = this.#read(this.#texts[index] ?? '');
      this.#rows.set(index, row);
    }
    return row;
  }

  #read(text: string): WordRow {
    const [starts, ends, types, sentences]: [number[], number[], number[], number[]] = [[], [], [], []];
    let at = 0;
    let sentence = 0;
    let between = '';
    for (const token of splitWords(text, this.lang)) {
      if (tokenKind(token) === 'word') {
        if (starts.length > 0 && SENTENCE_END.test(between)) sentence += 1;
        between = '';
        starts.push(at);
        ends.push(at + token.length);
        types.push(this.#idOf(token));
        sentences.push(sentence);
      } else between += token;
      at += token.length;
    }
    return {
      starts: Int32Array.from(starts),
      ends: Int32Array.from(ends),
      types: Int32Array.from(types),
      sentences: Int32Array.from(sentences),
    };
  }

  #idOf(word: string): number {
    const stem = stemOf(word);
    let id = this.#ids.get(stem);
    if (id === undefined) {
      id = this.stems.length;
      this.#ids.set(stem, id);
      this.stems.push(stem);
      this.frequency.push(0);
    }
    this.frequency[id]! += 1;
    return id;
  }
}
