import type { Finding } from '../../core/check/finding.ts';
import type { Severity } from '../../core/mqm/typology.ts';
import type { ReviewFilter } from './review-filter.ts';

/** The reader wants to see other findings. It bears the name that the statistics' event has, and so no entry of its
 * own in the table of events. */
export class ReviewFilterChanged extends Event {
  readonly filter: ReviewFilter;

  constructor(filter: ReviewFilter) {
    super('filter-changed', { bubbles: true });
    this.filter = filter;
  }
}

/** The reader made a mark of a finding. */
export class FindingMarked extends Event {
  readonly finding: Finding;
  readonly severity: Severity;
  readonly comment: string;

  constructor(finding: Finding, severity: Severity, comment: string) {
    super('finding-marked', { bubbles: true });
    this.finding = finding;
    this.severity = severity;
    this.comment = comment;
  }
}

/** The reader said that a finding is no error. */
export class FindingDismissed extends Event {
  readonly finding: Finding;

  constructor(finding: Finding) {
    super('finding-dismissed', { bubbles: true });
    this.finding = finding;
  }
}

/** The reader takes a dismissal back. */
export class DismissalWithdrawn extends Event {
  readonly finding: Finding;

  constructor(finding: Finding) {
    super('dismissal-withdrawn', { bubbles: true });
    this.finding = finding;
  }
}

/** What a reader can do with an entry of the queue; `cancel` takes the question how grave it is back. */
export type Wish = 'mark' | 'dismiss' | 'restore' | 'open' | 'cancel';

/** Said by an entry to its queue. */
export class EntryWished extends Event {
  readonly wish: Wish;

  constructor(wish: Wish) {
    super('entry-wished');
    this.wish = wish;
  }
}

/** Said by an entry to its queue: how grave the error is, which makes the mark. */
export class SeverityChosen extends Event {
  readonly severity: Severity;
  readonly comment: string;

  constructor(severity: Severity, comment: string) {
    super('severity-chosen');
    this.severity = severity;
    this.comment = comment;
  }
}

declare global {
  interface HTMLElementEventMap {
    'finding-marked': FindingMarked;
    'finding-dismissed': FindingDismissed;
    'dismissal-withdrawn': DismissalWithdrawn;
    'entry-wished': EntryWished;
    'severity-chosen': SeverityChosen;
  }
}
