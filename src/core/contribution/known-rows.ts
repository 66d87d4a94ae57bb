import type { Paragraph } from '../work/model.ts';
import { buildRows } from '../work/rows.ts';
import type { Alignment, NewRow } from './record.ts';

type Texts = ReadonlyMap<string, readonly Paragraph[]>;

const byTexts = new WeakMap<Texts, { readonly order: string; readonly ids: readonly string[] }>();

/** The rows that the files' paragraphs name; made once for the same texts. */
function rowsOfFiles(order: readonly string[], texts: Texts): readonly string[] {
  const key = order.join('/');
  const made = byTexts.get(texts);
  if (made?.order === key) return made.ids;
  const ids = buildRows(order, texts).map(({ id }) => id);
  byTexts.set(texts, { order: key, ids });
  return ids;
}

/** The rows of the files' paragraphs, with new ones behind the row that each follows: of two the later record's first. */
export function knownRows(
  order: readonly string[],
  texts: Texts,
  records: readonly Alignment[],
): readonly string[] {
  const ids = rowsOfFiles(order, texts);
  const named = new Map<string, NewRow>();
  const own = new Set(ids);
  for (const { rows = [] } of records)
    for (const row of rows) if (!own.has(row.id) && !named.has(row.id)) named.set(row.id, row);
  if (named.size === 0) return ids;

  // The last that names a row comes right behind it, before those that did earlier.
  const followers = new Map<string | undefined, string[]>();
  for (const { id, after } of named.values()) {
    const list = followers.get(after);
    if (list) list.unshift(id);
    else followers.set(after, [id]);
  }
  const sorted: string[] = [];
  const put = new Set<string>();
  const follow = (start: string | undefined): void => {
    const stack = [...(followers.get(start) ?? [])].reverse();
    for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
      if (put.has(id)) continue;
      put.add(id);
      sorted.push(id);
      stack.push(...[...(followers.get(id) ?? [])].reverse());
    }
  };
  follow(undefined);
  for (const id of ids) {
    sorted.push(id);
    follow(id);
  }
  // Behind all others: those after a row that is nowhere, and rings.
  for (const id of named.keys())
    if (!put.has(id)) {
      put.add(id);
      sorted.push(id);
      follow(id);
    }
  return sorted;
}
