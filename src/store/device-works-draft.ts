import { promisifyRequest, type UseStore } from 'idb-keyval';
import type { Contribution } from '../core/contribution/record.ts';
import type { Paragraph, Work } from '../core/work/model.ts';
import {
  type DeviceWork,
  FORMAT,
  draftKey,
  logKey,
  piecesOf,
  textKey,
  workKey,
} from './device-works-keys.ts';

/** Paragraphs and records in one piece: reading one back takes a page a few milliseconds. */
export const PARAGRAPHS = 2000;
export const RECORDS = 500;
/** Pieces that are written at a time. */
const TOGETHER = 8;

/** How a draft becomes known when it is kept. */
export interface DraftFacts {
  /** ISO 8601. */
  readonly imported: string;
  readonly rows: number;
}

/**
 * A work on its way to the store. Nothing of it shows before `commit`; what an interrupted one leaves behind
 * is swept away (`DeviceWorks.sweep`).
 */
export class WorkDraft {
  readonly slug: string;
  readonly #use: UseStore;
  /** Ends the claim that keeps the draft from being swept away. */
  readonly #release: () => void;
  readonly #portions = new Map<string, number>();
  #waiting: [string, unknown][] = [];
  #records = 0;

  /** Use `DeviceWorks.begin`. */
  constructor(slug: string, use: UseStore, release: () => void) {
    this.slug = slug;
    this.#use = use;
    this.#release = release;
  }

  /**
   * Adds paragraphs to the end of a variant.
   * @throws StoreNotOpened, DOMException: see `troubleOf`
   */
  async addText(variant: string, paragraphs: readonly Paragraph[]): Promise<void> {
    const key = (portion: number) => textKey(this.slug, variant, portion);
    // A variant without paragraphs is one that was read.
    if (paragraphs.length === 0) await this.#put(key(this.#next(`text/${variant}`)), []);
    for (let at = 0; at < paragraphs.length; at += PARAGRAPHS)
      await this.#put(key(this.#next(`text/${variant}`)), paragraphs.slice(at, at + PARAGRAPHS));
  }

  /** Adds contributions that come with the work, in the order of their ids. */
  async addRecords(records: readonly Contribution[]): Promise<void> {
    for (let at = 0; at < records.length; at += RECORDS)
      await this.#put(logKey(this.slug, this.#next('log')), records.slice(at, at + RECORDS));
    this.#records += countedOf(records);
  }

  /** Makes the draft a work, or, where storing fails, leaves it a draft. */
  async commit(work: Work, { imported, rows }: DraftFacts): Promise<DeviceWork> {
    if (work.slug !== this.slug) throw new RangeError(`the work ${work.slug} in the draft of ${this.slug}`);
    await this.#flush();
    const entry: DeviceWork = { format: FORMAT, work, imported, rows, records: this.#records };
    await this.#use('readwrite', async (store) => {
      store.put(entry, workKey(this.slug));
      store.delete(draftKey(this.slug));
      await promisifyRequest(store.transaction);
    });
    this.#release();
    return entry;
  }

  /** Takes back all that was written. */
  async discard(): Promise<void> {
    this.#waiting = [];
    try {
      await removeDraft(this.#use, this.slug);
    } finally {
      this.#release();
    }
  }

  #next(list: string): number {
    const portion = this.#portions.get(list) ?? 0;
    this.#portions.set(list, portion + 1);
    return portion;
  }

  async #put(key: string, value: unknown): Promise<void> {
    this.#waiting.push([key, value]);
    if (this.#waiting.length >= TOGETHER) await this.#flush();
  }

  async #flush(): Promise<void> {
    const entries = this.#waiting;
    if (entries.length === 0) return;
    this.#waiting = [];
    await this.#use('readwrite', async (store) => {
      for (const [key, value] of entries) store.put(value, key);
      await promisifyRequest(store.transaction);
    });
  }
}

/** How many of these a reader would call contributions: what only says which paragraphs belong together is none. */
export const countedOf = (records: readonly Contribution[]): number =>
  records.reduce((sum, { type }) => sum + (type === 'alignment' ? 0 : 1), 0);

/** Removes a draft and its pieces, unless it has become a work meanwhile. */
export function removeDraft(use: UseStore, slug: string): Promise<void> {
  return use('readwrite', async (store) => {
    if ((await promisifyRequest(store.getKey(draftKey(slug)))) === undefined) return;
    for (const range of piecesOf(slug)) store.delete(range);
    store.delete(draftKey(slug));
    await promisifyRequest(store.transaction);
  });
}
