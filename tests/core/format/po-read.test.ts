import { describe, expect, test } from 'vitest';
import { poReadSteps } from '../../../src/core/format/po-read.ts';
import { writePo } from '../../../src/core/format/po-write.ts';
import { finish } from '../../../src/core/steps.ts';

const read = (...lines: readonly string[]) => finish(poReadSteps(lines.join('\n'), 'a.po'));
const rowsOf = (...lines: readonly string[]) => read(...lines).value?.rows;

describe('a catalogue', () => {
  test('of ours is read with ids, languages and comments', () => {
    const header = { project: 'garden', sourceLang: 'en', lang: 'pt-BR', time: '2026-11-23T11:00:00.000Z' };
    const { value, problems } = finish(
      poReadSteps(
        writePo(header, [
          { id: 'p1', source: 'A "door"\\ü', target: 'Uma\tporta', comments: ['why?'], isFuzzy: true },
          { id: 'p2', source: 'Snow', target: '' },
        ]),
        'a.po',
      ),
    );
    expect(problems).toEqual([]);
    expect(value).toEqual({
      kind: 'table',
      title: 'garden',
      columns: [
        { name: 'msgctxt', use: 'id' },
        { name: 'msgid', use: 'text', lang: 'en' },
        { name: 'msgstr', use: 'text', lang: 'pt-BR' },
        { name: 'comment', use: 'note' },
      ],
      rows: [
        ['p1', 'A "door"\\ü', 'Uma porta', 'fuzzy – why?'],
        ['p2', 'Snow', '', ''],
      ],
    });
  });

  test('has strings on several lines', () => {
    expect(rowsOf('msgid ""', '"one "', '"two"', 'msgstr "eins "', '"zwei\\n"')).toEqual([
      ['one two', 'eins zwei'],
    ]);
  });

  test('has plural forms, each a row', () => {
    expect(
      rowsOf(
        'msgctxt "n"',
        'msgid "apple"',
        'msgid_plural "apples"',
        'msgstr[0] "Apfel"',
        'msgstr[1] "Äpfel"',
      ),
    ).toEqual([
      ['n[0]', 'apple', 'Apfel'],
      ['n[1]', 'apples', 'Äpfel'],
    ]);
  });

  test('needs no blank lines between entries', () => {
    expect(
      rowsOf('msgid "a"', 'msgstr "1"', 'msgid "b"', 'msgstr "2"', '# x', 'msgid "c"', 'msgstr "3"'),
    ).toEqual([
      ['a', '1', ''],
      ['b', '2', ''],
      ['c', '3', 'x'],
    ]);
  });

  test('has obsolete entries and earlier sources, which are left out', () => {
    expect(
      rowsOf('#~ msgid "old"', '#~ msgstr "alt"', '', '#| msgid "was"', 'msgid "is"', 'msgstr "ist"'),
    ).toEqual([['is', 'ist']]);
  });

  test('reads the escapes of C', () => {
    expect(rowsOf('msgid "\\x41\\102\\"\\\\"', 'msgstr "\\q"')).toEqual([['AB"\\', 'q']]);
  });

  test('with a line that belongs to nothing names it and keeps the rest', () => {
    const { value, problems } = read('msgid "a"', 'nonsense', 'msgstr "b"');
    expect(problems).toEqual([
      { code: 'part-unreadable', severity: 'warning', args: { near: 'nonsense' }, file: 'a.po', line: 2 },
    ]);
    expect(value?.rows).toEqual([['a', 'b']]);
  });
});
