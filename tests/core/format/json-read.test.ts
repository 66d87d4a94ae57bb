import { describe, expect, test } from 'vitest';
import { jsonReadSteps } from '../../../src/core/format/json-read.ts';
import { finish } from '../../../src/core/steps.ts';

const readText = (text: string) => finish(jsonReadSteps(text, 'a.json'));
const read = (value: unknown) => readText(JSON.stringify(value));

describe('JSON', () => {
  test('of strings is a text', () => {
    expect(read(['One.', '', 'Two\nlines.']).value).toEqual({
      kind: 'text',
      paragraphs: [
        { role: 'paragraph', text: 'One.' },
        { role: 'paragraph', text: 'Two lines.' },
      ],
    });
  });

  test('of objects is a table', () => {
    expect(
      read([
        { id: 'a', en: 'house', de: 'Haus' },
        { id: 'b', en: 'tree', note: 'old' },
      ]).value,
    ).toMatchObject({
      columns: [
        { name: 'id', use: 'id' },
        { name: 'en', use: 'text', lang: 'en' },
        { name: 'de', use: 'text', lang: 'de' },
        { name: 'note', use: 'note' },
      ],
      rows: [
        ['a', 'house', 'Haus', ''],
        ['b', 'tree', '', 'old'],
      ],
    });
  });

  test('of a list in an object is that list, with the title', () => {
    expect(read({ title: 'Garden', segments: [{ source: 'house', target: 'Haus' }] }).value).toMatchObject({
      title: 'Garden',
      rows: [['house', 'Haus']],
    });
  });

  test('of resources for programs has ids joined by dots', () => {
    expect(read({ menu: { file: { open: 'Open' } }, steps: ['One', 'Two'], on: true }).value).toMatchObject({
      columns: [{ use: 'id' }, { use: 'text' }],
      rows: [
        ['menu.file.open', 'Open'],
        ['steps.0', 'One'],
        ['steps.1', 'Two'],
        ['on', 'true'],
      ],
    });
  });

  test('of ARB leaves out what is said about a text', () => {
    expect(read({ '@@locale': 'de', hello: 'Hallo', '@hello': { description: 'x' } }).value).toMatchObject({
      columns: [{ use: 'id' }, { use: 'text', lang: 'de' }],
      rows: [['hello', 'Hallo']],
    });
  });

  test('of several languages has a column for each, whether they are outside or inside', () => {
    const rows = [
      ['a', 'house', 'Haus'],
      ['b', 'tree', 'Baum'],
    ];
    expect(read({ en: { a: 'house', b: 'tree' }, de: { a: 'Haus', b: 'Baum' } }).value).toMatchObject({
      rows,
    });
    expect(read({ a: { en: 'house', de: 'Haus' }, b: { en: 'tree', de: 'Baum' } }).value).toMatchObject({
      rows,
    });
    expect(read({ en: ['house', 'tree'], de: ['Haus', 'Baum'] }).value).toMatchObject({
      rows: [
        ['0', 'house', 'Haus'],
        ['1', 'tree', 'Baum'],
      ],
    });
  });

  test('of one language under its code is in that language', () => {
    expect(read({ fr: { a: 'maison' } }).value).toMatchObject({ columns: [{}, { lang: 'fr' }] });
  });

  test('that is broken names the place', () => {
    expect(readText('{\n"a": "b",\n"c" "d"}').problems).toMatchObject([
      { code: 'json-invalid', severity: 'fault', file: 'a.json', line: 3 },
    ]);
  });

  test('that is nested without end is refused at the place where it goes too deep', () => {
    expect(readText('['.repeat(1_000_000)).problems).toMatchObject([
      { code: 'nesting-too-deep', args: { limit: 50 }, line: 1 },
    ]);
  });

  test('with keys that objects have themselves is data like other', () => {
    expect(readText('{"__proto__": "a", "constructor": "b", "toString": {"x": "c"}}').value).toMatchObject({
      rows: [
        ['__proto__', 'a'],
        ['constructor', 'b'],
        ['toString.x', 'c'],
      ],
    });
  });
});
