import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readLog, writeLog } from '../../../src/core/contribution/log.ts';
import type { Contribution } from '../../../src/core/contribution/record.ts';
import { readContribution } from '../../../src/core/contribution/record-schema.ts';
import { anchor, comment, correction, id, mark, opaque, review, withdrawal } from './make.ts';

const read = (text: string) => readLog(text, 'contributions.jsonl');
const everyType = (): Contribution[] => [
  mark(1, {
    explanation: { en: 'Wrong.', de: 'Falsch.' },
    cause: { kind: 'homonym', zh: '融资', note: { en: 'financing' } },
    confidence: 0.5,
    replacement: 'x',
  }),
  correction(2, { reason: { en: 'Better.' }, resolves: [id(1)] }),
  review(3, 2, { verdict: 'changes-requested' }),
  comment(4, { variant: 'de', paragraph: 'p', spans: [anchor()], certainty: 'guess' }),
  withdrawal(5, 4),
  opaque(6, { cells: [{ deep: [1, null, 'ü'] }] }),
];
const faults = (value: unknown) =>
  readContribution(value).problems.map(({ code, args }) => [code, args['path']]);

describe('a record', () => {
  test.each(everyType().map((record) => [record.type, record] as const))(
    '%s is read as it is',
    (_type, record) => {
      expect(readContribution(record)).toEqual({ value: record, problems: [] });
    },
  );

  test('keeps what a newer version added to it', () => {
    const newer = { ...mark(1), weight: { of: 3 } };
    expect(readContribution(newer).value).toEqual(newer);
  });

  test.each([
    ['no object', 7, [['value-invalid', '$']]],
    ['no author', { ...mark(1), author: '' }, [['value-invalid', 'author']]],
    ['an id in capitals', { ...mark(1), id: id(1).toUpperCase() }, [['id-invalid', 'id']]],
    ['an id of version 4', { ...mark(1), id: id(1).replace('-7', '-4') }, [['id-invalid', 'id']]],
    ['a local time', { ...mark(1), time: '2024-08-07T12:00:00.000+02:00' }, [['time-invalid', 'time']]],
    ['a time that never was', { ...mark(1), time: '2024-02-30T12:00:00.000Z' }, [['time-invalid', 'time']]],
    ['no span', { ...mark(1), spans: [] }, [['value-invalid', 'spans']]],
    [
      'offsets that do not fit the quote',
      { ...mark(1), spans: [{ ...anchor(), end: 7 }] },
      [['anchor-inconsistent', 'spans[0]']],
    ],
    ['a category of its own', { ...mark(1), category: 'accuracy/other' }, [['value-invalid', 'category']]],
    ['a confidence above 1', { ...mark(1), confidence: 1.1 }, [['value-invalid', 'confidence']]],
    ['a paragraph that is a path', { ...correction(1), paragraph: '../p' }, [['id-invalid', 'paragraph']]],
    ['too long a text', { ...correction(1), text: 'x'.repeat(100_001) }, [['value-invalid', 'text']]],
    ['no verdict', { ...review(1, 2), verdict: undefined }, [['value-missing', 'verdict']]],
    ['an empty comment', { ...comment(1), text: {} }, [['value-invalid', 'text']]],
    ['a newer type without time', { ...opaque(1), time: undefined }, [['value-missing', 'time']]],
    ['the name of a method as its type', { ...opaque(1), type: 'toString', id: 'x' }, [['id-invalid', 'id']]],
  ])('with %s is a fault with its path', (_name, value, expected) => {
    expect(faults(value)).toEqual(expected);
  });

  test('of a newer type is refused when it is nested beyond reason', () => {
    const deep = JSON.parse('['.repeat(50) + ']'.repeat(50)) as unknown;
    expect(faults(opaque(1, { deep }))).toEqual([['nesting-too-deep', undefined]]);
  });
});

describe('a log', () => {
  test('gives back what was written, sorted by id', () => {
    const shuffled = fc.shuffledSubarray(everyType());
    fc.assert(
      fc.property(shuffled, (records) => {
        const sorted = [...records].sort((a, b) => (a.id < b.id ? -1 : 1));
        expect(read(writeLog(records))).toEqual({ value: sorted, problems: [] });
      }),
    );
  });

  test('is the same text whatever the order of records and keys', () => {
    const [first] = everyType();
    const reversed = Object.fromEntries(Object.entries(first!).reverse()) as unknown as Contribution;
    expect(writeLog([reversed])).toBe(writeLog([first!]));
    expect(writeLog(everyType().reverse())).toBe(writeLog(everyType()));
  });

  test('has one record a line, its id first, and a line break at the end', () => {
    const written = writeLog([comment(1, { text: { en: 'one\ntwo' } })]);
    expect(written).toMatch(/^\{"id":"[^\n]*\}\n$/);
    expect(writeLog([])).toBe('');
  });

  test('keeps the good lines beside bad ones and names the bad', () => {
    const text = [writeLog([mark(1)]).trim(), '', '{"id":', '{}', '  ', writeLog([mark(2)]).trim()].join(
      '\r\n',
    );
    const { value, problems } = read(text);
    expect(value).toEqual([mark(1), mark(2)]);
    expect(problems.filter(({ line }) => line === 3)).toMatchObject([
      { code: 'json-invalid', file: 'contributions.jsonl', args: { column: 8, near: '{"id":' } },
    ]);
    expect(problems.some(({ code, line }) => code === 'value-missing' && line === 4)).toBe(true);
  });

  test('reads a record once that a union merge left there twice', () => {
    const text = writeLog([mark(1)]);
    expect(read(text + text)).toEqual({ value: [mark(1)], problems: [] });
  });

  test('reports two records with one id and keeps the same one in either order', () => {
    const one = writeLog([mark(1, { severity: 'minor' })]);
    const other = writeLog([mark(1, { severity: 'major' })]);
    const [forth, back] = [read(one + other), read(other + one)];
    expect(forth.problems).toMatchObject([{ code: 'contribution-conflict', line: 2, args: { first: 1 } }]);
    expect(forth.value).toEqual(back.value);
  });

  test('refuses a line beyond its bound and reads on', () => {
    const { value, problems } = read(`${'x'.repeat(2 ** 20 + 1)}\n${writeLog([mark(1)])}`);
    expect(problems).toMatchObject([{ code: 'line-too-long', line: 1 }]);
    expect(value).toEqual([mark(1)]);
  });
});
