import { tokenize } from '../segment/tokens.ts';
import { tokenKind } from '../segment/words.ts';
import type { Span } from '../span.ts';
import { diffTexts, type Diff } from './diff.ts';
import { pairSentences } from './pair-sentences.ts';

/** A stretch of the subject that says something else than the reference. */
export interface SubjectSpan extends Span {
  /** 0..1: share of the words of the sentence that the change touches: (deleted + inserted) / (all + inserted). */
  readonly degree: number;
  /** The span certainly carries the change: single words, or a sentence of whose translation no word is left. */
  readonly exact: boolean;
  /** Indices into diff.hunks. */
  readonly hunks: readonly number[];
}

export interface Reading {
  /** Back-translation → reference. */
  readonly diff: Diff;
  /** Ascending; a sentence comes before words in it. */
  readonly spans: readonly SubjectSpan[];
}

export interface Text {
  readonly text: string;
  /** BCP 47. */
  readonly lang: string;
}

export interface Word extends Span {
  readonly text: string;
}

/** A sentence of the subject, and its back-translation, as words. */
export interface SentenceWords {
  readonly subject: readonly Word[];
  readonly back: readonly Word[];
}

/**
 * The subject's words that some changed words of the back-translation stand for, ascending; undefined where that is
 * not certain.
 */
export type Naming = (changed: readonly Word[], sentence: SentenceWords) => readonly Span[] | undefined;

/**
 * What a text says otherwise than a reference in another language: the difference of its back-translation and the
 * reference, carried back to the subject's sentences, and to single words where these are certain (a number, a name
 * or an acronym that stands in the sentence once). A change of punctuation, space or case alone, and a phrase that
 * only moved, say nothing else and are not carried back.
 * @param naming finds the words; by default only those that a translation leaves as they are
 */
export function meaning(
  subject: Text,
  back: Text,
  reference: Text,
  naming: Naming = carriedOverWords,
): Reading {
  const diff = diffTexts(back.text, reference.text, { lang: back.lang, newLang: reference.lang });
  const backWords = wordsOf(back);
  const changes = contentChanges(diff, backWords, wordsOf(reference));
  const subjectWords = wordsOf(subject);
  const spans: SubjectSpan[] = [];
  let first = 0;
  for (const unit of units(subject, back)) {
    while (first < changes.length && lastPlace(changes[first]!) < unit.reach.start) first++;
    const here: ContentChange[] = [];
    for (let k = first; k < changes.length && changes[k]!.at < unit.reach.end; k++) {
      const part = within(changes[k]!, unit);
      if (part !== undefined) here.push(part);
    }
    if (here.length === 0 || unit.subject.start === unit.subject.end) continue;
    const words = { back: inSpan(backWords, unit.back), subject: inSpan(subjectWords, unit.subject) };
    const found = project(here, unit, words, naming);
    for (const span of found) spans.push(span);
  }
  return { diff, spans };
}

/** A replaced, deleted or inserted stretch of words. */
interface ContentChange {
  readonly hunks: readonly number[];
  /** In the back-translation; where nothing was deleted, `at` is the place of the insertion. */
  readonly deleted: readonly Word[];
  readonly at: number;
  readonly inserted: number;
}

function contentChanges(diff: Diff, oldWords: readonly Word[], newWords: readonly Word[]): ContentChange[] {
  const changes: ContentChange[] = [];
  for (let first = 0; first < diff.hunks.length; first++) {
    if (diff.hunks[first]!.kind === 'equal') continue;
    const deleted: Word[] = [];
    const inserted: Word[] = [];
    const hunks: number[] = [];
    const at = diff.hunks[first]!.old.start;
    let index = first;
    for (let hunk; (hunk = diff.hunks[index]) !== undefined && hunk.kind !== 'equal'; index++) {
      if (hunk.move !== undefined) continue;
      hunks.push(index);
      for (const word of inSpan(oldWords, hunk.old)) deleted.push(word);
      for (const word of inSpan(newWords, hunk.new)) inserted.push(word);
    }
    first = index;
    if (folded(deleted) !== folded(inserted)) changes.push({ hunks, deleted, at, inserted: inserted.length });
  }
  return changes;
}

const folded = (words: readonly Word[]) => words.map(({ text }) => text.toLowerCase()).join(' ');

/** A sentence of the subject (or the few that were translated as one) and the place of its back-translation. */
interface SentenceUnit {
  readonly subject: Span;
  readonly back: Span;
  /** To where an insertion belongs to it: the start of the next one. */
  readonly reach: Span;
}

function units(subject: Text, back: Text): SentenceUnit[] {
  const spans: { subject: Span; back: Span }[] = [];
  for (const { a, b } of pairSentences(subject, back)) {
    const last = spans.at(-1);
    // A sentence without a partner goes with the one before it, or stands for the whole text.
    const from = a.length > 0 ? cover(a) : (last?.subject ?? { start: 0, end: subject.text.length });
    const into = b.length > 0 ? cover(b) : (last?.back ?? { start: 0, end: 0 });
    if (last !== undefined && (a.length === 0 || b.length === 0)) {
      spans[spans.length - 1] = { subject: cover([last.subject, from]), back: cover([last.back, into]) };
    } else spans.push({ subject: from, back: into });
  }
  return spans.map((unit, index) => ({
    ...unit,
    reach: {
      start: index === 0 ? 0 : unit.back.start,
      end: spans[index + 1]?.back.start ?? back.text.length + 1,
    },
  }));
}

const cover = (spans: readonly Span[]): Span => ({ start: spans[0]!.start, end: spans.at(-1)!.end });

const lastPlace = ({ deleted, at }: ContentChange): number => deleted.at(-1)?.start ?? at;

/** The part of a change that falls into a sentence; inserted words go by the share of deleted ones. */
function within(change: ContentChange, unit: SentenceUnit): ContentChange | undefined {
  if (change.deleted.length === 0) {
    return change.at >= unit.reach.start && change.at < unit.reach.end ? change : undefined;
  }
  const deleted = inSpan(change.deleted, unit.reach);
  if (deleted.length === 0) return undefined;
  return { ...change, deleted, inserted: (change.inserted * deleted.length) / change.deleted.length };
}

function project(
  changes: readonly ContentChange[],
  unit: SentenceUnit,
  words: SentenceWords,
  naming: Naming,
): SubjectSpan[] {
  const degreeOf = (parts: readonly ContentChange[]) => {
    const deleted = parts.reduce((sum, part) => sum + part.deleted.length, 0);
    const inserted = parts.reduce((sum, part) => sum + part.inserted, 0);
    return Math.min(1, (deleted + inserted) / Math.max(1, words.back.length + inserted));
  };
  const degree = degreeOf(changes);
  const exact: SubjectSpan[] = [];
  const rest: ContentChange[] = [];
  for (const change of changes) {
    const named = change.deleted.length > 0 ? naming(change.deleted, words) : undefined;
    if (named === undefined) rest.push(change);
    else
      for (const { start, end } of named)
        exact.push({ start, end, degree, exact: true, hunks: change.hunks });
  }
  exact.sort((x, y) => x.start - y.start);
  if (rest.length === 0) return exact;
  const whole = changes.reduce((sum, change) => sum + change.deleted.length, 0) === words.back.length;
  const sentence = {
    ...unit.subject,
    degree,
    exact: whole,
    hunks: [...new Set(rest.flatMap((part) => part.hunks))],
  };
  return [sentence, ...exact];
}

/** The words that were carried over as they are: numbers or names that stand in the sentence once, all of them. */
export const carriedOverWords: Naming = (changed, sentence) => {
  const words = changed.flatMap((word) => carriedOverWord(word, sentence) ?? []);
  return words.length === changed.length ? words : undefined;
};

function carriedOverWord(word: Word, { back, subject }: SentenceWords): Word | undefined {
  const key = carriedOver(word, word.start === back[0]?.start);
  if (key === undefined) return undefined;
  const same = (other: Word) => carriedOver(other, false) === key;
  const found = subject.filter(same);
  return found.length === 1 && back.filter(same).length === 1 ? found[0] : undefined;
}

/**
 * What a translation leaves as it is: the digits of a number (whose marks differ by language), an acronym, a name. A
 * capital at the start of a sentence shows nothing, nor does a short word: "in" is English, German and Italian.
 */
function carriedOver({ text }: Word, isFirst: boolean): string | undefined {
  if (/\p{N}/u.test(text)) return /^[\p{N}.,]+$/u.test(text) ? text.replace(/[.,]/gu, '') : text;
  if (/\p{Lu}\p{L}*\p{Lu}/u.test(text)) return text;
  return !isFirst && text.length >= 3 && /^\p{Lu}/u.test(text) ? text : undefined;
}

function wordsOf({ text, lang }: Text): Word[] {
  const words: Word[] = [];
  let start = 0;
  for (const token of tokenize(text, 'word', lang)) {
    const end = start + token.length;
    if (tokenKind(token) === 'word') words.push({ text: token, start, end });
    start = end;
  }
  return words;
}

/** The words that begin inside a span; `words` ascending. */
function inSpan(words: readonly Word[], span: Span): readonly Word[] {
  return words.slice(firstFrom(words, span.start), firstFrom(words, span.end));
}

function firstFrom(words: readonly Word[], offset: number): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
