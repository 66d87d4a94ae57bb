import { Zip, ZipDeflate } from 'fflate';
import { openZip } from '../core/format/zip-read.ts';
import { finish } from '../core/steps.ts';

/** A file for a zip, its text in pieces as they come. */
export interface TextFile {
  /** With `/` between folders. */
  readonly name: string;
  readonly pieces: Iterable<string> | AsyncIterable<string>;
}

const LEVEL = 6;
/** Characters that are compressed at a time. */
const PIECE = 1 << 20;

/** Packs files one after another; no file is in memory as a whole unless its text is. */
export async function zipped(files: AsyncIterable<TextFile>): Promise<Blob> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk as Uint8Array<ArrayBuffer>);
  });
  const encoder = new TextEncoder();
  for await (const { name, pieces } of files) {
    const file = new ZipDeflate(name, { level: LEVEL });
    zip.add(file);
    let waiting = '';
    for await (const piece of pieces) {
      waiting += piece;
      if (waiting.length < PIECE) continue;
      file.push(encoder.encode(waiting));
      waiting = '';
    }
    file.push(encoder.encode(waiting), true);
  }
  zip.end();
  return new Blob(chunks, { type: 'application/zip' });
}

/** A backup may hold more than a document: many works, each with its log. */
const LIMITS = { entryBytes: 1 << 30, totalBytes: 1 << 30 };

/**
 * The files of a zip as texts, by name.
 * @param wanted which of them
 * @throws Error when it is no zip, is damaged, or is too large
 */
export async function unzipped(
  zip: Blob,
  wanted: (name: string) => boolean,
): Promise<ReadonlyMap<string, string>> {
  const { value, problems } = openZip(new Uint8Array(await zip.arrayBuffer()), LIMITS);
  if (value === undefined) throw new RangeError(problems[0]?.code);
  if (value.names.length === 0) throw new RangeError('the zip is empty');
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const files = new Map<string, string>();
  for (const name of value.names.filter(wanted)) {
    const { value: bytes, problems: faults } = finish(value.bytes(name));
    if (bytes === undefined) throw new RangeError(faults[0]?.code);
    files.set(name, decoder.decode(bytes));
  }
  return files;
}
