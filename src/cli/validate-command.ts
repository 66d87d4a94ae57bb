import { join } from 'node:path';
import type { TFunction } from 'i18next';
import { validateFolder } from '../core/contribution/validate.ts';
import type { Problem } from '../core/problem.ts';
import type { Arguments, OptionSpec } from './arguments.ts';
import { type Terminal, visible } from './terminal.ts';
import { UsageError } from './usage-error.ts';
import { findWorks, readWorkFolder } from './work-folders.ts';

export const VALIDATE_OPTIONS = {
  json: { type: 'boolean' },
} as const satisfies Record<string, OptionSpec>;

const DEFAULT_FOLDER = join('translations', 'works');

interface Finding extends Problem {
  /** Path of the work's folder, as it was given. */
  readonly folder: string;
}

/** `lesart validate [folder]`. Returns the exit code: 1 when there is a fault. */
export async function validate({ flags, positionals }: Arguments, terminal: Terminal): Promise<number> {
  const [folder = DEFAULT_FOLDER, surplus] = positionals;
  if (surplus !== undefined) throw new UsageError('too-many-arguments', { value: surplus }, true);
  const works = await findWorks(folder);
  const findings = (await Promise.all(works.map(check))).flat();
  const count = (severity: Problem['severity']) =>
    findings.filter((finding) => finding.severity === severity).length;
  const faults = count('fault');
  const warnings = count('warning');

  const { t, write } = terminal;
  if (flags.has('json')) {
    const problems = findings.map((finding) => ({
      ...finding,
      message: t(`problem.${finding.code}`, finding.args),
      remedy: t(`remedy.${finding.code}`, finding.args),
    }));
    write(`${JSON.stringify({ works: works.length, faults, warnings, problems }, null, 2)}\n`);
  } else {
    for (const finding of findings) write(`${visible(lineOf(finding, t))}\n`);
    const parts = {
      works: t('cli.works', { count: works.length }),
      faults: t('cli.faults', { count: faults }),
      warnings: t('cli.warnings', { count: warnings }),
    };
    write(`${t('cli.summary', parts)}\n`);
  }
  return faults > 0 ? 1 : 0;
}

async function check(folder: string): Promise<readonly Finding[]> {
  const { slug, files, problems } = await readWorkFolder(folder);
  const unread = new Set(problems.map(({ file }) => file));
  // A file that is there but cannot be read is not missing as well.
  const found = validateFolder(slug, { files }).filter(({ code, args }) => {
    return !(code === 'file-missing' || code === 'variant-file-missing') || !unread.has(String(args['name']));
  });
  return [...problems, ...found].map((problem) => ({ ...problem, folder }));
}

function lineOf({ folder, file, line, severity, code, args }: Finding, t: TFunction): string {
  const path = file === undefined ? folder : join(folder, file);
  const place = line === undefined ? path : `${path}:${line}`;
  const what = t(`problem.${code}`, args);
  return `${place}: ${t(`cli.severity.${severity}`)}: ${what} → ${t(`remedy.${code}`, args)}`;
}
