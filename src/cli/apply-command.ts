import { join } from 'node:path';
import type { AcceptedCorrection } from '../core/format/accepted-corrections.ts';
import { corrected } from '../core/format/export-source.ts';
import { reportFates } from './apply-report.ts';
import { type ApplySource, applySources, WORKS_FOLDER } from './apply-sources.ts';
import type { Arguments, OptionSpec } from './arguments.ts';
import { type Replacement, replaceFiles } from './export-save.ts';
import { openWork } from './export-work.ts';
import { reportProblems } from './marks-file.ts';
import type { Terminal } from './terminal.ts';

export const APPLY_OPTIONS = {
  'dry-run': { type: 'boolean' },
} as const satisfies Record<string, OptionSpec>;

interface Plan {
  readonly folder: string;
  readonly accepted: readonly AcceptedCorrection[];
  readonly replacements: readonly Replacement[];
}

/**
 * `lesart apply [FILE… | FOLDER…]`. Returns the exit code: 1 when an accepted correction could not be applied, or a
 * part could not be read; then nothing is written at all, since what could not be read may have been an objection.
 */
export async function apply({ flags, positionals }: Arguments, terminal: Terminal): Promise<number> {
  const { t, write, writeError } = terminal;
  const { sources, problems } = await applySources(positionals.length > 0 ? positionals : [WORKS_FOLDER]);
  let isWhole = reportProblems(problems, terminal) === 0;
  const plans: Plan[] = [];
  for (const source of sources) {
    const { plan, isRead } = await planOf(source, terminal);
    plans.push(plan);
    isWhole &&= isRead;
  }
  if (!isWhole) {
    writeError(`${t('cli.apply.unread')}\n`);
    return 1;
  }
  const isDry = flags.has('dry-run');
  const replacements = plans.flatMap((plan) => plan.replacements);
  if (!isDry) await replaceFiles(replacements);

  const codes = plans.map(({ folder, accepted }) => reportFates(folder, accepted, write, t));
  const all = plans.flatMap(({ accepted }) => accepted);
  const count = (...fates: readonly AcceptedCorrection['fate'][]): number =>
    all.filter(({ fate }) => fates.includes(fate)).length;
  const parts = [
    t(isDry ? 'cli.apply.would' : 'cli.apply.applied', { count: count('applied') }),
    t('cli.apply.files', { count: replacements.length }),
    t('cli.apply.present', { count: count('present') }),
    t('cli.apply.left', { count: count('stale', 'conflict', 'unfit', 'homeless', 'partial') }),
  ];
  write(`${parts.join(', ')}\n`);
  return Math.max(0, ...codes);
}

async function planOf(
  { folder, variants, records }: ApplySource,
  terminal: Terminal,
): Promise<{ readonly plan: Plan; readonly isRead: boolean }> {
  const opened = await openWork(folder, records);
  const isRead = reportProblems(placed(opened.problems, folder), terminal) === 0;
  const accepted: AcceptedCorrection[] = [];
  const replacements: Replacement[] = [];
  for (const info of opened.work.variants) {
    if (variants?.has(info.id) === false) continue;
    const result = corrected(opened, info);
    if (result === undefined) {
      for (const { correction, reviews, status } of [...opened.state.corrections.values()].flat())
        if (correction.variant === info.id && status === 'accepted')
          accepted.push({ correction, reviews, fate: 'homeless' });
      continue;
    }
    accepted.push(...result.accepted);
    const name = `${info.id}.md`;
    const before = opened.files.get(name) ?? '';
    if (result.text !== before) replacements.push({ file: join(folder, name), before, content: result.text });
  }
  return { plan: { folder, accepted, replacements }, isRead };
}

const placed = <T extends { readonly file?: string }>(problems: readonly T[], folder: string): readonly T[] =>
  problems.map((problem) =>
    problem.file === undefined ? problem : { ...problem, file: join(folder, problem.file) },
  );
