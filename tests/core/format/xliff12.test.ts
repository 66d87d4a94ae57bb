import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readXliff } from '../../../src/core/format/xliff-read.ts';
import { writeXliff12 } from '../../../src/core/format/xliff12-write.ts';
import { comment, correction, id, mark } from '../contribution/make.ts';
import { document } from './xliff-arbitraries.ts';

const read = (xml: string, textOf?: (variant: string, paragraph: string) => string | undefined) => {
  let made = 900;
  return readXliff(xml, 'a.xlf', {
    newId: () => id((made += 1)),
    time: '2024-08-07T12:00:00.000Z',
    author: 'Eve',
    work: 'w',
    variants: { source: 'en', target: 'de' },
    ...(textOf === undefined ? {} : { textOf }),
  });
};
const codes = ({ problems }: ReturnType<typeof read>) => problems.map(({ code, line }) => `${code} ${line}`);
const file = (units: string) =>
  `<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2">\n<file original="x" source-language="en" target-language="de" datatype="plaintext"><body>\n${units}\n</body></file></xliff>`;
const unit = (inner: string, name = 'p') => `<trans-unit id="${name}">${inner}</trans-unit>`;

describe('XLIFF 1.2', () => {
  test('gives the texts back, and nothing new where nothing was changed', () => {
    fc.assert(
      fc.property(document, (given) => {
        const [target] = given.targets;
        const { value, problems } = read(writeXliff12({ ...given, targets: [target!] }));
        expect(problems).toEqual([]);
        expect(value?.records).toEqual([]);
        expect(value?.targets.flatMap(({ paragraphs }) => paragraphs)).toEqual(target!.paragraphs);
      }),
      { numRuns: 150 },
    );
  });

  test('gives a correction for a changed translation', () => {
    const paragraph = (text: string) => [{ id: 'p', role: 'paragraph' as const, text }];
    const xml = writeXliff12({
      work: 'w',
      source: { variant: 'en', lang: 'en', paragraphs: paragraph('A cat') },
      targets: [{ variant: 'de', lang: 'de', paragraphs: paragraph('Eine Kaze') }],
      records: [mark(1), correction(2, { base: 'Eine Kaze' }), comment(3, { variant: 'de', paragraph: 'p' })],
      lang: 'en',
    });
    expect(xml).toContain('<target state="needs-review-translation">Eine Kaze</target>');
    expect(xml).toContain(
      '<alt-trans origin="lesart:Ada" alttranstype="proposal"><target>the text</target></alt-trans>',
    );
    expect(xml).toContain('<note from="lesart:Ada" annotates="target">why?</note>');
    const textOf = (variant: string) => (variant === 'de' ? 'Eine Kaze' : 'A cat');
    expect(read(xml, textOf).value?.records).toEqual([]);
    expect(read(xml.replace('Kaze</target>', 'Katze</target>'), textOf).value?.records).toMatchObject([
      {
        type: 'correction',
        variant: 'de',
        paragraph: 'p',
        base: 'Eine Kaze',
        text: 'Eine Katze',
        author: 'Eve',
      },
    ]);
  });

  test('of another program gives its notes and alternatives', () => {
    const xml = file(
      unit(
        '<source>A <g id="1">cat</g></source><target>Eine Katze</target><alt-trans><target>Ein Kater</target></alt-trans>' +
          '<alt-trans><source>Other</source><target>Anders</target></alt-trans><note from="Bob" annotates="source">which?</note>',
      ),
    );
    const found = read(xml);
    expect(codes(found)).toEqual(['inline-code-skipped 3', 'match-skipped 3']);
    expect(found.value?.source.paragraphs[0]?.text).toBe('A cat');
    expect(found.value?.records).toMatchObject([
      { type: 'comment', variant: 'en', text: { und: 'which?' }, note: { from: 'Bob' } },
      { type: 'correction', base: 'Eine Katze', text: 'Ein Kater' },
    ]);
  });

  test('may stand in a document of 1.1, as pofilter writes it', () => {
    const xml = file(
      '<x:trans-unit xmlns:x="urn:oasis:names:tc:xliff:document:1.2" id="p"><x:source>a</x:source><x:target>b</x:target></x:trans-unit>',
    ).replace('document:1.2" version="1.2"', 'document:1.1" version="1.1"');
    const { value, problems } = read(xml);
    expect(problems).toEqual([]);
    expect(value?.targets[0]?.paragraphs).toEqual([{ id: 'p', role: 'paragraph', text: 'b' }]);
  });

  test.each([
    ['native codes', unit('<source>a<ph id="1">{x}</ph>b</source>'), 'inline-code-skipped 3'],
    ['a unit without source', unit(''), 'unit-invalid 3'],
    ['a part that it has no place for', unit('<source>a</source><context-group/>'), 'unit-part-skipped 3'],
    ['what is no text', '<bin-unit id="b"/>', 'unit-part-skipped 3'],
  ])('reports %s and keeps the rest', (_name, units, problem) => {
    const found = read(file(`${units}${unit('<source>x</source><target>y</target>', 'last')}`));
    expect(codes(found)).toEqual([problem]);
    expect(found.value?.targets[0]?.paragraphs.at(-1)).toEqual({ id: 'last', role: 'paragraph', text: 'y' });
  });
});
