import { createReadStream } from 'node:fs';
import { UsageError } from './usage-error.ts';
import { decodeUtf8 } from './utf8.ts';

const MEBIBYTE = 1024 * 1024;
export const MAX_MEBIBYTES = 64;

/** Standard input among the files. */
export const STDIN = '-';

/**
 * Reads a text; `name` is what messages call it. The size is counted while reading, since a pipe or a
 * device does not tell it.
 * @throws UsageError when it cannot be read, is too large or is not UTF-8
 */
export async function readText(file: string, name: string): Promise<string> {
  const stream = file === STDIN ? process.stdin : createReadStream(file);
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > MAX_MEBIBYTES * MEBIBYTE) {
        throw new UsageError('file-too-large', { file: name, limit: MAX_MEBIBYTES });
      }
      chunks.push(chunk);
    }
  } catch (error) {
    throw error instanceof UsageError ? error : readError(error, name);
  }
  const decoded = decodeUtf8(Buffer.concat(chunks));
  if ('position' in decoded) throw new UsageError('not-utf8', { file: name, position: decoded.position });
  return decoded.text;
}

/** A failed read as something to tell a person; anything else is thrown on. */
export function readError(error: unknown, file: string): UsageError {
  if (!(error instanceof Error) || !('code' in error)) throw error;
  if (error.code === 'ENOENT') return new UsageError('file-not-found', { file });
  if (error.code === 'EISDIR') return new UsageError('is-folder', { file });
  return new UsageError('not-readable', { file, reason: String(error.code) });
}
