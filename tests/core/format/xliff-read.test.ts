import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anchorOf } from '../../../src/core/contribution/anchor.ts';
import { type ReadXliffOptions, readXliff } from '../../../src/core/format/xliff-read.ts';
import { writeXliff } from '../../../src/core/format/xliff-write.ts';
import { PROBLEM_CODES } from '../../../src/core/problem.ts';
import { comment, correction, id, mark } from '../contribution/make.ts';

const TIME = '2024-08-07T12:00:00.000Z';
const read = (xml: string, given: Partial<ReadXliffOptions> = {}) => {
  let made = 900;
  const options = { newId: () => id((made += 1)), time: TIME, author: 'Eve', work: 'w' };
  return readXliff(xml, 'a.xlf', { ...options, ...given });
};
const codes = ({ problems }: ReturnType<typeof read>) => problems.map(({ code, line }) => `${code} ${line}`);

const ROOT =
  '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:its="http://www.w3.org/2005/11/its" ' +
  'xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0" version="2.1" srcLang="en" trgLang="de">';
const foreign = (units: string, root = ROOT) => `${root}\n<file id="f">\n${units}\n</file></xliff>`;
const segment = (source: string, target?: string) =>
  `<segment><source>${source}</source>${target === undefined ? '' : `<target>${target}</target>`}</segment>`;

const DE = 'Das ist ein Zeichen, noch eines.';
const EN = 'This is a sign, another one.';
const texts = (now = DE) => ({
  textOf: (variant: string, paragraph: string) =>
    paragraph === 'p' ? ({ de: now, en: EN } as Record<string, string>)[variant] : undefined,
});
const paragraph = (text: string) => [{ id: 'p', role: 'paragraph' as const, text }];
const loose = mark(1, { spans: [anchorOf(DE, 12, 19)], explanation: { en: 'wrong' } });
const sign = { ...loose, action: id(1) };
const ours = (records = [sign] as Parameters<typeof writeXliff>[0]['records']) =>
  writeXliff({
    work: 'w',
    source: { variant: 'en', lang: 'en', paragraphs: paragraph(EN) },
    targets: [{ variant: 'de', lang: 'de', paragraphs: paragraph(DE) }],
    records,
    lang: 'en',
  });
const place = { work: 'w', variant: 'de', paragraph: 'p', author: 'Eve', time: TIME };

describe('our own file, changed by another program', () => {
  test('gives a correction for a changed translation; its marks stay with the text they were made on', () => {
    const xml = ours()
      .replace(`eines.</target>`, 'eins.</target>')
      .replace('state="translated"', 'state="final"');
    const { value, problems } = read(xml, texts());
    expect(problems).toEqual([]);
    expect(value?.records).toEqual([
      sign,
      {
        ...place,
        id: id(901),
        type: 'correction',
        base: DE,
        text: 'Das ist ein Zeichen, noch eins.',
        xliff: { state: 'final', subState: 'lesart:marked' },
      },
    ]);
  });

  test('gives none where the work has that text by now, or the translation is empty', () => {
    const xml = ours([]).replace('eines.</target>', 'eins.</target>');
    expect(read(xml, texts('Das ist ein Zeichen, noch eins.')).value?.records).toEqual([]);
    expect(read(ours([]).replace(/<target>.*<\/target>/, '<target/>')).value?.records).toEqual([]);
  });

  test('keeps the text that the file was made from as the base', () => {
    const xml = ours([]).replace('eines.</target>', 'eins.</target>');
    expect(read(xml, texts('Etwas anderes.')).value?.records).toMatchObject([{ base: DE }]);
  });

  test('gives a new mark for one whose severity, comment or place was changed', () => {
    const changes: [from: string | RegExp, to: string, fields: object][] = [
      ['Severity="60"', 'Severity="95"', { severity: 'critical' }],
      ['Comment="wrong"', 'Comment="quite wrong"', { explanation: { en: 'quite wrong' } }],
      ['Type="mistranslation"', 'Type="misspelling"', { category: 'linguistic-conventions/spelling' }],
      [/ein (<mrk[^>]*>)Zei/, '$1ein Zei', { spans: [anchorOf(DE, 8, 19)] }],
    ];
    for (const [from, to, fields] of changes) {
      const found = read(ours().replace(from, to));
      expect(codes(found)).toEqual(['record-changed 5']);
      expect(found.value?.records).toEqual([{ ...loose, ...fields, ...place, id: id(901) }]);
    }
  });

  test('keeps a mark that was taken out, and says so', () => {
    const found = read(ours().replace(/<mrk[^>]*>(Zeichen)<\/mrk>/, '$1'));
    expect([codes(found), found.value?.records]).toEqual([['record-removed 5'], [sign]]);
  });

  test('gives a new comment and a new correction for changed ones', () => {
    const records = [comment(1, { variant: 'de', paragraph: 'p' }), correction(2, { base: DE, text: 'Neu' })];
    const found = read(
      ours(records).replace('>why?</note>', '>how?</note>').replace('<target>Neu<', '<target>Neuer<'),
    );
    expect(codes(found)).toEqual(['record-changed 5', 'record-changed 5']);
    expect(found.value?.records).toMatchObject([
      { type: 'comment', text: { en: 'how?' }, author: 'Eve' },
      { type: 'correction', text: 'Neuer', base: DE, author: 'Eve' },
    ]);
  });

  test('is not read into another work', () => {
    const found = read(ours(), { ...texts(), work: 'v' });
    expect([codes(found), found.value?.records]).toEqual([['contribution-work-differs 4'], []]);
  });

  test('whose metadata is broken loses those records alone', () => {
    const found = read(
      ours([sign, comment(2, { variant: 'de', paragraph: 'p' })]).replace('2023-11-14', '2023-11-99'),
    );
    expect(codes(found)).toEqual(['time-invalid 5']);
    expect(found.value?.records).toHaveLength(1);
    expect(codes(read(ours().replace(/"rest">\{/, '"rest">')))).toContain('unit-invalid 5');
  });
});

describe('a file of another program', () => {
  test('gives its texts, and marks for its issues', () => {
    const { value, problems } = read(
      foreign(
        `<unit id="u1"><its:locQualityIssues id="l1"><its:locQualityIssue locQualityIssueType="misspelling" locQualityIssueSeverity="50" locQualityIssueComment="Hm"/><its:locQualityIssue locQualityIssueType="typographical" locQualityIssueSeverity="30"/></its:locQualityIssues>` +
          segment(
            'A cat',
            `<mrk id="1" type="its:generic" its:locQualityIssuesRef="#its=l1">Eine Kaze</mrk>`,
          ) +
          '</unit>',
      ),
    );
    expect(problems).toEqual([]);
    expect(value?.targets).toEqual([
      { variant: 'de', lang: 'de', paragraphs: [{ id: 'u1', role: 'paragraph', text: 'Eine Kaze' }] },
    ]);
    const common = { ...place, paragraph: 'u1', type: 'mark', spans: [anchorOf('Eine Kaze', 0, 9)] };
    expect(value?.records).toEqual([
      {
        ...common,
        id: id(901),
        category: 'linguistic-conventions/spelling',
        severity: 'major',
        explanation: { und: 'Hm' },
        its: { type: 'misspelling', severity: 50 },
      },
      {
        ...common,
        id: id(902),
        category: 'linguistic-conventions/punctuation',
        severity: 'minor',
        its: { type: 'typographical', severity: 30 },
      },
    ]);
  });

  test('joins segments in the order of the translation, with markers across them', () => {
    const unit =
      '<unit id="u">' +
      '<segment><source>One.</source><target order="3">Eins<em startRef="m"/>.</target></segment>' +
      '<ignorable><source> </source></ignorable>' +
      '<segment><source>Two.</source><target order="1"><sm id="m" its:locQualityIssueComment="x"/>Zwei.</target></segment></unit>';
    const { value } = read(foreign(unit));
    expect(value?.source.paragraphs[0]?.text).toBe('One. Two.');
    expect(value?.targets[0]?.paragraphs[0]?.text).toBe('Zwei. Eins.');
    expect(value?.records).toMatchObject([
      { spans: [{ start: 0, end: 10 }], category: 'other', severity: 'minor' },
    ]);
  });

  test('gives corrections for translations that differ from the work, and for its matches', () => {
    const unit = (source: string) =>
      `<unit id="p"><mtc:matches><mtc:match ref="#1" matchQuality="98" origin="TM"><source>${source}</source><target>Treffer</target></mtc:match></mtc:matches>${segment(EN, 'Neu')}</unit>`;
    const { value, problems } = read(foreign(unit(EN)), texts());
    expect(problems).toEqual([]);
    const common = { ...place, type: 'correction', base: DE };
    expect(value?.records).toEqual([
      { ...common, id: id(901), text: 'Treffer', match: { ref: '#1', matchQuality: '98', origin: 'TM' } },
      { ...common, id: id(902), text: 'Neu' },
    ]);
    expect(codes(read(foreign(unit('Other')), texts()))).toEqual(['match-skipped 3']);
  });

  test('gives comments for its notes and for markers with a comment', () => {
    const unit =
      '<unit id="u"><notes><note id="1" appliesTo="source" priority="2">Look</note><note id="2">Here</note></notes>' +
      `${segment('A cat', 'Eine <mrk id="m" type="comment" ref="#n=2">Katze</mrk><mrk id="k" type="comment" value="end"/>')}</unit>`;
    expect(read(foreign(unit)).value?.records).toMatchObject([
      { type: 'comment', variant: 'en', text: { und: 'Look' }, note: { priority: '2' } },
      { type: 'comment', variant: 'de', text: { und: 'Here' }, spans: [{ start: 5, end: 10 }] },
      { type: 'comment', variant: 'de', text: { und: 'end' }, spans: [{ start: 10, end: 10 }] },
    ]);
  });

  test('places issues of a changed translation in the text of the work', () => {
    const unit = (word: string) =>
      `<unit id="p">${segment(EN, `Das war ein <mrk id="m" its:locQualityIssueComment="x">${word}</mrk>, noch eines.`)}</unit>`;
    const found = read(foreign(unit('Zeichen')), texts());
    expect(found.problems).toEqual([]);
    expect(found.value?.records[0]).toMatchObject({ type: 'mark', spans: [{ start: 12, end: 19 }] });
    expect(codes(read(foreign(unit('Xylophonspieler aus Übersee')), texts()))).toEqual([
      'issue-place-lost 3',
    ]);
  });

  test('tells paragraphs of several files apart', () => {
    const unit = `<unit id="1">${segment('A', 'B')}</unit>`;
    const xml = `${ROOT}<file id="f">${unit}</file><file id="g">${unit}</file></xliff>`;
    expect(read(xml).value?.targets[0]?.paragraphs.map(({ id: name }) => name)).toEqual(['1', 'g.1']);
  });

  const bad = `<unit id="a">${segment('x')}</unit>`;
  test.each([
    ['a unit without id', '<unit><segment><source/></segment></unit>', 'unit-invalid 3'],
    ['a unit without segment', '<unit id="u"/>', 'unit-invalid 3'],
    ['a segment without source', '<unit id="u"><segment/></unit>', 'unit-invalid 3'],
    ['a unit twice', `${bad}\n${bad}`, 'unit-repeated 4'],
    [
      'a translation in part',
      `<unit id="u">${segment('a', 'b')}${segment('c')}</unit>`,
      'unit-target-incomplete 3',
    ],
    ['inline codes', `<unit id="u">${segment('a<ph id="1"/>')}</unit>`, 'inline-code-skipped 3'],
    [
      'a code point that is none',
      `<unit id="u">${segment('a<cp hex="110000"/>')}</unit>`,
      'inline-code-skipped 3',
    ],
    [
      'a start without end',
      `<unit id="u">${segment('a<sm id="1" type="comment" value="x"/>')}</unit>`,
      'marker-unpaired 3',
    ],
    ['an end without start', `<unit id="u">${segment('a<em startRef="1"/>')}</unit>`, 'marker-unpaired 3'],
    ['a term', `<unit id="u">${segment('<mrk id="1" type="term">a</mrk>')}</unit>`, 'unit-part-skipped 3'],
    [
      'another module',
      `<unit id="u"><x:glossary xmlns:x="urn:x"/>${segment('a')}</unit>`,
      'unit-part-skipped 3',
    ],
    [
      'an issue of no known type',
      `<unit id="u">${segment('<mrk id="1" its:locQualityIssueType="odd">a</mrk>')}</unit>`,
      'issue-type-unknown 3',
    ],
    [
      'a disabled issue',
      `<unit id="u">${segment('<mrk id="1" its:locQualityIssueComment="x" its:locQualityIssueEnabled="no">a</mrk>')}</unit>`,
      'issue-disabled 3',
    ],
    [
      'an issue without a place',
      `<unit id="u"><its:locQualityIssues id="l"><its:locQualityIssue locQualityIssueComment="x"/></its:locQualityIssues>${segment('a')}</unit>`,
      'issue-place-missing 3',
    ],
    ['a note outside of units', `<notes><note>x</note></notes>${bad}`, 'note-skipped 3'],
  ])('reports %s and keeps the rest', (_name, units, problem) => {
    const found = read(foreign(`${units}\n<unit id="last">${segment('x', 'y')}</unit>`));
    expect(codes(found)).toEqual([problem]);
    expect(found.value?.targets[0]?.paragraphs.map(({ id: name }) => name)).toContain('last');
  });

  test('reports units that the work does not have', () => {
    const found = read(
      foreign(`<unit id="x">${segment('a', 'b')}</unit><unit id="p">${segment(EN, DE)}</unit>`),
      texts(),
    );
    expect(codes(found)).toEqual(['unit-unknown 3']);
  });
});

describe('a file that is none', () => {
  test.each([
    ['another document', '<html/>', 'xml-root-unknown 1'],
    [
      'an XLIFF of no known version',
      '<xliff xmlns="urn:oasis:names:tc:xliff:document:1.0"/>',
      'xml-root-unknown 1',
    ],
    ['no XML', 'system\tdoc', 'xml-invalid 1'],
    ['a DOCTYPE with an external file', `<!DOCTYPE xliff SYSTEM "x.dtd">${foreign('')}`, 'xml-doctype 1'],
  ])('%s gives nothing', (_name, xml, problem) => {
    const found = read(xml);
    expect([codes(found), found.value]).toEqual([[problem], undefined]);
  });

  test('nothing of a file that was cut off is read', () => {
    const whole = ours();
    for (const at of [50, 400, whole.length - 60, whole.length - 12]) {
      const { value, problems } = read(whole.slice(0, at));
      expect([value, problems.length]).toEqual([undefined, 1]);
      expect(problems[0]?.line).toBeGreaterThan(0);
    }
  });

  test('never throws, whatever was changed in it', () => {
    const whole = ours([
      sign,
      mark(2, { spans: [anchorOf(DE, 0, 3), anchorOf(DE, 8, 14)] }),
      comment(3, { variant: 'de', paragraph: 'p' }),
      correction(4, { base: DE }),
    ]);
    const edit = fc.record({
      at: fc.nat(whole.length),
      length: fc.nat(30),
      text: fc.oneof(
        fc.string({ maxLength: 8 }),
        fc.constantFrom(
          '<',
          '>',
          '</unit>',
          '<mrk id="m1"/>',
          '<sm id="m1"/>',
          '"',
          '&',
          '<segment>',
          '{"a":1}',
          't9-3',
        ),
      ),
    });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
        let xml = whole;
        for (const { at, length, text } of edits) xml = xml.slice(0, at) + text + xml.slice(at + length);
        const { value, problems } = read(xml);
        expect(value !== undefined || problems.length > 0).toBe(true);
        for (const { code } of problems) expect(PROBLEM_CODES).toContain(code);
      }),
      { numRuns: 400 },
    );
  });

  test('never throws where names and values are at odds', () => {
    const names = [
      'unit',
      'segment',
      'source',
      'target',
      'mrk',
      'sm',
      'em',
      'cp',
      'notes',
      'note',
      'its:locQualityIssues',
      'its:locQualityIssue',
      'mtc:matches',
      'mtc:match',
    ];
    const attributes = [
      'id="a"',
      'startRef="a"',
      'hex="D800"',
      'type="comment"',
      'ref="#n=a"',
      'value="x"',
      'order="-1"',
      'its:locQualityIssueComment="c"',
      'its:locQualityIssuesRef="#a"',
      'locQualityIssueType="x"',
    ];
    const { element } = fc.letrec<{ element: string }>((tie) => ({
      element: fc
        .tuple(
          fc.constantFrom(...names),
          fc.uniqueArray(fc.constantFrom(...attributes), { maxLength: 4 }),
          fc.array(fc.oneof({ depthSize: 'small' }, fc.constant('t'), tie('element')), { maxLength: 4 }),
        )
        .map(([name, given, inner]) => `<${name} ${given.join(' ')}>${inner.join('')}</${name}>`),
    }));
    fc.assert(
      fc.property(fc.array(element, { maxLength: 6 }), (elements) => {
        expect(
          read(foreign(`<unit id="a">${segment('x', 'y')}</unit>${elements.join('')}`)).value,
        ).toBeDefined();
      }),
      { numRuns: 400 },
    );
  });
});
