import { diffTexts } from '../core/compare/diff.ts';
import type { Unit } from '../core/segment/tokens.ts';
import { isLanguageTag } from '../core/work/schema.ts';
import type { Arguments, OptionSpec } from './arguments.ts';
import { htmlDiff } from './diff-html.ts';
import { jsonDiff } from './diff-json.ts';
import { textDiff } from './diff-text.ts';
import { readText, STDIN } from './input.ts';
import { lineTags } from './line-tags.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

const UNITS: readonly Unit[] = ['word', 'char', 'sentence'];
const FORMATS = ['text', 'html', 'json', 'tags'] as const;

export const DIFF_OPTIONS = {
  unit: { type: 'string', choices: UNITS },
  lang: { type: 'string' },
  format: { type: 'string', choices: FORMATS },
} as const satisfies Record<string, OptionSpec>;

/** `lesart diff OLD NEW`. Returns the exit code, 0 whether the texts differ or not. */
export async function diff({ values, positionals }: Arguments, terminal: Terminal): Promise<number> {
  const { t, write, writeError, hasColour, isTerminal } = terminal;
  const [oldFile, newFile, surplus] = positionals;
  if (oldFile === undefined || newFile === undefined) throw new UsageError('too-few-files', {}, true);
  if (surplus !== undefined) throw new UsageError('too-many-arguments', { value: surplus }, true);
  if (oldFile === STDIN && newFile === STDIN) throw new UsageError('both-stdin', {}, true);
  const lang = values.get('lang') ?? 'und';
  if (!isLanguageTag(lang)) throw new UsageError('language-invalid', { value: lang }, true);
  const unit = UNITS.find((name) => name === values.get('unit')) ?? 'word';
  const format = FORMATS.find((name) => name === values.get('format')) ?? 'text';

  const nameOf = (file: string) => (file === STDIN ? t('cli.stdin') : file);
  const names = { old: nameOf(oldFile), new: nameOf(newFile) };
  const oldText = await readText(oldFile, names.old);
  const newText = await readText(newFile, names.new);
  if (format === 'tags') {
    write(lineTags(oldText, newText, names));
    return 0;
  }
  const result = diffTexts(oldText, newText, { unit, lang });
  if (result.bounded) writeError(`${t('cli.bounded')}\n`);
  if (format === 'html') write(htmlDiff(result, lang, t('cli.diffTitle', names)));
  else if (format === 'json') write(jsonDiff(result, lang, { old: oldFile, new: newFile }));
  else write(textDiff(result, { hasColour, isTerminal }));
  return 0;
}
