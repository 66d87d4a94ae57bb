import { LitElement, type TemplateResult, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import type { Mark } from '../../core/contribution/record.ts';
import { type Dimension, dimensionOf } from '../../core/mqm/typology.ts';
import { LocaleController, language, t } from '../../i18n/i18n.ts';
import { wording } from '../../i18n/local-text.ts';
import { MarkActivated } from '../events.ts';
import type { PlacedMark } from '../opened-work.ts';
import { reading } from '../reading.styles.ts';
import { styles } from './mark-card.styles.ts';

/** The reader wants to edit or to take back a mark of their own. Bubbles up to the shell. */
export class OwnMarkAsked extends Event {
  readonly mark: Mark;
  readonly wish: 'edit' | 'delete';

  constructor(mark: Mark, wish: 'edit' | 'delete') {
    super('own-mark-asked', { bubbles: true, composed: true });
    this.mark = mark;
    this.wish = wish;
  }
}

/** Below this a mark is shown as a guess. */
const SURE = 0.7;

/** The category as a reader sees it: the dimension and, where there is one, the kind. */
function categoryName(category: Mark['category']): string {
  const dimension = dimensionOf(category);
  const name = (key: Mark['category'] | Dimension): string => t(`mqm.category.${key}`);
  return category === dimension ? name(dimension) : `${name(dimension)} · ${name(category)}`;
}

/**
 * One mark explained: its words, what kind of error it is, what a reader is led to believe, and why it
 * probably came about.
 *
 * @fires mark-activated - the reader turned to the mark
 * @fires own-mark-asked - the reader wants to edit or take back a mark of their own
 */
@customElement('lesart-mark-card')
export class MarkCard extends LitElement {
  static override readonly styles = [reading, styles];

  @property({ attribute: false }) placed!: PlacedMark;
  /** Language of the marked text. */
  @property({ attribute: false }) textLang = '';
  @property({ attribute: false }) on = false;
  /** The reader's own: it can be edited and taken back. */
  @property({ attribute: false }) own = false;

  constructor() {
    super();
    new LocaleController(this);
  }

  #renderCause({ cause }: Mark): TemplateResult | typeof nothing {
    if (!cause) return nothing;
    const note = wording(cause.note, language());
    return html`<p class="cause">
      <b>${t(`mqm.cause.${cause.kind}`)}</b
      >${cause.zh ? html` <span lang="zh">${cause.zh}</span>` : nothing}${
        note ? html`: <span lang=${note.lang}>${note.text}</span>` : nothing
      }
    </p>`;
  }

  #renderStray(): TemplateResult | typeof nothing {
    const states = new Set(this.placed.attachments.map(({ state }) => state));
    const stray = (['lost', 'ambiguous', 'approximate', 'moved'] as const).find((state) => states.has(state));
    return stray === undefined
      ? nothing
      : html`<p class=${stray === 'lost' || stray === 'ambiguous' ? 'stray' : 'cause'}>
          ${t(`mark.${stray}`)}
        </p>`;
  }

  #renderMeta({ author, confidence = 1, severity }: Mark): TemplateResult {
    return html`<div class="meta">
      <span class="severity">${t(`mqm.severity.${severity}`)}</span>
      ${
        confidence < SURE
          ? html`<span>${t('mark.unsure', { percent: Math.round(confidence * 100) })}</span>`
          : nothing
      }
      ${this.placed.status === 'resolved' ? html`<span>${t('mark.resolved')}</span>` : nothing}
      <span>${author}</span>
    </div>`;
  }

  #renderOwn(mark: Mark): TemplateResult | typeof nothing {
    if (!this.own) return nothing;
    return html`<p class="own">
      ${(['edit', 'delete'] as const).map(
        (wish) =>
          html`<button
            type="button"
            @click=${(event: Event) => {
              event.stopPropagation();
              this.dispatchEvent(new OwnMarkAsked(mark, wish));
            }}
          >
            ${t(`mark.${wish}`)}
          </button>`,
      )}
    </p>`;
  }

  override render(): TemplateResult {
    const { mark } = this.placed;
    const explanation = wording(mark.explanation, language());
    const quote = mark.spans.map((anchor) => anchor.quote.exact).join(' … ');
    return html`<article
      class=${classMap({ [mark.severity]: true, on: this.on })}
      @click=${() => {
        this.dispatchEvent(new MarkActivated(mark.id, mark.paragraph, 'panel'));
      }}
    >
      <button type="button" aria-pressed=${this.on}>
        <q class="read" lang=${this.textLang}>${quote}</q>
      </button>
      <p>
        <b>${categoryName(mark.category)}</b>${
          explanation ? html`: <span lang=${explanation.lang}>${explanation.text}</span>` : nothing
        }
      </p>
      ${
        mark.replacement
          ? html`<p class="cause">
              ${t('mark.better')} <q class="read" lang=${this.textLang}>${mark.replacement}</q>
            </p>`
          : nothing
      }
      ${this.#renderCause(mark)} ${this.#renderStray()} ${this.#renderMeta(mark)} ${this.#renderOwn(mark)}
    </article>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lesart-mark-card': MarkCard;
  }
  interface HTMLElementEventMap {
    'own-mark-asked': OwnMarkAsked;
  }
}
