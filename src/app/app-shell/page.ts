import type { TemplateResult } from 'lit';
import type { View } from '../address.ts';
import type { ReaderLog } from '../controllers/reader-log.ts';
import type { OpenedWork } from '../opened-work.ts';

/** A view that takes the place of the text. */
export type PageName = Exclude<View, 'compare'>;

/** What the shell gives a page. */
export interface PageSources {
  readonly opened: OpenedWork;
  readonly log: ReaderLog;
  /** Where the app is served, with a slash at the end. */
  readonly base: string;
  readonly columns: readonly string[];
  /** The paragraph that the reader comes from. */
  readonly active: string | undefined;
  /** The parameters of the address that say what the page shows. */
  readonly filter: string;
  /** Gets other parameters for the address. */
  readonly changed: (filter: string) => void;
  /** Goes to another page. */
  readonly turnTo: (page: PageName) => void;
  /** Renders again: something came that the page waited for. */
  readonly refresh: () => void;
}

export interface Page {
  readonly renderPage: (sources: PageSources) => TemplateResult;
}
