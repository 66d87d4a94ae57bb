import { type Annotation, isError, isRating, segmentKey, type SegmentRef } from './annotation.ts';
import type { Weighing } from './weight.ts';

/** Positive or 0, higher is worse. */
export interface SegmentScore {
  readonly doc: string;
  readonly segment: string;
  /** The mean of its raters' sums. */
  readonly score: number;
  readonly raters: readonly { readonly rater: string; readonly score: number }[];
}

export interface CategoryScore {
  /** As the data name them. */
  readonly category: string;
  readonly severity: string;
  readonly errors: number;
  /** Its share of the system's score: those of all categories add up to it. */
  readonly score: number;
}

/** Means over the segments that somebody rated. */
export interface SystemScore {
  readonly system: string;
  readonly score: number;
  /** All penalties over all words, for 100 of them; missing where no words are known. */
  readonly perHundredWords?: number;
  readonly errors: number;
  readonly segments: readonly SegmentScore[];
  readonly documents: readonly { readonly doc: string; readonly score: number; readonly segments: number }[];
  /** Each over the segments that this rater rated. */
  readonly raters: readonly {
    readonly rater: string;
    readonly score: number;
    readonly segments: number;
    readonly errors: number;
  }[];
  /** The costliest first. */
  readonly categories: readonly CategoryScore[];
}

/**
 * Scores of all systems, in the order in which systems, documents and segments first appear. A segment's
 * score is the mean over its raters of the sums of their weights (mt-metrics-eval and Marot agree on this);
 * a segment that a rater found without errors counts with 0.
 * @param wordsOf number of words of a segment, where known; take the source's for systems to be compared
 * @see wmtWeight
 * @see marotWeight
 */
export function scoreSystems(
  annotations: Iterable<Annotation>,
  weigh: (annotation: Annotation) => Weighing,
  wordsOf?: (segment: SegmentRef) => number | undefined,
): readonly SystemScore[] {
  const systems = new Map<string, Map<string, Rated>>();
  for (const annotation of annotations) {
    if (!isRating(annotation)) continue;
    const segments = entry(systems, annotation.system, () => new Map<string, Rated>());
    const { system, doc, segment, rater } = annotation;
    const rated = entry(segments, segmentKey(annotation), () => ({
      ref: { system, doc, segment },
      raters: new Map<string, Annotation[]>(),
    }));
    entry(rated.raters, rater, () => []).push(annotation);
  }
  return [...systems].map(([system, segments]) => scoreOf(system, [...segments.values()], weigh, wordsOf));
}

interface Rated {
  readonly ref: SegmentRef;
  readonly raters: Map<string, Annotation[]>;
}

function scoreOf(
  system: string,
  rated: readonly Rated[],
  weigh: (annotation: Annotation) => Weighing,
  wordsOf?: (segment: SegmentRef) => number | undefined,
): SystemScore {
  const documents = new Map<string, number[]>();
  const raters = new Map<string, { scores: number[]; errors: number }>();
  const categories = new Map<string, { category: string; severity: string; errors: number; score: number }>();
  let words = 0;
  let penalty = 0;
  let allErrors = 0;

  const segments = rated.map(({ ref: { doc, segment }, raters: byRater }): SegmentScore => {
    const own = [...byRater].map(([rater, marks]) => {
      const errors = marks.filter(isError);
      for (const mark of errors) {
        const { category, severity } = mark;
        const found = entry(categories, `${severity}\t${category}`, () => ({
          category,
          severity,
          errors: 0,
          score: 0,
        }));
        found.errors += 1;
        found.score += weigh(mark).weight / byRater.size / rated.length;
      }
      const score = sum(errors.map((mark) => weigh(mark).weight));
      const all = entry(raters, rater, () => ({ scores: [], errors: 0 }));
      all.scores.push(score);
      all.errors += errors.length;
      allErrors += errors.length;
      return { rater, score };
    });
    const score = mean(own.map((rater) => rater.score));
    entry(documents, doc, () => []).push(score);
    const length = wordsOf?.({ system, doc, segment });
    if (length !== undefined) {
      words += length;
      penalty += score;
    }
    return { doc, segment, score, raters: own };
  });

  return {
    system,
    score: mean(segments.map(({ score }) => score)),
    ...(words > 0 ? { perHundredWords: (100 * penalty) / words } : {}),
    errors: allErrors,
    segments,
    documents: [...documents].map(([doc, scores]) => ({ doc, score: mean(scores), segments: scores.length })),
    raters: [...raters].map(([rater, { scores, errors }]) => ({
      rater,
      score: mean(scores),
      segments: scores.length,
      errors,
    })),
    categories: [...categories.values()].sort((a, b) => b.score - a.score || b.errors - a.errors),
  };
}

/** The value at a key, made where there is none. */
function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = make()));
  return value;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
const mean = (numbers: readonly number[]): number =>
  numbers.length === 0 ? 0 : sum(numbers) / numbers.length;
