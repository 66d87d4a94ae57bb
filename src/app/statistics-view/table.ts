/** A column; one with `digits` holds numbers, shown with at most that many decimals. */
export interface Column {
  readonly label: string;
  readonly digits?: number;
  /** Holds sentences. */
  readonly isLong?: boolean;
}

export type Cell = string | number | undefined;

export interface TableRow {
  /** One for each column; the first names the row. */
  readonly cells: readonly Cell[];
  /** Id of the paragraph that the row is about. */
  readonly paragraph?: string;
}

/** What a table says, before it is shown, ordered or written to a file. */
export interface Table {
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly TableRow[];
}

/** The rows by a column, what is not known last; rows that are alike there keep their order. */
export function sortRows(
  rows: readonly TableRow[],
  column: number,
  direction: 'ascending' | 'descending',
  language: string,
): readonly TableRow[] {
  const collator = new Intl.Collator(language, { numeric: true });
  const sign = direction === 'ascending' ? 1 : -1;
  return [...rows].sort((one, other) => {
    const a = one.cells[column];
    const b = other.cells[column];
    if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
    const order =
      typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
    return sign * order;
  });
}

/**
 * The table as comma-separated values (RFC 4180), numbers in full with a decimal point.
 * @param idLabel head of a last column with the ids of paragraphs, where rows are about some
 */
export function csvOf({ columns, rows }: Table, idLabel: string): string {
  const hasIds = rows.some(({ paragraph }) => paragraph !== undefined);
  const lines = [
    [...columns.map(({ label }) => label), ...(hasIds ? [idLabel] : [])],
    ...rows.map(({ cells, paragraph }) => [
      ...cells.slice(0, columns.length),
      ...(hasIds ? [paragraph] : []),
    ]),
  ];
  return lines.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('');
}

// Spreadsheets run a text that starts like a formula; names come from files.
const FORMULA = /^[=+\-@\t\r]/;

function csvCell(cell: Cell): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
