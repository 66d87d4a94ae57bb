import { LitElement, type TemplateResult, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LocaleController, language, t } from '../../i18n/i18n.ts';
import { wording } from '../../i18n/local-text.ts';
import type { OpenedWork } from '../opened-work.ts';
import { reading } from '../reading.styles.ts';
import { categoryName } from '../statistics-view/category-name.ts';
import { renderText } from './marked-text.ts';
import type { StrayEntry } from './queue.ts';
import { entryStyles } from './review-entry.styles.ts';
import { EntryWished } from './review-events.ts';

/**
 * A mark whose words are lost or stand in several places, beside the paragraph as it is now.
 *
 * @fires entry-wished - the reader wants to see the paragraph
 */
@customElement('lesart-review-stray')
export class ReviewStray extends LitElement {
  static override readonly styles = [reading, entryStyles];

  @property({ attribute: false }) entry!: StrayEntry;
  @property({ attribute: false }) opened!: OpenedWork;

  constructor() {
    super();
    new LocaleController(this);
  }

  override render(): TemplateResult {
    const { stray, variant, paragraph } = this.entry;
    const { mark, state } = stray;
    const { label = variant, lang = 'und' } = this.opened.variant(variant) ?? {};
    const text = this.opened.paragraph(variant, paragraph)?.text;
    const number = this.opened.row(paragraph)?.number;
    const why = wording(mark.explanation, language());
    return html`<div class="head">
        <h3>${t(state === 'lost' ? 'review.lost' : 'review.ambiguous')}</h3>
        <span class="place"
          ><span lang=${lang}>${label}</span> ·
          ${number === undefined ? paragraph : t('review.paragraph', { number })}</span
        >
      </div>
      <p class="means">${t(`mark.${state}`)}</p>
      <p>
        <q class="read" lang=${lang}>${mark.spans.map(({ quote }) => quote.exact).join(' … ')}</q>
      </p>
      <p>
        <b>${categoryName(mark.category)}</b>,
        ${t(`mqm.severity.${mark.severity}`)}${
          why ? html`: <span lang=${why.lang}>${why.text}</span>` : nothing
        }
      </p>
      <p class="by">${mark.author}</p>
      ${
        text === undefined
          ? html`<p class="note">${t('review.noParagraph')}</p>`
          : html`<p class="note">${t('review.asItIs')}</p>
              ${renderText(text, [], lang)}
              <div class="actions">
                <button
                  type="button"
                  @click=${() => {
                    this.dispatchEvent(new EntryWished('open'));
                  }}
                >
                  ${t('review.open')} <kbd>↵</kbd>
                </button>
              </div>`
      }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lesart-review-stray': ReviewStray;
  }
}
