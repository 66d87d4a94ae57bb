import { stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { readLog } from '../core/contribution/log.ts';
import type { Contribution } from '../core/contribution/record.ts';
import type { Problem } from '../core/problem.ts';
import { LOG_FILE } from '../core/work/validate.ts';
import { MAX_LOG_MEBIBYTES, readText } from './input.ts';
import { UsageError } from './usage-error.ts';
import { findWorks } from './work-folders.ts';

/** What is to be applied in one work's folder. */
export interface ApplySource {
  readonly folder: string;
  /** Ids of variants; all, when left out. */
  readonly variants?: ReadonlySet<string>;
  /** Records from other files than the folder's own log. */
  readonly records: readonly Contribution[];
}

export interface ApplySources {
  readonly sources: readonly ApplySource[];
  /** Of logs from elsewhere. */
  readonly problems: readonly Problem[];
}

/** Where works are kept, from the root of a clone. */
export const WORKS_FOLDER = join('translations', 'works');

/**
 * What the arguments of `lesart apply` name: folders of works; in such a folder the log or the file of a variant;
 * elsewhere a log, whose works are those in `translations/works`.
 * @throws UsageError for what is none of these
 */
export async function applySources(paths: readonly string[]): Promise<ApplySources> {
  const found = new Map<string, { variants: Set<string> | undefined; records: Contribution[] }>();
  const problems: Problem[] = [];
  const take = (folder: string, variant?: string): Contribution[] => {
    const known = found.get(folder);
    const source = known ?? { variants: variant === undefined ? undefined : new Set<string>(), records: [] };
    found.set(folder, source);
    if (variant === undefined) source.variants = undefined;
    else source.variants?.add(variant);
    return source.records;
  };
  for (const path of paths) {
    if (await isFolder(path)) {
      for (const folder of await findWorks(path)) take(folder);
      continue;
    }
    const folder = dirname(path);
    const isInWork = await isFile(join(folder, 'work.json'));
    const extension = extname(path).toLowerCase();
    if (isInWork && extension === '.md' && (await isFile(path))) {
      take(folder, basename(path, extname(path)));
      continue;
    }
    if (extension !== '.jsonl') {
      if (await isFile(path)) throw new UsageError('not-appliable', { file: path });
      throw new UsageError('file-not-found', { file: path });
    }
    const log = readLog(await readText(path, path, MAX_LOG_MEBIBYTES), path);
    if (isInWork && basename(path) === LOG_FILE) {
      take(folder);
      continue;
    }
    problems.push(...log.problems);
    for (const work of new Set(log.value.map((record) => record.work))) {
      const place = isInWork ? folder : join(WORKS_FOLDER, work);
      if (!(await isFile(join(place, 'work.json'))))
        throw new UsageError('work-not-found', { file: path, work });
      take(place).push(...log.value.filter((record) => record.work === work));
    }
  }
  const sources = [...found].map(([folder, { variants, records }]) => ({
    folder,
    records,
    ...(variants === undefined ? {} : { variants }),
  }));
  return { sources, problems };
}

const kindOf = (path: string) => stat(path).catch(() => undefined);
const isFolder = async (path: string): Promise<boolean> => (await kindOf(path))?.isDirectory() === true;
const isFile = async (path: string): Promise<boolean> => (await kindOf(path))?.isFile() === true;
