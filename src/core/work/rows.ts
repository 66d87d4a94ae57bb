import { rowOf } from './members.ts';
import type { Paragraph, Role, Work } from './model.ts';

/** The paragraphs of all variants that belong together. */
export interface Row {
  readonly id: string;
  /** As the first variant that has the paragraph says. */
  readonly role: Role;
  /** 1-based place in the work. */
  readonly number: number;
  /** By variant id, in the order of its text; a variant without a paragraph here is not there. */
  readonly cells: ReadonlyMap<string, readonly Paragraph[]>;
}

interface Link {
  readonly id: string;
  readonly role: Role;
  readonly cells: Map<string, Paragraph[]>;
  next: Link | undefined;
}

/**
 * Rows by paragraph id, further paragraphs of a row (`rowOf`) with its first. The first variant of `order` (the
 * subject) gives the sequence; rows that only others have follow the row they follow there. One pass over each variant.
 */
export function buildRows(
  order: readonly string[],
  texts: ReadonlyMap<string, readonly Paragraph[]>,
): readonly Row[] {
  const links = new Map<string, Link>();
  let first: Link | undefined;
  for (const variant of order) {
    let previous: Link | undefined;
    for (const paragraph of texts.get(variant) ?? []) {
      const id = paragraph.id.includes('._') ? rowOf(paragraph.id) : paragraph.id;
      let link = links.get(id);
      if (link === undefined) {
        const { role } = paragraph;
        link = { id, role, cells: new Map(), next: previous === undefined ? first : previous.next };
        if (previous === undefined) first = link;
        else previous.next = link;
        links.set(id, link);
      }
      const cell = link.cells.get(variant);
      if (cell === undefined) link.cells.set(variant, [paragraph]);
      else cell.push(paragraph);
      previous = link;
    }
  }
  const rows: Row[] = [];
  for (let link = first; link !== undefined; link = link.next) {
    rows.push({ id: link.id, role: link.role, number: rows.length + 1, cells: link.cells });
  }
  return rows;
}

const known = new WeakMap<ReadonlyMap<string, readonly Paragraph[]>, Map<string, readonly Row[]>>();

/**
 * The rows of a work: its subject gives the sequence, then its reference, then the others as `work.json` has them.
 * Remembered for as long as the texts live, since whoever writes files asks for each variant.
 */
export function rowsOf(
  { subject, reference, variants }: Pick<Work, 'subject' | 'reference' | 'variants'>,
  texts: ReadonlyMap<string, readonly Paragraph[]>,
): readonly Row[] {
  const order = [...new Set([subject, reference, ...variants.map(({ id }) => id)])];
  const orders = known.get(texts) ?? new Map<string, readonly Row[]>();
  known.set(texts, orders);
  const rows = orders.get(order.join('/')) ?? buildRows(order, texts);
  orders.set(order.join('/'), rows);
  return rows;
}

/** The paragraphs of one text by the id of their row, in the order of their first ones. */
export function paragraphsByRow<P extends Pick<Paragraph, 'id'>>(
  paragraphs: readonly P[],
): ReadonlyMap<string, readonly P[]> {
  const rows = new Map<string, P[]>();
  for (const paragraph of paragraphs) {
    const id = rowOf(paragraph.id);
    const row = rows.get(id);
    if (row === undefined) rows.set(id, [paragraph]);
    else row.push(paragraph);
  }
  return rows;
}
