import type { Span } from '../span.ts';

/** A segment of one system's translation, as MQM data name it. */
export interface SegmentRef {
  readonly system: string;
  readonly doc: string;
  /** Its id inside the document. */
  readonly segment: string;
}

/** One judgement of a rater on a segment: an error, or that there is none. */
export interface Annotation extends SegmentRef {
  readonly rater: string;
  /** As the data name it, for example `Accuracy/Omission`; `No-error` for a segment without errors. */
  readonly category: string;
  /** As the data name it, for example `Major`. */
  readonly severity: string;
  /** What is marked, in the plain texts; in most data at most one span in one of the two. */
  readonly source: readonly Span[];
  readonly target: readonly Span[];
}

export const NO_ERROR = 'No-error';

// Annotation tools differ in case, spaces and underscores (Marot's README, "Data Notes").
const NO_ERROR_LABEL = /^no[-_ ]?error$/i;

/** Whether a rater marked an error; if not, they found the segment to have none. */
export function isError({ category, severity }: Pick<Annotation, 'category' | 'severity'>): boolean {
  return !NO_ERROR_LABEL.test(severity) && !NO_ERROR_LABEL.test(category);
}

/** Whether somebody judged: Marot's files also have rows without rater and verdict, which carry a text only. */
export function isRating({ rater, category, severity }: Annotation): boolean {
  return rater !== '' || category !== '' || severity !== '';
}

/** One key for one segment of one system; none of the parts can hold a tab. */
export function segmentKey({ system, doc, segment }: SegmentRef): string {
  return `${system}\t${doc}\t${segment}`;
}
