import { matchSequences } from '../compare/sequence.ts';
import { utf8Bytes } from './utf8.ts';

/** Lines of context on both sides of a change, as git shows them. */
const CONTEXT = 3;

/** A line with its end ("\n", "\r\n"; the last one may have none). */
const linesOf = (text: string): readonly string[] => text.match(/[^\n]*\n|[^\n]+$/gu) ?? [];

interface Step {
  readonly sign: ' ' | '-' | '+';
  readonly line: string;
}

function stepsBetween(oldText: string, newText: string): readonly Step[] {
  const [a, b] = [linesOf(oldText), linesOf(newText)];
  const ids = new Map<string, number>();
  const idsOf = (lines: readonly string[]): Int32Array =>
    Int32Array.from(lines, (line) => {
      const id = ids.get(line) ?? ids.size;
      ids.set(line, id);
      return id;
    });
  const { runs } = matchSequences(idsOf(a), idsOf(b));
  const steps: Step[] = [];
  let [i, j] = [0, 0];
  const changed = (iTo: number, jTo: number): void => {
    while (i < iTo) steps.push({ sign: '-', line: a[i++]! });
    while (j < jTo) steps.push({ sign: '+', line: b[j++]! });
  };
  for (let run = 0; run < runs.length; run += 3) {
    changed(runs[run]!, runs[run + 1]!);
    for (let k = 0; k < runs[run + 2]!; k += 1, i += 1, j += 1) steps.push({ sign: ' ', line: a[i]! });
  }
  changed(a.length, b.length);
  return steps;
}

/**
 * The unified diff of a file, as `git diff` prints and `git apply` reads it; empty when nothing changed.
 * Line ends are kept as they are.
 * @param path the file's, with slashes, from the repository's root
 * @param isNew there was no such file; one that was empty is none that is new
 */
export function linePatch(path: string, oldText: string, newText: string, isNew = oldText === ''): string {
  if (oldText === newText) return '';
  // Of a long file one line is changed at a time: what is alike before and behind it need not be looked at.
  const start = contextBefore(oldText, sameStart(oldText, newText));
  const end = contextBehind(oldText, sameEnd(oldText, newText, start));
  const steps = stepsBetween(
    oldText.slice(start, oldText.length - end),
    newText.slice(start, newText.length - end),
  );
  return patchHead(path, isNew) + hunksOf(steps, lineAt(oldText, start));
}

/** Characters that are compared at once. */
const STRIDE = 4096;

/** How many characters two texts have alike at the beginning, to within a stride. */
function sameStart(a: string, b: string): number {
  let at = 0;
  while (at + STRIDE <= a.length && a.slice(at, at + STRIDE) === b.slice(at, at + STRIDE)) at += STRIDE;
  return Math.min(at, a.length, b.length);
}

/** How many they have alike at the end, to within a stride, and without the characters before `start`. */
function sameEnd(a: string, b: string, start: number): number {
  const most = Math.min(a.length, b.length) - start;
  let size = 0;
  const same = (length: number): boolean =>
    a.slice(a.length - length, a.length - size) === b.slice(b.length - length, b.length - size);
  while (size + STRIDE <= most && same(size + STRIDE)) size += STRIDE;
  return size;
}

/** The place from which on some whole lines stand before a place. */
function contextBefore(text: string, place: number): number {
  let at = place;
  for (let line = 0; line <= CONTEXT && at > 0; line += 1)
    at = at < 2 ? 0 : text.lastIndexOf('\n', at - 2) + 1;
  return at;
}

/** How many characters stand behind some whole lines that follow a place; it and they are counted from the end. */
function contextBehind(text: string, place: number): number {
  let at = text.length - place;
  for (let line = 0; line <= CONTEXT && at < text.length; line += 1) {
    const end = text.indexOf('\n', at);
    at = end < 0 ? text.length : end + 1;
  }
  return text.length - at;
}

/** The 1-based line that begins at a place. */
function lineAt(text: string, place: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < place; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}

/** The lines that name the file. */
function patchHead(path: string, isNew: boolean): string {
  const name = (side: string): string => quoted(`${side}/${path}`);
  return [
    `diff --git ${name('a')} ${name('b')}`,
    ...(isNew ? ['new file mode 100644'] : []),
    `--- ${isNew ? '/dev/null' : name('a')}`,
    `+++ ${name('b')}`,
    '',
  ].join('\n');
}

/** What a patch has to know of a file that it only adds to. */
export interface FileEnd {
  /** How many lines it has. */
  readonly lines: number;
  /** Its last lines, as many as are shown around a change. */
  readonly last: readonly string[];
}

export function endOf(text: string): FileEnd {
  const lines = linesOf(text);
  return { lines: lines.length, last: lines.slice(-CONTEXT) };
}

/**
 * The unified diff that adds lines to the end of a file, in time that does not depend on the file's length, and the
 * file's end after it. A last line without an end gets one.
 */
export function appendPatch(
  path: string,
  { lines, last }: FileEnd,
  added: readonly string[],
): { readonly diff: string; readonly end: FileEnd } {
  const isOpen = last.length > 0 && !last.at(-1)!.endsWith('\n');
  const kept = isOpen ? last.slice(0, -1) : last;
  const closed = isOpen ? [`${last.at(-1)!}\n`] : [];
  const put = [...closed, ...added.map((line) => `${line}\n`)];
  const first = lines - last.length + 1;
  const size = kept.length + put.length;
  const range = (from: number, count: number): string =>
    `${String(count === 0 ? from - 1 : from)},${String(count)}`;
  const body = [
    `@@ -${range(first, last.length)} +${range(first, size)} @@\n`,
    ...kept.map((line) => ` ${line}`),
    ...(isOpen ? [`-${last.at(-1)!}\n\\ No newline at end of file\n`] : []),
    ...put.map((line) => `+${line}`),
  ];
  const end = { lines: lines - closed.length + put.length, last: [...kept, ...put].slice(-CONTEXT) };
  return { diff: patchHead(path, lines === 0) + body.join(''), end };
}

/** @param first the line of the files that the steps begin with */
function hunksOf(steps: readonly Step[], first: number): string {
  const near = new Uint8Array(steps.length);
  steps.forEach(({ sign }, at) => {
    if (sign !== ' ') near.fill(1, Math.max(0, at - CONTEXT), Math.min(steps.length, at + CONTEXT + 1));
  });
  let out = '';
  let [oldLine, newLine] = [first, first];
  for (let at = 0; at < steps.length;) {
    if (!near[at]) {
      oldLine += 1;
      newLine += 1;
      at += 1;
      continue;
    }
    let end = at;
    while (end < steps.length && near[end]) end += 1;
    const hunk = steps.slice(at, end);
    const count = (sign: Step['sign']): number => hunk.filter((step) => step.sign !== sign).length;
    const [oldCount, newCount] = [count('+'), count('-')];
    // A side without lines is named by the line before it.
    const start = (line: number, lines: number): string =>
      `${String(lines === 0 ? line - 1 : line)},${String(lines)}`;
    out += `@@ -${start(oldLine, oldCount)} +${start(newLine, newCount)} @@\n`;
    for (const { sign, line } of hunk)
      out += line.endsWith('\n') ? sign + line : `${sign}${line}\n\\ No newline at end of file\n`;
    oldLine += oldCount;
    newLine += newCount;
    at = end;
  }
  return out;
}

/** A path as git quotes it: C escapes for what is not plain ASCII. */
function quoted(path: string): string {
  if (/^[\w./ -]*$/u.test(path)) return path;
  const bytes = utf8Bytes(path);
  const escaped = Array.from(bytes, (byte) => {
    const character = String.fromCharCode(byte);
    if (character === '"' || character === '\\') return `\\${character}`;
    return byte < 0x20 || byte > 0x7e ? `\\${byte.toString(8).padStart(3, '0')}` : character;
  });
  return `"${escaped.join('')}"`;
}
