import type { Span } from '../../core/span.ts';

/** Between words of which each may be meant (融资 / 筹款). */
const OR = /\s*[/／]\s*/u;
/** Between words that stand apart in the text (对……有积极作用). */
const GAP = /\s*…+\s*/u;

/** Every place of some words. */
function everywhere(text: string, words: string): readonly Span[] {
  const places: Span[] = [];
  for (let start = text.indexOf(words); start >= 0; start = text.indexOf(words, start + words.length))
    places.push({ start, end: start + words.length });
  return places;
}

/** The first place where the pieces follow one another; none unless all do. */
function inTurn(text: string, pieces: readonly string[]): readonly Span[] {
  let from = 0;
  const places = pieces.map((piece) => {
    const start = text.indexOf(piece, from);
    from = start + piece.length;
    return { start, end: from };
  });
  return places.every(({ start }) => start >= 0) ? places : [];
}

/**
 * Where the words that a cause names stand in a text: UTF-16, half open, ascending. None when they do not stand there
 * word for word; `/` parts alternatives, `……` pieces that stand apart.
 */
export function causeWords(text: string, words: string): readonly Span[] {
  const found = words.split(OR).flatMap((alternative) => {
    const pieces = alternative.split(GAP).filter((piece) => piece !== '');
    const [only] = pieces;
    if (only === undefined) return [];
    return pieces.length === 1 ? everywhere(text, only) : inTurn(text, pieces);
  });
  return found.sort((a, b) => a.start - b.start);
}
