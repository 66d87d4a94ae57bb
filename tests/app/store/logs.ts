import { onTestFinished } from 'vitest';
import type { Contribution } from '../../../src/core/contribution/record.ts';
import { ContributionLog, type LogOptions } from '../../../src/store/contribution-log.ts';
import { Database } from '../../../src/store/database.ts';
import { type Entry, entryOf, storeEntries } from '../../../src/store/record-store.ts';

/** The name of a database of the test's own, which is deleted when the test ends. */
export function ownDatabase(): string {
  const name = `test-${crypto.randomUUID()}`;
  onTestFinished(() => {
    indexedDB.deleteDatabase(name);
  });
  return name;
}

/** A log that is closed when the test ends. Nobody is asked for persistence unless `given` says so. */
export async function opened(
  name: string,
  given: LogOptions & { readonly slug?: string } = {},
): Promise<ContributionLog> {
  const { slug = 'w', ...options } = given;
  const log = await ContributionLog.open(slug, { name, persist: () => Promise.resolve(), ...options });
  onTestFinished(() => {
    log.close();
  });
  return log;
}

/** Stores entries behind the logs' backs: no tab is told. */
export async function storeSilently(name: string, entries: readonly Entry[]): Promise<void> {
  const database = new Database({ name });
  await storeEntries(database.use, entries);
  database.close();
}

export const storeRecords = (name: string, records: readonly Contribution[]): Promise<void> =>
  storeSilently(name, records.map(entryOf));

/** Opens a database as another program would, and holds it until the test ends. */
export async function openRaw(name: string, version: number): Promise<IDBDatabase> {
  const request = indexedDB.open(name, version);
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(request.error ?? new Error('not opened'));
    };
  });
  onTestFinished(() => {
    database.close();
  });
  return database;
}

/** The next event of a type. */
export const next = <T extends Event = Event>(target: EventTarget, type: string): Promise<T> =>
  new Promise((resolve) => {
    target.addEventListener(
      type,
      (event) => {
        resolve(event as T);
      },
      { once: true },
    );
  });

/** Waits until a log's own account is true; it is asked again at each of its events. */
export async function until(log: ContributionLog, isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await Promise.race([next(log, 'changed'), next(log, 'trouble')]);
}

export const idsOf = (log: ContributionLog): readonly string[] => log.records.map(({ id }) => id).sort();
