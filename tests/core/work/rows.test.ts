import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Paragraph } from '../../../src/core/work/model.ts';
import { buildRows } from '../../../src/core/work/rows.ts';

const text = (...ids: string[]): Paragraph[] => ids.map((id) => ({ id, role: 'paragraph', text: id }));
const rows = (...texts: Paragraph[][]) =>
  buildRows(
    texts.map((_, index) => `v${index}`),
    new Map(texts.map((paragraphs, index) => [`v${index}`, paragraphs])),
  );
const order = (...texts: Paragraph[][]) => rows(...texts).map(({ id }) => id);

describe('rows', () => {
  test('follow the first variant', () => {
    expect(order(text('a', 'b', 'c'), text('c', 'a', 'b'))).toEqual(['a', 'b', 'c']);
  });

  test('hold what only others have behind the paragraph it follows there', () => {
    expect(order(text('a', 'b'), text('x', 'a', 'y', 'z', 'b', 'w'))).toEqual(['x', 'a', 'y', 'z', 'b', 'w']);
  });

  test('hold further paragraphs of a row, as many as each variant has', () => {
    const [first, second] = rows(text('a', 'a._2', 'b'), text('a', 'b', 'b._2'));
    const cells = [first, second].map((row) =>
      [...(row?.cells ?? [])].map(([, all]) => all.map(({ id }) => id)),
    );
    expect(cells).toEqual([
      [['a', 'a._2'], ['a']],
      [['b'], ['b', 'b._2']],
    ]);
    expect(order(text('a', 'b._2', 'c'), text('c'))).toEqual(['a', 'b', 'c']);
  });

  test('take ids with numbers from elsewhere for rows of their own', () => {
    expect(order(text('doc.1', 'doc.2', 'doc.12', '3_2'))).toEqual(['doc.1', 'doc.2', 'doc.12', '3_2']);
  });

  test('take the role of the first variant that has the paragraph', () => {
    const [row] = rows([], [{ id: 'a', role: 'title', text: '' }], text('a'));
    expect(row?.role).toBe('title');
  });

  test('have no cell for a variant without the paragraph', () => {
    const [first, second] = rows(text('a', 'b'), text('b'));
    expect([...(first?.cells.keys() ?? [])]).toEqual(['v0']);
    expect([...(second?.cells.keys() ?? [])]).toEqual(['v0', 'v1']);
  });

  test('skip a variant whose text is not there yet', () => {
    expect(buildRows(['de', 'fr'], new Map([['de', text('a')]]))).toHaveLength(1);
  });

  test('are numbered from 1, hold every paragraph once, and keep the first order', () => {
    const ids = fc.uniqueArray(fc.constantFrom(...'abcdefghij'));
    fc.assert(
      fc.property(fc.array(ids, { minLength: 1, maxLength: 5 }), (lists) => {
        const texts = lists.map((list) => text(...list));
        const built = rows(...texts);
        expect(built.map(({ number }) => number)).toEqual(built.map((_, index) => index + 1));
        expect(built.map(({ id }) => id).filter((id) => lists[0]?.includes(id))).toEqual(lists[0]);
        const cells = built.flatMap(({ cells }) =>
          [...cells].map(([variant, [only]]) => [variant, only?.id]),
        );
        const all = lists.flatMap((list, index) => list.map((id) => [`v${index}`, id]));
        expect(cells.sort()).toEqual(all.sort());
      }),
    );
  });
});
