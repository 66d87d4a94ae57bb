import type { Verdict } from '../core/contribution/record.ts';

/** What becomes of another paragraph by the same action: one that was joined with the corrected one is empty then. */
export interface AlsoChanged {
  readonly variant: string;
  readonly paragraph: string;
  readonly base: string;
  readonly text: string;
}

/** A corrected text as its author leaves it. */
export interface CorrectionDraft {
  readonly variant: string;
  readonly paragraph: string;
  /** Each line a paragraph; empty where the paragraph is removed. */
  readonly text: string;
  /** The whole text it was made from. */
  readonly base: string;
  /** Empty where none was given. */
  readonly reason: string;
  /** Ids of the marks that it resolves. */
  readonly resolves: readonly string[];
  readonly author: string;
  /** Id of the proposal that the author accepts with these edits. */
  readonly editedFrom?: string;
  /** What is changed in one action with it. Absent where nobody looked: then a proposal that is accepted with edits
   * takes those with it that it was made with. */
  readonly also?: readonly AlsoChanged[];
  /** The paragraph that the draft is kept under, where it is not the corrected one. */
  readonly begun?: string;
}

/** Someone finished a corrected text. Bubbles up to the shell. */
export class CorrectionDrafted extends Event {
  readonly draft: CorrectionDraft;

  constructor(draft: CorrectionDraft) {
    super('correction-drafted', { bubbles: true, composed: true });
    this.draft = draft;
  }
}

/** A proposal is to be edited and accepted so. Bubbles up to the shell, which opens the editor with the text. */
export class EditAsked extends Event {
  readonly text: string;
  readonly editedFrom: string;

  constructor(text: string, editedFrom: string) {
    super('edit-asked', { bubbles: true, composed: true });
    this.text = text;
    this.editedFrom = editedFrom;
  }
}

/** Someone judged a proposal. Bubbles up to the shell. */
export class ReviewMade extends Event {
  readonly of: string;
  readonly verdict: Verdict;
  /** Empty where none was given. */
  readonly reason: string;
  readonly author: string;

  constructor(of: string, verdict: Verdict, reason: string, author: string) {
    super('review-made', { bubbles: true, composed: true });
    this.of = of;
    this.verdict = verdict;
    this.reason = reason;
    this.author = author;
  }
}

/** Someone remarked on a proposal. Bubbles up to the shell. */
export class CommentMade extends Event {
  readonly of: string;
  readonly text: string;
  readonly author: string;

  constructor(of: string, text: string, author: string) {
    super('comment-made', { bubbles: true, composed: true });
    this.of = of;
    this.text = text;
    this.author = author;
  }
}

/** Of several accepted corrections that disagree one was chosen. Bubbles up to the shell. */
export class ForkSettled extends Event {
  readonly kept: string;
  readonly others: readonly string[];
  readonly author: string;

  constructor(kept: string, others: readonly string[], author: string) {
    super('fork-settled', { bubbles: true, composed: true });
    this.kept = kept;
    this.others = others;
    this.author = author;
  }
}

/** All proposals of someone that can be accepted as they are, are to be. Bubbles up to the shell. */
export class AllAccepted extends Event {
  /** Whose. */
  readonly of: string;
  readonly author: string;

  constructor(of: string, author: string) {
    super('all-accepted', { bubbles: true, composed: true });
    this.of = of;
    this.author = author;
  }
}

declare global {
  interface HTMLElementEventMap {
    'correction-drafted': CorrectionDrafted;
    'edit-asked': EditAsked;
    'review-made': ReviewMade;
    'comment-made': CommentMade;
    'fork-settled': ForkSettled;
    'all-accepted': AllAccepted;
  }
}
