import { ContributionSet } from '../core/contribution/contribution-set.ts';
import { writeLog } from '../core/contribution/log.ts';
import type { Contribution } from '../core/contribution/record.ts';
import { readContribution } from '../core/contribution/record-schema.ts';
import { DATABASE, Database, type DatabaseOptions } from './database.ts';
import { RecordsChanged, TroubleChanged } from './log-events.ts';
import { askForPersistence } from './persistence.ts';
import { type Entry, entryOf, readEntries, storeEntries } from './record-store.ts';
import { type TabMessage, Tabs } from './tabs.ts';
import { type Trouble, troubleOf } from './trouble.ts';

export interface LogOptions extends DatabaseOptions {
  /** Milliseconds after which a store that does not answer counts as blocked. */
  readonly patience?: number;
  /** Asks the browser to keep the data; done at the first contribution of all. */
  readonly persist?: () => Promise<unknown>;
}

/** What appending did. */
export interface Appended {
  /** Whether the records are on disk; otherwise `trouble` says why, and this tab holds them. */
  readonly stored: boolean;
  readonly added: readonly Contribution[];
  /** Ids under which there are different records now. */
  readonly conflicts: readonly string[];
}

const PATIENCE = 5000;
/** More records than this at once, and other tabs read them for themselves. */
const MAX_SENT = 1000;

/**
 * The contributions to one work on this device: a set of records that only grows, shared by all tabs.
 *
 * `ready`: what is appended is stored, an action in one transaction. `memory`: storing failed, `trouble` says
 * why; the log goes on in this tab until `retry` succeeds, and `exportAll` saves it to a file.
 *
 * Fires `changed` (`RecordsChanged`) and `trouble` (`TroubleChanged`).
 */
export class ContributionLog extends EventTarget {
  readonly slug: string;
  readonly #set = new ContributionSet();
  /** Records of this work that this version cannot read, by key; passed on as they are. */
  readonly #unreadable = new Map<string, unknown>();
  readonly #stored = new Set<string>();
  readonly #unsaved = new Set<Entry>();
  readonly #database: Database;
  readonly #tabs: Tabs;
  readonly #patience: number;
  readonly #persist: () => Promise<unknown>;
  #trouble: Trouble | undefined;
  #closed = false;

  /** Reads a work's log. Never rejects: a log whose store cannot be opened is in `memory`. */
  static async open(slug: string, options: LogOptions = {}): Promise<ContributionLog> {
    const log = new ContributionLog(slug, options);
    await log.#connect();
    return log;
  }

  private constructor(slug: string, options: LogOptions) {
    super();
    this.slug = slug;
    this.#patience = options.patience ?? PATIENCE;
    this.#persist = options.persist ?? askForPersistence;
    this.#database = new Database(options, () => void this.refresh());
    this.#tabs = new Tabs(options.name ?? DATABASE, slug, this.#onMessage);
    document.addEventListener('visibilitychange', this.#onVisibility);
  }

  /** All records, in no particular order; another array after each change. */
  get records(): readonly Contribution[] {
    return this.#set.records;
  }

  get state(): 'ready' | 'memory' {
    return this.#trouble ? 'memory' : 'ready';
  }

  /** What keeps the log in `memory`. */
  get trouble(): Trouble | undefined {
    return this.#trouble;
  }

  /** How many records this tab alone holds. */
  get unsaved(): number {
    return this.#unsaved.size;
  }

  /**
   * Adds the records of one action, all or none. They are in `records` at once, on disk when this resolves
   * with `stored`. Records that are there are left as they are.
   * @throws RangeError for a record of another work
   */
  async append(records: readonly Contribution[]): Promise<Appended> {
    const foreign = records.find(({ work }) => work !== this.slug);
    if (foreign) throw new RangeError(`a record of ${foreign.work} in the log of ${this.slug}`);
    const { added, conflicts } = this.#add(records, 'here');
    return { stored: added.length === 0 || (await this.#save(added)), added, conflicts };
  }

  /** Reads what other tabs stored, unless the log is in `memory`. */
  async refresh(): Promise<void> {
    if (this.state === 'ready' && !this.#closed) await this.#reconcile();
  }

  /** Tries to store what this tab alone holds and to be `ready` again. */
  async retry(): Promise<boolean> {
    if (this.state === 'memory') {
      this.#database.close();
      await this.#connect();
    }
    return this.state === 'ready';
  }

  /** All records of this work as JSON Lines, also those that this version cannot read. */
  exportAll(): string {
    return writeLog([...this.records, ...(this.#unreadable.values() as Iterable<Contribution>)]);
  }

  close(): void {
    this.#closed = true;
    document.removeEventListener('visibilitychange', this.#onVisibility);
    this.#tabs.close();
    this.#database.close();
  }

  /** Reconciles; does not wait for a store that does not answer, which the log takes up when it does. */
  async #connect(): Promise<void> {
    const troubled = new Promise((resolve) => {
      this.addEventListener('trouble', resolve, { once: true });
    });
    await Promise.race([this.#reconcile(), troubled]);
  }

  /** Reads what is new in the store, stores what is new here, and so finds the state. */
  async #reconcile(): Promise<void> {
    const waiting = setTimeout(() => {
      this.#settle({ code: 'blocked', args: {} });
    }, this.#patience);
    try {
      // Nothing is stored while this reads: transactions of one store take turns, also between tabs.
      const found = await readEntries(this.#database.use, this.slug, this.#stored);
      if (this.#closed) return;
      this.#take(found.entries, true);
      if (found.missing.length > 0) {
        // Somebody may have meant it: nothing is written back unasked.
        this.#forget(found.missing);
        this.#settle({ code: 'deleted', args: { missing: found.missing.length } });
        return;
      }
      while (this.#unsaved.size > 0) await this.#store([...this.#unsaved]);
      this.#settle(undefined);
    } catch (error) {
      this.#settle(troubleOf(error));
    } finally {
      clearTimeout(waiting);
    }
  }

  #settle(trouble: Trouble | undefined): void {
    if (this.#closed || (trouble === undefined && this.#trouble === undefined)) return;
    this.#trouble = trouble;
    this.dispatchEvent(new TroubleChanged(trouble));
  }

  /** Stores new records where that is possible; in any case the other tabs learn of them. */
  async #save(records: readonly Contribution[]): Promise<boolean> {
    const entries = records.map(entryOf);
    for (const entry of entries) this.#unsaved.add(entry);
    if (this.state === 'ready') {
      try {
        await this.#store(entries);
        return true;
      } catch (error) {
        this.#settle(troubleOf(error));
      }
    }
    this.#tabs.send({ kind: 'records', entries, stored: false });
    return false;
  }

  async #store(entries: readonly Entry[]): Promise<void> {
    const { keys, conflicts, first } = await storeEntries(this.#database.use, entries);
    for (const entry of entries) this.#unsaved.delete(entry);
    for (const key of keys) this.#stored.add(key);
    const sent = entries.map(([, value], index): Entry => [keys[index]!, value]);
    this.#tabs.send(
      sent.length > MAX_SENT ? { kind: 'anew' } : { kind: 'records', entries: sent, stored: true },
    );
    this.#take(conflicts, true);
    if (first) void this.#persist();
  }

  /** Takes what the store or another tab has. */
  #take(entries: readonly Entry[], stored: boolean): void {
    const records: Contribution[] = [];
    for (const [key, value] of entries) {
      if (!key.startsWith(`${this.slug}/`)) continue;
      if (stored) this.#stored.add(key);
      const record = readContribution(value).value;
      if (record?.work === this.slug) records.push(record);
      else this.#unreadable.set(key, value);
    }
    const { added } = this.#add(records, 'elsewhere');
    // The other tab could not store them; this one may be able to.
    if (!stored && added.length > 0 && this.state === 'ready') void this.#save(added);
  }

  #add(records: readonly Contribution[], origin: 'here' | 'elsewhere') {
    const { added, conflicts } = this.#set.add(records);
    if (added.length > 0) this.dispatchEvent(new RecordsChanged(added, origin));
    for (const id of conflicts) this.dispatchEvent(new TroubleChanged({ code: 'conflict', args: { id } }));
    return { added, conflicts };
  }

  /** What was stored and is gone is this tab's alone again. */
  #forget(missing: readonly string[]): void {
    for (const key of missing) this.#stored.delete(key);
    this.#unsaved.clear();
    for (const record of this.records) this.#unsaved.add(entryOf(record));
    for (const entry of this.#unreadable) this.#unsaved.add(entry);
  }

  readonly #onMessage = (message: TabMessage | undefined): void => {
    if (message?.kind === 'records') this.#take(message.entries, message.stored);
    else void this.refresh();
  };

  readonly #onVisibility = (): void => {
    if (document.visibilityState === 'visible') void this.refresh();
  };
}
