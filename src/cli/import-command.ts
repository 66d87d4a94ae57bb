import { randomBytes } from 'node:crypto';
import { appendFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { nextUuidv7 } from '../core/contribution/id.ts';
import { writeLog } from '../core/contribution/log.ts';
import { newRecords, readTranslations } from '../core/format/import-back.ts';
import { LOG_FILE } from '../core/work/validate.ts';
import type { Arguments, OptionSpec } from './arguments.ts';
import { openWork, variantOf } from './export-work.ts';
import { readXmlText, STDIN } from './input.ts';
import { reportProblems } from './marks-file.ts';
import { type Terminal, visible } from './terminal.ts';
import { UsageError } from './usage-error.ts';
import { findWorks } from './work-folders.ts';

export const IMPORT_OPTIONS = {
  into: { type: 'string' },
  variant: { type: 'string' },
  author: { type: 'string' },
} as const satisfies Record<string, OptionSpec>;

/** Of an author's name in a record. */
const MAX_AUTHOR = 200;

/**
 * `lesart import FILE --into WORK`. Returns the exit code: 1 when a part could not be read; then nothing is written.
 * What is new is appended to the work's log in one write.
 */
export async function importFile({ values, positionals }: Arguments, terminal: Terminal): Promise<number> {
  const [file, surplus] = positionals;
  const into = values.get('into');
  if (file === undefined) throw new UsageError('import-file-missing', {}, true);
  if (surplus !== undefined) throw new UsageError('too-many-arguments', { value: surplus }, true);
  if (into === undefined) throw new UsageError('into-missing', {}, true);
  const { t, write, writeError } = terminal;
  const name = file === STDIN ? t('cli.stdin') : file;
  const text = await readXmlText(file, name);
  const [folder, another] = await findWorks(into);
  if (folder === undefined || another !== undefined) throw new UsageError('several-works', { folder: into });
  const opened = await openWork(folder);

  const variant = values.get('variant');
  const author = (values.get('author') ?? basename(name)).trim().slice(0, MAX_AUTHOR);
  const read = readTranslations(text, name, opened, {
    author: author === '' ? '-' : author,
    time: new Date().toISOString(),
    newId: idMaker(opened.records.reduce((last, { id }) => (id > last ? id : last), '')),
    ...(variant === undefined ? {} : { variant: variantOf(opened, variant).id }),
  });
  const { added, known, conflicts } = newRecords(opened, read.value);
  for (const id of conflicts) writeError(`${visible(`${name}: ${t('cli.import.conflict', { id })}`)}\n`);
  const code = reportProblems([...opened.problems, ...read.problems], terminal);
  if (code !== 0 || conflicts.length > 0) {
    writeError(`${t('cli.import.nothing')}\n`);
    return 1;
  }
  if (added.length > 0) {
    const log = opened.files.get(LOG_FILE) ?? '';
    // A last line without an end would take the first record in.
    const gap = log === '' || log.endsWith('\n') ? '' : '\n';
    await append(join(folder, LOG_FILE), gap + writeLog(added));
  }
  const proposals = added.filter(({ type }) => type === 'correction').length;
  const parts = [
    t('cli.import.proposals', { count: proposals }),
    t('cli.import.others', { count: added.length - proposals }),
    t('cli.import.known', { count: known }),
  ];
  write(`${parts.join(', ')}\n`);
  return 0;
}

/** Ids that sort behind all that the log has, in the order in which they are made. */
function idMaker(after: string): () => string {
  let last = after === '' ? undefined : after;
  return () => (last = nextUuidv7(last, Date.now(), randomBytes(10)));
}

async function append(file: string, lines: string): Promise<void> {
  try {
    await appendFile(file, lines);
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    throw new UsageError('not-writable', { file, reason: String(error.code) });
  }
}
