import { type Annotation, isRating } from '../mqm/annotation.ts';
import type { Problem, ProblemCode, Read } from '../problem.ts';
import { excerpt } from '../work/schema.ts';
import { columnOf, type Field, fieldsOf, REQUIRED, WMT_COLUMNS } from './mqm-columns.ts';
import { readSpanTags, writeSpanTags } from './span-tags.ts';
import { finish, type Steps } from '../steps.ts';

/** One row: an annotation with the segment it is about. */
export interface MqmRow extends Annotation {
  /** 1-based, in the file it was read from; 0 for a row that was in none. */
  readonly line: number;
  /** The segment's id across all documents. */
  readonly globalSegment?: string;
  /** The texts without tags. */
  readonly sourceText: string;
  readonly targetText: string;
  /** The annotator's note; in files of Marot a JSON object. */
  readonly comment?: string;
  /** The cells of the columns that we do not know, in their order. */
  readonly extra?: readonly string[];
}

export interface RejectedRow {
  readonly line: number;
  readonly text: string;
  readonly problem: Problem;
}

/** A file of MQM annotations: its rows, and what is needed to write it again as it was. */
export interface MqmTable {
  /** Names of all columns, as the file has them. */
  readonly columns: readonly string[];
  readonly hasHeader: boolean;
  readonly newline: '\n' | '\r\n';
  readonly endsWithNewline: boolean;
  readonly rows: readonly MqmRow[];
  /** What could not be read. */
  readonly rejected: readonly RejectedRow[];
}

/** Rows between two reports of progress. */
const STEP = 1000;

/** Reads a whole file at once. */
export function readMqmTsv(text: string): Read<MqmTable> {
  return finish(mqmTsvSteps(text));
}

/**
 * Reads MQM annotations: tab-separated, without quoting rules (quotation marks doubled by an earlier program
 * are text like any other). A row that cannot be read is set aside and reported; `writeMqmTsv` gives back the
 * others as they were, byte for byte. Empty lines and a byte order mark are skipped.
 */
export function* mqmTsvSteps(input: string): Steps<Read<MqmTable>> {
  const text = input.startsWith('\uFEFF') ? input.slice(1) : input;
  const newline = hasOnlyCrlf(text) ? '\r\n' : '\n';
  const firstEnd = text.indexOf(newline);
  const first = (firstEnd === -1 ? text : text.slice(0, firstEnd)).split('\t');
  const hasHeader = first[0] === 'system' && first[1] === 'doc';
  const columns = hasHeader ? first : WMT_COLUMNS;
  const fields = fieldsOf(columns);
  const table = { columns, hasHeader, newline, endsWithNewline: text.endsWith(newline) } as const;

  const missing = REQUIRED.filter((field) => !fields.includes(field)).map(columnOf);
  if (missing.length > 0) {
    const args = { columns: missing.join(', ') };
    const problem: Problem = { code: 'columns-missing', severity: 'fault', args, line: 1 };
    return { value: { ...table, rows: [], rejected: [] }, problems: [problem] };
  }

  const rows: MqmRow[] = [];
  const rejected: RejectedRow[] = [];
  let line = 0;
  for (let at = 0; at < text.length;) {
    const found = text.indexOf(newline, at);
    const end = found === -1 ? text.length : found;
    const content = text.slice(at, end);
    at = end + newline.length;
    line += 1;
    if (line % STEP === 0) yield { done: Math.min(at, text.length), total: text.length };
    if (content === '' || (line === 1 && hasHeader)) continue;
    const row = readRow(content, line, fields);
    if ('code' in row) rejected.push({ line, text: content, problem: row });
    else rows.push(row);
  }
  return { value: { ...table, rows, rejected }, problems: rejected.map(({ problem }) => problem) };
}

/** A carriage return belongs to the line end only where every line has one. */
function hasOnlyCrlf(text: string): boolean {
  let at = text.indexOf('\n');
  if (at === -1) return false;
  for (; at !== -1; at = text.indexOf('\n', at + 1)) if (text[at - 1] !== '\r') return false;
  return true;
}

function readRow(content: string, line: number, fields: readonly (Field | undefined)[]): MqmRow | Problem {
  const fault = (code: ProblemCode, args: Problem['args']): Problem => ({
    code,
    severity: 'fault',
    args,
    line,
  });
  const cells = content.split('\t');
  if (cells.length > fields.length) {
    return fault('row-cells-surplus', { count: cells.length, limit: fields.length });
  }
  const lacking = fields.findIndex(
    (field, at) => at >= cells.length && field !== undefined && REQUIRED.includes(field),
  );
  if (lacking !== -1) {
    return fault('row-cells-missing', {
      count: cells.length,
      limit: fields.length,
      column: columnOf(fields[lacking]!),
    });
  }
  const known: Partial<Record<Field, string>> = {};
  const extra: string[] = [];
  cells.forEach((cell, at) => {
    const field = fields[at];
    if (field === undefined) extra.push(cell);
    else known[field] = cell;
  });
  const { system = '', doc = '', segment = '', rater = '', category = '', severity = '' } = known;
  const annotation = { system, doc, segment, rater, category, severity, source: [], target: [] };
  const empty = (['system', 'doc', 'segment'] as const).find((field) => annotation[field] === '');
  if (empty !== undefined) return fault('cell-empty', { column: columnOf(empty) });
  if (isRating(annotation) && (rater === '' || severity === '')) {
    return fault('cell-empty', { column: rater === '' ? 'rater' : 'severity' });
  }
  const source = readSpanTags(known.source ?? '');
  const target = readSpanTags(known.target ?? '');
  if (source === undefined || target === undefined) {
    const column = source === undefined ? 'source' : 'target';
    return fault('span-tags-unpaired', { column, near: excerpt(aroundTag(known[column] ?? '')) });
  }
  return {
    ...annotation,
    source: source.spans,
    target: target.spans,
    line,
    sourceText: source.text,
    targetText: target.text,
    ...(known.globalSegment === undefined ? {} : { globalSegment: known.globalSegment }),
    ...(known.comment === undefined ? {} : { comment: known.comment }),
    ...(extra.length === 0 ? {} : { extra }),
  };
}

const aroundTag = (cell: string): string => cell.slice(Math.max(0, cell.search(/<\/?v>/) - 20));

/**
 * Writes what `readMqmTsv` reads.
 * @throws RangeError for a cell with a tab or a line break, and for spans that overlap: no row can hold them
 */
export function writeMqmTsv({
  columns,
  hasHeader,
  newline,
  endsWithNewline,
  rows,
}: Pick<MqmTable, 'columns' | 'hasHeader' | 'newline' | 'endsWithNewline' | 'rows'>): string {
  const fields = fieldsOf(columns);
  const lines = rows.map((row) => rowText(row, fields));
  if (hasHeader) lines.unshift(columns.join('\t'));
  return lines.join(newline) + (endsWithNewline && lines.length > 0 ? newline : '');
}

/** The rows that could not be read, with the header: to be mended and read again. */
export function writeRejected({ columns, hasHeader, newline, rejected }: MqmTable): string {
  const lines = rejected.map(({ text }) => text);
  if (hasHeader) lines.unshift(columns.join('\t'));
  return lines.map((line) => line + newline).join('');
}

function rowText(row: MqmRow, fields: readonly (Field | undefined)[]): string {
  let extras = 0;
  const cells = fields.map((field) => {
    if (field === undefined) return row.extra?.[extras++];
    if (field === 'source') return writeSpanTags({ text: row.sourceText, spans: row.source });
    if (field === 'target') return writeSpanTags({ text: row.targetText, spans: row.target });
    return row[field];
  });
  // A row may end before the columns that need not be there.
  while (cells.length > 0 && cells.at(-1) === undefined) cells.pop();
  for (const cell of cells) {
    if (cell !== undefined && /[\t\n]/.test(cell)) {
      throw new RangeError(`a tab or line break in ${JSON.stringify(excerpt(cell))}`);
    }
  }
  return cells.map((cell) => cell ?? '').join('\t');
}
