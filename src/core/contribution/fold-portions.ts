import { byId } from './canonical.ts';
import { type FoldedMark, type State, fold, placeKey } from './fold.ts';
import type { Contribution, KnownContribution, Rating } from './record.ts';
import { isKnown } from './record-schema.ts';

/** Whether records are marks, ratings or of unknown types only, as files of annotations make them: none says anything
 * of another, so that any part of them may be folded by itself. */
export function standAlone(records: Iterable<Contribution>): boolean {
  for (const record of records)
    if (isKnown(record) && record.type !== 'mark' && record.type !== 'rating') return false;
  return true;
}

/**
 * The state of a set from those of its parts, so that a long log can be folded while it is read. The parts must
 * `standAlone` and have no id in common.
 */
export function joinStates(parts: readonly State[]): State {
  const marks = new Map<string, readonly FoldedMark[]>();
  const standing = new Map<string, KnownContribution>();
  const ratings = new Map<string, readonly Rating[]>();
  for (const part of parts) {
    for (const [key, own] of part.marks) marks.set(key, merged(marks.get(key), own));
    for (const [id, record] of part.standing) standing.set(id, record);
    addRatings(ratings, part.ratings);
  }
  return { ...fold([]), marks, ratings, standing };
}

/**
 * What `fold` of both says, at the cost of a copy and the second part alone: a reader's few records on top of
 * a long log.
 * @param base the state of `records`
 * @param records a set that stands alone, by id
 * @param added any records
 */
export function foldOnto(
  base: State,
  records: ReadonlyMap<string, Contribution>,
  added: readonly Contribution[],
): State {
  const touched = new Map<string, Contribution>();
  for (const record of added) {
    for (const id of [record.id, ...namedBy(record)]) {
      const known = records.get(id);
      if (known) touched.set(id, known);
    }
  }
  const top = fold([...touched.values(), ...added]);
  const marks = new Map(base.marks);
  const keys = [...touched.values()].flatMap((record) =>
    isKnown(record) && record.type === 'mark'
      ? record.spans.map(({ variant }) => placeKey(variant ?? record.variant, record.paragraph))
      : [],
  );
  for (const key of keys) {
    const left = (marks.get(key) ?? []).filter(({ mark }) => !touched.has(mark.id));
    if (left.length > 0) marks.set(key, left);
    else marks.delete(key);
  }
  for (const [key, own] of top.marks) marks.set(key, merged(marks.get(key), own));
  const ratings = new Map<string, readonly Rating[]>();
  addRatings(ratings, base.ratings);
  for (const [key, own] of ratings)
    if (own.some(({ id }) => touched.has(id)))
      ratings.set(
        key,
        own.filter(({ id }) => !touched.has(id)),
      );
  addRatings(ratings, top.ratings);
  const standing = new Map(base.standing);
  for (const id of touched.keys()) standing.delete(id);
  for (const [id, record] of top.standing) standing.set(id, record);
  return { ...top, marks, ratings, standing };
}

function namedBy(record: Contribution): readonly string[] {
  if (!isKnown(record)) return [];
  switch (record.type) {
    case 'correction':
      return record.resolves ?? [];
    case 'review':
    case 'withdrawal':
      return [record.of];
    case 'mark':
    case 'rating':
    case 'comment':
      // Neither changes what it stands beside.
      return [];
  }
}

/** Adds ratings to those of other parts: of one author the latest counts. */
function addRatings(
  ratings: Map<string, readonly Rating[]>,
  more: ReadonlyMap<string, readonly Rating[]>,
): void {
  for (const [key, own] of more) {
    const latest = new Map((ratings.get(key) ?? []).map((rating) => [rating.author, rating]));
    for (const rating of own) {
      const before = latest.get(rating.author);
      if (!before || before.id < rating.id) latest.set(rating.author, rating);
    }
    ratings.set(key, [...latest.values()].sort(byId));
  }
}

function merged(some: readonly FoldedMark[] | undefined, more: readonly FoldedMark[]): readonly FoldedMark[] {
  if (some === undefined) return more;
  const all = [...some, ...more];
  const isSorted = some.at(-1)!.mark.id < more[0]!.mark.id;
  return isSorted ? all : all.sort((a, b) => byId(a.mark, b.mark));
}
