import { describe, expect, test } from 'vitest';
import { tableDelimiter, tableReadSteps } from '../../../src/core/format/table-read.ts';
import type { ImportedTable } from '../../../src/core/format/imported.ts';
import { finish } from '../../../src/core/steps.ts';

const read = (text: string) => finish(tableReadSteps(text, 'a.csv'));
const tableOf = (text: string): ImportedTable => {
  const { value } = read(text);
  if (value?.kind !== 'table') throw new Error('no table');
  return value;
};

describe('the columns of a table', () => {
  test.each([
    ['id,de,en\np1,Haus,house', ['id', 'text de', 'text en']],
    ['ID;German;Französisch;Kommentar\n1;Haus;maison;gut', ['id', 'text de', 'text fr', 'note']],
    ['key\ttext_de-AT\ttarget (pt_BR)\nk\tHaus\tcasa', ['id', 'text de-AT', 'text pt-BR']],
    ['source,target\nhouse,Haus', ['text', 'text']],
    ['русский,日本語\nдом,家', ['text ru', 'text ja']],
    ['a.1,The house is old.,Das Haus ist alt.\na.2,It snows.,Es schneit.', ['id', 'text', 'text']],
  ])('are recognised: %j', (text, expected) => {
    expect(
      tableOf(text).columns.map(({ use, lang }) => [use, ...(lang ?? '').split(' ')].join(' ').trim()),
    ).toEqual(expected);
  });

  test('have names only when the first row looks like it', () => {
    expect(tableOf('The house is old.,Das Haus ist alt.\nIt snows.,Es schneit.').rows).toHaveLength(2);
    expect(tableOf('a,b\nThe house is old.,Das Haus ist alt.').rows).toHaveLength(1);
  });

  test('without any cell are left out', () => {
    expect(tableOf('en,x,de\nhouse,,Haus\n').columns.map(({ name }) => name)).toEqual(['en', 'de']);
  });
});

test.each([
  ['a,b;c\nd,e;f\n', ','],
  ['a;"x, y"\nb;"z, w, v"\n', ';'],
  ['a, b\tc\nd\te, f, g\n', '\t'],
])('the delimiter of %j is found', (text, delimiter) => {
  expect(tableDelimiter(text)).toBe(delimiter);
});

test('cells may hold line breaks and quotation marks, and are put on one line', () => {
  expect(tableOf('en,de\n"the ""old""\r\nhouse",Haus\n').rows).toEqual([['the "old" house', 'Haus']]);
});

test('a quotation mark that is never closed is a problem with its line', () => {
  expect(read('en,de\nhouse,Haus\n"tree,Baum\n').problems).toEqual([
    { code: 'quotation-unclosed', severity: 'fault', args: {}, file: 'a.csv', line: 3 },
  ]);
});

test('in a corpus with tabs a quotation mark is a letter', () => {
  const { value, problems } = read('"He said no.\tEr sagte nein.\nYes.\tJa.\n');
  expect(problems).toEqual([]);
  expect(value).toMatchObject({
    rows: [
      ['"He said no.', 'Er sagte nein.'],
      ['Yes.', 'Ja.'],
    ],
  });
});

test('one column is a text', () => {
  expect(read('One.\nTwo.\n').value).toEqual({
    kind: 'text',
    paragraphs: [
      { role: 'paragraph', text: 'One.' },
      { role: 'paragraph', text: 'Two.' },
    ],
  });
});

test('columns beyond the limit are a problem', () => {
  const row = Array.from({ length: 120 }, (_, at) => `word ${at}`).join(',');
  const { value, problems } = read(`${row}\n${row}`);
  expect(problems).toMatchObject([{ code: 'columns-surplus', args: { count: 120, limit: 100 } }]);
  expect(value?.kind === 'table' && value.columns.length).toBe(100);
});
