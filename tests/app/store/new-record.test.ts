import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UUID_V7 } from '../../../src/core/contribution/id.ts';
import { readContribution } from '../../../src/core/contribution/record-schema.ts';
import { askForPersistence } from '../../../src/store/persistence.ts';
import { recordMaker } from '../../../src/store/new-record.ts';
import { comment, mark } from '../make.ts';

/** A record as it was before it was made. */
const unmade = <T extends { id: string; time: string }>(record: T): Omit<T, 'id' | 'time'> => {
  const { id, time, ...fields } = record;
  void [id, time];
  return fields;
};
const fields = unmade(mark(1, 'Wir haben keine Kontrolle.', 'keine'));
const remark = unmade(comment(1));
const NOW = Date.parse('2026-01-02T03:04:05.006Z');

describe('a new record', () => {
  test('has an id, the time, and what it was given', () => {
    const record = recordMaker({ now: () => NOW }).newRecord(fields);
    expect(record).toEqual({ ...fields, id: record.id, time: '2026-01-02T03:04:05.006Z' });
    expect(record.id).toMatch(UUID_V7);
    expect(readContribution(record)).toEqual({ value: record, problems: [] });
  });

  test('cannot be changed, and does not freeze what it was made from', () => {
    const record = recordMaker().newRecord(fields);
    const frozen = [record, record.spans, record.spans[0], record.spans[0]?.quote].map(Object.isFrozen);
    expect(frozen).toEqual([true, true, true, true]);
    expect(Object.isFrozen(fields.spans)).toBe(false);
  });

  test('sorts after the one before, whatever the clock does', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 40 }), (ticks) => {
        let ms = 0;
        const maker = recordMaker({ now: () => ms });
        const ids = ticks.map((tick) => {
          ms = tick;
          return maker.newRecord(fields).id;
        });
        expect(ids).toEqual([...new Set(ids)].sort());
      }),
    );
  });

  test('sorts after the last record of the log when the clock was set back', () => {
    const last = recordMaker({ now: () => NOW }).newRecord(fields).id;
    const record = recordMaker({ now: () => NOW - 3_600_000, after: last }).newRecord(fields);
    expect(record.id > last).toBe(true);
    expect(record.time).toBe('2026-01-02T02:04:05.006Z');
  });
});

describe('an action', () => {
  test('of several records is named in each by the first one’s id', () => {
    const made = recordMaker().newAction([fields, remark, remark]);
    expect(made.map(({ action }) => action)).toEqual(Array(3).fill(made[0]?.id));
    expect(new Set(made.map(({ id }) => id)).size).toBe(3);
    expect(made.map(Object.isFrozen)).toEqual([true, true, true]);
  });

  test('may say something of a record that it makes', () => {
    const made = recordMaker().newAction([
      fields,
      (before) => ({ ...remark, of: before[0]!.id }),
      (before) => ({ ...remark, of: before[1]!.id }),
    ]);
    expect(made.map((record) => ('of' in record ? record.of : undefined))).toEqual([
      undefined,
      made[0]?.id,
      made[1]?.id,
    ]);
    expect(made.map(({ action }) => action)).toEqual(Array(3).fill(made[0]?.id));
  });

  test('of one record or none needs no name', () => {
    expect(
      recordMaker()
        .newAction([fields])
        .map((record) => 'action' in record),
    ).toEqual([false]);
    expect(recordMaker().newAction([])).toEqual([]);
  });
});

describe('asking for persistence', () => {
  test.each([
    ['what the browser answers', { persist: () => Promise.resolve(true) }, true],
    ['nothing more where the data are kept already', { persisted: () => Promise.resolve(true) }, true],
    ['no where it may not be asked', { persist: () => Promise.reject(new TypeError('denied')) }, false],
    ['no where it cannot be asked', undefined, false],
  ])('gives %s', async (_what, storage, expected) => {
    expect(await askForPersistence(storage as Partial<StorageManager>)).toBe(expected);
  });
});
