import type { Span } from '../span.ts';
import { sentenceRules, type SentenceRules } from './abbreviations.ts';
import { segmenterOf } from './segmenter.ts';
import { TextCache } from './text-cache.ts';

const CACHED_CHARACTERS = 2_000_000;
const cache = new TextCache<readonly Span[]>(CACHED_CHARACTERS);

/**
 * Sentences as spans without the white space around them: the boundaries of `Intl.Segmenter` (UAX 29) without
 * those after an abbreviation, an initial, an ordinal number, inside a Japanese quotation, or between a quoted
 * question and the words that go on with the sentence („Stimmt das?“ fragte er).
 *
 * @param lang BCP 47
 */
export function sentences(text: string, lang: string): readonly Span[] {
  return cache.get(text, lang, () => findSentences(text, lang));
}

function findSentences(text: string, lang: string): Span[] {
  const rules = sentenceRules(lang);
  const spans: Span[] = [];
  let start = 0;
  for (const { segment, index } of segmenterOf(lang, 'sentence').segment(text)) {
    const end = index + segment.length;
    if (end < text.length && !isBoundary(text, start, end, rules)) continue;
    pushTrimmed(spans, text, start, end);
    start = end;
  }
  return spans;
}

function pushTrimmed(spans: Span[], text: string, start: number, end: number): void {
  const whole = text.slice(start, end);
  const inner = whole.trim();
  if (inner === '') return;
  const from = start + (whole.length - whole.trimStart().length);
  spans.push({ start: from, end: from + inner.length });
}

const LINE_END = /[\n\r\u0085\u2028\u2029]\s*$/u;
const CLOSED_END = /[.?!…。？！]\p{P}*[\p{Pe}\p{Pf}"'“”’]\s*$/u;
const LOWER_START = /^[\p{P}\s]*\p{Ll}/u;
const UPPER_START = /^[\p{P}\s]*[\p{Lu}\p{Lt}\p{Lo}]/u;
const FIRST_WORD = /^\P{L}*(\p{L}+)/u;
/** A quotation longer than this was never closed, or does not work as one part of a sentence. */
const LONGEST_QUOTATION = 300;
/** How much before a boundary can tell whether it is one; longer than any abbreviation. */
const LOOK_BACK = 24;
const LOOK_AHEAD = 40;

/** Whether the segmenter's boundary at `end` stands, given the sentence so far from `start`. */
function isBoundary(text: string, start: number, end: number, rules: SentenceRules): boolean {
  const before = text.slice(Math.max(start, end - LOOK_BACK), end);
  if (LINE_END.test(before)) return true;
  const after = text.slice(end, end + LOOK_AHEAD);
  if (CLOSED_END.test(before) && LOWER_START.test(after)) return false;
  if (rules.cornerQuotes && isInsideQuotation(text, start, end)) return false;
  return !endsInside(before, after, rules);
}

function isInsideQuotation(text: string, start: number, end: number): boolean {
  if (end - start > LONGEST_QUOTATION) return false;
  let depth = 0;
  for (let i = start; i < end; i++) {
    const char = text[i]!;
    if ('「『（'.includes(char)) depth++;
    else if ('」』）'.includes(char)) depth--;
  }
  if (depth > 0) return text.slice(end, end + LONGEST_QUOTATION).search(/[」』）]/u) >= 0;
  return (
    /[」』）]$/u.test(text.slice(start, end)) &&
    /^(?:と|って|など|という|の|は|が|を|に|で|も)/u.test(text.slice(end))
  );
}

const LAST_DOTTED = /(?:^|[\s\p{P}])((?:[\p{L}\p{M}ª]+[.]-?)*[\p{L}\p{M}ª]+|\p{N}+)\.\s*$/u;
const NUMBER_START = /^[\p{P}\s]*\p{N}/u;

/** Whether the full stop at the end of `before` belongs to an abbreviation, an initial or an ordinal. */
function endsInside(before: string, after: string, rules: SentenceRules): boolean {
  const word = LAST_DOTTED.exec(before)?.[1];
  if (word === undefined) return false;
  if (/^\p{N}/u.test(word)) return rules.ordinals && isOrdinal(word, after, rules);
  const lowered = word.charAt(0).toLowerCase() + word.slice(1);
  if (isInitial(word) && UPPER_START.test(after)) return true;
  const isIn = (list: ReadonlySet<string>) => list.has(word) || list.has(lowered);
  if (isIn(rules.inner)) return true;
  if (isIn(rules.numbered)) return NUMBER_START.test(after);
  return isIn(rules.final) && !UPPER_START.test(after);
}

/** "J. Smith", "J.-P. Sartre". "… vitamin C. The …" cannot be told from it and joins too. */
function isInitial(word: string): boolean {
  return /^(?:\p{Lu}\p{M}*\.-?)*\p{Lu}\p{M}*$/u.test(word) && word !== 'I';
}

function isOrdinal(number: string, after: string, rules: SentenceRules): boolean {
  if (LOWER_START.test(after)) return true;
  const next = FIRST_WORD.exec(after)?.[1];
  return number.length <= 2 && next !== undefined && rules.afterOrdinal.has(next.toLowerCase());
}
