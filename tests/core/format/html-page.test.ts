import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { htmlPage } from '../../../src/core/format/html-page.ts';
import { textPieces } from '../../../src/core/format/parallel-text.ts';
import { hostile, parallelText } from './parallel-arbitraries.ts';

/** All tags that the page is made of. */
const KNOWN =
  /^<(?:!doctype html|\/?(?:html|head|title|style|body|header|main|table|thead|tbody|tr|th|td|h1|p|small|a|ol|li|del|ins|mark|sup)|meta)(?: [a-z-]+="[^"<>]*")*>$/u;

describe('a page of texts side by side', () => {
  test('has no tag but its own, loads nothing and runs nothing, whatever the texts hold', () => {
    fc.assert(
      fc.property(parallelText, (document) => {
        const tags = htmlPage(document).match(/<[^>]*>?/gu) ?? [];
        for (const tag of tags) {
          expect(tag).toMatch(KNOWN);
          expect(tag).not.toMatch(/ (?:on\w+|src|style)=|href="(?!#)/u);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('has a row a paragraph, each text in its language and direction', () => {
    fc.assert(
      fc.property(parallelText, (document) => {
        const page = htmlPage(document);
        expect(page.match(/<tr id=/gu) ?? []).toHaveLength(document.rows.length);
        expect(page.match(/<td lang="ar" dir="rtl">/gu) ?? []).toHaveLength(document.rows.length);
        expect(page.match(/<td lang="de" dir="ltr">/gu) ?? []).toHaveLength(document.rows.length);
      }),
    );
  });

  test('shows what went, what came and what is remarked on', () => {
    const cell = {
      pieces: textPieces('one red house', 'one blue house', 'en', [{ start: 4, end: 13, remark: 2 }]),
    };
    const page = htmlPage({
      title: 'T',
      lang: 'en',
      about: [],
      columns: [{ lang: 'en', label: 'English' }],
      rows: [{ id: 'p', role: 'paragraph', cells: [cell], remarks: ['first', '<second>'] }],
      words: { paragraph: 'No.', remarks: 'Remarks' },
    });
    expect(page).toContain(
      'one <del><mark>red<sup>2</sup></mark></del><ins>blue</ins><mark> house<sup>2</sup></mark></td>',
    );
    expect(page).toContain('<ol><li>first</li><li>&#60;second&#62;</li></ol>');
  });

  test('shows each paragraph of a cell, and the breaks that were put in or taken out', () => {
    const cell = { pieces: textPieces('One. Two.\nThree.', 'One.\nTwo. Three.', 'en') };
    const page = htmlPage({
      title: 'T',
      lang: 'en',
      about: [],
      columns: [{ lang: 'en', label: 'English' }],
      rows: [{ id: 'p', role: 'paragraph', cells: [cell], remarks: [] }],
      words: { paragraph: 'No.', remarks: 'Remarks' },
    });
    expect(page).toContain(
      '<p>One.<del> </del><ins>¶</ins></p><p>Two.<del>¶</del><ins> </ins>Three.</p></td>',
    );
  });
});

describe('the pieces of a text that was changed', () => {
  test('hold both texts completely, and every place that is remarked on', () => {
    const place = fc.tuple(fc.nat(40), fc.nat(40));
    fc.assert(
      fc.property(hostile, hostile, fc.array(place, { maxLength: 3 }), (text, current, places) => {
        const spans = places.map(([a, b], remark) => {
          const [start, end] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y);
          return { start: start!, end: end!, remark };
        });
        const pieces = textPieces(text, current, 'en', spans);
        const without = (kind: string) => pieces.filter((piece) => piece.kind !== kind);
        const joined = (some: typeof pieces) => some.map((piece) => piece.text).join('');
        expect(joined(without('insert'))).toBe(text);
        expect(joined(without('delete'))).toBe(current);
        for (const { start, end, remark } of spans.filter((span) => span.start < span.end))
          expect(joined(without('insert').filter(({ remarks }) => remarks?.includes(remark)))).toBe(
            text.slice(start, end),
          );
      }),
    );
  });
});
