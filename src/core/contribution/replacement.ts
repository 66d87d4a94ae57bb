import type { Diff } from '../compare/diff.ts';
import { tokenize } from '../segment/tokens.ts';
import { isUnspaced, tokenKind } from '../segment/words.ts';
import type { Span } from '../span.ts';
import { type Anchor, attach } from './anchor.ts';
import type { Mark } from './record.ts';

/** A change to a text: what stands at `span` becomes `words`. */
export interface Replacement {
  readonly span: Span;
  readonly words: string;
}

/** A mark's first stretch in a variant: the one that its replacement is for. */
export function firstAnchor(mark: Mark, variant: string): Anchor | undefined {
  return mark.spans.find((anchor) => (anchor.variant ?? mark.variant) === variant);
}

/**
 * What taking over a mark's better words changes in a text; undefined when the mark has none, or when the very
 * words that it marks do not stand there any more, or in several places. In a gap the words get the spaces that
 * they need.
 */
export function replacementIn(text: string, mark: Mark, variant: string): Replacement | undefined {
  const anchor = firstAnchor(mark, variant);
  if (!anchor || mark.replacement === undefined) return undefined;
  const attachment = attach(anchor, text);
  if (!('span' in attachment)) return undefined;
  const { span } = attachment;
  if (text.slice(span.start, span.end) !== anchor.quote.exact) return undefined;
  if (span.start < span.end) return { span, words: mark.replacement };
  const before = needsSpace(text.slice(0, span.start), mark.replacement) ? ' ' : '';
  const after = needsSpace(mark.replacement, text.slice(span.end)) ? ' ' : '';
  return { span, words: before + mark.replacement + after };
}

/** A text with a mark's better words in it; undefined where `replacementIn` is. */
export function applyReplacement(text: string, mark: Mark, variant: string): string | undefined {
  const change = replacementIn(text, mark, variant);
  return change && text.slice(0, change.span.start) + change.words + text.slice(change.span.end);
}

/** Whether two words would run together, in a script that has spaces between them. */
function needsSpace(before: string, after: string): boolean {
  const last = [...before.slice(-2)].at(-1) ?? ' ';
  const first = [...after.slice(0, 2)][0] ?? ' ';
  return [last, first].every((sign) => tokenKind(sign) === 'word' && !isUnspaced(sign));
}

/**
 * The share of a marked stretch's words from which on a change of them passes for its correction: any word of a
 * short mark, but not one word of a paragraph that is marked as a whole.
 */
const RESOLVING_SHARE = 0.1;

/**
 * Whether a change seems to correct what is marked: words of the stretch are gone, or, where something was missing
 * (an empty span), words came in.
 * @param span in the old text of the diff
 */
export function seemsResolved(diff: Diff, span: Span, lang: string): boolean {
  if (span.start === span.end)
    return diff.hunks.some(
      ({ kind, old, new: now }) =>
        kind === 'insert' &&
        isBlank(diff.old.slice(Math.min(old.start, span.start), Math.max(old.start, span.start))) &&
        !isBlank(diff.new.slice(now.start, now.end)),
    );
  let words = 0;
  let gone = 0;
  let at = span.start;
  const deleted = diff.hunks.filter(({ kind }) => kind === 'delete');
  for (const token of tokenize(diff.old.slice(span.start, span.end), 'word', lang)) {
    const end = at + token.length;
    if (!isBlank(token)) {
      words += 1;
      if (deleted.some(({ old }) => old.start < end && old.end > at)) gone += 1;
    }
    at = end;
  }
  return gone > 0 && gone >= words * RESOLVING_SHARE;
}

const isBlank = (text: string): boolean => text.trim() === '';
