import { describe, expect, test, vi } from 'vitest';
import type { Contribution } from '../../../src/core/contribution/record.ts';
import { ContributionLog } from '../../../src/store/contribution-log.ts';
import type { RecordsChanged, TroubleChanged } from '../../../src/store/log-events.ts';
import { comment, mark, recordId } from '../make.ts';
import { idsOf, next, opened, ownDatabase, storeRecords, storeSilently, until } from './logs.ts';

const TEXT = 'Wir haben keine Kontrolle.';
const one = mark(1, TEXT, 'keine');
const two = mark(2, TEXT, 'haben');
const newer = { ...comment(3), type: 'alignment', shape: [{ deep: true }] } as unknown as Contribution;

describe('a log', () => {
  test('of a work that nobody contributed to is empty and ready', async () => {
    const log = await opened(ownDatabase());
    expect([log.records, log.state, log.trouble, log.unsaved]).toEqual([[], 'ready', undefined, 0]);
  });

  test('has what was appended at once, and says so', async () => {
    const log = await opened(ownDatabase());
    const heard = next<RecordsChanged>(log, 'changed');
    const appending = log.append([one]);
    expect(log.records).toEqual([one]);
    expect(log.unsaved).toBe(1);
    expect(await appending).toEqual({ stored: true, added: [one], conflicts: [] });
    expect(log.unsaved).toBe(0);
    expect(await heard).toMatchObject({ added: [one], origin: 'here' });
  });

  test('has everything when it is opened again, newer types unchanged', async () => {
    const name = ownDatabase();
    const log = await opened(name);
    await log.append([one, newer]);
    log.close();
    const again = await opened(name);
    expect(again.records).toEqual([one, newer]);
    expect(again.exportAll()).toBe(log.exportAll());
    expect(again.exportAll()).toContain('"shape":[{"deep":true}]');
  });

  test('has only its own work, whatever the others are called', async () => {
    const name = ownDatabase();
    for (const slug of ['w', 'w0', 'w.', 'w-', 'ww', 'v']) {
      const log = await opened(name, { slug });
      await log.append([{ ...one, work: slug }]);
    }
    expect((await opened(name)).records).toEqual([one]);
  });

  test('refuses a record of another work', async () => {
    const log = await opened(ownDatabase());
    await expect(log.append([{ ...one, work: 'v' }])).rejects.toThrow(RangeError);
    expect(log.records).toEqual([]);
  });

  test('reads more records than one answer holds', async () => {
    const name = ownDatabase();
    const many = Array.from({ length: 1234 }, (_, n) => comment(n));
    await storeRecords(name, many);
    expect(idsOf(await opened(name))).toEqual(many.map(({ id }) => id).sort());
  });

  test('skips a record that it has', async () => {
    const log = await opened(ownDatabase());
    await log.append([one]);
    const changes = vi.fn();
    log.addEventListener('changed', changes);
    const copy = JSON.parse(JSON.stringify(one)) as Contribution;
    expect(await log.append([copy])).toEqual({ stored: true, added: [], conflicts: [] });
    expect(changes).not.toHaveBeenCalled();
  });

  test('keeps both of two records with one id, reports it, and overwrites neither', async () => {
    const name = ownDatabase();
    const log = await opened(name);
    await log.append([one]);
    const other = { ...one, severity: 'minor' as const };
    const heard = next<TroubleChanged>(log, 'trouble');
    expect(await log.append([other])).toMatchObject({ stored: true, conflicts: [one.id] });
    expect((await heard).trouble).toEqual({ code: 'conflict', args: { id: one.id } });
    expect(log.state).toBe('ready');
    expect((await opened(name)).records).toEqual([one, other]);
  });

  test('learns of a conflicting record in the store when it appends its own', async () => {
    const name = ownDatabase();
    const log = await opened(name);
    const other = { ...one, severity: 'minor' as const };
    await storeRecords(name, [other]);
    const heard = next<TroubleChanged>(log, 'trouble');
    await log.append([one]);
    expect((await heard).trouble?.code).toBe('conflict');
    expect(log.records).toEqual([one, other]);
    expect((await opened(name)).records).toEqual([other, one]);
  });

  test('passes on what it cannot read, and shows it nowhere', async () => {
    const name = ownDatabase();
    const broken = { ...two, severity: 'catastrophic' };
    await storeSilently(name, [[`w/${two.id}`, broken]]);
    const log = await opened(name);
    expect(log.records).toEqual([]);
    expect(log.exportAll()).toContain('"severity":"catastrophic"');
  });

  test('stores an action in one transaction, written to disk before it is acknowledged', async () => {
    const log = await opened(ownDatabase());
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
    await log.append([one, two, newer]);
    expect(transaction.mock.calls).toEqual([['records', 'readwrite', { durability: 'strict' }]]);
    transaction.mockRestore();
  });

  test('stores an action as a whole or not at all', async () => {
    const name = ownDatabase();
    const log = await opened(name);
    const add = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'add')
      ?.value as IDBObjectStore['add'];
    const failing = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (
      this: IDBObjectStore,
      value: unknown,
      key,
    ) {
      if ((value as Contribution).id === two.id) throw new DOMException('no room', 'QuotaExceededError');
      return add.call(this, value, key);
    });
    expect((await log.append([one, two])).stored).toBe(false);
    failing.mockRestore();
    expect((await opened(name)).records).toEqual([]);
    expect(log.unsaved).toBe(2);
  });

  test('asks for persistence at the first contribution to any work, and never again', async () => {
    const name = ownDatabase();
    const persist = vi.fn(() => Promise.resolve(true));
    const log = await opened(name, { persist });
    expect(persist).not.toHaveBeenCalled();
    await log.append([one]);
    expect(persist).toHaveBeenCalledOnce();
    await log.append([two]);
    const other = await opened(name, { persist, slug: 'v' });
    await other.append([{ ...one, work: 'v' }]);
    expect(persist).toHaveBeenCalledOnce();
  });

  test('opens even where there is nothing to open', async () => {
    await expect(
      ContributionLog.open('w', {
        name: ownDatabase(),
        factory: () => {
          throw new DOMException('denied', 'SecurityError');
        },
      }),
    ).resolves.toMatchObject({ state: 'memory' });
  });
});

describe('two tabs', () => {
  test('see each other’s records', async () => {
    const name = ownDatabase();
    const [a, b] = [await opened(name), await opened(name)];
    const heard = next<RecordsChanged>(b, 'changed');
    await a.append([one]);
    expect(await heard).toMatchObject({ added: [one], origin: 'elsewhere' });
    expect(b.records).toEqual([one]);
    expect(b.unsaved).toBe(0);
  });

  test('of different works do not', async () => {
    const name = ownDatabase();
    const [a, b] = [await opened(name, { slug: 'v' }), await opened(name)];
    await a.append([{ ...one, work: 'v' }]);
    const heard = next(b, 'changed');
    await (await opened(name)).append([two]);
    await heard;
    expect(b.records).toEqual([two]);
  });

  test('read a great many records for themselves', async () => {
    const name = ownDatabase();
    const [a, b] = [await opened(name), await opened(name)];
    const many = Array.from({ length: 1001 }, (_, n) => comment(n));
    await a.append(many);
    await until(b, () => b.records.length === many.length);
    expect(idsOf(b)).toEqual(idsOf(a));
  });

  test('catch up when they become visible', async () => {
    const name = ownDatabase();
    const log = await opened(name);
    await storeRecords(name, [one]);
    document.dispatchEvent(new Event('visibilitychange'));
    await until(log, () => log.records.length === 1);
    expect(log.records).toEqual([one]);
  });

  test('read anew when one says what the other does not know', async () => {
    const name = ownDatabase();
    const log = await opened(name);
    await storeRecords(name, [one]);
    const channel = new BroadcastChannel(`${name}/w`);
    channel.postMessage({ kind: 'of a newer version' });
    await until(log, () => log.records.length === 1);
    channel.close();
    expect(log.records).toEqual([one]);
  });

  test('take nothing from the line that is no record of their work', async () => {
    const name = ownDatabase();
    const log = await opened(name);
    const channel = new BroadcastChannel(`${name}/w`);
    const entries = [
      ['w/1', 'text'],
      ['v/1', { ...one, work: 'v' }],
      ['w/2', { ...one, work: 'v' }],
      [`w/${two.id}`, two],
    ];
    channel.postMessage({ kind: 'records', entries, stored: false });
    await until(log, () => log.records.length > 0);
    channel.close();
    expect(log.records).toEqual([two]);
  });

  test('store for one that cannot', async () => {
    const name = ownDatabase();
    const denied = await opened(name, { factory: () => undefined });
    const ready = await opened(name);
    await denied.append([one]);
    await until(ready, () => ready.records.length === 1);
    await ready.append([two]);
    expect(idsOf(await opened(name))).toEqual([recordId(1), recordId(2)]);
  });
});
