import type { Problem, Read } from '../problem.ts';
import type { Steps } from '../steps.ts';
import type { ImportedParagraph, ImportedText } from './imported.ts';
import { oneLine } from './paragraph-flow.ts';

/** How a plain text shows its paragraphs: by blank lines between them, or by a line each. */
export type TextLayout = 'blank-lines' | 'lines';

/** UTF-16 units of a file of text; 20 books. */
export const MAX_LENGTH = 64 * 1024 * 1024;
/** UTF-16 units between two steps, some milliseconds. */
const STEP = 256 * 1024;
/** What tells the layout stands at the beginning. */
const SAMPLE = 400_000;
/** Lines are broken by a program when so large a share of them could not have held the next word. */
const WRAPPED = 0.75;
/** Of a line: a little less than the longest. */
const SLACK = 4;
/** Verse is narrower than programs break lines, a paragraph on its line wider. */
const SHORTEST_LINE = 35;
const LONGEST_LINE = 140;

/** Forty books have fewer; each line may be a paragraph, which takes more memory than its words. */
const MAX_LINES = 2_000_000;

/** A problem for a text that is longer than can be read, or has more lines. */
export function tooLong(text: string, file: string): Problem | undefined {
  if (text.length > MAX_LENGTH) {
    const args = { length: text.length, limit: MAX_LENGTH };
    return { code: 'file-too-large', severity: 'fault', args, file };
  }
  let lines = 0;
  for (const end of ['\n', '\r']) {
    let at = text.indexOf(end);
    for (; at >= 0 && lines <= MAX_LINES; at = text.indexOf(end, at + 1)) {
      // The second half of CRLF ends no line of its own.
      if (end === '\n' || text[at + 1] !== '\n') lines += 1;
    }
  }
  if (lines <= MAX_LINES) return undefined;
  return { code: 'lines-surplus', severity: 'fault', args: { limit: MAX_LINES }, file };
}

/** Recognises the layout by its beginning: lines that are full when the next one goes on were broken by a program. */
export function textLayout(text: string): TextLayout {
  const lines = text.slice(0, SAMPLE).split(LINE_END);
  const widths = lines.map(widthOf);
  const inside = lines.flatMap((_, at) => (widths[at]! > 0 && (widths[at + 1] ?? 0) > 0 ? [at] : []));
  if (inside.length === 0) return 'blank-lines';
  const sorted = inside.map((at) => widths[at]!).sort((a, b) => a - b);
  const full = sorted[Math.floor(sorted.length * 0.95)]!;
  if (full < SHORTEST_LINE || full > LONGEST_LINE) return 'lines';
  const wrapped = inside.filter((at) => {
    const next = lines[at + 1]!.trimStart();
    if (/^[ \t\u3000]{2,}/u.test(lines[at + 1]!)) return true;
    return widths[at]! + 1 + firstWidth(next) > full - SLACK;
  });
  return wrapped.length >= WRAPPED * inside.length ? 'blank-lines' : 'lines';
}

const LINE_END = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/u;
const WIDE = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\u3000-\u303F\uFF00-\uFF60]/u;
const WIDE_ALL = new RegExp(WIDE, 'gu');

const widthOf = (line: string): number => {
  const trimmed = line.trimEnd();
  return trimmed.length + (trimmed.match(WIDE_ALL)?.length ?? 0);
};
/** Of what would have had to go on the line before: a word, or a character where none is parted. */
const firstWidth = (line: string): number =>
  WIDE.test(line.charAt(0)) ? 2 : widthOf(/^\S*/u.exec(line)?.[0] ?? '');

/** Dividers: stars, dashes. */
const DIVIDER = /^[\s*#~=_–—•·.-]{3,}$|^[*⁂§]$/u;
const GUTENBERG = /^\*{3} ?(START|END) OF (?:THE|THIS) PROJECT GUTENBERG/u;
/** Paragraphs of older books begin with an indent instead of a blank line before them. */
const INDENTED = /^(?: {2,}|\t|\u3000)/u;

const BULLET = /^(?:[-*•‣▪◦]|\d{1,3}[.)])\s+\S/u;

/** Reads a plain text. Dividers, and what Project Gutenberg puts around a book, are left out. */
export function* textReadSteps(
  text: string,
  file: string,
  layout: TextLayout = textLayout(text),
): Steps<Read<ImportedText | undefined>> {
  const fault = tooLong(text, file);
  if (fault !== undefined) return { value: undefined, problems: [fault] };
  const paragraphs: ImportedParagraph[] = [];
  let begun: string[] = [];
  let wasIndented = false;
  let isUnderlined = false;
  const close = () => {
    const joined = joinLines(begun);
    begun = [];
    if (joined === '') return;
    const role = isUnderlined ? 'heading' : 'paragraph';
    isUnderlined = false;
    paragraphs.push(DIVIDER.test(joined) ? { role, text: joined, left: true } : { role, text: joined });
  };
  let start: number | undefined;
  let end: number | undefined;
  let reported = 0;
  const lineEnd = new RegExp(LINE_END, 'gu');
  for (let at = text.startsWith('\uFEFF') ? 1 : 0; at < text.length;) {
    lineEnd.lastIndex = at;
    const found = lineEnd.exec(text);
    const line = text.slice(at, found?.index ?? text.length);
    at = found === null ? text.length : lineEnd.lastIndex;
    if (at - reported >= STEP) {
      reported = at;
      yield { done: at, total: text.length };
    }
    const content = line.trim();
    const mark = GUTENBERG.exec(content)?.[1];
    if (mark !== undefined) {
      close();
      if (mark === 'START') start ??= paragraphs.length + 1;
      else end ??= paragraphs.length;
      paragraphs.push({ role: 'paragraph', text: content, left: true });
    } else if (content === '') close();
    else if (layout === 'lines') {
      begun.push(content);
      close();
    } else if (begun.length === 1 && /^(?:=+|-{3,})$/u.test(content)) {
      isUnderlined = true;
      close();
    } else {
      const isIndented = INDENTED.test(line);
      // Items of a list have no blank lines between them.
      if (begun.length > 0 && BULLET.test(begun[0]!) && BULLET.test(content)) close();
      // A quotation is indented as a whole, an item of a list from its second line on.
      if (isIndented && !wasIndented && begun.length > 0 && !BULLET.test(begun[0]!)) close();
      wasIndented = isIndented;
      begun.push(content);
    }
  }
  close();
  if (start !== undefined || end !== undefined) setAside(paragraphs, start ?? 0, end ?? paragraphs.length);
  if (paragraphs.length === 0) {
    return { value: undefined, problems: [{ code: 'file-empty', severity: 'fault', args: {}, file }] };
  }
  return { value: { kind: 'text', paragraphs }, problems: [] };
}

function setAside(paragraphs: ImportedParagraph[], start: number, end: number): void {
  for (const [at, paragraph] of paragraphs.entries()) {
    if (at < start || at >= end) paragraphs[at] = { ...paragraph, left: true };
  }
}

/** No space where a script has none between words; none behind a hyphen; a soft one is taken back. */
function joinLines(lines: readonly string[]): string {
  let joined = lines[0] ?? '';
  for (const line of lines.slice(1)) {
    const last = joined.at(-1) ?? '';
    if (last === '\u00AD') joined = joined.slice(0, -1) + line;
    else if (/\p{L}[-‐]$/u.test(joined) && /^\p{Ll}/u.test(line)) joined += line;
    else if (isUnspaced(last) && isUnspaced(line)) joined += line;
    else joined += ` ${line}`;
  }
  return oneLine(joined);
}

const isUnspaced = (text: string): boolean =>
  /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u3000-\u303F\uFF00-\uFF60“”‘’]/u.test(text);
