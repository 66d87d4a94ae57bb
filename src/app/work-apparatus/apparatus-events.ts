import type { Comparator } from '../address.ts';

/** The reader chose what the text's colours and the first diff show. */
export class ComparatorChosen extends Event {
  readonly comparator: Comparator;

  constructor(comparator: Comparator) {
    super('comparator-chosen');
    this.comparator = comparator;
  }
}

/** The reader wants the next (1) or the previous (-1) paragraph. */
export class ParagraphStepped extends Event {
  readonly step: 1 | -1;

  constructor(step: 1 | -1) {
    super('paragraph-stepped');
    this.step = step;
  }
}

/** The reader wants to see the proposals for the paragraph and their history, or no longer. */
export class HistoryAsked extends Event {
  readonly shows: boolean;

  constructor(shows: boolean) {
    super('history-asked');
    this.shows = shows;
  }
}
