import { createReadStream } from 'node:fs';
import { xmlEncoding } from '../core/format/xml-encoding.ts';
import { UsageError } from './usage-error.ts';
import { decodeUtf8 } from './utf8.ts';

export const MEBIBYTE = 1024 * 1024;
const MAX_MEBIBYTES = 64;
/**
 * A log grows without end: 100,000 marks take some 75 MiB. Five times as much was converted in 2.6 GB of memory;
 * Node gives itself not much more.
 */
export const MAX_LOG_MEBIBYTES = 384;

/** Standard input among the files. */
export const STDIN = '-';

/**
 * Reads a text in UTF-8; `name` is what messages call it.
 * @param limit in MiB
 * @throws UsageError when it cannot be read, is too large or is not UTF-8
 */
export async function readText(file: string, name: string, limit = MAX_MEBIBYTES): Promise<string> {
  const decoded = decodeUtf8(await readBytes(file, name, limit));
  if ('position' in decoded) throw new UsageError('not-utf8', { file: name, position: decoded.position });
  return decoded.text;
}

/**
 * Reads an XML document in the encoding that it says it is in.
 * @throws UsageError when it cannot be read, is too large or is in another or an unknown encoding
 */
export async function readXmlText(file: string, name: string): Promise<string> {
  const bytes = await readBytes(file, name, MAX_MEBIBYTES);
  const encoding = xmlEncoding(bytes);
  if (encoding === 'utf-8') {
    const decoded = decodeUtf8(bytes);
    if ('position' in decoded) throw new UsageError('not-utf8', { file: name, position: decoded.position });
    return decoded.text;
  }
  let decoder: InstanceType<typeof TextDecoder>;
  try {
    decoder = new TextDecoder(encoding, { fatal: true });
  } catch {
    throw new UsageError('encoding-unknown', { file: name, encoding });
  }
  try {
    return decoder.decode(bytes);
  } catch {
    throw new UsageError('encoding-wrong', { file: name, encoding });
  }
}

/** The size is counted while reading, since a pipe or a device does not tell it. */
async function readBytes(file: string, name: string, limit: number): Promise<Buffer> {
  const stream = file === STDIN ? process.stdin : createReadStream(file);
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > limit * MEBIBYTE) throw new UsageError('file-too-large', { file: name, limit });
      chunks.push(chunk);
    }
  } catch (error) {
    throw error instanceof UsageError ? error : readError(error, name);
  }
  return Buffer.concat(chunks);
}

/** A failed read as something to tell a person; anything else is thrown on. */
export function readError(error: unknown, file: string): UsageError {
  if (!(error instanceof Error) || !('code' in error)) throw error;
  if (error.code === 'ENOENT') return new UsageError('file-not-found', { file });
  if (error.code === 'EISDIR') return new UsageError('is-folder', { file });
  return new UsageError('not-readable', { file, reason: String(error.code) });
}
