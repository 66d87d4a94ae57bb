import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AlignmentBody, confirm, shift } from '../../../src/core/contribution/align-edits.ts';
import type { RowAlignment } from '../../../src/core/contribution/alignment.ts';
import { changedRows, realign } from '../../../src/core/contribution/realign.ts';
import type { Alignment } from '../../../src/core/contribution/record.ts';
import { rowIds } from '../../../src/core/contribution/row-ids.ts';
import { atOnce, prose, translated } from '../align/make.ts';
import {
  type Texts,
  aligned,
  alignment,
  anyAlignments,
  anyTexts,
  ORDER,
  shown,
  textsOf,
} from './align-make.ts';

const langs = new Map(ORDER.map((id) => [id, id]));

const counting = (from: RowAlignment) => {
  let next = 0;
  return rowIds(from.known, () => (next += 1));
};

const realigned = (texts: Texts, records: readonly Alignment[]): AlignmentBody | undefined => {
  const from = aligned(texts, records);
  return atOnce(realign(from, records, langs, counting(from)));
};

/** The rows after aligning anew. */
const after = (texts: Texts, records: readonly Alignment[]): RowAlignment =>
  aligned(texts, [...records, alignment(90, realigned(texts, records) ?? {})]);

const COUNT = 40;
const SOURCE = prose(COUNT, 7);
const lines = (sentences: readonly string[]): readonly string[] =>
  sentences.map((sentence, index) => `p${String(index)}: ${sentence}`);
const TEXTS = textsOf({ de: lines(SOURCE), en: lines(SOURCE.map(translated)) });
const GOOD = shown(aligned(TEXTS));

/** A column shifted down from a row on. */
const shifted = (row: string): Alignment =>
  alignment(
    1,
    shift(aligned(TEXTS), 'en', row, 'down', () => 'n1')!,
  );

describe('aligning anew', () => {
  test('puts a shifted column right', () => {
    const record = shifted('p10');
    expect(shown(aligned(TEXTS, [record]))).not.toEqual(GOOD);
    expect(shown(after(TEXTS, [record]))).toEqual(GOOD);
  });

  test('says how sure it is of each row, and leaves nothing unsaid', () => {
    for (const { standing } of after(TEXTS, [shifted('p10')]).rows)
      expect(standing).toMatchObject({ kind: 'estimated', confidence: expect.any(Number) as number });
  });

  test('tells how many rows it changed', () => {
    const record = shifted('p10');
    const from = aligned(TEXTS, [record]);
    // Thirty rows have other words; the one that the shift added is gone.
    expect(changedRows(from, [record], realigned(TEXTS, [record])!)).toBe(30);
    expect(changedRows(aligned(TEXTS), [], realigned(TEXTS, [])!)).toBe(0);
  });

  test('leaves a row that was confirmed as it is, though it be wrong', () => {
    const records = [shifted('p10')];
    const from = aligned(TEXTS, records);
    const confirmed = alignment(2, confirm(from, 'p20')!);
    const wrong = shown(from)[20]!;
    const now = after(TEXTS, [...records, confirmed]);
    expect(shown(now)[now.index.get('p20')!]).toBe(wrong);
    expect(now.rows[now.index.get('p20')!]!.standing).toEqual({ kind: 'confirmed', author: 'Ada' });
    // The others come right around it.
    expect(shown(now).slice(0, 19)).toEqual(GOOD.slice(0, 19));
    expect(shown(now)[now.index.get('p30')!]).toBe(GOOD[30]);
  });

  test('leaves a row empty that was confirmed as not translated', () => {
    const records = [shifted('p10')];
    // The shift left p10 without English words.
    const confirmed = alignment(2, confirm(aligned(TEXTS, records), 'p10')!);
    const now = after(TEXTS, [...records, confirmed]);
    expect(now.rows[now.index.get('p10')!]!.cells.has('en')).toBe(false);
  });

  test('has nothing to do for one text', () => {
    expect(realigned(textsOf({ de: lines(SOURCE) }), [])).toBeUndefined();
  });

  test('keeps every word and every confirmed row, whatever records say', () => {
    fc.assert(
      fc.property(anyTexts, anyAlignments, fc.nat(), (texts, some, seed) => {
        const from = aligned(texts, some);
        const rows = from.rows.filter((_row, index) => (seed >> index) % 2 === 1).map(({ id }) => id);
        const records = [...some, ...rows.map((row, index) => alignment(20 + index, confirm(from, row)!))];
        const now = after(texts, records);
        for (const [variant, paragraphs] of texts)
          expect(
            now.pieces
              .get(variant)!
              .map(({ paragraph, start, end }) =>
                paragraphs.find(({ id }) => id === paragraph)!.text.slice(start, end),
              )
              .join(''),
          ).toBe(paragraphs.map(({ text }) => text).join(''));
        const before = new Map(shown(aligned(texts, records)).map((line, at) => [from.rows[at]!.id, line]));
        const lines = new Map(shown(now).map((line, at) => [now.rows[at]!.id, line]));
        for (const row of rows) expect(lines.get(row)).toBe(before.get(row));
      }),
      { numRuns: 150 },
    );
  });
});

describe('ids of new rows', () => {
  test('name no row that there is, and none twice', () => {
    const numbers = [1, 1, 1, 1, 2, 2];
    const next = rowIds(['r-11'], () => numbers.shift() ?? 9);
    expect([next(), next()]).toEqual(['r-22', 'r-99']);
  });
});
