import { promisifyRequest, type UseStore } from 'idb-keyval';
import { canonical } from '../core/contribution/canonical.ts';
import type { Contribution } from '../core/contribution/record.ts';

/**
 * A record under its key: `<work>/<id>`, and `<work>/<id>/<canonical line>` when another record has the id.
 * The value is a record of any version, read again by whoever takes it.
 */
export type Entry = readonly [key: string, value: unknown];

/** What storing did. */
export interface Stored {
  /** Where each given record stands now, in the given order. */
  readonly keys: readonly string[];
  /** Those of `keys` that were not there before. */
  readonly added: ReadonlySet<string>;
  /** Records that stand in the way of a given one: the same id, another content. */
  readonly conflicts: readonly Entry[];
  /** Whether the store held nothing before. */
  readonly first: boolean;
}

/** What reading found. */
export interface Found {
  readonly entries: readonly Entry[];
  /** Keys that were known and are not there any more. */
  readonly missing: readonly string[];
}

/** Records that are read at a time: one answer with all of them may be more than a browser passes on. */
const PAGE = 500;

export const entryOf = (record: Contribution): Entry => [`${record.work}/${record.id}`, record];

/** The keys of one work: `/` is followed by `0`. */
const rangeOf = (work: string | undefined): IDBKeyRange =>
  work === undefined ? IDBKeyRange.lowerBound('') : IDBKeyRange.bound(`${work}/`, `${work}0`, false, true);

/** Stores records in one transaction. What is there is never overwritten, so that doing it twice does no harm. */
export function storeEntries(use: UseStore, entries: readonly Entry[]): Promise<Stored> {
  return use('readwrite', async (store) => {
    const keys = entries.map(([key]) => key);
    const added = new Set<string>();
    const conflicts: Entry[] = [];
    const first = store.getKey(rangeOf(undefined));
    const add = ([key, value]: Entry, index: number) => {
      const request = store.add(value, key);
      request.onsuccess = () => added.add(key);
      request.onerror = (event) => {
        if (request.error?.name !== 'ConstraintError') return;
        event.preventDefault();
        event.stopPropagation();
        const known = store.get(key);
        known.onsuccess = () => {
          const line = canonical(value as Contribution);
          if (canonical(known.result as Contribution) === line) return;
          const other = `${key}/${line}`;
          keys[index] = other;
          conflicts.push([key, known.result]);
          // The same key holds the same record.
          store.put(value, other).onsuccess = () => added.add(other);
        };
      };
    };
    try {
      entries.forEach(add);
    } catch (error) {
      // Without this, the records before the one that cannot be stored would be committed.
      store.transaction.abort();
      throw error;
    }
    await promisifyRequest(store.transaction);
    return { keys, added, conflicts, first: first.result === undefined };
  });
}

/** Reads what is not known yet, of one work or (undefined) of all. */
export function readEntries(
  use: UseStore,
  work: string | undefined,
  known: ReadonlySet<string> = new Set(),
): Promise<Found> {
  return use('readonly', async (store) => {
    const entries: Entry[] = [];
    const seen = new Set<string>();
    let range = rangeOf(work);
    for (;;) {
      const keys = (await promisifyRequest(store.getAllKeys(range, PAGE))) as string[];
      const last = keys.at(-1);
      if (last === undefined) break;
      if (keys.some((key) => !known.has(key))) {
        const values = await promisifyRequest<unknown[]>(store.getAll(range, PAGE));
        keys.forEach((key, index) => {
          if (!known.has(key)) entries.push([key, values[index]]);
        });
      }
      for (const key of keys) seen.add(key);
      if (keys.length < PAGE) break;
      range =
        work === undefined
          ? IDBKeyRange.lowerBound(last, true)
          : IDBKeyRange.bound(last, `${work}0`, true, true);
    }
    return { entries, missing: [...known].filter((key) => !seen.has(key)) };
  });
}
