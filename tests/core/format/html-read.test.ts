import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { htmlSteps } from '../../../src/core/format/html-read.ts';
import { finish } from '../../../src/core/steps.ts';
import { codesOf, shownOf } from './package-samples.ts';

/** Milliseconds that a fuzz test may take on a busy machine. */
const SLOW = 60_000;

const read = (html: string): readonly string[] => shownOf(htmlSteps(html));
const SENTENCE =
  'Large models can be seen as a more abstract programming language, one that will change how we work, learn, and write.';

/** A page as sites have them: an article with menus, a list of links and a footer around it. */
const ARTICLE = `<!doctype html><html lang="en-GB"><head><title>No Risk in Open Models - The Daily Paper</title>
<style>p { color: red }</style><script>document.write('<p>written</p>')</script></head><body>
<header class="site-header"><a href="/">The Daily Paper</a></header>
<nav><ul><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<main><article><h1>No Risk in Open Models</h1>
<p>${SENTENCE} ${SENTENCE}</p><h2>The point</h2><p>${SENTENCE}</p>
<ul><li>An open model is a neutral tool, and can be used for anything, good or bad, by anyone.</li></ul>
<blockquote><p>“${SENTENCE}”</p></blockquote>
<figure><img src="x.png" alt="A portrait"><figcaption>The founder in Paris</figcaption></figure>
<p>${SENTENCE} ${SENTENCE}</p></article>
<div class="related sidebar"><h3>Read on</h3><a href="/1">Another story</a> <a href="/2">One more</a></div></main>
<footer><p>Imprint, privacy</p></footer></body></html>`;

describe('a web page', () => {
  test('has its article as text, and what surrounds it left out, all in its place', () => {
    expect(read(ARTICLE)).toEqual([
      '(left) paragraph: The Daily Paper',
      '(left) list-item: News',
      '(left) list-item: Sport',
      'title: No Risk in Open Models',
      `paragraph: ${SENTENCE} ${SENTENCE}`,
      'heading: The point',
      `paragraph: ${SENTENCE}`,
      'list-item: An open model is a neutral tool, and can be used for anything, good or bad, by anyone.',
      `paragraph: “${SENTENCE}”`,
      'caption: The founder in Paris',
      `paragraph: ${SENTENCE} ${SENTENCE}`,
      '(left) heading: Read on',
      '(left) paragraph: Another story One more',
      '(left) paragraph: Imprint, privacy',
    ]);
  });

  test('has the title and language that it names', () => {
    const { value } = finish(htmlSteps(ARTICLE));
    expect(value).toMatchObject({ title: 'No Risk in Open Models', lang: 'en-GB' });
    expect(finish(htmlSteps('<body lang="de_AT"><p>x')).value?.lang).toBe('de-AT');
    expect(finish(htmlSteps('<html lang="no such language"><p>x')).value?.lang).toBeUndefined();
  });

  test('is literal text: nothing in it is run, and nothing read again as markup', () => {
    expect(
      read('<p>a &lt;script&gt;alert(1)&lt;/script&gt; &amp;amp; b<script>alert(2)</script></p>'),
    ).toEqual(['paragraph: a <script>alert(1)</script> &amp; b']);
  });

  test('has a paragraph where text stands between blocks, and at two line breaks', () => {
    expect(read('<div>one <b>and</b> more<p>two</p>three</div><div>four<br>five<br> <br>six</div>')).toEqual([
      'paragraph: one and more',
      'paragraph: two',
      'paragraph: three',
      'paragraph: four five',
      'paragraph: six',
    ]);
  });

  test('has its white space as it is shown, without a space where East Asian text is broken in the source', () => {
    expect(read('<p> a\n\t  b&nbsp;c </p><p>開放\n  模型，\n好 a\nb</p>')).toEqual([
      'paragraph: a b\u00a0c',
      'paragraph: 開放模型，好 a b',
    ]);
    expect(read('<pre>one  two\nthree\n\n  four</pre>')).toEqual([
      'paragraph: one  two three',
      'paragraph: four',
    ]);
  });

  test('has the cells of a table as paragraphs, and items of lists as such, also with paragraphs in them', () => {
    expect(
      read('<table><caption>C</caption><tr><th>a<td>b<tr><td>c</table><ol><li><p>d</p><li>e</ol>'),
    ).toEqual(['caption: C', 'paragraph: a', 'paragraph: b', 'paragraph: c', 'list-item: d', 'list-item: e']);
  });

  test('leaves out ruby text, references to notes and what is hidden', () => {
    const html =
      '<p><ruby>東<rp>(</rp><rt>とう</rt><rp>)</rp></ruby>京<sup class="reference"><a>[1]</a></sup></p><p hidden>x</p><p style="color: red; display: none">y</p><template>z</template>';
    expect(read(html)).toEqual(['paragraph: 東京']);
  });

  test('is read without a search for its article when it is a book, with a warning', () => {
    const { value, problems } = finish(htmlSteps(`<nav>menu</nav>${'<p>text</p>'.repeat(30_000)}`));
    expect(problems).toMatchObject([{ code: 'page-main-unknown', severity: 'warning' }]);
    expect(value?.paragraphs).toHaveLength(30_001);
    expect(value?.paragraphs.filter(({ left }) => left)).toEqual([
      { role: 'paragraph', text: 'menu', left: true },
    ]);
  });
});

describe('a broken or hostile web page', () => {
  test('is bounded in depth, elements and length', () => {
    const codes = (html: string, limits = {}): readonly string[] =>
      codesOf(finish(htmlSteps(html, limits)).problems);
    expect(codes('<div>'.repeat(1_000_000))).toEqual(['page-too-deep']);
    expect(codes('<p>'.repeat(101), { elements: 100 })).toEqual(['page-elements-surplus']);
    expect(codes('x'.repeat(101), { length: 100 })).toEqual(['file-too-large']);
  });

  test('may be as deep as the tags that nobody closed make it', () => {
    const html = '<p><font>text'.repeat(400);
    expect(read(html)).toEqual(Array.from({ length: 400 }, () => 'paragraph: text'));
  });

  const piece = fc.oneof(
    fc.string({ maxLength: 8 }),
    fc
      .tuple(
        fc.constantFrom(
          ...'html head body title p div span li ul table tr td h1 br a section article svg math template pre ruby'.split(
            ' ',
          ),
        ),
        fc.constantFrom(
          '',
          ' class="sidebar"',
          ' id=content',
          ' hidden',
          ' style="display:none"',
          ' role=dialog aria-modal=true',
          ' __proto__=x',
          ' lang=de',
          ' class',
        ),
        fc.boolean(),
      )
      .map(([name, attributes, isEnd]) => (isEnd ? `</${name}>` : `<${name}${attributes}>`)),
    fc.constantFrom(
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '<!doctype x [',
      '&#0;',
      '&#xD800;',
      '<meta property=og:title content=x>',
      SENTENCE,
    ),
  );

  test(
    'gives paragraphs on one line, never an error, whatever its tags are',
    () => {
      fc.assert(
        fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
          const { value, problems } = finish(htmlSteps(pieces.join('')));
          expect(problems).toEqual([]);
          for (const { text } of value!.paragraphs) {
            expect(text).toBe(text.trim());
            expect(text).toMatch(/^[^\n\r\u2028\u2029]+$/u);
          }
        }),
        { numRuns: 600 },
      );
    },
    SLOW,
  );

  test('never throws, cut off anywhere, and keeps its text in order', () => {
    const whole = ARTICLE.replaceAll(/\s+/g, ' ');
    for (let end = 0; end < whole.length; end += 7) {
      const { value } = finish(htmlSteps(whole.slice(0, end)));
      expect(value).toBeDefined();
    }
  });
});
