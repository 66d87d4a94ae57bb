import { tokenize } from '../../segment/tokens.ts';
import { tokenKind } from '../../segment/words.ts';
import type { Span } from '../../span.ts';
import { type Check, finding } from '../check.ts';
import { once, paragraphOf, type TextContext } from '../context.ts';
import type { Finding } from '../finding.ts';
import { foldLetters } from '../language/fold.ts';
import { counterpartOf } from './sentence-pairs.ts';

/** A term is a word of six letters or more that stands in so many paragraphs of the reference. */
const LEAST_LETTERS = 6;
const LEAST_PARAGRAPHS = 4;
/** Beginnings of words stand for the words: endings change. */
const STEM = 6;
/** The usual rendering stands in so large a share of the paragraphs with the term … */
const COVERED = 0.7;
/** … and so large a share of the paragraphs with the rendering has the term. */
const TIED = 0.8;

type Stems = ReadonlyMap<string, ReadonlyMap<string, Span>>;

/** By stem, the paragraphs that have it, with its first place in each. */
const stems = once((text: TextContext): Stems => {
  const found = new Map<string, Map<string, Span>>();
  for (const { id, text: content } of text.paragraphs) {
    let start = 0;
    for (const token of tokenize(content, 'word', text.lang)) {
      const end = start + token.length;
      if (tokenKind(token) === 'word' && token.length >= LEAST_LETTERS) {
        const stem = foldLetters(token).slice(0, STEM);
        const places = found.get(stem) ?? new Map<string, Span>();
        if (!places.has(id)) places.set(id, { start, end });
        found.set(stem, places);
      }
      start = end;
    }
  }
  return found;
});

/**
 * Without a glossary: a word of the reference whose usual counterpart, the stem that stands in the same paragraphs, is
 * missing in a few. Languages written without spaces are left out.
 */
export const inconsistentTerm: Check = {
  id: 'term/inconsistent',
  family: 'pair',
  category: 'terminology/inconsistent-use',
  isOnByDefault: false,
  scope: 'text',
  run(text): readonly Finding[] {
    const { reference } = text.document;
    if (reference === undefined || reference === text) return [];
    if (text.conventions?.scripts.includes('Han') === true) return [];
    const own = stems(text);
    return [...stems(reference)].flatMap(([, terms]) => {
      if (terms.size < LEAST_PARAGRAPHS) return [];
      const usual = usualStem(terms, own);
      if (usual === undefined) return [];
      const [stem, places] = usual;
      return [...terms].flatMap(([id, place]) => {
        const paragraph = paragraphOf(text, id);
        const theirs = paragraphOf(reference, id);
        if (places.has(id) || paragraph === undefined || theirs === undefined) return [];
        const cell = { text, paragraph };
        const [first] = places;
        const term = theirs.text.slice(place.start, place.end);
        const evidence = [
          { variant: reference.variant, paragraph: id, span: place, value: term },
          ...(first === undefined ? [] : [{ variant: text.variant, paragraph: first[0], span: first[1] }]),
        ];
        const parts = { args: { term, expected: `${stem}…` }, about: term, evidence, confidence: 0.4 };
        return [finding(inconsistentTerm, cell, counterpartOf(cell, place), parts)];
      });
    });
  },
};

function usualStem(
  terms: ReadonlyMap<string, Span>,
  own: Stems,
): readonly [string, ReadonlyMap<string, Span>] | undefined {
  let best: readonly [string, ReadonlyMap<string, Span>] | undefined;
  let most = 0;
  for (const entry of own) {
    const [, places] = entry;
    let both = 0;
    for (const id of terms.keys()) if (places.has(id)) both += 1;
    if (both < COVERED * terms.size || both === terms.size || both < TIED * places.size) continue;
    if (both > most) [best, most] = [entry, both];
  }
  return best;
}
