import { type Annotation, isError, isRating, segmentKey } from './annotation.ts';
import { krippendorffAlpha } from './krippendorff.ts';
import { spanAgreement, type SpanAgreement } from './span-agreement.ts';
import { SEVERITIES } from './typology.ts';
import { categoryOfLabel, severityOfLabel } from './wmt-labels.ts';

/** How far two annotators agree; shares are 0..1 of the pairs of marks on the same characters. */
export interface Agreement extends SpanAgreement {
  /** Missing where there is no pair. */
  readonly sameCategory?: number;
  /** Of the part before the slash. */
  readonly sameDimension?: number;
  readonly sameSeverity?: number;
  /** Krippendorff's alpha over the pairs: categories nominal, severities ordinal. */
  readonly categoryAlpha?: number;
  readonly severityAlpha?: number;
}

/** Compares two annotators on the segments that both rated. */
export function agreementOf(annotations: Iterable<Annotation>, one: string, other: string): Agreement {
  const spans = spanAgreement(annotations, one, other);
  if (spans.pairs.length === 0) return spans;
  const share = (same: (a: Annotation, b: Annotation) => boolean): number =>
    spans.pairs.filter((pair) => same(pair.one, pair.other)).length / spans.pairs.length;
  const units = (value: (annotation: Annotation) => number | string) =>
    spans.pairs.map((pair) => [value(pair.one), value(pair.other)]);
  const categoryAlpha = krippendorffAlpha(units(categoryOf), 'nominal');
  const severityAlpha = krippendorffAlpha(units(rankOf), 'ordinal');
  return {
    ...spans,
    sameCategory: share((a, b) => categoryOf(a) === categoryOf(b)),
    sameDimension: share((a, b) => dimensionOf(a) === dimensionOf(b)),
    sameSeverity: share((a, b) => rankOf(a) === rankOf(b)),
    ...(categoryAlpha === undefined ? {} : { categoryAlpha }),
    ...(severityAlpha === undefined ? {} : { severityAlpha }),
  };
}

/**
 * Krippendorff's alpha (ordinal) of all annotators over all segments, by the worst error that each found in a
 * segment: none, neutral, minor, major, critical. A segment counts when two or more rated it.
 */
export function segmentAlpha(annotations: Iterable<Annotation>): number | undefined {
  const worst = new Map<string, Map<string, number>>();
  for (const annotation of annotations) {
    if (!isRating(annotation)) continue;
    const key = segmentKey(annotation);
    const raters = worst.get(key) ?? new Map<string, number>();
    worst.set(key, raters);
    const rank = isError(annotation) ? rankOf(annotation) : 0;
    raters.set(annotation.rater, Math.max(rank, raters.get(annotation.rater) ?? 0));
  }
  return krippendorffAlpha(
    [...worst.values()].map((raters) => [...raters.values()]),
    'ordinal',
  );
}

/** Labels of different tools for one category are one. */
const categoryOf = ({ category }: Annotation): string => categoryOfLabel(category) ?? category;
const dimensionOf = (annotation: Annotation): string => categoryOf(annotation).split('/', 1)[0]!;
/** 1 for neutral up to 4 for critical; what we do not know counts as neutral. */
const rankOf = ({ severity }: Annotation): number =>
  SEVERITIES.indexOf(severityOfLabel(severity) ?? 'neutral') + 1;
