import { Inflate } from 'fflate';
import type { Problem, Read } from '../problem.ts';
import type { Steps } from '../steps.ts';
import { crc32 } from './crc32.ts';
import { readZipDirectory, type ZipEntry, zipFault, type ZipLimits } from './zip-directory.ts';

/** A zip that was opened: what is not asked for is not unpacked. */
export interface ZipPackage {
  readonly names: readonly string[];
  readonly has: (name: string) => boolean;
  /** An entry's bytes; without them a problem says why. Progress in bytes. */
  readonly bytes: (name: string) => Steps<Read<Uint8Array | undefined>>;
}

/** A novel in DOCX has 20 MB of XML; an illustrated book some thousand files. */
export const ZIP_LIMITS: ZipLimits = {
  entries: 10_000,
  entryBytes: 64 * 1024 * 1024,
  totalBytes: 256 * 1024 * 1024,
  ratio: 250,
};
/** Bytes for which the ratio says nothing yet: a file of one repeated word is no attack. */
const SMALL = 1024 * 1024;
/** Packed bytes for each step: unpacked 8 MB at the very most. */
const STEP = 8 * 1024;

/**
 * Opens a zip. What it may hold is checked when it is opened, before an entry is unpacked by what the entry
 * declares, and by what comes out while it is. Zips in a zip are bytes like any other.
 */
export function openZip(bytes: Uint8Array, limits: Partial<ZipLimits> = {}): Read<ZipPackage | undefined> {
  const bounds: ZipLimits = { ...ZIP_LIMITS, ...limits };
  const directory = readZipDirectory(bytes, bounds);
  if ('code' in directory) return { value: undefined, problems: [directory] };
  let read = 0;
  const value: ZipPackage = {
    names: [...directory.keys()],
    has: (name) => directory.has(name),
    *bytes(name) {
      const entry = directory.get(name);
      if (entry === undefined) return failed(zipFault('package-part-missing', { part: name }));
      const { size, start, end } = entry;
      const isTooLarge = size > bounds.entryBytes || read + size > bounds.totalBytes;
      if (isTooLarge || (size > SMALL && size > (end - start) * bounds.ratio)) {
        return failed(tooLarge(entry, bounds));
      }
      read += size;
      const out = yield* unpacked(bytes.subarray(start, end), entry);
      return out === undefined ? failed(zipFault('zip-damaged', { name })) : { value: out, problems: [] };
    },
  };
  return { value, problems: [] };
}

const failed = (problem: Problem): Read<undefined> => ({ value: undefined, problems: [problem] });

const tooLarge = ({ name, size }: ZipEntry, { entryBytes }: ZipLimits): Problem =>
  zipFault('zip-too-large', { name, size: megabytes(size), limit: megabytes(entryBytes) });

const megabytes = (bytes: number): number => Math.ceil(bytes / (1024 * 1024));

/** Undefined when they are not what the entry declares. Never more than that is kept, nor waited for. */
function* unpacked(packed: Uint8Array, { method, size, sum }: ZipEntry): Steps<Uint8Array | undefined> {
  if (method === 'stored') return crc32(packed) === sum ? packed : undefined;
  const out = new Uint8Array(size);
  let length = 0;
  let isOver = false;
  const inflate = new Inflate((chunk) => {
    if (length + chunk.length > size) isOver = true;
    else out.set(chunk, length);
    length += chunk.length;
  });
  for (let at = 0; at < Math.max(1, packed.length); at += STEP) {
    try {
      inflate.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
    } catch {
      // Fflate throws at what is no DEFLATE stream, or the beginning of one.
      return undefined;
    }
    if (isOver) return undefined;
    yield { done: length, total: size };
  }
  return length === size && crc32(out) === sum ? out : undefined;
}
