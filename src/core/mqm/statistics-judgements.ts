import type { State } from '../contribution/fold.ts';
import type { Mark, Rating } from '../contribution/record.ts';
import { type Annotation, isError, isRating, NO_ERROR } from './annotation.ts';
import { annotated } from './mark-annotations.ts';
import type { Steps } from '../steps.ts';
import type { Category, Severity } from './typology.ts';
import { categoryOfLabel, severityOfLabel } from './wmt-labels.ts';

/** Records between two steps: a few milliseconds. */
const STEP = 300;

/**
 * What an annotator says of a paragraph of a variant: an error, or that there is none. As an annotation its
 * system is the variant's id, its document the work, its segment the paragraph's id; category and severity
 * are the labels that are weighed.
 */
export interface Judgement extends Annotation {
  /** The paragraph's place in the work, 1-based. */
  readonly number: number;
  /** In our typology. */
  readonly error?: { readonly category: Category; readonly severity: Severity };
  /**
   * The whole paragraph from 0 (no meaning preserved) to 100 (perfect): the direct assessment that goes with
   * error spans (Kocmi et al. 2024, "Error Span Annotation", arXiv 2406.11580).
   */
  readonly esa?: number;
}

/**
 * The judgements of a log; a step is some hundred records. Unlike those of `annotationsOf`, imported ones stand
 * where the work has them, so that they count together with what was marked here; their labels stay those of
 * the file.
 * @param numberOf a paragraph's place in the work; what is said of paragraphs that are not there is left out
 */
export function* judgementSteps(
  state: Pick<State, 'standing' | 'withdrawn' | 'reviews'>,
  numberOf: (paragraph: string) => number | undefined,
): Steps<readonly Judgement[]> {
  const said = [...state.standing.values()].filter(({ type }) => type === 'mark' || type === 'rating');
  const judgements: Judgement[] = [];
  for (let done = 0; done < said.length; done += STEP) {
    yield { done, total: said.length };
    const some = said.slice(done, done + STEP);
    // A mark needs the reviews that may reject it, and nothing else of the log.
    const reviews = some.flatMap(({ id }) => state.reviews.get(id) ?? []);
    for (const { record, annotation } of annotated([...some, ...reviews])) {
      const number = numberOf(record.paragraph);
      if (number !== undefined && isRating(annotation))
        judgements.push(judgement(record, annotation, number));
    }
  }
  return judgements;
}

function judgement(record: Mark | Rating, annotation: Annotation, number: number): Judgement {
  const esa = esaOf(record);
  return {
    ...annotation,
    system: record.variant,
    doc: record.work,
    segment: record.paragraph,
    number,
    ...(isError(annotation) ? { error: errorOf(record, annotation) } : {}),
    ...(esa === undefined ? {} : { esa }),
  };
}

function errorOf(record: Mark | Rating, { category, severity }: Annotation): NonNullable<Judgement['error']> {
  if (record.type === 'mark') return { category: record.category, severity: record.severity };
  return {
    category: categoryOfLabel(category) ?? 'other',
    severity: severityOfLabel(severity) ?? 'neutral',
  };
}

function esaOf(record: Mark | Rating): number | undefined {
  return record.type === 'rating' ? record.score : undefined;
}

/** A paragraph of a variant. */
export interface Place {
  readonly id: string;
  /** 1-based. */
  readonly number: number;
}

/**
 * The judgements, and that whoever judged something in a variant found its other paragraphs free of errors: for
 * annotators who read a whole text and marked what they saw.
 */
export function withUnmarked(
  judgements: readonly Judgement[],
  placesOf: (variant: string) => readonly Place[],
): readonly Judgement[] {
  const judged = new Map<string, { readonly first: Judgement; readonly segments: Set<string> }>();
  for (const judgement of judgements) {
    const key = `${judgement.system}\t${judgement.rater}`;
    const known = judged.get(key);
    if (known) known.segments.add(judgement.segment);
    else judged.set(key, { first: judgement, segments: new Set([judgement.segment]) });
  }
  const added = [...judged.values()].flatMap(({ first: { system, doc, rater }, segments }) =>
    placesOf(system)
      .filter(({ id }) => !segments.has(id))
      .map(({ id, number }): Judgement => ({
        system,
        doc,
        segment: id,
        rater,
        category: NO_ERROR,
        severity: NO_ERROR,
        source: [],
        target: [],
        number,
      })),
  );
  return [...judgements, ...added];
}
