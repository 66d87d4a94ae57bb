import { randomBytes } from 'node:crypto';
import { basename, extname } from 'node:path';
import { nextUuidv7 } from '../core/contribution/id.ts';
import { readPlacedLog } from '../core/contribution/log.ts';
import type { Contribution } from '../core/contribution/record.ts';
import { importMqm } from '../core/format/mqm-import.ts';
import { logTexts, selfContainedLog } from '../core/format/mqm-log.ts';
import { type MqmTable, readMqmTsv } from '../core/format/mqm-tsv.ts';
import { readWebAnnotations } from '../core/format/web-annotation-read.ts';
import { readXliff } from '../core/format/xliff-read.ts';
import type { Problem, Read } from '../core/problem.ts';
import { LOG_FILE } from '../core/work/validate.ts';
import { MAX_LOG_MEBIBYTES, MEBIBYTE, readText, readXmlText, STDIN } from './input.ts';
import { carriedTexts, lookup, type PairedTexts, workAround } from './marks-texts.ts';
import { type Terminal, visible } from './terminal.ts';
import { UsageError } from './usage-error.ts';

/** MQM TSV, JSON Lines (the log itself), W3C Web Annotations, XLIFF 2.1. */
export const MARK_FORMATS = ['tsv', 'jsonl', 'jsonld', 'xlf'] as const;
export type MarkFormat = (typeof MARK_FORMATS)[number];

const EXTENSIONS: Readonly<Record<string, MarkFormat>> = {
  '.tsv': 'tsv',
  '.jsonl': 'jsonl',
  '.jsonld': 'jsonld',
  '.json': 'jsonld',
  '.xlf': 'xlf',
  '.xliff': 'xlf',
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
  /** Texts that the records are about, where they are known as a whole. */
  readonly paired?: PairedTexts;
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
  const made = { time: new Date().toISOString(), newId: idMaker() };
  if (format === 'xlf') return await xliffFile(file, name, made);
  const text = await readText(file, name, ...(format === 'jsonl' ? [MAX_LOG_MEBIBYTES] : []));
  if (format === 'tsv') {
    const { value: table, problems } = readMqmTsv(text);
    return { log: () => importedLog(table, file, made), table, problems: named(problems, name) };
  }
  // Only the log of a work is about the texts beside it.
  const around = basename(file) === LOG_FILE ? await workAround(file) : undefined;
  const beside = around?.textOf ?? (() => undefined);
  const { value: records, problems } =
    format === 'jsonl'
      ? readJsonLines(text, name)
      : readWebAnnotations(text, name, { ...made, textOf: beside });
  const own = logTexts(records);
  const textOf = (variant: string, paragraph: string) =>
    own.textOf(variant, paragraph) ?? beside(variant, paragraph);
  const form = own.form === undefined ? {} : { form: own.form };
  const log = (): MarkLog => {
    const paired = around?.paired ?? carriedTexts(records);
    const source = own.source ?? around?.work.reference ?? 'source';
    return { records, textOf, source, ...form, ...(paired === undefined ? {} : { paired }) };
  };
  return { log, problems };
}

/** A file of translations; in a work's folder it is about that work, elsewhere about its own texts. */
async function xliffFile(file: string, name: string, made: Made): Promise<MarkFile> {
  const text = await readXmlText(file, name);
  const around = file === STDIN ? undefined : await workAround(file);
  const into =
    around === undefined
      ? { work: slugOf(file) }
      : {
          work: around.work.slug,
          variants: { source: around.work.reference, target: around.work.subject },
          textOf: around.textOf,
        };
  const { value, problems } = readXliff(text, name, { ...made, ...into, author: NOBODY });
  const records = value?.records ?? [];
  const own = value === undefined ? () => undefined : lookup([value.source, ...value.targets]);
  const carried = logTexts(records);
  const textOf = (variant: string, paragraph: string) =>
    carried.textOf(variant, paragraph) ?? own(variant, paragraph) ?? around?.textOf(variant, paragraph);
  const source = carried.source ?? value?.source.variant ?? 'source';
  const form = carried.form === undefined ? {} : { form: carried.form };
  const paired = value === undefined ? {} : { paired: value };
  return { log: () => ({ records, textOf, source, ...form, ...paired }), problems };
}

/** Who speaks for what a file does not say the author of. */
const NOBODY = '-';

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
  const paired = carriedTexts(records);
  return {
    records,
    textOf: logTexts(records).textOf,
    source: imported.work.reference,
    form: table,
    ...(paired === undefined ? {} : { paired }),
  };
}

function readJsonLines(text: string, name: string): Read<readonly Contribution[]> {
  const { value, problems } = readPlacedLog(text, name, MAX_LOG_MEBIBYTES * MEBIBYTE);
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

/** Messages about one file; a broken one of 64 MiB has some hundred thousand. */
const MAX_SHOWN = 1000;

/** Says what could not be read; the exit code is 1 if there was anything. */
export function reportProblems(problems: readonly Problem[], { t, writeError }: Terminal): number {
  for (const { file = '', line, severity, code, args } of problems.slice(0, MAX_SHOWN)) {
    const place = line === undefined ? file : `${file}:${line}`;
    const what = `${t(`cli.severity.${severity}`)}: ${t(`problem.${code}`, args)}`;
    writeError(`${visible(`${place}: ${what} → ${t(`remedy.${code}`, args)}`)}\n`);
  }
  const rest = problems.length - MAX_SHOWN;
  if (rest > 0) writeError(`${t('cli.moreProblems', { count: rest })}\n`);
  return problems.some(({ severity }) => severity === 'fault') ? 1 : 0;
}
