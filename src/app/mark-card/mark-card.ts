import { LitElement, type TemplateResult, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import type { Anchor } from '../../core/contribution/anchor.ts';
import type { Mark } from '../../core/contribution/record.ts';
import { type Dimension, dimensionOf } from '../../core/mqm/typology.ts';
import { LocaleController, language, t } from '../../i18n/i18n.ts';
import { wording } from '../../i18n/local-text.ts';
import { MarkActivated, MarkPointed } from '../events.ts';
import type { PlacedMark } from '../opened-work.ts';
import { reading } from '../reading.styles.ts';
import { styles } from './mark-card.styles.ts';

export type MarkWish = 'edit' | 'delete' | 'carry' | 'correct';

/** The reader wants to edit or to take back a mark of their own, to look for the same error in other variants, or to
 * correct the paragraph. Bubbles
 * up to the shell. */
export class OwnMarkAsked extends Event {
  readonly mark: Mark;
  readonly wish: MarkWish;

  constructor(mark: Mark, wish: MarkWish) {
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

/** How much of both sides of a gap is shown. */
const BESIDE_GAP = 20;

/** The marked words; of a gap, what stands beside it. */
function wordsOf({ quote: { exact, prefix, suffix } }: Anchor): string {
  return exact === '' ? `${prefix.slice(-BESIDE_GAP)}‸${suffix.slice(0, BESIDE_GAP)}` : exact;
}

/**
 * One mark explained: its words, what kind of error it is, what a reader is led to believe, and why it
 * probably came about.
 *
 * @fires mark-activated - the reader turned to the mark
 * @fires mark-pointed - the pointer or the focus came to the card or left it
 * @fires own-mark-asked - the reader wants to edit or take back a mark of their own
 */
@customElement('lesart-mark-card')
export class MarkCard extends LitElement {
  static override readonly styles = [reading, styles];

  @property({ attribute: false }) placed!: PlacedMark;
  /** Language of the marked text. */
  @property({ attribute: false }) textLang = '';
  @property({ attribute: false }) on = false;
  /** The id of the mark that is pointed at, wherever it is shown. */
  @property({ attribute: false }) pointed: string | undefined;
  /** The reader's own: it can be edited and taken back. */
  @property({ attribute: false }) own = false;

  constructor() {
    super();
    new LocaleController(this);
  }

  readonly #onPoint = (): void => {
    this.dispatchEvent(new MarkPointed(this.placed.id));
  };

  readonly #onLeave = (): void => {
    this.dispatchEvent(new MarkPointed(undefined));
  };

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

  /** What can be done with the mark: the reader's own can be edited and taken back. */
  #renderWishes(mark: Mark): TemplateResult | typeof nothing {
    const wishes: readonly MarkWish[] = this.own
      ? ['edit', 'delete', 'carry', 'correct']
      : this.on
        ? ['carry', 'correct']
        : [];
    if (wishes.length === 0) return nothing;
    return html`<p class="own">
      ${wishes.map(
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

  /** Words of the text; those that have quotation marks of their own get no others around them. */
  #renderQuote(words: string): TemplateResult {
    return html`<q class="read ${/["“„«]/.test(words) ? 'bare' : ''}" lang=${this.textLang}>${words}</q>`;
  }

  override render(): TemplateResult {
    const { mark } = this.placed;
    const explanation = wording(mark.explanation, language());
    const isGap = mark.spans.every(({ quote }) => quote.exact === '');
    const quote = mark.spans.map(wordsOf).join(' … ');
    return html`<article
      class=${classMap({ [mark.severity]: true, on: this.on, pointed: this.pointed === mark.id })}
      @pointerenter=${this.#onPoint}
      @pointerleave=${this.#onLeave}
      @focusin=${this.#onPoint}
      @focusout=${this.#onLeave}
      @click=${() => {
        this.dispatchEvent(new MarkActivated(mark.id, mark.paragraph, 'panel'));
      }}
    >
      <button type="button" aria-pressed=${this.on}>
        ${isGap ? html`<small>${t('mark.gap')}</small> ` : nothing}${this.#renderQuote(quote)}
      </button>
      <p>
        <b>${categoryName(mark.category)}</b>${
          explanation ? html`: <span lang=${explanation.lang}>${explanation.text}</span>` : nothing
        }
      </p>
      ${
        mark.replacement
          ? html`<p class="cause">${t('mark.better')} ${this.#renderQuote(mark.replacement)}</p>`
          : nothing
      }
      ${this.#renderCause(mark)} ${this.#renderStray()} ${this.#renderMeta(mark)} ${this.#renderWishes(mark)}
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
