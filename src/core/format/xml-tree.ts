import type { Problem } from '../problem.ts';
import type { Steps } from '../steps.ts';
import { type XmlOptions, type XmlTag, xmlSteps } from './xml.ts';

/** An element with all that is in it. */
export interface XmlElement extends XmlTag {
  readonly children: readonly XmlNode[];
}
/** Texts are never empty, and never beside each other. */
export type XmlNode = XmlElement | string;

/** Takes a document in parts, so that a long one need not be in memory as a whole tree. */
export interface XmlPartHandler {
  /** Whether an element is taken as a whole. */
  readonly isPart: (tag: XmlTag) => boolean;
  readonly part: (element: XmlElement) => void;
  /** The start and end of each element that is not in a part. Text between them is passed over. */
  readonly open?: (tag: XmlTag) => void;
  readonly close?: (tag: XmlTag) => void;
}

interface Open extends XmlTag {
  readonly children: XmlNode[];
  readonly isPart: boolean;
}

/** Reads a document part by part; see `xmlSteps`. */
export function* xmlPartSteps(
  source: string,
  { isPart, part, open, close }: XmlPartHandler,
  options: XmlOptions = {},
): Steps<Problem | undefined> {
  const around: Open[] = [];
  return yield* xmlSteps(
    source,
    {
      open: (tag) => {
        const inPart = around.at(-1)?.isPart === true;
        // Not spread: a document has many elements, and this is what takes the time.
        const { uri, local, attributes, line } = tag;
        const element: Open = { uri, local, attributes, line, children: [], isPart: inPart || isPart(tag) };
        if (inPart) around.at(-1)!.children.push(element);
        else if (!element.isPart) open?.(tag);
        around.push(element);
      },
      close: () => {
        const element = around.pop()!;
        if (!element.isPart) close?.(element);
        else if (around.at(-1)?.isPart !== true) part(element);
      },
      text: (text) => {
        const element = around.at(-1);
        if (element?.isPart !== true || text === '') return;
        const last = element.children.at(-1);
        if (typeof last === 'string') element.children[element.children.length - 1] = last + text;
        else element.children.push(text);
      },
    },
    options,
  );
}

export const isElement = (node: XmlNode): node is XmlElement => typeof node !== 'string';

/** The elements in an element, in order; of one name when it is given. */
export function elementsIn(element: XmlElement, uri?: string, local?: string): readonly XmlElement[] {
  return element.children.filter(
    (node): node is XmlElement =>
      isElement(node) && (uri === undefined || (node.uri === uri && node.local === local)),
  );
}

/** All text in an element, that of the elements in it too. */
export function textIn(element: XmlElement): string {
  return element.children.map((node) => (isElement(node) ? textIn(node) : node)).join('');
}
