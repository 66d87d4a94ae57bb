import { join } from 'node:path';
import type { TFunction } from 'i18next';
import type { AcceptedCorrection } from '../core/format/accepted-corrections.ts';
import { excerpt } from '../core/work/schema.ts';
import { visible } from './terminal.ts';

/** Says what became of corrections, a line each; the exit code is 1 when one that was accepted found no place. */
export function reportFates(
  folder: string,
  accepted: readonly AcceptedCorrection[],
  write: (text: string) => void,
  t: TFunction,
): number {
  // What the file has been through already would be most of a long log.
  const told = accepted.filter(({ fate }) => fate !== 'present');
  for (const { correction, fate } of told) {
    const { variant, paragraph, author, text } = correction;
    const what = t(`cli.apply.fate.${fate}`, { author, text: excerpt(text.replace(/\s+/gu, ' ')) });
    write(`${visible(`${join(folder, `${variant}.md`)}: ${paragraph}: ${what}`)}\n`);
  }
  return told.some(({ fate }) => fate !== 'applied') ? 1 : 0;
}
