import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { docxSteps } from '../../../src/core/format/docx-read.ts';
import { finish } from '../../../src/core/steps.ts';
import { codesOf, decode, docxOf, shownOf, utf16, wordPart, zipOf } from './package-samples.ts';

/** Milliseconds that a fuzz test may take on a busy machine. */
const SLOW = 60_000;

const read = (body: string, more?: Readonly<Record<string, string | Uint8Array>>): readonly string[] =>
  shownOf(docxSteps(docxOf(body, more), decode));
const p = (text: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
const style = (id: string): string => `<w:pStyle w:val="${id}"/>`;
const styles = (content: string): Record<string, string> => ({
  'word/styles.xml': wordPart('styles', content),
});
const paragraphStyle = (id: string, name: string, content = ''): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${content}</w:style>`;

describe('a DOCX document', () => {
  test('has its roles from its styles, under any id and through what they are based on', () => {
    const more = styles(
      paragraphStyle('Titel', 'Title') +
        paragraphStyle('berschrift1', 'heading 1') +
        paragraphStyle('Mine', 'My style', '<w:basedOn w:val="berschrift1"/>') +
        paragraphStyle('Level', 'Level', '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>') +
        paragraphStyle('Bullet', 'List Bullet', '<w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr>') +
        paragraphStyle('Beschriftung', 'caption') +
        paragraphStyle('A', 'a', '<w:basedOn w:val="B"/>') +
        paragraphStyle('B', 'b', '<w:basedOn w:val="A"/>'),
    );
    const body = ['Titel', 'berschrift1', 'Mine', 'Level', 'Bullet', 'Beschriftung', 'A', 'Unknown'].map(
      (id) => p(id, style(id)),
    );
    expect(read(body.join(''), more)).toEqual([
      'title: Titel',
      'heading: berschrift1',
      'heading: Mine',
      'heading: Level',
      'list-item: Bullet',
      'caption: Beschriftung',
      'paragraph: A',
      'paragraph: Unknown',
    ]);
  });

  test('has items of lists by their numbering, unless it is taken away', () => {
    const numbered = (id: number): string => `<w:numPr><w:numId w:val="${String(id)}"/></w:numPr>`;
    const more = styles(paragraphStyle('L', 'List Number', `<w:pPr>${numbered(1)}</w:pPr>`));
    expect(
      read(p('one', numbered(2)) + p('two', style('L')) + p('three', style('L') + numbered(0)), more),
    ).toEqual(['list-item: one', 'list-item: two', 'paragraph: three']);
  });

  test('counts tracked changes as made', () => {
    const body = `<w:p><w:r><w:t>It is </w:t></w:r><w:del><w:r><w:delText>not </w:delText></w:r></w:del>
      <w:ins><w:r><w:t>very </w:t></w:r></w:ins><w:moveFrom><w:r><w:t>gone </w:t></w:r></w:moveFrom><w:r><w:t>good.</w:t></w:r></w:p>`;
    expect(read(body)).toEqual(['paragraph: It is very good.']);
  });

  test('joins two paragraphs whose boundary was deleted', () => {
    const open = p('First', '<w:rPr><w:del w:id="1"/></w:rPr>');
    expect(read(`${open}${p(' and second')}${p('Third')}`)).toEqual([
      'paragraph: First and second',
      'paragraph: Third',
    ]);
    expect(read(open)).toEqual(['paragraph: First']);
  });

  test('has the cells of a table row by row, also in tables in tables', () => {
    const table = (...rows: readonly (readonly string[])[]): string =>
      `<w:tbl>${rows.map((row) => `<w:tr>${row.map((cell) => `<w:tc>${cell}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;
    const body = table([p('a'), p('b')], [table([p('c')]), p('d')]);
    expect(read(body)).toEqual(['paragraph: a', 'paragraph: b', 'paragraph: c', 'paragraph: d']);
  });

  test('has notes behind their paragraph, left out at first', () => {
    const notes = wordPart(
      'footnotes',
      `<w:footnote w:type="separator" w:id="0">${p('line')}</w:footnote><w:footnote w:id="2">${p(' A note.')}${p('Its end.')}</w:footnote>`,
    );
    const body = `<w:p><w:r><w:t>Text</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t> goes on.</w:t></w:r></w:p>${p('Next')}`;
    expect(read(body, { 'word/footnotes.xml': notes })).toEqual([
      'paragraph: Text goes on.',
      '(left) paragraph: A note.',
      '(left) paragraph: Its end.',
      'paragraph: Next',
    ]);
  });

  test('has the text of a text box once, behind its paragraph', () => {
    const box = `<w:txbxContent>${p('In the box')}</w:txbxContent>`;
    const body = `<w:p><w:r><w:t>Around </w:t></w:r><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice>${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>it</w:t></w:r></w:p>`;
    expect(read(body)).toEqual(['paragraph: Around it', 'paragraph: In the box']);
  });

  test('leaves out fields’ codes, hidden text, ruby text and the table of contents', () => {
    const more = styles(paragraphStyle('Verzeichnis1', 'toc 1'));
    const body = `${p('Chapter 1', style('Verzeichnis1'))}<w:p><w:r><w:instrText>PAGEREF x</w:instrText></w:r><w:r><w:t>7</w:t></w:r>
      <w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r></w:p><w:p><w:r><w:ruby><w:rt><w:r><w:t>とう</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>東</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>`;
    expect(read(body, more)).toEqual(['(left) paragraph: Chapter 1', 'paragraph: 7', 'paragraph: 東']);
  });

  test('keeps signs that have elements of their own, on one line', () => {
    const body =
      '<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:softHyphen/><w:t>e\nf &lt;b&gt;</w:t></w:r></w:p>';
    expect(read(body)).toEqual(['paragraph: a b c\u2011d\u00ade f <b>']);
  });

  test('is in the language that most of its text is in', () => {
    const lang = (value: string, asian: string): string =>
      `<w:lang w:val="${value}" w:eastAsia="${asian}" w:bidi="ar-SA"/>`;
    const more = styles(
      `<w:docDefaults><w:rPrDefault><w:rPr>${lang('en-US', 'ja-JP')}</w:rPr></w:rPrDefault></w:docDefaults>`,
    );
    const langOf = (body: string): string | undefined =>
      finish(docxSteps(docxOf(body, more), decode)).value?.lang;
    expect(langOf(p('English'))).toBe('en-US');
    expect(langOf(p('日本語の文章'))).toBe('ja-JP');
    expect(langOf(p('نص عربي'))).toBe('ar-SA');
    expect(
      langOf(
        `<w:p><w:r><w:rPr>${lang('de-DE', 'zh-CN')}</w:rPr><w:t>Ein deutscher Satz</w:t></w:r></w:p>${p('Not')}`,
      ),
    ).toBe('de-DE');
  });

  test('has the title of its properties, and its text where its relationships say', () => {
    const bytes = zipOf({
      '_rels/.rels':
        '<Relationships xmlns="x"><Relationship Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/doc/main.xml"/></Relationships>',
      'doc/main.xml': wordPart('document', `<w:body>${p('Strict')}</w:body>`).replaceAll(
        'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
        'http://purl.oclc.org/ooxml/wordprocessingml/main',
      ),
      'docProps/core.xml':
        '<p xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>A &amp; B</dc:title><dc:language>fi</dc:language></p>',
    });
    expect(finish(docxSteps(bytes, decode)).value).toEqual({
      kind: 'text',
      title: 'A & B',
      lang: 'fi',
      paragraphs: [{ role: 'paragraph', text: 'Strict' }],
    });
  });

  test('may have its parts in other encodings', () => {
    const part = wordPart('document', `<w:body>${p('Größe – 東')}</w:body>`);
    expect(shownOf(docxSteps(zipOf({ 'word/document.xml': utf16(part) }), decode))).toEqual([
      'paragraph: Größe – 東',
    ]);
    const latin = wordPart('document', `<w:body>${p('caf#')}</w:body>`).replace('UTF-8', 'windows-1252');
    const bytes = Uint8Array.from(latin, (character) => (character === '#' ? 0xe9 : character.charCodeAt(0)));
    expect(shownOf(docxSteps(zipOf({ 'word/document.xml': bytes }), decode))).toEqual(['paragraph: café']);
  });
});

describe('a broken or hostile DOCX document', () => {
  const problemsOf = (bytes: Uint8Array) => finish(docxSteps(bytes, decode));

  test('has nothing of it imported, and names the place', () => {
    const { value, problems } = problemsOf(docxOf(`${p('good')}<w:p><w:r>`));
    expect(value).toBeUndefined();
    expect(problems[0]).toMatchObject({ code: 'xml-invalid', file: 'word/document.xml', line: 1 });
    expect(codesOf(problemsOf(zipOf({ 'a.txt': 'x' })).problems)).toEqual(['package-part-missing']);
    const odd = zipOf({ 'word/document.xml': '<?xml version="1.0" encoding="klingon-8"?><a/>' });
    expect(problemsOf(odd).problems[0]).toMatchObject({
      code: 'part-encoding-unreadable',
      args: { part: 'word/document.xml', encoding: 'klingon-8' },
    });
  });

  test('is read without styles when they are damaged, with a warning', () => {
    const { value, problems } = problemsOf(docxOf(p('text'), { 'word/styles.xml': '<w:styles' }));
    expect(value?.paragraphs).toEqual([{ role: 'paragraph', text: 'text' }]);
    expect(problems).toMatchObject([{ severity: 'warning', file: 'word/styles.xml' }]);
  });

  test('has no entities of its own, and no depth without end', () => {
    const laughs = '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><w>&b;</w>';
    expect(codesOf(problemsOf(zipOf({ 'word/document.xml': laughs })).problems)).toEqual(['xml-doctype']);
    const outside = '<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]><w>&a;</w>';
    expect(codesOf(problemsOf(zipOf({ 'word/document.xml': outside })).problems)).toEqual(['xml-doctype']);
    const deep = zipOf({ 'word/document.xml': '<a><b/>'.repeat(40_000) });
    expect(codesOf(problemsOf(deep).problems)).toEqual(['xml-too-deep']);
  });

  const tree = fc.letrec<{ node: string }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 6 },
      fc.constantFrom(
        'x',
        '<w:tab/>',
        '<w:footnoteReference w:id="2"/>',
        '<w:pStyle w:val="A"/>',
        '<w:numId/>',
      ),
      fc
        .tuple(
          fc.constantFrom(
            'p',
            'pPr',
            'rPr',
            'r',
            't',
            'del',
            'ins',
            'tbl',
            'tc',
            'txbxContent',
            'footnote',
            'sdtPr',
            'rt',
          ),
          fc.array(tie('node'), { maxLength: 4 }),
        )
        .map(([name, children]) => `<w:${name}>${children.join('')}</w:${name}>`),
    ),
  })).node;

  test(
    'gives paragraphs on one line or a problem, never an error, whatever its elements stand in',
    () => {
      fc.assert(
        fc.property(fc.array(tree, { maxLength: 5 }), (nodes) => {
          const { value } = problemsOf(
            docxOf(nodes.join(''), { 'word/footnotes.xml': wordPart('footnotes', nodes.join('')) }),
          );
          for (const { text } of value!.paragraphs) expect(text).toMatch(/^\S(.*\S)?$/u);
        }),
        { numRuns: 500 },
      );
    },
    SLOW,
  );

  test('never throws, with its XML cut off anywhere', () => {
    const part = wordPart(
      'document',
      `<w:body>${p('Text', style('A'))}<w:tbl><w:tr><w:tc>${p('x')}</w:tc></w:tr></w:tbl></w:body>`,
    );
    for (let end = 0; end < part.length; end += 1) {
      const { value, problems } = problemsOf(zipOf({ 'word/document.xml': part.slice(0, end) }));
      expect(value).toBeUndefined();
      expect(problems).toHaveLength(1);
    }
  });
});
