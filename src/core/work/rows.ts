import type { Paragraph, Role } from './model.ts';

/** The paragraphs of all variants that belong together. */
export interface Row {
  readonly id: string;
  /** As the first variant that has the paragraph says. */
  readonly role: Role;
  /** 1-based place in the work. */
  readonly number: number;
  /** By variant id; a variant without the paragraph is not there. */
  readonly cells: ReadonlyMap<string, readonly Paragraph[]>;
}

interface Link {
  readonly id: string;
  readonly role: Role;
  readonly cells: Map<string, Paragraph[]>;
  next: Link | undefined;
}

/**
 * Rows by paragraph id. The first variant of `order` (the subject) gives the sequence; ids that only others
 * have follow the paragraph they follow there. One pass over each variant.
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
      let link = links.get(paragraph.id);
      if (link === undefined) {
        const { id, role } = paragraph;
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
