import type { Problem } from '../core/problem.ts';

/** Bytes of a file; a browser's longest text is about twice that. */
const MAX_BYTES = 256 * 1024 * 1024;

/** A file's text, or why it has none: UTF-8, or UTF-16 with a byte order mark, as spreadsheets write it. */
export async function textOf(file: Blob): Promise<string | Problem> {
  if (file.size > MAX_BYTES) {
    return {
      code: 'file-too-large',
      severity: 'fault',
      args: { length: file.size, limit: MAX_BYTES },
    };
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return { code: 'not-utf8', severity: 'fault', args: { position: firstFault(bytes, encoding) } };
  }
}

/** The offset of the first byte that belongs to no character. */
function firstFault(bytes: Uint8Array, encoding: string): number {
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  const before = text.slice(0, Math.max(0, text.indexOf('\uFFFD')));
  return encoding === 'utf-8' ? new TextEncoder().encode(before).length : 2 * before.length;
}
