import type { Problem, Read } from '../problem.ts';
import type { Steps } from '../steps.ts';
import { type Delimiter, type DelimitedText, readDelimited } from './delimited.ts';
import type { Imported } from './imported.ts';
import { importedTable } from './imported-table.ts';
import { oneLine } from './paragraph-flow.ts';
import { columnsOf, isHeader } from './table-columns.ts';
import { tooLong } from './text-read.ts';

/** UTF-16 units that tell the delimiter. */
const SAMPLE = 50_000;
/** A wider line is no row of a table. */
const LARGEST_WIDTH = 1000;
const DELIMITERS: readonly Delimiter[] = [',', ';', '\t'];

/** The delimiter that gives the most rows of one width, and the wider ones of two that do. */
export function tableDelimiter(text: string): Delimiter {
  const rated = DELIMITERS.map((delimiter) => {
    const { rows: read, unclosed } = readDelimited(text.slice(0, SAMPLE), delimiter);
    const all = unclosed === undefined ? read : unquoted(text.slice(0, SAMPLE), delimiter);
    // The last one is cut.
    const rows = text.length > SAMPLE ? all.slice(0, -1) : all;
    const widths = new Map<number, number>();
    for (const { length } of rows) widths.set(length, (widths.get(length) ?? 0) + 1);
    const [width, count] = [...widths].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [1, 0];
    return { delimiter, score: width < 2 ? 0 : count / rows.length + Math.min(width, 20) / 100 };
  });
  return rated.reduce((best, next) => (next.score > best.score ? next : best)).delimiter;
}

/** Corpora quote nothing: a quotation mark is a letter like others. */
const unquoted = (text: string, delimiter: Delimiter): string[][] =>
  text
    .replace(/^\uFEFF/u, '')
    .split(/\r\n|\n|\r/u)
    .filter((line) => line !== '')
    .map((line) => line.split(delimiter));

/**
 * Reads CSV or TSV: columns by their names, where the first row has them, and by their cells. A file with a single
 * column is a text, a paragraph a row.
 */
export function* tableReadSteps(
  text: string,
  file: string,
  delimiter: Delimiter = tableDelimiter(text),
): Steps<Read<Imported | undefined>> {
  const fault = tooLong(text, file);
  if (fault !== undefined) return { value: undefined, problems: [fault] };
  const problems: Problem[] = [];
  const { rows: quoted, unclosed } = readDelimited(text, delimiter);
  let rows: DelimitedText['rows'] = quoted;
  yield { done: 1, total: 2 };
  if (unclosed !== undefined && delimiter === '\t') {
    rows = unquoted(text, delimiter);
  } else if (unclosed !== undefined) {
    problems.push({ code: 'quotation-unclosed', severity: 'fault', args: {}, file, line: unclosed });
  }
  // Not spread: a file may have more rows than a call has arguments.
  const width = rows.reduce((most, { length }) => Math.max(most, length), 0);
  if (width <= 1) {
    const paragraphs = rows.flatMap(([cell = '']) =>
      oneLine(cell) === '' ? [] : [{ role: 'paragraph' as const, text: oneLine(cell) }],
    );
    if (paragraphs.length === 0) return importedTable([], [], file, problems);
    return { value: { kind: 'text', paragraphs }, problems };
  }
  if (width > LARGEST_WIDTH) {
    const args = { count: width, limit: LARGEST_WIDTH };
    problems.push({ code: 'columns-surplus', severity: 'fault', args, file });
    return { value: undefined, problems };
  }
  const hasHeader = isHeader(rows[0] ?? [], rows.slice(1));
  const body = hasHeader ? rows.slice(1) : rows;
  const names = Array.from({ length: width }, (_, at) => (hasHeader ? (rows[0]?.[at] ?? '') : ''));
  return importedTable(columnsOf(names, body), body, file, problems);
}
