import { fold, type State } from '../core/contribution/fold.ts';
import { readLog } from '../core/contribution/log.ts';
import type { Contribution } from '../core/contribution/record.ts';
import {
  applyAccepted,
  type VariantSource,
  type VariantWithCorrections,
} from '../core/format/accepted-corrections.ts';
import type { XliffText } from '../core/format/xliff-write.ts';
import type { Problem } from '../core/problem.ts';
import type { Paragraph, VariantInfo, Work } from '../core/work/model.ts';
import { checkTexts, LOG_FILE } from '../core/work/validate.ts';
import { readVariant } from '../core/work/variant-file.ts';
import { UsageError } from './usage-error.ts';
import { readWorkFolder } from './work-folders.ts';

/** A work's folder, with what is said about its texts. */
export interface OpenedWork {
  readonly folder: string;
  readonly work: Work;
  /** Texts of the files, by name. */
  readonly files: ReadonlyMap<string, string>;
  /** As the files have them, by variant. */
  readonly texts: ReadonlyMap<string, readonly Paragraph[]>;
  readonly records: readonly Contribution[];
  readonly state: State;
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

/** What `applyAccepted` needs of a variant; undefined when it has no file. */
export function sourceOf(
  { work, files, texts }: OpenedWork,
  { id, lang }: VariantInfo,
): VariantSource | undefined {
  const source = files.get(`${id}.md`);
  if (source === undefined) return undefined;
  return { variant: id, lang, source, paragraphs: texts.get(id) ?? [], order: texts.get(work.subject) ?? [] };
}

/** A variant's file with its accepted corrections. */
export function corrected(opened: OpenedWork, info: VariantInfo): VariantWithCorrections | undefined {
  const source = sourceOf(opened, info);
  return source === undefined ? undefined : applyAccepted(source, opened.state);
}

/** A variant's paragraphs with its accepted corrections; none when it has no file. */
export function correctedTextOf(opened: OpenedWork, info: VariantInfo): XliffText {
  const text = corrected(opened, info)?.text ?? '';
  return { variant: info.id, lang: info.lang, paragraphs: readVariant(text, `${info.id}.md`).value };
}

/** A variant's paragraphs as its file has them. */
export function filedTextOf({ texts }: OpenedWork, { id, lang }: VariantInfo): XliffText {
  return { variant: id, lang, paragraphs: texts.get(id) ?? [] };
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
