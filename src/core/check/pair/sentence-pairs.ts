import { pairSentences, type SentencePair } from '../../compare/pair-sentences.ts';
import type { Span } from '../../span.ts';
import { type Cell, once, referenceOf } from '../context.ts';

const pairs = once((cell: Cell): readonly SentencePair[] => {
  const reference = referenceOf(cell);
  if (reference === undefined) return [];
  const side = ({ text, paragraph }: Cell) => ({ text: paragraph.text, lang: text.lang });
  return pairSentences(side(reference), side(cell));
});

/** The sentences of the reference with those of the cell's text that say the same. */
export function sentencePairs(
  cell: Cell,
): readonly { readonly reference: readonly Span[]; readonly own: readonly Span[] }[] {
  return pairs(cell).map(({ a, b }) => ({ reference: a, own: b }));
}

/** The stretch of the cell's text whose counterpart holds a place of the reference; none for the whole paragraph. */
export function counterpartOf(cell: Cell, place: Span): readonly Span[] {
  const pair = sentencePairs(cell).find(({ reference }) =>
    reference.some(({ start, end }) => place.start >= start && place.start < end),
  );
  const first = pair?.own[0];
  const last = pair?.own.at(-1);
  return first === undefined || last === undefined ? [] : [{ start: first.start, end: last.end }];
}
