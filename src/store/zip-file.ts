import { Zip, ZipDeflate, unzipSync } from 'fflate';

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

/** More bytes than this, unpacked, and a zip is no backup of ours. */
const MAX_UNPACKED = 1 << 30;

/**
 * The files of a zip as texts, by name.
 * @param wanted which of them
 * @throws Error when it is no zip, is damaged, or is too large
 */
export async function unzipped(
  zip: Blob,
  wanted: (name: string) => boolean,
): Promise<ReadonlyMap<string, string>> {
  let size = 0;
  let found = 0;
  const files = unzipSync(new Uint8Array(await zip.arrayBuffer()), {
    filter: ({ name, originalSize }) => {
      found += 1;
      if (!wanted(name)) return false;
      size += originalSize;
      if (size > MAX_UNPACKED) throw new RangeError('the zip is too large');
      return true;
    },
  });
  if (found === 0) throw new RangeError('the zip is empty');
  const decoder = new TextDecoder('utf-8', { fatal: true });
  return new Map(Object.entries(files).map(([name, bytes]) => [name, decoder.decode(bytes)]));
}
