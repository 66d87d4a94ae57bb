/** What the host of a row window tells about its rows. */
export interface RowSource {
  readonly count: () => number;
  readonly keyOf: (index: number) => string;
  /** Height in CSS pixels before a row was measured. */
  readonly estimate: (index: number) => number;
  readonly scroller: () => HTMLElement | null;
  /** The rendered rows, in order, each with its index in `data-index`. */
  readonly rows: () => NodeListOf<HTMLElement>;
  /** Where the first row begins, from the top of what scrolls. */
  readonly offset: () => number;
  /** Height of what sticks to the scroller's top. */
  readonly head: () => number;
}
