import { randomBytes } from 'node:crypto';
import { open, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { UsageError } from './usage-error.ts';

/** A file that is to have another content. */
export interface Replacement {
  readonly file: string;
  readonly content: string | Uint8Array;
  /** What it has now, when that is known: nothing is written if it has changed since. */
  readonly before?: string;
}

/**
 * Writes files so that each has either its old or its new content, whatever happens: all are written beside their
 * places first, then put there. A pipe or a device is written to as it is.
 * @throws UsageError when one cannot be written, or has changed meanwhile: then none is
 */
export async function replaceFiles(replacements: readonly Replacement[]): Promise<void> {
  const ready: { readonly from: string; readonly to: string }[] = [];
  let at = '';
  try {
    for (const { file, content, before } of replacements) {
      at = file;
      const found = await stat(file).catch(() => undefined);
      if (found !== undefined && !found.isFile()) {
        await writeFile(file, content);
        continue;
      }
      const to = found === undefined ? file : await realpath(file);
      const from = join(dirname(to), `.${basename(to)}.${randomBytes(6).toString('hex')}.tmp`);
      ready.push({ from, to });
      const handle = await open(from, 'wx', found?.mode ?? 0o666);
      try {
        await handle.writeFile(content);
        await handle.sync();
      } finally {
        await handle.close();
      }
      if (before !== undefined && withoutMark(await readFile(to, 'utf8')) !== withoutMark(before))
        throw new UsageError('changed-meanwhile', { file });
    }
    for (const { from, to } of ready) await rename(from, to);
  } catch (error) {
    for (const { from } of ready) await rm(from, { force: true });
    if (error instanceof UsageError || !(error instanceof Error) || !('code' in error)) throw error;
    throw new UsageError('not-writable', { file: at, reason: String(error.code) });
  }
}

const withoutMark = (text: string): string => (text.startsWith('\uFEFF') ? text.slice(1) : text);
