import { LitElement, type PropertyValues, type TemplateResult, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Mark } from '../../core/contribution/record.ts';
import { isStale } from '../../core/contribution/reading.ts';
import { SEVERITIES, type Severity } from '../../core/mqm/typology.ts';
import type { VariantInfo } from '../../core/work/model.ts';
import { LocaleController, language, loadLaterTexts, t } from '../../i18n/i18n.ts';
import { wording } from '../../i18n/local-text.ts';
import { COMPARATORS, type Comparator } from '../address.ts';
import { type Comparisons, ComparisonsController, comparisonsOf } from '../comparisons.ts';
import { directionOf } from '../direction.ts';
import type { OpenedWork, PlacedMark } from '../opened-work.ts';
import { reading } from '../reading.styles.ts';
import { correctionOf, readingOf } from '../readings.ts';
import '../diff-text/diff-text.ts';
import '../mark-card/mark-card.ts';
import { ComparatorChosen, HistoryAsked, ParagraphStepped } from './apparatus-events.ts';
import { styles } from './work-apparatus.styles.ts';

/**
 * What is known of the active paragraph: what the translation changed in meaning, what a correction changes,
 * the marks, and how sure the reference is.
 *
 * @fires comparator-chosen, paragraph-stepped - see the events
 * @fires marking-asked - the reader wants to mark an error
 * @fires correcting-asked - the reader wants to correct the paragraph
 * @fires history-asked - the reader opened or closed the proposals
 * @slot editor - where a correction is written
 * @slot history - the proposals and their history
 * @fires mark-activated, mark-pointed - from a card
 */
@customElement('lesart-work-apparatus')
export class WorkApparatus extends LitElement {
  static override readonly styles = [reading, styles];

  @property({ attribute: false }) opened!: OpenedWork;
  /** The active paragraph's id. */
  @property({ attribute: false }) paragraph = '';
  /** The active mark's id. */
  @property({ attribute: false }) mark: string | undefined;
  /** The id of the mark that is pointed at. */
  @property({ attribute: false }) pointed: string | undefined;
  /** Variants whose marks are listed, the subject first. */
  @property({ attribute: false }) columns: readonly string[] = [];
  @property({ attribute: false }) comparator: Comparator = 'meaning';
  /** Tells the reader's own marks. */
  @property({ attribute: false }) isOwn: (mark: Mark) => boolean = () => false;
  /** Severities whose marks are listed. */
  @property({ attribute: false }) severities: readonly Severity[] = SEVERITIES;

  /** The parts that were opened, and are there. */
  @state() private _loaded: readonly string[] = [];

  private get _comparisons(): Comparisons {
    return comparisonsOf(this);
  }

  constructor() {
    super();
    new LocaleController(this);
    new ComparisonsController(this, () => this._comparisons);
  }

  /** A chosen mark's card is shown, whatever is rendered around it; another paragraph is read from its top. */
  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('mark') && !changed.has('paragraph')) return;
    if (this.mark === undefined) {
      if (changed.has('paragraph')) this.scrollTop = 0;
      return;
    }
    const cards = [...this.renderRoot.querySelectorAll('lesart-mark-card')];
    const card = cards.find(({ placed }) => placed.id === this.mark);
    void card?.updateComplete.then(() => {
      card.scrollIntoView({ block: 'nearest' });
    });
  }

  #langOf(variant: string): string {
    return this.opened.variant(variant)?.lang ?? 'und';
  }

  #renderTabs(): TemplateResult {
    const { work } = this.opened;
    const label = (comparator: Comparator): TemplateResult => {
      const variant = this.opened.variant(comparator === 'meaning' ? work.reference : work.subject);
      return html`${t(`comparator.${comparator}`)}<span class="wide"> (${variant?.label})</span>`;
    };
    return html`<div
      class="tabs"
      role="radiogroup"
      aria-label=${t('comparator.label')}
      @keydown=${(event: KeyboardEvent) => {
        this.#onTabKey(event);
      }}
    >
      ${COMPARATORS.map(
        (comparator) =>
          html`<button
            type="button"
            role="radio"
            aria-checked=${comparator === this.comparator}
            tabindex=${comparator === this.comparator ? 0 : -1}
            @click=${() => this.dispatchEvent(new ComparatorChosen(comparator))}
          >
            ${label(comparator)}
          </button>`,
      )}
    </div>`;
  }

  #onTabKey(event: KeyboardEvent): void {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const at = COMPARATORS.indexOf(this.comparator) + step;
    const next = COMPARATORS[(at + COMPARATORS.length) % COMPARATORS.length] ?? 'meaning';
    this.dispatchEvent(new ComparatorChosen(next));
    void this.updateComplete.then(() => {
      this.renderRoot.querySelector<HTMLElement>('[aria-checked="true"]')?.focus();
    });
  }

  /** Both texts of a diff, each readable for itself. */
  #renderPlain(texts: readonly (readonly [string, VariantInfo | undefined, string])[]): TemplateResult {
    return html`<details class="plain">
      <summary>${t('apparatus.plain')}</summary>
      <dl>
        ${texts.map(
          ([name, variant, text]) =>
            html`<dt>${name}</dt>
              <dd class="read" lang=${variant?.lang ?? 'und'} dir=${directionOf(variant?.lang ?? 'und')}>
                ${text}
              </dd>`,
        )}
      </dl>
    </details>`;
  }

  #renderMeaning(): TemplateResult {
    const { opened, paragraph } = this;
    const { work } = opened;
    const outcome = readingOf(opened, this._comparisons, paragraph);
    const back = opened.backTranslationOf(work.subject);
    const reference = opened.variant(work.reference);
    const told = back && opened.paragraph(back.id, paragraph)?.text;
    const meant = opened.paragraph(work.reference, paragraph)?.text;
    const subject = opened.variant(work.subject)?.label ?? '';
    return html`<section data-comparator="meaning">
      <h3>${t('apparatus.meaning')}</h3>
      ${
        outcome && back && told !== undefined && meant !== undefined
          ? html`<p class="key">
                ${t('apparatus.meaningKey', {
                  subject,
                  reference: reference?.label ?? '',
                  provenance: t(`provenance.${reference?.provenance ?? 'human'}`),
                })}
              </p>
              <lesart-diff-text
                .outcome=${outcome.state === 'done' ? { state: 'done', value: outcome.value.diff } : outcome}
                .oldLang=${back.lang}
                .newLang=${reference?.lang ?? 'und'}
              ></lesart-diff-text>
              ${this.#renderPlain([
                [t('apparatus.told', { subject }), back, told],
                [t('apparatus.meant'), reference, meant],
              ])}`
          : html`<p class="empty">${t('apparatus.noMeaning')}</p>`
      }
    </section>`;
  }

  #renderCorrection(): TemplateResult {
    const { opened, paragraph } = this;
    const variant = opened.variant(opened.work.subject);
    const lang = variant?.lang ?? 'und';
    const text = variant && opened.paragraph(variant.id, paragraph)?.text;
    const folded = variant && opened.correction(variant.id, paragraph);
    if (!folded || text === undefined)
      return html`<section data-comparator="correction">
        <h3>${t('apparatus.correction')}</h3>
        <p class="empty">${t('apparatus.noCorrection')}</p>
      </section>`;
    const { correction, status, reviews } = folded;
    const reason = wording(correction.reason, language());
    const reviewer = reviews.at(-1)?.author;
    return html`<section data-comparator="correction">
      <h3>${t('apparatus.correction')}</h3>
      ${isStale(correction, text) ? html`<p class="stale">${t('apparatus.stale')}</p>` : nothing}
      <lesart-diff-text
        .outcome=${correctionOf(opened, this._comparisons, paragraph)}
        .oldLang=${lang}
        .newLang=${lang}
      ></lesart-diff-text>
      ${this.#renderPlain([
        [t('apparatus.asIs'), variant, text],
        [t('apparatus.corrected'), variant, correction.text],
      ])}
      ${reason ? html`<p lang=${reason.lang}>${reason.text}</p>` : nothing}
      <p class="meta">
        ${correction.author} · ${t(`correction.${status}`)}${reviewer ? html` (${reviewer})` : nothing}
      </p>
    </section>`;
  }

  /** The paragraph's marks with their text's language; one that has spans in two variants comes once. */
  #marks(): readonly (readonly [PlacedMark, string])[] {
    const seen = new Set<string>();
    return this.columns
      .flatMap((variant) =>
        this.opened
          .marksIn(variant, this.paragraph)
          .filter(({ severity }) => this.severities.includes(severity))
          .map((placed): readonly [PlacedMark, string] => [placed, this.#langOf(variant)]),
      )
      .filter(([{ id }]) => !seen.has(id) && seen.add(id));
  }

  #renderMarks(): TemplateResult {
    const marks = this.#marks();
    return html`<section>
      <h3>${t('apparatus.marks', { count: marks.length })}</h3>
      ${marks.length === 0 ? html`<p class="empty">${t('apparatus.noMarks')}</p>` : nothing}
      ${repeat(
        marks,
        ([placed]) => placed.id,
        ([placed, lang]) =>
          html`<lesart-mark-card
            .placed=${placed}
            .textLang=${lang}
            .on=${placed.id === this.mark}
            .pointed=${this.pointed}
            .own=${this.isOwn(placed.mark)}
          ></lesart-mark-card>`,
      )}
      <p>
        <button class="mark" type="button" @click=${() => this.dispatchEvent(new Event('marking-asked'))}>
          ${t('compare.mark')} <kbd>M</kbd>
        </button>
        <button class="mark" type="button" @click=${() => this.dispatchEvent(new Event('correcting-asked'))}>
          ${t('apparatus.correct')} <kbd>E</kbd>
        </button>
      </p>
    </section>`;
  }

  #renderNotes(): TemplateResult | typeof nothing {
    const comments = this.columns.flatMap((variant) => this.opened.comments(variant, this.paragraph));
    if (comments.length === 0) return nothing;
    return html`<section>
      <h3>${t('apparatus.notes')}</h3>
      ${comments.map((comment) => {
        const note = wording(comment.text, language());
        const label = this.opened.variant(comment.variant ?? '');
        return html`<p class="note">
          <span class="certainty"
            ><span lang=${label?.lang ?? nothing}>${label?.label}</span>${
              comment.certainty ? html` · ${t(`certainty.${comment.certainty}`)}` : nothing
            }.</span
          >
          <span lang=${note?.lang ?? nothing}>${note?.text}</span>
        </p>`;
      })}
    </section>`;
  }

  /** A part that is loaded when it is first opened. */
  #renderLater(
    part: 'witnesses' | 'terms' | 'rate',
    load: () => Promise<unknown>,
    content: () => TemplateResult,
  ): TemplateResult {
    return html`<details
      class="later"
      @toggle=${(event: Event) => {
        if (event.target instanceof HTMLDetailsElement && event.target.open)
          void Promise.all([load(), loadLaterTexts()]).then(() => {
            this._loaded = [...this._loaded, part];
          });
      }}
    >
      <summary>${t(`apparatus.${part}`)}</summary>
      ${this._loaded.includes(part) ? content() : nothing}
    </details>`;
  }

  #renderWitnesses(): TemplateResult {
    return this.#renderLater(
      'witnesses',
      () => import('../witness-table/witness-table.ts'),
      () =>
        html`<lesart-witness-table
          .opened=${this.opened}
          .paragraph=${this.paragraph}
          .mark=${this.mark}
        ></lesart-witness-table>`,
    );
  }

  #renderTerms(): TemplateResult {
    return this.#renderLater(
      'terms',
      () => import('../glossary-terms/glossary-terms.ts'),
      () =>
        html`<lesart-glossary-terms
          .opened=${this.opened}
          .paragraph=${this.paragraph}
        ></lesart-glossary-terms>`,
    );
  }

  /** The proposals, which the shell puts into the slot when they are asked for. */
  #renderHistory(): TemplateResult {
    return html`<details
      class="later"
      @toggle=${(event: Event) => {
        if (event.target instanceof HTMLDetailsElement)
          this.dispatchEvent(new HistoryAsked(event.target.open));
      }}
    >
      <summary>${t('apparatus.history')}</summary>
      <slot name="history"></slot>
    </details>`;
  }

  #renderRating(): TemplateResult {
    const { opened, paragraph } = this;
    const variant = opened.variant(opened.work.subject);
    return this.#renderLater(
      'rate',
      () => import('../paragraph-rating/paragraph-rating.ts'),
      () =>
        html`<lesart-paragraph-rating
          .variant=${variant?.id ?? ''}
          .label=${variant?.label ?? ''}
          .textLang=${variant?.lang ?? 'und'}
          .paragraph=${paragraph}
          .ratings=${opened.ratings(variant?.id ?? '', paragraph)}
        ></lesart-paragraph-rating>`,
    );
  }

  #renderStep(step: 1 | -1): TemplateResult {
    const label = t(step > 0 ? 'apparatus.next' : 'apparatus.previous');
    return html`<button
      class="step"
      type="button"
      aria-label=${label}
      title=${label}
      @click=${() => this.dispatchEvent(new ParagraphStepped(step))}
    >
      ${step > 0 ? '↓' : '↑'}
    </button>`;
  }

  override render(): TemplateResult {
    const number = this.opened.row(this.paragraph)?.number ?? 0;
    const first = this.comparator === 'meaning' ? this.#renderMeaning() : this.#renderCorrection();
    const second = this.comparator === 'meaning' ? this.#renderCorrection() : this.#renderMeaning();
    // The explanation that was asked for comes first.
    const chosen = this.mark !== undefined && this.#marks().some(([{ id }]) => id === this.mark);
    return html`<div class="top">
        <h2>${t('apparatus.heading', { number })}</h2>
        ${this.#renderStep(-1)} ${this.#renderStep(1)} ${this.#renderTabs()}
      </div>
      <slot name="editor"></slot>
      ${chosen ? this.#renderMarks() : nothing} ${first} ${chosen ? nothing : this.#renderMarks()} ${second}
      ${this.#renderNotes()} ${this.#renderWitnesses()} ${this.#renderTerms()} ${this.#renderHistory()}
      ${this.#renderRating()}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lesart-work-apparatus': WorkApparatus;
  }
  interface HTMLElementEventMap {
    'comparator-chosen': ComparatorChosen;
    'paragraph-stepped': ParagraphStepped;
    'history-asked': HistoryAsked;
  }
}
