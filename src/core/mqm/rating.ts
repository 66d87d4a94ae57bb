import * as v from 'valibot';
import type { Mark, Rating } from '../contribution/record.ts';
import { text } from '../work/schema.ts';

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

/** A rating that came from a file. */
export interface ImportedRating extends Rating {
  readonly imported?: ImportedRow;
}

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
const importedRecord = v.looseObject({ imported: importedRow });

/** The row that a mark or rating came from; `undefined` for one that was made here. */
export function importedRowOf(record: Mark | Rating): ImportedRow | undefined {
  return v.is(importedRecord, record) ? (record as ImportedMark | ImportedRating).imported : undefined;
}
