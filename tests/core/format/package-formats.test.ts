import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { finish } from '../../../src/core/steps.ts';
import { docxParts } from '../../../src/core/format/docx-write.ts';
import { epubParts } from '../../../src/core/format/epub-write.ts';
import { currentOf, type ParallelText, textPieces } from '../../../src/core/format/parallel-text.ts';
import {
  elementsIn,
  isElement,
  textIn,
  type XmlElement,
  xmlPartSteps,
} from '../../../src/core/format/xml-tree.ts';
import { xmlSafe } from '../../../src/core/format/xml-write.ts';
import { parallelText } from './parallel-arbitraries.ts';

const TIME = '2026-01-02T03:04:05.000Z';
const docx = (document: ParallelText) => docxParts(document, { time: TIME, author: 'Lesart' });
const epub = (document: ParallelText) =>
  epubParts(document, { identifier: 'urn:x', time: TIME, contents: 'Contents' });

/** The root of a document, which has to be well-formed. */
function tree(source: string): XmlElement {
  let root: XmlElement | undefined;
  const fault = finish(
    xmlPartSteps(
      source,
      { isPart: () => true, part: (element) => (root = element) },
      { ignoresDoctype: () => true },
    ),
  );
  expect(fault).toBeUndefined();
  return root!;
}
const all = (element: XmlElement, local: string): readonly XmlElement[] =>
  element.children
    .filter(isElement)
    .flatMap((child) => [...(child.local === local ? [child] : []), ...all(child, local)]);
const attribute = (element: XmlElement, name: string) =>
  [...element.attributes].find(([key]) => key.replace(/^\{.*\}/u, '') === name)?.[1];

describe('the parts of a DOCX table', () => {
  test('are well-formed whatever the texts hold, each with a type, each relationship with a target', () => {
    fc.assert(
      fc.property(parallelText, (document) => {
        const parts = new Map(docx(document).map(({ path, text }) => [path, tree(text)]));
        const types = parts.get('[Content_Types].xml')!;
        const typed = elementsIn(types).map(
          (one) => attribute(one, 'PartName') ?? attribute(one, 'Extension'),
        );
        for (const path of parts.keys())
          if (path !== '[Content_Types].xml')
            expect(typed.includes(`/${path}`) || (path.endsWith('.rels') && typed.includes('rels'))).toBe(
              true,
            );
        const targets = elementsIn(parts.get('_rels/.rels')!).map((one) => attribute(one, 'Target'));
        for (const target of targets) expect(parts.has(target!)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  test('hold the texts: those of before with the deletions, those of now with the insertions', () => {
    fc.assert(
      fc.property(parallelText, (document) => {
        const body = tree(docx(document).find(({ path }) => path === 'word/document.xml')!.text);
        const rows = all(body, 'tr').slice(1);
        expect(rows).toHaveLength(document.rows.length);
        const said = (element: XmlElement): string =>
          element.children
            .filter(isElement)
            .map((child) => {
              if (child.local === 'tab') return '\t';
              if (child.local === 'br') return '\n';
              if (child.local === 't' || child.local === 'delText') return textIn(child);
              const isNote = all(child, 'vertAlign').length > 0 && child.local === 'r';
              return isNote || child.local === 'rPr' ? '' : said(child);
            })
            .join('');
        rows.forEach((row, index) => {
          const given = document.rows[index]!;
          const cells = all(row, 'tc');
          expect(said(cells[0]!)).toBe(given.id);
          given.cells.forEach((cell, column) => {
            const whole = cell.pieces.map(({ text }) => xmlSafe(text).replace(/\r\n?/gu, '\n')).join('');
            // Each line is a paragraph.
            expect(
              all(cells[column + 1]!, 'p')
                .map(said)
                .join('\n'),
            ).toBe(whole);
          });
        });
        const changes = [...all(body, 'ins'), ...all(body, 'del')].map((one) => attribute(one, 'id'));
        expect(new Set(changes).size).toBe(changes.length);
        expect(all(body, 'del').flatMap((one) => all(one, 't'))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});

describe('a cell with several paragraphs', () => {
  const cell = { pieces: textPieces('One. Two.\nThree.', 'One.\nTwo. Three.', 'en'), author: 'Ada' };
  const document: ParallelText = {
    title: 'T',
    lang: 'en',
    about: [],
    columns: [{ lang: 'en', label: 'English' }],
    rows: [{ id: 'p', role: 'heading', cells: [cell], remarks: [] }],
    words: { paragraph: 'No.', remarks: 'Remarks' },
  };

  test('has breaks of paragraphs as tracked changes in DOCX', () => {
    const body = tree(docx(document).find(({ path }) => path === 'word/document.xml')!.text);
    const [, own] = all(all(body, 'tr')[1]!, 'tc');
    const marks = all(own!, 'pPr').map((one) =>
      [...all(one, 'ins'), ...all(one, 'del')].map(({ local, attributes }) => [
        local,
        [...attributes.values()][1],
      ]),
    );
    expect(marks).toEqual([[['ins', 'Ada']], [['del', 'Ada']], []]);
  });

  test('is several paragraphs in a book, the first of them the heading', () => {
    const chapter = tree(epub(document).find(({ path }) => path.includes('chapter-'))!.text);
    const [row] = all(chapter, 'div');
    const [texts] = elementsIn(row!);
    expect(elementsIn(texts!).map((one) => [one.local, textIn(one)])).toEqual([
      ['h2', 'One.'],
      ['p', 'Two. Three.'],
    ]);
  });
});

describe('the parts of a parallel book', () => {
  test('begin with the type, uncompressed, and are well-formed and listed, whatever the texts hold', () => {
    fc.assert(
      fc.property(parallelText, (document) => {
        const parts = epub(document);
        expect(parts[0]).toEqual({ path: 'mimetype', text: 'application/epub+zip', isStored: true });
        const trees = new Map(
          parts
            .filter(({ path }) => /\.(?:xml|opf|xhtml)$/u.test(path))
            .map(({ path, text }) => [path, tree(text)]),
        );
        const book = trees.get('EPUB/package.opf')!;
        const listed = all(book, 'item').map((one) => `EPUB/${attribute(one, 'href')!}`);
        const inside = parts.map(({ path }) => path).filter((path) => /^EPUB\/(?!package)/u.test(path));
        expect([...listed].sort()).toEqual([...inside].sort());
        const links = all(trees.get('EPUB/nav.xhtml')!, 'a').map((one) => `EPUB/${attribute(one, 'href')!}`);
        expect(links.every((link) => trees.has(link))).toBe(true);
        expect(all(trees.get('EPUB/nav.xhtml')!, 'a').every((one) => textIn(one).trim() !== '')).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  test('hold each paragraph once, in order, as it reads now, in its language', () => {
    fc.assert(
      fc.property(parallelText, (document) => {
        const chapters = epub(document).filter(({ path }) => path.includes('chapter-'));
        const divisions = chapters.flatMap(({ text }) => all(tree(text), 'div'));
        const rows = divisions.filter((one) => attribute(one, 'id') !== undefined);
        const said = (element: XmlElement) =>
          element.local === 'div' ? elementsIn(element).map(textIn).join('\n') : textIn(element);
        expect(rows.map((row) => attribute(row, 'id'))).toEqual(document.rows.map(({ id }) => `p-${id}`));
        rows.forEach((row, index) => {
          const [arabic, german] = elementsIn(row);
          const texts = document.rows[index]!.cells.map((cell) =>
            xmlSafe(currentOf(cell)).replace(/\r\n?/gu, '\n'),
          );
          expect([said(arabic!), said(german!)].map((text) => text.replace(/\r\n?/gu, '\n'))).toEqual(texts);
          expect([attribute(arabic!, 'dir'), attribute(german!, 'dir')]).toEqual(['rtl', undefined]);
        });
      }),
      { numRuns: 100 },
    );
  });

  test('begin a chapter at each heading behind other paragraphs', () => {
    const row = (id: string, role: 'title' | 'heading' | 'paragraph') => ({
      id,
      role,
      cells: [{ pieces: [{ kind: 'equal' as const, text: `Text ${id}` }] }],
      remarks: [],
    });
    const parts = epub({
      title: 'Book',
      lang: 'en',
      about: [],
      columns: [{ lang: 'en', label: 'English' }],
      rows: [
        row('s', 'heading'),
        row('t', 'title'),
        row('a', 'paragraph'),
        row('h', 'heading'),
        row('b', 'paragraph'),
      ],
      words: { paragraph: 'No.', remarks: 'Remarks' },
    });
    const nav = tree(parts.find(({ path }) => path.endsWith('nav.xhtml'))!.text);
    expect(all(nav, 'a').map((one) => [attribute(one, 'href'), textIn(one)])).toEqual([
      ['chapter-001.xhtml', 'Text t'],
      ['chapter-002.xhtml', 'Text h'],
    ]);
  });
});
