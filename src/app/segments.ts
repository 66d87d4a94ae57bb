import type { Span } from '../core/span.ts';

/** A named stretch of a text: a mark, a found word, a changed sentence. */
export interface Layer extends Span {
  /** Classes that the stretch carries, space-separated. */
  readonly name: string;
  /** The mark that it shows, if it shows one. */
  readonly mark?: string;
}

/** A piece of text under the same layers from its first to its last character; or a gap, which has no text. */
export interface Segment {
  readonly text: string;
  readonly start: number;
  /** Distinct class names, outermost first. */
  readonly names: readonly string[];
  /** Ids of the marks here, the innermost (shortest) first. */
  readonly marks: readonly string[];
}

/** Whether a stretch is a place where something is missing. */
export const isGap = ({ start, end }: Span): boolean => start === end;

const piece = (text: string, start: number, here: readonly Layer[]): Segment => ({
  text,
  start,
  names: [...new Set(here.flatMap(({ name }) => name.split(' ')))],
  marks: [...new Set(here.flatMap(({ mark }) => (mark === undefined ? [] : [mark])).reverse())],
});

/**
 * Cuts a text wherever a layer begins or ends; overlapping layers share their pieces. Joined, the pieces give
 * the text back. Layers are clamped to the text; an empty one is a piece without text at its place.
 */
export function segment(text: string, layers: readonly Layer[]): readonly Segment[] {
  if (layers.length === 0) return [piece(text, 0, [])];
  const clamp = (offset: number): number => Math.max(0, Math.min(text.length, offset));
  const bounds = new Set([0, text.length]);
  for (const { start, end } of layers) bounds.add(clamp(start)).add(clamp(end));
  const cuts = [...bounds].sort((a, b) => a - b);
  const byLength = [...layers].sort((a, b) => b.end - b.start - (a.end - a.start));
  const [gaps, stretches] = [byLength.filter(isGap), byLength.filter((layer) => !isGap(layer))];
  return cuts.flatMap((start, index) => {
    const end = cuts[index + 1];
    const missing = gaps.filter((gap) => clamp(gap.start) === start);
    return [
      ...(missing.length > 0 ? [piece('', start, missing)] : []),
      ...(end === undefined
        ? []
        : [
            piece(
              text.slice(start, end),
              start,
              stretches.filter((layer) => layer.start <= start && layer.end >= end),
            ),
          ]),
    ];
  });
}
