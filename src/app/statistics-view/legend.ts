import { fillOf, type Pattern, svgElement } from './patterns.ts';

export interface LegendEntry {
  readonly pattern: Pattern;
  readonly label: string;
}

const SWATCH = 14;
const GAP = 6;
const BETWEEN = 18;
const LINE = 22;

/**
 * The legend as a part of the drawing, so that a downloaded file has it too.
 * @param measure width of a text in px
 */
export function legend(
  entries: readonly LegendEntry[],
  width: number,
  measure: (text: string) => number,
): { readonly element: SVGGElement; readonly height: number } {
  let x = 0;
  let y = 0;
  const parts = entries.flatMap(({ pattern, label }) => {
    const size = SWATCH + GAP + measure(label);
    if (x > 0 && x + size > width) {
      x = 0;
      y += LINE;
    }
    const at = x;
    x += size + BETWEEN;
    return [
      svgElement('rect', {
        x: at + 0.5,
        y: y + 0.5,
        width: SWATCH,
        height: SWATCH,
        fill: fillOf(pattern),
        stroke: pattern.color,
      }),
      svgElement('text', { x: at + SWATCH + GAP, y: y + SWATCH - 2, 'text-anchor': 'start' }, label),
    ];
  });
  return {
    element: svgElement('g', {}, ...parts),
    height: entries.length === 0 ? 0 : y + LINE + 6,
  };
}
