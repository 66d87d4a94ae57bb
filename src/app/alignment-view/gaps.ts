import {
  type AlignedRow,
  type Piece,
  type RowAlignment,
  goesOn,
  paragraphsOf,
} from '../../core/contribution/alignment.ts';
import { sentences } from '../../core/segment/sentences.ts';
import { splitWords, tokenKind } from '../../core/segment/words.ts';

/** A place between two words of a cell, where it can be split. */
export interface Gap {
  /** Of the variant's file. */
  readonly paragraph: string;
  /** UTF-16 offset in it. */
  readonly offset: number;
  /** The stretch of the cell that it stands in, and the UTF-16 offset there; 0 where the stretch begins. */
  readonly stretch: number;
  readonly at: number;
  /** Whether a sentence begins here. */
  readonly isSentence: boolean;
}

/** Words of a cell that stand in the file without a break. */
export interface Stretch {
  readonly pieces: readonly Piece[];
  readonly text: string;
}

/** A cell's words as they are shown, one stretch under the other. */
export function stretchesOf({ texts }: RowAlignment, row: AlignedRow, variant: string): readonly Stretch[] {
  const paragraphs = paragraphsOf(texts.get(variant));
  const stretches: { pieces: Piece[]; text: string }[] = [];
  let before: Piece | undefined;
  for (const piece of row.cells.get(variant) ?? []) {
    const text = (paragraphs.get(piece.paragraph)?.text ?? '').slice(piece.start, piece.end);
    const last = stretches.at(-1);
    if (last && goesOn(before, piece)) {
      last.pieces.push(piece);
      last.text += text;
    } else stretches.push({ pieces: [piece], text });
    before = piece;
  }
  return stretches;
}

const OPENING = /[\p{Ps}\p{Pi}¿¡]+$/u;

/** The offsets of a text at which words begin, behind the white space and before what opens a quotation; not its start. */
export function wordStarts(text: string, lang: string): readonly number[] {
  const starts: number[] = [];
  let [at, wordEnd] = [0, 0];
  for (const token of splitWords(text, lang)) {
    if (tokenKind(token) === 'word') {
      const between = text.slice(wordEnd, at);
      const space = /^.*\s/su.exec(between)?.[0].length;
      const start = space === undefined ? at - (OPENING.exec(between)?.[0].length ?? 0) : wordEnd + space;
      if (wordEnd > 0 && start > 0) starts.push(start);
      wordEnd = at + token.length;
    }
    at += token.length;
  }
  return starts;
}

/** Where a cell can be split, in text order. */
export function gapsOf(stretches: readonly Stretch[], lang: string): readonly Gap[] {
  return stretches.flatMap(({ pieces, text }, stretch): readonly Gap[] => {
    const first = pieces[0]!;
    const begins = new Set(sentences(text, lang).map(({ start }) => start));
    const offsets = [...(stretch > 0 ? [0] : []), ...wordStarts(text, lang)];
    return offsets.map((at) => ({
      paragraph: first.paragraph,
      offset: first.start + at,
      stretch,
      at,
      isSentence: at === 0 || begins.has(at),
    }));
  });
}

/** Where the caret stands at first: at the second sentence, else in the middle. */
export function firstGap(gaps: readonly Gap[]): number {
  const sentence = gaps.findIndex(({ isSentence }) => isSentence);
  return sentence >= 0 ? sentence : Math.floor(gaps.length / 2);
}
