import type { Check } from '../check.ts';
import type { CheckInfo } from '../finding.ts';
import { type Cell, type DocumentContext, once, type RowContext } from '../context.ts';
import { foldLetters } from '../language/fold.ts';
import { type Ballot, LEAST_WITNESSES, type Testimony } from './ballot.ts';
import { Poll } from './poll.ts';
import { witnessVotes } from './vote.ts';

/** Words with a capital (or of capitals and digits) next to each other. */
const NAME =
  /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{M}\p{N}]*(?:[ -](?:\p{Lu}[\p{L}\p{M}\p{N}]*|\p{Nd}[\p{Nd}.]*\p{Lu}?))*/gu;
/** A majority of fewer variants is no name, but a word that some languages share. */
const LEAST_SHARE = 0.6;

const isLatin = ({ text }: Cell): boolean => text.conventions?.scripts.includes('Latin') === true;

/**
 * The names of a row: what most of the variants in Latin letters write the same, whatever the ending. A name that is part of
 * a longer one there counts only as such.
 */
export const namesIn = once(({ cells }: RowContext): readonly string[] => {
  const latin = cells.filter(isLatin);
  if (latin.length < LEAST_WITNESSES) return [];
  const candidates = new Map<string, number>();
  for (const { paragraph } of latin) {
    for (const name of new Set(Array.from(paragraph.text.matchAll(NAME), ([name]) => name))) {
      if (name.length > 2) candidates.set(name, (candidates.get(name) ?? 0) + 1);
    }
  }
  const shared = [...candidates.keys()].filter((name) => {
    const count = latin.filter(({ paragraph }) => paragraph.text.includes(name)).length;
    return count >= LEAST_SHARE * latin.length && (candidates.get(name) ?? 0) >= 3;
  });
  return shared.filter((name) => !shared.some((longer) => longer !== name && longer.startsWith(name)));
});

/** How often each variant writes a name where most do; another script may write it in its own letters. */
const habits = once((document: DocumentContext): ReadonlyMap<string, ReadonlyMap<string, number>> => {
  const counts = new Map<string, Map<string, number>>();
  for (const row of document.rows) {
    for (const name of namesIn(row)) {
      const own = counts.get(name) ?? new Map<string, number>();
      counts.set(name, own);
      own.set('', (own.get('') ?? 0) + 1);
      for (const { text, paragraph } of row.cells) {
        if (paragraph.text.includes(name)) own.set(text.variant, (own.get(text.variant) ?? 0) + 1);
      }
    }
  }
  return counts;
});

/** Share of its places in which a variant must write a name to be asked for it: others write it their own way (rajapinta). */
const HABIT = 0.6;
/** In fewer places there is no habit to be seen. */
const LEAST_PLACES = 3;
/** Latin gives persons Latin names (Arturus, Guilielmus). */
const RENAMES = new Set(['la']);

function isAsked(cell: Cell, name: string, document: DocumentContext): boolean {
  const own = habits(document).get(name);
  const places = own?.get('') ?? 0;
  const share = (own?.get(cell.text.variant) ?? 0) / Math.max(1, places);
  if (isLatin(cell) && places < LEAST_PLACES)
    return !RENAMES.has(cell.text.lang.toLowerCase().split('-', 1)[0]!);
  return places >= LEAST_PLACES && share >= HABIT;
}

/** The same name written otherwise: without its accent, in another case. */
function placeOfLike(text: string, name: string): Testimony<boolean>['spans'] {
  const folded = foldLetters(text);
  const like = foldLetters(name);
  const at = folded.indexOf(like);
  const isWord = at >= 0 && !/\p{L}/u.test((folded[at - 1] ?? '') + (folded[at + like.length] ?? ''));
  return isWord ? [{ start: at, end: at + like.length }] : [];
}

/** Whether each name is written. */
export const namePoll = new Poll<boolean>(
  (row) =>
    namesIn(row).map((name): Ballot<boolean> => ({
      args: { name },
      about: name,
      testimonies: row.cells.flatMap((cell): Testimony<boolean>[] => {
        const { text } = cell.paragraph;
        const start = text.indexOf(name);
        if (start >= 0) return [{ cell, value: true, spans: [{ start, end: start + name.length }] }];
        if (!isAsked(cell, name, row.document)) return [];
        return [{ cell, value: false, spans: placeOfLike(text, name) ?? [] }];
      }),
    })),
  { isReported: (expected) => expected },
);

const info: CheckInfo = {
  id: 'witness/name',
  family: 'witness',
  category: 'accuracy/do-not-translate',
  isOnByDefault: true,
};
export const witnessName: Check = { ...info, scope: 'row', run: witnessVotes(info, namePoll) };
