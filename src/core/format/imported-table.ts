import type { Problem, Read } from '../problem.ts';
import type { ImportedColumn, ImportedTable } from './imported.ts';
import { oneLine } from './paragraph-flow.ts';

/** Languages of the largest memories; a wider table is one of figures. */
export const MAX_COLUMNS = 100;
/** So many problems of one file say enough. */
export const MAX_PROBLEMS = 100;

/** A table with its cells on one line each; columns without any text are left out, and those beyond the limit. */
export function importedTable(
  columns: readonly ImportedColumn[],
  rows: readonly (readonly string[])[],
  file: string,
  problems: readonly Problem[] = [],
  title?: string,
): Read<ImportedTable | undefined> {
  const found: Problem[] = problems.slice(0, MAX_PROBLEMS);
  const limited = columns.slice(0, MAX_COLUMNS);
  if (columns.length > MAX_COLUMNS) {
    const args = { count: columns.length, limit: MAX_COLUMNS };
    found.push({ code: 'columns-surplus', severity: 'fault', args, file });
  }
  const cells = rows.map((row) => limited.map((_, at) => oneLine(row[at] ?? '')));
  const full = limited.map((_, at) => cells.some((row) => row[at] !== ''));
  const kept = cells
    .filter((row) => row.some((cell) => cell !== ''))
    .map((row) => (full.every(Boolean) ? row : row.filter((_, at) => full[at])));
  if (kept.length === 0) {
    if (!found.some(({ severity }) => severity === 'fault')) {
      found.push({ code: 'file-empty', severity: 'fault', args: {}, file });
    }
    return { value: undefined, problems: found };
  }
  const value: ImportedTable = {
    kind: 'table',
    ...(title === undefined || title === '' ? {} : { title }),
    columns: limited.filter((_, at) => full[at]),
    rows: kept,
  };
  return { value, problems: found };
}
