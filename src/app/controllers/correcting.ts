import { acceptableOf } from '../../core/contribution/acceptable.ts';
import type { Correction, Verdict } from '../../core/contribution/record.ts';
import { language, loadLaterTexts, t } from '../../i18n/i18n.ts';
import { Drafts } from '../../store/drafts.ts';
import type { RecordFields, RecordPlan } from '../../store/new-record.ts';
import type {
  AllAccepted,
  CommentMade,
  CorrectionDraft,
  ForkSettled,
  ReviewMade,
} from '../correction-events.ts';
import type { OpenedWork } from '../opened-work.ts';
import { readSetting, writeSetting } from '../settings.ts';
import type { ReaderLog } from './reader-log.ts';

/** A paragraph where the reader confirmed the same change as in another one. */
export interface SameChange {
  readonly paragraph: string;
  readonly base: string;
  readonly text: string;
}

/**
 * Turns what is drafted and judged into records; each call is one action in the log, undone as a whole. Loaded with
 * the editor or the history.
 */
export class Correcting {
  readonly #log: ReaderLog;
  readonly #drafts: Drafts;

  constructor(log: ReaderLog, drafts: Drafts = new Drafts()) {
    this.#log = log;
    this.#drafts = drafts;
  }

  /** Keeps a corrected text as a proposal, one that was edited from another as accepted; resolves to its id. */
  async propose(opened: OpenedWork, draft: CorrectionDraft): Promise<string | undefined> {
    const author = await this.#signed(draft.author);
    const { slug: work } = opened.work;
    const { variant, paragraph, editedFrom } = draft;
    const correction = {
      ...correctionOf(work, variant, draft, author, draft.reason),
      ...(draft.resolves.length > 0 ? { resolves: draft.resolves } : {}),
      ...(editedFrom === undefined ? {} : { editedFrom }),
    };
    const accepted = (made: readonly { readonly id: string }[]): RecordFields =>
      reviewOf(work, made[0]!.id, 'accepted', '', author);
    const [made] = await this.#log.add([correction, ...(editedFrom === undefined ? [] : [accepted])]);
    // Only now: had it failed, what was written would still be there. A draft that stays is shown again, no more.
    await this.#drafts
      .remove({ work, variant, paragraph, ...(editedFrom === undefined ? {} : { editedFrom }) })
      .catch(() => undefined);
    return made?.id;
  }

  /** Proposes the same change in other paragraphs of a variant that it was confirmed for. */
  async proposeElsewhere(
    opened: OpenedWork,
    variant: string,
    changes: readonly SameChange[],
    given: { readonly author: string; readonly reason: string },
  ): Promise<void> {
    const author = await this.#signed(given.author);
    await this.#log.add(
      changes.map((change) => correctionOf(opened.work.slug, variant, change, author, given.reason)),
    );
  }

  /** Keeps a verdict on a proposal. */
  async review(
    opened: OpenedWork,
    { of, verdict, reason, author }: Pick<ReviewMade, 'of' | 'verdict' | 'reason' | 'author'>,
  ): Promise<void> {
    await this.#log.add([reviewOf(opened.work.slug, of, verdict, reason, await this.#signed(author))]);
  }

  /** Keeps a remark on a proposal. */
  async comment(
    opened: OpenedWork,
    { of, text, author }: Pick<CommentMade, 'of' | 'text' | 'author'>,
  ): Promise<void> {
    const { slug: work } = opened.work;
    await this.#log.add([
      { type: 'comment', author: await this.#signed(author), work, of, text: { [language()]: text } },
    ]);
  }

  /** Accepts the chosen side of a fork, if this reader has not, and rejects the others. */
  async settle(
    opened: OpenedWork,
    { kept, others, author }: Pick<ForkSettled, 'kept' | 'others' | 'author'>,
  ): Promise<void> {
    const signed = await this.#signed(author);
    const { slug } = opened.work;
    await this.#log.add([
      reviewOf(slug, kept, 'accepted', '', signed),
      ...others.map((other) => reviewOf(slug, other, 'rejected', '', signed)),
    ]);
  }

  /** Accepts all proposals of an author that are fresh and contradict nothing; resolves to how many. */
  async acceptAll(opened: OpenedWork, { of, author }: Pick<AllAccepted, 'of' | 'author'>): Promise<number> {
    const corrections = acceptable(opened, of);
    if (corrections.length === 0) return 0;
    const signed = await this.#signed(author);
    await this.#log.add(
      corrections.map(({ id }): RecordPlan => reviewOf(opened.work.slug, id, 'accepted', '', signed)),
    );
    return corrections.length;
  }

  /** Lets go of the drafts. */
  close(): void {
    this.#drafts.close();
  }

  /** The name that a record bears: the reader's, asked once, or the one for readers without. */
  async #signed(given: string): Promise<string> {
    const known = readSetting('author');
    if (known !== undefined && known !== '') return known;
    if (given.trim() === '') await loadLaterTexts();
    const author = given.trim() || t('marking.nobody');
    writeSetting('author', author);
    return author;
  }
}

/** The proposals of an author that `acceptAll` accepts. */
export function acceptable(opened: OpenedWork, author: string): readonly Correction[] {
  return acceptableOf(
    opened.state,
    author,
    (variant, paragraph) => opened.paragraph(variant, paragraph)?.text,
  );
}

function correctionOf(
  work: string,
  variant: string,
  { paragraph, base, text }: SameChange,
  author: string,
  reason: string,
): RecordFields & { readonly type: 'correction' } {
  return { type: 'correction', author, work, variant, paragraph, base, text, ...explained(reason) };
}

function reviewOf(work: string, of: string, verdict: Verdict, reason: string, author: string): RecordFields {
  return { type: 'review', author, work, of, verdict, ...explained(reason) };
}

/** A reason in the interface's language. */
const explained = (reason: string): { readonly reason?: Readonly<Record<string, string>> } =>
  reason.trim() === '' ? {} : { reason: { [language()]: reason.trim() } };
