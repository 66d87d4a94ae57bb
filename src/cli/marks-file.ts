import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { nextUuidv7 } from '../core/contribution/id.ts';
import { readPlacedLog } from '../core/contribution/log.ts';
import type { Contribution } from '../core/contribution/record.ts';
import { importMqm } from '../core/format/mqm-import.ts';
import { logTexts, selfContainedLog } from '../core/format/mqm-log.ts';
import { type MqmTable, readMqmTsv } from '../core/format/mqm-tsv.ts';
import { readWebAnnotations } from '../core/format/web-annotation-read.ts';
import type { Problem, Read } from '../core/problem.ts';
import { LOG_FILE } from '../core/work/validate.ts';
import { readVariant } from '../core/work/variant-file.ts';
import { readWork } from '../core/work/work-json.ts';
import { MAX_MEBIBYTES, readText, STDIN } from './input.ts';
import { type Terminal, visible } from './terminal.ts';
import { UsageError } from './usage-error.ts';

/** MQM TSV, JSON Lines (the log itself), W3C Web Annotations. */
export const MARK_FORMATS = ['tsv', 'jsonl', 'jsonld'] as const;
export type MarkFormat = (typeof MARK_FORMATS)[number];

const EXTENSIONS: Readonly<Record<string, MarkFormat>> = {
  '.tsv': 'tsv',
  '.jsonl': 'jsonl',
  '.jsonld': 'jsonld',
  '.json': 'jsonld',
};

/**
 * The format of a file: as an option says, else by its extension.
 * @throws UsageError when neither tells
 */
export function formatOf(file: string, option: '--from' | '--to', given: string | undefined): MarkFormat {
  const named = MARK_FORMATS.find((format) => format === given);
  const format = named ?? EXTENSIONS[extname(file).toLowerCase()];
  if (format === undefined) {
    throw new UsageError('format-unknown', { file, option, choices: MARK_FORMATS.join(', ') }, true);
  }
  return format;
}

/** Marks with all that is needed to write them in any format. */
export interface MarkLog {
  readonly records: readonly Contribution[];
  readonly textOf: (variant: string, paragraph: string) => string | undefined;
  /** The variant that holds the sources. */
  readonly source: string;
  readonly form?: Pick<MqmTable, 'columns' | 'hasHeader' | 'newline' | 'endsWithNewline'>;
}

export interface MarkFile {
  /** Made when asked for: a table can be scored without. */
  readonly log: () => MarkLog;
  /** The file as it was read, when it is MQM TSV. */
  readonly table?: MqmTable;
  readonly problems: readonly Problem[];
}

/**
 * Reads a file of marks. Texts come from the file itself, or from the work in whose folder it lies.
 * @throws UsageError when it cannot be read at all
 */
export async function readMarkFile(file: string, format: MarkFormat, name: string): Promise<MarkFile> {
  const text = await readText(file, name);
  const made = { time: new Date().toISOString(), newId: idMaker() };
  if (format === 'tsv') {
    const { value: table, problems } = readMqmTsv(text);
    return { log: () => importedLog(table, file, made), table, problems: named(problems, name) };
  }
  const work = await workAround(file);
  const { value: records, problems } =
    format === 'jsonl'
      ? readJsonLines(text, name)
      : readWebAnnotations(text, name, { ...made, textOf: work.textOf });
  const own = logTexts(records);
  const textOf = (variant: string, paragraph: string) =>
    own.textOf(variant, paragraph) ?? work.textOf(variant, paragraph);
  const form = own.form === undefined ? {} : { form: own.form };
  return { log: () => ({ records, textOf, source: own.source ?? work.source, ...form }), problems };
}

interface Made {
  readonly time: string;
  readonly newId: () => string;
}

/** Ids that sort in the order in which they are made. */
function idMaker(): () => string {
  let last: string | undefined;
  return () => (last = nextUuidv7(last, Date.now(), randomBytes(10)));
}

function importedLog(table: MqmTable, file: string, made: Made): MarkLog {
  const imported = importMqm(table, { ...made, slug: slugOf(file), date: made.time.slice(0, 10) });
  const records = selfContainedLog(imported, table, made);
  return { records, textOf: logTexts(records).textOf, source: imported.work.reference, form: table };
}

function readJsonLines(text: string, name: string): Read<readonly Contribution[]> {
  const { value, problems } = readPlacedLog(text, name, MAX_MEBIBYTES * 1024 * 1024);
  return { value: value.map(({ record }) => record), problems };
}

const named = (problems: readonly Problem[], file: string): readonly Problem[] =>
  problems.map((problem) => ({ ...problem, file }));

/** A work needs a name that may stand in links. */
function slugOf(file: string): string {
  const name = file === STDIN ? '' : basename(file, extname(file));
  return (
    name
      .replace(/[^A-Za-z0-9._-]+/g, '-')
      .replace(/^[^A-Za-z0-9]+/, '')
      .slice(0, 100) || 'marks'
  );
}

/** The texts of the work that a log belongs to: it lies in the work's folder. */
async function workAround(file: string): Promise<Pick<MarkLog, 'textOf' | 'source'>> {
  const none = { textOf: () => undefined, source: 'source' };
  if (file === STDIN || basename(file) !== LOG_FILE) return none;
  const folder = dirname(file);
  const read = (name: string) => readFile(join(folder, name), 'utf8').catch(() => undefined);
  const json = await read('work.json');
  const work = json === undefined ? undefined : readWork(json).value;
  if (work === undefined) return none;
  const texts = new Map<string, string>();
  for (const { id } of work.variants) {
    const text = await read(`${id}.md`);
    if (text === undefined) continue;
    for (const paragraph of readVariant(text, `${id}.md`).value) {
      texts.set(`${id}/${paragraph.id}`, paragraph.text);
    }
  }
  const textOf = (variant: string, paragraph: string) => texts.get(`${variant}/${paragraph}`);
  return { textOf, source: work.reference };
}

/** Says what could not be read; the exit code is 1 if there was anything. */
export function reportProblems(problems: readonly Problem[], { t, writeError }: Terminal): number {
  for (const { file = '', line, severity, code, args } of problems) {
    const place = line === undefined ? file : `${file}:${line}`;
    const what = `${t(`cli.severity.${severity}`)}: ${t(`problem.${code}`, args)}`;
    writeError(`${visible(`${place}: ${what} → ${t(`remedy.${code}`, args)}`)}\n`);
  }
  return problems.some(({ severity }) => severity === 'fault') ? 1 : 0;
}
