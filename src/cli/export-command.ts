import { extname } from 'node:path';
import { exportSteps, type ExportTask } from '../core/format/export-file.ts';
import { EXPORT_FORMATS, type ExportFormat } from '../core/format/export-format.ts';
import { variantsWithText } from '../core/format/export-source.ts';
import { exportWords } from '../core/format/export-words.ts';
import { packageZip } from '../core/format/package-zip.ts';
import { finish } from '../core/steps.ts';
import type { Arguments, OptionSpec } from './arguments.ts';
import { reportFates } from './apply-report.ts';
import { replaceFiles } from './export-save.ts';
import { type OpenedWork, openWork, variantOf } from './export-work.ts';
import { STDIN } from './input.ts';
import { reportProblems } from './marks-file.ts';
import { pathInRepository } from './repository-path.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';
import { findWorks } from './work-folders.ts';

/** The log lies in the folder as it is, with nothing to add. */
const FORMATS = (Object.keys(EXPORT_FORMATS) as ExportFormat[]).filter((format) => format !== 'log-patch');
const PACKAGES: readonly ExportFormat[] = ['docx', 'epub'];
/** Formats that hold a variant beside what it is held against unless more are asked for. */
const SIDE_BY_SIDE: readonly ExportFormat[] = ['docx', 'epub', 'html'];
/** Extensions that are not called like their format. */
const EXTENSIONS: Readonly<Record<string, string>> = { xlf: 'xliff', mbox: 'patch', htm: 'html' };

export const EXPORT_OPTIONS = {
  to: { type: 'string', choices: FORMATS },
  variant: { type: 'string' },
  out: { type: 'string' },
  'safe-cells': { type: 'boolean' },
} as const satisfies Record<string, OptionSpec>;

/** `lesart export WORK --to FORMAT`. Returns the exit code: 1 when a part could not be read or exported. */
export async function exportWork(
  { flags, values, positionals }: Arguments,
  terminal: Terminal,
): Promise<number> {
  const [folder, surplus] = positionals;
  if (folder === undefined) throw new UsageError('work-missing', {}, true);
  if (surplus !== undefined) throw new UsageError('too-many-arguments', { value: surplus }, true);
  const output = values.get('out') ?? STDIN;
  const format = formatNamed(values.get('to')) ?? formatOf(output);
  const isPackage = PACKAGES.includes(format);
  if (isPackage && output === STDIN) throw new UsageError('out-missing', { format }, true);
  const [found, another] = await findWorks(folder);
  if (found === undefined || another !== undefined) throw new UsageError('several-works', { folder });

  const opened = await openWork(found);
  const code = reportProblems(opened.problems, terminal);
  const task = await taskOf(opened, format, values.get('variant'), terminal);
  const isSafe = flags.has('safe-cells');
  const { content, left = [] } = finish(exportSteps(opened, { ...task, isSafe }));
  const unapplied = reportFates(opened.folder, left, terminal.writeError, terminal.t);
  if (content === '' && format === 'patch') {
    terminal.writeError(`${terminal.t('cli.export.nothing')}\n`);
    return 1;
  }
  await save(output, typeof content === 'string' ? content : packageZip(content), terminal);
  return Math.max(code, unapplied);
}

const formatNamed = (name: string | undefined): ExportFormat | undefined =>
  FORMATS.find((format) => format === name);

function formatOf(file: string): ExportFormat {
  const extension = extname(file).slice(1).toLowerCase();
  const format = formatNamed(EXTENSIONS[extension] ?? extension);
  if (format !== undefined) return format;
  if (file === STDIN) throw new UsageError('format-missing', { choices: FORMATS.join(', ') }, true);
  throw new UsageError('format-unknown', { file, option: '--to', choices: FORMATS.join(', ') }, true);
}

async function taskOf(
  opened: OpenedWork,
  format: ExportFormat,
  id: string | undefined,
  { t }: Terminal,
): Promise<ExportTask> {
  const { subject, reference, slug } = opened.work;
  const { holds } = EXPORT_FORMATS[format];
  const target = variantOf(opened, id ?? subject);
  // Held against itself a text shows nothing.
  const source = variantOf(opened, target.id === reference ? subject : reference);
  const others = variantsWithText(opened).filter((info) => info.id !== source.id);
  // Where a format could hold the others, one that was asked for is alone.
  const isAlone = id !== undefined || SIDE_BY_SIDE.includes(format);
  const changed = id === undefined ? opened.work.variants : [target];
  return {
    format,
    source,
    target,
    columns: holds === 'changes' ? changed : [source, ...(isAlone ? [target] : others)],
    added: [],
    root: await pathInRepository(opened.folder, slug),
    time: new Date().toISOString(),
    words: exportWords(t as unknown as Parameters<typeof exportWords>[0], t('cli.export.language')),
  };
}

async function save(output: string, content: string | Uint8Array, { write }: Terminal): Promise<void> {
  if (output === STDIN && typeof content === 'string') write(content);
  else await replaceFiles([{ file: output, content }]);
}
