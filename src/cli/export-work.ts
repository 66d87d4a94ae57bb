import { fold } from '../core/contribution/fold.ts';
import { readLog } from '../core/contribution/log.ts';
import type { Contribution } from '../core/contribution/record.ts';
import type { ExportSource } from '../core/format/export-source.ts';
import type { Problem } from '../core/problem.ts';
import type { VariantInfo } from '../core/work/model.ts';
import { checkTexts, LOG_FILE } from '../core/work/validate.ts';
import { UsageError } from './usage-error.ts';
import { readWorkFolder } from './work-folders.ts';

/** A work's folder, with what is said about its texts. */
export interface OpenedWork extends ExportSource {
  readonly folder: string;
  /** Of the log, and of files that could not be had. */
  readonly problems: readonly Problem[];
}

/**
 * Reads a work's folder.
 * @param more records from elsewhere; those of other works are left out
 * @throws UsageError when the work's declaration cannot be read
 */
export async function openWork(folder: string, more: readonly Contribution[] = []): Promise<OpenedWork> {
  const { slug, files, problems } = await readWorkFolder(folder);
  const { work, texts } = checkTexts(slug, { files });
  if (work === undefined) throw new UsageError('work-unreadable', { folder });
  const log = readLog(files.get(LOG_FILE) ?? '', LOG_FILE);
  const records = [...log.value, ...more].filter((record) => record.work === work.slug);
  return {
    folder,
    work,
    files,
    texts,
    records,
    state: fold(records),
    problems: [...problems, ...log.problems],
  };
}

/**
 * A variant by its id.
 * @throws UsageError when the work has none, or none with a text
 */
export function variantOf({ work, files }: OpenedWork, id: string): VariantInfo {
  const found = work.variants.find((variant) => variant.id === id && files.has(`${id}.md`));
  if (found !== undefined) return found;
  const choices = work.variants
    .filter((variant) => files.has(`${variant.id}.md`))
    .map((variant) => variant.id);
  throw new UsageError('variant-unknown', { value: id, choices: choices.join(', ') });
}
