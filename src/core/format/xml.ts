import { SaxesParser, type SaxesTagNS } from 'saxes';
import type { Problem, ProblemCode } from '../problem.ts';
import { describePlace } from '../work/json-map.ts';
import type { Steps } from '../steps.ts';

/** An element's start. */
export interface XmlTag {
  /** Namespace, empty for none. */
  readonly uri: string;
  readonly local: string;
  /** By name; `{namespace}name` for one in a namespace. Declarations of namespaces are not among them. */
  readonly attributes: ReadonlyMap<string, string>;
  /** 1-based line of its end. */
  readonly line: number;
}

/** Takes what a document holds, in its order. Comments and processing instructions are passed over. */
export interface XmlHandler {
  readonly open: (tag: XmlTag) => void;
  readonly close: () => void;
  /** A part of a text; several may follow each other. */
  readonly text: (text: string) => void;
}

/** What a document may hold at most. Entities need no limit: only the five of XML and characters are known. */
export interface XmlLimits {
  /** UTF-16 units. */
  readonly length: number;
  /** Elements inside each other. */
  readonly depth: number;
  /** Of one element, with the declarations of namespaces. */
  readonly attributes: number;
  /** UTF-16 units of a text, a comment or a tag: saxes puts some of them together character by character. */
  readonly part: number;
}

export interface XmlOptions {
  readonly limits?: Partial<XmlLimits>;
  /** Whether a DOCTYPE with this content is harmless. It is never followed. None is, when left out. */
  readonly ignoresDoctype?: (doctype: string) => boolean;
}

/** XLIFF nests a dozen elements; a deeper document is an attack, or none of the formats we read. */
export const XML_LIMITS: XmlLimits = {
  length: 64 * 1024 * 1024,
  depth: 100,
  attributes: 100,
  part: 8 * 1024 * 1024,
};

/** UTF-16 units between two steps, some milliseconds. */
const STEP = 64 * 1024;
const XMLNS = 'http://www.w3.org/2000/xmlns/';
/** Saxes looks entities up in an object that inherits: without this, `&constructor;` would be one. */
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', gt: '>', lt: '<', quot: '"', apos: "'" };

/** What ends the parser from inside one of its handlers. */
class Stop extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code);
  }
}

/**
 * Reads XML 1.0 or 1.1 with namespaces. Time and memory grow with the text alone: no entity is declared or
 * fetched, and the first fault ends it. The problem says where; `undefined` for a well-formed document.
 */
export function* xmlSteps(
  source: string,
  handler: XmlHandler,
  { limits = {}, ignoresDoctype = () => false }: XmlOptions = {},
): Steps<Problem | undefined> {
  const { length, depth: maxDepth, attributes: maxAttributes, part } = { ...XML_LIMITS, ...limits };
  if (source.length > length) return fault('file-too-large', { length: source.length, limit: length });
  const parser = new SaxesParser({ xmlns: true });
  parser.ENTITIES = Object.assign(Object.create(null) as object, ENTITIES) as Record<string, string>;
  let isAtEnd = false;
  let depth = 0;
  let attributes = 0;
  /** Where the last part that was taken ends. */
  let ended = 0;
  const stop = (code: ProblemCode, args: Problem['args'] = {}): never => {
    const { line, column, near } = describePlace(source, Math.min(parser.position, source.length));
    throw new Stop(fault(code, { column, near, ...args }, line));
  };
  parser.on('error', () => stop(isAtEnd ? 'xml-truncated' : 'xml-invalid'));
  parser.on('doctype', (doctype) => {
    if (!isPlainDoctype(doctype) && !ignoresDoctype(doctype)) stop('xml-doctype');
  });
  parser.on('opentagstart', () => {
    attributes = 0;
    depth += 1;
    if (depth > maxDepth) stop('xml-too-deep', { limit: maxDepth });
  });
  parser.on('attribute', () => {
    attributes += 1;
    if (attributes > maxAttributes) stop('xml-attributes-surplus', { limit: maxAttributes });
  });
  parser.on('opentag', (tag) => {
    ended = parser.position;
    handler.open(tagOf(tag, parser.line));
  });
  parser.on('closetag', () => {
    ended = parser.position;
    depth -= 1;
    handler.close();
  });
  const taken = (text: string) => {
    ended = parser.position;
    handler.text(text);
  };
  parser.on('text', taken);
  parser.on('cdata', taken);
  parser.on('comment', () => {
    ended = parser.position;
  });
  try {
    for (let at = 0; at < source.length; at += STEP) {
      parser.write(source.slice(at, at + STEP));
      if (at + STEP - ended > part) stop('xml-part-too-long', { limit: part });
      yield { done: Math.min(at + STEP, source.length), total: source.length };
    }
    isAtEnd = true;
    parser.close();
  } catch (error) {
    if (error instanceof Stop) return error.problem;
    throw error;
  }
  return undefined;
}

function fault(code: ProblemCode, args: Problem['args'], line?: number): Problem {
  return { code, severity: 'fault', args, ...(line === undefined ? {} : { line }) };
}

/** A name alone: nothing is declared in it, and nothing outside is named. */
const isPlainDoctype = (doctype: string): boolean => /^\s*[^\s[\]'"<>]+\s*$/.test(doctype);

function tagOf({ uri, local, attributes }: SaxesTagNS, line: number): XmlTag {
  const own = new Map<string, string>();
  for (const { uri: space, local: name, value } of Object.values(attributes)) {
    if (space !== XMLNS) own.set(space === '' ? name : `{${space}}${name}`, value);
  }
  return { uri, local, attributes: own, line };
}
