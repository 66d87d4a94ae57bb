import type { Problem, Read } from '../problem.ts';
import type { Steps } from '../steps.ts';
import { describePlace } from '../work/json-map.ts';
import type { Imported, ImportedColumn, ImportedText } from './imported.ts';
import { importedTable } from './imported-table.ts';
import { languageTagOf } from './language-of-name.ts';
import { oneLine } from './paragraph-flow.ts';
import { columnsOf } from './table-columns.ts';
import { tooLong } from './text-read.ts';

/** Objects inside each other; resources for programs have a handful. */
const MAX_DEPTH = 50;
/** Keys of the objects of a list: more are no columns. */
const MAX_KEYS = 200;

type JsonObject = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isScalar = (value: unknown): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

/**
 * Reads JSON: a list of strings as a text; a list of objects or of lists as a table; objects as resources of
 * programs (i18next, ARB, Chrome), nested keys joined by dots, one language or several at the outer or inner level.
 * A list inside an object that holds the rest of its weight is taken for the whole.
 */
export function* jsonReadSteps(text: string, file: string): Steps<Read<Imported | undefined>> {
  const fault = tooLong(text, file) ?? tooDeep(text, file);
  if (fault !== undefined) return { value: undefined, problems: [fault] };
  yield { done: 1, total: 3 };
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { value: undefined, problems: [invalid(text, error, file)] };
  }
  yield { done: 2, total: 3 };
  return readValue(parsed, file, 0);
}

function readValue(value: unknown, file: string, level: number): Read<Imported | undefined> {
  if (typeof value === 'string') return textOf([value], file);
  if (Array.isArray(value)) return readList(value, file);
  if (!isObject(value)) return textOf([], file);
  const entries = Object.entries(value);
  const languages = entries.filter(([key]) => languageTagOf(key) !== undefined);
  if (languages.length >= 2 && languages.every(([, own]) => isObject(own) || Array.isArray(own))) {
    return byLanguage(languages, file);
  }
  if (
    languages.length >= 2 &&
    languages.length === entries.length &&
    entries.every(([, own]) => isScalar(own))
  ) {
    return readList([value], file);
  }
  const inner = entries.filter(([, own]) => isObject(own) && isTranslations(own));
  if (inner.length > 0 && inner.length * 2 > entries.length) {
    return readList(
      inner.map(([id, own]) => ({ id, ...(own as JsonObject) })),
      file,
    );
  }
  // A list that is wrapped: { "segments": [ … ], "version": 1 }
  const lists = entries.filter(([, own]) => Array.isArray(own) && own.length > 0);
  const [only] = lists;
  if (
    only !== undefined &&
    lists.length === 1 &&
    entries.every(([, own]) => own === only[1] || isScalar(own))
  ) {
    const read = readList(only[1] as readonly unknown[], file);
    return read.value === undefined || typeof value['title'] !== 'string'
      ? read
      : { ...read, value: { ...read.value, title: oneLine(value['title']) } };
  }
  if (entries.length === 1 && isObject(entries[0]?.[1]) && level < 3) {
    const lang = languageTagOf(entries[0]![0]);
    if (lang !== undefined) return resources(entries[0]![1], file, lang);
    return readValue(entries[0]![1], file, level + 1);
  }
  return resources(
    value,
    file,
    typeof value['@@locale'] === 'string' ? languageTagOf(value['@@locale']) : undefined,
  );
}

/** An object of a text in two languages or more. */
const isTranslations = (value: JsonObject): boolean => {
  const keys = Object.keys(value);
  const languages = keys.filter((key) => languageTagOf(key) !== undefined && isScalar(value[key]));
  return languages.length >= 2 && languages.length * 2 > keys.length;
};

function textOf(texts: readonly unknown[], file: string): Read<ImportedText | undefined> {
  const paragraphs = texts.flatMap((text) => {
    const line = isScalar(text) ? oneLine(String(text)) : '';
    return line === '' ? [] : [{ role: 'paragraph' as const, text: line }];
  });
  if (paragraphs.length > 0) return { value: { kind: 'text', paragraphs }, problems: [] };
  return { value: undefined, problems: [{ code: 'file-empty', severity: 'fault', args: {}, file }] };
}

function readList(list: readonly unknown[], file: string): Read<Imported | undefined> {
  if (list.every((item) => isScalar(item) || item === null)) return textOf(list, file);
  if (list.every(Array.isArray)) {
    const rows = list.map((row: readonly unknown[]) =>
      row.map((cell) => (isScalar(cell) ? String(cell) : '')),
    );
    const width = rows.reduce((most, { length }) => Math.max(most, length), 0);
    if (width > MAX_KEYS) return surplus(width, file);
    const names = Array.from({ length: width }, () => '');
    return importedTable(columnsOf(names, rows), rows, file);
  }
  const flat = list.filter(isObject).map((item) => new Map(flattened(item)));
  const names = new Set<string>();
  for (const row of flat) {
    for (const key of row.keys()) names.add(key);
    if (names.size > MAX_KEYS) return surplus(names.size, file);
  }
  const columns = [...names];
  const rows = flat.map((row) => columns.map((name) => row.get(name) ?? ''));
  return importedTable(columnsOf(columns, rows), rows, file);
}

const surplus = (count: number, file: string): Read<undefined> => ({
  value: undefined,
  problems: [{ code: 'columns-surplus', severity: 'fault', args: { count, limit: MAX_KEYS }, file }],
});

/** One resource in several languages: the same keys, or the same places, are the same text. */
function byLanguage(
  languages: readonly (readonly [string, unknown])[],
  file: string,
): Read<Imported | undefined> {
  if (languages.length > MAX_KEYS) return surplus(languages.length, file);
  const rows = new Map<string, string[]>();
  for (const [at, [, own]] of languages.entries()) {
    for (const [id, text] of flattened(own)) {
      const row = rows.get(id) ?? [id, ...languages.map(() => '')];
      row[at + 1] = text;
      rows.set(id, row);
    }
  }
  const columns: readonly ImportedColumn[] = [
    { name: 'id', use: 'id' },
    ...languages.map(([name]) => ({ name, lang: languageTagOf(name)!, use: 'text' as const })),
  ];
  return importedTable(columns, [...rows.values()], file);
}

function resources(value: unknown, file: string, lang: string | undefined): Read<Imported | undefined> {
  // What ARB and others say about a text begins with @.
  const rows = flattened(value).filter(([id]) => !/(?:^|\.)@/u.test(id));
  const columns: readonly ImportedColumn[] = [
    { name: 'id', use: 'id' },
    { name: 'text', use: 'text', ...(lang === undefined ? {} : { lang }) },
  ];
  return importedTable(columns, rows, file);
}

/** All texts in a value with their paths (`menu.file.open`, `steps.0`), in order. Depth was looked at. */
function flattened(value: unknown): readonly (readonly [path: string, text: string])[] {
  const found: [string, string][] = [];
  const walk = (own: unknown, path: string) => {
    if (isScalar(own)) found.push([path, String(own)]);
    else if (Array.isArray(own)) {
      for (const [at, item] of own.entries()) walk(item, path === '' ? String(at) : `${path}.${at}`);
    } else if (isObject(own)) {
      for (const [key, item] of Object.entries(own)) walk(item, path === '' ? key : `${path}.${key}`);
    }
  };
  walk(value, '');
  return found;
}

/** Where a text goes deeper than the limit; brackets in strings are not counted. */
function tooDeep(text: string, file: string): Problem | undefined {
  let depth = 0;
  const token = /"(?:[^"\\]|\\.)*"|[[\]{}]/gsu;
  for (let found = token.exec(text); found !== null; found = token.exec(text)) {
    const [part] = found;
    if (part === '[' || part === '{') depth += 1;
    else if (part === ']' || part === '}') depth -= 1;
    if (depth > MAX_DEPTH) {
      const { line } = describePlace(text, found.index);
      return { code: 'nesting-too-deep', severity: 'fault', args: { limit: MAX_DEPTH }, file, line };
    }
  }
  return undefined;
}

/** The place is in the engine's message, if anywhere. */
function invalid(text: string, { message }: SyntaxError, file: string): Problem {
  const position = /position (\d+)/u.exec(message)?.[1];
  const offset = position === undefined ? text.length : Math.min(Number(position), text.length);
  const { line, column, near } = describePlace(text, offset);
  return { code: 'json-invalid', severity: 'fault', args: { column, near }, file, line };
}
