import { byId } from './canonical.ts';
import { type FoldedMark, type State, fold, placeKey } from './fold.ts';
import type { Alignment, Contribution, KnownContribution, Rating } from './record.ts';
import { isKnown } from './record-schema.ts';

const ALONE: ReadonlySet<KnownContribution['type']> = new Set(['mark', 'rating', 'alignment']);

/** Whether records are marks, ratings, alignments or of unknown types only, as files of annotations and imports make
 * them: none says anything of another, so that any part of them may be folded by itself. */
export function standAlone(records: Iterable<Contribution>): boolean {
  for (const record of records) if (isKnown(record) && !ALONE.has(record.type)) return false;
  return true;
}

/** The state of a set from those of its parts, so that a long log can be folded while it is read. */
export class JoinedState {
  readonly #marks = new Map<string, readonly FoldedMark[]>();
  readonly #ratings = new Map<string, readonly Rating[]>();
  readonly #alignments: Alignment[] = [];
  readonly #standing = new Map<string, KnownContribution>();

  /** Adds records that `standAlone` and whose ids are new. */
  add(records: readonly Contribution[]): void {
    const { marks, ratings, alignments, standing } = fold(records);
    for (const [key, own] of marks) this.#marks.set(key, merged(this.#marks.get(key), own));
    for (const [key, own] of ratings) this.#ratings.set(key, latest(this.#ratings.get(key), own));
    if (alignments.length > 0) this.#alignments.push(...alignments);
    for (const [id, record] of standing) this.#standing.set(id, record);
  }

  /** What `fold` of all says; later additions show in it. */
  get state(): State {
    return {
      ...fold([]),
      marks: this.#marks,
      ratings: this.#ratings,
      alignments: this.#alignments.sort(byId),
      standing: this.#standing,
    };
  }
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
  const touched = touchedBy(records, added);
  const top = fold([...touched.values(), ...added]);

  const marks = new Map(base.marks);
  for (const key of [...touched.values()].flatMap(markPlaces)) {
    const left = (marks.get(key) ?? []).filter(({ mark }) => !touched.has(mark.id));
    if (left.length > 0) marks.set(key, left);
    else marks.delete(key);
  }
  for (const [key, own] of top.marks) marks.set(key, merged(marks.get(key), own));

  const ratings = new Map(base.ratings);
  for (const key of [...touched.values()].flatMap(ratingPlace)) ratings.delete(key);
  for (const [key, own] of top.ratings) ratings.set(key, own);

  const left = base.alignments.filter(({ id }) => !touched.has(id));
  // The same list while nothing was said of it: what is made from it stays.
  const alignments =
    left.length === base.alignments.length && top.alignments.length === 0
      ? base.alignments
      : [...left, ...top.alignments].sort(byId);

  const standing = new Map(base.standing);
  for (const id of touched.keys()) standing.delete(id);
  for (const [id, record] of top.standing) standing.set(id, record);
  return { ...top, marks, ratings, alignments, standing };
}

/** The records whose standing may be another with what was added. */
function touchedBy(
  records: ReadonlyMap<string, Contribution>,
  added: readonly Contribution[],
): ReadonlyMap<string, Contribution> {
  const touched = new Map<string, Contribution>();
  for (const record of added) {
    for (const id of [record.id, ...namedBy(record)]) {
      const known = records.get(id);
      if (known) touched.set(id, known);
    }
  }
  // Which rating of a place counts depends on all of them.
  const rated = new Set([...touched.values(), ...added].flatMap(ratingPlace));
  if (rated.size > 0)
    for (const [id, record] of records)
      if (ratingPlace(record).some((key) => rated.has(key))) touched.set(id, record);
  return touched;
}

const ratingPlace = (record: Contribution): readonly string[] =>
  isKnown(record) && record.type === 'rating' ? [placeKey(record.variant, record.paragraph)] : [];

const markPlaces = (record: Contribution): readonly string[] =>
  isKnown(record) && record.type === 'mark'
    ? record.spans.map(({ variant, paragraph }) =>
        placeKey(variant ?? record.variant, paragraph ?? record.paragraph),
      )
    : [];

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
    case 'dismissal':
    case 'comment':
    case 'alignment':
      // None changes what it stands beside.
      return [];
  }
}

function merged(some: readonly FoldedMark[] | undefined, more: readonly FoldedMark[]): readonly FoldedMark[] {
  if (some === undefined) return more;
  const all = [...some, ...more];
  const isSorted = some.at(-1)!.mark.id < more[0]!.mark.id;
  return isSorted ? all : all.sort((a, b) => byId(a.mark, b.mark));
}

/** Each author's latest of one place. */
function latest(some: readonly Rating[] | undefined, more: readonly Rating[]): readonly Rating[] {
  if (some === undefined) return more;
  const byAuthor = new Map([...some, ...more].sort(byId).map((rating) => [rating.author, rating]));
  return [...byAuthor.values()].sort(byId);
}
