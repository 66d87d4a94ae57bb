import { currentText } from '../../core/contribution/current-text.ts';
import { joinedWith } from '../../core/contribution/joined.ts';
import { MAX_TEXT } from '../../core/work/schema.ts';
import type { DraftPart } from '../../store/drafts.ts';
import type { OpenedWork } from '../opened-work.ts';

/** A paragraph's text as it is now. */
export function textNow(opened: OpenedWork, variant: string, paragraph: string): string {
  const text = opened.paragraph(variant, paragraph)?.text ?? '';
  return currentText(text, opened.corrections(variant, paragraph));
}

/** Paragraphs with their texts as they are now. */
export const partsNow = (
  opened: OpenedWork,
  variant: string,
  paragraphs: readonly string[],
): readonly DraftPart[] =>
  paragraphs.map((paragraph) => ({ paragraph, base: textNow(opened, variant, paragraph) }));

/** The text that some paragraphs make, a line each. */
export const baseOf = (parts: readonly DraftPart[]): string => parts.map(({ base }) => base).join('\n');

/** The paragraph, and where a proposal is edited that joined several: all of them, in their order. */
export function partsOf(
  opened: OpenedWork,
  variant: string,
  paragraph: string,
  editedFrom: string | undefined,
): readonly DraftPart[] {
  const record = editedFrom === undefined ? undefined : opened.state.standing.get(editedFrom);
  const partners = record?.type === 'correction' ? joinedWith(opened.fileState, record) : [];
  const ids = [paragraph, ...partners.map((partner) => partner.paragraph)];
  return partsNow(
    opened,
    variant,
    ids.sort((a, b) => opened.indexOf(a) - opened.indexOf(b)),
  );
}

/** The next (1) or the previous (-1) paragraph of a variant that has a text. */
export function neighbourOf(
  opened: OpenedWork,
  variant: string,
  paragraph: string,
  step: 1 | -1,
): string | undefined {
  for (let at = opened.indexOf(paragraph) + step; ; at += step) {
    const row = opened.rows[at];
    if (!row) return undefined;
    if (textNow(opened, variant, row.id) !== '') return row.id;
  }
}

/** What stands between two texts that become one: Chinese and Japanese have no spaces. */
export function between(before: string, after: string, lang: string): string {
  if (before === '' || after === '' || /\s$/.test(before) || /^\s/.test(after)) return '';
  return /^(?:zh|ja)(?:-|$)/i.test(lang) ? '' : ' ';
}

/** A text as it is kept: a paragraph a line, no empty ones, no white space at their ends. */
export const tidy = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');

/** What a variant's file could not hold: a paragraph that begins like a header, or too long a text. */
export function faultOf(text: string): 'header' | 'length' | undefined {
  if (text.split('\n').some((line) => line.trimStart().startsWith('<!--'))) return 'header';
  return text.length > MAX_TEXT ? 'length' : undefined;
}
