import type { Row } from '../../core/work/rows.ts';

/** Height in CSS pixels of a row before it was measured: lines of its longest cell at the column's likely measure.
 * @param width of all columns together */
export function estimateHeight(row: Row | undefined, columns: readonly string[], width: number): number {
  if (!row) return 60;
  const perLine = Math.max(20, width / Math.max(1, columns.length) / 8.5);
  let longest = 0;
  for (const id of columns)
    for (const { text } of row.cells.get(id) ?? []) longest = Math.max(longest, text.length);
  return 29 + Math.ceil(longest / perLine) * 25.6;
}
