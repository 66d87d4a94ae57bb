import type { Arguments, OptionSpec } from './arguments.ts';
import { convertMarks } from './marks-convert.ts';
import { MARK_FORMATS } from './marks-file.ts';
import { scoreMarks } from './marks-score.ts';
import { SCORERS } from '../core/mqm/weight.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

export const MARKS_OPTIONS = {
  scorer: { type: 'string', choices: SCORERS },
  json: { type: 'boolean' },
  from: { type: 'string', choices: MARK_FORMATS },
  to: { type: 'string', choices: MARK_FORMATS },
  rejected: { type: 'string' },
} as const satisfies Record<string, OptionSpec>;

interface Action {
  readonly options: readonly (keyof typeof MARKS_OPTIONS)[];
  readonly run: (args: Arguments, terminal: Terminal) => Promise<number>;
}

const ACTIONS: ReadonlyMap<string, Action> = new Map<string, Action>([
  ['score', { options: ['scorer', 'json', 'from'], run: scoreMarks }],
  ['convert', { options: ['from', 'to', 'rejected'], run: convertMarks }],
]);

/** `lesart marks score|convert`. Returns the exit code: 1 when a part of the file could not be read. */
export async function marks(args: Arguments, terminal: Terminal): Promise<number> {
  const [name, ...positionals] = args.positionals;
  const choices = [...ACTIONS.keys()].join(', ');
  if (name === undefined) throw new UsageError('action-missing', { choices }, true);
  const action = ACTIONS.get(name);
  if (action === undefined) throw new UsageError('unknown-action', { name, choices }, true);
  const allowed: readonly string[] = action.options;
  const misplaced = [...args.flags, ...args.values.keys()].find((option) => !allowed.includes(option));
  if (misplaced !== undefined) {
    throw new UsageError('option-misplaced', { name: `--${misplaced}`, action: name }, true);
  }
  return action.run({ ...args, positionals }, terminal);
}
