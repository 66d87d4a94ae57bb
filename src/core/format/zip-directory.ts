import { strFromU8 } from 'fflate';
import type { Problem, ProblemCode } from '../problem.ts';

/** What a zip may hold at most. */
export interface ZipLimits {
  readonly entries: number;
  /** Of one entry that is read, unpacked. */
  readonly entryBytes: number;
  /** Of all entries that are read, unpacked. */
  readonly totalBytes: number;
  /** Bytes of an entry for one byte in the zip. DEFLATE reaches 1032; XML of long tables stays below 100. */
  readonly ratio: number;
}

/** A file in a zip. */
export interface ZipEntry {
  /** As written; a name only, never a place where anything is put. */
  readonly name: string;
  readonly method: 'stored' | 'deflated';
  /** Where its bytes stand in the zip, half open. */
  readonly start: number;
  readonly end: number;
  /** Unpacked. */
  readonly size: number;
  readonly sum: number;
}

/** `entry` stands in the problem's arguments as `name`. */
export type ZipFault = (code: ProblemCode, args?: Problem['args']) => Problem;
export const zipFault: ZipFault = (code, args = {}) => ({ code, severity: 'fault', args });

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
/** Its comment has 65,535 bytes at most. */
const MAX_END = 22 + 0xffff;
const IS_ENCRYPTED = 1;
const METHODS: Readonly<Record<number, ZipEntry['method']>> = { 0: 'stored', 8: 'deflated' };
/** Compound File Binary: Word up to 2003, and any Office document with a password. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/**
 * The entries of a zip (PKWARE APPNOTE 6.3) by name, from its directory; the first of a name counts. Nothing is
 * unpacked. What an entry is in the directory has to agree with where it stands: one that overlaps another, or that
 * reaches out of the file, makes the zip a damaged one, or one made to deceive.
 */
export function readZipDirectory(
  bytes: Uint8Array,
  limits: ZipLimits,
): ReadonlyMap<string, ZipEntry> | Problem {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end === undefined) return noDirectory(bytes);
  const count = view.getUint16(end + 10, true);
  const size = view.getUint32(end + 12, true);
  const start = view.getUint32(end + 16, true);
  if (count === 0xffff || size === 0xffffffff || start === 0xffffffff) {
    return zipFault('zip-feature-unknown', { feature: 'ZIP64' });
  }
  if (view.getUint16(end + 4, true) !== 0 || view.getUint16(end + 8, true) !== count) {
    return zipFault('zip-feature-unknown', { feature: 'split' });
  }
  if (count > limits.entries) return zipFault('zip-entries-surplus', { count, limit: limits.entries });
  if (start + size > end) return zipFault('zip-damaged', { name: '' });
  const entries = new Map<string, ZipEntry>();
  const all: ZipEntry[] = [];
  let at = start;
  for (let index = 0; index < count; index += 1) {
    const read = entryAt(view, bytes, at, start);
    if ('code' in read) return read;
    at = read.next;
    all.push(read.entry);
    if (!entries.has(read.entry.name)) entries.set(read.entry.name, read.entry);
    if (at > end) return zipFault('zip-damaged', { name: read.entry.name });
  }
  const overlapping = overlapIn(all);
  return overlapping === undefined ? entries : zipFault('zip-damaged', { name: overlapping.name });
}

function endOf(view: DataView): number | undefined {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - MAX_END); at -= 1) {
    if (view.getUint32(at, true) !== END) continue;
    if (at + 22 + view.getUint16(at + 20, true) <= view.byteLength) return at;
  }
  return undefined;
}

function noDirectory(bytes: Uint8Array): Problem {
  if (COMPOUND.every((byte, index) => bytes[index] === byte)) return zipFault('office-binary');
  const isBegun = bytes[0] === 0x50 && bytes[1] === 0x4b;
  return zipFault(isBegun ? 'zip-truncated' : 'zip-invalid');
}

/** @param top where the directory begins: no entry reaches into it */
function entryAt(
  view: DataView,
  bytes: Uint8Array,
  at: number,
  top: number,
): { readonly entry: ZipEntry; readonly next: number } | Problem {
  const damaged = (name: string): Problem => zipFault('zip-damaged', { name });
  if (at + 46 > view.byteLength || view.getUint32(at, true) !== CENTRAL) return damaged('');
  const next =
    at + 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  if (next > view.byteLength) return damaged('');
  const name = strFromU8(bytes.subarray(at + 46, at + 46 + view.getUint16(at + 28, true)));
  const packed = view.getUint32(at + 20, true);
  const size = view.getUint32(at + 24, true);
  const header = view.getUint32(at + 42, true);
  if (packed === 0xffffffff || size === 0xffffffff || header === 0xffffffff) {
    return zipFault('zip-feature-unknown', { feature: 'ZIP64' });
  }
  if ((view.getUint16(at + 8, true) & IS_ENCRYPTED) !== 0) return zipFault('file-encrypted');
  const method = METHODS[view.getUint16(at + 10, true)];
  if (method === undefined) {
    return zipFault('zip-feature-unknown', { feature: `method ${String(view.getUint16(at + 10, true))}` });
  }
  if (header + 30 > top || view.getUint32(header, true) !== LOCAL) return damaged(name);
  const start = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
  if (start + packed > top || (method === 'stored' && packed !== size)) return damaged(name);
  const sum = view.getUint32(at + 16, true);
  return { entry: { name, method, start, end: start + packed, size, sum }, next };
}

/** An entry that begins before another one ends. Empty ones take no place. */
function overlapIn(entries: readonly ZipEntry[]): ZipEntry | undefined {
  const sorted = entries.filter(({ start, end }) => end > start).sort((a, b) => a.start - b.start);
  return sorted.find(({ start }, index) => index > 0 && start < sorted[index - 1]!.end);
}
