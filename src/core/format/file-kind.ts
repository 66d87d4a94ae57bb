/** The kinds of files that a work can be made of. */
export const FILE_KINDS = [
  'text',
  'markdown',
  'html',
  'docx',
  'odt',
  'epub',
  'srt',
  'vtt',
  'xliff',
  'tmx',
  'po',
  'csv',
  'tsv',
  'json',
  'mqm-tsv',
  'work-folder-zip',
  'unknown',
] as const;
export type FileKind = (typeof FILE_KINDS)[number];

/** By the ending of a name, in lower case. */
const ENDINGS: Readonly<Record<string, FileKind>> = {
  txt: 'text',
  text: 'text',
  md: 'markdown',
  markdown: 'markdown',
  mkd: 'markdown',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  docx: 'docx',
  odt: 'odt',
  epub: 'epub',
  srt: 'srt',
  vtt: 'vtt',
  xlf: 'xliff',
  xliff: 'xliff',
  mxliff: 'xliff',
  sdlxliff: 'xliff',
  tmx: 'tmx',
  po: 'po',
  pot: 'po',
  csv: 'csv',
  tsv: 'tsv',
  tab: 'tsv',
  json: 'json',
};

const HEAD = 64 * 1024;

/** The kind of a file: by its content where that is unmistakable, else by its name's ending. */
export function fileKind(name: string, bytes: Uint8Array): FileKind {
  const ending = /\.([A-Za-z0-9]{1,8})$/u.exec(name)?.[1]?.toLowerCase() ?? '';
  const named = ENDINGS[ending];
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return zipKind(bytes, named);
  if (isBinary(bytes)) return 'unknown';
  const head = asciiHead(bytes);
  return markedKind(head) ?? named ?? plainKind(head, name !== '' && ending !== '');
}

const startsWith = (bytes: Uint8Array, ...start: readonly number[]): boolean =>
  start.every((byte, at) => bytes[at] === byte);

/** Names of a zip's parts stand uncompressed in it, the first one at its start. */
function zipKind(bytes: Uint8Array, named: FileKind | undefined): FileKind {
  const first = latin1(bytes.subarray(0, 200));
  if (first.includes('mimetypeapplication/epub+zip')) return 'epub';
  if (first.includes('mimetypeapplication/vnd.oasis.opendocument.text')) return 'odt';
  // The directory at the end; one of more than this is none of a text.
  const directory = latin1(bytes.subarray(Math.max(0, bytes.length - 256 * 1024)));
  if (directory.includes('word/document.xml')) return 'docx';
  if (directory.includes('META-INF/container.xml')) return 'epub';
  if (directory.includes('work.json')) return 'work-folder-zip';
  return named === 'docx' || named === 'odt' || named === 'epub' ? named : 'unknown';
}

function latin1(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 4096) {
    parts.push(String.fromCharCode(...bytes.subarray(at, at + 4096)));
  }
  return parts.join('');
}

/** Of the first bytes: control characters that no text has. (UTF-16 has zeros.) */
const FEW = 0.02;

function isBinary(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 4096);
  const isMagic =
    startsWith(bytes, 0x25, 0x50, 0x44, 0x46) ||
    startsWith(bytes, 0x89, 0x50, 0x4e, 0x47) ||
    startsWith(bytes, 0xff, 0xd8, 0xff) ||
    startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0) ||
    startsWith(bytes, 0x1f, 0x8b);
  if (isMagic) return true;
  const zeros = [0, 0];
  let controls = 0;
  head.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2]! += 1;
    else if (byte < 9 || (byte > 13 && byte < 32 && byte !== 0x1a && byte !== 0x1b)) controls += 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (even + odd === 0) return controls > FEW * head.length;
  // Text of two bytes a character has many controls among its halves, and zeros mostly at one side.
  const isUtf16 =
    startsWith(bytes, 0xff, 0xfe) ||
    startsWith(bytes, 0xfe, 0xff) ||
    Math.min(even, odd) * 2 < Math.max(even, odd);
  return !isUtf16;
}

/** The beginning with what is ASCII in it, whatever the encoding. */
function asciiHead(bytes: Uint8Array): string {
  return latin1(bytes.subarray(0, HEAD).filter((byte) => byte !== 0)).replace(
    /^(?:\u00EF\u00BB\u00BF|\u00FF\u00FE|\u00FE\u00FF)/u,
    '',
  );
}

/** What says itself what it is. */
function markedKind(head: string): FileKind | undefined {
  if (/^WEBVTT(?:\s|$)/u.test(head)) return 'vtt';
  if (
    /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->)[\s\S]){0,2000}-->\s*)*(?:<!DOCTYPE[^>[]*>\s*)?<(?:\w+:)?xliff[\s>]/u.test(
      head,
    )
  )
    return 'xliff';
  if (
    /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->)[\s\S]){0,2000}-->\s*)*(?:<!DOCTYPE\s+tmx[^>]*>\s*)?<tmx[\s>]/u.test(
      head,
    )
  )
    return 'tmx';
  if (
    /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->)[\s\S]){0,2000}-->\s*)*(?:<!DOCTYPE\s+html|<html[\s>])/iu.test(
      head,
    )
  )
    return 'html';
  if (/^\s*(?:\d+\s*?\r?\n)?\s*\d{1,3}:\d\d:\d\d[,.]\d{1,3}\s*-->\s*\d/u.test(head)) return 'srt';
  if (/^msgid\s+"/mu.test(head) && /^msgstr(?:\[\d\])?\s+"/mu.test(head)) return 'po';
  if (/^system\tdoc\t/u.test(head)) return 'mqm-tsv';
  if (/^<!--\s+[\w.-]+\s+[a-z-]+\s+-->\r?\n/u.test(head)) return 'markdown';
  return undefined;
}

/** Pasted text, or a name that says nothing. */
function plainKind(head: string, hasEnding: boolean): FileKind {
  if (/^\s*<\?xml/u.test(head)) return 'unknown';
  if (/^\s*[[{]\s*["[{]/u.test(head)) return 'json';
  if (/<(?:p|div|h[1-6]|br|span|ul|table)(?:\s[^>]*)?>/iu.test(head)) return 'html';
  if (hasEnding) return 'text';
  const lines = head
    .split(/\r?\n/u)
    .filter((line) => line !== '')
    .slice(0, 50);
  const tabs = new Set(lines.map((line) => line.split('\t').length));
  if (lines.length > 1 && tabs.size === 1 && !tabs.has(1)) return 'tsv';
  if (/^#{1,6} \S/mu.test(head) && /\n\s*\n/u.test(head)) return 'markdown';
  return 'text';
}
