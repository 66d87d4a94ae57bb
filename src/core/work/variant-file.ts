import type { Problem, ProblemCode, Read } from '../problem.ts';
import { type Paragraph, type Role, ROLES } from './model.ts';
import { excerpt, isIdentifier } from './schema.ts';

/** UTF-16 units; the Bible in one language is about 5 Mi. */
export const MAX_FILE_LENGTH = 32 * 1024 * 1024;

/** A paragraph with the 1-based line of its header. */
export interface PlacedParagraph extends Paragraph {
  readonly line: number;
}

const HEADER = /^<!--\s+(\S+)\s+(\S+)\s+-->\s*$/;
const isRole = (name: string): name is Role => (ROLES as readonly string[]).includes(name);
const startsHeader = (line: string): boolean => line.startsWith('<!--');

/**
 * Reads a variant's text: per paragraph a line `<!-- id role -->`, the text on one line, a blank line.
 * What can be read is kept: a paragraph of an unknown role becomes a `paragraph`, text on several lines is
 * joined by spaces, of two paragraphs with one id the first stays.
 */
export function readVariant(text: string, file: string): Read<readonly Paragraph[]> {
  const { value, problems } = readPlacedVariant(text, file);
  return { value: value.map(({ id, role, text }) => ({ id, role, text })), problems };
}

/** As `readVariant`, with the line of each paragraph. */
export function readPlacedVariant(source: string, file: string): Read<readonly PlacedParagraph[]> {
  const value: PlacedParagraph[] = [];
  const problems: Problem[] = [];
  const fault = (code: ProblemCode, line: number, args: Problem['args']) => {
    problems.push({ code, severity: 'fault', args, file, line });
  };
  if (source.length > MAX_FILE_LENGTH) {
    const args = { length: source.length, limit: MAX_FILE_LENGTH };
    return { value, problems: [{ code: 'file-too-large', severity: 'fault', args, file }] };
  }

  const lineOf = new Map<string, number>();
  let open: { id: string; role: Role; line: number; keep: boolean } | undefined;
  let texts: string[] = [];
  let blank: string | undefined;
  // After a fault the lines up to the next header belong to it; one report is enough.
  let reported = false;

  const close = () => {
    if (open?.keep === true) {
      const { id, role, line } = open;
      if (texts.length === 0) fault('paragraph-empty', line, { id });
      value.push({ id, role, text: texts.length === 0 ? (blank ?? '') : texts.join(' '), line });
    }
    open = undefined;
    texts = [];
    blank = undefined;
  };
  const header = (content: string, line: number) => {
    close();
    const [, id, role] = HEADER.exec(content) ?? [];
    reported = id === undefined || role === undefined || !isIdentifier(id);
    if (reported || id === undefined || role === undefined) {
      fault('malformed-header', line, { header: excerpt(content) });
      return;
    }
    const first = lineOf.get(id);
    if (first !== undefined) fault('paragraph-id-repeated', line, { id, first });
    else if (!isRole(role)) fault('unknown-role', line, { id, role: excerpt(role), roles: ROLES.join(', ') });
    lineOf.set(id, first ?? line);
    open = { id, role: isRole(role) ? role : 'paragraph', line, keep: first === undefined };
  };

  const lines = (source.startsWith('\uFEFF') ? source.slice(1) : source).split(/\r\n|\n|\r/);
  let ended = true;
  lines.forEach((content, index) => {
    const line = index + 1;
    if (startsHeader(content)) {
      header(content, line);
      ended = false;
    } else if (content.trim() === '') {
      if (texts.length > 0) ended = true;
      else blank ??= content;
    } else if (open !== undefined && !ended) {
      if (texts.push(content) === 2 && open.keep) fault('text-on-several-lines', line, { id: open.id });
    } else if (!reported) {
      fault('text-without-header', line, { text: excerpt(content) });
      reported = true;
    }
  });
  close();
  return { value, problems };
}

/**
 * Writes what `readVariant` reads.
 * @throws RangeError for what the format cannot hold: a line break in a text, a text that begins like a
 * header, an id that is no identifier.
 */
export function writeVariant(paragraphs: readonly Paragraph[]): string {
  return paragraphs.map(paragraphText).join('\n');
}

function paragraphText({ id, role, text }: Paragraph): string {
  if (!isIdentifier(id)) throw new RangeError(`not an identifier: ${id}`);
  if (/[\r\n]/.test(text)) throw new RangeError(`paragraph ${id} has a line break`);
  if (startsHeader(text)) throw new RangeError(`paragraph ${id} begins like a header`);
  return `<!-- ${id} ${role} -->\n${text}\n`;
}
