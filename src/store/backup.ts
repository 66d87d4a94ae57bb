import { BACKUP_VERSION, readBackup, writeBackup } from '../core/contribution/backup.ts';
import { canonical } from '../core/contribution/canonical.ts';
import type { Contribution } from '../core/contribution/record.ts';
import type { Problem } from '../core/problem.ts';
import type { ContributionLog } from './contribution-log.ts';
import { DATABASE, Database, type DatabaseOptions } from './database.ts';
import { askForPersistence } from './persistence.ts';
import { entryOf, readEntries, storeEntries } from './record-store.ts';
import { Tabs } from './tabs.ts';
import { type Trouble, troubleOf } from './trouble.ts';

export interface Backup {
  /** JSON Lines below a header. */
  readonly text: string;
  /** The store could not be read: the backup has the open work's contributions only. */
  readonly trouble: Trouble | undefined;
}

/** All contributions on this device, to all works, and what the open log holds in memory. */
export async function backup(
  log: ContributionLog | undefined,
  now: Date,
  options: DatabaseOptions = {},
): Promise<Backup> {
  const database = new Database(options);
  const time = now.toISOString();
  const held = log?.records ?? [];
  try {
    const { entries } = await readEntries(database.use, undefined);
    // Also what this version cannot read: whoever restores the file may.
    const stored = entries.map(([, value]) => value as Contribution);
    return { text: writeBackup([...stored, ...held], time), trouble: undefined };
  } catch (error) {
    return { text: writeBackup(held, time), trouble: troubleOf(error) };
  } finally {
    database.close();
  }
}

export interface Restored {
  /** Records in the file that could be read. */
  readonly read: number;
  /** Those that were not on this device. */
  readonly added: number;
  /** Ids under which there are different records now. */
  readonly conflicts: readonly string[];
  /** Lines that could not be read, by number. */
  readonly problems: readonly Problem[];
  /** What is wrong with the file as a whole, or with the store. */
  readonly troubles: readonly Trouble[];
}

/**
 * Adds a backup's (or any log's) records to those of this device, in one transaction; nothing is replaced. When
 * the store does not take them, the open log keeps those of its work in memory and the others are not restored.
 * @param file its name, for the problems
 */
export async function restore(
  text: string,
  file: string,
  log: ContributionLog | undefined,
  options: DatabaseOptions = {},
): Promise<Restored> {
  const { value: records, problems, header, lines } = readBackup(text, file);
  const troubles: Trouble[] = [];
  if (header && header.version > BACKUP_VERSION) {
    troubles.push({ code: 'backup-newer', args: { version: header.version } });
  }
  if (header && header.records > lines) {
    troubles.push({ code: 'backup-cut', args: { expected: header.records, found: lines } });
  }
  const report = { read: records.length, problems, troubles };
  const own = records.filter(({ work }) => work === log?.slug);
  const database = new Database(options);
  try {
    // A refused request costs ten times one that is not made: what is there is left out beforehand.
    const there = new Map((await readEntries(database.use, undefined)).entries);
    const missing = records.map(entryOf).filter(([key, value]) => {
      const known = there.get(key);
      return known === undefined || canonical(known as Contribution) !== canonical(value as Contribution);
    });
    const { added, conflicts, first } = await storeEntries(database.use, missing);
    if (first && records.length > 0) void askForPersistence();
    await log?.refresh();
    // A log that is in memory does not read the store.
    await log?.append(own);
    tellTabs(options.name ?? DATABASE, new Set(records.map(({ work }) => work)));
    const ids = conflicts.map(([, value]) => (value as Contribution).id);
    return { ...report, added: added.size, conflicts: ids };
  } catch (error) {
    troubles.push(troubleOf(error));
    const kept = await log?.append(own);
    return { ...report, added: kept?.added.length ?? 0, conflicts: kept?.conflicts ?? [] };
  } finally {
    database.close();
  }
}

function tellTabs(database: string, works: ReadonlySet<string>): void {
  for (const work of works) {
    const tabs = new Tabs(database, work);
    tabs.send({ kind: 'anew' });
    tabs.close();
  }
}
