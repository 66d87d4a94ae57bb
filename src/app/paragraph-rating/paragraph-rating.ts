import { LitElement, type PropertyValues, type TemplateResult, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Rating } from '../../core/contribution/record.ts';
import { LocaleController, language, t } from '../../i18n/i18n.ts';
import { readSetting } from '../settings.ts';
import { styles } from './paragraph-rating.styles.ts';

/** The reader rated a paragraph of a variant, 0 to 100. Bubbles up to the shell. */
export class ParagraphRated extends Event {
  readonly variant: string;
  readonly paragraph: string;
  readonly score: number;

  constructor(variant: string, paragraph: string, score: number) {
    super('paragraph-rated', { bubbles: true, composed: true });
    this.variant = variant;
    this.paragraph = paragraph;
    this.score = score;
  }
}

/** What the scale means at these places (Kocmi et al. 2024, "Error Span Annotation"). */
const ANCHORS = [0, 33, 66, 100] as const;
const MIDDLE = 50;

/**
 * The optional judgement of a whole paragraph from 0 to 100 that goes with error spans (ESA). Nothing is saved
 * before the reader says so.
 *
 * @fires paragraph-rated
 */
@customElement('lesart-paragraph-rating')
export class ParagraphRating extends LitElement {
  static override readonly styles = styles;

  @property({ attribute: false }) variant = '';
  /** The variant's, as it names itself, and its language. */
  @property({ attribute: false }) label = '';
  @property({ attribute: false }) textLang = '';
  @property({ attribute: false }) paragraph = '';
  /** Each author's latest. */
  @property({ attribute: false }) ratings: readonly Rating[] = [];

  /** What the slider says; undefined: it was not touched. */
  @state() private _score: number | undefined;

  constructor() {
    super();
    new LocaleController(this);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('paragraph') || changed.has('variant')) this._score = undefined;
  }

  get #own(): number | undefined {
    const author = readSetting('author');
    return this.ratings.find((rating) => rating.author === author)?.score;
  }

  override render(): TemplateResult {
    const score = this._score ?? this.#own ?? MIDDLE;
    const number = new Intl.NumberFormat(language());
    const others = this.ratings.filter((rating) => rating.score !== undefined);
    return html`<p>${t('rating.how')} <b lang=${this.textLang}>${this.label}</b></p>
      <label
        >${t('rating.label')}
        <input
          type="range"
          min="0"
          max="100"
          list="anchors"
          .value=${String(score)}
          aria-valuetext=${t('rating.value', { score: number.format(score) })}
          @input=${(event: Event) => {
            if (event.target instanceof HTMLInputElement) this._score = event.target.valueAsNumber;
          }}
      /></label>
      <datalist id="anchors">${ANCHORS.map((at) => html`<option value=${at}></option>`)}</datalist>
      <ol>
        ${ANCHORS.map((at) => html`<li><b>${number.format(at)}</b> ${t(`rating.anchor.${at}`)}</li>`)}
      </ol>
      <p class="actions">
        <output>${number.format(score)}</output>
        <button
          type="button"
          ?disabled=${this._score === undefined || this._score === this.#own}
          @click=${() => {
            if (this._score !== undefined)
              this.dispatchEvent(new ParagraphRated(this.variant, this.paragraph, this._score));
            this._score = undefined;
          }}
        >
          ${t('rating.save')}
        </button>
      </p>
      ${
        others.length > 0
          ? html`<ul>
              ${others.map(
                ({ author, score: given = 0 }) => html`<li>${author}: <b>${number.format(given)}</b></li>`,
              )}
            </ul>`
          : nothing
      }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lesart-paragraph-rating': ParagraphRating;
  }
  interface HTMLElementEventMap {
    'paragraph-rated': ParagraphRated;
  }
}
