/** A table as lines of cells. */
export type Table = readonly (readonly string[])[];
export type Delimiter = ',' | '\t' | ';';

/** A table that was read, and where it breaks the rules. */
export interface DelimitedText {
  readonly rows: readonly string[][];
  /** 1-based line in which each row begins; a cell may hold line breaks. */
  readonly lines: readonly number[];
  /** 1-based line of a quotation mark that is never closed: the rest of the file is one cell. */
  readonly unclosed?: number;
  /** There are more rows than were to be read. */
  readonly isCut?: true;
}

/**
 * Writes CSV (RFC 4180), or with a tab the same rules for TSV, as spreadsheets read it. Line ends are CRLF in CSV,
 * LF in TSV. `readDelimited` gives the same cells back; a table has at least one cell a row.
 */
export function writeDelimited(rows: Table, delimiter: Delimiter): string {
  const end = delimiter === '\t' ? '\n' : '\r\n';
  return rows
    .map((cells) => {
      // An empty line is a row of one empty cell to some readers and none to others.
      if (cells.length <= 1 && (cells[0] ?? '') === '') return `""${end}`;
      return `${cells.map((cell) => quotedCell(cell, delimiter)).join(delimiter)}${end}`;
    })
    .join('');
}

/** Blanks at the edges are quoted as well: some programs trim what is bare. A U+FEFF would be taken for a BOM. */
function quotedCell(cell: string, delimiter: Delimiter): string {
  const isBare = !cell.includes(delimiter) && !/["\r\n\uFEFF]|^\s|\s$/u.test(cell);
  return isBare ? cell : `"${cell.replace(/"/gu, '""')}"`;
}

/** What a spreadsheet takes for a formula, or drops so that a formula is left (OWASP, "CSV Injection"). */
const FORMULA = /^'*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/u;

/**
 * A table that no spreadsheet runs: a text that it would take for a formula gets an apostrophe before it, which says
 * in a spreadsheet that text follows. RFC 4180 knows no such sign, so that another program reads it as a part of the
 * text: whoever writes for round trips leaves it out. A text that has such an apostrophe of its own gets a second one,
 * so that `plainCell` gives back exactly what was there.
 */
export function safeCells(rows: Table): Table {
  return rows.map((cells) => cells.map((cell) => (FORMULA.test(cell) ? `'${cell}` : cell)));
}

/** A cell of `safeCells` as it was. */
export function plainCell(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}

/**
 * Reads CSV (RFC 4180) or TSV: cells may be quoted, a quotation mark inside is doubled, line ends are CRLF, LF or
 * CR. A mark inside a bare cell is a letter like others; empty lines are left out. Time is linear.
 * @param maxRows so many are read at most
 */
export function readDelimited(text: string, delimiter: Delimiter, maxRows = Infinity): DelimitedText {
  const rows: string[][] = [];
  const lines: number[] = [];
  let row: string[] = [];
  let begun = 1;
  let line = 1;
  let unclosed: number | undefined;
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  const bare = delimiter === '\t' ? /[^\t\r\n]*/uy : delimiter === ',' ? /[^,\r\n]*/uy : /[^;\r\n]*/uy;
  const rest = (): string => {
    bare.lastIndex = at;
    const found = bare.exec(text)?.[0] ?? '';
    at += found.length;
    return found;
  };
  while (at < text.length && rows.length < maxRows) {
    let cell = '';
    const isQuoted = text[at] === '"';
    if (isQuoted) {
      const start = at + 1;
      let end = text.indexOf('"', start);
      while (end >= 0 && text[end + 1] === '"') end = text.indexOf('"', end + 2);
      if (end < 0) unclosed = line;
      const inside = text.slice(start, end < 0 ? text.length : end);
      line += inside.match(/\r\n|\n|\r/gu)?.length ?? 0;
      cell = inside.replace(/""/gu, '"');
      at = end < 0 ? text.length : end + 1;
    }
    row.push(cell + rest());
    if (text[at] === delimiter) {
      at += 1;
      // A delimiter at the very end has an empty cell behind it.
      if (at < text.length) continue;
      row.push('');
    }
    if (isQuoted || row.length > 1 || row[0] !== '') {
      rows.push(row);
      lines.push(begun);
    }
    row = [];
    if (at < text.length) at += text.startsWith('\r\n', at) ? 2 : 1;
    line += 1;
    begun = line;
  }
  return {
    rows,
    lines,
    ...(unclosed === undefined ? {} : { unclosed }),
    ...(at < text.length ? { isCut: true } : {}),
  };
}

/** Enough for a line of column names. */
const HEAD = 10_000;

/** The delimiter of a file by its first line, outside of quotation marks: the most frequent of `,`, `;` and tab. */
export function delimiterOf(text: string): Delimiter {
  const head = text.slice(0, HEAD).replace(/"[^"]*"/gu, '');
  const [first = ''] = head.split(/[\r\n]/u, 1);
  const count = (delimiter: Delimiter): number => first.split(delimiter).length;
  const others: readonly Delimiter[] = [';', '\t'];
  return others.reduce<Delimiter>((best, next) => (count(next) > count(best) ? next : best), ',');
}
