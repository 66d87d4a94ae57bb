import type { Problem, Read } from '../problem.ts';
import type { Steps } from '../steps.ts';
import { excerpt } from '../work/schema.ts';
import type { ImportedTable } from './imported.ts';
import { importedTable, MAX_PROBLEMS } from './imported-table.ts';
import { languageTagOf } from './language-of-name.ts';
import { tooLong } from './text-read.ts';

interface Entry {
  context: string;
  id: string;
  plural: string | undefined;
  readonly texts: string[];
  readonly notes: string[];
  isFuzzy: boolean;
}

type Field = 'context' | 'id' | 'plural' | number;

/** Lines between two steps. */
const STEP = 5000;
/** Forms of plural that a language has at most; Arabic has six. */
const MAX_FORMS = 10;
const KEYWORD = /^(msgctxt|msgid_plural|msgid|msgstr)(?:\[(\d{1,2})\])?\s*(?=")/u;
const STRING = /^"((?:[^"\\]|\\.)*)"\s*$/u;

/**
 * Reads a catalogue of GNU gettext (its manual, "The Format of PO Files"): contexts, sources, translations and
 * comments as columns; plural forms are rows of their own. Obsolete entries are left out; that an entry is fuzzy
 * is said in its comment. A line that belongs to no entry is a problem, the others are kept.
 */
export function* poReadSteps(text: string, file: string): Steps<Read<ImportedTable | undefined>> {
  const fault = tooLong(text, file);
  if (fault !== undefined) return { value: undefined, problems: [fault] };
  const problems: Problem[] = [];
  const entries: Entry[] = [];
  let entry = emptyEntry();
  let field: Field | undefined;
  const close = () => {
    if (field !== undefined) entries.push(entry);
    else if (entry.notes.length === 0 && !entry.isFuzzy) return;
    entry = emptyEntry();
    field = undefined;
  };
  const lines = text.split(/\r\n|\n|\r/u);
  for (const [at, raw] of lines.entries()) {
    if (at % STEP === STEP - 1) yield { done: at, total: lines.length };
    const line = raw.trim();
    if (line === '') {
      close();
      continue;
    }
    if (line.startsWith('#')) {
      if (field !== undefined) close();
      addComment(entry, line);
      continue;
    }
    const keyword = KEYWORD.exec(line);
    if (keyword !== null) {
      const next = fieldOf(keyword[1]!, keyword[2]);
      // An entry begins with its context or source; there need be no blank line before it.
      const begins = next === 'context' || (next === 'id' && field !== 'context');
      if (begins && field !== undefined) close();
      field = next;
    }
    const quoted = STRING.exec(keyword === null ? line : line.slice(keyword[0].length))?.[1];
    if (quoted === undefined || field === undefined || (typeof field === 'number' && field > MAX_FORMS)) {
      if (problems.length < MAX_PROBLEMS) {
        const args = { near: excerpt(line) };
        problems.push({ code: 'part-unreadable', severity: 'warning', args, file, line: at + 1 });
      }
    } else append(entry, field, unescaped(quoted));
  }
  close();
  return tableOf(entries, file, problems);
}

const emptyEntry = (): Entry => ({
  context: '',
  id: '',
  plural: undefined,
  texts: [],
  notes: [],
  isFuzzy: false,
});

function fieldOf(keyword: string, form: string | undefined): Field {
  if (keyword === 'msgctxt') return 'context';
  if (keyword === 'msgid') return 'id';
  return keyword === 'msgid_plural' ? 'plural' : Number(form ?? 0);
}

function append(entry: Entry, field: Field, text: string): void {
  if (field === 'context') entry.context += text;
  else if (field === 'id') entry.id += text;
  else if (field === 'plural') entry.plural = (entry.plural ?? '') + text;
  else entry.texts[field] = (entry.texts[field] ?? '') + text;
}

/** What translators and makers said; places in sources, obsolete entries and earlier sources are passed over. */
function addComment(entry: Entry, line: string): void {
  const kind = line.charAt(1);
  if (kind === ',' && /\bfuzzy\b/u.test(line)) entry.isFuzzy = true;
  if (kind !== '' && kind !== ' ' && kind !== '.') return;
  const note = line.slice(kind === '.' ? 2 : 1).trim();
  if (note !== '') entry.notes.push(note);
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
  v: '\v',
  a: '\x07',
};

/** The escapes of C. */
const unescaped = (text: string): string =>
  text.replace(/\\(x[0-9A-Fa-f]{1,2}|[0-7]{1,3}|.)/gu, (_, escape: string) => {
    if (/^x./u.test(escape)) return String.fromCharCode(Number.parseInt(escape.slice(1), 16));
    if (/^[0-7]/u.test(escape)) return String.fromCharCode(Number.parseInt(escape, 8) & 0xff);
    return ESCAPES[escape] ?? escape;
  });

function tableOf(
  entries: readonly Entry[],
  file: string,
  problems: readonly Problem[],
): Read<ImportedTable | undefined> {
  const header = entries.find(({ id, context }) => id === '' && context === '')?.texts[0] ?? '';
  const langOf = (field: string): string | undefined => {
    const written = new RegExp(`^${field}:[ \\t]*(\\S+)`, 'imu').exec(header)?.[1];
    return written === undefined ? undefined : languageTagOf(written);
  };
  const source = langOf('X-Source-Language');
  const target = langOf('Language');
  const rows = entries
    // A paragraph that the source lacks has its context alone.
    .filter(({ id, context }) => id !== '' || context !== '')
    .flatMap(({ context, id, plural, texts, notes, isFuzzy }) => {
      const note = [...(isFuzzy ? ['fuzzy'] : []), ...notes].join(' – ');
      if (plural === undefined) return [[context, id, texts[0] ?? '', note]];
      const forms = Math.max(2, texts.length);
      return Array.from({ length: forms }, (_, form) => [
        context === '' ? '' : `${context}[${form}]`,
        form === 0 ? id : plural,
        texts[form] ?? '',
        note,
      ]);
    });
  return importedTable(
    [
      { name: 'msgctxt', use: 'id' },
      { name: 'msgid', use: 'text', ...(source === undefined ? {} : { lang: source }) },
      { name: 'msgstr', use: 'text', ...(target === undefined ? {} : { lang: target }) },
      { name: 'comment', use: 'note' },
    ],
    rows,
    file,
    problems,
    /^Project-Id-Version:[ \t]*(?!PACKAGE VERSION)(\S.*)$/imu.exec(header)?.[1]?.trim(),
  );
}
