import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { epubSteps } from '../../../src/core/format/epub-read.ts';
import { finish } from '../../../src/core/steps.ts';
import { type BookSample, codesOf, decode, epubOf, shownOf, utf16, xhtml, zipOf } from './package-samples.ts';

/** Milliseconds that a fuzz test may take on a busy machine. */
const SLOW = 60_000;

const read = (book: BookSample): readonly string[] => shownOf(epubSteps(epubOf(book), decode));
const p = (text: string): string => xhtml(`<p>${text}</p>`);

describe('an EPUB book', () => {
  test('has its pages in reading order, each once, without the table of contents', () => {
    expect(
      read({ pages: { 'b.xhtml': p('first'), 'nav.xhtml': p('contents'), 'a b.xhtml': p('second') } }),
    ).toEqual(['paragraph: first', 'paragraph: second']);
  });

  test('has its title and language from its package, and its title in the text', () => {
    const { value } = finish(
      epubSteps(
        epubOf({
          metadata:
            '<dc:title>The Book</dc:title><dc:title>Volume 1</dc:title><dc:language>pt-br</dc:language>',
          pages: {
            'cover.xhtml': xhtml(
              '<section epub:type="titlepage"><h1>The Book</h1><p>Publisher</p></section>',
            ),
            'one.xhtml': xhtml('<h1>Chapter</h1><p>Text</p>'),
          },
        }),
        decode,
      ),
    );
    expect(value).toEqual({
      kind: 'text',
      title: 'The Book',
      lang: 'pt-BR',
      paragraphs: [
        { role: 'title', text: 'The Book' },
        { role: 'paragraph', text: 'Publisher', left: true },
        { role: 'heading', text: 'Chapter' },
        { role: 'paragraph', text: 'Text' },
      ],
    });
  });

  test('has what is about the book, and notes, left out at first', () => {
    const pages = {
      'c.xhtml': p('Cover'),
      'd.xhtml': xhtml('<p>Dedication</p>'),
      'i.xhtml': xhtml('<section epub:type="copyright-page"><p>Imprint</p></section>'),
      't.xhtml': xhtml(
        '<p>Text<a epub:type="noteref" href="#n">1</a></p><aside epub:type="footnote"><p>Note</p></aside>',
      ),
    };
    expect(read({ pages, guide: '<reference type="cover" href="c.xhtml#top"/>' })).toEqual([
      '(left) paragraph: Cover',
      'paragraph: Dedication',
      '(left) paragraph: Imprint',
      'paragraph: Text',
      '(left) paragraph: Note',
    ]);
  });

  test('is read as HTML where a page is no XHTML', () => {
    const old = '<html><head><title/></head><body><a id="x"/><p>one&nbsp;two<br>three<p>four</body></html>';
    expect(read({ pages: { 'old.html': old } })).toEqual([
      'paragraph: one\u00a0two three',
      'paragraph: four',
    ]);
  });

  test('may have pages in UTF-16, and with the DOCTYPE of XHTML 1.1', () => {
    const doctype =
      '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd">';
    const page = p('Größe').replace('<!DOCTYPE html>', doctype).replace('UTF-8', 'UTF-16');
    expect(read({ pages: { 'a.xhtml': utf16(page) } })).toEqual(['paragraph: Größe']);
  });
});

describe('a broken or hostile EPUB book', () => {
  const problemsOf = (bytes: Uint8Array) => finish(epubSteps(bytes, decode));

  test('says what is missing', () => {
    expect(problemsOf(zipOf({ a: 'b' })).problems).toMatchObject([
      { code: 'package-part-missing', args: { part: 'META-INF/container.xml' } },
    ]);
    const bytes = zipOf({
      'META-INF/container.xml': '<c><rootfile full-path="b.opf"/></c>',
      'b.opf':
        '<p><item id="a" href="../../a.xhtml" media-type="application/xhtml+xml"/><item id="b" href="%zz" media-type="text/html"/><itemref idref="a"/><itemref idref="b"/><itemref idref="c"/></p>',
      'a.xhtml': p('there'),
    });
    const { value, problems } = problemsOf(bytes);
    expect(value?.paragraphs).toEqual([{ role: 'paragraph', text: 'there' }]);
    expect(problems).toMatchObject([
      { code: 'package-part-missing', severity: 'warning', args: { part: '%zz' } },
    ]);
  });

  test('says that its text is encrypted, and is read when only its fonts are', () => {
    const locked = (uri: string): Record<string, string> => ({
      'META-INF/encryption.xml': `<e><CipherReference URI="${uri}"/></e>`,
    });
    const pages = { 'a.xhtml': p('text') };
    expect(codesOf(problemsOf(epubOf({ pages, more: locked('OPS/a.xhtml') })).problems)).toEqual([
      'file-encrypted',
    ]);
    expect(codesOf(problemsOf(epubOf({ pages, more: locked('OPS/font.otf') })).problems)).toEqual([]);
  });

  test('names the page that is too deep', () => {
    const pages = { 'a.xhtml': p('text'), 'b.xhtml': '<i>'.repeat(200_000) };
    expect(problemsOf(epubOf({ pages }))).toEqual({
      value: undefined,
      problems: [{ code: 'page-too-deep', severity: 'fault', args: { limit: 1000 }, file: 'OPS/b.xhtml' }],
    });
  });

  test('may not multiply its text by naming a page often', () => {
    const bytes = zipOf({
      'META-INF/container.xml': '<c><rootfile full-path="b.opf"/></c>',
      'b.opf': `<p><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/>${'<itemref idref="a"/>'.repeat(5000)}</p>`,
      'a.xhtml': p('once'),
    });
    expect(problemsOf(bytes).value?.paragraphs).toHaveLength(1);
  });

  test(
    'never throws at a page of random markup',
    () => {
      const markup = fc.array(
        fc.oneof(
          fc.string({ maxLength: 5 }),
          fc.constantFrom('<p>', '</p>', '<li>', '<br/>', '<pre>', '&amp;', '<!--', ']]>'),
        ),
        { maxLength: 30 },
      );
      fc.assert(
        fc.property(markup, (pieces) => {
          const { value } = problemsOf(epubOf({ pages: { 'a.xhtml': pieces.join('') } }));
          for (const { text } of value!.paragraphs) expect(text).toMatch(/^\S(.*\S)?$/su);
        }),
        { numRuns: 500 },
      );
    },
    SLOW,
  );
});
