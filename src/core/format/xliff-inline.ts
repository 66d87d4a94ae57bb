import type { Span } from '../span.ts';
import { type XmlAttributes, xmlAttributes, xmlElement, xmlTextWith } from './xml-write.ts';

/** A stretch of a paragraph that an annotation marks; an empty one is a gap. */
export interface Marker extends Span {
  /** Unique in its unit. */
  readonly id: string;
  readonly attributes: XmlAttributes;
}

/** Markers inside each other, before they are written as a start and an end: readers bound the depth. */
const MAX_NESTING = 16;

/**
 * A text as the content of `source` or `target`: `mrk` around what is marked; `sm` and `em` where markers
 * overlap; `cp` for characters that XML cannot hold.
 */
export function inlineContent(text: string, markers: readonly Marker[]): string {
  const gaps = markers.filter(({ start, end }) => start === end);
  const stretches = markers
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  // At one place, in this order: ends from the inside out, gaps, starts from the outside in.
  const ends = new Map<number, string[]>();
  const starts = new Map<number, string[]>();
  const around: Span[] = [];
  for (const marker of stretches) {
    while (around.length > 0 && around.at(-1)!.end <= marker.start) around.pop();
    const outer = around.at(-1);
    if ((outer === undefined || marker.end <= outer.end) && around.length < MAX_NESTING) {
      around.push(marker);
      addTo(starts, marker.start, `<mrk${xmlAttributes(attributesOf(marker))}>`);
      addTo(ends, marker.end, '</mrk>');
    } else {
      addTo(starts, marker.start, xmlElement('sm', attributesOf(marker)));
      addTo(ends, marker.end, xmlElement('em', { startRef: marker.id }));
    }
  }
  const between = new Map<number, string[]>();
  for (const gap of gaps) addTo(between, gap.start, xmlElement('mrk', attributesOf(gap)));

  const places = [...new Set([...ends.keys(), ...between.keys(), ...starts.keys()])].sort((a, b) => a - b);
  const parts: string[] = [];
  let at = 0;
  for (const place of places) {
    parts.push(codePoints(text.slice(at, place)));
    parts.push(...(ends.get(place) ?? []).reverse());
    parts.push(...(between.get(place) ?? []), ...(starts.get(place) ?? []));
    at = place;
  }
  return parts.join('') + codePoints(text.slice(at));
}

function addTo(lists: Map<number, string[]>, place: number, markup: string): void {
  const list = lists.get(place);
  if (list === undefined) lists.set(place, [markup]);
  else list.push(markup);
}

const attributesOf = ({ id, attributes }: Marker): XmlAttributes => ({ id, ...attributes });

/** XLIFF's way to say a character that XML has none for. */
const codePoints = (text: string): string =>
  xmlTextWith(text, (character) =>
    xmlElement('cp', { hex: character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0') }),
  );
