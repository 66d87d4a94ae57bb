import type { StatisticsFilter } from './statistics-filter.ts';

/** The reader wants other statistics. */
export class FilterChanged extends Event {
  readonly filter: StatisticsFilter;

  constructor(filter: StatisticsFilter) {
    super('filter-changed');
    this.filter = filter;
  }
}

declare global {
  interface HTMLElementEventMap {
    'filter-changed': FilterChanged;
  }
}
