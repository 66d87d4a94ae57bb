import type { Anchor } from '../contribution/anchor.ts';
import { byId } from '../contribution/canonical.ts';
import { fold } from '../contribution/fold.ts';
import type { Contribution, Mark, Rating } from '../contribution/record.ts';
import type { Span } from '../span.ts';
import { type Annotation, NO_ERROR } from './annotation.ts';
import { importedRowOf } from './rating.ts';
import { wmtCategory, wmtSeverity } from './wmt-labels.ts';

/**
 * The marks and ratings of a log as annotations with WMT's labels: variants are the systems, the work is the
 * document, paragraphs are the segments, authors the raters. Imported ones keep the names of their file.
 * Withdrawn and rejected marks are left out.
 */
export function annotationsOf(records: readonly Contribution[]): readonly Annotation[] {
  return annotated(records).map(({ annotation }) => annotation);
}

/** As `annotationsOf`, each with the record that says it. */
export function annotated(
  records: readonly Contribution[],
): readonly { readonly record: Mark | Rating; readonly annotation: Annotation }[] {
  const { standing, reviews } = fold(records);
  const isRejected = ({ id }: Mark) =>
    reviews.get(id)?.some(({ verdict }) => verdict === 'rejected') === true;
  const marks = [...standing.values()].filter((record) => record.type === 'mark');
  const ratings = [...standing.values()].filter((record) => record.type === 'rating');
  const found = [
    ...marks
      .filter((mark) => !isRejected(mark))
      .map((record) => ({ line: importedRowOf(record)?.line, record, annotation: ofMark(record) })),
    ...ratings.map((record) => ({
      line: importedRowOf(record)?.line,
      record,
      annotation: ofRating(record),
    })),
  ];
  return found.sort(
    // Rows of a file in its order, then what was added, by age.
    (a, b) => (a.line ?? Infinity) - (b.line ?? Infinity) || byId(a.record, b.record),
  );
}

function ofMark(mark: Mark): Annotation {
  const { variant, paragraph, work, author, category, severity, spans } = mark;
  const imported = importedRowOf(mark);
  const isTarget = (anchor: Anchor) => (anchor.variant ?? variant) === variant;
  return {
    system: imported?.system ?? variant,
    doc: imported?.doc ?? work,
    segment: imported?.segment ?? paragraph,
    rater: imported?.rater ?? author,
    category: imported?.category ?? wmtCategory(category),
    severity: imported?.severity ?? wmtSeverity(severity),
    source: spans.filter((anchor) => !isTarget(anchor)).map(spanOf),
    // A segment is a paragraph: what stands in another one has no place in it.
    target: spans
      .filter((anchor) => isTarget(anchor) && (anchor.paragraph ?? paragraph) === paragraph)
      .map(spanOf),
  };
}

function ofRating(rating: Rating): Annotation {
  const { variant, paragraph, work, author } = rating;
  const imported = importedRowOf(rating);
  return {
    system: imported?.system ?? variant,
    doc: imported?.doc ?? work,
    segment: imported?.segment ?? paragraph,
    rater: imported?.rater ?? author,
    category: imported?.category ?? NO_ERROR,
    severity: imported?.severity ?? NO_ERROR,
    source: [],
    target: [],
  };
}

const spanOf = ({ start, end }: Anchor): Span => ({ start, end });
