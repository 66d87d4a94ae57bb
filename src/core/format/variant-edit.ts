import type { Paragraph } from '../work/model.ts';
import { readPlacedVariant } from '../work/variant-file.ts';

/** Whether a variant's file can hold a text: one line that is not blank and does not begin like a header. */
export function fitsVariant(text: string): boolean {
  return text.trim() !== '' && !/[\r\n]/u.test(text) && !text.startsWith('<!--');
}

/**
 * A variant's file with other texts for some of its paragraphs; all else, line ends and oddities among it, stays
 * as it is. A paragraph that the file lacks is put behind the one it follows in `order`.
 * @param texts by paragraph id
 * @param order the paragraphs of the work, for those that are new here
 * @throws RangeError for a text that `fitsVariant` refuses, and for a paragraph that is in neither
 */
export function editVariant(
  source: string,
  texts: ReadonlyMap<string, string>,
  order: readonly Paragraph[] = [],
): string {
  const lines = source.match(/[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+$/gu) ?? [];
  const placed = readPlacedVariant(source, '').value;
  const lineOf = new Map(placed.map(({ id, line }) => [id, line]));
  const end = /\r\n|\n|\r/u.exec(source)?.[0] ?? '\n';
  const added: { readonly after: string | undefined; readonly block: Paragraph }[] = [];
  for (const [id, text] of texts) {
    if (!fitsVariant(text)) throw new RangeError(`the file cannot hold the text of ${id}`);
    const line = lineOf.get(id);
    if (line !== undefined) {
      setText(lines, line, text, end);
      continue;
    }
    const at = order.findIndex((paragraph) => paragraph.id === id);
    if (at < 0) throw new RangeError(`no paragraph ${id}`);
    added.push({ after: order[at - 1]?.id, block: { ...order[at]!, text } });
  }
  let edited = lines.join('');
  const places = new Map(order.map(({ id }, index) => [id, index]));
  // In the order of the work, so that one of them may follow another.
  for (const { after, block } of added.sort((a, b) => places.get(a.block.id)! - places.get(b.block.id)!))
    edited = inserted(edited, after, block, end);
  return edited;
}

/** @param header 1-based line of the paragraph's header */
function setText(lines: string[], header: number, text: string, end: string): void {
  const isText = (line: string | undefined): line is string =>
    line !== undefined && !line.startsWith('<!--') && line.trim() !== '';
  let at = header;
  // A blank line or several may stand before the text.
  while (lines[at] !== undefined && lines[at]!.trim() === '' && isText(lines[at + 1])) at += 1;
  if (!isText(lines[at])) {
    // Nothing stood there yet. The header may be the last line of the file.
    lines[header - 1] = `${lines[header - 1]!.replace(/[\r\n]+$/u, '')}${end}${text}${end}`;
    return;
  }
  const lineEnd = /[\r\n]*$/u.exec(lines[at]!)![0];
  lines[at] = text + lineEnd;
  for (at += 1; isText(lines[at]); at += 1) lines[at] = '';
}

function inserted(source: string, after: string | undefined, block: Paragraph, end: string): string {
  const markup = `<!-- ${block.id} ${block.role} -->${end}${block.text}${end}`;
  const placed = readPlacedVariant(source, '').value;
  const at = placed.findIndex(({ id }) => id === after);
  const next = after === undefined ? placed[0] : at < 0 ? undefined : placed[at + 1];
  if (next !== undefined) {
    const lines = source.match(/[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+$/gu) ?? [];
    const before = lines.slice(0, next.line - 1).join('');
    return `${before}${markup}${end}${lines.slice(next.line - 1).join('')}`;
  }
  const isEnded = source === '' || /[\r\n]$/u.test(source);
  return `${source}${isEnded ? '' : end}${source === '' ? '' : end}${markup}`;
}
