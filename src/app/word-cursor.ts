import { sentences } from '../core/segment/sentences.ts';
import { tokenize } from '../core/segment/tokens.ts';
import type { Span } from '../core/span.ts';

const WORD = /[\p{L}\p{N}]/u;

/** The words of a text, punctuation and white space left out. */
export function wordsOf(text: string, lang: string): readonly Span[] {
  const words: Span[] = [];
  let start = 0;
  for (const token of tokenize(text, 'word', lang)) {
    if (WORD.test(token)) words.push({ start, end: start + token.length });
    start += token.length;
  }
  return words;
}

/** A stretch of words that is chosen by keys: where it began and where it goes to, as indices of words. */
export interface WordCursor {
  readonly words: readonly Span[];
  readonly anchor: number;
  readonly focus: number;
  /** The place before or after the word is meant, where something is missing. */
  readonly gap?: 'before' | 'after';
}

/** A cursor on the first word at or after an offset; undefined in a text without words. */
export function cursorAt(text: string, lang: string, offset = 0): WordCursor | undefined {
  const words = wordsOf(text, lang);
  if (words.length === 0) return undefined;
  const found = words.findIndex(({ end }) => end > offset);
  const at = found < 0 ? words.length - 1 : found;
  return { words, anchor: at, focus: at };
}

/** The cursor after a step by words, or, extending, the stretch with its moving end a step on. */
export function stepped(cursor: WordCursor, step: number, extend: boolean): WordCursor {
  const focus = Math.max(0, Math.min(cursor.words.length - 1, cursor.focus + step));
  const { gap, ...rest } = cursor;
  // A gap goes from word to word; extended, it is a stretch of words again.
  return { ...rest, focus, anchor: extend ? cursor.anchor : focus, ...(gap && !extend ? { gap } : {}) };
}

/** The gap before the word, then the one after it, then the word again. */
export function withGap(cursor: WordCursor): WordCursor {
  const { gap, ...rest } = cursor;
  if (gap === 'after') return rest;
  return { ...rest, anchor: cursor.focus, gap: gap === 'before' ? 'after' : 'before' };
}

/** The stretch of text from the first to the last chosen word, punctuation between them included; empty for a gap. */
export function chosenSpan({ words, anchor, focus, gap }: WordCursor): Span {
  const at = gap && words[focus]?.[gap === 'before' ? 'start' : 'end'];
  if (at !== undefined) return { start: at, end: at };
  const first = words[Math.min(anchor, focus)];
  const last = words[Math.max(anchor, focus)];
  return { start: first?.start ?? 0, end: last?.end ?? 0 };
}

/** The cursor over the whole sentence that its moving end stands in. */
export function wholeSentence(cursor: WordCursor, text: string, lang: string): WordCursor {
  const at = cursor.words[cursor.focus]?.start ?? 0;
  const sentence = sentences(text, lang).find(({ start, end }) => start <= at && at < end);
  if (!sentence) return cursor;
  const inside = (word: Span): boolean => word.start < sentence.end && word.end > sentence.start;
  return {
    ...cursor,
    anchor: cursor.words.findIndex(inside),
    focus: cursor.words.findLastIndex(inside),
  };
}

/**
 * A stretch with one end a word further on or back: to the next border of a word in that direction. It keeps a
 * word at least; a gap goes to the next border as a whole.
 */
export function resized(span: Span, edge: 'start' | 'end', step: 1 | -1, text: string, lang: string): Span {
  const words = wordsOf(text, lang);
  const isGap = span.start === span.end;
  const bounds = isGap
    ? [...new Set(words.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b)
    : words.map((word) => word[edge]);
  const from = span[edge];
  const to = step > 0 ? bounds.find((at) => at > from) : bounds.findLast((at) => at < from);
  if (to === undefined) return span;
  if (isGap) return { start: to, end: to };
  const next = { ...span, [edge]: to };
  return words.some(({ start, end }) => start >= next.start && end <= next.end) ? next : span;
}
