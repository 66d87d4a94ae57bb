import { describe, expect, test } from 'vitest';
import type { Contribution } from '../../../src/core/contribution/record.ts';
import { backup, restore } from '../../../src/store/backup.ts';
import { comment, mark, recordId } from '../make.ts';
import { idsOf, opened, ownDatabase, storeRecords, storeSilently, until } from './logs.ts';

const TEXT = 'Wir haben keine Kontrolle.';
const NOW = new Date('2026-01-02T03:04:05.006Z');
const own = [mark(1, TEXT, 'keine'), comment(2)];
const other = comment(3, { work: 'v' });
const newer = { ...comment(4), type: 'alignment', shape: [1] } as unknown as Contribution;
const none = () => undefined;

const textOf = async (name: string): Promise<string> => (await backup(undefined, NOW, { name })).text;

describe('a backup', () => {
  test('has the contributions to all works, with a header', async () => {
    const name = ownDatabase();
    await storeRecords(name, [...own, other, newer]);
    const [header, ...lines] = (await textOf(name)).trimEnd().split('\n');
    expect(JSON.parse(header ?? '')).toEqual({
      lesart: 'backup',
      version: 1,
      time: NOW.toISOString(),
      records: 4,
    });
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([...own, other, newer]);
  });

  test('has what the open log holds in memory, each record once', async () => {
    const name = ownDatabase();
    await storeRecords(name, own);
    const log = await opened(name, { factory: none });
    await log.append([...own, newer]);
    const { text } = await backup(log, NOW, { name });
    expect(text.trimEnd().split('\n')).toHaveLength(4);
  });

  test('has the open log’s records and says what is missing when the store cannot be read', async () => {
    const log = await opened(ownDatabase(), { factory: none });
    await log.append(own);
    const { text, trouble } = await backup(log, NOW, { factory: none });
    expect(trouble?.code).toBe('unavailable');
    expect(text.trimEnd().split('\n')).toHaveLength(3);
  });

  test('has what this version cannot read', async () => {
    const name = ownDatabase();
    await storeSilently(name, [[`w/${recordId(1)}`, { ...own[0], severity: 'catastrophic' }]]);
    expect(await textOf(name)).toContain('catastrophic');
  });
});

describe('restoring', () => {
  test('gives an empty device everything', async () => {
    const [from, to] = [ownDatabase(), ownDatabase()];
    await storeRecords(from, [...own, other, newer]);
    const restored = await restore(await textOf(from), 'b.jsonl', undefined, { name: to });
    expect(restored).toEqual({ read: 4, added: 4, conflicts: [], problems: [], troubles: [] });
    expect(await textOf(to)).toBe(await textOf(from));
  });

  test('merges with what is there, and a second time does nothing', async () => {
    const [from, to] = [ownDatabase(), ownDatabase()];
    await storeRecords(from, [...own, other]);
    await storeRecords(to, [newer, ...own.slice(0, 1)]);
    const text = await textOf(from);
    expect((await restore(text, 'b', undefined, { name: to })).added).toBe(2);
    expect((await restore(text, 'b', undefined, { name: to })).added).toBe(0);
    expect(idsOf(await opened(to))).toEqual([recordId(1), recordId(2), recordId(4)]);
  });

  test('replaces nothing: of two records with one id both are kept, and the id is reported', async () => {
    const name = ownDatabase();
    const mine = comment(1, { text: { en: 'mine' } });
    const theirs = comment(1, { text: { en: 'theirs' } });
    await storeRecords(name, [mine]);
    const { conflicts } = await restore(JSON.stringify(theirs), 'b', undefined, { name });
    expect(conflicts).toEqual([recordId(1)]);
    expect((await opened(name)).records).toEqual([mine, theirs]);
  });

  test('reports bad lines by number and keeps the good ones', async () => {
    const [from, to] = [ownDatabase(), ownDatabase()];
    await storeRecords(from, own);
    const [header, first, second] = (await textOf(from)).split('\n');
    const text = [header, first, '{ broken', second].join('\n');
    const { problems, added } = await restore(text, 'b.jsonl', undefined, { name: to });
    expect(problems.map(({ code, file, line }) => [code, file, line])).toEqual([
      ['json-invalid', 'b.jsonl', 3],
    ]);
    expect(added).toBe(2);
  });

  test('says that the file was cut, or comes from a newer version', async () => {
    const [from, to] = [ownDatabase(), ownDatabase()];
    await storeRecords(from, own);
    const text = await textOf(from);
    const cut = text.split('\n').slice(0, 2).join('\n');
    expect((await restore(cut, 'b', undefined, { name: to })).troubles).toEqual([
      { code: 'backup-cut', args: { expected: 2, found: 1 } },
    ]);
    const later = text.replace('"version":1', '"version":2');
    expect((await restore(later, 'b', undefined, { name: to })).troubles).toEqual([
      { code: 'backup-newer', args: { version: 2 } },
    ]);
  });

  test('shows in the open log at once and in the other tabs', async () => {
    const [from, to] = [ownDatabase(), ownDatabase()];
    await storeRecords(from, [...own, other]);
    const [log, tab] = [await opened(to), await opened(to)];
    await restore(await textOf(from), 'b', log, { name: to });
    expect(idsOf(log)).toEqual([recordId(1), recordId(2)]);
    await until(tab, () => tab.records.length === 2);
    expect(idsOf(tab)).toEqual(idsOf(log));
  });

  test('keeps the open work’s contributions in memory when the store does not take them', async () => {
    const log = await opened(ownDatabase(), { factory: none });
    const text = [...own, other].map((record) => JSON.stringify(record)).join('\n');
    const restored = await restore(text, 'b', log, { factory: none });
    expect([restored.read, restored.added]).toEqual([3, 2]);
    expect(restored.troubles.map(({ code }) => code)).toEqual(['unavailable']);
    expect(idsOf(log)).toEqual([recordId(1), recordId(2)]);
  });

  test('reaches an open log that is in memory', async () => {
    const name = ownDatabase();
    const log = await opened(name, { factory: none });
    const text = own.map((record) => JSON.stringify(record)).join('\n');
    expect((await restore(text, 'b', log, { name })).added).toBe(2);
    expect(idsOf(log)).toEqual([recordId(1), recordId(2)]);
  });
});
