import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { odtSteps } from '../../../src/core/format/odt-read.ts';
import { finish } from '../../../src/core/steps.ts';
import { codesOf, decode, odtOf, openDocumentPart, shownOf, utf16, zipOf } from './package-samples.ts';

/** Milliseconds that a fuzz test may take on a busy machine. */
const SLOW = 60_000;

const read = (body: string, more?: Readonly<Record<string, string | Uint8Array>>): readonly string[] =>
  shownOf(odtSteps(odtOf(body, more), decode));
const p = (text: string, style = 'Standard'): string => `<text:p text:style-name="${style}">${text}</text:p>`;
const styles = (content: string): Record<string, string> => ({
  'styles.xml': openDocumentPart('document-styles', `<office:styles>${content}</office:styles>`),
});
const paragraphStyle = (name: string, parent: string, content = ''): string =>
  `<style:style style:name="${name}" style:family="paragraph" style:parent-style-name="${parent}">${content}</style:style>`;

describe('an ODT document', () => {
  test('has its roles from its elements, lists and styles', () => {
    const more = styles(
      paragraphStyle('P1', 'Title') +
        paragraphStyle('Table', 'Caption') +
        paragraphStyle('P2', 'Heading_20_2') +
        paragraphStyle('A', 'B') +
        paragraphStyle('B', 'A'),
    );
    const item = (content: string): string =>
      `<text:list><text:list-item>${content}</text:list-item></text:list>`;
    const body = `${p('T', 'P1')}<text:h text:outline-level="1">H</text:h>${p('h', 'P2')}${p('C', 'Table')}${item(p('one') + item(p('two')))}${p('plain', 'A')}`;
    expect(read(body, more)).toEqual([
      'title: T',
      'heading: H',
      'heading: h',
      'caption: C',
      'list-item: one',
      'list-item: two',
      'paragraph: plain',
    ]);
  });

  test('has its white space as OpenDocument counts it', () => {
    expect(
      read(p('a \n\t b<text:s text:c="2"/>c<text:tab/>d<text:line-break/>e<text:span>f</text:span>')),
    ).toEqual(['paragraph: a b  c d ef']);
    expect(read(p('a<text:s text:c="1000000000"/>b'))[0]!.length).toBeLessThan(200);
  });

  test('has notes and text boxes behind their paragraph, and in a list they are no items', () => {
    const note = `<text:note><text:note-citation>1</text:note-citation><text:note-body>${p('A note.')}</text:note-body></text:note>`;
    const box = `<draw:frame><draw:text-box>${p('In the box')}</draw:text-box><svg:title>Picture</svg:title></draw:frame>`;
    expect(
      read(`<text:list><text:list-item>${p(`Text${note} goes${box} on.`)}</text:list-item></text:list>`),
    ).toEqual(['list-item: Text goes on.', '(left) paragraph: A note.', 'list-item: In the box']);
  });

  test('leaves out what was deleted or remarked, and the table of contents at first', () => {
    const deleted = `<text:tracked-changes><text:changed-region><text:deletion>${p('gone')}</text:deletion></text:changed-region></text:tracked-changes>`;
    const contents = `<text:table-of-content><text:index-body>${p('Chapter 1')}</text:index-body></text:table-of-content>`;
    const remark = `<office:annotation>${p('remark')}</office:annotation>`;
    const ruby =
      '<text:ruby><text:ruby-base>東</text:ruby-base><text:ruby-text>ひがし</text:ruby-text></text:ruby>';
    expect(read(`${deleted}${contents}${p(`Kept${remark} ${ruby}`)}`)).toEqual([
      '(left) paragraph: Chapter 1',
      'paragraph: Kept 東',
    ]);
  });

  test('has the cells of a table row by row', () => {
    const row = (...cells: readonly string[]): string =>
      `<table:table-row>${cells.map((cell) => `<table:table-cell>${p(cell)}</table:table-cell>`).join('')}</table:table-row>`;
    expect(read(`<table:table>${row('a', 'b')}${row('c', 'd')}</table:table>`)).toEqual([
      'paragraph: a',
      'paragraph: b',
      'paragraph: c',
      'paragraph: d',
    ]);
  });

  test('is in the language that most of its text is in', () => {
    const text = (language: string, country: string, asian = 'ja'): string =>
      `<style:text-properties fo:language="${language}" fo:country="${country}" style:language-asian="${asian}" style:country-asian="JP"/>`;
    const more = styles(
      `<style:default-style style:family="paragraph">${text('en', 'GB')}</style:default-style>${paragraphStyle('De', 'Standard', text('de', 'none'))}`,
    );
    const langOf = (body: string): string | undefined =>
      finish(odtSteps(odtOf(body, more), decode)).value?.lang;
    expect(langOf(p('English'))).toBe('en-GB');
    expect(langOf(p('日本語の文章'))).toBe('ja-JP');
    expect(langOf(p('English') + p('Und ein deutscher Absatz', 'De'))).toBe('de');
  });

  test('has the title and the language of its properties where it has no others', () => {
    const meta = openDocumentPart(
      'document-meta',
      '<office:meta><dc:title>A\nB</dc:title><dc:language>fi-FI</dc:language></office:meta>',
    );
    expect(finish(odtSteps(odtOf(p('x'), { 'meta.xml': meta }), decode)).value).toEqual({
      kind: 'text',
      title: 'A B',
      lang: 'fi-FI',
      paragraphs: [{ role: 'paragraph', text: 'x' }],
    });
  });

  test('may be in UTF-16', () => {
    const part = openDocumentPart(
      'document-content',
      `<office:body><office:text>${p('Größe')}</office:text></office:body>`,
    );
    expect(shownOf(odtSteps(zipOf({ 'content.xml': utf16(part) }), decode))).toEqual(['paragraph: Größe']);
  });
});

describe('a broken or hostile ODT document', () => {
  test('has nothing of it imported, and names the place', () => {
    const { value, problems } = finish(odtSteps(odtOf('<text:p>good</text:p><text:p>&bad;'), decode));
    expect(value).toBeUndefined();
    expect(problems[0]).toMatchObject({ code: 'xml-invalid', file: 'content.xml', line: 1 });
    expect(codesOf(finish(odtSteps(zipOf({ a: 'b' }), decode)).problems)).toEqual(['package-part-missing']);
  });

  test('says that it is encrypted', () => {
    const manifest =
      '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>';
    const { problems } = finish(odtSteps(odtOf('', { 'META-INF/manifest.xml': manifest }), decode));
    expect(codesOf(problems)).toEqual(['file-encrypted']);
  });

  const tree = fc.letrec<{ node: string }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 6 },
      fc.constantFrom('x', '<text:tab/>', '<text:s text:c="-3"/>', '<text:s text:c="many"/>'),
      fc
        .tuple(
          fc.constantFrom(
            'p',
            'h',
            'span',
            'list',
            'list-item',
            'note',
            'note-body',
            'ruby-text',
            'table-of-content',
          ),
          fc.array(tie('node'), { maxLength: 4 }),
        )
        .map(([name, children]) => `<text:${name}>${children.join('')}</text:${name}>`),
    ),
  })).node;

  test(
    'gives paragraphs on one line, never an error, whatever its elements stand in',
    () => {
      fc.assert(
        fc.property(fc.array(tree, { maxLength: 5 }), (nodes) => {
          const { value } = finish(odtSteps(odtOf(nodes.join('')), decode));
          for (const { text } of value!.paragraphs) expect(text).toMatch(/^\S(.*\S)?$/u);
        }),
        { numRuns: 500 },
      );
    },
    SLOW,
  );
});
