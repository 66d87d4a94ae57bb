import { sentences } from '../segment/sentences.ts';
import { tokenize } from '../segment/tokens.ts';
import { isUnspaced, tokenKind } from '../segment/words.ts';
import type { Span } from '../span.ts';
import type { Steps } from '../steps.ts';
import { type Rendering, sameRendering } from './same-rendering.ts';

/** One place where words stand that a correction has replaced elsewhere. */
export interface ConsistencyPlace {
  readonly paragraph: string;
  /** The paragraph's text as it is now. */
  readonly text: string;
  readonly span: Span;
  /** The sentence around it. */
  readonly sentence: Span;
  readonly rendering: Rendering;
}

/** A paragraph with its text as it is now. */
export interface ConsistencyText {
  readonly id: string;
  readonly text: string;
}

/** A shorter word is an article or the like, in scripts that part words; elsewhere two signs may be a term. */
const LEAST_LETTERS = 4;
const LEAST_SIGNS = 2;
/** Words that stand in so large a share of so many paragraphs are not a term either. */
const COMMON = 0.1;
const LEAST_PARAGRAPHS = 30;
/** Beyond this many places a person would not look at each. */
export const MOST_CONSISTENCY_PLACES = 200;
/** Paragraphs between two steps, a few milliseconds. */
const STEP = 400;
/** Places between two steps, of which the sentences are looked for. */
const SENTENCES = 10;

/** Whether words may be a term: one of them is long enough to mean something by itself. */
function maySayMuch(words: string, lang: string): boolean {
  return tokenize(words, 'word', lang).some((token) => {
    if (tokenKind(token) !== 'word') return false;
    return isUnspaced(token) ? words.length >= LEAST_SIGNS : [...token].length >= LEAST_LETTERS;
  });
}

/**
 * The places of a variant where words stand that a correction has replaced, in text order, for a person to confirm
 * each. Words that are too short or too frequent to be a term are left out, and of places that overlap the second.
 * @param texts without the paragraphs that were corrected
 */
export function* consistencySteps(
  renderings: readonly Rendering[],
  texts: readonly ConsistencyText[],
  lang: string,
): Steps<readonly ConsistencyPlace[]> {
  const wanted = renderings.filter(
    (rendering) => maySayMuch(rendering.old, lang) && rendering.old !== rendering.new,
  );
  const found: ConsistencyPlace[] = [];
  const paragraphs = new Map<Rendering, number>();
  if (wanted.length === 0) return found;
  for (let at = 0; at < texts.length; at += STEP) {
    const portion = texts.slice(at, at + STEP);
    for (const rendering of wanted) {
      // What is too frequent is looked for no further.
      const before = paragraphs.get(rendering) ?? 0;
      if (isCommon(before, texts.length)) continue;
      const places = sameRendering(rendering.old, rendering.new, portion, lang);
      paragraphs.set(rendering, before + places.length);
      for (const { paragraph, text, spans } of places)
        for (const span of spans)
          found.push({ paragraph, text, span, sentence: { start: 0, end: text.length }, rendering });
    }
    yield { done: Math.min(at + STEP, texts.length), total: texts.length };
  }
  const order = new Map(texts.map(({ id }, index) => [id, index]));
  const kept: ConsistencyPlace[] = [];
  const sorted = found
    .filter(({ rendering }) => !isCommon(paragraphs.get(rendering) ?? 0, texts.length))
    .sort(
      (a, b) =>
        (order.get(a.paragraph) ?? 0) - (order.get(b.paragraph) ?? 0) ||
        a.span.start - b.span.start ||
        b.span.end - a.span.end,
    );
  for (const place of sorted) {
    const last = kept.at(-1);
    if (last?.paragraph === place.paragraph && last.span.end > place.span.start) continue;
    if (kept.length === MOST_CONSISTENCY_PLACES) break;
    kept.push({ ...place, sentence: sentenceAround(place.text, place.span, lang) });
    if (kept.length % SENTENCES === 0) yield { done: texts.length, total: texts.length };
  }
  return kept;
}

const isCommon = (paragraphs: number, all: number): boolean =>
  all >= LEAST_PARAGRAPHS && paragraphs > Math.max(LEAST_PARAGRAPHS, all * COMMON);

function sentenceAround(text: string, span: Span, lang: string): Span {
  const all = sentences(text, lang);
  const first = all.find(({ end }) => end > span.start);
  const last = all.find(({ end }) => end >= span.end);
  if (first === undefined || last === undefined) return { start: 0, end: text.length };
  const { length } = text.slice(first.start, last.end).trimEnd();
  return { start: first.start, end: Math.max(span.end, first.start + length) };
}

/** A paragraph with the confirmed places changed. */
export interface ConsistencyChange {
  readonly paragraph: string;
  readonly base: string;
  readonly text: string;
}

/** What confirmed places make of their paragraphs, each paragraph once, in order. */
export function consistencyChanges(confirmed: readonly ConsistencyPlace[]): readonly ConsistencyChange[] {
  const byParagraph = new Map<string, ConsistencyPlace[]>();
  for (const place of confirmed) {
    const own = byParagraph.get(place.paragraph);
    if (own === undefined) byParagraph.set(place.paragraph, [place]);
    else own.push(place);
  }
  return [...byParagraph].map(([paragraph, places]) => {
    const base = places[0]?.text ?? '';
    let text = '';
    let at = 0;
    for (const { span, rendering } of [...places].sort((a, b) => a.span.start - b.span.start)) {
      text += base.slice(at, span.start) + rendering.new;
      at = span.end;
    }
    return { paragraph, base, text: text + base.slice(at) };
  });
}
