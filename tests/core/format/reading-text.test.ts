import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markdownText, plainText } from '../../../src/core/format/reading-text.ts';

const paragraph = (text: string, role: 'title' | 'paragraph' | 'list-item' = 'paragraph') => ({
  id: 'p',
  role,
  text,
});
const markdown = (text: string) =>
  markdownText([paragraph(text)])
    .replace('<!-- p -->\n\n', '')
    .replace(/\n$/u, '');

describe('a text to read', () => {
  test('has a blank line between two paragraphs', () => {
    expect(plainText([paragraph('a'), paragraph('b')])).toBe('a\n\nb\n');
    expect(markdownText([paragraph('a', 'title'), paragraph('b', 'list-item')])).toBe(
      '<!-- p -->\n\n# a\n\n<!-- p -->\n\n- b\n',
    );
  });

  test('has no markup in Markdown but its own', () => {
    expect(
      ['1. x', '2) x', '- x', '+ x', '=', '# x', '> x', '    x', '![a](b)', '&lt;', 'a_b_ *c*', '---'].map(
        markdown,
      ),
    ).toEqual([
      '1\\. x',
      '2\\) x',
      '\\- x',
      '\\+ x',
      '\\=',
      '\\# x',
      '\\> x',
      '&#32;&#32;&#32;&#32;x',
      '\\!\\[a\\](b)',
      '\\&lt;',
      'a\\_b\\_ \\*c\\*',
      '\\---',
    ]);
  });

  test('keeps all of its characters in Markdown', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 20 }).filter((one) => !/[\r\n]/u.test(one));
    fc.assert(
      fc.property(text, (one) => {
        const read = markdown(one)
          .replace(/&#32;/gu, ' ')
          .replace(/\\([!-/:-@[-`{-~])/gu, '$1');
        expect(read.replace(/\t/gu, ' ')).toBe(one.replace(/\t/gu, ' '));
      }),
      { numRuns: 500 },
    );
  });
});
