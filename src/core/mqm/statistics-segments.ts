import { segmentKey } from './annotation.ts';
import { scoreSystems, type SegmentScore } from './score.ts';
import type { Judgement } from './statistics-judgements.ts';
import type { Steps } from '../steps.ts';
import { type Scorer, SCORERS, WEIGHTS } from './weight.ts';

/** By scorer; positive or 0, higher is worse. */
export type Scores = Readonly<Record<Scorer, number>>;

/** What was found in one paragraph of one variant, by one annotator or all. */
export interface Found {
  readonly scores: Scores;
  readonly errors: number;
  /** 0–100. */
  readonly esa?: number;
  /** Of the text that all variants are held against. */
  readonly words?: number;
}

/** A paragraph of a variant that somebody judged. Scores and ratings are means over its annotators. */
export interface JudgedSegment extends Found {
  readonly variant: string;
  readonly doc: string;
  readonly paragraph: string;
  readonly number: number;
  readonly annotators: ReadonlyMap<string, Found>;
}

/** Segments between two steps: a few milliseconds. */
const STEP = 300;

/**
 * The paragraphs of variants that were judged, in order of appearance, by `segmentKey`; a step is some hundred.
 * @param wordsOf number of words of a paragraph, where known
 */
export function* judgedSegmentSteps(
  judgements: readonly Judgement[],
  wordsOf: (paragraph: string) => number | undefined,
): Steps<ReadonlyMap<string, JudgedSegment>> {
  const groups = [...groupBy(judgements, segmentKey)];
  const segments = new Map<string, JudgedSegment>();
  for (let done = 0; done < groups.length; done += STEP) {
    yield { done, total: groups.length };
    const some = groups.slice(done, done + STEP);
    const scored = byScorer((scorer) => scoresOf(some, scorer));
    for (const [key, own] of some) {
      segments.set(
        key,
        judgedSegment(
          own,
          byScorer((scorer) => scored[scorer].get(key)!),
          wordsOf,
        ),
      );
    }
  }
  return segments;
}

function scoresOf(
  groups: readonly (readonly [string, readonly Judgement[]])[],
  scorer: Scorer,
): ReadonlyMap<string, SegmentScore> {
  const systems = scoreSystems(
    groups.flatMap(([, own]) => own),
    WEIGHTS[scorer],
  );
  return new Map(
    systems.flatMap(({ system, segments }) =>
      segments.map((scored) => [segmentKey({ ...scored, system }), scored] as const),
    ),
  );
}

/** @param own what was said of the paragraph; at least one */
function judgedSegment(
  own: readonly Judgement[],
  scored: Readonly<Record<Scorer, SegmentScore>>,
  wordsOf: (paragraph: string) => number | undefined,
): JudgedSegment {
  const { system, doc, segment, number } = own[0]!;
  const words = wordsOf(segment);
  const length = words === undefined ? {} : { words };
  // Of several ratings of one annotator the last counts.
  const ratings = new Map(
    own.flatMap(({ rater, esa }) => (esa === undefined ? [] : [[rater, esa] as const])),
  );
  const annotators = new Map(
    scored.wmt.raters.map(({ rater }, at): [string, Found] => [
      rater,
      {
        // Both scorers saw the same judgements in the same order.
        scores: byScorer((scorer) => scored[scorer].raters[at]!.score),
        errors: own.filter((judgement) => judgement.rater === rater && judgement.error).length,
        ...rating(ratings.get(rater)),
        ...length,
      },
    ]),
  );
  return {
    variant: system,
    doc,
    paragraph: segment,
    number,
    scores: byScorer((scorer) => scored[scorer].score),
    errors: own.filter(({ error }) => error).length,
    ...rating(mean([...ratings.values()])),
    ...length,
    annotators,
  };
}

/** What every table says of some judged paragraphs. */
export interface ScoreRow {
  readonly segments: number;
  readonly errors: number;
  /** Means over the paragraphs. */
  readonly perSegment: Scores;
  /** Over the words of the paragraphs; missing where none are known. */
  readonly perHundredWords?: Scores;
  /** Mean rating, 0–100, over the paragraphs that have one. */
  readonly esa?: number;
}

/** At least one. */
export function summary(found: readonly Found[]): ScoreRow {
  const measured = found.filter(({ words }) => words !== undefined);
  const words = sum(measured.map((one) => one.words ?? 0));
  const total = (some: readonly Found[], scorer: Scorer): number =>
    sum(some.map(({ scores }) => scores[scorer]));
  return {
    segments: found.length,
    errors: sum(found.map(({ errors }) => errors)),
    perSegment: byScorer((scorer) => total(found, scorer) / found.length),
    ...(words === 0
      ? {}
      : { perHundredWords: byScorer((scorer) => (100 * total(measured, scorer)) / words) }),
    ...rating(mean(found.flatMap(({ esa }) => esa ?? []))),
  };
}

export function byScorer<T>(make: (scorer: Scorer) => T): Readonly<Record<Scorer, T>> {
  const [wmt, marot] = SCORERS;
  return { wmt: make(wmt), marot: make(marot) };
}

/** Groups in order of appearance. */
export function groupBy<T>(
  items: Iterable<T>,
  keyOf: (item: T) => string,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
const mean = (numbers: readonly number[]): number | undefined =>
  numbers.length === 0 ? undefined : sum(numbers) / numbers.length;
const rating = (esa: number | undefined): { readonly esa?: number } => (esa === undefined ? {} : { esa });
