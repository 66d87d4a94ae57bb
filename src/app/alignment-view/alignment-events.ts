/** What rows are shown: all, or the queue of the doubtful ones. */
export const ROW_FILTERS = ['all', 'doubtful'] as const;
export type RowFilter = (typeof ROW_FILTERS)[number];

/** The reader chose which rows are shown. */
export class RowFilterChosen extends Event {
  readonly filter: RowFilter;

  constructor(filter: RowFilter) {
    super('row-filter-chosen');
    this.filter = filter;
  }
}

declare global {
  interface HTMLElementEventMap {
    'row-filter-chosen': RowFilterChosen;
  }
}
