import type { Severity } from '../../core/mqm/typology.ts';
import type { Beside } from '../beside.ts';
import type { TextRange } from '../text-range.ts';

/** Which rows are on screen now. */
export class ViewMoved extends Event {
  readonly seen: readonly [number, number];

  constructor(seen: readonly [number, number]) {
    super('view-moved');
    this.seen = seen;
  }
}

/** The reader chose words to mark. */
export class WordsChosen extends Event {
  /** One stretch, or several that are marked as one error. */
  readonly ranges: readonly TextRange[];
  readonly beside: Beside;

  constructor(ranges: readonly TextRange[], beside: Beside) {
    super('words-chosen');
    this.ranges = ranges;
    this.beside = beside;
  }
}

/** The reader wants to see marks of these severities only; undefined: of all. */
export class SeveritiesChanged extends Event {
  readonly severities: readonly Severity[] | undefined;

  constructor(severities: readonly Severity[] | undefined) {
    super('severities-changed');
    this.severities = severities;
  }
}

declare global {
  interface HTMLElementEventMap {
    'view-moved': ViewMoved;
    'words-chosen': WordsChosen;
    'severities-changed': SeveritiesChanged;
  }
}
