import { join } from 'node:path';
import type { Finding } from '../core/check/finding.ts';
import { CHECKS, DEFAULT_CHECKS } from '../core/check/registry.ts';
import { findAll } from '../core/check/run.ts';
import type { Arguments, OptionSpec } from './arguments.ts';
import { withGlossary } from './check-glossary.ts';
import { type CheckTask, checkTasks } from './check-input.ts';
import { expectationOf, paragraphText, reportFinding } from './check-report.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

export const CHECK_OPTIONS = {
  json: { type: 'boolean' },
  all: { type: 'boolean' },
  variant: { type: 'string' },
  glossary: { type: 'string' },
} as const satisfies Record<string, OptionSpec>;

const DEFAULT_FOLDER = join('translations', 'works');

/** `lesart check [FOLDER | FILE …]`. Returns the exit code: 1 when there is a finding. */
export async function check({ flags, values, positionals }: Arguments, terminal: Terminal): Promise<number> {
  const { t, write, writeError } = terminal;
  const bare = await checkTasks(positionals, DEFAULT_FOLDER);
  const glossary = values.get('glossary');
  const tasks = glossary === undefined ? bare : await withGlossary(bare, glossary, terminal);
  const only = values.get('variant');
  const names = [...new Set(tasks.flatMap(({ input }) => input.texts.map(({ variant }) => variant)))];
  if (only !== undefined && !names.includes(only)) {
    throw new UsageError('variant-unknown', { value: only, choices: names.join(', ') }, true);
  }
  const checks = flags.has('all') ? CHECKS : DEFAULT_CHECKS;
  const results = tasks.map((task) => ({
    task,
    findings: findAll(task.input, checks).filter(({ variant }) => only === undefined || variant === only),
  }));
  const findings = results.flatMap((result) => result.findings);
  for (const { unaligned } of tasks) {
    if (unaligned.length > 0) writeError(`${t('cli.unaligned', { files: unaligned.join(', ') })}\n`);
  }
  if (flags.has('json')) {
    const found = results.flatMap(({ task, findings: own }) => own.map((one) => asJson(one, task, terminal)));
    write(`${JSON.stringify({ findings: found }, null, 2)}\n`);
  } else {
    for (const { task, findings: own } of results) {
      for (const one of own) write(reportFinding(one, paragraphText(task.input, one), t));
    }
    const texts = t('cli.texts', { count: only === undefined ? names.length : 1 });
    write(`${t('cli.checkSummary', { texts, findings: t('cli.findings', { count: findings.length }) })}\n`);
  }
  return findings.length > 0 ? 1 : 0;
}

function asJson(finding: Finding, { folder, input }: CheckTask, { t }: Terminal) {
  const text = paragraphText(input, finding);
  return {
    ...(folder === undefined ? {} : { folder }),
    ...finding,
    quotes: finding.spans.map(({ start, end }) => text.slice(start, end)),
    name: t(`check.name.${finding.check}`),
    message: expectationOf(finding, t),
  };
}
