import type { ColumnUse, ImportedColumn } from './imported.ts';
import { languageNamed } from './language-of-name.ts';

const ID =
  /^(?:ids?|keys?|name|nr|no|#|index|row|line|segment(?: ?id)?|seg ?id|string ?id|context|msgctxt|location|kennung|schlüssel|zeile)\.?$/iu;
const NOTE =
  /^(?:notes?|comments?|remarks?|description|developer comments?|status|state|role|author|date|url|anmerkung(?:en)?|kommentare?|bemerkung(?:en)?|beschreibung)$/iu;
const TEXT =
  /^(?:source|target|src|tgt|ref(?:erence)?|hyp(?:othesis)?|mt|original|translation|text|segment text|quelle|ziel|übersetzung|ausgangstext|zieltext|msgid|msgstr)(?:[ _-]?text)?$/iu;
/** Longer cells are no names of columns. */
const LONGEST_NAME = 60;
/** Rows that tell what a column holds. */
const SAMPLE = 200;

/** The language that the name of a column says: `de`, `German`, `text_de`, `target (fr-FR)`. */
function languageIn(name: string): string | undefined {
  const whole = languageNamed(name);
  if (whole !== undefined) return whole;
  const region = /(?:^|[^\p{L}])([a-z]{2,3}[-_][A-Z]{2})(?!\p{L})/u.exec(name)?.[1];
  if (region !== undefined) return languageNamed(region);
  const found = name
    .split(/[^\p{L}\p{M}\d-]+/u)
    // Short words of any language are codes of others: "is", "no".
    .filter((part) => part.length > 1 && !/^(?:id|no|is|in|it|to|as|or|so|my|we|am|be|he)$/iu.test(part))
    .flatMap((part) => languageNamed(part) ?? []);
  const [first] = found;
  return found.length === 1 && name.length <= LONGEST_NAME ? first : undefined;
}

/** Whether the first row has the names of the columns. */
export function isHeader(first: readonly string[], others: readonly (readonly string[])[]): boolean {
  const names = first.map((cell) => cell.trim());
  if (names.length < 2 || names.every((name) => name === '')) return false;
  if (names.some((name) => name.length > LONGEST_NAME || /[.!?。！？]$/u.test(name))) return false;
  if (
    names.some(
      (name) => ID.test(name) || NOTE.test(name) || TEXT.test(name) || languageIn(name) !== undefined,
    )
  ) {
    return true;
  }
  // Names are unlike the cells under them: short, where those are long.
  const long = names.map((_, at) => average(others.slice(0, SAMPLE).map((row) => row[at]?.length ?? 0)));
  return others.length > 0 && names.every((name, at) => name !== '' && name.length * 3 < long[at]!);
}

const average = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

/** What each column is taken for: by its name, else by its cells. */
export function columnsOf(
  names: readonly string[],
  rows: readonly (readonly string[])[],
): readonly ImportedColumn[] {
  const sample = rows.slice(0, SAMPLE);
  let hasId = false;
  return names.map((given, at) => {
    const name = given.trim() || `${at + 1}`;
    const isId = ID.test(name);
    const lang = isId || NOTE.test(name) ? undefined : languageIn(name);
    const cells = sample.map((row) => row[at] ?? '').filter((cell) => cell !== '');
    let use: ColumnUse = isId ? 'id' : NOTE.test(name) ? 'note' : lang !== undefined ? 'text' : useOf(cells);
    // A location is a second choice only: one column has the ids.
    if (use === 'id' && hasId) use = 'note';
    if (use === 'id') hasId = true;
    return { name, ...(lang === undefined ? {} : { lang }), use };
  });
}

/** Ids are all different, and short, without spaces. */
function useOf(cells: readonly string[]): ColumnUse {
  if (cells.length === 0) return 'none';
  const isShort = cells.every((cell) => cell.length <= 40 && !/\s/u.test(cell.trim()));
  const isUnlike = new Set(cells).size === cells.length;
  const isCode = cells.every((cell) => /^[\p{ASCII}]*[\d._:/-][\p{ASCII}]*$/u.test(cell));
  if (isShort && isCode) return isUnlike && cells.length > 1 ? 'id' : 'none';
  return cells.some((cell) => /\p{L}/u.test(cell)) ? 'text' : 'none';
}
