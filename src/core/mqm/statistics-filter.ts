import { NO_ERROR } from './annotation.ts';
import type { Judgement } from './statistics-judgements.ts';
import type { Severity } from './typology.ts';

/** Which judgements are counted; what is absent does not restrict. */
export interface JudgementFilter {
  /** Ids. */
  readonly variants?: readonly string[] | undefined;
  readonly annotators?: readonly string[] | undefined;
  /** Of our typology; a dimension stands for all its kinds. */
  readonly categories?: readonly string[] | undefined;
  readonly severities?: readonly Severity[] | undefined;
  /** Numbers of the first and the last paragraph, 1-based, both included. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

/**
 * The judgements that a filter leaves. Variants, annotators and paragraphs that it leaves out were not judged.
 * An error that it leaves out becomes a judgement without error: its paragraph was judged all the same, and
 * means are still over all that was judged.
 */
export function filterJudgements(
  judgements: readonly Judgement[],
  { variants, annotators, categories, severities, from = 1, to = Infinity }: JudgementFilter,
): readonly Judgement[] {
  const wantedVariants = variants && new Set(variants);
  const wantedAnnotators = annotators && new Set(annotators);
  const wantedCategories = categories && new Set(categories);
  const isCounted = ({ error }: Judgement): boolean =>
    error === undefined ||
    ((severities?.includes(error.severity) ?? true) &&
      (wantedCategories === undefined ||
        wantedCategories.has(error.category) ||
        wantedCategories.has(error.category.split('/', 1)[0]!)));
  return judgements
    .filter(
      ({ system, rater, number }) =>
        number >= from &&
        number <= to &&
        (wantedVariants?.has(system) ?? true) &&
        (wantedAnnotators?.has(rater) ?? true),
    )
    .map((judgement) => (isCounted(judgement) ? judgement : withoutError(judgement)));
}

function withoutError({ system, doc, segment, rater, number, esa }: Judgement): Judgement {
  return {
    ...{ system, doc, segment, rater, number },
    ...{ category: NO_ERROR, severity: NO_ERROR, source: [], target: [] },
    ...(esa === undefined ? {} : { esa }),
  };
}
