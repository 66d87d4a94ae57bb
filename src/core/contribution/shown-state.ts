import { byId } from './canonical.ts';
import { type FoldedCorrection, type FoldedMark, type Fork, type State, forksOf, placeKey } from './fold.ts';
import type { Cell, Layout } from './layout.ts';
import type { Comment, KnownContribution, Mark, Rating } from './record.ts';
import { shownCorrections } from './shown-corrections.ts';
import { type Anchored, shownAnchors } from './shown-spans.ts';

/**
 * What a set of contributions says, in terms of what is shown: under the places where a file's paragraphs stand, with
 * anchors and texts as they are there. Records keep their ids. Only what is not plain is made anew.
 */
export function shownState(layout: Layout, state: State): State {
  const standing = new Map<string, KnownContribution>(state.standing);
  const places = new Places(layout, state, standing);
  return {
    ...state,
    marks: places.marks(),
    ...places.corrections(),
    comments: places.comments(),
    ratings: places.ratings(),
    standing,
  };
}

/** A mark or a remark as it is shown. */
export function shownPlace<T extends Mark | (Comment & Partial<Anchored>)>(layout: Layout, record: T): T {
  const { variant, paragraph, spans } = record;
  if (variant === undefined || paragraph === undefined) return record;
  const shown = shownAnchors(layout, { variant, paragraph, spans: spans ?? [] });
  return { ...record, paragraph: shown.paragraph, ...(spans ? { spans: shown.spans } : {}) };
}

class Places {
  readonly #layout: Layout;
  readonly #state: State;
  readonly #standing: Map<string, KnownContribution>;

  constructor(layout: Layout, state: State, standing: Map<string, KnownContribution>) {
    this.#layout = layout;
    this.#state = state;
    this.#standing = standing;
  }

  marks(): State['marks'] {
    const { marks } = this.#state;
    const keys = this.#keysOf(marks);
    if (keys.length === 0) return marks;
    const touched = new Map(keys.flatMap((key) => marks.get(key)!.map((folded) => [folded.mark.id, folded])));
    const next = new Map(marks);
    const without = new Set([...touched.values()].flatMap(({ mark }) => placesOf(mark)));
    for (const key of without) {
      const left = (next.get(key) ?? []).filter(({ mark }) => !touched.has(mark.id));
      if (left.length > 0) next.set(key, left);
      else next.delete(key);
    }
    const added = new Map<string, FoldedMark[]>();
    for (const folded of touched.values()) {
      const mark = shownPlace(this.#layout, folded.mark);
      this.#standing.set(mark.id, mark);
      for (const key of new Set(placesOf(mark))) push(added, key, { ...folded, mark });
    }
    for (const [key, list] of added)
      next.set(
        key,
        [...(next.get(key) ?? []), ...list].sort((a, b) => byId(a.mark, b.mark)),
      );
    return next;
  }

  corrections(): Pick<State, 'corrections' | 'forks'> {
    const { corrections } = this.#state;
    const keys = this.#keysOf(corrections);
    if (keys.length === 0) return { corrections, forks: this.#state.forks };
    const next = new Map(corrections);
    const forks = new Map<string, readonly Fork[]>(this.#state.forks);
    const rows = new Map<string, { variant: string; row: string; added: Set<string> }>();
    const add = (variant: string, row: string, paragraph?: string): void => {
      const key = placeKey(variant, row);
      let found = rows.get(key);
      if (!found) rows.set(key, (found = { variant, row, added: new Set() }));
      if (paragraph !== undefined) found.added.add(paragraph);
    };
    for (const key of keys) {
      const [variant, paragraph] = split(key);
      next.delete(key);
      forks.delete(key);
      const isThere = this.#layout.fileText(variant, paragraph) !== undefined;
      for (const row of this.#layout.rowsOf(variant, paragraph))
        add(variant, row, isThere ? undefined : paragraph);
    }
    for (const { variant, row, added } of rows.values()) {
      const own = this.#correctionsOf(variant, row, [...added].sort());
      const key = placeKey(variant, row);
      next.set(key, own);
      for (const { correction } of own) this.#standing.set(correction.id, correction);
      const accepted = own.filter(({ status }) => status === 'accepted');
      const forked = forksOf(accepted.map(({ correction }) => correction)).get(key);
      if (forked) forks.set(key, forked);
      else forks.delete(key);
    }
    return { corrections: next, forks };
  }

  #correctionsOf(variant: string, row: string, added: readonly string[]): readonly FoldedCorrection[] {
    const cell = this.#layout.cell(variant, row) ?? plainCell(this.#layout, variant, row);
    return shownCorrections(
      this.#layout,
      cell,
      added,
      (paragraph) => this.#state.corrections.get(placeKey(variant, paragraph)) ?? [],
    );
  }

  comments(): State['comments'] {
    const { comments } = this.#state;
    return this.#rekeyed(comments, (comment) => {
      const shown = shownPlace(this.#layout, comment);
      this.#standing.set(shown.id, shown);
      return [shown];
    });
  }

  ratings(): State['ratings'] {
    const all = this.#rekeyed(this.#state.ratings, (rating) =>
      this.#layout.rowsOf(rating.variant, rating.paragraph).map((paragraph): Rating => {
        const shown = { ...rating, paragraph };
        this.#standing.set(shown.id, shown);
        return shown;
      }),
    );
    if (all === this.#state.ratings) return all;
    // Of one author's ratings of the paragraphs of a cell the latest is shown.
    return new Map(
      [...all].map(([key, ratings]) => {
        const latest = new Map(ratings.map((rating) => [rating.author, rating]));
        return [key, latest.size === ratings.length ? ratings : [...latest.values()].sort(byId)];
      }),
    );
  }

  /** The lists of the places that are not plain under those where they are shown. */
  #rekeyed<T extends { readonly id: string; readonly variant?: string; readonly paragraph?: string }>(
    lists: ReadonlyMap<string, readonly T[]>,
    project: (item: T) => readonly T[],
  ): ReadonlyMap<string, readonly T[]> {
    const keys = this.#keysOf(lists);
    if (keys.length === 0) return lists;
    const next = new Map(lists);
    for (const key of keys) next.delete(key);
    for (const item of keys.flatMap((key) => lists.get(key)!).flatMap(project)) {
      const key = placeKey(item.variant!, item.paragraph!);
      next.set(key, [...(next.get(key) ?? []), item].sort(byId));
    }
    return next;
  }

  /** The places that are shown otherwise than they are named. */
  #keysOf(lists: ReadonlyMap<string, unknown>): readonly string[] {
    return [...lists.keys()].filter((key) => !this.#layout.isPlain(...split(key)));
  }
}

/** A cell of a paragraph that stands whole and alone in its row, or of none. */
export function plainCell(layout: Layout, variant: string, row: string): Cell {
  const text = layout.parts(variant, row) ? undefined : layout.fileText(variant, row);
  if (text === undefined) return { variant, row, parts: [], text: '' };
  const piece = { variant, paragraph: row, row, start: 0, end: text.length };
  return { variant, row, parts: [{ piece, at: 0 }], text };
}

const split = (key: string): [string, string] => {
  const at = key.indexOf('/');
  return [key.slice(0, at), key.slice(at + 1)];
};

const placesOf = (mark: Mark): readonly string[] =>
  mark.spans.map(({ variant, paragraph }) => placeKey(variant ?? mark.variant, paragraph ?? mark.paragraph));

function push<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}
