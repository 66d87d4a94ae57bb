import { type Annotation, isError, isRating, segmentKey } from './annotation.ts';
import { marotWeight, type Weighing, wmtWeight } from './weight.ts';

/** One kind of error that the two scorers weigh differently in one system. */
export interface ScoreDifference {
  readonly system: string;
  readonly category: string;
  readonly severity: string;
  readonly errors: number;
  readonly wmt: Weighing;
  readonly marot: Weighing;
  /** Marot's score of the system minus WMT's, as far as these errors make it. */
  readonly difference: number;
}

/**
 * Why the two published scores of a system differ: the differences of a system add up to that of its scores.
 * Sorted by system (in order of appearance), the largest difference first.
 */
export function scoreDifferences(annotations: Iterable<Annotation>): readonly ScoreDifference[] {
  const ratings = [...annotations].filter(isRating);
  const raters = new Map<string, Set<string>>();
  const segments = new Map<string, Set<string>>();
  for (const annotation of ratings) {
    const key = segmentKey(annotation);
    add(raters, key, annotation.rater);
    add(segments, annotation.system, key);
  }
  const order = [...segments.keys()];
  const found = new Map<string, ScoreDifference>();
  for (const annotation of ratings) {
    const wmt = wmtWeight(annotation);
    const marot = marotWeight(annotation);
    if (!isError(annotation) || wmt.weight === marot.weight) continue;
    const { system, category, severity } = annotation;
    const share = raters.get(segmentKey(annotation))!.size * segments.get(system)!.size;
    const key = `${system}\t${severity}\t${category}`;
    const { errors, difference } = found.get(key) ?? { errors: 0, difference: 0 };
    found.set(key, {
      system,
      category,
      severity,
      errors: errors + 1,
      wmt,
      marot,
      difference: difference + (marot.weight - wmt.weight) / share,
    });
  }
  return [...found.values()].sort(
    (a, b) =>
      order.indexOf(a.system) - order.indexOf(b.system) || Math.abs(b.difference) - Math.abs(a.difference),
  );
}

function add(sets: Map<string, Set<string>>, key: string, value: string): void {
  const set = sets.get(key);
  if (set === undefined) sets.set(key, new Set([value]));
  else set.add(value);
}
