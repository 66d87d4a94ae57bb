import { describe, expect, test, vi } from 'vitest';
import { Database } from '../../../src/store/database.ts';
import { type DeviceWork, deviceSlug, workKey } from '../../../src/store/device-works-keys.ts';
import { troubleOf } from '../../../src/store/trouble.ts';
import { mark, paragraphs, recordId, work } from '../make.ts';
import { ownDatabase } from './logs.ts';
import { IMPORTED, deviceWorks, keep, recordsOf } from './works.ts';

const TEXTS = { de: { p: 'Wir haben keine Kontrolle.' }, en: { p: 'We have no control.' } };

/** All keys of a database. */
async function keysOf(name: string): Promise<readonly IDBValidKey[]> {
  const database = new Database({ name });
  const keys = await database.use(
    'readonly',
    (store) =>
      new Promise<IDBValidKey[]>((resolve, reject) => {
        const request = store.getAllKeys();
        request.onsuccess = () => {
          resolve(request.result);
        };
        request.onerror = () => {
          reject(request.error ?? new Error('not read'));
        };
      }),
  );
  database.close();
  return keys;
}

const codeOf = async (act: Promise<unknown>): Promise<string> => {
  try {
    await act;
    return 'none';
  } catch (error) {
    return troubleOf(error).code;
  }
};

describe('an imported work', () => {
  test('is there as it was written, however many pieces that takes', async () => {
    const works = deviceWorks(ownDatabase());
    const long = Object.fromEntries(
      Array.from({ length: 4500 }, (_, n) => [`p${String(n)}`, `Absatz ${String(n)}`]),
    );
    const { work: kept } = await keep(works, { de: long, en: { p1: 'one' } }, (slug) =>
      Array.from({ length: 1234 }, (_, n) => ({ ...mark(n, 'Absatz', 'Absatz'), work: slug })),
    );
    expect(await works.text(kept.slug, 'de')).toEqual(paragraphs(long));
    expect(await works.text(kept.slug, 'en')).toEqual(paragraphs({ p1: 'one' }));
    expect(await works.text(kept.slug, 'fr')).toBeUndefined();
    expect((await recordsOf(works, kept.slug)).map(({ id }) => id)).toEqual(
      Array.from({ length: 1234 }, (_, n) => recordId(n)),
    );
    expect(await works.find(kept.slug)).toMatchObject({ rows: 4500, records: 1234, imported: IMPORTED });
  });

  test('keeps a variant without paragraphs apart from one that was not read', async () => {
    const works = deviceWorks(ownDatabase());
    const { work: kept } = await keep(works, { de: {} });
    expect(await works.text(kept.slug, 'de')).toEqual([]);
  });

  test('is renamed, thrown away and restored; its address and texts stay', async () => {
    const works = deviceWorks(ownDatabase());
    const { work: kept } = await keep(works, TEXTS);
    expect(await works.rename(kept.slug, 'Another title')).toBe(true);
    await works.trash(kept.slug, new Date(IMPORTED));
    expect(await works.find(kept.slug)).toBeUndefined();
    expect((await works.list()).map(({ trashed }) => trashed)).toEqual([IMPORTED]);
    await works.restore(kept.slug);
    const found = await works.find(kept.slug);
    expect([found?.work.title, found?.trashed]).toEqual([{ und: 'Another title' }, undefined]);
    expect(await works.text(kept.slug, 'de')).toEqual(paragraphs(TEXTS.de));
  });

  test('that is not there cannot be renamed', async () => {
    expect(await deviceWorks(ownDatabase()).rename('my-x', 'X')).toBe(false);
  });

  test('is let go of when it was thrown away long enough ago, and only then', async () => {
    const name = ownDatabase();
    const works = deviceWorks(name);
    const [old, recent, standing] = [
      await keep(works, TEXTS),
      await keep(works, TEXTS),
      await keep(works, TEXTS),
    ];
    await works.trash(old.work.slug, new Date('2026-01-01'));
    await works.trash(recent.work.slug, new Date('2026-03-01'));
    await works.purge(new Date('2026-02-01'));
    const left = (await works.list()).map(({ work: { slug } }) => slug);
    expect([...left].sort()).toEqual([recent.work.slug, standing.work.slug].sort());
    expect((await keysOf(name)).filter((key) => String(key).includes(old.work.slug))).toEqual([]);
    expect(await works.text(recent.work.slug, 'de')).toEqual(paragraphs(TEXTS.de));
  });

  test('shows in the other tabs at once', async () => {
    const name = ownDatabase();
    const [here, there] = [deviceWorks(name), deviceWorks(name)];
    const changed = vi.fn();
    there.addEventListener('changed', changed);
    const { work: kept } = await keep(here, TEXTS);
    await vi.waitFor(() => {
      expect(changed).toHaveBeenCalled();
    });
    expect((await there.list()).map((entry) => entry.work.slug)).toEqual([kept.slug]);
  });

  test('of a newer version’s layout is listed, and not opened', async () => {
    const name = ownDatabase();
    const works = deviceWorks(name);
    const entry: DeviceWork = { format: 99, work: work({ slug: 'my-x' }), imported: '', rows: 0, records: 0 };
    const database = new Database({ name });
    await database.use('readwrite', (store) => {
      store.put(entry, workKey('my-x'));
    });
    database.close();
    expect((await works.list()).map(({ format }) => format)).toEqual([99]);
    expect(await codeOf(works.find('my-x'))).toBe('newer');
  });
});

describe('a draft', () => {
  test('shows nowhere before it is kept', async () => {
    const works = deviceWorks(ownDatabase());
    const draft = await works.begin('A work');
    await draft.addText('de', paragraphs(TEXTS.de));
    expect(await works.list()).toEqual([]);
    expect(await works.find(draft.slug)).toBeUndefined();
    await draft.discard();
  });

  test('that is discarded leaves nothing behind', async () => {
    const name = ownDatabase();
    const works = deviceWorks(name);
    const draft = await works.begin('A work');
    // More pieces than are written at a time, so that some are in the store.
    for (let n = 0; n < 20; n += 1) await draft.addText('de', paragraphs({ [`p${String(n)}`]: 'x' }));
    expect((await keysOf(name)).length).toBeGreaterThan(1);
    await draft.discard();
    expect(await keysOf(name)).toEqual([]);
  });

  test('that nobody writes any more is swept away; one that is being written stays', async () => {
    const name = ownDatabase();
    const works = deviceWorks(name);
    const living = await works.begin('Living');
    // What a tab leaves behind that was closed: the notice of a draft, and pieces, and no claim.
    const database = new Database({ name });
    await database.use('readwrite', (store) => {
      store.put('my-dead', 'draft/my-dead');
      store.put([], 'text/my-dead/de/000000');
    });
    database.close();
    await deviceWorks(name).sweep();
    expect(await keysOf(name)).toEqual([`draft/${living.slug}`]);
    await living.discard();
  });

  test('is not begun under the slug of a work that is there', async () => {
    const works = deviceWorks(ownDatabase());
    const { work: kept } = await keep(works, TEXTS);
    await expect(works.begin('A work', kept.slug)).rejects.toThrow(RangeError);
    // Nor is its text touched.
    expect(await works.text(kept.slug, 'de')).toEqual(paragraphs(TEXTS.de));
  });

  test('is not kept as another work than it was begun for', async () => {
    const works = deviceWorks(ownDatabase());
    const draft = await works.begin('A work');
    await expect(draft.commit(work(), { imported: IMPORTED, rows: 0 })).rejects.toThrow(RangeError);
    await draft.discard();
  });
});

describe('a store that cannot be had', () => {
  test('is named by its code', async () => {
    const none = deviceWorks(ownDatabase(), { factory: () => undefined });
    expect(await codeOf(none.list())).toBe('unavailable');
    const denied = deviceWorks(ownDatabase(), {
      factory: () => {
        throw new DOMException('no', 'SecurityError');
      },
    });
    expect(await codeOf(denied.begin('A work'))).toBe('denied');
  });

  test('that is full leaves no half of a work', async () => {
    const name = ownDatabase();
    const works = deviceWorks(name);
    const draft = await works.begin('A work');
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const writing = (async () => {
      await draft.addText('de', paragraphs(TEXTS.de));
      await draft.commit(work({ slug: draft.slug }), { imported: IMPORTED, rows: 1 });
    })();
    expect(await codeOf(writing)).toBe('full');
    put.mockRestore();
    await draft.discard();
    expect(await keysOf(name)).toEqual([]);
  });
});

test.each([
  ['WMT 22: en–de', /^my-wmt-22-en-de-[0-9a-z]{5}$/],
  ['Größe', /^my-gro-e-[0-9a-z]{5}$/],
  ['日本語', /^my-[0-9a-z]{5}$/],
  ['x'.repeat(200), /^my-x{40}-[0-9a-z]{5}$/],
])('the address of %s looks like it and ends at random', (name, expected) => {
  expect(deviceSlug(name, new Uint8Array([0, 1, 35, 36, 255]))).toMatch(expected);
});
