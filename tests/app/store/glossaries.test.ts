import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { Glossaries, type OwnEntry } from '../../../src/store/glossaries.ts';
import { GLOSSARIES_FILE, glossaryFiles, restoreGlossaries } from '../../../src/store/glossaries-backup.ts';
import { StoreNotOpened, troubleOf } from '../../../src/store/trouble.ts';
import { openRaw, ownDatabase } from './logs.ts';

const entry = (id: string, given: Partial<OwnEntry> = {}): OwnEntry => ({
  id,
  work: 'w',
  everywhere: false,
  time: `2024-08-07T12:00:0${id}.000Z`,
  sense: '',
  terms: [{ lang: 'en', text: `term ${id}` }],
  ...given,
});

function glossaries(name: string, onChanged?: () => void): Glossaries {
  const store = new Glossaries({ name }, onChanged);
  onTestFinished(() => {
    store.close();
  });
  return store;
}
const ids = async (store: Glossaries): Promise<readonly string[]> => (await store.read()).map(({ id }) => id);

describe('glossaries on the device', () => {
  test('are there for another page, all works in the order of making', async () => {
    const name = ownDatabase();
    await glossaries(name).change([entry('2'), entry('1', { work: 'z' }), entry('3', { work: 'a' })]);
    expect(await ids(glossaries(name))).toEqual(['1', '2', '3']);
    expect((await glossaries(name).read())[1]).toEqual(entry('2'));
  });

  test('hold more entries than are read at a time', async () => {
    const store = glossaries(ownDatabase());
    const many = Array.from({ length: 4500 }, (_, at) =>
      entry(`1${String(at).padStart(4, '0')}`, { time: '2024-08-07T12:00:00.000Z' }),
    );
    await store.change(many);
    expect(await ids(store)).toEqual(many.map(({ id }) => id));
  });

  test('keep what two tabs make of one entry', async () => {
    const name = ownDatabase();
    const [one, other] = [glossaries(name), glossaries(name)];
    await one.change([entry('1')]);
    await Promise.all([one.change([entry('2')], [entry('1')]), other.change([entry('3')], [entry('1')])]);
    expect(await ids(one)).toEqual(['2', '3']);
  });

  test('tell the other tabs, and not their own', async () => {
    const name = ownDatabase();
    const [here, there] = [vi.fn(), vi.fn()];
    const store = glossaries(name, here);
    glossaries(name, there);
    await store.change([entry('1')]);
    await expect.poll(() => there.mock.calls.length).toBe(1);
    expect(here).not.toHaveBeenCalled();
  });

  test('are changed wholly or not at all', async () => {
    const store = glossaries(ownDatabase());
    await store.change([entry('1')]);
    const odd = { ...entry('3'), sense: () => undefined } as unknown as OwnEntry;
    await expect(store.change([entry('2'), odd], [entry('1')])).rejects.toThrow();
    expect(await ids(store)).toEqual(['1']);
  });

  test('leave out what is no entry, by whatever wrote it', async () => {
    const name = ownDatabase();
    const store = glossaries(name);
    await store.change([entry('1')]);
    const raw = await openRaw(name, 1);
    const put = raw.transaction('records', 'readwrite').objectStore('records').put({ id: 'x' }, 'w/x');
    await new Promise((resolve) => (put.onsuccess = resolve));
    raw.close();
    expect(await ids(store)).toEqual(['1']);
  });

  test('reject where there is no database, and where the disk is full', async () => {
    const none = new Glossaries({ name: ownDatabase(), factory: () => undefined });
    await expect(none.change([entry('1')])).rejects.toBeInstanceOf(StoreNotOpened);
    const store = glossaries(ownDatabase());
    await store.read();
    const full = new DOMException('no room', 'QuotaExceededError');
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw full;
    });
    const failed = await store.change([entry('1')]).catch((error: unknown) => troubleOf(error));
    put.mockRestore();
    expect(failed).toEqual({ code: 'full', args: { reason: 'no room' } });
    expect(await ids(store)).toEqual([]);
  });
});

describe('glossaries in a backup', () => {
  test('come back on another device beside what is there', async () => {
    const old = glossaries(ownDatabase());
    await old.change([entry('1'), entry('2', { work: 'z' })]);
    const files = [];
    for await (const { name, pieces } of glossaryFiles(old))
      files.push({ name, text: [...(pieces as string[])].join('') });
    expect(files.map(({ name }) => name)).toEqual([GLOSSARIES_FILE]);
    const other = glossaries(ownDatabase());
    await other.change([entry('2', { work: 'z', sense: 'changed since' }), entry('3')]);
    const text = `${files[0]?.text}not an entry\n{"id":"9"}\n`;
    expect(await restoreGlossaries(other, text)).toEqual({ added: 1, unreadable: 2 });
    expect(await ids(other)).toEqual(['1', '2', '3']);
    expect((await other.read())[1]?.sense).toBe('changed since');
  });

  test('are no file where there are none', async () => {
    const files = [];
    for await (const file of glossaryFiles(glossaries(ownDatabase()))) files.push(file);
    expect(files).toEqual([]);
  });
});
