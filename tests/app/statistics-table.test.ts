import { beforeAll, describe, expect, test } from 'vitest';
import { type Table, csvOf, sortRows } from '../../src/app/statistics-view/table.ts';
import '../../src/app/statistics-view/statistics-table.ts';
import { loadLaterTexts, startI18n, t } from '../../src/i18n/i18n.ts';
import { all, change, heard, mount, one, rendered, textOf } from './make.ts';

beforeAll(async () => {
  await startI18n(['en']);
  await loadLaterTexts();
});

const TABLE: Table = {
  caption: 'Scores',
  columns: [{ label: 'Name' }, { label: 'Errors', digits: 0 }, { label: 'Score', digits: 2 }],
  rows: [{ cells: ['Zoë', 2, 1.005] }, { cells: ['ada', 10, undefined] }, { cells: ['Bo', 1, -0.001] }],
};
const many: Table = {
  ...TABLE,
  rows: Array.from({ length: 450 }, (_value, at) => ({ cells: [`n${String(at)}`, at, at] })),
};

const show = (table: Table) => mount('lesart-statistics-table', { table });
const names = (element: Element): readonly string[] => all(element, 'tbody th').map(textOf);

describe('a table of statistics', () => {
  test('has a caption, heads of columns and of rows, and numbers as the language writes them', async () => {
    const element = await show(TABLE);
    expect(textOf(one(element, 'caption'))).toBe('Scores');
    expect(all(element, 'thead th').map((head) => head.getAttribute('scope'))).toEqual(['col', 'col', 'col']);
    expect(all(element, 'tbody th').map((head) => head.getAttribute('scope'))).toEqual(['row', 'row', 'row']);
    expect(all(element, 'tbody td').map(textOf)).toEqual(['2', '1.01', '10', '–', '1', '0.00']);
  });

  test('is ordered by a column when its head is pressed, and the other way round when it is pressed again', async () => {
    const element = await show(TABLE);
    const [name, errors, score] = all(element, 'thead button');
    const press = async (head: HTMLElement | undefined): Promise<readonly string[]> => {
      head?.click();
      await rendered(element);
      return names(element);
    };
    expect(await press(errors)).toEqual(['ada', 'Zoë', 'Bo']);
    expect(await press(errors)).toEqual(['Bo', 'Zoë', 'ada']);
    expect(await press(name)).toEqual(['ada', 'Bo', 'Zoë']);
    expect(await press(name)).toEqual(['Zoë', 'Bo', 'ada']);
    // What is not known stays last, either way.
    expect(await press(score)).toEqual(['Zoë', 'Bo', 'ada']);
    expect(await press(score)).toEqual(['Bo', 'Zoë', 'ada']);
    expect(all(element, 'thead th').map((head) => head.getAttribute('aria-sort'))).toEqual([
      null,
      null,
      'ascending',
    ]);
  });

  test('shows many rows some at a time, in the order of all', async () => {
    const element = await show(many);
    expect(names(element)).toHaveLength(200);
    expect(textOf(one(element, '.more'))).toBe(
      t('statistics.moreRows', { number: 200, shown: 200, total: 450 }),
    );
    all(element, 'thead button')[1]?.click();
    await rendered(element);
    expect(names(element)[0]).toBe('n449');
    one(element, '.more').click();
    await rendered(element);
    one(element, '.more').click();
    await rendered(element);
    expect(names(element)).toHaveLength(450);
    expect(all(element, '.more')).toEqual([]);
    await change(element, { table: { ...many } });
    expect(names(element)).toHaveLength(200);
  });

  test('leads from a row to its paragraph', async () => {
    const element = await show({
      ...TABLE,
      rows: [{ cells: ['7', 1, 2], paragraph: 'a07' }, { cells: ['8', 1, 2] }],
    });
    const activated = heard(document.body, 'paragraph-activated');
    const [place, ...others] = all(element, '.place');
    place?.click();
    expect(activated.map(({ paragraph, origin }) => [paragraph, origin])).toEqual([['a07', 'panel']]);
    expect(others).toEqual([]);
  });

  test('can be scrolled by keys', async () => {
    const group = one(await show(TABLE), '.scroll');
    expect([group.tabIndex, group.getAttribute('role'), group.getAttribute('aria-label')]).toEqual([
      0,
      'group',
      'Scores',
    ]);
  });
});

test('rows that are alike keep their order', () => {
  const rows = ['a', 'b', 'c'].map((name) => ({ cells: [name, 1] }));
  expect(sortRows(rows, 1, 'descending', 'en')).toEqual(rows);
});

describe('a table as comma-separated values', () => {
  test('has its numbers in full and what is not known empty', () => {
    expect(csvOf(TABLE, 'id')).toBe('Name,Errors,Score\r\nZoë,2,1.005\r\nada,10,\r\nBo,1,-0.001\r\n');
  });

  test('quotes what has commas, quotes and ends of lines, and names the paragraphs', () => {
    const rows = [{ cells: ['a, "b"\nc', 1, 2], paragraph: 'a07' }];
    expect(csvOf({ ...TABLE, rows }, 'id')).toBe('Name,Errors,Score,id\r\n"a, ""b""\nc",1,2,a07\r\n');
  });

  test.each(['=1+1', '+1', '-1', '@sum'])('keeps a spreadsheet from running %s', (name) => {
    expect(csvOf({ ...TABLE, rows: [{ cells: [name, 1, 2] }] }, 'id')).toContain(`\r\n'${name},1,2`);
  });
});
