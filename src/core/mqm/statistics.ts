import { type ScoreDifference, scoreDifferences } from './score-difference.ts';
import { type CategoryRow, categoryRows } from './statistics-categories.ts';
import type { Judgement } from './statistics-judgements.ts';
import {
  type Found,
  groupBy,
  type JudgedSegment,
  judgedSegmentSteps,
  type ScoreRow,
  summary,
} from './statistics-segments.ts';
import type { Steps } from '../steps.ts';

export interface VariantRow extends ScoreRow {
  readonly variant: string;
}

/** Over all variants that the annotator judged. */
export interface AnnotatorRow extends ScoreRow {
  readonly annotator: string;
}

/** A paragraph of one variant. */
export interface ParagraphRow extends ScoreRow {
  readonly variant: string;
  readonly paragraph: string;
  readonly number: number;
  /** How many judged it. */
  readonly annotators: number;
}

export interface Statistics {
  /** The best first, by WMT's scorer. */
  readonly variants: readonly VariantRow[];
  readonly annotators: readonly AnnotatorRow[];
  /** In text order. */
  readonly paragraphs: readonly ParagraphRow[];
  /** The most frequent first. */
  readonly categories: readonly CategoryRow[];
  /** Why the two scorers differ. */
  readonly differences: readonly ScoreDifference[];
}

/**
 * Scores by both scorers of all that was judged, in every breakdown; a step is some milliseconds.
 * @param wordsOf number of words of a paragraph in the text that all variants are held against, where known
 */
export function* statisticsSteps(
  judgements: readonly Judgement[],
  wordsOf: (paragraph: string) => number | undefined,
): Steps<Statistics> {
  const segments = yield* judgedSegmentSteps(judgements, wordsOf);
  const all = [...segments.values()];
  const ofVariants = [...groupBy(judgements, ({ system }) => system)];
  const categories: CategoryRow[] = [];
  const differences: ScoreDifference[] = [];
  for (const [done, [, own]] of ofVariants.entries()) {
    yield { done, total: ofVariants.length };
    categories.push(...categoryRows(own, segments));
    differences.push(...scoreDifferences(own));
  }
  return {
    variants: variantRows(all),
    annotators: annotatorRows(all),
    paragraphs: paragraphRows(all),
    categories: categories.sort((a, b) => b.errors - a.errors),
    differences,
  };
}

const variantRows = (segments: readonly JudgedSegment[]): readonly VariantRow[] =>
  [...groupBy(segments, ({ variant }) => variant)]
    .map(([variant, own]) => ({ variant, ...summary(own) }))
    .sort((a, b) => a.perSegment.wmt - b.perSegment.wmt);

function annotatorRows(segments: readonly JudgedSegment[]): readonly AnnotatorRow[] {
  const found = new Map<string, Found[]>();
  for (const { annotators } of segments) {
    for (const [annotator, own] of annotators) {
      const known = found.get(annotator);
      if (known) known.push(own);
      else found.set(annotator, [own]);
    }
  }
  return [...found].map(([annotator, own]) => ({ annotator, ...summary(own) }));
}

const paragraphRows = (segments: readonly JudgedSegment[]): readonly ParagraphRow[] =>
  segments
    .map((segment) => ({
      variant: segment.variant,
      paragraph: segment.paragraph,
      number: segment.number,
      annotators: segment.annotators.size,
      ...summary([segment]),
    }))
    .sort((a, b) => a.number - b.number);
