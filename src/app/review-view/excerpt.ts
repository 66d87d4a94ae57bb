import type { Span } from '../../core/span.ts';

/** A stretch of a text as it is shown: as it stands, highlighted, or left out. */
export interface Piece {
  readonly kind: 'plain' | 'lit' | 'cut';
  readonly text: string;
}

/** UTF-16 units. A longer paragraph is cut to what stands around its highlighted words. */
const WHOLE = 1200;
const AROUND = 300;
/** How much of a stretch that is kept may be highlighted words. */
const LONGEST = 2000;

/**
 * A text with stretches of it highlighted; a long one is cut to their surroundings, one without any to its beginning.
 * @param spans ascending, as a check reports them; what lies outside the text is left out
 */
export function piecesOf(text: string, spans: readonly Span[]): readonly Piece[] {
  const inside = spans.filter(({ start, end }, index) => {
    const before = index > 0 ? spans[index - 1]!.end : 0;
    return start >= before && end > start && end <= text.length;
  });
  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, end } of kept(text, inside)) {
    if (start > at) pieces.push({ kind: 'cut', text: '…' });
    let from = start;
    for (const span of inside) {
      if (span.start < start || span.start >= end) continue;
      if (span.start > from) pieces.push({ kind: 'plain', text: text.slice(from, span.start) });
      pieces.push({ kind: 'lit', text: text.slice(span.start, Math.min(span.end, end)) });
      from = Math.min(span.end, end);
    }
    if (from < end) pieces.push({ kind: 'plain', text: text.slice(from, end) });
    at = end;
  }
  if (at < text.length) pieces.push({ kind: 'cut', text: '…' });
  return pieces;
}

/** The stretches of a text that are shown, ascending and apart. */
function kept(text: string, spans: readonly Span[]): readonly Span[] {
  if (text.length <= WHOLE) return [{ start: 0, end: text.length }];
  if (spans.length === 0) return [{ start: 0, end: wordEnd(text, AROUND * 2) }];
  const stretches: Span[] = [];
  for (const { start, end } of spans) {
    const from = wordStart(text, start - AROUND);
    const to = wordEnd(text, Math.min(end, start + LONGEST) + AROUND);
    const last = stretches.at(-1);
    if (last && from <= last.end) stretches.splice(-1, 1, { start: last.start, end: Math.max(last.end, to) });
    else stretches.push({ start: from, end: to });
  }
  return stretches;
}

/** How far a cut is moved to fall between words. */
const REACH = 24;

function wordStart(text: string, at: number): number {
  if (at <= 0) return 0;
  const space = text.slice(at, at + REACH).search(/\s/u);
  return whole(text, space < 0 ? at : at + space + 1);
}

function wordEnd(text: string, at: number): number {
  if (at >= text.length) return text.length;
  const space = text.slice(at, at + REACH).search(/\s/u);
  return whole(text, space < 0 ? at : at + space);
}

/** Not between the halves of a surrogate pair. */
const whole = (text: string, at: number): number => ((text.codePointAt(at - 1) ?? 0) > 0xffff ? at - 1 : at);
