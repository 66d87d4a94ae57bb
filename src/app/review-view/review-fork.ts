import { LitElement, type TemplateResult, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Correction } from '../../core/contribution/record.ts';
import { LocaleController, language, t } from '../../i18n/i18n.ts';
import { wording } from '../../i18n/local-text.ts';
import { type Comparisons, ComparisonsController, comparisonsOf } from '../comparisons.ts';
import '../diff-text/diff-text.ts';
import type { OpenedWork } from '../opened-work.ts';
import { reading } from '../reading.styles.ts';
import type { ForkEntry } from './queue.ts';
import { entryStyles } from './review-entry.styles.ts';
import { EntryWished } from './review-events.ts';

/**
 * Accepted corrections of one paragraph that make different texts of it: each with what it changes.
 *
 * @fires entry-wished - the reader wants to see the paragraph
 */
@customElement('lesart-review-fork')
export class ReviewFork extends LitElement {
  static override readonly styles = [reading, entryStyles];

  @property({ attribute: false }) entry!: ForkEntry;
  @property({ attribute: false }) opened!: OpenedWork;

  private get _comparisons(): Comparisons {
    return comparisonsOf(this);
  }

  constructor() {
    super();
    new LocaleController(this);
    new ComparisonsController(this, () => this._comparisons);
  }

  #renderVersion({ base, text, author, time, reason }: Correction, lang: string): TemplateResult {
    const why = wording(reason, language());
    const day = new Date(time).toLocaleDateString(language(), { dateStyle: 'medium' });
    return html`<li>
      <lesart-diff-text
        .outcome=${this._comparisons.diff({ text: base, lang }, { text, lang })}
        .oldLang=${lang}
        .newLang=${lang}
      ></lesart-diff-text>
      <p class="by">${author}, <time datetime=${time}>${day}</time></p>
      ${why ? html`<p class="note" lang=${why.lang}>${why.text}</p>` : nothing}
    </li>`;
  }

  override render(): TemplateResult {
    const { fork, variant, paragraph } = this.entry;
    const { label = variant, lang = 'und' } = this.opened.variant(variant) ?? {};
    return html`<div class="head">
        <h3>${t('review.fork', { count: fork.corrections.length })}</h3>
        <span class="place"
          ><span lang=${lang}>${label}</span> ·
          ${t('review.paragraph', { number: this.opened.row(paragraph)?.number ?? 0 })}</span
        >
      </div>
      <p class="means">${t('review.forkMeans')}</p>
      <ol class="versions">
        ${fork.corrections.map((correction) => this.#renderVersion(correction, lang))}
      </ol>
      <div class="actions">
        <button
          type="button"
          @click=${() => {
            this.dispatchEvent(new EntryWished('open'));
          }}
        >
          ${t('review.open')} <kbd>↵</kbd>
        </button>
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lesart-review-fork': ReviewFork;
  }
}
