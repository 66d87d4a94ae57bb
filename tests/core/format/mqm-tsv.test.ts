import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { WMT_COLUMNS } from '../../../src/core/format/mqm-columns.ts';
import { mqmTsvSteps, readMqmTsv, writeMqmTsv, writeRejected } from '../../../src/core/format/mqm-tsv.ts';
import { rows } from './arbitraries.ts';

const HEADER = WMT_COLUMNS.join('\t');
const ROW = 'A\td\t1\t7\tr1\tone\t<v>eins</v>\tAccuracy/Addition\tMajor\tnote';
const NINE = ROW.split('\t').slice(0, 9).join('\t');
const file = (...lines: string[]) => lines.map((line) => `${line}\n`).join('');
const again = (text: string) => writeMqmTsv(readMqmTsv(text).value);

describe('a row', () => {
  test('is read with its span, texts and note', () => {
    expect(readMqmTsv(file(HEADER, ROW)).value.rows).toEqual([
      {
        line: 2,
        system: 'A',
        doc: 'd',
        segment: '1',
        globalSegment: '7',
        rater: 'r1',
        sourceText: 'one',
        source: [],
        targetText: 'eins',
        target: [{ start: 0, end: 4 }],
        category: 'Accuracy/Addition',
        severity: 'Major',
        comment: 'note',
      },
    ]);
  });

  test('keeps quotation marks as they stand, doubled or not', () => {
    const row = ROW.replace('one', '"He said ""one"""').replace('<v>eins</v>', '"<v>eins');
    const quoted = row.replace('"<v>eins', '"<v>eins</v>');
    expect(readMqmTsv(file(HEADER, quoted)).value.rows[0]).toMatchObject({
      sourceText: '"He said ""one"""',
      targetText: '"eins',
    });
    expect(again(file(HEADER, quoted))).toBe(file(HEADER, quoted));
  });
});

describe('a file', () => {
  test.each([
    ['with a comment column', file(HEADER, ROW)],
    ['without one', file(HEADER.replace('\tcomment', ''), NINE)],
    ['with rows that end before the comment', file(HEADER, NINE, ROW)],
    ['with an empty comment', file(HEADER, `${NINE}\t`)],
    ['with spans that begin and end with spaces', file(HEADER, ROW.replace('eins', ' eins '))],
    ['with a span in the source', file(HEADER, ROW.replace('one', 'o<v>n</v>e'))],
    ['with columns that we do not know', file(`${HEADER}\tlevel\tx`, `${ROW}\t3\t`)],
    [
      'with an unknown column in the middle',
      file(`x\t${HEADER}`.replace('x\tsystem\tdoc', 'system\tdoc\tx'), ROW.replace('\td\t', '\td\t?\t')),
    ],
    [
      'with the columns of Marot',
      file(
        'system\tdoc\tdocSegId\tglobalSegId\trater\tsource\ttarget\tcategory\tseverity\tmetadata',
        ROW.replace('note', '{"note":"x"}'),
      ),
    ],
    ['without a header', file(ROW)],
    ['without a line break at its end', file(HEADER, ROW).trimEnd()],
    ['with the line ends of Windows', file(HEADER, ROW).replaceAll('\n', '\r\n')],
    ['with a carriage return in some lines', file(HEADER, `${ROW}\r`, ROW)],
    ['with a row that carries a text only', file(HEADER, 'A\td\t1\t7\t\tone\teins\t\t\t{}')],
    ['with nothing but the header', file(HEADER)],
  ])('%s is written as it was', (_name, text) => {
    expect(readMqmTsv(text).problems).toEqual([]);
    expect(again(text)).toBe(text);
  });

  test('without ids inside documents is told apart by those across documents', () => {
    const text = file(HEADER.replace('doc_id\t', ''), ROW.replace('1\t7', '7'));
    expect(readMqmTsv(text).value.rows[0]?.segment).toBe('7');
    expect(again(text)).toBe(text);
  });

  test('of any rows is read as it was written', () => {
    fc.assert(
      fc.property(rows, fc.constantFrom<'\n' | '\r\n'>('\n', '\r\n'), (given, newline) => {
        const numbered = given.map((row, index) => ({ ...row, line: index + 2 }));
        const table = {
          columns: WMT_COLUMNS,
          hasHeader: true,
          newline,
          endsWithNewline: true,
          rows: numbered,
        };
        const text = writeMqmTsv(table);
        const { value, problems } = readMqmTsv(text);
        expect(problems).toEqual([]);
        expect(value.rows).toEqual(numbered);
        expect(writeMqmTsv(value)).toBe(text);
      }),
    );
  });

  test('of any text is read without a throw, each line kept or set aside', () => {
    const cell = fc.constantFrom('', 'a', '<v>', '</v>', '<v>x</v>', '"', 'Major', '\r', '<');
    const line = fc.array(cell, { maxLength: 12 }).map((cells) => cells.join('\t'));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const text = `${HEADER}\n${lines.join('\n')}`;
        const { value, problems } = readMqmTsv(text);
        expect(value.rows.length + value.rejected.length).toBe(lines.filter((own) => own !== '').length);
        expect(problems).toHaveLength(value.rejected.length);
      }),
    );
  });
});

describe('a bad row', () => {
  const cells = (change: Record<number, string>) =>
    ROW.split('\t')
      .map((cell, at) => change[at] ?? cell)
      .join('\t');
  test.each([
    ['is too short', 'A\td\t1\t7\tr1\tone', 'row-cells-missing', { column: 'target', count: 6, limit: 10 }],
    ['is too long', `${ROW}\tx`, 'row-cells-surplus', { count: 11, limit: 10 }],
    ['names no system', cells({ 0: '' }), 'cell-empty', { column: 'system' }],
    ['names no segment', cells({ 2: '' }), 'cell-empty', { column: 'doc_id' }],
    ['names no rater', cells({ 4: '' }), 'cell-empty', { column: 'rater' }],
    ['names no severity', cells({ 8: '' }), 'cell-empty', { column: 'severity' }],
    [
      'does not close a span',
      cells({ 6: 'eins <v>zwei' }),
      'span-tags-unpaired',
      { column: 'target', near: 'eins <v>zwei' },
    ],
    [
      'does not open one',
      cells({ 5: 'one</v>' }),
      'span-tags-unpaired',
      { column: 'source', near: 'one</v>' },
    ],
  ])('that %s is reported with line, column and reason; the others are kept', (_name, bad, code, args) => {
    const text = file(HEADER, ROW, bad, ROW);
    const { value, problems } = readMqmTsv(text);
    expect(problems).toEqual([{ code, severity: 'fault', args, line: 3 }]);
    expect(value.rows.map(({ line }) => line)).toEqual([2, 4]);
    expect(writeRejected(value)).toBe(file(HEADER, bad));
  });

  test('or a header without needed columns is reported', () => {
    const { value, problems } = readMqmTsv(file('system\tdoc\tdoc_id\trater', 'A\td\t1\tr1'));
    expect(value.rows).toEqual([]);
    expect(problems).toMatchObject([
      { code: 'columns-missing', args: { columns: 'source, target, category, severity' }, line: 1 },
    ]);
  });
});

test('a long file is read in steps that tell how far it is', () => {
  const text = file(HEADER, ...Array.from({ length: 5000 }, () => ROW));
  const steps = [...mqmTsvSteps(text)];
  expect(steps.length).toBeGreaterThanOrEqual(5);
  const shares = steps.map(({ done, total }) => done / total);
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect(shares.at(-1)).toBeLessThanOrEqual(1);
});

test('a row that the format cannot hold is not written', () => {
  const { value } = readMqmTsv(file(HEADER, ROW));
  const [row] = value.rows;
  expect(() => writeMqmTsv({ ...value, rows: [{ ...row!, comment: 'a\tb' }] })).toThrow(RangeError);
  expect(() => writeMqmTsv({ ...value, rows: [{ ...row!, targetText: 'a\nb', target: [] }] })).toThrow(
    RangeError,
  );
});
