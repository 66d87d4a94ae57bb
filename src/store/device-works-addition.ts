import { promisifyRequest, type UseStore } from 'idb-keyval';
import type { Contribution } from '../core/contribution/record.ts';
import type { Paragraph, VariantInfo, Work } from '../core/work/model.ts';
import { PARAGRAPHS, RECORDS, countedOf } from './device-works-draft.ts';
import {
  type DeviceWork,
  FORMAT,
  below,
  isDeviceWork,
  logKey,
  textKey,
  workKey,
} from './device-works-keys.ts';

/** Further variants of a work, with what comes with them. */
export interface Addition {
  readonly variants: readonly VariantInfo[];
  /** By variant id. */
  readonly texts: ReadonlyMap<string, readonly Paragraph[]>;
  readonly records: readonly Contribution[];
  /** Rows that the work did not have. */
  readonly rows: number;
}

/** What an addition wrote, so that it can be taken back. */
export interface Added {
  readonly slug: string;
  readonly variants: readonly string[];
  readonly logKeys: readonly string[];
  readonly records: number;
  readonly rows: number;
}

/** Unlisted ones last. */
const inPageOrder = (variants: readonly VariantInfo[]): readonly VariantInfo[] => [
  ...variants.filter(({ listed }) => listed),
  ...variants.filter(({ listed }) => !listed),
];

/**
 * Adds variants to a work in one transaction: all of it is there, or nothing. Undefined when the work is not there any
 * more, or has other variants than the addition was made for.
 * @param known ids of the variants that the addition was made for
 */
export function writeAddition(
  use: UseStore,
  slug: string,
  known: readonly string[],
  { variants, texts, records, rows }: Addition,
): Promise<{ readonly entry: DeviceWork; readonly added: Added } | undefined> {
  return use('readwrite', async (store) => {
    const entry = await standing(store, slug);
    const ids = entry?.work.variants.map(({ id }) => id) ?? [];
    if (!entry || ids.length !== known.length || known.some((id) => !ids.includes(id))) return undefined;
    const keys = await promisifyRequest(store.getAllKeys(below(`log/${slug}`)));
    let portion = keys.length === 0 ? 0 : Number(String(keys.at(-1)).split('/').at(-1)) + 1;
    for (const { id } of variants) {
      // What is no work's may have been left by an older version.
      store.delete(below(`text/${slug}/${id}`));
      const text = texts.get(id) ?? [];
      for (let at = 0; at < Math.max(1, text.length); at += PARAGRAPHS)
        store.put(text.slice(at, at + PARAGRAPHS), textKey(slug, id, at / PARAGRAPHS));
    }
    const logKeys: string[] = [];
    for (let at = 0; at < records.length; at += RECORDS) {
      const key = logKey(slug, portion++);
      store.put(records.slice(at, at + RECORDS), key);
      logKeys.push(key);
    }
    const after: DeviceWork = {
      ...entry,
      work: { ...entry.work, variants: inPageOrder([...entry.work.variants, ...variants]) },
      rows: entry.rows + rows,
      records: entry.records + countedOf(records),
    };
    store.put(after, workKey(slug));
    await promisifyRequest(store.transaction);
    const added = {
      slug,
      variants: variants.map(({ id }) => id),
      logKeys,
      records: countedOf(records),
      rows,
    };
    return { entry: after, added };
  });
}

/** Takes an addition back, unless something of the work has come to rest on it. */
export function removeAddition(
  use: UseStore,
  { slug, variants, logKeys, records, rows }: Added,
): Promise<boolean> {
  return use('readwrite', async (store) => {
    const entry = await standing(store, slug);
    if (!entry || restsOn(entry.work, variants)) return false;
    for (const id of variants) store.delete(below(`text/${slug}/${id}`));
    for (const key of logKeys) store.delete(key);
    const left = entry.work.variants.filter(({ id }) => !variants.includes(id));
    store.put(
      {
        ...entry,
        work: { ...entry.work, variants: left },
        rows: entry.rows - rows,
        records: entry.records - records,
      },
      workKey(slug),
    );
    await promisifyRequest(store.transaction);
    return true;
  });
}

async function standing(store: IDBObjectStore, slug: string): Promise<DeviceWork | undefined> {
  const entry = await promisifyRequest<unknown>(store.get(workKey(slug)));
  return isDeviceWork(entry) && entry.trashed === undefined && entry.format <= FORMAT ? entry : undefined;
}

/** Whether variants are gone already, under examination, held against, or translated back by others. */
const restsOn = ({ subject, reference, variants }: Work, ids: readonly string[]): boolean =>
  ids.includes(subject) ||
  ids.includes(reference) ||
  ids.some((id) => !variants.some((variant) => variant.id === id)) ||
  variants.some(({ id, of }) => of !== undefined && ids.includes(of) && !ids.includes(id));
