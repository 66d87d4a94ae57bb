import { currentReading } from './current-text.ts';
import { type State, placeKey } from './fold.ts';
import { wholeJoins } from './joined.ts';
import type { Correction } from './record.ts';

/**
 * The proposals of an author that can be accepted as they are, all together: nobody has judged them yet, they were
 * made from the text as it is now, and the author proposes nothing else for the paragraph. Of paragraphs that are
 * joined all or none. In the order of `State`.
 * @param textOf the file's text of a paragraph; undefined where it has none
 */
export function acceptableOf(
  state: State,
  author: string,
  textOf: (variant: string, paragraph: string) => string | undefined,
): readonly Correction[] {
  const found = [...state.corrections.values()].flatMap((all): readonly Correction[] => {
    const open = all.filter(
      ({ correction, status, reviews }) =>
        correction.author === author && status === 'proposed' && reviews.length === 0,
    );
    const first = open[0]?.correction;
    if (!first) return [];
    const text = textOf(first.variant, first.paragraph);
    if (text === undefined) return [];
    const { text: current, fork } = currentReading(text, all);
    if (fork.length > 0) return [];
    const fresh = open
      .map(({ correction }) => correction)
      .filter((correction) => correction.base === current && correction.text !== current);
    return new Set(fresh.map((correction) => correction.text)).size === 1 ? fresh.slice(0, 1) : [];
  });
  return wholeJoins(state, found);
}

/** Authors with open proposals for a paragraph. */
export function openAuthors({ corrections }: State, variant: string, paragraph: string): readonly string[] {
  const open = (corrections.get(placeKey(variant, paragraph)) ?? []).filter(
    ({ status }) => status === 'proposed',
  );
  return [...new Set(open.map(({ correction }) => correction.author))];
}
