import { acceptableOf } from '../../core/contribution/acceptable.ts';
import { joinedWith, wholeJoins } from '../../core/contribution/joined.ts';
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

  /**
   * Keeps a corrected text as a proposal, one that was edited from another as accepted, with what is changed in one
   * action with it; resolves to its id.
   */
  async propose(opened: OpenedWork, draft: CorrectionDraft): Promise<string | undefined> {
    const author = await this.#signed(draft.author);
    const { slug: work } = opened.work;
    const { variant, paragraph, editedFrom, also, begun = paragraph } = draft;
    const correction = {
      ...correctionOf(work, variant, draft, author, draft.reason),
      ...(draft.resolves.length > 0 ? { resolves: draft.resolves } : {}),
      ...(editedFrom === undefined ? {} : { editedFrom }),
    };
    const before = editedFrom === undefined ? [] : partnersOf(opened, editedFrom);
    const taken = before.filter(({ paragraph: id, base, text }) =>
      also ? also.some((each) => each.paragraph === id && each.base === base && each.text === text) : true,
    );
    const others = (also ?? [])
      .filter((each) => !taken.some((partner) => partner.paragraph === each.paragraph))
      .map((each) => correctionOf(work, each.variant, each, author, draft.reason));
    const made = [correction, ...others];
    const accepted =
      editedFrom === undefined
        ? []
        : [
            ...made.map(
              (_each, index): RecordPlan =>
                (records) =>
                  reviewOf(work, records[index]!.id, 'accepted', '', author),
            ),
            ...taken.map(({ id }) => reviewOf(work, id, 'accepted', '', author)),
          ];
    const [first] = await this.#log.add([...made, ...accepted]);
    // Only now: had it failed, what was written would still be there. A draft that stays is shown again, no more.
    await this.#drafts
      .remove({ work, variant, paragraph: begun, ...(editedFrom === undefined ? {} : { editedFrom }) })
      .catch(() => undefined);
    return first?.id;
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

  /** Keeps a verdict on a proposal. Paragraphs that were joined are accepted, or rejected, together. */
  async review(
    opened: OpenedWork,
    { of, verdict, reason, author }: Pick<ReviewMade, 'of' | 'verdict' | 'reason' | 'author'>,
  ): Promise<void> {
    const signed = await this.#signed(author);
    const others = verdict === 'changes-requested' ? [] : partnersOf(opened, of);
    await this.#log.add(
      [of, ...others.map(({ id }) => id)].map((id) =>
        reviewOf(opened.work.slug, id, verdict, reason, signed),
      ),
    );
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
    const withPartners = (id: string) => [id, ...partnersOf(opened, id).map((partner) => partner.id)];
    const accepted = withPartners(kept);
    await this.#log.add([
      ...accepted.map((id) => reviewOf(slug, id, 'accepted', '', signed)),
      ...others
        .flatMap(withPartners)
        .filter((id) => !accepted.includes(id))
        .map((id) => reviewOf(slug, id, 'rejected', '', signed)),
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
  const found = acceptableOf(
    opened.state,
    author,
    (variant, paragraph) => opened.paragraph(variant, paragraph)?.text,
  );
  return wholeJoins(opened.fileState, found);
}

/** The corrections that one stands and falls with. */
function partnersOf(opened: OpenedWork, id: string): readonly Correction[] {
  const record = opened.state.standing.get(id);
  return record?.type === 'correction' ? joinedWith(opened.fileState, record) : [];
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
