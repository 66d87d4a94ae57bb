import { paragraphLines } from '../work/members.ts';
import { type PackagePart, XML_DECLARATION } from './package-part.ts';
import {
  currentOf,
  isRightToLeft,
  type ParallelColumn,
  type ParallelRow,
  type ParallelText,
} from './parallel-text.ts';
import { xmlAttributes, xmlElement, xmlText } from './xml-write.ts';

const XHTML = 'http://www.w3.org/1999/xhtml';
const EPUB = 'http://www.idpf.org/2007/ops';
/** Readers of books load a file as a whole. */
const MOST_ROWS = 300;

export interface EpubOptions {
  /** A name that is the book's own, such as `urn:lesart:work:variant`. */
  readonly identifier: string;
  /** ISO 8601, UTC. */
  readonly time: string;
  /** The heading of the table of contents. */
  readonly contents: string;
}

/**
 * Texts as the parts of a parallel book, EPUB 3.3 (W3C, 2023): a chapter begins at each heading, the paragraphs of a
 * row stand beside each other where the page is wide enough, else below each other. Texts are as corrected; remarks
 * are left out. The first part has to be the first of the zip, as it is.
 */
export function epubParts(book: ParallelText, options: EpubOptions): readonly PackagePart[] {
  const chapters = chaptersOf(book);
  const part = (path: string, text: string): PackagePart => ({ path, text });
  return [
    { path: 'mimetype', text: 'application/epub+zip', isStored: true },
    part('META-INF/container.xml', CONTAINER),
    part('EPUB/package.opf', packageMarkup(book, options, chapters)),
    part('EPUB/nav.xhtml', navigation(book, options, chapters)),
    part('EPUB/style.css', STYLE),
    ...chapters.map((chapter, index) =>
      part(`EPUB/${chapter.file}`, chapterMarkup(book, chapter, index === 0)),
    ),
  ];
}

const CONTAINER = `${XML_DECLARATION}${xmlElement(
  'container',
  { version: '1.0', xmlns: 'urn:oasis:names:tc:opendocument:xmlns:container' },
  xmlElement(
    'rootfiles',
    {},
    xmlElement('rootfile', {
      'full-path': 'EPUB/package.opf',
      'media-type': 'application/oebps-package+xml',
    }),
  ),
)}\n`;

const STYLE = `body { margin: 5% }
.row { margin: 0 0 1em; overflow: hidden }
.row > * { margin: 0 0 .35em }
.row > div > * { margin: 0 0 .35em }
.row > * + * { opacity: .85 }
.title, .heading { font-weight: bold }
.question { font-style: italic }
.date, .credit, .caption { font-size: .85em }
@media (min-width: 40em) {
  .row { display: table; table-layout: fixed; width: 100%; border-spacing: 1em 0 }
  .row > * { display: table-cell; vertical-align: top }
}
`;

interface Chapter {
  readonly file: string;
  readonly title: string;
  readonly rows: readonly ParallelRow[];
}

function chaptersOf({ title, rows }: ParallelText): readonly Chapter[] {
  const parts: ParallelRow[][] = [];
  for (const row of rows) {
    const last = parts.at(-1);
    const isHead = row.role === 'heading' || row.role === 'title';
    // Headings that follow each other begin one chapter.
    const isNew = isHead && last?.some(({ role }) => role !== 'heading' && role !== 'title') === true;
    if (last === undefined || isNew || last.length >= MOST_ROWS) parts.push([row]);
    else last.push(row);
  }
  const digits = Math.max(3, String(parts.length).length);
  return (parts.length === 0 ? [[]] : parts).map((own, index): Chapter => {
    const head = own.find(({ role }) => role === 'title') ?? own.find(({ role }) => role === 'heading');
    const name =
      head === undefined
        ? ''
        : head.cells
            .map((cell) => currentOf(cell).replace(/\n/gu, ' '))
            .filter((text) => text !== '')
            .join(' · ');
    return {
      file: `chapter-${String(index + 1).padStart(digits, '0')}.xhtml`,
      title: [name, index === 0 ? title : '', String(index + 1)].find((text) => text.trim() !== '')!,
      rows: own,
    };
  });
}

function packageMarkup(
  { title, columns, about }: ParallelText,
  { identifier, time }: EpubOptions,
  chapters: readonly Chapter[],
): string {
  const languages = [...new Set(columns.map(({ lang }) => lang))];
  const metadata = [
    xmlElement('dc:identifier', { id: 'book' }, xmlText(identifier)),
    xmlElement('dc:title', {}, xmlText(title.trim() || identifier)),
    ...languages.map((lang) => xmlElement('dc:language', {}, xmlText(lang))),
    ...about
      .filter((line) => line.trim() !== '')
      .map((line) => xmlElement('dc:description', {}, xmlText(line))),
    xmlElement('meta', { property: 'dcterms:modified' }, `${time.slice(0, 19)}Z`),
  ];
  const item = (id: string, href: string, type: string, properties?: string): string =>
    xmlElement('item', { id, href, 'media-type': type, properties });
  const manifest = [
    item('nav', 'nav.xhtml', 'application/xhtml+xml', 'nav'),
    item('style', 'style.css', 'text/css'),
    ...chapters.map(({ file }, index) => item(`c${String(index + 1)}`, file, 'application/xhtml+xml')),
  ];
  const spine = chapters.map((_, index) => xmlElement('itemref', { idref: `c${String(index + 1)}` }));
  return `${XML_DECLARATION}${xmlElement(
    'package',
    { xmlns: 'http://www.idpf.org/2007/opf', version: '3.0', 'unique-identifier': 'book' },
    [
      xmlElement('metadata', { 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' }, metadata.join('\n')),
      xmlElement('manifest', {}, manifest.join('\n')),
      xmlElement('spine', {}, spine.join('\n')),
    ].join('\n'),
  )}\n`;
}

function navigation(
  { lang, columns }: ParallelText,
  { contents }: EpubOptions,
  chapters: readonly Chapter[],
): string {
  const items = chapters.map(({ file, title }) =>
    xmlElement('li', {}, xmlElement('a', { href: file }, xmlText(title))),
  );
  const list = xmlElement('ol', {}, items.join('\n'));
  const body = xmlElement(
    'nav',
    { 'epub:type': 'toc', id: 'toc' },
    `${xmlElement('h1', textAttributes(lang), xmlText(contents))}${list}`,
  );
  return page(contents, columns[0]?.lang ?? lang, body);
}

function chapterMarkup(
  { title, lang, about, columns }: ParallelText,
  chapter: Chapter,
  isFirst: boolean,
): string {
  const lead = isFirst
    ? `${xmlElement('h1', textAttributes(lang), xmlText(title))}\n${about
        .map((line) => xmlElement('p', { class: 'credit', ...textAttributes(lang) }, xmlText(line)))
        .join('\n')}\n`
    : '';
  const rows = chapter.rows.map((row) => rowMarkup(row, columns));
  const main = columns.at(-1)?.lang ?? lang;
  return page(chapter.title, main, `${lead}${xmlElement('section', {}, ['', ...rows, ''].join('\n'))}`);
}

function rowMarkup({ id, role, cells }: ParallelRow, columns: readonly ParallelColumn[]): string {
  const element = role === 'title' || role === 'heading' ? 'h2' : 'p';
  const texts = columns.map(({ lang }, index) => {
    const cell = cells[index];
    // A heading without words is no heading; an empty cell keeps the columns in place.
    const text = cell === undefined ? '' : currentOf(cell);
    const attributes = xmlAttributes(textAttributes(lang));
    const lines = paragraphLines(text);
    // What stands behind a heading is text.
    const named = (line: string, index: number): string => (line.trim() === '' || index > 0 ? 'p' : element);
    if (lines.length < 2) return `<${named(text, 0)}${attributes}>${xmlText(text)}</${named(text, 0)}>`;
    const paragraphs = lines.map((line, index) => xmlElement(named(line, index), {}, xmlText(line)));
    return `<div${attributes}>${paragraphs.join('')}</div>`;
  });
  return xmlElement('div', { class: `row ${role}`, id: `p-${id}` }, texts.join(''));
}

const textAttributes = (lang: string): Readonly<Record<string, string | undefined>> => ({
  lang,
  'xml:lang': lang,
  dir: isRightToLeft(lang) ? 'rtl' : undefined,
});

function page(title: string, lang: string, body: string): string {
  const head = [
    '<meta charset="UTF-8"/>',
    xmlElement('title', {}, xmlText(title)),
    xmlElement('link', { rel: 'stylesheet', type: 'text/css', href: 'style.css' }),
  ].join('');
  const html = xmlElement(
    'html',
    { xmlns: XHTML, 'xmlns:epub': EPUB, lang, 'xml:lang': lang },
    `${xmlElement('head', {}, head)}\n${xmlElement('body', {}, body)}`,
  );
  return `${XML_DECLARATION}<!DOCTYPE html>\n${html}\n`;
}
