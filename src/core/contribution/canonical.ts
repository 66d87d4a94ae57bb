import type { Contribution } from './record.ts';

/** Keys that a reader looks for first; the others follow by name. */
const FIRST = ['id', 'type', 'author', 'time', 'work', 'variant', 'paragraph', 'of'];

const rank = (key: string): number => (FIRST.indexOf(key) + FIRST.length + 1) % (FIRST.length + 1);
const byRank = (a: string, b: string): number => rank(a) - rank(b) || (a < b ? -1 : a > b ? 1 : 0);

/** One line of JSON, the same for records that say the same. */
export function canonical(record: Contribution): string {
  return JSON.stringify(record, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => byRank(a, b)))
      : value,
  );
}

export const byId = (a: { readonly id: string }, b: { readonly id: string }): number =>
  a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
