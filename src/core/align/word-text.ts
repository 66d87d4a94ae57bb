import { splitWords, tokenKind } from '../segment/words.ts';
import { transliterate } from './transliterate.ts';

/** The words of one language's side of a work, row by row. */
export interface WordText {
  /** BCP 47. */
  readonly lang: string;
  /** What words are counted by: a stem's reading, see `stemOf`. */
  readonly stems: readonly string[];
  readonly frequency: Int32Array;
  readonly rows: readonly WordRow[];
}

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
 * Reads the words of a text. Sentences are told by their marks alone: it is about where words stand, and every
 * language's own rules would cost more than they give.
 * @param rows the text of each row; empty where there is none
 */
export function wordText(rows: readonly string[], lang: string): WordText {
  const ids = new Map<string, number>();
  const stems: string[] = [];
  const frequency: number[] = [];
  const idOf = (word: string): number => {
    const stem = stemOf(word);
    let id = ids.get(stem);
    if (id === undefined) {
      id = stems.length;
      ids.set(stem, id);
      stems.push(stem);
      frequency.push(0);
    }
    frequency[id]! += 1;
    return id;
  };
  const read = rows.map((text): WordRow => {
    const [starts, ends, types, sentences]: [number[], number[], number[], number[]] = [[], [], [], []];
    let at = 0;
    let sentence = 0;
    let between = '';
    for (const token of splitWords(text, lang)) {
      if (tokenKind(token) === 'word') {
        if (starts.length > 0 && SENTENCE_END.test(between)) sentence += 1;
        between = '';
        starts.push(at);
        ends.push(at + token.length);
        types.push(idOf(token));
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
  });
  return { lang, stems, frequency: Int32Array.from(frequency), rows: read };
}
