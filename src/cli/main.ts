import { ALIGN_OPTIONS, alignTexts } from './align-command.ts';
import { apply, APPLY_OPTIONS } from './apply-command.ts';
import { type Arguments, type OptionSpec, readArguments } from './arguments.ts';
import { check, CHECK_OPTIONS } from './check-command.ts';
import { diff, DIFF_OPTIONS } from './diff-command.ts';
import { EXPORT_OPTIONS, exportWork } from './export-command.ts';
import { IMPORT_OPTIONS, importFile } from './import-command.ts';
import { marks, MARKS_OPTIONS } from './marks-command.ts';
import { metric } from './metric-command.ts';
import { METRIC_OPTIONS } from './metric-options.ts';
import { type Terminal, visible } from './terminal.ts';
import { UsageError } from './usage-error.ts';
import { validate, VALIDATE_OPTIONS } from './validate-command.ts';
import { startWords } from './words.ts';

/** From package.json, put here by the build. */
declare const __VERSION__: string;

const WRONG_USE = 2;
const HELP = { help: { type: 'boolean', short: 'h' } } as const satisfies Record<string, OptionSpec>;
const GLOBAL = { ...HELP, version: { type: 'boolean', short: 'v' } } as const satisfies Record<
  string,
  OptionSpec
>;

interface Command {
  readonly options: Readonly<Record<string, OptionSpec>>;
  readonly run: (args: Arguments, terminal: Terminal) => Promise<number>;
}

const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ['validate', { options: VALIDATE_OPTIONS, run: validate }],
  ['check', { options: CHECK_OPTIONS, run: check }],
  ['diff', { options: DIFF_OPTIONS, run: diff }],
  ['align', { options: ALIGN_OPTIONS, run: alignTexts }],
  ['marks', { options: MARKS_OPTIONS, run: marks }],
  ['metric', { options: METRIC_OPTIONS, run: metric }],
  ['apply', { options: APPLY_OPTIONS, run: apply }],
  ['export', { options: EXPORT_OPTIONS, run: exportWork }],
  ['import', { options: IMPORT_OPTIONS, run: importFile }],
]);

async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const [name = ''] = args;
  const command = COMMANDS.get(name);
  const { t, write, writeError } = terminal;
  try {
    if (command === undefined) return runGlobal(args, terminal);
    const given = readArguments(args.slice(1), { ...command.options, ...HELP });
    if (!given.flags.has('help')) return await command.run(given, terminal);
    write(`${t(`cli.usageOf.${name}`)}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    const help = command === undefined ? 'lesart --help' : `lesart ${name} --help`;
    const hint = error.isSyntax ? ` ${t('cli.seeHelp', { command: help })}` : '';
    writeError(`${visible(t(`cli.error.${error.code}`, error.args))}${hint}\n`);
    return WRONG_USE;
  }
}

/** Without a command: help, version, or what is wrong. */
function runGlobal(args: readonly string[], { t, write, writeError }: Terminal): number {
  const { flags, positionals } = readArguments(args, GLOBAL);
  const [name] = positionals;
  if (name !== undefined) throw new UsageError('unknown-command', { name }, true);
  if (flags.has('version')) write(`${__VERSION__}\n`);
  else if (flags.has('help')) write(`${t('cli.usage')}\n`);
  else {
    writeError(`${t('cli.usage')}\n`);
    return WRONG_USE;
  }
  return 0;
}

// `lesart diff … | head` closes the pipe early, which is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

const { env, stdout, stderr } = process;
// `isTTY` is not there at all on a pipe.
const isTerminal = Boolean(stdout.isTTY);
// https://no-color.org: set and not empty
const hasColour = isTerminal && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb';
process.exitCode = await run(process.argv.slice(2), {
  t: await startWords(env),
  write: (text) => stdout.write(text),
  writeError: (text) => stderr.write(text),
  hasColour,
  isTerminal,
});
