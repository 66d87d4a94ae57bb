import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Correction } from '../../../src/core/contribution/record.ts';
import { tmxCorrections } from '../../../src/core/format/tmx-corrections.ts';
import { readTmx } from '../../../src/core/format/tmx-read.ts';
import { tmxUnits, type TmxUnit, writeTmx } from '../../../src/core/format/tmx-write.ts';
import { xmlSafe } from '../../../src/core/format/xml-write.ts';
import { id } from '../contribution/make.ts';
import { paragraphText } from './xliff-arbitraries.ts';

const optional = <T>(key: string, arbitrary: fc.Arbitrary<T>) =>
  fc.option(arbitrary, { nil: undefined }).map((value) => (value === undefined ? {} : { [key]: value }));
const safe = paragraphText.map(xmlSafe);
const tmxText = fc
  .tuple(
    fc.record({ lang: fc.constantFrom('en', 'de', 'pt-BR'), text: paragraphText }),
    optional('variant', fc.constantFrom('de', 'de-2')),
    optional('author', safe),
    optional('time', fc.constantFrom('2024-08-07T12:00:00.000Z')),
  )
  .map((parts) => Object.assign({}, ...parts) as TmxUnit['texts'][number]);
const units: fc.Arbitrary<TmxUnit[]> = fc.array(
  fc
    .tuple(
      fc.record({ texts: fc.array(tmxText, { maxLength: 3 }), notes: fc.array(safe, { maxLength: 2 }) }),
      optional('id', safe),
      optional('work', fc.constant('w')),
    )
    .map((parts) => Object.assign({}, ...parts) as TmxUnit),
  { maxLength: 5 },
);

describe('TMX', () => {
  test('gives back every unit', () => {
    fc.assert(
      fc.property(units, (given) => {
        const { value, problems } = readTmx(writeTmx(given, 'en'), 'a.tmx');
        expect(problems).toEqual([]);
        expect(value?.map((unit) => ({ ...unit, line: 0 }))).toEqual(
          given.map((unit) => ({ ...unit, line: 0 })),
        );
      }),
      { numRuns: 300 },
    );
  });

  const text = (variant: string, lang: string, ...texts: string[]) => ({
    variant,
    lang,
    paragraphs: texts.map((own, index) => ({ id: `p${index + 1}`, role: 'paragraph' as const, text: own })),
  });
  const source = text('en', 'en', 'One', 'Two', 'Two');
  const target = text('de', 'de', 'Eins', 'Zwei', 'Zwo');
  const corrections = (xml: string) => {
    let made = 0;
    const options = { work: 'w', source, target, author: 'Eve', time: '2024-08-07T12:00:00.000Z' };
    const read = readTmx(xml, 'a.tmx');
    const found = tmxCorrections(read.value ?? [], 'a.tmx', { ...options, newId: () => id((made += 1)) });
    return {
      records: found.value,
      codes: [...read.problems, ...found.problems].map(({ code, line }) => `${code} ${line}`),
    };
  };

  test('of a work gives nothing where nothing was changed, and a correction where something was', () => {
    const xml = writeTmx(tmxUnits('w', [source, target]), 'en');
    expect(corrections(xml)).toEqual({ records: [], codes: [] });
    expect(corrections(xml.replace('Zwo', 'Zwei'))).toEqual({
      records: [
        {
          type: 'correction',
          id: id(1),
          work: 'w',
          variant: 'de',
          paragraph: 'p3',
          author: 'Eve',
          time: '2024-08-07T12:00:00.000Z',
          base: 'Zwo',
          text: 'Zwei',
        },
      ],
      codes: [],
    });
  });

  test('has the paragraphs of a row as one text, and gives corrections of each', () => {
    const paragraph = (own: string, text: string) => ({ id: own, role: 'paragraph' as const, text });
    const english = { ...source, paragraphs: [paragraph('p', 'One. Two. Three.')] };
    const parts = [paragraph('p', 'Eins.'), paragraph('p._3', 'Zwei.'), paragraph('p._2', 'Drei.')];
    const german = { ...target, paragraphs: parts };
    const xml = writeTmx(tmxUnits('w', [english, german]), 'en');
    expect(readTmx(xml, 'a').value?.map(({ texts }) => texts.map(({ text }) => text))).toEqual([
      ['One. Two. Three.', 'Eins.\nZwei.\nDrei.'],
    ]);
    const changes = (from: string, to: string) => {
      let made = 0;
      return tmxCorrections(readTmx(xml.replace(from, to), 'a').value ?? [], 'a', {
        ...{ work: 'w', source: english, target: german, author: 'Eve', time: '2024-08-07T12:00:00.000Z' },
        newId: () => id((made += 1)),
      }).value.map((record) => {
        const { paragraph: own, base, text, action } = record as Correction;
        return [own, base, text, action === undefined ? 'alone' : 'together'];
      });
    };
    expect(changes('', '')).toEqual([]);
    expect(changes('Zwei.', 'Zwo.')).toEqual([['p._3', 'Zwei.', 'Zwo.', 'alone']]);
    expect(changes('Zwei.\nDrei.', 'Zwei. Drei.')).toEqual([
      ['p._3', 'Zwei.', 'Zwei. Drei.', 'together'],
      ['p._2', 'Drei.', '', 'together'],
    ]);
    expect(changes('Drei.', 'Drei.\nVier.')).toEqual([['p._2', 'Drei.', 'Drei.\nVier.', 'alone']]);
  });

  const foreign = (body: string) =>
    `<?xml version="1.0"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4"><header/><body>\n${body}\n</body></tmx>`;

  test('of another program is found by its source text, in all places that have it', () => {
    const unit =
      '<tu><tuv xml:lang="EN-US"><seg>Two</seg></tuv><tuv xml:lang="de" changeid="Bob" changedate="20240101T000000Z"><seg>Zw<hi>ei</hi>!</seg></tuv></tu>';
    const { records, codes } = corrections(foreign(unit));
    expect(codes).toEqual([]);
    expect(records).toMatchObject([
      { paragraph: 'p2', text: 'Zwei!', author: 'Bob', time: '2024-01-01T00:00:00.000Z' },
      { paragraph: 'p3', text: 'Zwei!' },
    ]);
  });

  test('of another program has no proposal for a second variant in the language that was translated', () => {
    const unit = '<tu><tuv xml:lang="en"><seg>Two</seg></tuv><tuv xml:lang="de"><seg>Zwei</seg></tuv></tu>';
    const back = source.paragraphs.map((paragraph) => ({ ...paragraph, text: `${paragraph.text} back` }));
    const { value } = tmxCorrections(readTmx(foreign(unit), 'a').value ?? [], 'a', {
      ...{ work: 'w', author: 'Eve', time: '2024-08-07T12:00:00.000Z', newId: () => id(1) },
      ...{ source, target: { variant: 'de-back', lang: 'en', paragraphs: back } },
    });
    expect(value).toEqual([]);
  });

  test('of another program says nothing new where it has a single paragraph of a row', () => {
    const paragraph = (own: string, text: string) => ({ id: own, role: 'paragraph' as const, text });
    const unit = (german: string) =>
      `<tu><tuv xml:lang="en"><seg>One. Two.</seg></tuv><tuv xml:lang="de"><seg>${german}</seg></tuv></tu>`;
    const read = (german: string) =>
      tmxCorrections(readTmx(foreign(unit(german)), 'a').value ?? [], 'a', {
        ...{ work: 'w', author: 'Eve', time: '2024-08-07T12:00:00.000Z', newId: () => id(1) },
        source: { ...source, paragraphs: [paragraph('p', 'One. Two.')] },
        target: { ...target, paragraphs: [paragraph('p', 'Eins.'), paragraph('p._2', 'Zwei.')] },
      }).value;
    expect(read('Eins.')).toEqual([]);
    expect(read('Eins!\nZwei.')).toMatchObject([{ paragraph: 'p', base: 'Eins.', text: 'Eins!' }]);
  });

  test.each([
    [
      'belongs to no paragraph',
      '<tu><tuv xml:lang="en"><seg>X</seg></tuv><tuv xml:lang="de"><seg>Y</seg></tuv></tu>',
      ['unit-unknown 4'],
    ],
    ['has no language', '<tu><tuv><seg>X</seg></tuv></tu>', ['unit-invalid 4']],
    ['has no text', '<tu><tuv xml:lang="de"/></tu>', ['unit-invalid 4']],
    [
      'has codes',
      '<tu><tuv xml:lang="de"><seg>X<ph>{1}</ph></seg></tuv></tu>',
      ['inline-code-skipped 4', 'unit-unknown 4'],
    ],
  ])('reports a unit that %s', (_name, unit, codes) => {
    expect(corrections(foreign(unit)).codes).toEqual(codes);
  });

  test.each([
    ['another document', '<html/>', 'xml-root-unknown'],
    ['a DTD of somebody else', '<!DOCTYPE tmx SYSTEM "http://example.org/x.dtd"><tmx/>', 'xml-doctype'],
    ['a DTD with entities', '<!DOCTYPE tmx SYSTEM "tmx14.dtd" [<!ENTITY a "b">]><tmx/>', 'xml-doctype'],
    ['a part of one', '<tmx><body><tu>', 'xml-truncated'],
  ])('refuses %s', (_name, xml, code) => {
    const { value, problems } = readTmx(xml, 'a.tmx');
    expect([value, problems.map((problem) => problem.code)]).toEqual([undefined, [code]]);
  });
});
