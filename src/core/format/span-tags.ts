import type { Span } from '../span.ts';

/** A text without tags, and what stood between them. */
export interface TaggedText {
  readonly text: string;
  /** In order, apart from each other; a span may be empty. */
  readonly spans: readonly Span[];
}

const OPEN = '<v>';
const CLOSE = '</v>';

/** Takes the tags `<v>…</v>` out of a text; `undefined` when they do not pair up. */
export function readSpanTags(tagged: string): TaggedText | undefined {
  if (!tagged.includes(OPEN) && !tagged.includes(CLOSE)) return { text: tagged, spans: [] };
  const spans: Span[] = [];
  let text = '';
  let at = 0;
  for (;;) {
    const open = tagged.indexOf(OPEN, at);
    const close = tagged.indexOf(CLOSE, at);
    if (open === -1 && close === -1) return { text: text + tagged.slice(at), spans };
    if (open === -1 || close < open) return undefined;
    const next = tagged.indexOf(OPEN, open + OPEN.length);
    if (next !== -1 && next < close) return undefined;
    text += tagged.slice(at, open);
    const start = text.length;
    text += tagged.slice(open + OPEN.length, close);
    spans.push({ start, end: text.length });
    at = close + CLOSE.length;
  }
}

/**
 * Puts tags around spans, which must be in order and must not overlap.
 * @throws RangeError otherwise, and for a span outside the text
 */
export function writeSpanTags({ text, spans }: TaggedText): string {
  let tagged = '';
  let at = 0;
  for (const { start, end } of spans) {
    if (!(start >= at && end >= start && end <= text.length)) {
      throw new RangeError(`spans out of order: ${start} to ${end} after ${at}, of ${text.length}`);
    }
    tagged += text.slice(at, start) + OPEN + text.slice(start, end) + CLOSE;
    at = end;
  }
  return tagged + text.slice(at);
}
