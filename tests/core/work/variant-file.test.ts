import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Paragraph, ROLES } from '../../../src/core/work/model.ts';
import {
  MAX_FILE_LENGTH,
  readPlacedVariant,
  readVariant,
  writeVariant,
} from '../../../src/core/work/variant-file.ts';

const read = (text: string) => readVariant(text, 'x.md');
const codesOf = (text: string) => read(text).problems.map(({ code, line }) => `${line ?? '-'} ${code}`);
const textsOf = (text: string) => read(text).value.map((paragraph) => paragraph.text);

const identifier = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,12}$/);
const literal = fc
  .string({ unit: 'binary', maxLength: 60 })
  .filter((text) => text.trim() !== '' && !/[\r\n]/.test(text) && !text.startsWith('<!--'));
const paragraphs: fc.Arbitrary<Paragraph[]> = fc.uniqueArray(
  fc.record({ id: identifier, role: fc.constantFrom(...ROLES), text: literal }),
  { selector: ({ id }) => id },
);

describe('reading a variant', () => {
  test('gives back what was written', () => {
    fc.assert(
      fc.property(paragraphs, (written) => {
        expect(read(writeVariant(written))).toEqual({ value: written, problems: [] });
      }),
    );
  });

  test('gives back what was written when an editor has changed the line ends', () => {
    fc.assert(
      fc.property(paragraphs, fc.constantFrom('\r\n', '\r'), (written, end) => {
        const text = `\uFEFF${writeVariant(written).replaceAll('\n', end)}`;
        expect(read(text)).toEqual({ value: written, problems: [] });
      }),
    );
  });

  test('reads any text without throwing and never invents one', () => {
    const lines = fc.array(
      fc.oneof(
        fc.constantFrom('<!-- a title -->', '<!-- b x -->', '<!-- a b', '<!--', '', '  '),
        fc.string({ maxLength: 8 }),
      ),
    );
    fc.assert(
      fc.property(lines, (parts) => {
        const text = parts.join('\n');
        for (const paragraph of read(text).value) {
          for (const part of paragraph.text.split(' ')) expect(text).toContain(part);
        }
      }),
    );
  });

  test('keeps odd spaces', () => {
    expect(textsOf('<!-- a paragraph -->\n  zwei  Spaces \u00a0\n')).toEqual(['  zwei  Spaces \u00a0']);
  });

  test('allows a blank line between header and text', () => {
    expect(read('<!-- a title -->\n\nText\n').problems).toEqual([]);
  });

  test('reports a header that cannot be read, once, and drops what belongs to it', () => {
    const text = '<!-- a -->\none\n\nmore\n\n<!-- b title -->\ntwo\n';
    expect(codesOf(text)).toEqual(['1 malformed-header']);
    expect(textsOf(text)).toEqual(['two']);
  });

  test('reports an id that could not stand in a link', () => {
    expect(codesOf('<!-- a/b title -->\none\n')).toEqual(['1 malformed-header']);
  });

  test('keeps a paragraph of an unknown role as a plain one', () => {
    const { value, problems } = read('<!-- a footnote -->\none\n');
    expect(value).toEqual([{ id: 'a', role: 'paragraph', text: 'one' }]);
    expect(problems).toMatchObject([{ code: 'unknown-role', line: 1, args: { id: 'a', role: 'footnote' } }]);
  });

  test('keeps the first of two paragraphs with one id and says where it stands', () => {
    const text = '<!-- a title -->\none\n\n<!-- a title -->\ntwo\n';
    expect(textsOf(text)).toEqual(['one']);
    expect(read(text).problems).toMatchObject([
      { code: 'paragraph-id-repeated', line: 4, args: { first: 1 } },
    ]);
  });

  test('reports a paragraph without text and keeps its place', () => {
    const text = '<!-- a title -->\n\n<!-- b title -->\ntwo\n';
    expect(codesOf(text)).toEqual(['1 paragraph-empty']);
    expect(textsOf(text)).toEqual(['', 'two']);
  });

  test('joins text on several lines and reports it once', () => {
    const text = '<!-- a title -->\none\ntwo\nthree\n';
    expect(codesOf(text)).toEqual(['3 text-on-several-lines']);
    expect(textsOf(text)).toEqual(['one two three']);
  });

  test('reports each stretch of text without a header once', () => {
    const text = 'zero\nzero\n\n<!-- a title -->\none\n\nstray\n\nstray\n\n<!-- b title -->\ntwo\n';
    expect(codesOf(text)).toEqual(['1 text-without-header', '7 text-without-header']);
    expect(textsOf(text)).toEqual(['one', 'two']);
  });

  test('cuts what it quotes to 80 characters', () => {
    const [problem] = read('x'.repeat(500)).problems;
    expect(problem?.args['text']).toHaveLength(80);
  });

  test('refuses a file beyond its bound', () => {
    const { value, problems } = read(' '.repeat(MAX_FILE_LENGTH + 1));
    expect(value).toEqual([]);
    expect(problems).toMatchObject([{ code: 'file-too-large', args: { limit: MAX_FILE_LENGTH } }]);
  });

  test('says in which line each paragraph begins', () => {
    const { value } = readPlacedVariant('\n<!-- a title -->\none\n\n\n<!-- b title -->\ntwo', 'x.md');
    expect(value.map(({ id, line }) => [id, line])).toEqual([
      ['a', 2],
      ['b', 6],
    ]);
  });
});

describe('writing a variant', () => {
  test.each([
    ['a line break', { id: 'a', role: 'title', text: 'one\ntwo' }],
    ['a carriage return', { id: 'a', role: 'title', text: 'one\rtwo' }],
    ['a text that begins like a header', { id: 'a', role: 'title', text: '<!-- b title -->' }],
    ['an id that is no identifier', { id: 'a b', role: 'title', text: 'one' }],
  ] as const)('refuses %s', (_name, paragraph) => {
    expect(() => writeVariant([paragraph])).toThrow(RangeError);
  });

  test('separates paragraphs by a blank line and ends with a line break', () => {
    const written = writeVariant([
      { id: 'a', role: 'title', text: 'one' },
      { id: 'b', role: 'date', text: 'two' },
    ]);
    expect(written).toBe('<!-- a title -->\none\n\n<!-- b date -->\ntwo\n');
  });
});
