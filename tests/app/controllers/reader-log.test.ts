import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { ReaderLog } from '../../../src/app/controllers/reader-log.ts';
import { readSetting, writeSetting } from '../../../src/app/settings.ts';
import type { Comment, Contribution, Mark } from '../../../src/core/contribution/record.ts';
import type { RecordFields } from '../../../src/store/new-record.ts';
import { comment, mark } from '../make.ts';
import { opened, storeRecords } from '../store/logs.ts';
import { ownDevice, ownSlug, readerLog, stubHost } from './own-log.ts';

/** The fields of a comment, before it is made. */
const said = (work: string, text: string): RecordFields => ({
  type: 'comment',
  author: 'Ada',
  work,
  variant: 'de',
  paragraph: 'p',
  text: { en: text },
});
const texts = (log: { readonly records: readonly Contribution[] }): readonly (string | undefined)[] =>
  log.records.map((record) => (record as Comment).text.en).sort();
const settingElsewhere = (): boolean =>
  dispatchEvent(new StorageEvent('storage', { key: 'lesart.contributed' }));

describe('the log of who only reads', () => {
  test('is empty, the same array each time, and opens nothing', async () => {
    const { opens } = ownDevice();
    const log = readerLog();
    log.turnTo(ownSlug());
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(log.records).toEqual([]);
    expect(log.records).toBe(log.records);
    expect(log.trouble).toBeUndefined();
    expect(log.exportAll()).toBe('');
    expect(opens()).toBe(0);
    await log.retry();
    expect(opens()).toBe(0);
  });

  test('is opened when something is contributed in another tab, and not for another setting', async () => {
    const { name, opens } = ownDevice();
    const slug = ownSlug();
    const log = readerLog();
    log.turnTo(slug);
    await storeRecords(name, [comment(1, { work: slug, text: { en: 'there' } })]);
    const before = opens();
    dispatchEvent(new StorageEvent('storage', { key: 'lesart.author' }));
    dispatchEvent(new StorageEvent('storage', { key: 'contributed' }));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(opens()).toBe(before);
    settingElsewhere();
    await expect.poll(() => texts(log)).toEqual(['there']);
  });

  test('is not opened for other tabs any more once its host has left the page', async () => {
    const { opens } = ownDevice();
    const log = readerLog();
    log.turnTo(ownSlug());
    log.hostDisconnected();
    settingElsewhere();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(opens()).toBe(0);
  });
});

describe('the log of who has contributed', () => {
  test('is opened with the work, and rendered when it is there', async () => {
    const { name } = ownDevice();
    const slug = ownSlug();
    await storeRecords(name, [
      comment(1, { work: slug, text: { en: 'here' } }),
      comment(2, { work: ownSlug(), text: { en: 'elsewhere' } }),
    ]);
    writeSetting('contributed', 'yes');
    const host = stubHost();
    const log = readerLog(host);
    log.turnTo(slug);
    expect(log.records).toEqual([]);
    await expect.poll(() => texts(log)).toEqual(['here']);
    expect(host.requestUpdate).toHaveBeenCalledOnce();
  });

  test('has what other tabs add, in another array, and is rendered for it', async () => {
    const { name } = ownDevice();
    const slug = ownSlug();
    const host = stubHost();
    const log = readerLog(host);
    log.turnTo(slug);
    await log.add([said(slug, 'mine')]);
    const before = log.records;
    host.requestUpdate.mockClear();
    // The tab's line bears the usual database's name.
    const tab = new BroadcastChannel(`lesart-contributions/${slug}`);
    onTestFinished(() => {
      tab.close();
    });
    await storeRecords(name, [comment(1, { work: slug, text: { en: 'theirs' } })]);
    tab.postMessage({ kind: 'anew' });
    await expect.poll(() => texts(log)).toEqual(['mine', 'theirs']);
    expect(log.records).not.toBe(before);
    expect(host.requestUpdate).toHaveBeenCalled();
  });

  test('turns to another work with nothing of the one before', async () => {
    ownDevice();
    const [one, other] = [ownSlug(), ownSlug()];
    const log = readerLog();
    log.turnTo(one);
    await log.add([said(one, 'in one')]);
    log.turnTo(other);
    expect(log.records).toEqual([]);
    await log.add([said(other, 'in the other')]);
    expect(texts(log)).toEqual(['in the other']);
    log.turnTo(one);
    await expect.poll(() => texts(log)).toEqual(['in one']);
  });

  test('that is still being opened when the reader turns to another work is left alone', async () => {
    const { name } = ownDevice();
    const [one, other] = [ownSlug(), ownSlug()];
    await storeRecords(name, [
      comment(1, { work: one, text: { en: 'in one' } }),
      comment(2, { work: other, text: { en: 'in the other' } }),
    ]);
    writeSetting('contributed', 'yes');
    const log = readerLog();
    log.turnTo(one);
    log.turnTo(other);
    await expect.poll(() => texts(log)).toEqual(['in the other']);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(texts(log)).toEqual(['in the other']);
  });

  test('is let go of, with the work’s records, when its host leaves the page', async () => {
    const { name } = ownDevice();
    const slug = ownSlug();
    const host = stubHost();
    const log = readerLog(host);
    log.turnTo(slug);
    await log.add([said(slug, 'mine')]);
    log.hostDisconnected();
    expect(log.records).toEqual([]);
    host.requestUpdate.mockClear();
    const witness = await opened(name, { slug });
    await witness.append([comment(1, { work: slug })]);
    expect(host.requestUpdate).not.toHaveBeenCalled();
  });

  // Two openings of one work are under way: both find the work that is open, and the first is never closed.
  test('is listened to once when the reader turned away and back before it was there', async () => {
    const { name } = ownDevice();
    const [one, other] = [ownSlug(), ownSlug()];
    writeSetting('contributed', 'yes');
    const host = stubHost();
    const log = readerLog(host);
    log.turnTo(one);
    log.turnTo(other);
    log.turnTo(one);
    await log.add([said(one, 'mine')]);
    await new Promise((resolve) => setTimeout(resolve, 50));
    log.hostDisconnected();
    host.requestUpdate.mockClear();
    await storeRecords(name, [comment(1, { work: one })]);
    const tab = new BroadcastChannel(`lesart-contributions/${one}`);
    tab.postMessage({ kind: 'anew' });
    await new Promise((resolve) => setTimeout(resolve, 100));
    tab.close();
    expect(host.requestUpdate).not.toHaveBeenCalled();
  });
});

describe('what is added', () => {
  test('is there at once, stored for the next visit, and makes the log worth opening', async () => {
    ownDevice();
    const slug = ownSlug();
    const host = stubHost();
    const log = readerLog(host);
    log.turnTo(slug);
    expect(readSetting('contributed')).toBeUndefined();
    const records = await log.add([said(slug, 'first')]);
    expect(log.records).toEqual(records);
    expect(host.requestUpdate).toHaveBeenCalled();
    expect(readSetting('contributed')).toBe('yes');
    log.hostDisconnected();
    const later = readerLog();
    later.turnTo(slug);
    await expect.poll(() => later.records).toEqual(records);
  });

  test('is one action, by ids that sort after all that were there, though the clock was set back', async () => {
    ownDevice();
    const slug = ownSlug();
    const log = readerLog();
    log.turnTo(slug);
    const [before] = await log.add([said(slug, 'before')]);
    log.hostDisconnected();
    const clock = vi.spyOn(Date, 'now').mockReturnValue(1_000_000_000_000);
    onTestFinished(() => {
      clock.mockRestore();
    });
    const later = readerLog();
    later.turnTo(slug);
    const records = await later.add([said(slug, 'one'), said(slug, 'two')]);
    expect(records.map(({ action }) => action)).toEqual([records[0]?.id, records[0]?.id]);
    const ids = [before, ...records].map((record) => record!.id);
    expect([...ids].sort()).toEqual(ids);
  });

  test('before the log is there waits for it, twice too, and loses nothing', async () => {
    const { opens } = ownDevice();
    const slug = ownSlug();
    const log = readerLog();
    log.turnTo(slug);
    await Promise.all(['one', 'two', 'three'].map((text) => log.add([said(slug, text)])));
    expect(texts(log)).toEqual(['one', 'three', 'two']);
    expect(opens()).toBe(1);
  });

  test('is saved as JSON Lines, a record a line', async () => {
    ownDevice();
    const slug = ownSlug();
    const log = readerLog();
    log.turnTo(slug);
    const records = await log.add([said(slug, 'one'), said(slug, 'two')]);
    const lines = log.exportAll().trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(records);
  });

  test('where the store is denied is kept here, with the trouble, until it can be stored', async () => {
    ownDevice();
    const { indexedDB } = globalThis;
    vi.stubGlobal('indexedDB', {
      open: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });
    const slug = ownSlug();
    const log = readerLog();
    log.turnTo(slug);
    await log.add([said(slug, 'kept')]);
    expect(texts(log)).toEqual(['kept']);
    expect(log.trouble).toBeDefined();
    expect(log.exportAll()).toContain('kept');
    vi.stubGlobal('indexedDB', indexedDB);
    await log.retry();
    expect(log.trouble).toBeUndefined();
    const later = readerLog();
    later.turnTo(slug);
    await expect.poll(() => texts(later)).toEqual(['kept']);
  });

  test('to no work is nothing', async () => {
    const { opens } = ownDevice();
    const log: ReaderLog = readerLog();
    expect(await log.add([said('w', 'nowhere')])).toEqual([]);
    expect([log.records, opens()]).toEqual([[], 0]);
  });

  test('are kept as what they say of the files', async () => {
    ownDevice();
    const slug = ownSlug();
    const log = readerLog();
    log.turnTo(slug);
    log.translate = (plans) => [...plans, said(slug, 'translated')];
    await log.add([said(slug, 'mine')]);
    expect(texts(log)).toEqual(['mine', 'translated']);
  });
});

test('a mark is one’s own when it was made on this device under one’s name', async () => {
  const { name } = ownDevice();
  const slug = ownSlug();
  const text = 'eins zwei';
  const mine: Mark = mark(1, text, 'eins', { work: slug });
  const another: Mark = mark(2, text, 'zwei', { work: slug, author: 'Grace' });
  const shipped: Mark = mark(3, text, 'eins', { work: slug });
  await storeRecords(name, [mine, another]);
  writeSetting('contributed', 'yes');
  const log = readerLog();
  log.turnTo(slug);
  await expect.poll(() => log.records.length).toBe(2);
  expect([mine, another, shipped].map((each) => log.isOwn(each, 'Ada'))).toEqual([true, false, false]);
  expect([mine, another].map((each) => log.isOwn(each, undefined))).toEqual([false, false]);
});
