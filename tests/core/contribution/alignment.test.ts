import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type RowAlignment, cellKey, cellTexts } from '../../../src/core/contribution/alignment.ts';
import { anyAlignments, anyTexts, aligned, alignment, shown, textsOf } from './align-make.ts';

const texts = textsOf({
  de: ['p1: Eins.', 'p2: Zwei. Drei.', 'p3: Vier.'],
  en: ['p1: One.', 'p2: Two.', 'p2._2: Three.', 'p3: Four.'],
});

const place = (variant: string, paragraph: string, at: number, row: string | null) => ({
  placements: [{ variant, paragraph, at, row }],
});

describe('the rows of a work', () => {
  test('are those of the ids where nobody moved anything', () => {
    expect(shown(aligned(texts))).toEqual([
      'p1 | Eins. | One.',
      'p2 | Zwei. Drei. | Two./Three.',
      'p3 | Vier. | Four.',
    ]);
  });

  test('follow what was moved', () => {
    expect(shown(aligned(texts, [alignment(1, place('en', 'p2._2', 0, 'p3'))]))).toEqual([
      'p1 | Eins. | One.',
      'p2 | Zwei. Drei. | Two.',
      'p3 | Vier. | Three./Four.',
    ]);
  });

  test('part a paragraph where it was cut, and follow the cut when the text before it grows', () => {
    const cut = alignment(1, {
      rows: [{ id: 'n', after: 'p2' }],
      placements: [
        { variant: 'de', paragraph: 'p2', at: 6, quote: { prefix: 'Zwei. ', suffix: 'Drei.' }, row: 'n' },
        { variant: 'en', paragraph: 'p2._2', at: 0, row: 'n' },
      ],
    });
    expect(shown(aligned(texts, [cut]))).toEqual([
      'p1 | Eins. | One.',
      'p2 | Zwei.  | Two.',
      'n | Drei. | Three.',
      'p3 | Vier. | Four.',
    ]);
    const longer = textsOf({ de: ['p1: Eins.', 'p2: Und nun zwei: Zwei. Drei.'], en: ['p1: One.'] });
    expect(shown(aligned(longer, [cut]))).toContain('n | Drei.');
  });

  test('report a cut that is not found again, and leave the words where they were', () => {
    const cut = alignment(1, {
      rows: [{ id: 'n', after: 'p2' }],
      placements: [
        {
          variant: 'de',
          paragraph: 'p2',
          at: 6,
          quote: { prefix: 'quite another', suffix: 'text' },
          row: 'n',
        },
      ],
    });
    const { lost, rows } = aligned(texts, [cut]);
    expect(lost).toEqual([{ record: cut.id, placement: cut.placements![0], lost: 'place' }]);
    expect(rows.map(({ id }) => id)).toEqual(['p1', 'p2', 'p3']);
  });

  test('are the default where a record names one that is nowhere', () => {
    const { lost, ...rest } = aligned(texts, [alignment(1, place('en', 'p2', 0, 'nowhere'))]);
    expect(shown({ lost, ...rest })).toEqual(shown(aligned(texts)));
    expect(lost.map((each) => each.lost)).toEqual(['row']);
  });

  test('take the latest word on a place', () => {
    const one = alignment(1, place('en', 'p2', 0, 'p1'));
    const other = alignment(2, place('en', 'p2', 0, 'p3'));
    expect(shown(aligned(texts, [one, other]))).toContain('p1 | Eins. | One.');
  });

  test('of two new ones behind the same row the later stands first', () => {
    const records = [1, 2].map((n) =>
      alignment(n, { rows: [{ id: `n${n}`, after: 'p1' }], ...place('de', `p${n + 1}`, 0, `n${n}`) }),
    );
    expect(aligned(texts, records).rows.map(({ id }) => id)).toEqual(['p1', 'n2', 'n1', 'p2', 'p3']);
  });

  test('never lose a word or show it twice, whatever records say', () => {
    fc.assert(
      fc.property(anyTexts, anyAlignments, (given, records) => {
        const { pieces, rows, texts: files } = aligned(given, records);
        for (const [variant, text] of files) {
          const read = new Map<string, string>();
          for (const { paragraph, start, end } of pieces.get(variant)!) {
            const words = text.find(({ id }) => id === paragraph)!.text;
            expect(read.get(paragraph)?.length ?? 0).toBe(start);
            read.set(paragraph, (read.get(paragraph) ?? '') + words.slice(start, end));
          }
          expect([...read]).toEqual(text.map(({ id, text: words }) => [id, words]));
          const inRows = rows.flatMap(({ cells }) => cells.get(variant) ?? []);
          expect(new Set(inRows)).toEqual(new Set(pieces.get(variant)));
          expect(inRows).toHaveLength(pieces.get(variant)!.length);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('what is known of a row', () => {
  const keyed = (alignmentOf: RowAlignment, row: number) =>
    Object.fromEntries(
      ['de', 'en'].map((variant) => [
        variant,
        cellKey(cellTexts(alignmentOf, alignmentOf.rows[row]!, variant)),
      ]),
    );
  const cells = keyed(aligned(texts), 1);

  test('holds as long as its words are the same', () => {
    const confirmed = alignment(1, { standings: [{ row: 'p2', cells }] });
    expect(aligned(texts, [confirmed]).rows[1]!.standing).toEqual({ kind: 'confirmed', author: 'Ada' });
    const moved = alignment(2, place('en', 'p2._2', 0, 'p3'));
    expect(aligned(texts, [confirmed, moved]).rows[1]!.standing).toBeUndefined();
  });

  test('is what a person says, even if an aligner thinks otherwise later', () => {
    const confirmed = alignment(1, { standings: [{ row: 'p2', cells }] });
    const guess = alignment(
      2,
      { standings: [{ row: 'p2', cells, confidence: 0.3, disputed: true }] },
      'aligner',
    );
    expect(aligned(texts, [confirmed, guess]).rows[1]!.standing?.kind).toBe('confirmed');
    expect(aligned(texts, [guess]).rows[1]!.standing).toEqual({
      kind: 'estimated',
      confidence: 0.3,
      disputed: true,
    });
  });

  test('is another for other words', () => {
    expect(cellKey(['a', 'b'])).not.toBe(cellKey(['b', 'a']));
    expect(cellKey([])).not.toBe(cellKey(['a']));
    expect(cellKey(['a'])).toBe(cellKey(['a']));
  });
});
