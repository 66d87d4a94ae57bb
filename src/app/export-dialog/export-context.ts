import type { Contribution } from '../../core/contribution/record.ts';
import type { RecordPlan } from '../../store/new-record.ts';

/** Takes what comes back from a file into the log of the open work. */
export interface BackLog {
  /** Adds the records of one action. */
  readonly add: (plans: readonly RecordPlan[]) => Promise<unknown>;
  /** Adds records that have ids of their own. */
  readonly append: (records: readonly Contribution[]) => Promise<unknown>;
}

/** The work that is to be exported, and what the reader has of it on screen. */
export interface ExportContext {
  /** Where the app is served, with a slash at the end. */
  readonly root: string;
  readonly slug: string;
  /** The device's records as the page has them; without these the work is not the open one. */
  readonly held?: readonly Contribution[];
  /** Ids of the columns. */
  readonly columns?: readonly string[];
  /** The paragraph that the reader turned to. */
  readonly active?: { readonly row: string; readonly number: number };
  /** Where corrections that come back go. */
  readonly log?: BackLog;
}
