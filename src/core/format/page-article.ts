import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom/worker';
import type { PageBlocks } from './xhtml-blocks.ts';
import { isElement, type XmlElement } from './xml-tree.ts';

/** What of a page is its article. */
export interface PageArticle {
  readonly title: string;
  /** For each block, whether it is part of the article. */
  readonly isKept: readonly boolean[];
}

/** Of the browser's interfaces, what is used of them here. */
interface PageNode {
  readonly nodeType: number;
  readonly nodeValue: string | null;
  readonly childNodes: Iterable<PageNode>;
  readonly getAttribute: (name: string) => string | null;
}
interface PageElement extends PageNode {
  readonly setAttribute: (name: string, value: string) => void;
  readonly appendChild: (node: PageNode) => void;
}
interface PageDocument {
  readonly documentElement: PageElement;
  readonly head: PageElement;
  readonly body: PageElement;
  readonly createElement: (name: string) => PageElement;
  readonly createTextNode: (text: string) => PageNode;
}
/** Our types know nothing of a browser; Readability is given the document that linkedom makes, as it asks for. */
type ReadPage = new (
  page: PageDocument,
  options: { serializer: (article: PageNode) => PageNode; charThreshold: number },
) => { readonly parse: () => { readonly title?: string | null; readonly content?: PageNode | null } | null };

const TEXT = 3;
const RUN = 'data-run';
const NAME = /^[a-z][a-z0-9-]*$/;
/** Never needed to tell an article, and not to be run by anything. */
const UNUSED = new Set(['script', 'style', 'template', 'iframe', 'object', 'embed', 'svg', 'noscript']);
const OF_HEAD = new Set(['title', 'meta', 'link', 'base']);
/** What Readability looks at. */
const ATTRIBUTES = [
  'class',
  'id',
  'role',
  'name',
  'property',
  'content',
  'itemprop',
  'rel',
  'href',
  'hidden',
  'aria-hidden',
  'aria-modal',
  'dir',
  'lang',
];
/** Readability searches again, less strictly, when it found fewer characters. */
const FEW_CHARACTERS = 250;
/** Of a run of text, what has to be in the article. */
const MOST = 0.5;

/**
 * Tells the article of a page from what surrounds it, with Readability (Mozilla, as in Firefox's reading view).
 * Its document is one of data: nothing in it runs or is fetched, and no text is taken back from it.
 * @returns undefined when there is no article
 */
export function pageArticle(html: XmlElement, { blocks, places }: PageBlocks): PageArticle | undefined {
  const { document } = parseHTML('<!doctype html><html><head></head><body></body></html>') as unknown as {
    readonly document: PageDocument;
  };
  copyInto(document, html, places);
  const article = parsed(document);
  if (!article?.content) return undefined;
  const kept = new Float64Array(blocks.length);
  count(article.content, undefined, kept);
  const lengths = new Float64Array(blocks.length);
  for (const { run, text } of blocks) lengths[run]! += text.length;
  const isKept = blocks.map(({ run }) => kept[run]! >= MOST * lengths[run]!);
  return { title: (article.title ?? '').trim(), isKept };
}

/** Readability counts on what the parser of a browser sees to; where a page is odder, it may throw. */
function parsed(document: PageDocument): ReturnType<InstanceType<ReadPage>['parse']> {
  try {
    return new (Readability as unknown as ReadPage)(document, {
      serializer: (node) => node,
      charThreshold: FEW_CHARACTERS,
    }).parse();
  } catch {
    return null;
  }
}

/** Copies a page, each text in an element that names its run. What is no head's stands in the body, as in browsers. */
function copyInto(document: PageDocument, html: XmlElement, places: PageBlocks['places']): void {
  const { documentElement, head, body } = document;
  const outer: Readonly<Record<string, PageElement>> = { html: documentElement, head, body };
  const copy = (from: XmlElement, to: PageElement): void => {
    const runs = places.get(from);
    for (const [index, node] of from.children.entries()) {
      if (!isElement(node)) {
        to.appendChild(textIn(node, runs?.[index]));
        continue;
      }
      const { local, attributes } = node;
      if (UNUSED.has(local) || !NAME.test(local)) continue;
      const own = Object.hasOwn(outer, local) ? outer[local]! : undefined;
      const element = own ?? document.createElement(local);
      for (const name of ATTRIBUTES) {
        const value = attributes.get(name);
        if (value !== undefined) element.setAttribute(name, value);
      }
      if (own === undefined) (OF_HEAD.has(local) ? head : to).appendChild(element);
      copy(node, own === undefined ? element : body);
    }
  };
  const textIn = (text: string, run: number | undefined): PageNode => {
    const node = document.createTextNode(text);
    if (run === undefined) return node;
    const around = document.createElement('span');
    around.setAttribute(RUN, String(run));
    around.appendChild(node);
    return around;
  };
  copy(html, body);
}

/** Adds up, for each run of text, the characters of it in a part of the article. */
function count(node: PageNode, run: number | undefined, kept: Float64Array): void {
  if (node.nodeType === TEXT) {
    if (run !== undefined) kept[run]! += (node.nodeValue ?? '').length;
    return;
  }
  // Readability copies an element's attributes, but not the document's.
  const own = typeof node.getAttribute === 'function' ? node.getAttribute(RUN) : null;
  const number = own === null ? run : Number(own);
  for (const child of node.childNodes) count(child, number, kept);
}
