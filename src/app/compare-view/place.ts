/** What the place keeper needs of its view. */
export interface PlaceHost {
  readonly scroller: () => HTMLElement | null;
  readonly rows: () => Iterable<HTMLElement>;
  readonly rowOf: (id: string) => HTMLElement | null;
  readonly active: () => string | undefined;
  /** Height of what sticks to the scroller's top, and width of what sticks to its start. */
  readonly head: () => number;
  readonly gutter: () => number;
}

/** Free pixels around words that are scrolled to. */
const MARGIN = 24;

/** How far to scroll so that a stretch lies between two edges; its start, if it is longer. */
function shift(start: number, end: number, first: number, last: number): number {
  if (start < first) return start - first;
  return end > last ? Math.min(end - last, start - first) : 0;
}

/** Where rows stand on screen. It keeps one where it is while columns change their width and texts and fonts
 * arrive: the active row if it is seen, else the first that is. */
export class Place {
  readonly #host: PlaceHost;
  /** The row, its distance from the top, and where the view was scrolled to then: what moved it since and is not
   * scrolling is a shift to undo. */
  #kept: { readonly id: string; readonly top: number; readonly scrolled: number } | undefined;

  constructor(host: PlaceHost) {
    this.#host = host;
  }

  /** Remembers where the row is now. */
  keep(): void {
    const scroller = this.#host.scroller();
    const view = scroller?.getBoundingClientRect();
    if (!scroller || !view) return;
    const id = this.#host.active();
    const active = id === undefined ? null : this.#host.rowOf(id);
    const onScreen = (row: HTMLElement): boolean => {
      const { top, bottom } = row.getBoundingClientRect();
      return bottom > view.top + this.#host.head() && top < view.bottom;
    };
    const row = active && onScreen(active) ? active : [...this.#host.rows()].find(onScreen);
    const kept = row?.dataset['row'];
    this.#kept =
      row && kept !== undefined
        ? { id: kept, top: row.getBoundingClientRect().top - view.top, scrolled: scroller.scrollTop }
        : undefined;
  }

  /** Undoes what moved the row since, scrolling aside. */
  restore(): void {
    const scroller = this.#host.scroller();
    const kept = this.#kept;
    const row = kept && this.#host.rowOf(kept.id);
    if (!scroller || !row) return;
    const top = row.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
    const wanted = kept.top - (scroller.scrollTop - kept.scrolled);
    if (Math.abs(top - wanted) >= 1) scroller.scrollTop += top - wanted;
    this.#kept = { id: kept.id, top: wanted, scrolled: scroller.scrollTop };
  }

  /** Whether a whole row is seen. */
  isOnScreen(id: string): boolean {
    const row = this.#host.rowOf(id)?.getBoundingClientRect();
    const view = this.#host.scroller()?.getBoundingClientRect();
    return Boolean(row && view && row.top >= view.top + this.#host.head() - 1 && row.bottom <= view.bottom);
  }

  /** Whether a whole row can be seen. */
  fits(id: string): boolean {
    const height = this.#host.rowOf(id)?.offsetHeight ?? 0;
    return height < (this.#host.scroller()?.clientHeight ?? 0) - this.#host.head();
  }

  /** Scrolls as little as brings a rectangle of the window on screen. */
  show({ top, bottom, left, right }: DOMRect): void {
    const scroller = this.#host.scroller();
    const view = scroller?.getBoundingClientRect();
    if (!scroller || !view) return;
    const start = {
      top: view.top + this.#host.head() + MARGIN,
      left: view.left + this.#host.gutter() + MARGIN,
    };
    const end = {
      top: view.top + scroller.clientHeight - MARGIN,
      left: view.left + scroller.clientWidth - MARGIN,
    };
    scroller.scrollBy({
      top: shift(top, bottom, start.top, end.top),
      left: shift(left, right, start.left, end.left),
      behavior: 'instant',
    });
  }
}
