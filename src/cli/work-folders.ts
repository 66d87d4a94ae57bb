import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { Problem } from '../core/problem.ts';
import { GLOSSARY_FILE } from '../core/work/glossary.ts';
import { LOG_FILE } from '../core/work/validate.ts';
import { MAX_FILE_LENGTH } from '../core/work/variant-file.ts';
import { readError } from './input.ts';
import { UsageError } from './usage-error.ts';
import { decodeUtf8 } from './utf8.ts';

const WORK_FILE = 'work.json';
/** A UTF-16 unit takes at most three bytes of UTF-8. */
const MAX_BYTES = 3 * MAX_FILE_LENGTH;

const isWorkFile = (name: string): boolean =>
  [WORK_FILE, LOG_FILE, GLOSSARY_FILE].includes(name) || name.endsWith('.md');

/**
 * The folders of the works in a folder: itself, when it holds files of a work, else the folders in it.
 * @throws UsageError when there are none
 */
export async function findWorks(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    const found = readError(error, folder);
    if (found.code === 'file-not-found') throw new UsageError('folder-not-found', { folder });
    if (found.args['reason'] === 'ENOTDIR') throw new UsageError('not-folder', { folder });
    throw found;
  });
  if (entries.some((entry) => entry.isFile() && entry.name === WORK_FILE)) return [folder];
  const folders = entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => join(folder, name))
    .sort();
  if (folders.length > 0) return folders;
  if (entries.some((entry) => entry.isFile() && isWorkFile(entry.name))) return [folder];
  throw new UsageError('no-works', { folder });
}

export interface FolderTexts {
  readonly slug: string;
  readonly files: ReadonlyMap<string, string>;
  /** Files whose text could not be had. */
  readonly problems: readonly Problem[];
}

const byName = (one: { readonly name: string }, other: { readonly name: string }): number =>
  one.name < other.name ? -1 : 1;

/** Reads the files of a work. */
export async function readWorkFolder(folder: string): Promise<FolderTexts> {
  const entries = await readdir(folder, { withFileTypes: true });
  const files = new Map<string, string>();
  const problems: Problem[] = [];
  const names: string[] = [];
  for (const entry of entries.filter(({ name }) => isWorkFile(name)).sort(byName)) {
    // A link in a folder from elsewhere could lead to any file of this machine, whose lines messages would quote.
    if (entry.isFile()) names.push(entry.name);
    else if (!entry.isDirectory())
      problems.push({ code: 'file-link', severity: 'fault', args: { name: entry.name }, file: entry.name });
  }
  for (const name of names) {
    const path = join(folder, name);
    try {
      const { size } = await stat(path);
      if (size > MAX_BYTES) {
        const args = { length: size, limit: MAX_FILE_LENGTH };
        problems.push({ code: 'file-too-large', severity: 'fault', args, file: name });
        continue;
      }
      const decoded = decodeUtf8(await readFile(path));
      if ('text' in decoded) files.set(name, decoded.text);
      else problems.push({ code: 'not-utf8', severity: 'fault', args: decoded, file: name });
    } catch (error) {
      throw readError(error, path);
    }
  }
  return { slug: basename(resolve(folder)), files, problems };
}
