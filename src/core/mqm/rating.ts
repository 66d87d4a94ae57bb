import * as v from 'valibot';
import type { Contribution, Mark, OpaqueContribution } from '../contribution/record.ts';
import { identifier, text } from '../work/schema.ts';

/**
 * What a mark or rating that came from a file of MQM annotations keeps of its row, so that the row can be
 * written again as it was. What the record itself says is left out.
 */
export interface ImportedRow {
  /** 1-based, in the file. */
  readonly line: number;
  readonly system: string;
  readonly doc: string;
  readonly segment: string;
  readonly category: string;
  readonly severity: string;
  /** When it is not the record's author. */
  readonly rater?: string;
  readonly globalSegment?: string;
  readonly comment?: string;
  readonly extra?: readonly string[];
  /** Cells, with tags, that do not follow from the paragraphs' texts and the mark's anchors. */
  readonly source?: string;
  readonly target?: string;
}

/** A mark that came from a file. */
export interface ImportedMark extends Mark {
  readonly imported?: ImportedRow;
}

/**
 * Says that its author has judged a whole paragraph of a variant. What it lacks is shown by marks; a rated
 * paragraph without marks has no errors.
 */
export interface Rating {
  readonly id: string;
  readonly type: typeof RATING;
  readonly author: string;
  readonly time: string;
  readonly work: string;
  readonly variant: string;
  readonly paragraph: string;
  readonly imported?: ImportedRow;
}

// Not among the known types yet: the log keeps such records and passes them on.
export const RATING = 'rating' as OpaqueContribution['type'];

const cell = v.exactOptional(text);
const importedRow = v.looseObject({
  line: v.pipe(v.number(), v.integer(), v.minValue(0)),
  system: text,
  doc: text,
  segment: text,
  category: text,
  severity: text,
  rater: cell,
  globalSegment: cell,
  comment: cell,
  extra: v.exactOptional(v.array(text)),
  source: cell,
  target: cell,
});
const rating = v.looseObject({
  type: v.literal(RATING),
  variant: identifier,
  paragraph: identifier,
  imported: v.exactOptional(importedRow),
});
const importedMark = v.looseObject({ imported: importedRow });

export function isRatingRecord(record: Contribution): record is Contribution & Rating {
  return record.type === RATING && v.is(rating, record);
}

/** The row that a mark came from; `undefined` for one that was made here. */
export function importedRowOf(mark: Mark): ImportedRow | undefined {
  return v.is(importedMark, mark) ? ((mark as ImportedMark).imported ?? undefined) : undefined;
}
