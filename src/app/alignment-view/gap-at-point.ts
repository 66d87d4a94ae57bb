import type { Gap } from './gaps.ts';

/** A line's height counts so much more than a place in it. */
const BESIDE_LINE = 1000;

/** The character of an element's text that stands at an offset, as a range. */
function characterAt(element: Element, offset: number): Range | undefined {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let left = offset;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { length } = node as Text;
    if (left < length) {
      const range = document.createRange();
      range.setStart(node, left);
      range.setEnd(node, left + 1);
      return range;
    }
    left -= length;
  }
  return undefined;
}

/** The index of the place between two words of a cell that is nearest to a point of the screen. */
export function gapAtPoint(
  stretches: readonly Element[],
  gaps: readonly Gap[],
  x: number,
  y: number,
  direction: 'ltr' | 'rtl',
): number | undefined {
  let [best, least]: [number | undefined, number] = [undefined, Infinity];
  for (const [index, { stretch, at }] of gaps.entries()) {
    const element = stretches[stretch];
    const rect = element && characterAt(element, at)?.getBoundingClientRect();
    if (!rect) continue;
    const lines = Math.max(0, rect.top - y, y - rect.bottom);
    const distance = lines * BESIDE_LINE + Math.abs(x - (direction === 'rtl' ? rect.right : rect.left));
    if (distance < least) [best, least] = [index, distance];
  }
  return best;
}
