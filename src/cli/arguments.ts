import { parseArgs } from 'node:util';
import { UsageError } from './usage-error.ts';

export interface OptionSpec {
  readonly type: 'boolean' | 'string';
  readonly short?: string;
  /** The values that a string option may have; any, when left out. */
  readonly choices?: readonly string[];
}

export interface Arguments {
  /** Boolean options that were given, by long name. */
  readonly flags: ReadonlySet<string>;
  /** String options by long name; the last one counts. */
  readonly values: ReadonlyMap<string, string>;
  readonly positionals: readonly string[];
}

/**
 * Reads a command's arguments.
 * @throws UsageError for an option that is unknown, lacks its value or has one it cannot have
 */
export function readArguments(
  args: readonly string[],
  specs: Readonly<Record<string, OptionSpec>>,
): Arguments {
  const options = Object.fromEntries(
    Object.entries(specs).map(([name, { type, short }]) => [
      name,
      short === undefined ? { type } : { type, short },
    ]),
  );
  // Not strict: Node words its complaints in English only, so they are made here.
  const { tokens } = parseArgs({
    args: [...args],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const flags = new Set<string>();
  const values = new Map<string, string>();
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const { name, rawName, value } = token;
    const spec = Object.hasOwn(specs, name) ? specs[name] : undefined;
    if (spec === undefined) throw new UsageError('unknown-option', { name: rawName }, true);
    if (spec.type === 'boolean') {
      if (value !== undefined) throw new UsageError('value-unexpected', { name: rawName }, true);
      flags.add(name);
      continue;
    }
    if (value === undefined) throw new UsageError('value-missing', { name: rawName }, true);
    if (spec.choices?.includes(value) === false) {
      throw new UsageError('value-invalid', { name: rawName, value, choices: spec.choices.join(', ') }, true);
    }
    values.set(name, value);
  }
  return { flags, values, positionals };
}
