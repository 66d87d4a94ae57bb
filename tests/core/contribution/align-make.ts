import fc from 'fast-check';
import { type RowAlignment, alignmentOf } from '../../../src/core/contribution/alignment.ts';
import type { AlignmentBody } from '../../../src/core/contribution/align-edits.ts';
import type { Alignment, Placement } from '../../../src/core/contribution/record.ts';
import type { Paragraph } from '../../../src/core/work/model.ts';
import { id } from './make.ts';

export type Texts = ReadonlyMap<string, readonly Paragraph[]>;

export const ORDER = ['de', 'en', 'fr'];

/** Texts from lines `id: words`, by variant. */
export const textsOf = (given: Readonly<Record<string, readonly string[]>>): Texts =>
  new Map(
    Object.entries(given).map(([variant, lines]) => [
      variant,
      lines.map((line): Paragraph => {
        const at = line.indexOf(': ');
        return { id: line.slice(0, at), role: 'paragraph', text: line.slice(at + 2) };
      }),
    ]),
  );

export const alignment = (n: number, body: AlignmentBody, author = 'Ada'): Alignment => ({
  id: id(n),
  type: 'alignment',
  author,
  time: '2026-11-01T00:00:00.000Z',
  work: 'w',
  ...body,
});

/** Every row's words: `id | de words | en words`, pieces of a cell parted by `/`; empty cells at the end left out. */
export const shown = ({ rows, texts, order }: RowAlignment): readonly string[] =>
  rows.map(({ id: row, cells }) =>
    [
      row,
      ...order.map((variant) =>
        (cells.get(variant) ?? [])
          .map(({ paragraph, start, end }) =>
            texts
              .get(variant)!
              .find((each) => each.id === paragraph)!
              .text.slice(start, end),
          )
          .join('/'),
      ),
    ]
      .join(' | ')
      .replace(/(?: \| )+$/, ''),
  );

export const aligned = (texts: Texts, records: readonly Alignment[] = []): RowAlignment =>
  alignmentOf(ORDER, texts, records);

const WORDS = ['alpha', 'beta', 'gamma', 'delta', 'so', 'it', 'goes', 'чай', '東京', 'one.', 'two.'];
const words = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 8 }).map((all) => all.join(' '));

/** A variant's text: rows p1 … p5, some left out, some with further paragraphs. */
const text: fc.Arbitrary<readonly Paragraph[]> = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.array(words, { minLength: 3, maxLength: 3 })), {
    minLength: 1,
    maxLength: 5,
  })
  .map((rows) =>
    rows.flatMap(([count, all], index) =>
      all.slice(0, count).map((each, number): Paragraph => ({
        id: number === 0 ? `p${index + 1}` : `p${index + 1}._${number + 1}`,
        role: 'paragraph',
        // So that no two paragraphs have the same words.
        text: `${each} ${index}${number}`,
      })),
    ),
  );

export const anyTexts: fc.Arbitrary<Texts> = fc
  .tuple(text, text, text)
  .map((all) => new Map(ORDER.map((variant, index) => [variant, all[index]!])));

const anyRow = fc.constantFrom('p1', 'p2', 'p3', 'p4', 'p5', 'n1', 'n2', 'nowhere');
const quote = fc.oneof(
  fc.constant(undefined),
  fc.record({ prefix: fc.constantFrom('', 'alpha ', 'so'), suffix: fc.constantFrom('', 'beta', ' it goes') }),
);

const placement: fc.Arbitrary<Placement> = fc
  .record({
    variant: fc.constantFrom('de', 'en', 'fr', 'xx'),
    paragraph: fc.constantFrom('p1', 'p1._2', 'p2', 'p3', 'p3._2', 'p4', 'p9'),
    at: fc.constantFrom(0, 0, 3, 6, 9, 14, 200),
    quote,
    row: fc.oneof(anyRow, fc.constant(null)),
  })
  .map(({ quote: around, ...rest }) => (around ? { ...rest, quote: around } : rest));

/** Any record, also one that fits nothing. */
export const anyAlignment = (n: number): fc.Arbitrary<Alignment> =>
  fc
    .record({
      placements: fc.array(placement, { maxLength: 5 }),
      rows: fc.array(
        fc
          .record({
            id: fc.constantFrom('n1', 'n2', 'p2'),
            after: fc.option(fc.constantFrom('p1', 'p3', 'n1', 'n2', 'nowhere'), { nil: undefined }),
          })
          .map(({ id: row, after }) => (after === undefined ? { id: row } : { id: row, after })),
        { maxLength: 2 },
      ),
    })
    .map((body) => alignment(n, body));

export const anyAlignments: fc.Arbitrary<readonly Alignment[]> = fc
  .tuple(anyAlignment(1), anyAlignment(2), anyAlignment(3), anyAlignment(4))
  .chain((all) => fc.subarray([...all]));
