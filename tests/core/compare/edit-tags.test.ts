import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editTags } from '../../../src/core/compare/edit-tags.ts';

/** The tags as one string, a word's in capitals: `o` and `b` for gaps, `O` and `B` for words. */
function tags(mt: string, pe: string): string {
  const words = (line: string) => line.split(' ').filter((word) => word !== '');
  return editTags(words(mt), words(pe))
    .map((tag, index) => (index % 2 === 1 ? tag.charAt(0) : tag.charAt(0).toLowerCase()))
    .join('');
}

describe('edit tags', () => {
  test.each([
    ['nothing changed', 'a b', 'a b', 'oOoOo'],
    ['a word is substituted', 'a x c', 'a b c', 'oOoBoOo'],
    ['a word is deleted', 'a x b', 'a b', 'oOoBoOo'],
    ['a word is inserted', 'a b', 'a x b', 'oObOo'],
    ['words are inserted at both ends', 'a', 'x y a z', 'bOb'],
    ['a word changes its case', 'Die Leute', 'die Leute', 'oBoOo'],
    ['all is new', '', 'a b', 'b'],
    ['all is deleted', 'a b', '', 'oBoBo'],
    ['nothing is there', '', '', 'o'],
    ['a substitution goes before a deletion, seen from the end', 'x y c', 'z c', 'oBoBoOo'],
    ['a word is doubled: the first of the two is the insertion', 'a c', 'b a c c', 'bObOo'],
  ])('when %s', (_, mt, pe, expected) => {
    expect(tags(mt, pe)).toBe(expected);
  });

  test('are one for each word and each gap, all OK exactly if nothing changed', () => {
    const line = fc.array(fc.constantFrom('a', 'A', 'b', 'c', '.'), { maxLength: 12 });
    fc.assert(
      fc.property(line, line, (mt, pe) => {
        const result = editTags(mt, pe);
        expect(result.length).toBe(2 * mt.length + 1);
        expect(result.every((tag) => tag === 'OK')).toBe(mt.join(' ') === pe.join(' '));
      }),
    );
  });
});
