import type { Comment } from '../contribution/record.ts';
import { identifiersOf } from './identifiers.ts';
import type { ImportedTable } from './imported.ts';
import type { Steps } from '../steps.ts';
import {
  type ComposedVariant,
  type ComposedWork,
  type ComposeOptions,
  composeWork,
  STEP,
  variantIds,
} from './compose.ts';
import { memberId } from '../work/members.ts';
import type { Paragraph } from '../work/model.ts';
import { MAX_TEXT } from '../work/schema.ts';

/** A column of a table that becomes a variant. */
export interface ComposedColumn extends ComposedVariant {
  /** Its index. */
  readonly column: number;
}

export interface TableColumns {
  readonly texts: readonly ComposedColumn[];
  /** Index of the column that names the rows; without one they are `p1`, `p2` … */
  readonly id?: number;
  /** Indices of columns whose cells are remarks on the row. */
  readonly notes?: readonly number[];
}

/** Who speaks for the remarks of a file that names nobody. */
const NOBODY = '-';
const LINE_BREAK = /\r\n|[\n\r\u0085\u2028\u2029]/u;

/**
 * Makes a work of a table, row by row as they are: an empty cell is a text that lacks the row, lines of a cell are
 * paragraphs, a remark is a comment on the subject's paragraph or the first that the row has.
 */
export function* composeTable(
  { rows }: ImportedTable,
  { texts, id: idColumn, notes = [] }: TableColumns,
  options: ComposeOptions,
): Steps<ComposedWork> {
  const variants = variantIds(texts);
  const filled = rows.filter((row) => texts.some(({ column }) => (row[column] ?? '').trim() !== ''));
  const ids = rowIds(filled, idColumn);
  const order = [options.subject, options.reference, ...texts.keys()];
  const made = texts.map((): Paragraph[] => []);
  const records: Comment[] = [];
  for (const [index, row] of filled.entries()) {
    if (index % STEP === STEP - 1) yield { done: index, total: filled.length };
    const id = ids[index]!;
    for (const [text, { column }] of texts.entries()) {
      for (const [number, line] of linesOf(row[column] ?? '').entries())
        made[text]!.push({ id: memberId(id, number + 1), role: 'paragraph', text: line });
    }
    const place = order.find((text) => (row[texts[text]?.column ?? -1] ?? '').trim() !== '')!;
    for (const note of notes) {
      const remark = (row[note] ?? '').trim();
      if (remark === '') continue;
      records.push({
        id: options.newId(),
        author: NOBODY,
        time: options.time,
        work: options.slug,
        type: 'comment',
        variant: variants[place]!,
        paragraph: id,
        text: { und: remark.slice(0, MAX_TEXT) },
      });
    }
  }
  return {
    work: composeWork(texts, options),
    texts: new Map(variants.map((variant, text) => [variant, made[text]!])),
    records,
    rows: filled.length,
    doubtful: 0,
  };
}

/** The paragraphs of a cell. */
export const linesOf = (cell: string): readonly string[] =>
  cell
    .split(LINE_BREAK)
    .map((line) => line.trim())
    .filter(Boolean);

/** The rows' own names as identifiers; none of them may look like a further paragraph of another row (`members.ts`). */
function rowIds(rows: readonly (readonly string[])[], column: number | undefined): readonly string[] {
  if (column === undefined) return rows.map((_, index) => `p${String(index + 1)}`);
  const names = rows.map(
    (row, index) => `${(row[column] ?? '').trim() || `p${String(index + 1)}`}\t${String(index)}`,
  );
  const ids = identifiersOf(names, (name) => name.slice(0, name.lastIndexOf('\t')).replaceAll('._', '-'));
  return names.map((name) => ids.get(name)!);
}
