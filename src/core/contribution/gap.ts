import type { Span } from '../span.ts';
import { approximateMatches, editDistance } from './edit-distance.ts';

/** A place between two characters, by what stands on both sides of it and its old offset. */
export interface Gap {
  readonly quote: { readonly prefix: string; readonly suffix: string };
  readonly start: number;
}

/** Where a gap stands in a text; the states are those of `Attachment`. */
export type GapAttachment =
  | { readonly state: 'exact' | 'moved' | 'approximate'; readonly span: Span; readonly score: number }
  | { readonly state: 'ambiguous'; readonly candidates: readonly Span[] }
  | { readonly state: 'lost' };

/** Below this a place is no match; half of it is one side untouched and nothing of the other. */
const MIN_SCORE = 0.7;
/** Two places nearer than this to each other in score are a tie. */
const TIE = 0.05;
/** Share of one side that may differ. */
const MAX_ERROR_SHARE = 0.4;
/** The characters next to the gap count twice: they say where between two words it is. */
const NEAR = 6;
/** Places nearer to each other than this are one. */
const REACH = 12;

/** Finds a gap in a text that may have changed since. The place is never guessed: see `Attachment`. */
export function attachGap(gap: Gap, text: string): GapAttachment {
  const { prefix, suffix } = gap.quote;
  if (prefix === '' && suffix === '') return { state: 'lost' };
  const sides = [prefix, prefix.slice(-NEAR), suffix, suffix.slice(0, NEAR)] as const;
  const length = sides.reduce((sum, side) => sum + side.length, 0);
  const scoreAt = (at: number): number => {
    const errors = sides.map((side, index) =>
      editDistance(
        side,
        index < 2 ? text.slice(Math.max(0, at - side.length), at) : text.slice(at, at + side.length),
      ),
    );
    return 1 - errors.reduce((sum, count) => sum + count, 0) / length;
  };
  const ranked = placesOf(gap, text)
    .map((at) => ({ at, score: scoreAt(at) }))
    .filter(({ score }) => score >= MIN_SCORE)
    .sort((a, b) => b.score - a.score || Math.abs(a.at - gap.start) - Math.abs(b.at - gap.start))
    .filter(({ at }, index, all) => !all.slice(0, index).some((better) => Math.abs(better.at - at) < REACH));
  const best = ranked[0];
  if (!best) return { state: 'lost' };
  const inPlace = ranked.find(({ at }) => at === gap.start);
  if (inPlace && best.score - inPlace.score < TIE)
    return {
      state: inPlace.score === 1 ? 'exact' : 'approximate',
      span: spanAt(inPlace.at),
      score: inPlace.score,
    };
  const tied = ranked.filter(({ score }) => best.score - score < TIE);
  if (tied.length > 1)
    return {
      state: 'ambiguous',
      candidates: tied.map(({ at }) => spanAt(at)).sort((a, b) => a.start - b.start),
    };
  return { state: best.score === 1 ? 'moved' : 'approximate', span: spanAt(best.at), score: best.score };
}

const spanAt = (at: number): Span => ({ start: at, end: at });

/** Ends of what resembles the text before, starts of what resembles the text after, and the old place. */
function placesOf({ quote: { prefix, suffix }, start }: Gap, text: string): readonly number[] {
  const similar = (side: string) =>
    side === '' ? [] : approximateMatches(side, text, Math.floor(side.length * MAX_ERROR_SHARE));
  const found = [
    Math.min(start, text.length),
    ...(prefix === '' ? [0] : similar(prefix).map(({ end }) => end)),
    ...(suffix === '' ? [text.length] : similar(suffix).map((match) => match.start)),
  ];
  // The fewest errors often end in the middle of a word.
  const around = found.flatMap((at) => Array.from({ length: 2 * NEAR + 1 }, (_each, by) => at + by - NEAR));
  return [...new Set(around)].filter((at) => at >= 0 && at <= text.length);
}
