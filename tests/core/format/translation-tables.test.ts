import { describe, expect, test } from 'vitest';
import type { ImportedTable } from '../../../src/core/format/imported.ts';
import { tmxTableSteps } from '../../../src/core/format/tmx-table.ts';
import { writeTmx } from '../../../src/core/format/tmx-write.ts';
import { xliffTableSteps } from '../../../src/core/format/xliff-table.ts';
import { finish } from '../../../src/core/steps.ts';

const columnsOf = (table: ImportedTable | undefined) =>
  table?.columns.map(({ name, use, lang }) => [name, use, lang ?? ''].join(' ').trim());

describe('a translation memory as a table', () => {
  test('has a column for each language, and empty cells where a unit lacks one', () => {
    const memory = writeTmx(
      [
        {
          id: 'a',
          texts: [
            { lang: 'en', text: 'house' },
            { lang: 'de', text: 'Haus' },
          ],
          notes: ['old'],
        },
        {
          id: 'b',
          texts: [
            { lang: 'EN-us', text: 'tree' },
            { lang: 'de', text: 'Baum' },
          ],
          notes: [],
        },
        {
          texts: [
            { lang: 'de', text: 'eins' },
            { lang: 'de', text: 'zwei' },
          ],
          notes: [],
        },
      ],
      'en',
    );
    const { value, problems } = finish(tmxTableSteps(memory, 'a.tmx'));
    expect(problems).toEqual([]);
    expect(columnsOf(value)).toEqual([
      'tuid id',
      'en text en',
      'de text de',
      'en-US text en-US',
      'de (2) text de',
      'note note',
    ]);
    expect(value?.rows).toEqual([
      ['a', 'house', 'Haus', '', '', 'old'],
      ['b', '', 'Baum', 'tree', '', ''],
      ['', '', 'eins', '', 'zwei', ''],
    ]);
  });
});

describe('XLIFF as a table', () => {
  test('of version 1.2 has source, target and notes, and its text without codes', () => {
    const text = `<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="g.html" source-language="en" target-language="de-AT" datatype="html"><body>
      <trans-unit id="1"><source>An <g id="1">old</g> house</source><target>Ein <g id="1">altes</g> Haus</target><note>seen</note></trans-unit>
      <group><trans-unit id="2"><source>tree</source></trans-unit></group></body></file></xliff>`;
    const { value } = finish(xliffTableSteps(text, 'a.xlf'));
    expect(value?.title).toBe('g.html');
    expect(columnsOf(value)).toEqual(['id id', 'source text en', 'target text de-AT', 'note note']);
    expect(value?.rows).toEqual([
      ['1', 'An old house', 'Ein altes Haus', 'seen'],
      ['2', 'tree', '', ''],
    ]);
  });

  test('of version 2 has the segments of a unit put together', () => {
    const text = `<xliff version="2.1" srcLang="en" trgLang="de" xmlns="urn:oasis:names:tc:xliff:document:2.0"><file id="f"><unit id="u">
      <segment><source>One. </source><target>Eins. </target></segment><segment><source>Two.</source><target>Zwei.</target></segment></unit></file></xliff>`;
    const { value, problems } = finish(xliffTableSteps(text, 'a.xlf'));
    expect(problems).toEqual([]);
    expect(value?.rows).toEqual([['u', 'One. Two.', 'Eins. Zwei.']]);
  });

  test.each([
    ['another document', '<html/>', 'xml-root-unknown'],
    [
      'one that is cut off',
      '<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0"><file',
      'xml-truncated',
    ],
    ['one with entities', '<!DOCTYPE x [<!ENTITY a "b">]><xliff>&a;</xliff>', 'xml-doctype'],
    ['one that nests without end', '<a>'.repeat(200), 'xml-too-deep'],
  ])('is none of %s, which is a problem', (_, text, code) => {
    const { value, problems } = finish(xliffTableSteps(text, 'a.xlf'));
    expect(value).toBeUndefined();
    expect(problems[0]?.code).toBe(code);
  });
});
