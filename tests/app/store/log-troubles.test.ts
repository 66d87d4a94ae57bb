import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { TROUBLE_CODES, type TroubleCode } from '../../../src/store/trouble.ts';
import type { TroubleChanged } from '../../../src/store/log-events.ts';
import { mark } from '../make.ts';
import { next, opened, openRaw, ownDatabase, storeRecords, until } from './logs.ts';

const TEXT = 'Wir haben keine Kontrolle.';
const one = mark(1, TEXT, 'keine');
const two = mark(2, TEXT, 'haben');

/** A factory that answers each request with an error. */
const failing = (name: string): IDBFactory => {
  const open = () => {
    const request: Pick<IDBOpenDBRequest, 'error'> & { onerror?: () => void } = {
      error: new DOMException('not here', name),
    };
    queueMicrotask(() => request.onerror?.());
    return request;
  };
  return { open } as unknown as IDBFactory;
};

/** What a browser does that allows nothing. */
const throwing = (name: string) => {
  const error = new DOMException('not here', name);
  return () => {
    throw error;
  };
};

/** Lets every transaction of the page fail until the test ends or `mockRestore` is called. */
const noTransactions = (name: string, times = Number.POSITIVE_INFINITY) => {
  const transaction = IDBDatabase.prototype.transaction;
  let left = times;
  const spy = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (
    this: IDBDatabase,
    ...given
  ) {
    left -= 1;
    if (left >= 0) throw new DOMException('The database connection is closing.', name);
    return transaction.apply(this, given);
  });
  onTestFinished(() => {
    spy.mockRestore();
  });
  return spy;
};

const refusals: [when: string, code: TroubleCode, factory: () => IDBFactory | undefined][] = [
  ['there is no IndexedDB', 'unavailable', () => undefined],
  ['a private window refuses every database', 'unavailable', () => failing('InvalidStateError')],
  ['storage is denied', 'denied', () => failing('SecurityError')],
  ['asking for storage is denied', 'denied', throwing('SecurityError')],
  ['the disk is too full to open a database', 'full', () => failing('QuotaExceededError')],
  ['a newer version has been here', 'newer', () => failing('VersionError')],
  ['something unheard of happens', 'failed', () => failing('DataError')],
];

describe('a log stays in memory, says why, and loses nothing,', () => {
  test.each(refusals)('when %s', async (_when, code, factory) => {
    const log = await opened(ownDatabase(), { factory });
    expect([log.state, log.trouble?.code]).toEqual(['memory', code]);
    expect(await log.append([one])).toEqual({ stored: false, added: [one], conflicts: [] });
    expect([log.records, log.unsaved]).toEqual([[one], 1]);
    expect(log.exportAll()).toContain(one.id);
    expect(await log.retry()).toBe(false);
    expect(log.records).toEqual([one]);
  });

  test('when the disk is full in the middle of the work; and stores it all when there is room again', async () => {
    const name = ownDatabase();
    const log = await opened(name);
    await log.append([one]);
    const add = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(throwing('QuotaExceededError'));
    const heard = next<TroubleChanged>(log, 'trouble');
    expect((await log.append([two])).stored).toBe(false);
    expect((await heard).trouble?.code).toBe('full');
    expect(await log.retry()).toBe(false);
    expect([log.state, log.unsaved]).toEqual(['memory', 1]);

    add.mockRestore();
    const over = next<TroubleChanged>(log, 'trouble');
    expect(await log.retry()).toBe(true);
    expect((await over).trouble).toBeUndefined();
    expect([log.state, log.unsaved]).toEqual(['ready', 0]);
    expect((await opened(name)).records).toEqual([one, two]);
  });

  test('when the browser has closed the connection for good', async () => {
    const log = await opened(ownDatabase());
    const closing = noTransactions('InvalidStateError');
    expect((await log.append([one])).stored).toBe(false);
    expect(log.trouble).toEqual({ code: 'lost', args: { reason: 'The database connection is closing.' } });
    closing.mockRestore();
    expect(await log.retry()).toBe(true);
    expect(log.unsaved).toBe(0);
  });

  test('when a newer version takes the store over while it is open', async () => {
    const name = ownDatabase();
    const log = await opened(name);
    await log.append([one]);
    const heard = next<TroubleChanged>(log, 'trouble');
    await openRaw(name, 2);
    expect((await heard).trouble?.code).toBe('newer');
    await log.append([two]);
    expect(log.records).toEqual([one, two]);
    const later = await opened(name);
    expect(later.trouble?.code).toBe('newer');
  });

  test('when its records are deleted elsewhere: it stores them again only when told to', async () => {
    const name = ownDatabase();
    const log = await opened(name);
    await log.append([one]);
    const heard = next<TroubleChanged>(log, 'trouble');
    indexedDB.deleteDatabase(name);
    expect((await heard).trouble).toEqual({ code: 'deleted', args: { missing: 1 } });
    await log.append([two]);
    await log.refresh();
    expect((await opened(name)).records).toEqual([]);
    expect([log.records, log.unsaved]).toEqual([[one, two], 2]);
    expect(await log.retry()).toBe(true);
    expect((await opened(name)).records).toEqual([one, two]);
  });

  test('while the store does not answer, and stores everything when it does', async () => {
    const name = ownDatabase();
    await storeRecords(name, [one]);
    const holder = await openRaw(name, 1);
    // Waits for the holder, and everybody after it with it.
    indexedDB.deleteDatabase(name);
    const log = await opened(name, { patience: 10 });
    expect(log.trouble?.code).toBe('blocked');
    await log.append([two]);
    expect(await log.retry()).toBe(false);
    expect([log.state, log.unsaved]).toEqual(['memory', 1]);
    holder.close();
    await until(log, () => log.state === 'ready');
    expect(log.unsaved).toBe(0);
    expect((await opened(name)).records).toEqual([two]);
  });
});

describe('a log goes on as if nothing had happened', () => {
  test.each(['InvalidStateError', 'AbortError', 'UnknownError'])(
    'when the connection is gone (%s) and another can be had',
    async (error) => {
      const name = ownDatabase();
      const log = await opened(name);
      const troubles = vi.fn();
      log.addEventListener('trouble', troubles);
      noTransactions(error, 1);
      expect((await log.append([one])).stored).toBe(true);
      expect(troubles).not.toHaveBeenCalled();
      expect((await opened(name)).records).toEqual([one]);
    },
  );

  test('when the connection was closed without a word', async () => {
    const name = ownDatabase();
    const open = vi.spyOn(IDBFactory.prototype, 'open');
    const log = await opened(name);
    const request = open.mock.results[0]?.value as IDBOpenDBRequest;
    open.mockRestore();
    request.result.close();
    expect(await log.append([one])).toMatchObject({ stored: true });
    expect(log.state).toBe('ready');
  });

  test('when the browser says that it closed the connection', async () => {
    const name = ownDatabase();
    const open = vi.spyOn(IDBFactory.prototype, 'open');
    const log = await opened(name);
    const request = open.mock.results[0]?.value as IDBOpenDBRequest;
    open.mockRestore();
    await storeRecords(name, [one]);
    request.result.dispatchEvent(new Event('close'));
    await until(log, () => log.records.length === 1);
    expect((await log.append([two])).stored).toBe(true);
  });

  test('when the connection is closed in the middle of a transaction', async () => {
    const name = ownDatabase();
    const log = await opened(name);
    const add = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementationOnce(function (
      this: IDBObjectStore,
      value: unknown,
      key,
    ) {
      const request = this.put(value, key);
      this.transaction.abort();
      return request;
    });
    expect((await log.append([one])).stored).toBe(true);
    expect(add).toHaveBeenCalledTimes(2);
    add.mockRestore();
    expect((await opened(name)).records).toEqual([one]);
  });

  test('when a deletion finds nothing of its own', async () => {
    const name = ownDatabase();
    const log = await opened(name);
    await new Promise((resolve) => {
      indexedDB.deleteDatabase(name).onsuccess = resolve;
    });
    expect((await log.append([one])).stored).toBe(true);
    expect(log.state).toBe('ready');
  });

  test('after it was closed: what is under way is still stored', async () => {
    const name = ownDatabase();
    const log = await opened(name);
    const appending = log.append([one]);
    log.close();
    expect((await appending).stored).toBe(true);
    expect((await opened(name)).records).toEqual([one]);
  });

  test('where tabs cannot talk to each other', async () => {
    vi.stubGlobal('BroadcastChannel', throwing('SecurityError'));
    onTestFinished(() => {
      vi.unstubAllGlobals();
    });
    const name = ownDatabase();
    const [a, b] = [await opened(name), await opened(name)];
    expect((await a.append([one])).stored).toBe(true);
    await b.refresh();
    expect(b.records).toEqual([one]);
  });
});

describe.each(
  Object.entries(
    import.meta.glob<Record<string, Record<string, string>>>('../../../translations/interface/*.json', {
      query: '?later',
      eager: true,
      import: 'default',
    }),
  ),
)('%s', (_file, words) => {
  test.each(['trouble', 'troubleRemedy'])('words every trouble, and no other, in %s', (group) => {
    expect(Object.keys(words[group] ?? {}).sort()).toEqual([...TROUBLE_CODES].sort());
  });
});
