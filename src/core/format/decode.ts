import type { Problem, Read } from '../problem.ts';
import { decoded, type DecoderConstructor } from './decoded.ts';
import { guessEncoding } from './encoding-guess.ts';
import { declaredEncoding } from './encoding-declared.ts';

export type { DecoderConstructor };

/** The encodings that a person can choose from, by their labels in the Encoding Standard. */
export const ENCODINGS: readonly string[] = [
  ...['utf-8', 'utf-16le', 'utf-16be'],
  ...['windows-1250', 'windows-1251', 'windows-1252', 'windows-1253', 'windows-1254'],
  ...['windows-1255', 'windows-1256', 'windows-1257', 'windows-1258', 'windows-874'],
  ...['iso-8859-2', 'iso-8859-3', 'iso-8859-4', 'iso-8859-5', 'iso-8859-6', 'iso-8859-7', 'iso-8859-8'],
  ...['iso-8859-10', 'iso-8859-13', 'iso-8859-14', 'iso-8859-15'],
  ...['koi8-r', 'koi8-u', 'ibm866', 'macintosh', 'x-mac-cyrillic'],
  ...['gb18030', 'big5', 'shift_jis', 'euc-jp', 'iso-2022-jp', 'euc-kr'],
];

export interface DecodeHint {
  /** A person's choice, which nothing overrules. */
  readonly encoding?: string;
  /** What came with the file, such as the charset of a web page's header. */
  readonly declared?: string;
}

export interface Decoded {
  /** Without byte order mark. */
  readonly text: string;
  /** In lower case. */
  readonly encoding: string;
  /** It was named, or nothing else is likely. */
  readonly certain: boolean;
}

/** Bytes of a file; a browser's longest text is about twice that. */
export const MAX_BYTES = 256 * 1024 * 1024;

/**
 * The text of bytes. The encoding is the chosen one; else that of a byte order mark; else the declared one, or
 * UTF-8, if the bytes bear it out; else a guess. Bytes that belong to no character become U+FFFD and are a
 * problem with their number and the line of the first.
 */
export function decode(
  bytes: Uint8Array,
  Decoder: DecoderConstructor,
  { encoding: chosen, declared: outer }: DecodeHint = {},
): Read<Decoded> {
  const problems: Problem[] = [];
  if (bytes.length > MAX_BYTES) {
    const args = { length: bytes.length, limit: MAX_BYTES };
    return {
      value: { text: '', encoding: 'utf-8', certain: false },
      problems: [{ code: 'file-too-large', severity: 'fault', args }],
    };
  }
  const { encoding, certain } = encodingOf(bytes, Decoder, chosen, outer, problems);
  const text = decoded(bytes, encoding, Decoder);
  const replaced = replacedIn(text, bytes, encoding, Decoder);
  if (replaced !== undefined) problems.push(replaced);
  return { value: { text, encoding, certain }, problems };
}

interface Found {
  readonly encoding: string;
  readonly certain: boolean;
}

function encodingOf(
  bytes: Uint8Array,
  Decoder: DecoderConstructor,
  chosen: string | undefined,
  outer: string | undefined,
  problems: Problem[],
): Found {
  const unknown = (encoding: string, severity: Problem['severity']) => {
    problems.push({ code: 'encoding-unknown', severity, args: { encoding: encoding.slice(0, 40) } });
  };
  if (chosen !== undefined) {
    if (isKnown(chosen, Decoder)) return { encoding: chosen.toLowerCase(), certain: true };
    unknown(chosen, 'fault');
  }
  const marked = markOf(bytes) ?? utf16Of(bytes, Decoder);
  if (marked !== undefined) return marked;
  const declared = (declaredEncoding(bytes) ?? outer)?.toLowerCase();
  const isUtf8 = decodes(bytes, 'utf-8', Decoder);
  const isAscii = isUtf8 && bytes.every((byte) => byte < 0x80);
  if (declared !== undefined && !isKnown(declared, Decoder)) unknown(declared, 'warning');
  else if (declared !== undefined && !/^utf-?8$/u.test(declared)) {
    // What is read by chance as UTF-8 is rarer than a declaration that was left behind.
    const isRight =
      (isAscii || !isUtf8) && !declared.startsWith('utf-16') && decodes(bytes, declared, Decoder);
    if (isRight) return { encoding: declared, certain: true };
  }
  const found = isUtf8 && !hasEscapes(bytes) ? sureUtf8 : guessed(bytes, Decoder);
  if (declared !== undefined && isKnown(declared, Decoder) && !isAscii && found.encoding !== 'utf-8') {
    const args = { declared, encoding: found.encoding };
    problems.push({ code: 'encoding-differs', severity: 'warning', args });
  }
  return found;
}

const sureUtf8: Found = { encoding: 'utf-8', certain: true };

/** UTF-8 with a few broken places is still UTF-8: other encodings form its sequences by chance only. */
function guessed(bytes: Uint8Array, Decoder: DecoderConstructor): Found {
  const { sequences, faults } = utf8Evidence(bytes);
  if (faults > 0 && sequences >= 4 * faults) return { encoding: 'utf-8', certain: false };
  return guessEncoding(bytes, Decoder);
}

const MARKS: readonly (readonly [encoding: string, bytes: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

function markOf(bytes: Uint8Array): Found | undefined {
  const found = MARKS.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte));
  return found === undefined ? undefined : { encoding: found[0], certain: true };
}

const SAMPLE = 64 * 1024;
/** What every text has, of any script; with its bytes the other way round it is rare. */
const SPACES = /[\n\r\t 0-9\u3000-\u3002\uFF00-\uFFEF]/gu;
const NO_TEXT = /[\p{Cn}\p{Co}]|(?![\n\r\t\f])\p{Cc}/gu;
/** Of the characters: emoji and letters that are newer than the platform. */
const FEW = 0.02;

/** UTF-16 has zeros, in line ends and spaces; a text in another encoding has none. */
function utf16Of(bytes: Uint8Array, Decoder: DecoderConstructor): Found | undefined {
  if (!bytes.subarray(0, SAMPLE).includes(0)) return undefined;
  const rated = ['utf-16le', 'utf-16be'].flatMap((encoding) => {
    const text = new Decoder(encoding).decode(bytes.subarray(0, SAMPLE));
    const spaces = text.match(SPACES)?.length ?? 0;
    const isText = (text.match(NO_TEXT)?.length ?? 0) <= FEW * text.length;
    return isText && spaces > 0 ? [{ encoding, spaces }] : [];
  });
  const [best, other] = rated.sort((a, b) => b.spaces - a.spaces);
  if (best === undefined) return undefined;
  const isWhole = bytes.length % 2 === 0 && decodes(bytes, best.encoding, Decoder);
  return { encoding: best.encoding, certain: isWhole && best.spaces > 2 * (other?.spaces ?? 0) };
}

/** ESC, by which ISO-2022-JP, which is ASCII otherwise, changes its character sets. */
const hasEscapes = (bytes: Uint8Array): boolean => {
  const at = bytes.indexOf(0x1b);
  return at >= 0 && (bytes[at + 1] === 0x24 || bytes[at + 1] === 0x28);
};

function isKnown(encoding: string, Decoder: DecoderConstructor): boolean {
  try {
    new Decoder(encoding);
    // A label of the standard that stands for no text at all.
    return encoding.toLowerCase() !== 'replacement';
  } catch {
    return false;
  }
}

function decodes(bytes: Uint8Array, encoding: string, Decoder: DecoderConstructor): boolean {
  try {
    new Decoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Well-formed sequences of several bytes, and bytes that belong to none. */
function utf8Evidence(bytes: Uint8Array): { readonly sequences: number; readonly faults: number } {
  let sequences = 0;
  let faults = 0;
  for (let at = 0; at < bytes.length;) {
    const lead = bytes[at]!;
    if (lead < 0x80) {
      at += 1;
      continue;
    }
    const length = lead >= 0xf0 && lead < 0xf5 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 0;
    let found = 1;
    while (found < length && ((bytes[at + found] ?? 0) & 0xc0) === 0x80) found += 1;
    if (length > 0 && found === length && lead < 0xf5) sequences += 1;
    else faults += 1;
    at += found;
  }
  return { sequences, faults };
}

function replacedIn(
  text: string,
  bytes: Uint8Array,
  encoding: string,
  Decoder: DecoderConstructor,
): Problem | undefined {
  const first = text.indexOf('\uFFFD');
  // A U+FFFD may stand in the file itself.
  if (first < 0 || decodes(bytes, encoding, Decoder)) return undefined;
  let count = 0;
  for (let at = first; at >= 0; at = text.indexOf('\uFFFD', at + 1)) count += 1;
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < first; at = text.indexOf('\n', at + 1)) line += 1;
  const near = text.slice(Math.max(0, first - 20), first + 20).replace(/\s+/gu, ' ');
  return { code: 'characters-replaced', severity: 'fault', args: { count, encoding, near }, line };
}
