import { promisifyRequest } from 'idb-keyval';
import type { Contribution } from '../core/contribution/record.ts';
import type { Paragraph, Work } from '../core/work/model.ts';
import { Database, type DatabaseOptions } from './database.ts';
import { type Added, type Addition, removeAddition, writeAddition } from './device-works-addition.ts';
import { removeDraft, WorkDraft } from './device-works-draft.ts';
import {
  type DeviceWork,
  FORMAT,
  WORKS_DATABASE,
  below,
  deviceSlug,
  draftKey,
  isDeviceWork,
  piecesOf,
  workKey,
} from './device-works-keys.ts';
import { Tabs } from './tabs.ts';
import { StoreNotOpened } from './trouble.ts';

/** The line on which tabs tell each other that the list has changed. */
const LIST = 'list';
const RANDOM_BYTES = 5;

/**
 * The works that were imported on this device, shared by all tabs. Fires `changed` when the list did, here or
 * elsewhere. What a method cannot do it rejects with an error that `troubleOf` words.
 */
export class DeviceWorks extends EventTarget {
  readonly #name: string;
  readonly #database: Database;
  readonly #tabs: Tabs;

  constructor(options: DatabaseOptions = {}) {
    super();
    this.#name = options.name ?? WORKS_DATABASE;
    this.#database = new Database({ ...options, name: this.#name });
    this.#tabs = new Tabs(this.#name, LIST, () => this.dispatchEvent(new Event('changed')));
  }

  /** All works, also those in the trash and those of a newer version's layout; the latest import first. */
  async list(): Promise<readonly DeviceWork[]> {
    const found = await this.#database.use('readonly', (store) =>
      promisifyRequest<unknown[]>(store.getAll(below('work'))),
    );
    return found.filter(isDeviceWork).sort((a, b) => (a.imported < b.imported ? 1 : -1));
  }

  /**
   * A work that is not in the trash.
   * @throws StoreNotOpened (`newer`) for one that a newer version has written
   */
  async find(slug: string): Promise<DeviceWork | undefined> {
    const found = await this.#database.use('readonly', (store) =>
      promisifyRequest<unknown>(store.get(workKey(slug))),
    );
    if (!isDeviceWork(found) || found.trashed !== undefined) return undefined;
    if (found.format > FORMAT) throw new StoreNotOpened({ code: 'newer', args: {} });
    return found;
  }

  /** A variant's paragraphs; undefined for one that has no text here. */
  async text(slug: string, variant: string): Promise<readonly Paragraph[] | undefined> {
    let paragraphs: Paragraph[] | undefined;
    for await (const portion of this.#portions<readonly Paragraph[]>(`text/${slug}/${variant}`)) {
      paragraphs ??= [];
      for (const paragraph of portion) paragraphs.push(paragraph);
    }
    return paragraphs;
  }

  /** The contributions that came with a work, some hundreds at a time, so that a page may breathe in between. */
  records(slug: string): AsyncGenerator<readonly Contribution[]> {
    return this.#portions<readonly Contribution[]>(`log/${slug}`);
  }

  /** Gives a work another title; its address stays. False when there is no such work. */
  rename(slug: string, title: string): Promise<boolean> {
    return this.#change(slug, (entry) => ({ ...entry, work: { ...entry.work, title: { und: title } } }));
  }

  /** Declares a work's variants, subject and reference otherwise. False when there is no such work. */
  describe(slug: string, change: (work: Work) => Work): Promise<boolean> {
    return this.#change(slug, (entry) => ({ ...entry, work: { ...change(entry.work), slug } }));
  }

  /** Puts a work into the trash, from where `restore` takes it and `purge` lets it go. */
  trash(slug: string, now: Date): Promise<boolean> {
    return this.#change(slug, (entry) => ({ ...entry, trashed: now.toISOString() }));
  }

  restore(slug: string): Promise<boolean> {
    return this.#change(slug, ({ format, work, imported, rows, records }) => ({
      format,
      work,
      imported,
      rows,
      records,
    }));
  }

  /** Lets go for good of what was put into the trash before a time. */
  async purge(before: Date): Promise<void> {
    const limit = before.toISOString();
    const works = (await this.list()).filter(({ trashed }) => trashed !== undefined && trashed < limit);
    let purged = 0;
    for (const { work } of works) {
      purged += await this.#database.use('readwrite', async (store) => {
        // Another tab may have restored it meanwhile.
        const entry = await promisifyRequest<unknown>(store.get(workKey(work.slug)));
        if (!isDeviceWork(entry) || entry.trashed === undefined || entry.trashed >= limit) return 0;
        for (const range of piecesOf(work.slug)) store.delete(range);
        store.delete(workKey(work.slug));
        await promisifyRequest(store.transaction);
        return 1;
      });
    }
    if (purged > 0) this.#tell();
  }

  /**
   * Begins a work; the draft is the caller's to commit or to discard.
   * @param name what its address is to look like
   * @param slug the slug itself, when the work has one from another device
   */
  async begin(name: string, slug?: string): Promise<WorkDraft> {
    let chosen = slug ?? deviceSlug(name, crypto.getRandomValues(new Uint8Array(RANDOM_BYTES)));
    for (;;) {
      const release = await claim(this.#lockOf(chosen));
      if (release && (await this.#reserve(chosen, release))) {
        return new WorkDraft(chosen, this.#database.use, () => {
          release();
          this.#tell();
        });
      }
      if (slug !== undefined) throw new RangeError(`there is a work ${slug}`);
      chosen = deviceSlug(name, crypto.getRandomValues(new Uint8Array(RANDOM_BYTES)));
    }
  }

  /**
   * Keeps further variants from being added to a work elsewhere, until the function that it gives is called; undefined
   * while somebody else adds some.
   */
  claim(slug: string): Promise<(() => void) | undefined> {
    return claim(`${this.#name}/add/${slug}`);
  }

  /**
   * Adds variants to a work, all at once or not at all; undefined when the work is gone or has other variants.
   * @param known ids of the variants that the addition was made for
   */
  async extend(slug: string, known: readonly string[], addition: Addition): ReturnType<typeof writeAddition> {
    const done = await writeAddition(this.#database.use, slug, known, addition);
    if (done) this.#tell();
    return done;
  }

  /** Takes an addition back; false when that is not possible any more. */
  async takeBack(added: Added): Promise<boolean> {
    const isDone = await removeAddition(this.#database.use, added);
    if (isDone) this.#tell();
    return isDone;
  }

  /** Removes what imports left behind that were cut off: by a crash, or with their tab. */
  async sweep(): Promise<void> {
    // Without locks nobody knows which drafts are being written.
    if (!locks()) return;
    const keys = await this.#database.use('readonly', (store) =>
      promisifyRequest(store.getAllKeys(below('draft'))),
    );
    for (const key of keys) {
      const slug = String(key).slice(draftKey('').length);
      // Whoever is still writing it holds the claim.
      const release = await claim(this.#lockOf(slug));
      if (!release) continue;
      try {
        await removeDraft(this.#database.use, slug);
      } finally {
        release();
      }
    }
  }

  close(): void {
    this.#tabs.close();
    this.#database.close();
  }

  async *#portions<T>(path: string): AsyncGenerator<T> {
    const keys = await this.#database.use('readonly', (store) =>
      promisifyRequest(store.getAllKeys(below(path))),
    );
    const read = (at: number): Promise<T> | undefined => {
      const key = keys[at];
      if (key === undefined) return undefined;
      const reading = this.#database.use('readonly', (store) => promisifyRequest<T>(store.get(key)));
      // A reader that stops early asks for no more.
      reading.catch(() => undefined);
      return reading;
    };
    // The next one is on its way while the reader is at this one.
    let next = read(0);
    for (let at = 1; next !== undefined; at += 1) {
      const portion = await next;
      next = read(at);
      yield portion;
    }
  }

  async #change(slug: string, change: (entry: DeviceWork) => DeviceWork): Promise<boolean> {
    const isChanged = await this.#database.use('readwrite', async (store) => {
      const entry = await promisifyRequest<unknown>(store.get(workKey(slug)));
      if (!isDeviceWork(entry)) return false;
      store.put(change(entry), workKey(slug));
      await promisifyRequest(store.transaction);
      return true;
    });
    if (isChanged) this.#tell();
    return isChanged;
  }

  /** Notes the draft; gives back the claim to a slug that is taken. */
  async #reserve(slug: string, release: () => void): Promise<boolean> {
    let isReserved = false;
    try {
      isReserved = await this.#database.use('readwrite', async (store) => {
        if ((await promisifyRequest(store.getKey(workKey(slug)))) !== undefined) return false;
        // What a cut-off import of the same work has left must not become part of this one.
        for (const range of piecesOf(slug)) store.delete(range);
        store.put(slug, draftKey(slug));
        await promisifyRequest(store.transaction);
        return true;
      });
    } finally {
      if (!isReserved) release();
    }
    return isReserved;
  }

  #lockOf(slug: string): string {
    return `${this.#name}/draft/${slug}`;
  }

  #tell(): void {
    this.#tabs.send({ kind: 'anew' });
    this.dispatchEvent(new Event('changed'));
  }
}

/**
 * Claims a name for this context until the function it gives is called or the context ends; undefined while
 * somebody else holds it.
 */
function claim(name: string): Promise<(() => void) | undefined> {
  return new Promise((resolve, reject) => {
    const held = (lock: Lock | null) => {
      if (!lock) {
        resolve(undefined);
        return undefined;
      }
      return new Promise<void>((release) => {
        resolve(release);
      });
    };
    const manager = locks();
    if (manager) manager.request(name, { ifAvailable: true }, held).catch(reject);
    else resolve(() => undefined);
  });
}

/** Every browser that runs this app has locks, but not on a page without a secure origin. */
const locks = (): LockManager | undefined => (navigator as { readonly locks?: LockManager }).locks;
