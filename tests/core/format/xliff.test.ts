import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anchorOf } from '../../../src/core/contribution/anchor.ts';
import { writeLog } from '../../../src/core/contribution/log.ts';
import { finish } from '../../../src/core/steps.ts';
import { readContent } from '../../../src/core/format/xliff-content.ts';
import { inlineContent } from '../../../src/core/format/xliff-inline.ts';
import { readXliff } from '../../../src/core/format/xliff-read.ts';
import { writeXliff, type XliffDocument } from '../../../src/core/format/xliff-write.ts';
import { type XmlElement, xmlPartSteps } from '../../../src/core/format/xml-tree.ts';
import { comment, correction, id, mark, review } from '../contribution/make.ts';
import { document, paragraphText } from './xliff-arbitraries.ts';

const read = (xml: string) => {
  let made = 900;
  const options = { newId: () => id((made += 1)), time: '2024-08-07T12:00:00.000Z', author: '-', work: 'w' };
  return readXliff(xml, 'a.xlf', options);
};

const DE = 'Das 𝄞 ist ein Zeichen, 𝄞 noch eines.';
const EN = 'This is a sign, another one.';
const paragraph = (text: string) => [{ id: 'p', role: 'paragraph' as const, text }];
const simple = (records: XliffDocument['records']): XliffDocument => ({
  work: 'w',
  source: { variant: 'en', lang: 'en', paragraphs: paragraph(EN) },
  targets: [{ variant: 'de', lang: 'de', paragraphs: paragraph(DE) }],
  records,
  lang: 'en',
});

describe('a work as XLIFF', () => {
  test('comes back with every record and every text as it was', () => {
    fc.assert(
      fc.property(document, (given) => {
        const { value, problems } = read(writeXliff(given));
        expect(problems).toEqual([]);
        expect(writeLog(value!.records)).toBe(writeLog(given.records));
        const texts = (variant: string) =>
          [value!.source, ...value!.targets]
            .find((text) => text.variant === variant)
            ?.paragraphs.map(({ id: name, text }) => [name, text]) ?? [];
        for (const { variant, paragraphs } of [given.source, ...given.targets]) {
          expect(new Map(texts(variant) as [string, string][])).toEqual(
            new Map(paragraphs.map(({ id: name, text }) => [name, text])),
          );
        }
      }),
      { numRuns: 150 },
    );
  });

  test('keeps corrections that part or remove a paragraph, and marks over several', () => {
    const parts = [...paragraph(DE), { id: 'p._2', role: 'paragraph' as const, text: 'Zeichen.' }];
    const records = [
      correction(1, { base: DE, text: 'Das.\nIst.' }),
      correction(2, { base: DE, text: '' }),
      correction(3, { paragraph: 'p._2', base: 'Zeichen.', text: '' }),
      mark(4, { spans: [anchorOf(DE, 0, 3), { paragraph: 'p._2', ...anchorOf('Zeichen.', 0, 7) }] }),
    ];
    const xml = writeXliff({
      ...simple(records),
      targets: [{ variant: 'de', lang: 'de', paragraphs: parts }],
    });
    const { value, problems } = read(xml);
    expect([problems, value?.records]).toEqual([[], records]);
    // The word in the other paragraph stands in this one too, where nothing was marked.
    expect(xml.match(/<mrk /gu)).toHaveLength(1);
  });

  test('tells roles, languages and variants', () => {
    const { value } = read(
      writeXliff({
        ...simple([]),
        targets: [{ variant: 'de', lang: 'de', paragraphs: [{ id: 'p', role: 'title', text: 'T' }] }],
      }),
    );
    expect(value).toEqual({
      work: 'w',
      source: { variant: 'en', lang: 'en', paragraphs: [{ id: 'p', role: 'title', text: EN }] },
      targets: [{ variant: 'de', lang: 'de', paragraphs: [{ id: 'p', role: 'title', text: 'T' }] }],
      records: [],
    });
  });
});

describe('marks in XLIFF', () => {
  const de = (start: number, end: number) => anchorOf(DE, start, end);

  test('say what ITS has words for on the words they are about', () => {
    const xml = writeXliff(
      simple([
        mark(1, { spans: [de(15, 22)], severity: 'critical', explanation: { de: 'falsch', en: 'wrong' } }),
      ]),
    );
    expect(xml).toContain(
      'ein <mrk id="m1" type="its:generic" its:locQualityIssueType="mistranslation" ' +
        'its:locQualityIssueSeverity="100" its:locQualityIssueComment="wrong" ' +
        'its:locQualityIssueProfileRef="https://themqm.org">Zeichen</mrk>,',
    );
  });

  test('of several stretches, in the source too, share one issue', () => {
    const xml = writeXliff(
      simple([mark(1, { spans: [de(0, 3), de(15, 22), { variant: 'en', ...anchorOf(EN, 10, 14) }] })]),
    );
    expect(xml).toContain(
      '<its:locQualityIssues xml:id="lqi1"><its:locQualityIssue locQualityIssueType="mist',
    );
    expect(xml.match(/<mrk id="m\d" type="its:generic" its:locQualityIssuesRef="#its=lqi1">/g)).toHaveLength(
      3,
    );
    expect(xml).toContain('its:locQualityIssuesRef="#its=lqi1">sign</mrk>, another one.</source>');
  });

  test('that overlap have starts and ends of their own', () => {
    const xml = writeXliff(simple([mark(1, { spans: [de(0, 14)] }), mark(2, { spans: [de(7, 22)] })]));
    expect(xml).toMatch(
      /<mrk id="m1"[^>]*>Das 𝄞 <sm id="m2"[^>]*\/>ist ein <\/mrk>|<mrk id="m1"[^>]*>Das 𝄞 <sm id="m2"[^>]*\/>ist ein<\/mrk>/,
    );
    expect(xml).toContain('<em startRef="m2"/>');
  });

  test('that were rejected are disabled', () => {
    expect(
      writeXliff(simple([mark(1, { spans: [de(0, 3)] }), review(2, 1, { verdict: 'rejected' })])),
    ).toContain('its:locQualityIssueEnabled="no"');
  });

  test('on a gap stand between the words', () => {
    expect(writeXliff(simple([mark(1, { spans: [de(4, 4)] })]))).toMatch(
      /<target>Das <mrk id="m1"[^>]*\/>𝄞 ist/,
    );
  });
});

test.each([
  ['nothing was said', [], 'state="translated">'],
  [
    'an error was marked',
    [mark(1, { spans: [anchorOf(DE, 0, 3)] })],
    'state="translated" subState="lesart:marked">',
  ],
  ['a text was proposed', [correction(1, { base: DE })], 'state="translated" subState="lesart:proposed">'],
  [
    'the text is the accepted correction',
    [correction(1, { base: 'x', text: DE }), review(2, 1)],
    'state="reviewed" subState="lesart:corrected">',
  ],
  [
    'two accepted corrections disagree',
    [correction(1, { base: DE }), correction(2, { base: DE, text: 'other' }), review(3, 1), review(4, 2)],
    'state="translated" subState="lesart:forked">',
  ],
])('a segment where %s says so', (_name, records, state) => {
  expect(writeXliff(simple(records))).toContain(`<segment id="s" ${state}`);
});

test('a correction is a match, a comment a note', () => {
  const xml = writeXliff(
    simple([
      correction(1, { base: DE, text: 'Neu' }),
      comment(2, { variant: 'de', paragraph: 'p', text: { en: 'why?' }, certainty: 'likely' }),
    ]),
  );
  expect(xml).toMatch(/<mtc:match id="c\d" ref="#s" type="other" subType="lesart:correction" origin="Ada">/);
  expect(xml).toContain(`<source>${EN}</source><target>Neu</target></mtc:match>`);
  expect(xml).toMatch(/<note id="n\d" appliesTo="target" category="lesart:comment">why\?<\/note>/);
  expect(xml).toContain('<mda:meta type="certainty">likely</mda:meta>');
});

test('any markers at all stand where they were, and bound their nesting', () => {
  const marker = fc.tuple(fc.nat(60), fc.nat(60));
  fc.assert(
    fc.property(paragraphText, fc.array(marker, { maxLength: 60 }), (text, pairs) => {
      const markers = pairs.map(([a, b], index) => {
        const [start = 0, end = 0] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y);
        return { id: `m${index}`, start, end, attributes: {} };
      });
      const xml = `<target xmlns="urn:oasis:names:tc:xliff:document:2.0">${inlineContent(text, markers)}</target>`;
      let root: XmlElement | undefined;
      expect(
        finish(xmlPartSteps(xml, { isPart: () => true, part: (element) => (root = element) })),
      ).toBeUndefined();
      const content = readContent([root!]);
      expect(content.text).toBe(text);
      const places = (all: readonly { id: string; start: number; end: number }[]) =>
        all.map((one) => `${one.id} ${one.start}-${one.end}`).sort();
      expect(places(content.markers)).toEqual(places(markers));
      expect([content.unpaired, content.codes]).toEqual([[], []]);
    }),
    { numRuns: 500 },
  );
});
