import { promisifyRequest } from 'idb-keyval';
import type { Concept, Term } from '../core/work/glossary-concept.ts';
import { Database, type DatabaseOptions } from './database.ts';
import { Tabs } from './tabs.ts';

/** The database of readers' glossaries, a key for each entry, so that two tabs never write over each other. */
export const GLOSSARIES_DATABASE = 'lesart-glossaries';

/** An entry of a reader's glossary. */
export interface OwnEntry extends Concept {
  readonly id: string;
  /** Slug of the work that it was made for. */
  readonly work: string;
  /** It counts in other works too, where the languages are the same. */
  readonly everywhere: boolean;
  /** ISO 8601 */
  readonly time: string;
  /** Name of the file that it came from. */
  readonly file?: string;
}

/** Entries that are read at a time. */
const PAGE = 2000;

const keyOf = ({ work, id }: Pick<OwnEntry, 'work' | 'id'>): string => `${work}/${id}`;

function isTerm(value: unknown): value is Term {
  const { lang, text } = (value ?? {}) as Partial<Record<keyof Term, unknown>>;
  return typeof lang === 'string' && typeof text === 'string';
}

export function isEntry(value: unknown): value is OwnEntry {
  const { id, work, sense, terms, everywhere, time } = (value ?? {}) as Partial<
    Record<keyof OwnEntry, unknown>
  >;
  return (
    [id, work, sense, time].every((each) => typeof each === 'string') &&
    typeof everywhere === 'boolean' &&
    Array.isArray(terms) &&
    terms.every(isTerm)
  );
}

/**
 * The glossaries on this device. An entry is never changed: what an edit makes takes its place, so that of two edits
 * in two tabs both stay. What a method cannot do it rejects with an error that `troubleOf` words; nothing is half done.
 */
export class Glossaries {
  readonly #database: Database;
  readonly #tabs: Tabs;

  /** @param onChanged another tab has changed something */
  constructor(
    { name = GLOSSARIES_DATABASE, ...options }: DatabaseOptions = {},
    onChanged: () => void = () => undefined,
  ) {
    this.#database = new Database({ name, ...options });
    this.#tabs = new Tabs(name, 'all', onChanged);
  }

  /** All entries of all works, in the order in which they were made. What is none, by whatever wrote it, is left out. */
  async read(): Promise<readonly OwnEntry[]> {
    const found = await this.#database.use('readonly', async (store) => {
      const all: unknown[] = [];
      let range: IDBKeyRange | undefined;
      for (;;) {
        const keys = await promisifyRequest(store.getAllKeys(range, PAGE));
        const last = keys.at(-1);
        if (last === undefined) return all;
        for (const value of await promisifyRequest<unknown[]>(store.getAll(range, PAGE))) all.push(value);
        range = IDBKeyRange.lowerBound(last, true);
      }
    });
    return found
      .filter(isEntry)
      .sort((a, b) => (a.time < b.time || (a.time === b.time && a.id < b.id) ? -1 : 1));
  }

  /** Adds entries and takes others away, all or nothing. Resolves when it is on disk. */
  async change(
    added: readonly OwnEntry[],
    removed: readonly Pick<OwnEntry, 'work' | 'id'>[] = [],
  ): Promise<void> {
    await this.#database.use('readwrite', async (store) => {
      for (const entry of removed) store.delete(keyOf(entry));
      try {
        for (const entry of added) store.put(entry, keyOf(entry));
      } catch (error) {
        // Without this, what stands before the entry that cannot be stored would be committed.
        store.transaction.abort();
        throw error;
      }
      await promisifyRequest(store.transaction);
    });
    this.#tabs.send({ kind: 'anew' });
  }

  /** Lets go of the database and of the other tabs. */
  close(): void {
    this.#database.close();
    this.#tabs.close();
  }
}
