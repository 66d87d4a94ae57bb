import { Parser } from 'htmlparser2';
import type { Problem } from '../problem.ts';
import type { Steps } from '../steps.ts';
import type { XmlElement, XmlNode } from './xml-tree.ts';
import { zipFault as fault } from './zip-directory.ts';

/** What a page may hold at most. */
export interface HtmlLimits {
  /** UTF-16 units. */
  readonly length: number;
  readonly elements: number;
  /** Elements that are open at once. */
  readonly depth: number;
}

/** A book of 20 MB in one page has some 100,000 elements. Browsers end at 512 open ones. */
export const HTML_LIMITS: HtmlLimits = { length: 64 * 1024 * 1024, elements: 500_000, depth: 1000 };
/** Deeper elements stand beside each other, as in browsers: pages with tags that nobody closed are read so. */
const TREE_DEPTH = 250;
/** UTF-16 units between two steps. */
const STEP = 64 * 1024;
const XHTML = 'http://www.w3.org/1999/xhtml';

type Growing = XmlElement & { readonly children: XmlNode[] };

interface Open {
  readonly element: Growing;
  /** Where the elements in it go: itself, or the deepest one around it that may hold any. */
  readonly holder: Growing;
}

/**
 * Reads HTML as it is written on the web, faults and all; the root holds what stands outside every element too.
 * Scripts are text like any other. @param isXhtml an empty element may be written `<a/>`
 */
export function* htmlTree(
  source: string,
  {
    isXhtml = false,
    limits = {},
  }: { readonly isXhtml?: boolean; readonly limits?: Partial<HtmlLimits> } = {},
): Steps<XmlElement | Problem> {
  const { length, elements, depth }: HtmlLimits = { ...HTML_LIMITS, ...limits };
  if (source.length > length) return fault('file-too-large', { length: source.length, limit: length });
  const root = elementOf('', {});
  const open: Open[] = [{ element: root, holder: root }];
  let count = 0;
  let problem: Problem | undefined;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        count += 1;
        if (count > elements) problem ??= fault('page-elements-surplus', { limit: elements });
        if (open.length > depth) problem ??= fault('page-too-deep', { limit: depth });
        if (problem !== undefined) return;
        const element = elementOf(name, attributes);
        const { holder } = open.at(-1)!;
        holder.children.push(element);
        open.push({ element, holder: open.length < TREE_DEPTH ? element : holder });
      },
      onclosetag: () => {
        if (problem === undefined && open.length > 1) open.pop();
      },
      ontext: (text) => {
        const { children } = open.at(-1)!.element;
        const last = children.at(-1);
        if (typeof last === 'string') children[children.length - 1] = last + text;
        else if (text !== '') children.push(text);
      },
    },
    { decodeEntities: true, recognizeSelfClosing: isXhtml, recognizeCDATA: isXhtml },
  );
  for (let at = 0; at < source.length; at += STEP) {
    parser.write(source.slice(at, at + STEP));
    if (problem !== undefined) return problem;
    yield { done: Math.min(at + STEP, source.length), total: source.length };
  }
  parser.end();
  return problem ?? root;
}

function elementOf(local: string, attributes: Readonly<Record<string, string>>): Growing {
  return { uri: XHTML, local, attributes: new Map(Object.entries(attributes)), line: 0, children: [] };
}
