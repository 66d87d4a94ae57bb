import { segmentKey } from './annotation.ts';
import type { Judgement } from './statistics-judgements.ts';
import { byScorer, type JudgedSegment, type Scores } from './statistics-segments.ts';
import type { Category, Severity } from './typology.ts';
import { type Scorer, SCORERS, WEIGHTS } from './weight.ts';

/** The errors of one category in one variant. */
export interface CategoryRow {
  readonly variant: string;
  readonly category: Category;
  readonly errors: number;
  readonly severities: Readonly<Partial<Record<Severity, number>>>;
  /** Their share of the variant's scores: those of all categories add up to them. */
  readonly perSegment: Scores;
  readonly perHundredWords?: Scores;
}

/**
 * The errors of one variant by category.
 * @param judgements of the variant
 * @param segments all that were judged, by `segmentKey`
 */
export function categoryRows(
  judgements: readonly Judgement[],
  segments: ReadonlyMap<string, JudgedSegment>,
): readonly CategoryRow[] {
  const judged = new Set(judgements.map((judgement) => segments.get(segmentKey(judgement))!));
  const words = [...judged].reduce((sum, segment) => sum + (segment.words ?? 0), 0);
  const rows = new Map<Category, Counting>();
  for (const judgement of judgements) {
    if (judgement.error === undefined) continue;
    const { category, severity } = judgement.error;
    const row = rows.get(category) ?? counting();
    rows.set(category, row);
    const segment = segments.get(segmentKey(judgement))!;
    row.errors += 1;
    row.severities[severity] = (row.severities[severity] ?? 0) + 1;
    for (const scorer of SCORERS) {
      const penalty = WEIGHTS[scorer](judgement).weight / segment.annotators.size;
      row.all[scorer] += penalty;
      if (segment.words !== undefined) row.measured[scorer] += penalty;
    }
  }
  return [...rows].map(([category, { errors, severities, all, measured }]) => ({
    variant: judgements[0]!.system,
    category,
    errors,
    severities,
    perSegment: byScorer((scorer) => all[scorer] / judged.size),
    ...(words === 0 ? {} : { perHundredWords: byScorer((scorer) => (100 * measured[scorer]) / words) }),
  }));
}

interface Counting {
  errors: number;
  readonly severities: Partial<Record<Severity, number>>;
  /** Sums of penalties; `measured` are those in paragraphs of known length. */
  readonly all: Record<Scorer, number>;
  readonly measured: Record<Scorer, number>;
}

const counting = (): Counting => ({
  errors: 0,
  severities: {},
  all: { wmt: 0, marot: 0 },
  measured: { wmt: 0, marot: 0 },
});
