import type { Diff } from '../compare/diff.ts';
import { tokenize } from '../segment/tokens.ts';
import { tokenKind } from '../segment/words.ts';
import type { Span } from '../span.ts';

/** Words that a correction put in the place of others. */
export interface Rendering {
  readonly old: string;
  readonly new: string;
}

/** A paragraph where the old words stand too. */
export interface RenderingPlace {
  readonly paragraph: string;
  readonly text: string;
  /** In text order, without overlaps. */
  readonly spans: readonly Span[];
  /** The text with the new words in all of these places. */
  readonly changed: string;
}

/** A longer stretch is a rewritten clause, not a term. */
const MOST_WORDS = 5;
/** Hits beyond this many paragraphs are for search and replace. */
const MOST_PLACES = 500;

/** The terms that a change renders otherwise: one to five words for one to five others, each pair once. */
export function changedRenderings(diff: Diff, lang: string): readonly Rendering[] {
  const found = new Map<string, Rendering>();
  diff.hunks.forEach((hunk, index) => {
    const next = diff.hunks[index + 1];
    if (hunk.kind !== 'delete' || next?.kind !== 'insert') return;
    if (hunk.move !== undefined || next.move !== undefined) return;
    const pair = {
      old: diff.old.slice(hunk.old.start, hunk.old.end).trim(),
      new: diff.new.slice(next.new.start, next.new.end).trim(),
    };
    if ([pair.old, pair.new].every((words) => isTerm(words, lang)))
      found.set(JSON.stringify([pair.old, pair.new]), pair);
  });
  return [...found.values()];
}

function isTerm(words: string, lang: string): boolean {
  const count = tokenize(words, 'word', lang).filter((token) => tokenKind(token) === 'word').length;
  return count > 0 && count <= MOST_WORDS;
}

/**
 * The other places of a variant where the same words stand, as words of their own and in the same case, for a
 * person to confirm the same change there.
 * @param paragraphs the variant's texts as they are now, without the paragraph that was corrected
 */
export function sameRendering(
  oldWords: string,
  newWords: string,
  paragraphs: Iterable<{ readonly id: string; readonly text: string }>,
  lang: string,
): readonly RenderingPlace[] {
  const places: RenderingPlace[] = [];
  if (oldWords.trim() === '' || oldWords === newWords) return places;
  for (const { id, text } of paragraphs) {
    const spans = placesOf(oldWords, text, lang);
    if (spans.length === 0) continue;
    places.push({ paragraph: id, text, spans, changed: replaced(text, spans, newWords) });
    if (places.length === MOST_PLACES) break;
  }
  return places;
}

/** A text with the stretches that a person confirmed replaced. */
export function replaced(text: string, spans: readonly Span[], words: string): string {
  let result = '';
  let at = 0;
  for (const { start, end } of spans) {
    result += text.slice(at, start) + words;
    at = end;
  }
  return result + text.slice(at);
}

function placesOf(words: string, text: string, lang: string): readonly Span[] {
  let start = text.indexOf(words);
  if (start < 0) return [];
  const borders = new Set([0]);
  let at = 0;
  for (const token of tokenize(text, 'word', lang)) borders.add((at += token.length));
  const spans: Span[] = [];
  while (start >= 0) {
    const end = start + words.length;
    const stands = borders.has(start) && borders.has(end);
    if (stands) spans.push({ start, end });
    start = text.indexOf(words, stands ? end : start + 1);
  }
  return spans;
}
