import {
  axisFy,
  axisX,
  axisY,
  barX,
  gridX,
  gridY,
  type Markish,
  type Plot,
  plot,
  type PlotOptions,
  rectY,
  ruleX,
  ruleY,
  text,
} from '@observablehq/plot';
import { language } from '../../i18n/i18n.ts';
import type { BarsAlongText, Chart, GroupedBars, PlaceBar, StackedBars } from './chart.ts';
import { legend } from './legend.ts';
import { definitions, fillOf, type Pattern, svgElement } from './patterns.ts';

/** Px; the figure's style sheet has the same. */
const FONT_SIZE = 12;
const BAR = 19;
const LINE = 15;
/** Room for the value beside the longest bar. */
const MARGIN_END = 56;
/** Height of a panel along the text, when it stands alone and among others. */
const LONE_PANEL = 170;
const PANEL = 110;

export interface Drawing {
  readonly svg: SVGSVGElement;
  /** The value of the horizontal axis at a place, in px of the drawing. */
  readonly valueAt: (x: number) => number;
}

/**
 * Draws a chart. The library comes with this module. What it says in a style element is in the figure's style
 * sheet: the page's policy allows no other.
 * @param width in px
 */
export function drawChart(chart: Chart, width: number): Drawing {
  const drawn = plot({ ...optionsOf(chart, width), width }) as SVGSVGElement & Plot;
  drawn.querySelector('style')?.remove();
  const { invert } = drawn.scale('x') ?? {};
  return {
    svg: withLegend(drawn, chart, width),
    valueAt: (x) => Number(invert?.(x)),
  };
}

function optionsOf(chart: Chart, width: number): PlotOptions {
  switch (chart.kind) {
    case 'grouped':
      return grouped(chart, width);
    case 'stacked':
      return stacked(chart, width);
    case 'along':
      return along(chart);
  }
}

function grouped({ bars, values, names, max }: GroupedBars, width: number): PlotOptions {
  const shown = [...new Set(bars.map(({ name }) => name))];
  const patterns = [...new Set(bars.map(({ pattern }) => pattern.id))];
  const labels = nameColumn(shown, width);
  const group = Math.max(patterns.length * BAR, labels.lines * LINE) + 12;
  const at = { x: 'value', y: ({ pattern }: { pattern: Pattern }) => pattern.id, fy: 'name' };
  return {
    height: shown.length * group + 64,
    marginLeft: labels.width,
    marginRight: MARGIN_END,
    marginTop: 24,
    marginBottom: 40,
    x: { ...(max === undefined ? {} : { domain: [0, max] }), zero: true, nice: max === undefined },
    y: { axis: null, domain: patterns, padding: 0.12 },
    fy: { domain: shown, padding: 0.12 },
    marks: [
      axisFy({ anchor: 'left', label: null, lineWidth: labels.ems, fontSize: FONT_SIZE, dx: -4 }),
      axisX({ label: null, fontSize: FONT_SIZE, ticks: 5, tickFormat }),
      gridX({ ticks: 5 }),
      barX(bars, {
        ...at,
        fill: ({ pattern }: { pattern: Pattern }) => fillOf(pattern),
        ...outline,
        title: 'title',
      }),
      text(bars, { ...at, text: 'text', textAnchor: 'start', dx: 5, fontSize: FONT_SIZE }),
      ruleX([0]),
      ...axisTitles(values, names),
    ],
  };
}

function stacked({ bars, totals, values, names }: StackedBars, width: number): PlotOptions {
  const shown = totals.map(({ name }) => name);
  const labels = nameColumn(shown, width);
  const line = Math.max(BAR, labels.lines * LINE) + 8;
  return {
    height: shown.length * line + 64,
    marginLeft: labels.width,
    marginRight: MARGIN_END,
    marginTop: 24,
    marginBottom: 40,
    x: { zero: true, nice: true },
    y: { domain: shown, padding: 0.2 },
    marks: [
      axisY({ label: null, lineWidth: labels.ems, fontSize: FONT_SIZE, tickSize: 0 }),
      axisX({ label: null, fontSize: FONT_SIZE, ticks: 5, tickFormat }),
      gridX({ ticks: 5 }),
      barX(bars, {
        x: 'value',
        y: 'name',
        fill: ({ pattern }: { pattern: Pattern }) => fillOf(pattern),
        ...outline,
        title: 'title',
      }),
      text(totals, { x: 'value', y: 'name', text: 'text', textAnchor: 'start', dx: 5, fontSize: FONT_SIZE }),
      ruleX([0]),
      ...axisTitles(values, names),
    ],
  };
}

function along({ panels, pattern, values, names, from, to }: BarsAlongText): PlotOptions {
  const bars = panels.flatMap((panel) => panel.bars.map((bar) => ({ ...bar, name: panel.name })));
  const shown = panels.map(({ name }) => name);
  return {
    height: (shown.length === 1 ? LONE_PANEL : shown.length * PANEL) + 72,
    marginLeft: 52,
    marginRight: MARGIN_END,
    marginTop: 26,
    marginBottom: 42,
    x: { domain: [from - 0.5, to + 0.5] },
    y: { zero: true, nice: true },
    fy: { domain: shown, padding: 0.25, axis: null },
    marks: [
      axisX({
        label: null,
        fontSize: FONT_SIZE,
        tickFormat: (value: number) => (Number.isInteger(value) ? tickFormat(value) : ''),
      }),
      axisY({
        label: values,
        labelAnchor: 'center',
        labelArrow: 'none',
        fontSize: FONT_SIZE,
        ticks: 3,
        tickFormat,
      }),
      gridY({ ticks: 3 }),
      rectY(bars, {
        x1: ({ from: first }: PlaceBar) => first - 0.5,
        x2: ({ to: last }: PlaceBar) => last + 0.5,
        y: 'value',
        fy: 'name',
        fill: fillOf(pattern),
        inset: 0.5,
        title: 'title',
        className: 'places',
      }),
      ruleY([0]),
      endTitle(names),
      text(shown, {
        fy: (name: string) => name,
        text: (name: string) => name,
        frameAnchor: 'top-left',
        dy: -16,
        fontSize: FONT_SIZE,
        fontWeight: 600,
      }),
    ],
  };
}

const outline = { stroke: ({ pattern }: { pattern: Pattern }) => pattern.color, strokeWidth: 1 };

const tickFormat = (value: number): string => value.toLocaleString(language());

/** Of all panels together. */
const title = { facet: 'super', fontSize: FONT_SIZE, fontStyle: 'italic' } as const;

/** The title of a horizontal axis: below its end, so that it may be longer than the axis. */
const endTitle = (label: string): Markish =>
  text([label], { ...title, frameAnchor: 'bottom-right', textAnchor: 'end', dy: 32, dx: MARGIN_END - 8 });

/** Titles of the axis of values and of that of names: along the second there is no room. */
const axisTitles = (values: string, names: string): readonly Markish[] => [
  endTitle(values),
  text([names], { ...title, frameAnchor: 'top-left', textAnchor: 'start', dy: -14, dx: 4 }),
];

interface NameColumn {
  readonly width: number;
  /** Longest line of a name, in the library's unit. */
  readonly ems: number;
  /** Lines of the longest name. */
  readonly lines: number;
}

/** Room for names beside their bars: at most two fifths of the width, broken into lines where that is too little. */
function nameColumn(names: readonly string[], width: number): NameColumn {
  const longest = Math.max(0, ...names.map(measure));
  const room = Math.min(longest + 4, Math.max(90, Math.min(260, width * 0.4)));
  // A line breaks between words, so that it is not filled to the end.
  return { width: room + 14, ems: room / FONT_SIZE, lines: Math.ceil((longest / room) * 1.15 - 0.15) };
}

let context: CanvasRenderingContext2D | null | undefined;

/** Width of a text in px, in the font that charts are set in. */
function measure(label: string): number {
  context ??= document.createElement('canvas').getContext('2d');
  if (!context) return label.length * FONT_SIZE * 0.6;
  context.font = `${String(FONT_SIZE)}px ${getComputedStyle(document.body).fontFamily}`;
  return context.measureText(label).width;
}

/** The drawing with its legend above it and the textures that bars are filled with. */
function withLegend(drawn: SVGSVGElement, { legend: entries, label }: Chart, width: number): SVGSVGElement {
  const { element, height } = legend(entries, width - 8, measure);
  // One image: what the library says of its parts, in English, is not for anybody.
  for (const part of drawn.querySelectorAll('[aria-label], [aria-description], [aria-hidden]'))
    for (const name of ['aria-label', 'aria-description', 'aria-hidden']) part.removeAttribute(name);
  const own = Number(drawn.getAttribute('height'));
  const body = svgElement('g', { transform: `translate(0,${String(height)})` }, ...drawn.childNodes);
  element.setAttribute('transform', 'translate(4,0)');
  drawn.replaceChildren(definitions(entries.map(({ pattern }) => pattern)), element, body);
  drawn.setAttribute('height', String(own + height));
  drawn.setAttribute('viewBox', `0 0 ${String(width)} ${String(own + height)}`);
  drawn.setAttribute('font-size', String(FONT_SIZE));
  drawn.setAttribute('font-family', 'system-ui, sans-serif');
  // Numbers and bars run from left to right in every language.
  drawn.setAttribute('direction', 'ltr');
  drawn.setAttribute('role', 'img');
  drawn.setAttribute('aria-label', label);
  return drawn;
}
