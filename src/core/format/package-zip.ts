import { strToU8, zipSync } from 'fflate';
import type { PackagePart } from './package-part.ts';

/** The earliest moment that a zip can name: the same texts make the same file. */
const ZIP_TIME = new Date(1980, 0, 1);

/** A package as the zip that it is, its parts in their order. */
export function packageZip(parts: readonly PackagePart[]): Uint8Array<ArrayBuffer> {
  const files = parts.map(({ path, text, isStored }): [string, [Uint8Array, { level: 0 | 6 }]] => [
    path,
    [strToU8(text), { level: isStored === true ? 0 : 6 }],
  ]);
  return zipSync(Object.fromEntries(files), { mtime: ZIP_TIME }) as Uint8Array<ArrayBuffer>;
}
