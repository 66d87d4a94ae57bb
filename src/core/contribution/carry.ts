import { pairSentences } from '../compare/pair-sentences.ts';
import { tokenize } from '../segment/tokens.ts';
import type { Span } from '../span.ts';

/** A paragraph's text and its language (BCP 47). */
export interface CarryText {
  readonly text: string;
  readonly lang: string;
}

/**
 * Where the error of a stretch may stand in an aligned paragraph, and what that rests on: the same `words` stand
 * there, once; else the `sentence` in the same place; else the whole `paragraph`. A proposal for a person to judge.
 */
export interface CarryProposal {
  readonly span: Span;
  readonly basis: 'words' | 'sentence' | 'paragraph';
}

/**
 * Proposes where the error that stands at `span` in one text stands in another one. For a gap (an empty span)
 * the proposal is a gap. Undefined where the other text is empty.
 */
export function proposeCarry(from: CarryText, span: Span, to: CarryText): CarryProposal | undefined {
  if (to.text.trim() === '') return undefined;
  if (span.start === span.end) return gapIn(from, span.start, to);
  const words = from.text.slice(span.start, span.end);
  const first = placeOf(words, to);
  if (first !== undefined && placeOf(words, to, first + 1) === undefined)
    return { span: { start: first, end: first + words.length }, basis: 'words' };
  return sentenceOf(from, span, to) ?? { span: { start: 0, end: to.text.length }, basis: 'paragraph' };
}

/** The first place at or after an offset where words stand as words of their own. */
function placeOf(words: string, { text, lang }: CarryText, from = 0): number | undefined {
  const borders = new Set([0]);
  let at = 0;
  for (const token of tokenize(text, 'word', lang)) borders.add((at += token.length));
  for (let start = text.indexOf(words, from); start !== -1; start = text.indexOf(words, start + 1))
    if (borders.has(start) && borders.has(start + words.length)) return start;
  return undefined;
}

function sentenceOf(from: CarryText, span: Span, to: CarryText): CarryProposal | undefined {
  const touched = pairSentences(from, to)
    .filter(({ a }) => a.some(({ start, end }) => start < span.end && end > span.start))
    .flatMap(({ b }) => b);
  const start = Math.min(...touched.map((sentence) => sentence.start));
  const end = Math.max(...touched.map((sentence) => sentence.end));
  if (touched.length === 0) return undefined;
  // White space after a sentence is nobody's error.
  return { span: { start, end: start + to.text.slice(start, end).trimEnd().length }, basis: 'sentence' };
}

/** The gap that lies as far into the sentence in the same place as the old one into its own, at a word's end. */
function gapIn(from: CarryText, at: number, to: CarryText): CarryProposal {
  const pair = pairSentences(from, to).find(({ a }) => a.some(({ start, end }) => start <= at && at <= end));
  const a = pair?.a[0];
  const b = pair?.b[0];
  const [old, next] =
    a && b
      ? [
          { start: a.start, end: pair.a.at(-1)!.end },
          { start: b.start, end: pair.b.at(-1)!.end },
        ]
      : [
          { start: 0, end: from.text.length },
          { start: 0, end: to.text.length },
        ];
  const share = (at - old.start) / Math.max(1, old.end - old.start);
  const wanted = next.start + share * (next.end - next.start);
  let best = next.start;
  let border = 0;
  for (const token of tokenize(to.text, 'word', to.lang)) {
    border += token.length;
    if (border > next.end) break;
    const isEnd = token.trim() !== '';
    if (isEnd && border >= next.start && Math.abs(border - wanted) < Math.abs(best - wanted)) best = border;
  }
  return { span: { start: best, end: best }, basis: a && b ? 'sentence' : 'paragraph' };
}
