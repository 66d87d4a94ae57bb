import type { Span } from '../core/span.ts';

/** A named stretch of a text: a mark, a found word, a changed sentence. */
export interface Layer extends Span {
  /** Classes that the stretch carries, space-separated. */
  readonly name: string;
  /** The mark that it shows, if it shows one. */
  readonly mark?: string;
}

/** A piece of text under the same layers from its first to its last character. */
export interface Segment {
  readonly text: string;
  readonly start: number;
  /** Distinct class names, outermost first. */
  readonly names: readonly string[];
  /** Ids of the marks here, the innermost (shortest) first. */
  readonly marks: readonly string[];
}

/**
 * Cuts a text wherever a layer begins or ends; overlapping layers share their pieces. Joined, the pieces give
 * the text back. Layers are clamped to the text; empty ones cut it and colour nothing.
 */
export function segment(text: string, layers: readonly Layer[]): readonly Segment[] {
  if (layers.length === 0) return [{ text, start: 0, names: [], marks: [] }];
  const clamp = (offset: number): number => Math.max(0, Math.min(text.length, offset));
  const bounds = new Set([0, text.length]);
  for (const { start, end } of layers) bounds.add(clamp(start)).add(clamp(end));
  const cuts = [...bounds].sort((a, b) => a - b);
  const byLength = [...layers].sort((a, b) => b.end - b.start - (a.end - a.start));
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1]!;
    const here = byLength.filter((layer) => layer.start <= start && layer.end >= end);
    return {
      text: text.slice(start, end),
      start,
      names: [...new Set(here.flatMap(({ name }) => name.split(' ')))],
      marks: [...new Set(here.flatMap(({ mark }) => (mark === undefined ? [] : [mark])).reverse())],
    };
  });
}
