import type { RowAlignment } from '../../core/contribution/alignment.ts';
import { Memo } from '../statistics-view/memo.ts';
import type { RowFilter } from './alignment-events.ts';
import { type QueueShown, type Tally, nextDoubtful, queueOf, queueShown, tallyOf } from './doubtful.ts';

/** Rows that are there at once. */
export const WINDOW = 60;
/** Rows that stay in front of the one that a window is moved to. */
const BEFORE = 20;

const NONE: QueueShown = { ids: [], near: new Set() };

/** Which rows are shown: all or the queue of the doubtful ones, and the window that is there of them. */
export class ShownRows {
  alignment: RowAlignment | undefined;
  /** Index of the window's first row, among those that the filter leaves. */
  first = 0;
  #filter: RowFilter = 'all';
  /** The row that was chosen in the queue, and its place there. */
  #chosen: { readonly row: string; readonly place: number } | undefined;
  readonly #tally = new Memo<Tally>();
  readonly #queue = new Memo<readonly string[]>();
  readonly #all = new Memo<readonly string[]>();
  readonly #shown = new Memo<QueueShown>();

  get filter(): RowFilter {
    return this.#filter;
  }

  set filter(filter: RowFilter) {
    this.#filter = filter;
    this.#chosen = undefined;
    this.first = 0;
  }

  get tally(): Tally {
    const { alignment } = this;
    if (!alignment) return { rows: 0, confirmed: 0, estimated: 0, doubtful: 0 };
    return this.#tally.get([alignment], () => tallyOf(alignment));
  }

  /** The ids of the rows that the filter leaves. */
  get ids(): readonly string[] {
    const { alignment } = this;
    if (!alignment) return [];
    if (this.#filter === 'doubtful') return this.#queued.ids;
    return this.#all.get([alignment], () => alignment.rows.map(({ id }) => id));
  }

  /** Rows that are shown for the sake of the chosen one. */
  get near(): ReadonlySet<string> {
    return this.#filter === 'doubtful' ? this.#queued.near : NONE.near;
  }

  get #queued(): QueueShown {
    const { alignment } = this;
    if (!alignment) return NONE;
    const { row, place = 0 } = this.#chosen ?? {};
    return this.#shown.get([alignment, row, place], () => queueShown(alignment, this.#doubtful, row, place));
  }

  /** The doubtful rows, the least sure first. */
  get #doubtful(): readonly string[] {
    const { alignment } = this;
    return alignment ? this.#queue.get([alignment], () => queueOf(alignment)) : [];
  }

  /** Moves the window so that it has a row. */
  reveal(row: string): void {
    const index = this.ids.indexOf(row);
    if (index < 0 || (index >= this.first && index < this.first + WINDOW)) return;
    this.first = Math.max(0, index - BEFORE);
  }

  /** In the queue a doubtful row is chosen; its neighbours come with it. */
  choose(row: string): void {
    const place = this.#filter === 'doubtful' ? this.#doubtful.indexOf(row) : -1;
    if (place >= 0) this.#chosen = { row, place };
  }

  /** A row that was worked on stays in view, also where its words went to another one. */
  follow(from: string, to: string): void {
    if (this.#chosen?.row === from && this.alignment?.index.has(from) === false)
      this.#chosen = { ...this.#chosen, row: to };
  }

  /** The next doubtful row, another than this one: in the queue by its order, else by the text's. */
  doubtfulFrom(row: string | undefined, direction: 1 | -1): string | undefined {
    const { alignment } = this;
    if (!alignment) return undefined;
    if (this.#filter === 'all') return nextDoubtful(alignment, row, direction);
    const queue = this.#doubtful;
    if (queue.length === 0) return undefined;
    const at = queue.indexOf(this.#chosen?.row ?? '');
    // Where the chosen one has left the queue, the next one has its place now.
    const next = at < 0 && direction > 0 ? (this.#chosen?.place ?? 0) : at + direction;
    const found = queue[(next + queue.length) % queue.length];
    return found === row ? undefined : found;
  }
}
