import type { Measure } from './heat-cell.ts';

/** The reader wants these columns: those that there are, and the variant of a cell. Bubbles up to the shell. */
export class ColumnsAsked extends Event {
  readonly columns: readonly string[];

  constructor(columns: readonly string[]) {
    super('columns-asked', { bubbles: true, composed: true });
    this.columns = columns;
  }
}

/** The reader chose what the cells show. */
export class MeasureChosen extends Event {
  readonly measure: Measure;

  constructor(measure: Measure) {
    super('measure-chosen');
    this.measure = measure;
  }
}

declare global {
  interface HTMLElementEventMap {
    'columns-asked': ColumnsAsked;
    'measure-chosen': MeasureChosen;
  }
}
