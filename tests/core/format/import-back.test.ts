import { describe, expect, test } from 'vitest';
import { nextUuidv7 } from '../../../src/core/contribution/id.ts';
import { exportTable, exportCatalogue } from '../../../src/core/format/export-table.ts';
import { exportWords } from '../../../src/core/format/export-words.ts';
import {
  backFormatOf,
  isOfWork,
  newRecords,
  readTranslations,
} from '../../../src/core/format/import-back.ts';
import { accepted, correction, demo, note, work } from './export-demo.ts';

const from = demo([correction(1, 'a', 'Haus', 'Häuser, "alle"'), accepted(2, 1)]);
const time = '2026-01-03T00:00:00.000Z';
const words = exportWords((key) => key, 'en');
const [en, de] = work.variants as [(typeof work.variants)[0], (typeof work.variants)[0]];
const files = {
  csv: exportTable(from, [en, de], ','),
  tsv: exportTable(from, [en, de], '\t'),
  po: exportCatalogue(from, en, de, { time, words }),
};
let last: string | undefined;
const newId = () => (last = nextUuidv7(last, Date.parse(time), new Uint8Array(10)));
const read = (text: string, file = 'x') => readTranslations(text, file, from, { author: 'Eve', time, newId });

describe.each(Object.entries(files))('a file of ours as %s', (_name, text) => {
  test('says nothing new when it was not changed', () => {
    expect(read(text)).toEqual({ value: [], problems: [] });
    expect(isOfWork(text, from)).toBe(true);
  });

  test('gives a proposal for each text that was changed, once', () => {
    const { value, problems } = read(text.replace('Zwei.', 'Zwei; „drei“.'));
    expect(problems).toEqual([]);
    expect(value).toMatchObject([
      {
        type: 'correction',
        author: 'Eve',
        variant: 'de',
        paragraph: 'c',
        base: 'Zwei.',
        text: 'Zwei; „drei“.',
      },
    ]);
    const again = demo([...from.records, ...value]);
    expect(newRecords(again, value)).toEqual({ added: [], known: 1, conflicts: [] });
  });

  test('is corrected against the text as it stands now', () => {
    const { value } = read(text.replace('Häuser,', 'Die Häuser,'));
    expect(value).toMatchObject([{ paragraph: 'a', base: 'Häuser, "alle"' }]);
  });
});

describe('a table of another program', () => {
  test('needs a column of ids and one that is called like a variant', () => {
    expect(backFormatOf('name,de\nx,y\n')).toBeUndefined();
    expect(read('id,fr\na,x\n').problems).toMatchObject([{ code: 'columns-missing', line: 1 }]);
  });

  test('names the line of a paragraph that is not there, and takes the others', () => {
    const { value, problems } = read('id;de\nzz;Eins\nb;Eins?\nc;\n', 'back.csv');
    expect(value).toMatchObject([{ paragraph: 'b', text: 'Eins?' }]);
    expect(problems).toMatchObject([{ code: 'unit-unknown', args: { id: 'zz' }, file: 'back.csv', line: 2 }]);
  });

  test('is read without the apostrophes that keep a spreadsheet from running its cells', () => {
    const formula = demo([correction(1, 'a', 'Haus', '=1+1'), accepted(2, 1)]);
    const table = exportTable(formula, [en, de], ',', true);
    expect(table).toContain("'=1+1");
    expect(readTranslations(table, 'x', formula, { author: 'Eve', time, newId }).value).toEqual([]);
    const changed = table.replace("'=1+1", "'=1+2");
    expect(readTranslations(changed, 'x', formula, { author: 'Eve', time, newId }).value).toMatchObject([
      { base: '=1+1', text: '=1+2' },
    ]);
  });

  test('takes the first column called “id” for that, and another one for a variant called so', () => {
    const [first] = from.work.variants;
    const indonesian = { ...first!, id: 'id', lang: 'id' };
    const more = {
      ...from,
      work: { ...from.work, variants: [...from.work.variants, indonesian] },
      files: new Map([...from.files, ['id.md', '<!-- b paragraph -->\nSatu.\n']]),
      texts: new Map([...from.texts, ['id', [{ id: 'b', role: 'paragraph' as const, text: 'Satu.' }]]]),
    };
    const { value } = readTranslations('id,de,id\nb,Eins.,Satu!\n', 'x', more, {
      author: 'Eve',
      time,
      newId,
    });
    expect(value).toMatchObject([{ variant: 'id', paragraph: 'b', base: 'Satu.', text: 'Satu!' }]);
    const table = exportTable(more, more.work.variants, ',');
    expect(readTranslations(table, 'x', more, { author: 'Eve', time, newId }).value).toEqual([]);
  });

  test('is of the work when half of its rows are paragraphs of it', () => {
    expect(isOfWork('id,de\na,x\nb,y\nzz,z\n', from)).toBe(true);
    expect(isOfWork('id,de\na,x\nzy,y\nzz,z\n', from)).toBe(false);
    expect(isOfWork('id,de\n', from)).toBe(false);
  });
});

describe('a catalogue', () => {
  test('gives texts of paragraphs that the source lacks', () => {
    const { value } = read(files.po.replace('msgid "Two."', 'msgid ""').replace('Zwei.', 'Zwei!'));
    expect(value).toMatchObject([{ paragraph: 'c', base: 'Zwei.', text: 'Zwei!' }]);
  });

  test('that was cut off has a fault, so that nothing of it is taken', () => {
    const at = files.po.lastIndexOf('Zwei.');
    expect(read(files.po.slice(0, at)).problems).toMatchObject([
      { code: 'part-unreadable', severity: 'fault' },
    ]);
  });
});

test('two texts for one paragraph are a fault, the same one twice is not', () => {
  expect(read('id,de\nb,Eins?\nb,Eins?\n')).toMatchObject({ value: [{ text: 'Eins?' }], problems: [] });
  expect(read('id,de\nb,Eins?\nb,Eins!\n').problems).toMatchObject([
    { code: 'unit-repeated', severity: 'fault', args: { id: 'b' }, line: 3 },
  ]);
});

describe('XLIFF 2 by a program that keeps texts and notes only', () => {
  const own = demo([...from.records, note(3, 'c', 'Why?')]);
  const unit = (name: string, source: string, target: string, more = '') =>
    `<unit id="${name}">${more}<segment><source>${source}</source><target>${target}</target></segment></unit>`;
  const file = (...units: readonly string[]) =>
    `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="de"><file id="de">${units.join('')}</file></xliff>`;
  const added = (text: string) => {
    const { value, problems } = readTranslations(text, 'x', own, { author: 'Eve', time, newId });
    expect(problems).toEqual([]);
    return newRecords(own, value).added;
  };

  test('does not take accepted corrections back, since the file holds the texts without them', () => {
    expect(added(file(unit('a', 'House', 'Haus'), unit('b', 'One.', 'Eins?')))).toMatchObject([
      { type: 'correction', paragraph: 'b', base: 'Eins.', text: 'Eins?' },
    ]);
  });

  test('says no comment a second time', () => {
    const notes = '<notes><note>Why?</note><note>So?</note></notes>';
    expect(added(file(unit('c', 'Two.', 'Zwei.', notes)))).toMatchObject([
      { type: 'comment', paragraph: 'c', text: { und: 'So?' } },
    ]);
  });
});

test('what begins like markup of another kind is none of these', () => {
  expect(['<!doctype html><p>id</p>', '<?xml version="1.0"?><html/>', ''].map(backFormatOf)).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  expect(backFormatOf('<?xml version="1.0"?>\n<x:tmx version="1.4">')).toBe('tmx');
});
