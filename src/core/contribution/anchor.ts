import type { Span } from '../span.ts';
import { approximateMatches, editDistance } from './edit-distance.ts';
import { attachGap } from './gap.ts';

/** A stretch of a paragraph that survives edits: its words with their surroundings, and its offsets. Without words
 * it is a gap, where something is missing. */
export interface Anchor {
  /** When it is not the variant of the record that carries it. */
  readonly variant?: string;
  /** When it is not the paragraph of the record that carries it. */
  readonly paragraph?: string;
  readonly quote: { readonly exact: string; readonly prefix: string; readonly suffix: string };
  readonly start: number;
  readonly end: number;
}

/**
 * Where an anchor stands in a text. `exact`: in its place, its words untouched; `moved`: its words
 * elsewhere; `approximate`: words like its own; `ambiguous`: several places fit as well; `lost`: none does.
 * A score is 0..1.
 */
export type Attachment =
  | { readonly state: 'exact' | 'moved' | 'approximate'; readonly span: Span; readonly score: number }
  | { readonly state: 'ambiguous'; readonly candidates: readonly Span[] }
  | { readonly state: 'lost' };

/** Characters of context on each side. */
export const CONTEXT_LENGTH = 32;
/**
 * A character of context weighs a quarter of one of the quote. Higher, and a long quote in new surroundings
 * is lost; lower, and a lone comma attaches anywhere.
 */
const CONTEXT_WEIGHT = 0.25;
/** A longer quote needs no more weight against its context. */
const MAX_QUOTE_WEIGHT = 64;
/**
 * Below this a place is no match. Unrelated prose scores 0.2 to 0.3 on context alone, so that an intact
 * quote stands by itself from about 14 characters on, and a shorter one needs its surroundings.
 */
const MIN_SCORE = 0.6;
/** Share of a quote that may differ for an approximate match. */
const MAX_ERROR_SHARE = 0.4;
/** Two places nearer than this to each other in score are a tie. */
const TIE = 0.05;
/** Places that are scored, the nearest to the old offset first; each costs two distances of 32 x 32. */
const MAX_CANDIDATES = 256;
/** Cells of the approximate search, some ten milliseconds; beyond, only the text around the old place. */
const MAX_CELLS = 4_000_000;
/** How far an edge of an approximate match is looked for on both sides, and for which quotes. */
const EDGE_REACH = 12;
const MAX_REFINED_LENGTH = 512;

interface Candidate extends Span {
  readonly score: number;
}

/**
 * Anchors a stretch of a text, or with `start` = `end` a gap in it.
 * @throws RangeError for a stretch outside the text, or for a gap in an empty one
 */
export function anchorOf(text: string, start: number, end: number): Anchor {
  if (!(start >= 0 && start <= end && end <= text.length && text.length > 0)) {
    throw new RangeError(`no stretch of the text: ${start} to ${end} of ${text.length}`);
  }
  const prefix = text.slice(Math.max(0, start - CONTEXT_LENGTH), start).replace(/^[\uDC00-\uDFFF]/, '');
  const suffix = text.slice(end, end + CONTEXT_LENGTH).replace(/[\uD800-\uDBFF]$/, '');
  return { quote: { exact: text.slice(start, end), prefix, suffix }, start, end };
}

/** Finds an anchor in a text that may have changed since. The place is never guessed: see `Attachment`. */
export function attach(anchor: Anchor, text: string): Attachment {
  if (anchor.quote.exact === '') return attachGap(anchor, text);
  const exact = candidates(anchor, text, occurrences(anchor, text));
  const inPlace = exact.find(({ start }) => start === anchor.start);
  const best = exact[0];
  if (best !== undefined) {
    // The old place wins unless another one fits better by more than a tie.
    if (inPlace !== undefined && best.score - inPlace.score < TIE) return attached('exact', inPlace);
    return decide('moved', exact);
  }
  const found = decide('approximate', candidates(anchor, text, resemblances(anchor, text)));
  return found.state === 'approximate' ? attached(found.state, refined(anchor, text, found)) : found;
}

/** Whether an anchor of a record stands in a paragraph; both default to the record's own. */
export function standsIn(
  anchor: Anchor,
  home: { readonly variant: string | undefined; readonly paragraph: string | undefined },
  variant: string,
  paragraph: string,
): boolean {
  return (anchor.variant ?? home.variant) === variant && (anchor.paragraph ?? home.paragraph) === paragraph;
}

/** Whether an anchor is in its old place in its old surroundings: then `attach`, at many times the cost, says the
 * same, and a work may have 100,000 marks to look at. */
export function stands({ quote, start, end }: Anchor, text: string): boolean {
  const from = start - quote.prefix.length;
  return (
    from >= 0 && text.slice(from, end + quote.suffix.length) === quote.prefix + quote.exact + quote.suffix
  );
}

function decide(state: 'moved' | 'approximate', ranked: readonly Candidate[]): Attachment {
  const best = ranked[0];
  if (best === undefined) return { state: 'lost' };
  const tied = ranked.filter(({ score }) => best.score - score < TIE);
  if (tied.length === 1) return attached(state, best);
  const spans = tied.map(({ start, end }) => ({ start, end })).sort((a, b) => a.start - b.start);
  return { state: 'ambiguous', candidates: spans };
}

function attached(state: 'exact' | 'moved' | 'approximate', { start, end, score }: Candidate): Attachment {
  return { state, span: { start, end }, score };
}

/** The places that are good enough, best first. */
function candidates(
  anchor: Anchor,
  text: string,
  places: readonly (Span & { errors: number })[],
): Candidate[] {
  const distance = ({ start }: Span) => Math.abs(start - anchor.start);
  return [...places]
    .sort((a, b) => a.errors - b.errors || distance(a) - distance(b))
    .slice(0, MAX_CANDIDATES)
    .map(({ start, end, errors }) => ({ start, end, score: scoreOf(anchor, text, { start, end }, errors) }))
    .filter(({ score }) => score >= MIN_SCORE)
    .sort((a, b) => b.score - a.score || distance(a) - distance(b));
}

function scoreOf({ quote }: Anchor, text: string, { start, end }: Span, errors: number): number {
  // Only as much context as there was: a paragraph that got a new beginning does not lose its marks.
  const before = text.slice(Math.max(0, start - quote.prefix.length), start);
  const after = text.slice(end, end + quote.suffix.length);
  const weights = {
    exact: Math.min(quote.exact.length, MAX_QUOTE_WEIGHT),
    prefix: quote.prefix.length * CONTEXT_WEIGHT,
    suffix: quote.suffix.length * CONTEXT_WEIGHT,
  };
  const sum =
    weights.exact * Math.max(0, 1 - errors / quote.exact.length) +
    weights.prefix * similarity(quote.prefix, before) +
    weights.suffix * similarity(quote.suffix, after);
  return sum / (weights.exact + weights.prefix + weights.suffix);
}

function similarity(a: string, b: string): number {
  const longest = Math.max(a.length, b.length);
  return longest === 0 || a === b ? 1 : 1 - editDistance(a, b) / longest;
}

function occurrences({ quote: { exact } }: Anchor, text: string): (Span & { errors: number })[] {
  const found = [];
  for (let start = text.indexOf(exact); start !== -1; start = text.indexOf(exact, start + 1)) {
    found.push({ start, end: start + exact.length, errors: 0 });
  }
  return found;
}

function resemblances({ quote: { exact }, start, end }: Anchor, text: string): (Span & { errors: number })[] {
  const reach = Math.floor(MAX_CELLS / exact.length);
  if (reach < exact.length) return [];
  const middle = Math.min((start + end) >> 1, text.length);
  const from = text.length <= reach ? 0 : Math.max(0, Math.min(middle - (reach >> 1), text.length - reach));
  const maxErrors = Math.floor(exact.length * MAX_ERROR_SHARE);
  return approximateMatches(exact, text.slice(from, from + reach), maxErrors).map((match) => ({
    ...wholeCharacters(text, { start: match.start + from, end: match.end + from }),
    errors: match.errors,
  }));
}

/**
 * The fewest errors often lie in a stretch with a ragged edge ("lei Kontrolle" for "keine Kontrolle" in
 * "keinerlei Kontrolle"); the context knows better where the words begin and end.
 */
function refined(anchor: Anchor, text: string, { span, score }: { span: Span; score: number }): Candidate {
  let best: Candidate = { ...span, score };
  const { exact } = anchor.quote;
  if (exact.length > MAX_REFINED_LENGTH) return best;
  const consider = (place: Span) => {
    if (place.start < 0 || place.end > text.length || place.start >= place.end) return;
    const errors = editDistance(exact, text.slice(place.start, place.end));
    const rescored = scoreOf(anchor, text, place, errors);
    if (rescored > best.score) best = { ...wholeCharacters(text, place), score: rescored };
  };
  for (let by = -EDGE_REACH; by <= EDGE_REACH; by += 1) consider({ ...span, start: span.start + by });
  const { start, end } = best;
  for (let by = -EDGE_REACH; by <= EDGE_REACH; by += 1) consider({ start, end: end + by });
  return best;
}

/** Widens a span that would cut a surrogate pair. */
function wholeCharacters(text: string, { start, end }: Span): Span {
  const cuts = (at: number) => (text.codePointAt(at - 1) ?? 0) > 0xffff;
  return { start: cuts(start) ? start - 1 : start, end: cuts(end) ? end + 1 : end };
}
