import { LitElement, type PropertyValues, type TemplateResult, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { type Proposal, resolvedText } from '../../core/contribution/proposal.ts';
import type { Comment, Verdict } from '../../core/contribution/record.ts';
import { LocaleController, language, t } from '../../i18n/i18n.ts';
import { wording } from '../../i18n/local-text.ts';
import { type Comparisons, ComparisonsController, comparisonsOf } from '../comparisons.ts';
import { CommentMade, CorrectionDrafted, EditAsked, ReviewMade } from '../correction-events.ts';
import { directionOf } from '../direction.ts';
import { reading } from '../reading.styles.ts';
import '../diff-text/diff-text.ts';
import { type Side, renderConflicts } from './conflict-choice.ts';
import { styles } from './proposal-card.styles.ts';
import { authorsText, structureText, timeText } from './proposal-text.ts';

const VERDICTS_SHOWN = ['accepted', 'changes-requested', 'rejected'] as const;

/** What the reader is asked to write. */
type Form = 'changes-requested' | 'rejected' | 'comment';

/**
 * One proposal for a paragraph: who made it, what it changes and the text that it makes, what others say of it, and
 * what can be done with it. Where the text has changed since, both changes are shown, and what they come to together.
 *
 * @fires review-made, comment-made - what the reader says of it
 * @fires correction-drafted - it is accepted merged into the text as it is now, or its text is to stand again
 * @fires edit-asked - it is to be accepted with edits
 */
@customElement('lesart-proposal-card')
export class ProposalCard extends LitElement {
  static override readonly styles = [reading, styles];

  @property({ attribute: false }) proposal!: Proposal;
  /** The paragraph's text as it is now. */
  @property({ attribute: false }) current = '';
  /** The variant's. */
  @property({ attribute: false }) textLang = '';
  @property({ attribute: false }) replies: readonly Comment[] = [];
  /** Numbers of the paragraphs that it was joined with, or that its text went to. */
  @property({ attribute: false }) joined: readonly number[] = [];
  /** The name that the reader's records bear; empty where none was given. */
  @property({ attribute: false }) author = '';

  @state() private _form: Form | undefined;
  @state() private _choices: readonly (Side | undefined)[] = [];

  @query('form textarea') private readonly _written!: HTMLTextAreaElement | null;

  private get _comparisons(): Comparisons {
    return comparisonsOf(this);
  }

  constructor() {
    super();
    new LocaleController(this);
    new ComparisonsController(this, () => this._comparisons);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('proposal')?.correction.id;
    const isOther = changed.has('proposal') && before !== this.proposal.correction.id;
    if (isOther) this._form = undefined;
    // Other words are in conflict now: what was chosen says nothing of them.
    if (isOther || changed.has('current')) this._choices = [];
  }

  /** Whether it waits to be taken over into a text that has changed since. */
  get #isStale(): boolean {
    const { standing, editedAs } = this.proposal;
    return (standing.state === 'merged' || standing.state === 'conflict') && editedAs.length === 0;
  }

  /** The text that accepting makes; undefined while a conflict is not resolved. */
  get #result(): string | undefined {
    const { standing, correction } = this.proposal;
    if (standing.state === 'merged') return standing.text;
    return standing.state === 'conflict' ? resolvedText(standing.pieces, this._choices) : correction.text;
  }

  /** A text that becomes a correction of the text as it is now. */
  #draft(text: string, given: { readonly reason?: string; readonly editedFrom?: string }): void {
    const { variant, paragraph, resolves = [] } = this.proposal.correction;
    const { reason = '', ...rest } = given;
    this.dispatchEvent(
      new CorrectionDrafted({
        variant,
        paragraph,
        text,
        base: this.current,
        reason,
        resolves: given.editedFrom === undefined ? [] : resolves,
        author: this.author,
        ...rest,
      }),
    );
  }

  #judge(verdict: Verdict, reason: string): void {
    this.dispatchEvent(new ReviewMade(this.proposal.correction.id, verdict, reason, this.author));
  }

  #send(): void {
    const text = this._written?.value.trim() ?? '';
    const form = this._form;
    if (!form || (form !== 'rejected' && text === '')) return;
    if (form === 'comment')
      this.dispatchEvent(new CommentMade(this.proposal.correction.id, text, this.author));
    else this.#judge(form, text);
    this._form = undefined;
  }

  #open(form: Form): void {
    this._form = form;
    void this.updateComplete.then(() => {
      this._written?.focus();
    });
  }

  #onFormKey(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (event.key === 'Escape') this._form = undefined;
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) this.#send();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #renderDiff(old: string, text: string): TemplateResult {
    const lang = this.textLang;
    return html`<lesart-diff-text
      .outcome=${this._comparisons.diff({ text: old, lang }, { text, lang })}
      .oldLang=${lang}
      .newLang=${lang}
    ></lesart-diff-text>`;
  }

  #renderPlain(text: string): TemplateResult {
    const lang = this.textLang;
    return html`<h4>${t('correcting.result')}</h4>
      ${
        text === ''
          ? html`<p class="plain"><i>${t('correcting.nothing')}</i></p>`
          : text
              .split('\n')
              .map((line) => html`<p class="read plain" lang=${lang} dir=${directionOf(lang)}>${line}</p>`)
      }`;
  }

  #renderTexts(): TemplateResult {
    const { correction, standing } = this.proposal;
    const { base, text } = correction;
    if (!this.#isStale) return html`${this.#renderDiff(base, text)} ${this.#renderPlain(text)}`;
    const result = this.#result;
    return html`<h4>${t('correcting.itsChange')}</h4>
      ${this.#renderDiff(base, text)}
      <h4>${t('correcting.meanwhile')}</h4>
      ${this.#renderDiff(base, this.current)}
      ${
        standing.state === 'conflict'
          ? html`<h4>${t('correcting.conflicts')}</h4>
              ${renderConflicts(standing.pieces, this._choices, this.textLang, (conflict, side) => {
                const choices = [...this._choices];
                choices[conflict] = side;
                this._choices = choices;
              })}`
          : nothing
      }
      ${
        result === undefined
          ? html`<p class="empty">${t('correcting.undecided')}</p>`
          : html`<h4>${t('correcting.together')}</h4>
              ${this.#renderDiff(this.current, result)} ${this.#renderPlain(result)}`
      }`;
  }

  #renderHead(): TemplateResult {
    const { authors, correction, status, standing, votes, editedAs } = this.proposal;
    const votesOf = (verdict: Verdict): TemplateResult | typeof nothing =>
      votes[verdict].length === 0
        ? nothing
        : html`<li class=${verdict}>
            ${t(`correcting.vote.${verdict}`, { names: votes[verdict].join(', ') })}
          </li>`;
    return html`<header>
        <h3 id="by">${authorsText(authors)}</h3>
        <time datetime=${correction.time}>${timeText(correction.time)}</time>
        <span class="status ${status}">${t(`correction.${status}`)}</span>
      </header>
      <ul class="facts">
        <li>${t(`correcting.standing.${standing.state}`)}</li>
        ${VERDICTS_SHOWN.map(votesOf)}
        ${editedAs.length > 0 ? html`<li>${t('correcting.editedAs')}</li>` : nothing}
        ${
          correction.resolves?.length
            ? html`<li>${t('correcting.resolvesCount', { count: correction.resolves.length })}</li>`
            : nothing
        }
        ${structureText(correction, this.joined).map((each) => html`<li class="whole">${each}</li>`)}
      </ul>`;
  }

  #renderSaid(): TemplateResult {
    const { correction, reviews } = this.proposal;
    const own = wording(correction.reason, language());
    const said = [...reviews, ...this.replies].sort((a, b) => (a.id < b.id ? -1 : 1));
    return html`${own ? html`<p class="reason" lang=${own.lang}>${own.text}</p>` : nothing}
    ${said.map((each) => {
      const words = wording(each.type === 'comment' ? each.text : each.reason, language());
      return words
        ? html`<p class="said"><b>${each.author}</b>: <span lang=${words.lang}>${words.text}</span></p>`
        : nothing;
    })}`;
  }

  #renderForm(form: Form): TemplateResult {
    return html`<form
      @submit=${(event: Event) => {
        event.preventDefault();
        this.#send();
      }}
      @keydown=${(event: KeyboardEvent) => {
        this.#onFormKey(event);
      }}
    >
      <label
        >${t(`correcting.form.${form}`)}<textarea
          maxlength="10000"
          rows="2"
          ?required=${form !== 'rejected'}
        ></textarea>
      </label>
      <p class="actions">
        <button
          type="button"
          @click=${() => {
            this._form = undefined;
          }}
        >
          ${t('correcting.cancel')}
        </button>
        <button class="primary" type="submit">${t('correcting.send')}</button>
      </p>
    </form>`;
  }

  #renderButton(name: string, text: string, act: () => void, isOff = false): TemplateResult {
    return html`<button class=${name} type="button" ?disabled=${isOff} @click=${act}>${text}</button>`;
  }

  #renderActions(): TemplateResult {
    const { correction, standing, status, editedAs } = this.proposal;
    const { state } = standing;
    const isOpen = status !== 'accepted' && state !== 'past' && editedAs.length === 0;
    const result = this.#result;
    const stale = this.#isStale;
    return html`<p class="actions">
      ${
        isOpen && !stale
          ? this.#renderButton('accept primary', t('correcting.accept'), () => {
              this.#judge('accepted', '');
            })
          : nothing
      }
      ${
        stale
          ? this.#renderButton(
              'accept-merged primary',
              t('correcting.acceptMerged'),
              () => {
                if (result !== undefined) this.#draft(result, { editedFrom: correction.id });
              },
              result === undefined,
            )
          : nothing
      }
      ${
        isOpen
          ? this.#renderButton('edit', t('correcting.edit'), () => {
              this.dispatchEvent(new EditAsked(result ?? correction.text, correction.id));
            })
          : nothing
      }
      ${
        state === 'past'
          ? this.#renderButton('revert', t('correcting.revert'), () => {
              const reason = t('correcting.revertReason', { time: timeText(correction.time) });
              this.#draft(correction.text, { reason });
            })
          : nothing
      }
      ${
        status === 'proposed' || status === 'accepted'
          ? this.#renderButton('ask', t('correcting.ask'), () => {
              this.#open('changes-requested');
            })
          : nothing
      }
      ${
        status === 'rejected'
          ? nothing
          : this.#renderButton('reject', t('correcting.reject'), () => {
              this.#open('rejected');
            })
      }
      ${this.#renderButton('comment', t('correcting.comment'), () => {
        this.#open('comment');
      })}
    </p>`;
  }

  override render(): TemplateResult {
    return html`<article class=${this.proposal.status} aria-labelledby="by">
      ${this.#renderHead()} ${this.#renderTexts()} ${this.#renderSaid()}
      ${this._form ? this.#renderForm(this._form) : this.#renderActions()}
    </article>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lesart-proposal-card': ProposalCard;
  }
}
