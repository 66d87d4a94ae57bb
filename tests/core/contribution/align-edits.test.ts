import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as edits from '../../../src/core/contribution/align-edits.ts';
import type { AlignmentBody } from '../../../src/core/contribution/align-edits.ts';
import type { RowAlignment } from '../../../src/core/contribution/alignment.ts';
import { fold } from '../../../src/core/contribution/fold.ts';
import { readContribution } from '../../../src/core/contribution/record-schema.ts';
import { aligned, alignment, anyAlignments, anyTexts, ORDER, shown, textsOf } from './align-make.ts';
import { withdrawal } from './make.ts';

const texts = textsOf({
  de: ['p1: Eins.', 'p2: Zwei. Drei.', 'p4: Vier.'],
  en: ['p1: One.', 'p2: Two.', 'p3: Three.', 'p4: Four.'],
});
const newId = () => 'n1';

/** What the rows are after an edit. */
const after = (edit: (from: RowAlignment) => AlignmentBody | undefined) => {
  const body = edit(aligned(texts));
  return body && shown(aligned(texts, [alignment(1, body)]));
};

describe('editing an alignment', () => {
  test('joins two rows', () => {
    expect(after((from) => edits.mergeRows(from, 'p2', 'p3'))).toEqual([
      'p1 | Eins. | One.',
      'p2 | Zwei. Drei. | Two./Three.',
      'p4 | Vier. | Four.',
    ]);
  });

  test('parts a paragraph at a word, into the next row or a new one', () => {
    expect(after((from) => edits.splitPiece(from, 'de', 'p2', 6, 'next', newId))).toEqual([
      'p1 | Eins. | One.',
      'p2 | Zwei.  | Two.',
      'p3 | Drei. | Three.',
      'p4 | Vier. | Four.',
    ]);
    expect(after((from) => edits.splitPiece(from, 'de', 'p2', 6, 'new', newId))?.slice(1, 3)).toEqual([
      'p2 | Zwei.  | Two.',
      'n1 | Drei.',
    ]);
  });

  test('shifts a column down until an empty cell takes it up, else into a new row', () => {
    expect(after((from) => edits.shift(from, 'de', 'p1', 'down', newId))).toEqual([
      'p1 |  | One.',
      'p2 | Eins. | Two.',
      'p3 | Zwei. Drei. | Three.',
      'p4 | Vier. | Four.',
    ]);
    expect(after((from) => edits.shift(from, 'en', 'p3', 'down', newId))).toEqual([
      'p1 | Eins. | One.',
      'p2 | Zwei. Drei. | Two.',
      'p4 | Vier. | Three.',
      'n1 |  | Four.',
    ]);
  });

  test('shifts a column up, to the words above or into an empty cell', () => {
    expect(after((from) => edits.shift(from, 'en', 'p3', 'up', newId))).toEqual([
      'p1 | Eins. | One.',
      'p2 | Zwei. Drei. | Two./Three.',
      'p3 |  | Four.',
      'p4 | Vier.',
    ]);
    expect(after((from) => edits.shift(from, 'de', 'p3', 'up', newId))?.slice(2)).toEqual([
      'p3 | Vier. | Three.',
      'p4 |  | Four.',
    ]);
  });

  test('links, parts and exchanges cells', () => {
    expect(after((from) => edits.link(from, 'en', 'p3', 'p4'))?.at(-1)).toBe('p4 | Vier. | Three./Four.');
    expect(after((from) => edits.unlink(from, 'de', 'p2', newId))?.slice(1, 3)).toEqual([
      'p2 |  | Two.',
      'n1 | Zwei. Drei.',
    ]);
    expect(after((from) => edits.swap(from, 'en', 'p1', 'p2'))?.slice(0, 2)).toEqual([
      'p1 | Eins. | Two.',
      'p2 | Zwei. Drei. | One.',
    ]);
  });

  test('takes a cut away, so that the words go on', () => {
    const body = edits.splitPiece(aligned(texts), 'de', 'p2', 6, 'next', newId)!;
    const cut = aligned(texts, [alignment(1, body)]);
    const joined = edits.joinPieces(cut, 'de', 'p2', 6)!;
    expect(shown(aligned(texts, [alignment(1, body), alignment(2, joined)]))).toEqual(shown(aligned(texts)));
  });

  test('leaves no cut behind when the two sides of one come together', () => {
    const body = edits.splitPiece(aligned(texts), 'de', 'p2', 6, 'next', newId)!;
    const merged = edits.mergeRows(aligned(texts, [alignment(1, body)]), 'p2', 'p3')!;
    const rows = shown(aligned(texts, [alignment(1, body), alignment(2, merged)]));
    expect(rows[1]).toBe('p2 | Zwei. Drei. | Two./Three.');
  });

  test('confirms a row, and says that a variant has nothing for it', () => {
    const confirmed = edits.confirm(aligned(texts), 'p2')!;
    expect(aligned(texts, [alignment(1, confirmed)]).rows[1]!.standing).toEqual({
      kind: 'confirmed',
      author: 'Ada',
    });
    const nothing = edits.markUntranslated(aligned(texts), 'de', 'p2', newId)!;
    const { rows } = aligned(texts, [alignment(1, nothing)]);
    expect(rows.map(({ id }) => id)).toEqual(['p1', 'p2', 'n1', 'p3', 'p4']);
    expect(rows[1]!.cells.has('de')).toBe(false);
    expect(rows[1]!.standing?.kind).toBe('confirmed');
    const empty = edits.markUntranslated(aligned(texts), 'de', 'p3', newId)!;
    expect(empty.placements).toBeUndefined();
    expect(aligned(texts, [alignment(1, empty)]).rows[2]!.standing?.kind).toBe('confirmed');
  });

  test.each<[string, (from: RowAlignment) => AlignmentBody | undefined]>([
    ['joining a row with itself', (from) => edits.mergeRows(from, 'p1', 'p1')],
    ['parting at the beginning', (from) => edits.splitPiece(from, 'de', 'p2', 0, 'next', newId)],
    ['parting behind the end', (from) => edits.splitPiece(from, 'de', 'p2', 99, 'next', newId)],
    ['shifting the first row up', (from) => edits.shift(from, 'de', 'p1', 'up', newId)],
    ['shifting an empty cell down', (from) => edits.shift(from, 'de', 'p3', 'down', newId)],
    ['linking an empty cell', (from) => edits.link(from, 'de', 'p3', 'p4')],
    ['parting what stands alone', (from) => edits.unlink(from, 'en', 'p3', newId)],
    ['exchanging two empty cells', (from) => edits.swap(from, 'fr', 'p1', 'p2')],
    ['joining at the very beginning', (from) => edits.joinPieces(from, 'de', 'p1', 0)],
    ['confirming a row that is not there', (from) => edits.confirm(from, 'p9')],
  ])('refuses %s', (_name, edit) => {
    expect(edit(aligned(texts))).toBeUndefined();
  });
});

type Edit = (from: RowAlignment, fresh: () => string) => AlignmentBody | undefined;
const pick = fc.integer({ min: 0, max: 11 });
const variant = fc.constantFrom(...ORDER);
const rowAt = ({ rows }: RowAlignment, index: number) => rows[index % rows.length]!.id;

const anyEdit: fc.Arbitrary<Edit> = fc
  .tuple(fc.integer({ min: 0, max: 9 }), variant, pick, pick, fc.boolean())
  .map(([kind, column, i, j, flag]): Edit => (from, fresh) => {
    if (from.rows.length === 0) return undefined;
    const [row, other] = [rowAt(from, i), rowAt(from, j)];
    const pieces = from.pieces.get(column) ?? [];
    const piece = pieces[i % Math.max(1, pieces.length)];
    switch (kind) {
      case 0:
        return edits.mergeRows(from, row, other);
      case 1:
        return (
          piece &&
          edits.splitPiece(from, column, piece.paragraph, piece.start + j, flag ? 'next' : 'new', fresh)
        );
      case 2:
        return edits.shift(from, column, row, flag ? 'up' : 'down', fresh);
      case 3:
        return edits.link(from, column, row, other);
      case 4:
        return edits.unlink(from, column, row, fresh);
      case 5:
        return edits.swap(from, column, row, other);
      case 6:
        return piece && edits.joinPieces(from, column, piece.paragraph, piece.start);
      case 7:
        return edits.markUntranslated(from, column, row, fresh);
      default:
        return edits.confirm(from, row);
    }
  });

describe('any edit', () => {
  test('is a valid record that places every word once, in rows that are there, and is undone by its withdrawal', () => {
    fc.assert(
      fc.property(anyTexts, anyAlignments, fc.array(anyEdit, { maxLength: 6 }), (given, before, all) => {
        let records = [...before];
        let n = 10;
        for (const edit of all) {
          const from = aligned(given, records);
          const body = edit(from, () => `fresh${n}`);
          if (!body) continue;
          const record = alignment((n += 1), body);
          expect(readContribution(JSON.parse(JSON.stringify(record))).problems).toEqual([]);
          const made = aligned(given, fold([...records, record]).alignments);
          expect(made.lost.filter((each) => each.record === record.id)).toEqual([]);
          for (const { row, variant: column, paragraph, at } of body.placements ?? [])
            if (row !== null)
              expect(
                made.rows
                  .find(({ id }) => id === row)
                  ?.cells.get(column)
                  ?.some((piece) => piece.paragraph === paragraph && piece.start === at),
              ).toBe(true);
          const undone = fold([withdrawal(100, n), record, ...records]).alignments;
          expect(shown(aligned(given, undone))).toEqual(shown(from));
          records = [...records, record];
        }
      }),
      { numRuns: 400 },
    );
  });

  test('of one variant leaves the others where they are', () => {
    fc.assert(
      fc.property(anyTexts, anyAlignments, pick, fc.boolean(), (given, before, at, flag) => {
        const from = aligned(given, before);
        if (from.rows.length === 0) return;
        const body = edits.shift(from, 'de', rowAt(from, at), flag ? 'up' : 'down', () => 'fresh');
        if (!body) return;
        const made = aligned(given, [...before, alignment(10, body)]);
        for (const column of ['en', 'fr']) expect(made.pieces.get(column)).toEqual(from.pieces.get(column));
      }),
    );
  });
});
