import { isGap } from '../segments.ts';
import { liveRange } from '../live-range.ts';
import type { PlacedMark } from '../opened-work.ts';

const holds = (range: Range, x: number, y: number): boolean =>
  [...range.getClientRects()].some(
    ({ left, right, top, bottom }) => left <= x && x < right && top <= y && y < bottom,
  );

/**
 * The marks under a point of the text, the innermost (shortest) first: those whose words are there, and those of
 * a gap whose caret was met. @param target what the browser says is there
 */
export function marksAt(
  target: Element,
  { clientX, clientY }: MouseEvent,
  marksIn: (variant: string, paragraph: string) => readonly PlacedMark[],
): readonly string[] {
  const text = target.closest<HTMLElement>('p[data-paragraph]');
  const { variant, paragraph } = text?.dataset ?? {};
  if (!text || variant === undefined || paragraph === undefined) return [];
  const missing = target.closest<HTMLElement>('mark.gap')?.dataset['marks']?.split(' ') ?? [];
  const there = marksIn(variant, paragraph).flatMap(({ id, spans }) =>
    spans
      .filter((span) => !isGap(span) && holds(liveRange(text, span), clientX, clientY))
      .map(({ start, end }) => ({ id, length: end - start })),
  );
  // Of two that are as long the later one is the inner one, as it is in the pieces of a text.
  const inner = there.reverse().sort((a, b) => a.length - b.length);
  return [...new Set([...missing, ...inner.map(({ id }) => id)])];
}
