import { LitElement, type PropertyValues, type TemplateResult, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { acceptableOf, openAuthors } from '../../core/contribution/acceptable.ts';
import { type Proposal, type Proposals, proposalsOf } from '../../core/contribution/proposal.ts';
import { joinedWith, wholeJoins } from '../../core/contribution/joined.ts';
import type { Contribution, Correction } from '../../core/contribution/record.ts';
import { timelineOf } from '../../core/contribution/timeline.ts';
import { LocaleController, t } from '../../i18n/i18n.ts';
import { type Comparisons, ComparisonsController, comparisonsOf } from '../comparisons.ts';
import { AllAccepted, ForkSettled } from '../correction-events.ts';
import { directionOf } from '../direction.ts';
import type { OpenedWork } from '../opened-work.ts';
import { reading } from '../reading.styles.ts';
import '../diff-text/diff-text.ts';
import '../proposal-card/proposal-card.ts';
import { styles } from './correction-history.styles.ts';
import { type TextSource, textSources } from './text-sources.ts';
import { renderTimeline } from './timeline-list.ts';

const NOTHING: Proposals = { text: '', current: '', proposals: [], fork: [] };

/**
 * What was proposed for a paragraph, and what came of it: each proposal with its diff and its text, any two texts
 * side by side, and all that happened in time order.
 *
 * @fires review-made, comment-made, correction-drafted, edit-asked - from a proposal
 * @fires fork-settled - one of several accepted corrections that disagree was chosen
 * @fires all-accepted - all that can be accepted of an author's is to be
 */
@customElement('lesart-correction-history')
export class CorrectionHistory extends LitElement {
  static override readonly styles = [reading, styles];

  @property({ attribute: false }) opened!: OpenedWork;
  @property({ attribute: false }) variant = '';
  @property({ attribute: false }) paragraph = '';
  /** The name that the reader's records bear; empty: it is asked for. */
  @property({ attribute: false }) author = '';
  /** This device's records: they alone know what was taken back. */
  @property({ attribute: false }) records: readonly Contribution[] = [];

  /** The name that was typed. */
  @state() private _name = '';
  /** The two texts that are compared, by the keys of `textSources`; undefined: the first and the latest. */
  @state() private _from: string | undefined;
  @state() private _to: string | undefined;

  private get _comparisons(): Comparisons {
    return comparisonsOf(this);
  }

  #proposals: Proposals = NOTHING;
  /** Authors with more than one proposal in the work that can be accepted as it is, and how many. */
  #offers: readonly { readonly author: string; readonly count: number }[] = [];

  constructor() {
    super();
    new LocaleController(this);
    new ComparisonsController(this, () => this._comparisons);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('paragraph') || changed.has('variant')) this._from = this._to = undefined;
    if (!changed.has('opened') && !changed.has('paragraph') && !changed.has('variant')) return;
    const { opened, variant, paragraph } = this;
    const text = opened.paragraph(variant, paragraph)?.text ?? '';
    this.#proposals = proposalsOf(text, opened.corrections(variant, paragraph), this.#lang);
    this.#offers = openAuthors(opened.state, variant, paragraph)
      .map((author) => ({
        author,
        count: wholeJoins(
          opened.fileState,
          acceptableOf(opened.state, author, (own, id) => opened.paragraph(own, id)?.text),
        ).length,
      }))
      .filter(({ count }) => count > 1);
  }

  get #lang(): string {
    return this.opened.variant(this.variant)?.lang ?? 'und';
  }

  get #signature(): string {
    return this.author === '' ? this._name : this.author;
  }

  /** Numbers of the paragraphs that a correction joins; of one that is emptied, the one that has its text. */
  #joined(correction: Correction): readonly number[] {
    const { opened } = this;
    return joinedWith(opened.fileState, correction)
      .filter(({ text }) => correction.text !== '' || text !== '')
      .map(({ id, paragraph }) => {
        const shown = opened.state.standing.get(id);
        return opened.row(shown?.type === 'correction' ? shown.paragraph : paragraph)?.number ?? 0;
      });
  }

  #renderName(): TemplateResult | typeof nothing {
    if (this.author !== '' || this.#proposals.proposals.length === 0) return nothing;
    return html`<label class="name"
      >${t('marking.author')}<input
        class="author"
        type="text"
        autocomplete="name"
        maxlength="100"
        @input=${(event: Event) => {
          if (event.target instanceof HTMLInputElement) this._name = event.target.value.trim();
        }}
    /></label>`;
  }

  #renderFork(): TemplateResult | typeof nothing {
    const { fork } = this.#proposals;
    if (fork.length === 0) return nothing;
    return html`<p class="fork" role="status">${t('correcting.fork', { count: fork.length })}</p>`;
  }

  #renderProposal(proposal: Proposal): TemplateResult {
    const { correction, isForked } = proposal;
    const others = this.#proposals.fork.filter(({ id }) => id !== correction.id).map(({ id }) => id);
    return html`<lesart-proposal-card
        .proposal=${proposal}
        .current=${this.#proposals.current}
        .textLang=${this.#lang}
        .replies=${this.opened.state.replies.get(correction.id) ?? []}
        .joined=${this.#joined(correction)}
        .author=${this.#signature}
      ></lesart-proposal-card>
      ${
        isForked
          ? html`<p class="keep">
              <button
                type="button"
                @click=${() => {
                  this.dispatchEvent(new ForkSettled(correction.id, others, this.#signature));
                }}
              >
                ${t('correcting.keep')}
              </button>
            </p>`
          : nothing
      }`;
  }

  #renderProposals(): TemplateResult {
    const { proposals } = this.#proposals;
    const rejected = proposals.filter(({ status }) => status === 'rejected');
    const others = proposals.filter(({ status }) => status !== 'rejected');
    const list = (some: readonly Proposal[]) =>
      repeat(
        some,
        ({ correction }) => correction.id,
        (proposal) => this.#renderProposal(proposal),
      );
    return html`<h3>${t('correcting.proposals', { count: proposals.length })}</h3>
      ${proposals.length === 0 ? html`<p class="empty">${t('correcting.none')}</p>` : nothing} ${list(others)}
      ${
        rejected.length > 0
          ? html`<details>
              <summary>${t('correcting.rejected', { count: rejected.length })}</summary>
              ${list(rejected)}
            </details>`
          : nothing
      }`;
  }

  #renderAll(): TemplateResult | typeof nothing {
    if (this.#offers.length === 0) return nothing;
    return html`<div class="all">
      ${this.#offers.map(
        ({ author, count }) =>
          html`<button
            type="button"
            @click=${() => {
              this.dispatchEvent(new AllAccepted(author, this.#signature));
            }}
          >
            ${t('correcting.acceptAll', { author, count })}
          </button>`,
      )}
      <p class="empty">${t('correcting.acceptAllHint')}</p>
    </div>`;
  }

  #renderSelect(
    label: string,
    sources: readonly TextSource[],
    chosen: TextSource,
    choose: (key: string) => void,
  ) {
    return html`<label
      >${label}<select
        @change=${(event: Event) => {
          if (event.target instanceof HTMLSelectElement) choose(event.target.value);
        }}
      >
        ${sources.map(
          ({ key, name }) => html`<option value=${key} .selected=${key === chosen.key}>${name}</option>`,
        )}
      </select></label
    >`;
  }

  #renderCompare(): TemplateResult | typeof nothing {
    const sources = textSources(this.opened, this.variant, this.paragraph, this.#proposals);
    const named = (key: string | undefined) => sources.find((source) => source.key === key);
    const from = named(this._from) ?? sources[0];
    const latest = this.#proposals.proposals.at(-1)?.correction.id;
    const to = named(this._to) ?? named(latest) ?? sources[1];
    if (!from || !to) return nothing;
    return html`<details class="compare">
      <summary>${t('correcting.compare')}</summary>
      <div class="pair">
        ${this.#renderSelect(t('correcting.from'), sources, from, (key) => {
          this._from = key;
        })}
        ${this.#renderSelect(t('correcting.to'), sources, to, (key) => {
          this._to = key;
        })}
      </div>
      <lesart-diff-text
        .outcome=${this._comparisons.diff(from, to)}
        .oldLang=${from.lang}
        .newLang=${to.lang}
      ></lesart-diff-text>
      <dl>
        ${[from, to].map(
          ({ name, text, lang }) =>
            html`<dt>${name}</dt>
              <dd class="read" lang=${lang} dir=${directionOf(lang)}>${text}</dd>`,
        )}
      </dl>
    </details>`;
  }

  #renderTimeline(): TemplateResult | typeof nothing {
    const entries = timelineOf(
      this.opened.state,
      this.variant,
      this.paragraph,
      this.opened.asShown(this.records),
    );
    if (entries.length === 0) return nothing;
    return html`<details class="history">
      <summary>${t('correcting.timeline')}</summary>
      ${renderTimeline(entries, (correction) => this.#joined(correction))}
    </details>`;
  }

  override render(): TemplateResult {
    return html`${this.#renderName()} ${this.#renderFork()} ${this.#renderProposals()} ${this.#renderAll()}
    ${this.#renderCompare()} ${this.#renderTimeline()}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lesart-correction-history': CorrectionHistory;
  }
}
