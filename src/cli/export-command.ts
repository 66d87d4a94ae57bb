import { extname } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import type { PackagePart } from '../core/format/package-part.ts';
import type { Arguments, OptionSpec } from './arguments.ts';
import { reportFates } from './apply-report.ts';
import { type ExportTask, PACKAGE_FORMATS, TEXT_FORMATS } from './export-formats.ts';
import { patchSeries } from './export-patch.ts';
import { replaceFiles } from './export-save.ts';
import { type OpenedWork, openWork, variantOf } from './export-work.ts';
import { STDIN } from './input.ts';
import { reportProblems } from './marks-file.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';
import { findWorks } from './work-folders.ts';

const FORMATS = ['patch', ...Object.keys(TEXT_FORMATS), ...Object.keys(PACKAGE_FORMATS)];
/** Extensions that are not called like their format. */
const EXTENSIONS: Readonly<Record<string, string>> = { xlf: 'xliff', mbox: 'patch', htm: 'html' };

export const EXPORT_OPTIONS = {
  to: { type: 'string', choices: FORMATS },
  variant: { type: 'string' },
  out: { type: 'string' },
} as const satisfies Record<string, OptionSpec>;

/** `lesart export WORK --to FORMAT`. Returns the exit code: 1 when a part could not be read or exported. */
export async function exportWork({ values, positionals }: Arguments, terminal: Terminal): Promise<number> {
  const [folder, surplus] = positionals;
  if (folder === undefined) throw new UsageError('work-missing', {}, true);
  if (surplus !== undefined) throw new UsageError('too-many-arguments', { value: surplus }, true);
  const output = values.get('out') ?? STDIN;
  const format = values.get('to') ?? formatOf(output);
  if (format in PACKAGE_FORMATS && output === STDIN) throw new UsageError('out-missing', { format }, true);
  const [found, another] = await findWorks(folder);
  if (found === undefined || another !== undefined) throw new UsageError('several-works', { folder });

  const opened = await openWork(found);
  const code = reportProblems(opened.problems, terminal);
  const id = values.get('variant');
  if (format === 'patch') return Math.max(code, await exportPatch(opened, id, output, terminal));
  const task = taskOf(opened, id, terminal);
  await save(output, format in TEXT_FORMATS ? textIn(format, task) : zipped(partsIn(format, task)), terminal);
  return code;
}

function formatOf(file: string): string {
  const extension = extname(file).slice(1).toLowerCase();
  const format = EXTENSIONS[extension] ?? extension;
  if (FORMATS.includes(format)) return format;
  if (file === STDIN) throw new UsageError('format-missing', { choices: FORMATS.join(', ') }, true);
  throw new UsageError('format-unknown', { file, option: '--to', choices: FORMATS.join(', ') }, true);
}

function taskOf(opened: OpenedWork, id: string | undefined, { t }: Terminal): ExportTask {
  const { subject, reference } = opened.work;
  const target = variantOf(opened, id ?? subject);
  // Held against itself a text shows nothing.
  const source = variantOf(opened, target.id === reference ? subject : reference);
  return { opened, source, target, isChosen: id !== undefined, time: new Date().toISOString(), t };
}

const textIn = (format: string, task: ExportTask): string =>
  TEXT_FORMATS[format as keyof typeof TEXT_FORMATS](task);
const partsIn = (format: string, task: ExportTask): readonly PackagePart[] =>
  PACKAGE_FORMATS[format as keyof typeof PACKAGE_FORMATS](task);

/** The earliest moment that a zip can name: the same texts make the same file. */
const ZIP_TIME = new Date(1980, 0, 1);

function zipped(parts: readonly PackagePart[]): Uint8Array {
  const files = parts.map(({ path, text, isStored }): [string, [Uint8Array, { level: 0 | 6 }]] => [
    path,
    [strToU8(text), { level: isStored === true ? 0 : 6 }],
  ]);
  return zipSync(Object.fromEntries(files), { mtime: ZIP_TIME });
}

async function exportPatch(
  opened: OpenedWork,
  id: string | undefined,
  output: string,
  terminal: Terminal,
): Promise<number> {
  const variants = id === undefined ? opened.work.variants : [variantOf(opened, id)];
  const { mails, accepted } = await patchSeries(opened, variants, terminal.t);
  const left = accepted.filter(({ fate }) => fate !== 'applied');
  const code = reportFates(opened.folder, left, terminal.writeError, terminal.t);
  if (mails === '') {
    terminal.writeError(`${terminal.t('cli.export.nothing')}\n`);
    return 1;
  }
  await save(output, mails, terminal);
  return code;
}

async function save(output: string, content: string | Uint8Array, { write }: Terminal): Promise<void> {
  if (output === STDIN && typeof content === 'string') write(content);
  else await replaceFiles([{ file: output, content }]);
}
