import type { Span } from '../span.ts';
import { type Anchor, anchorOf, attach, stands } from './anchor.ts';
import { type Cell, type CellPart, type Layout, fileParagraph } from './layout.ts';

/** What anchors are relative to: a record's own place. */
export interface Home {
  readonly variant: string;
  readonly paragraph: string;
}

interface PlacedAnchor extends Home {
  readonly anchor: Anchor;
  /** Where its words were found in the shown text. */
  readonly span?: Span;
}

/** A record's place and anchors. */
export interface Anchored extends Home {
  readonly spans: readonly Anchor[];
}

/** Anchors in files' paragraphs as anchors in what is shown of them: one over several pieces becomes several. */
export function shownAnchors(layout: Layout, { variant, paragraph, spans }: Anchored): Anchored {
  const home = layout.rowsOf(variant, paragraph)[0]!;
  const placed = spans.flatMap((anchor) => {
    const from = { variant: anchor.variant ?? variant, paragraph: anchor.paragraph ?? paragraph };
    return shownAnchor(layout, anchor, from);
  });
  return rehomed(variant, home, merged(layout, placed));
}

/** The reverse of `shownAnchors`. */
export function fileAnchors(layout: Layout, { variant, paragraph, spans }: Anchored): Anchored {
  const placed = spans.flatMap((anchor) =>
    fileAnchor(layout, anchor, {
      variant: anchor.variant ?? variant,
      paragraph: anchor.paragraph ?? paragraph,
    }),
  );
  return rehomed(variant, fileParagraph(layout, variant, paragraph), placed);
}

function rehomed(variant: string, home: string, placed: readonly PlacedAnchor[]): Anchored {
  const paragraph = placed.find((each) => each.variant === variant)?.paragraph ?? home;
  const spans = placed.map(({ variant: own, paragraph: at, anchor: { quote, start, end } }): Anchor => ({
    ...(own === variant ? {} : { variant: own }),
    ...(at === paragraph ? {} : { paragraph: at }),
    quote,
    start,
    end,
  }));
  return { variant, paragraph, spans };
}

interface Found {
  readonly span: Span;
  /** Its very words stand there. */
  readonly isExact: boolean;
}

function found(anchor: Anchor, text: string): Found | undefined {
  if (stands(anchor, text)) return { span: { start: anchor.start, end: anchor.end }, isExact: true };
  const attachment = attach(anchor, text);
  if (!('span' in attachment)) return undefined;
  const { span } = attachment;
  return { span, isExact: text.slice(span.start, span.end) === anchor.quote.exact };
}

function shownAnchor(layout: Layout, anchor: Anchor, from: Home): readonly PlacedAnchor[] {
  const { variant, paragraph } = from;
  const parts = layout.parts(variant, paragraph);
  const text = layout.fileText(variant, paragraph);
  if (!parts || text === undefined)
    return [{ variant, paragraph: layout.rowsOf(variant, paragraph)[0]!, anchor }];
  const place = found(anchor, text);
  if (!place) {
    const part = partAt(parts, Math.min(anchor.start, text.length));
    return [{ variant, paragraph: part.piece.row, anchor: shifted(anchor, part.at - part.piece.start) }];
  }
  return overlapping(parts, place.span).map(({ part, span }) => {
    const { row } = part.piece;
    const by = part.at - part.piece.start;
    const here = { start: span.start + by, end: span.end + by };
    const shown = layout.cell(variant, row)!.text;
    const isWhole = span.start === place.span.start && span.end === place.span.end;
    const now = anchored(anchor, shown, here, place.isExact || !isWhole);
    return { variant, paragraph: row, anchor: now, span: here };
  });
}

function fileAnchor(layout: Layout, anchor: Anchor, from: Home): readonly PlacedAnchor[] {
  const { variant, paragraph: row } = from;
  const cell = layout.cell(variant, row);
  if (!cell) return [{ ...from, anchor }];
  const place = found(anchor, cell.text);
  if (!place) {
    const part = shownPartAt(cell, anchor.start);
    const { paragraph, start } = part.piece;
    return [{ variant, paragraph, anchor: shifted(anchor, start - part.at) }];
  }
  const { span } = place;
  const touched: { paragraph: string; span: Span }[] = [];
  for (const { part, span: own } of overlapping(cell.parts, span, (each) => each.at)) {
    const by = part.piece.start - part.at;
    const here = { start: own.start + by, end: own.end + by };
    const last = touched.at(-1);
    // Pieces of one paragraph that go on from each other.
    if (last?.paragraph === part.piece.paragraph && last.span.end === here.start)
      last.span = { start: last.span.start, end: here.end };
    else touched.push({ paragraph: part.piece.paragraph, span: here });
  }
  return touched.map(({ paragraph, span: here }) => {
    const text = layout.fileText(variant, paragraph)!;
    return { variant, paragraph, anchor: anchored(anchor, text, here, place.isExact || touched.length > 1) };
  });
}

/** An anchor for a place; it keeps its old quote where the words are only like it, so that this can be seen. */
function anchored(old: Anchor, text: string, span: Span, isExact: boolean): Anchor {
  const anew = anchorOf(text, span.start, span.end);
  if (isExact) return anew;
  const kept = {
    quote: { ...anew.quote, exact: old.quote.exact },
    start: span.start,
    end: span.start + old.quote.exact.length,
  };
  const attachment = attach(kept, text);
  const isThere =
    'span' in attachment && attachment.span.start === span.start && attachment.span.end === span.end;
  return isThere ? kept : anew;
}

const shifted = ({ quote, start, end }: Anchor, by: number): Anchor => {
  const from = Math.max(0, start + by);
  return { quote, start: from, end: from + end - start };
};

/** The parts that a span lies in, and where: a gap lies in one. Offsets are those that `at` gives. */
function overlapping(
  parts: readonly CellPart[],
  span: Span,
  at: (part: CellPart) => number = ({ piece }) => piece.start,
): readonly { readonly part: CellPart; readonly span: Span }[] {
  const inside = parts.flatMap((part) => {
    const begin = at(part);
    const start = Math.max(span.start, begin);
    const end = Math.min(span.end, begin + part.piece.end - part.piece.start);
    return start < end ? [{ part, span: { start, end } }] : [];
  });
  if (inside.length > 0) return inside;
  // A gap, or nothing but the break between two pieces.
  const part = parts.findLast((each) => at(each) <= span.start) ?? parts[0]!;
  const start = Math.min(span.start, at(part) + part.piece.end - part.piece.start);
  return [{ part, span: { start, end: start } }];
}

const partAt = (parts: readonly CellPart[], offset: number): CellPart =>
  parts.findLast(({ piece }) => piece.start <= offset) ?? parts[0]!;

const shownPartAt = ({ parts }: Cell, offset: number): CellPart =>
  parts.findLast(({ at }) => at <= offset) ?? parts[0]!;

/** Anchors of one cell with nothing but the break of two pieces between them are one. */
function merged(layout: Layout, placed: readonly PlacedAnchor[]): readonly PlacedAnchor[] {
  const all: PlacedAnchor[] = [];
  for (const each of placed) {
    const last = all.at(-1);
    const { variant, paragraph, span } = each;
    if (last?.span && span && last.variant === variant && last.paragraph === paragraph) {
      const cell = layout.cell(variant, paragraph)!;
      const isNext =
        last.span.start < last.span.end &&
        span.start < span.end &&
        cell.parts.some(({ at }) => at === span.start) &&
        cell.parts.some(({ piece, at }) => at + piece.end - piece.start === last.span!.end) &&
        cell.text.slice(last.span.end, span.start).trim() === '' &&
        last.span.end <= span.start &&
        span.start - last.span.end <= 1;
      if (isNext) {
        const whole = { start: last.span.start, end: span.end };
        all[all.length - 1] = { ...each, span: whole, anchor: anchorOf(cell.text, whole.start, whole.end) };
        continue;
      }
    }
    all.push(each);
  }
  return all;
}
