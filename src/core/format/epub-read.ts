import type { Problem, Read } from '../problem.ts';
import type { Steps } from '../steps.ts';
import { languageTag } from './document-language.ts';
import { bookPackage } from './epub-package.ts';
import { HTML_LIMITS, htmlTree } from './html-tree.ts';
import type { ImportedParagraph, ImportedText } from './imported.ts';
import { type Decode, isPublicName, packageText, partOf } from './package-xml.ts';
import { pageLanguage } from './page-head.ts';
import { type PageBlock, pageBlocks } from './xhtml-blocks.ts';
import { xmlSteps } from './xml.ts';
import type { XmlElement, XmlNode } from './xml-tree.ts';
import { openZip } from './zip-read.ts';

/** Pages of books that are deeper are read as HTML, which knows how to go on. */
const DEPTH = 200;
const ATTRIBUTES = 200;

/**
 * The text of an EPUB book (EPUB 2 and 3): its documents in reading order, without the table of contents. Roles are
 * those of the elements. What is about the book (cover, title page, imprint) and notes are left out at first.
 */
export function* epubSteps(bytes: Uint8Array, decode: Decode): Steps<Read<ImportedText | undefined>> {
  const failed = (problem: Problem): Read<undefined> => ({ value: undefined, problems: [problem] });
  const { value: zip, problems } = openZip(bytes);
  if (zip === undefined) return { value: undefined, problems };
  const book = yield* partOf(bookPackage(zip, decode), 0, 0.02);
  if ('code' in book) return failed(book);
  const { documents } = book;
  const blocks: PageBlock[] = [];
  const warnings: Problem[] = [];
  let language: string | undefined;
  for (const [index, { path, isFront }] of documents.entries()) {
    const from = 0.02 + (0.98 * index) / documents.length;
    const middle = from + 0.3 / documents.length;
    const { value: text, problems: own } = yield* partOf(packageText(zip, path, decode), from, middle);
    if (text === undefined) {
      const isMissing = own[0]!.code === 'package-part-missing';
      if (!isMissing) return failed(own[0]!);
      warnings.push({ ...own[0]!, severity: 'warning' });
      continue;
    }
    const root = yield* partOf(pageTree(text), middle, from + 0.98 / documents.length);
    if ('code' in root) return failed({ ...root, file: path });
    language ??= isFront ? undefined : pageLanguage(root);
    for (const block of pageBlocks(root).blocks) {
      blocks.push(isFront && !block.isAside ? { ...block, isAside: true } : block);
    }
  }
  // On a title page it is the one line that belongs to the text.
  const titleAt = blocks.findIndex(({ text }) => text.toLowerCase() === book.title.toLowerCase());
  const paragraphs = blocks.map(({ role, text, isAside }, index): ImportedParagraph => {
    if (index === titleAt) return { role: 'title', text };
    return { role, text, ...(isAside ? { left: true } : {}) };
  });
  const lang = languageTag(book.language) ?? language;
  return {
    value: {
      kind: 'text',
      ...(book.title === '' ? {} : { title: book.title }),
      ...(lang === undefined ? {} : { lang }),
      paragraphs,
    },
    problems: warnings,
  };
}

/** A page of a book: XHTML by its rules, else what it can be read as. */
function* pageTree(source: string): Steps<XmlElement | Problem> {
  const root: Growing = { uri: '', local: '', attributes: new Map(), line: 0, children: [] };
  const open: Growing[] = [root];
  let count = 0;
  const steps = xmlSteps(
    source,
    {
      open: ({ uri, local, attributes, line }) => {
        count += 1;
        const element: Growing = { uri, local, attributes, line, children: [] };
        if (count <= HTML_LIMITS.elements) open.at(-1)!.children.push(element);
        open.push(element);
      },
      close: () => void open.pop(),
      text: (text) => {
        const { children } = open.at(-1)!;
        const last = children.at(-1);
        if (typeof last === 'string') children[children.length - 1] = last + text;
        else if (text !== '') children.push(text);
      },
    },
    { limits: { depth: DEPTH, attributes: ATTRIBUTES }, ignoresDoctype: isPublicName },
  );
  for (;;) {
    const step = steps.next();
    // The same limit, and the problem that goes with it.
    if (count > HTML_LIMITS.elements || (step.done === true && step.value !== undefined)) {
      return yield* partOf(htmlTree(source, { isXhtml: true }), 1, 1);
    }
    if (step.done === true) return root;
    yield step.value;
  }
}

interface Growing extends XmlElement {
  readonly children: XmlNode[];
}
