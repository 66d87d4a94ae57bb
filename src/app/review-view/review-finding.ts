import { LitElement, type TemplateResult, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Evidence } from '../../core/check/finding.ts';
import { SEVERITIES, type Severity } from '../../core/mqm/typology.ts';
import { LocaleController, t } from '../../i18n/i18n.ts';
import { SEVERITY_KEYS } from '../mark-editor/severity-keys.ts';
import type { OpenedWork } from '../opened-work.ts';
import { reading } from '../reading.styles.ts';
import { readSetting } from '../settings.ts';
import { categoryName } from '../statistics-view/category-name.ts';
import {
  checkMeaning,
  checkName,
  evidenceValue,
  expectation,
  percent,
  proposedComment,
} from './finding-words.ts';
import { renderText } from './marked-text.ts';
import { type FindingEntry, categoryOf, isOffByDefault } from './queue.ts';
import { entryStyles } from './review-entry.styles.ts';
import { EntryWished, SeverityChosen, type Wish } from './review-events.ts';

/** So many texts of others are shown without asking. */
const FEW = 2;

/**
 * A finding to judge: what the check looks for, the words, what was expected and why, what others say.
 *
 * @fires entry-wished - the reader wants to do something with it
 * @fires severity-chosen - the reader said how grave the error is
 */
@customElement('lesart-review-finding')
export class ReviewFinding extends LitElement {
  static override readonly styles = [reading, entryStyles];

  @property({ attribute: false }) entry!: FindingEntry;
  @property({ attribute: false }) opened!: OpenedWork;
  /** The reader is asked how grave it is. */
  @property({ attribute: false }) asking = false;

  @state() private _isOpen: boolean | undefined;

  @query('.ask') private readonly _question!: HTMLElement | null;
  @query('textarea') private readonly _comment!: HTMLTextAreaElement | null;

  constructor() {
    super();
    new LocaleController(this);
  }

  /** Puts the keyboard on the question. */
  async focusQuestion(): Promise<void> {
    await this.updateComplete;
    this._question?.focus();
  }

  /** Answers the question. */
  choose(severity: Severity): void {
    const comment = this._comment?.value.trim() ?? proposedComment(this.entry.finding, this.opened);
    this.dispatchEvent(new SeverityChosen(severity, comment));
  }

  #wish(wish: Wish): void {
    this.dispatchEvent(new EntryWished(wish));
  }

  #labelOf(variant: string): TemplateResult {
    const { label = variant, lang = 'und' } = this.opened.variant(variant) ?? {};
    return html`<span lang=${lang}>${label}</span>`;
  }

  #numberOf(paragraph: string): string {
    return t('review.paragraph', { number: this.opened.row(paragraph)?.number ?? 0 });
  }

  #renderWitness(evidence: Evidence): TemplateResult {
    const { variant, paragraph, span } = evidence;
    const text = this.opened.paragraph(variant, paragraph)?.text ?? '';
    const words = span && text.slice(span.start, span.end);
    const value = evidenceValue(this.entry.finding, evidence, words);
    const isElsewhere = paragraph !== this.entry.paragraph;
    return html`<li>
      <b>${this.#labelOf(variant)}</b>${isElsewhere ? html`, ${this.#numberOf(paragraph)}` : nothing}${
        value === undefined ? nothing : html`<span class="value">${value}</span>`
      }
      ${renderText(text, span ? [span] : [], this.opened.variant(variant)?.lang ?? 'und')}
    </li>`;
  }

  #renderEvidence(): TemplateResult | typeof nothing {
    const { evidence } = this.entry.finding;
    if (evidence.length === 0) return nothing;
    const isOpen = this._isOpen ?? evidence.length <= FEW;
    return html`<details
      ?open=${isOpen}
      @toggle=${({ target }: Event) => {
        if (target instanceof HTMLDetailsElement) this._isOpen = target.open;
      }}
    >
      <summary>${t('review.evidence', { count: evidence.length })}</summary>
      ${
        isOpen
          ? html`<ul class="witnesses">
              ${evidence.map((one) => this.#renderWitness(one))}
            </ul>`
          : nothing
      }
    </details>`;
  }

  #renderBadges(): TemplateResult | typeof nothing {
    const { standing, isTouched, finding } = this.entry;
    const badges = [
      ...(standing === 'dismissed' ? [t('review.dismissed')] : []),
      ...(standing === 'marked' ? [t('review.marked')] : isTouched ? [t('review.touched')] : []),
      ...(isOffByDefault(finding.check) ? [t('review.doubtful')] : []),
    ];
    return badges.length === 0
      ? nothing
      : html`<p class="badges">${badges.map((badge) => html`<span>${badge}</span>`)}</p>`;
  }

  #renderQuestion(): TemplateResult {
    const { finding } = this.entry;
    const keys = Object.fromEntries(Object.entries(SEVERITY_KEYS).map(([key, severity]) => [severity, key]));
    return html`<fieldset class="ask" tabindex="-1">
      <legend>${t('marking.severity')}</legend>
      <div class="actions">
        ${SEVERITIES.map(
          (severity) =>
            html`<button
              type="button"
              title=${t(`marking.severityMeans.${severity}`)}
              @click=${() => {
                this.choose(severity);
              }}
            >
              <mark class=${severity}>${t(`mqm.severity.${severity}`)}</mark> <kbd>${keys[severity]}</kbd>
            </button>`,
        )}
        <button
          type="button"
          @click=${() => {
            this.#wish('cancel');
          }}
        >
          ${t('marking.cancel')} <kbd>Esc</kbd>
        </button>
      </div>
      <p class="note">${t('review.category', { category: categoryName(categoryOf(finding.check)) })}</p>
      <label
        >${t('marking.comment')}<textarea
          maxlength="10000"
          .value=${proposedComment(finding, this.opened)}
        ></textarea>
      </label>
    </fieldset>`;
  }

  #renderAction(wish: Wish, name: string, key: string, isFirst = false): TemplateResult {
    return html`<button
      type="button"
      class=${isFirst ? 'first' : ''}
      @click=${() => {
        this.#wish(wish);
      }}
    >
      ${name} <kbd>${key}</kbd>
    </button>`;
  }

  #renderActions(): TemplateResult {
    const { standing, dismissals } = this.entry;
    const author = readSetting('author');
    const isOwn = dismissals.some((dismissal) => dismissal.author === author);
    return html`<div class="actions">
        ${standing === 'open' ? this.#renderAction('mark', t('review.mark'), 'm', true) : nothing}
        ${standing === 'open' ? this.#renderAction('dismiss', t('review.dismiss'), 'x') : nothing}
        ${standing === 'dismissed' && isOwn ? this.#renderAction('restore', t('review.restore'), 'x') : nothing}
        ${this.#renderAction('open', t('review.open'), '↵')}
      </div>
      ${
        standing === 'dismissed' && !isOwn
          ? html`<p class="note">${t('review.dismissedBy', { name: dismissals[0]?.author ?? '' })}</p>`
          : nothing
      }`;
  }

  override render(): TemplateResult {
    const { finding, variant, paragraph } = this.entry;
    const text = this.opened.paragraph(variant, paragraph)?.text ?? '';
    return html`<div class="head">
        <h3>${checkName(finding.check)}</h3>
        <span class="place">${this.#labelOf(variant)} · ${this.#numberOf(paragraph)}</span>
        <span class="sure">${t('review.confidence', { percent: percent(finding.confidence) })}</span>
      </div>
      <p class="means">${checkMeaning(finding.check)}</p>
      ${renderText(text, finding.spans, this.opened.variant(variant)?.lang ?? 'und')}
      <p class="expected">${expectation(finding, this.opened)}</p>
      ${finding.suspect === 'source' ? html`<p class="source">${t('check.source')}</p>` : nothing}
      ${this.#renderBadges()} ${this.#renderEvidence()}
      ${this.asking ? this.#renderQuestion() : this.#renderActions()}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lesart-review-finding': ReviewFinding;
  }
}
