import { writeFile } from 'node:fs/promises';
import { writeLog } from '../core/contribution/log.ts';
import { exportMqm } from '../core/format/mqm-export.ts';
import { MQM_FILE } from '../core/format/mqm-log.ts';
import { writeMqmTsv, writeRejected } from '../core/format/mqm-tsv.ts';
import { writeWebAnnotations } from '../core/format/web-annotation.ts';
import { writeXliff } from '../core/format/xliff-write.ts';
import type { Arguments } from './arguments.ts';
import { STDIN } from './input.ts';
import { formatOf, type MarkFormat, type MarkLog, readMarkFile, reportProblems } from './marks-file.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

/** `lesart marks convert IN OUT`. Returns the exit code. */
export async function convertMarks({ values, positionals }: Arguments, terminal: Terminal): Promise<number> {
  const [input, output, surplus] = positionals;
  if (input === undefined || output === undefined) throw new UsageError('too-few-files-convert', {}, true);
  if (surplus !== undefined) throw new UsageError('too-many-arguments', { value: surplus }, true);
  const { t, write, writeError } = terminal;
  const from = formatOf(input, '--from', values.get('from'));
  const to = formatOf(output, '--to', values.get('to'));
  const found = await readMarkFile(input, from, input === STDIN ? t('cli.stdin') : input);
  const code = reportProblems(found.problems, terminal);

  const log = found.log();
  if (code !== 0 && log.records.every(({ type }) => type === MQM_FILE)) {
    writeError(`${t('cli.marks.nothing')}\n`);
    return code;
  }
  const text = textIn(to, { log, lang: t('cli.marks.language'), output });
  if (output === STDIN) write(text);
  else await save(output, text);
  const rejected = values.get('rejected');
  if (rejected !== undefined && found.table !== undefined) await save(rejected, writeRejected(found.table));
  return code;
}

function textIn(
  format: MarkFormat,
  { log, lang, output }: { log: MarkLog; lang: string; output: string },
): string {
  const { records, textOf, source, form, paired } = log;
  switch (format) {
    case 'jsonl':
      return writeLog(records);
    case 'jsonld':
      return writeWebAnnotations(records, { textOf });
    case 'xlf':
      if (paired === undefined || paired.targets.length === 0) {
        throw new UsageError('xliff-variants', { file: output });
      }
      return writeXliff({ ...paired, records, lang });
    case 'tsv': {
      const table = form === undefined ? {} : { table: form };
      return writeMqmTsv(exportMqm(records, { textOf, source, lang, ...table }));
    }
  }
}

async function save(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text);
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    throw new UsageError('not-writable', { file, reason: String(error.code) });
  }
}
