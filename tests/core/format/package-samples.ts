import { strFromU8, strToU8, type Zippable, zipSync } from 'fflate';
import type { Problem, Read } from '../../../src/core/problem.ts';
import type { ImportedText } from '../../../src/core/format/imported.ts';
import type { Decode } from '../../../src/core/format/package-xml.ts';
import { finish, type Steps } from '../../../src/core/steps.ts';

/** A zip of texts and bytes. */
export function zipOf(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const files: Zippable = {};
  for (const [name, part] of Object.entries(parts)) {
    files[name] = typeof part === 'string' ? strToU8(part) : part;
  }
  return zipSync(files);
}

/** The encodings that the tests use; anything else is unknown. */
export const decode: Decode = (bytes, encoding) => {
  if (encoding === 'utf-8') {
    const text = strFromU8(bytes);
    return text.includes('\ufffd') ? undefined : text.replace(/^\ufeff/, '');
  }
  if (encoding === 'windows-1252') return strFromU8(bytes, true);
  if (encoding !== 'utf-16le' && encoding !== 'utf-16be') return undefined;
  const [low, high] = encoding === 'utf-16le' ? [0, 1] : [1, 0];
  let text = '';
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    text += String.fromCharCode(bytes[at + low]! + 256 * bytes[at + high]!);
  }
  return text.replace(/^\ufeff/, '');
};

/** A text's bytes in UTF-16, little end first, with its mark. */
export function utf16(text: string): Uint8Array {
  const bytes = [0xff, 0xfe];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    bytes.push(unit & 255, unit >> 8);
  }
  return Uint8Array.from(bytes);
}

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
export const wordPart = (root: string, content: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><w:${root} xmlns:w="${W}">${content}</w:${root}>`;
export const docxOf = (body: string, more: Readonly<Record<string, string | Uint8Array>> = {}): Uint8Array =>
  zipOf({ 'word/document.xml': wordPart('document', `<w:body>${body}</w:body>`), ...more });

const ODF = 'urn:oasis:names:tc:opendocument:xmlns';
const SPACES = ['office', 'text', 'table', 'style', 'meta', 'drawing']
  .map((name) => `xmlns:${name === 'drawing' ? 'draw' : name}="${ODF}:${name}:1.0"`)
  .join(' ');
const ODF_SPACES = `${SPACES} xmlns:fo="${ODF}:xsl-fo-compatible:1.0" xmlns:svg="${ODF}:svg-compatible:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"`;
export const openDocumentPart = (root: string, content: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><office:${root} ${ODF_SPACES}>${content}</office:${root}>`;
export const odtOf = (body: string, more: Readonly<Record<string, string | Uint8Array>> = {}): Uint8Array =>
  zipOf({
    'content.xml': openDocumentPart(
      'document-content',
      `<office:body><office:text>${body}</office:text></office:body>`,
    ),
    ...more,
  });

export interface BookSample {
  readonly metadata?: string;
  readonly guide?: string;
  /** By file name, in the order of the spine. */
  readonly pages: Readonly<Record<string, string | Uint8Array>>;
  readonly more?: Readonly<Record<string, string | Uint8Array>>;
}

export function epubOf({ metadata = '', guide = '', pages, more = {} }: BookSample): Uint8Array {
  const names = Object.keys(pages);
  const item = (name: string, index: number): string =>
    `<item id="i${String(index)}" href="${encodeURI(name)}" media-type="application/xhtml+xml"${
      name === 'nav.xhtml' ? ' properties="nav"' : ''
    }/>`;
  const spine = names.map((_, index) => `<itemref idref="i${String(index)}"/>`).join('');
  return zipOf({
    mimetype: 'application/epub+zip',
    'META-INF/container.xml':
      '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>',
    'OPS/book.opf': `<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">${metadata}</metadata><manifest>${names
      .map(item)
      .join('')}</manifest><spine>${spine}</spine><guide>${guide}</guide></package>`,
    ...Object.fromEntries(Object.entries(pages).map(([name, page]) => [`OPS/${name}`, page])),
    ...more,
  });
}

export const xhtml = (body: string, head = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head>${head}</head><body>${body}</body></html>`;

/** Each paragraph in short: its role, its text, and whether it is left out. */
export function shown({ value }: Read<ImportedText | undefined>): readonly string[] {
  return (value?.paragraphs ?? []).map(
    ({ role, text, left }) => `${left === true ? '(left) ' : ''}${role}: ${text}`,
  );
}

export const codesOf = (problems: readonly Problem[]): readonly string[] => problems.map(({ code }) => code);

/** The paragraphs of a document in short. */
export const shownOf = (steps: Steps<Read<ImportedText | undefined>>): readonly string[] =>
  shown(finish(steps));
