import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BACKUP_VERSION, readBackup, writeBackup } from '../../../src/core/contribution/backup.ts';
import { comment, id, mark, opaque } from './make.ts';

const TIME = '2026-01-02T03:04:05.006Z';
const ids = (text: string) => readBackup(text, 'b').value.map((record) => record.id);

describe('a backup', () => {
  test('gives back what was put into it, works and newer types alike', () => {
    const record = fc
      .tuple(fc.nat(50), fc.constantFrom('w', 'v'))
      .chain(([n, work]) =>
        fc.constantFrom(mark(n, { work }), comment(n + 100, { work }), opaque(n + 200, { work, later: [n] })),
      );
    fc.assert(
      fc.property(fc.uniqueArray(record, { selector: (one) => one.id }), (records) => {
        const { value, problems, header, lines } = readBackup(writeBackup(records, TIME), 'b');
        expect(new Set(value)).toEqual(new Set(records));
        expect(problems).toEqual([]);
        expect(header).toEqual({
          lesart: 'backup',
          version: BACKUP_VERSION,
          time: TIME,
          records: records.length,
        });
        expect(lines).toBe(records.length);
      }),
    );
  });

  test('with bad lines names them by their number and keeps the others', () => {
    const [header, ...lines] = writeBackup([mark(1), mark(2)], TIME)
      .trimEnd()
      .split('\n');
    const text = [header, lines[0], '{"id":', '', lines[1], '{"type":"mark"}'].join('\n');
    const { value, problems } = readBackup(text, 'mine.jsonl');
    expect(value.map((record) => record.id)).toEqual([id(1), id(2)]);
    expect(new Set(problems.map(({ file, line }) => `${file ?? ''}:${String(line)}`))).toEqual(
      new Set(['mine.jsonl:3', 'mine.jsonl:6']),
    );
  });

  test('that was cut has fewer lines than its header says', () => {
    const text = writeBackup([mark(1), mark(2), mark(3)], TIME);
    const { header, lines, value } = readBackup(text.split('\n').slice(0, 3).join('\n'), 'b');
    expect([header?.records, lines, value.length]).toEqual([3, 2, 2]);
  });

  test('may have a byte order mark and the line ends of another system', () => {
    const text = writeBackup([mark(1), mark(2)], TIME).replaceAll('\n', '\r\n');
    expect(ids(`\uFEFF${text}`)).toEqual([id(1), id(2)]);
    expect(readBackup(`\uFEFF${text}`, 'b').header?.records).toBe(2);
  });

  test('may be longer than a file that ships with a work', () => {
    const long = comment(1, { text: { en: 'x'.repeat(100_000) } });
    const text = writeBackup([long], TIME) + `${' '.repeat(1000)}\n`.repeat(34_000);
    expect(text.length).toBeGreaterThan(32 * 1024 * 1024);
    expect(ids(text)).toEqual([id(1)]);
  });

  test.each([
    ['a work’s own log', `${JSON.stringify(mark(1))}\n`, [id(1)]],
    ['nothing', '', []],
    ['a line that is null', 'null\n', []],
  ])('is not needed to read %s', (_what, text, expected) => {
    const read = readBackup(text, 'b');
    expect(read.header).toBeUndefined();
    expect(read.value.map((record) => record.id)).toEqual(expected);
  });
});
