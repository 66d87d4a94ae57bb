import type { Category, CauseKind, Severity } from '../mqm/typology.ts';
import type { Span } from '../span.ts';
import type { LocalText } from '../work/model.ts';
import type { Anchor } from './anchor.ts';

/** What every record carries. A record never changes and is never deleted. */
interface Common {
  /** UUIDv7, lower case. */
  readonly id: string;
  readonly author: string;
  /** ISO 8601, UTC, with milliseconds. */
  readonly time: string;
  /** Slug of the work. */
  readonly work: string;
  /** Id of the first record of the action that this one belongs to, when the action made several. */
  readonly action?: string;
}

export interface Cause {
  readonly kind: CauseKind;
  /** The Chinese word or phrase that was misread. */
  readonly zh?: string;
  readonly note?: LocalText;
}

/** A translation error. */
export interface Mark extends Common {
  readonly type: 'mark';
  readonly variant: string;
  readonly paragraph: string;
  /** At least one; in `variant` unless the anchor names its own. */
  readonly spans: readonly Anchor[];
  readonly category: Category;
  readonly severity: Severity;
  readonly explanation?: LocalText;
  readonly cause?: Cause;
  /** 0..1 */
  readonly confidence?: number;
  /** Words that would stand correctly in place of the (first) span. */
  readonly replacement?: string;
  /** Id of the mark in another variant that says the same and that this one was made from. */
  readonly carriedFrom?: string;
}

/**
 * Says that its author has judged a whole paragraph of a variant. What it lacks is shown by marks; a rated
 * paragraph without marks has no errors.
 */
export interface Rating extends Common {
  readonly type: 'rating';
  readonly variant: string;
  readonly paragraph: string;
  /** 0 to 100, from no meaning kept to perfect: ESA's direct assessment (Kocmi et al. 2024). Of one author's, the
   * latest counts. */
  readonly score?: number;
}

/** A proposed text for a paragraph. */
export interface Correction extends Common {
  readonly type: 'correction';
  readonly variant: string;
  readonly paragraph: string;
  /** The whole text it was made from. */
  readonly base: string;
  /** Lines are paragraphs of their own: the first keeps the id, the others get ids of the same row (`memberId`). An
   * empty text removes the paragraph. */
  readonly text: string;
  /** The stretch of the base (UTF-16 offsets) that its author had before them, where a paragraph is spread over rows:
   * all that was changed is inside. */
  readonly within?: Span;
  readonly reason?: LocalText;
  /** Ids of marks that it resolves once it is accepted. */
  readonly resolves?: readonly string[];
  /** Id of the correction that a reviewer accepted with edits: this one. Both authors' names stand for the text. */
  readonly editedFrom?: string;
}

export const VERDICTS = ['accepted', 'rejected', 'changes-requested'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** A verdict on a correction or a mark. */
export interface Review extends Common {
  readonly type: 'review';
  readonly of: string;
  readonly verdict: Verdict;
  readonly reason?: LocalText;
}

export const CERTAINTIES = ['certain', 'likely', 'guess'] as const;

/** A remark on a place, or (`of`) on another record. */
export interface Comment extends Common {
  readonly type: 'comment';
  readonly variant?: string;
  readonly paragraph?: string;
  readonly of?: string;
  readonly spans?: readonly Anchor[];
  readonly text: LocalText;
  readonly certainty?: (typeof CERTAINTIES)[number];
}

/** Says that what a check found is no error, so that it is not shown again. */
export interface Dismissal extends Common {
  readonly type: 'dismissal';
  readonly variant: string;
  readonly paragraph: string;
  /** The finding's key: it names check, variant, paragraph and words, so that another text is checked anew. */
  readonly finding: string;
  readonly reason?: LocalText;
}

export const INTENTS = ['undo', 'redo'] as const;

/** Takes back a record of the same author. */
export interface Withdrawal extends Common {
  readonly type: 'withdrawal';
  readonly of: string;
  /** A step through the author's history; absent for a deletion, which is an action of its own. */
  readonly intent?: (typeof INTENTS)[number];
  readonly reason?: LocalText;
}

/**
 * From this place of a variant's text on, up to the next such place, its words stand in a row. Every paragraph's
 * beginning is such a place and by itself stands in the row that `rowOf` names; of several records about one place the
 * latest counts, so that words can be moved but never be lost or doubled.
 */
export interface Placement {
  readonly variant: string;
  /** A paragraph of the variant's file. */
  readonly paragraph: string;
  /** UTF-16 offset in its text. */
  readonly at: number;
  /** The characters around a place inside a paragraph, at most `CONTEXT_LENGTH` on each side; it is found again by them. */
  readonly quote?: { readonly prefix: string; readonly suffix: string };
  /** Null for a place where no row begins any more: its words go with those before it. */
  readonly row: string | null;
}

/** A row that no paragraph's id names. */
export interface NewRow {
  readonly id: string;
  /** The row that it follows; absent for one before all others. */
  readonly after?: string;
}

/** What a person confirmed, or an aligner thought, of a row. */
export interface RowStanding {
  readonly row: string;
  /** By variant: the words that it had there, as `cellKey` sums them up. It holds as long as they are the same. */
  readonly cells: Readonly<Record<string, string>>;
  /** 0..1, an aligner's; absent when a person confirmed it. */
  readonly confidence?: number;
  readonly disputed?: boolean;
}

/** One change of what belongs together across variants. */
export interface Alignment extends Common {
  readonly type: 'alignment';
  readonly placements?: readonly Placement[];
  readonly rows?: readonly NewRow[];
  readonly standings?: readonly RowStanding[];
}

export type KnownContribution =
  Mark | Correction | Review | Comment | Rating | Dismissal | Alignment | Withdrawal;

declare const newer: unique symbol;
/** A record of a type that only a newer version knows: shown nowhere, passed on unchanged. */
export interface OpaqueContribution extends Common {
  readonly type: string & { readonly [newer]: true };
}

export type Contribution = KnownContribution | OpaqueContribution;
