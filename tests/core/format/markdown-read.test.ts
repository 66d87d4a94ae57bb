import { describe, expect, test } from 'vitest';
import { markdownReadSteps } from '../../../src/core/format/markdown-read.ts';
import { finish } from '../../../src/core/steps.ts';

const read = (text: string) => finish(markdownReadSteps(text, 'a.md'));
const linesOf = (text: string): readonly string[] =>
  read(text).value?.paragraphs.map(({ role, text: own }) => `${role}: ${own}`) ?? [];

describe('Markdown', () => {
  test('has headings, of which one is the title, quotations, lists, tables and code', () => {
    expect(
      linesOf(
        [
          '# The *Garden*',
          'A line\nand more.',
          '## Winter',
          '> Cold\n> and dark.',
          '1. one\n2. two\n   - inner',
          '| a | b |\n|---|---|\n| c | d |',
          '```\nx < y\n```',
          '- [ ] open',
        ].join('\n\n'),
      ),
    ).toEqual([
      'title: The Garden',
      'paragraph: A line and more.',
      'heading: Winter',
      'paragraph: Cold and dark.',
      'list-item: one',
      'list-item: two',
      'list-item: inner',
      'paragraph: a',
      'paragraph: b',
      'paragraph: c',
      'paragraph: d',
      'paragraph: x < y',
      'list-item: open',
    ]);
  });

  test('is reduced to its text', () => {
    expect(
      linesOf(
        'A [link](https://a.example "t"), a [reference][r], ![a picture](x.png), `code <b>`, **bold _both_**, 3 &lt; 5 &amp; \\*star\\*, a<br>b <!-- no -->end&#8217;s\n\n[r]: https://b.example\n',
      ),
    ).toEqual(['paragraph: A link, a reference, a picture, code <b>, bold both, 3 < 5 & *star*, ab end’s']);
  });

  test('loses comments, scripts and tags, and nothing of it is interpreted', () => {
    expect(
      linesOf(
        '<!-- a comment -->\n\n<div onclick="x()">in a <b>box</b></div>\n\n<script>alert(1)</script>\n',
      ),
    ).toEqual(['paragraph: in a box']);
  });

  test('has title and language in its front matter', () => {
    expect(read('---\ntitle: "Der Garten"\nlang: de\ntags: [a]\n---\n\nSchnee.\n').value).toEqual({
      kind: 'text',
      title: 'Der Garten',
      lang: 'de',
      paragraphs: [{ role: 'paragraph', text: 'Schnee.' }],
    });
  });

  test('of an interview has its questions in bold', () => {
    expect(linesOf('**Is it cold?**\n\nIt is.\n\n**A fact.**\n')).toEqual([
      'question: Is it cold?',
      'paragraph: It is.',
      'paragraph: A fact.',
    ]);
  });

  test('with several headings of the first level has one title at most', () => {
    expect(linesOf('# One\n\na\n\n# Two\n\nb')).toEqual([
      'title: One',
      'paragraph: a',
      'heading: Two',
      'paragraph: b',
    ]);
  });

  test('of a work’s variant is read as one', () => {
    expect(linesOf('<!-- t title -->\nThe *Garden*\n\n<!-- q1 question -->\nIs it cold?\n')).toEqual([
      'title: The *Garden*',
      'question: Is it cold?',
    ]);
  });

  test('that is long is read in portions, none of which cuts a block', () => {
    const block = '```\ncode\n\n# no heading\n```\n\nText [with][ref] it.\n\n';
    const lines = linesOf(`${block.repeat(2000)}[ref]: /x\n`);
    expect(new Set(lines)).toEqual(
      new Set(['paragraph: code', 'paragraph: # no heading', 'paragraph: Text with it.']),
    );
    expect(lines).toHaveLength(6000);
  });
});
