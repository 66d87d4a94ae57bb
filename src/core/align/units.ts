import { sentences } from '../segment/sentences.ts';
import type { AlignText } from './lexed-text.ts';

export type AlignUnit = 'paragraph' | 'sentence' | 'line';

const LINE_BREAK = /\r\n|[\n\r\u0085\u2028\u2029]/u;
const BLANK_LINES = /(?:\r\n|[\n\r\u0085\u2028\u2029])[^\S\n\r]*(?:\r\n|[\n\r\u0085\u2028\u2029])\s*/u;

/** Lines of a text; a line break at its end begins no further line. */
function linesOf(text: string): string[] {
  const lines = text.split(LINE_BREAK);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

/** Paragraphs stand between blank lines; in a text without blank lines each line is one. */
function paragraphsOf(text: string): string[] {
  const body = text.trim();
  const parts = BLANK_LINES.test(body) ? body.split(BLANK_LINES) : body.split(LINE_BREAK);
  return parts.map((part) => part.split(LINE_BREAK).join(' ').trim()).filter((part) => part !== '');
}

/**
 * Cuts a plain text into units to be aligned. Lines stay as they are, empty ones too, so that a unit's index is its
 * line's.
 *
 * @param lang BCP 47
 */
export function unitsOf(text: string, lang: string, unit: AlignUnit): AlignText {
  switch (unit) {
    case 'line':
      return { lang, units: linesOf(text) };
    case 'paragraph':
      return { lang, units: paragraphsOf(text) };
    case 'sentence':
      return sentencesOf(paragraphsOf(text), lang);
  }
}

/** The sentences of paragraphs, each with where it begins a paragraph. */
export function sentencesOf(paragraphs: readonly string[], lang: string): AlignText {
  const units: string[] = [];
  const starts: number[] = [];
  for (const paragraph of paragraphs) {
    starts.push(units.length);
    for (const { start, end } of sentences(paragraph, lang)) units.push(paragraph.slice(start, end));
    if (units.length === starts.at(-1)) starts.pop();
  }
  return { lang, units, paragraphs: starts };
}
