import { alignMany } from '../core/align/align-many.ts';
import { type AlignUnit, unitsOf } from '../core/align/units.ts';
import { languageIdentifier } from '../core/check/language-identifier.ts';
import { isLanguageTag } from '../core/work/schema.ts';
import { type Aligned, alignJson, beadLines, tmx, tsvLines } from './align-formats.ts';
import type { Arguments, OptionSpec } from './arguments.ts';
import { readText, STDIN } from './input.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

/** From package.json, put here by the build. */
declare const __VERSION__: string;

const UNITS: readonly AlignUnit[] = ['paragraph', 'sentence', 'line'];
const FORMATS = ['beads', 'tmx', 'tsv', 'json'] as const;

export const ALIGN_OPTIONS = {
  unit: { type: 'string', choices: UNITS },
  format: { type: 'string', choices: FORMATS },
  lang: { type: 'string' },
} as const satisfies Record<string, OptionSpec>;

/** So much of a text tells its language. */
const SAMPLE = 4000;
/** Of a text: the Bible has some 31,000 verses. Memory grows with them, 56,000 sentences take less than 500 MB. */
const MAX_UNITS = 250_000;
/** The comment line before each paragraph in a work's variant: no part of the text. */
const VARIANT_HEADER = /^<!-- \S+ \S+ -->$/gmu;

/** `lesart align SRC TGT [MORE…]`. Returns the exit code. */
export async function alignTexts({ values, positionals }: Arguments, terminal: Terminal): Promise<number> {
  const { t, write, writeError, isTerminal } = terminal;
  if (positionals.length < 2) throw new UsageError('too-few-files-align', {}, true);
  if (positionals.filter((file) => file === STDIN).length > 1) throw new UsageError('stdin-twice', {}, true);
  const unit = UNITS.find((name) => name === values.get('unit')) ?? 'sentence';
  const format = FORMATS.find((name) => name === values.get('format')) ?? 'tsv';
  const tags = languageTags(values.get('lang'), positionals.length);

  const files = positionals.map((file) => (file === STDIN ? t('cli.stdin') : file));
  const langs: string[] = [];
  const texts = [];
  for (const [index, file] of positionals.entries()) {
    const raw = await readText(file, files[index]!);
    const text = unit === 'line' ? raw : raw.replace(VARIANT_HEADER, '');
    const lang = tags?.[index] ?? languageIdentifier.identify(text.slice(0, SAMPLE)) ?? 'und';
    langs.push(lang);
    const found = unitsOf(text, lang, unit);
    const count = found.units.length;
    if (count > MAX_UNITS)
      throw new UsageError('too-many-units', { file: files[index]!, count, most: MAX_UNITS });
    texts.push(found);
  }
  const steps = alignMany(texts);
  const showsProgress = isTerminal && process.stderr.isTTY;
  let shown = -1;
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) {
    const percent = Math.floor(100 * step.value);
    if (!showsProgress || percent === shown) continue;
    shown = percent;
    writeError(`\r${t('cli.align.progress', { percent })}`);
  }
  if (shown >= 0) writeError('\r\u001b[K');
  const aligned: Aligned = { files, langs, units: texts.map(({ units }) => units), rows: step.value };
  write(formatted(aligned, format));
  return 0;
}

function formatted(aligned: Aligned, format: (typeof FORMATS)[number]): string {
  switch (format) {
    case 'beads':
      return beadLines(aligned);
    case 'tsv':
      return tsvLines(aligned);
    case 'json':
      return alignJson(aligned);
    case 'tmx':
      return tmx(aligned, __VERSION__);
  }
}

/** The languages that were named, one for each text. */
function languageTags(value: string | undefined, texts: number): readonly string[] | undefined {
  if (value === undefined) return undefined;
  const tags = value.split(',').map((tag) => tag.trim());
  const wrong = tags.find((tag) => !isLanguageTag(tag));
  if (wrong !== undefined) throw new UsageError('language-invalid', { value: wrong }, true);
  if (tags.length !== texts)
    throw new UsageError('language-counts', { count: tags.length, files: texts }, true);
  return tags;
}
