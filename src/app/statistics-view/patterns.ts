import type { Scorer } from '../../core/mqm/weight.ts';
import type { Severity } from '../../core/mqm/typology.ts';

/** How a kind of bar is told from others, in colour and without: the colour's token and a texture. */
export interface Pattern {
  readonly id: string;
  readonly color: string;
  readonly texture: 'solid' | 'stripes' | 'dots' | 'empty';
}

/** The graver, the more of a bar is filled. */
export const SEVERITY_PATTERNS: Readonly<Record<Severity, Pattern>> = {
  critical: { id: 'critical', color: 'var(--critical)', texture: 'solid' },
  major: { id: 'major', color: 'var(--major)', texture: 'stripes' },
  minor: { id: 'minor', color: 'var(--minor)', texture: 'dots' },
  neutral: { id: 'neutral', color: 'var(--neutral)', texture: 'empty' },
};

export const SCORER_PATTERNS: Readonly<Record<Scorer, Pattern>> = {
  wmt: { id: 'wmt', color: 'var(--accent)', texture: 'solid' },
  marot: { id: 'marot', color: 'var(--accent)', texture: 'stripes' },
};

const SVG = 'http://www.w3.org/2000/svg';

/** An SVG element with these attributes. */
export function svgElement<K extends keyof SVGElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string | number>>,
  ...children: readonly (Node | string)[]
): SVGElementTagNameMap[K] {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.append(...children);
  return element;
}

export const fillOf = ({ id }: Pattern): string => `url(#${id})`;

const TILE = 6;

/** What `fillOf` refers to. */
export function definitions(patterns: readonly Pattern[]): SVGDefsElement {
  return svgElement('defs', {}, ...patterns.map(definition));
}

function definition({ id, color, texture }: Pattern): SVGPatternElement {
  const frame = { id, width: TILE, height: TILE, patternUnits: 'userSpaceOnUse' };
  const ground = (opacity: number): SVGRectElement =>
    svgElement('rect', { width: TILE, height: TILE, fill: color, 'fill-opacity': opacity });
  switch (texture) {
    case 'solid':
      return svgElement('pattern', frame, ground(1));
    case 'stripes':
      return svgElement(
        'pattern',
        { ...frame, patternTransform: 'rotate(45)' },
        ground(0.2),
        svgElement('rect', { width: TILE / 2, height: TILE, fill: color }),
      );
    case 'dots':
      return svgElement(
        'pattern',
        frame,
        ground(0.12),
        svgElement('circle', { cx: TILE / 2, cy: TILE / 2, r: 1.4, fill: color }),
      );
    case 'empty':
      return svgElement('pattern', frame, ground(0.06));
  }
}
