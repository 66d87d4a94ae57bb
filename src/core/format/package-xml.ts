import type { Problem, Read } from '../problem.ts';
import type { Steps } from '../steps.ts';
import type { DecoderConstructor } from './decode.ts';
import type { XmlHandler, XmlTag } from './xml.ts';
import { xmlSteps } from './xml.ts';
import { xmlEncoding } from './xml-encoding.ts';
import { zipFault } from './zip-directory.ts';
import type { ZipPackage } from './zip-read.ts';

/**
 * The text of bytes in an encoding by its name in lower case, without a byte order mark; undefined when nobody knows
 * the encoding, or the bytes are not in it. (Core has no `TextDecoder`.)
 */
export type Decode = (bytes: Uint8Array, encoding: string) => string | undefined;

/** Parts say which encoding they are in, and are in no other. @param Decoder the platform's `TextDecoder` */
export const decodeWith =
  (Decoder: DecoderConstructor): Decode =>
  (bytes, encoding) => {
    try {
      return new Decoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      return undefined;
    }
  };

/** Tables in tables are deep; so are the pages of books. */
const LIMITS = { depth: 256, attributes: 200 };

/** Steps that are a part of a longer work: their progress is from a share of it to another one, between 0 and 1. */
export function* partOf<T>(steps: Steps<T>, from: number, to: number): Steps<T> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    const { done, total } = step.value;
    yield { done: from + ((to - from) * done) / Math.max(1, total), total: 1 };
  }
}

/** A part of a package as text, in the encoding that its XML declares; UTF-8 when it declares none. */
export function* packageText(zip: ZipPackage, part: string, decode: Decode): Steps<Read<string | undefined>> {
  const { value: bytes, problems } = yield* zip.bytes(part);
  if (bytes === undefined) return { value: undefined, problems };
  const encoding = xmlEncoding(bytes);
  const value = decode(bytes, encoding);
  if (value !== undefined) return { value, problems };
  return { value, problems: [zipFault('part-encoding-unreadable', { part, encoding })] };
}

/** Takes the XML of a part; the problem that ended it, if one did. A DOCTYPE may name its kind of document, no more. */
export function* packageXml(
  zip: ZipPackage,
  part: string,
  decode: Decode,
  handler: XmlHandler,
): Steps<Problem | undefined> {
  const { value: text, problems } = yield* partOf(packageText(zip, part, decode), 0, 0.2);
  if (text === undefined) return problems[0];
  const problem = yield* partOf(
    xmlSteps(text, handler, { limits: LIMITS, ignoresDoctype: isPublicName }),
    0.2,
    1,
  );
  return problem === undefined ? undefined : { ...problem, file: part };
}

/** Names a document type and where it is published: nothing is declared in it, and nothing is fetched. */
export const isPublicName = (doctype: string): boolean => !doctype.includes('[');

/** Takes a small part element by element: with the names of those around it, the outermost first. */
export function* packageTags(
  zip: ZipPackage,
  part: string,
  decode: Decode,
  open: (tag: XmlTag, around: readonly string[]) => void,
  text?: (text: string, around: readonly string[]) => void,
): Steps<Problem | undefined> {
  const around: string[] = [];
  return yield* packageXml(zip, part, decode, {
    open: (tag) => {
      open(tag, around);
      around.push(tag.local);
    },
    close: () => {
      around.pop();
    },
    text: (piece) => text?.(piece, around),
  });
}

/** The value of an attribute by its local name, in whatever namespace: the two editions of a format differ in it. */
export function attributeOf({ attributes }: XmlTag, local: string): string | undefined {
  const own = attributes.get(local);
  if (own !== undefined) return own;
  for (const [name, value] of attributes) if (name.endsWith(`}${local}`)) return value;
  return undefined;
}
