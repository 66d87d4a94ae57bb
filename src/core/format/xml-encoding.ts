/** Byte order marks, the longer ones first. */
const MARKS: readonly (readonly [encoding: string, bytes: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];
/** `<?` without a mark. */
const STARTS: typeof MARKS = [
  ['utf-16le', [0x3c, 0x00, 0x3f, 0x00]],
  ['utf-16be', [0x00, 0x3c, 0x00, 0x3f]],
];
/** A declaration is shorter; it stands in ASCII. */
const MAX_DECLARATION = 200;
const DECLARED = /^<\?xml\s[^>]*?\bencoding\s*=\s*["']([A-Za-z][\w.:-]{0,39})["']/;

/**
 * The encoding that an XML document is in, as its byte order mark, its first bytes or its declaration say
 * (XML 1.0, appendix F), in lower case; UTF-8 when nothing does. It may be one that nobody knows.
 */
export function xmlEncoding(bytes: Uint8Array): string {
  const starts = ([, start]: (typeof MARKS)[number]) => start.every((byte, at) => bytes[at] === byte);
  const told = MARKS.find(starts) ?? STARTS.find(starts);
  if (told !== undefined) return told[0];
  const head = String.fromCharCode(...bytes.subarray(0, MAX_DECLARATION));
  const declared = DECLARED.exec(head)?.[1]?.toLowerCase() ?? 'utf-8';
  // What could be read so far has one byte a character.
  return declared.startsWith('utf-16') ? 'utf-8' : declared;
}
