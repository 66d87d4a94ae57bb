import { LitElement, type TemplateResult, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import type { CarryProposal } from '../../core/contribution/carry.ts';
import type { Span } from '../../core/span.ts';
import { LocaleController, t } from '../../i18n/i18n.ts';
import { directionOf } from '../direction.ts';
import { reading } from '../reading.styles.ts';
import { segment } from '../segments.ts';
import { selectedRange } from '../text-range.ts';
import { resized } from '../word-cursor.ts';
import { styles } from './carry-dialog.styles.ts';

/** A passage of another variant where the same error may stand. */
export interface CarryPlace {
  readonly variant: string;
  readonly label: string;
  readonly lang: string;
  readonly paragraph: string;
  readonly text: string;
  readonly proposal: CarryProposal;
}

/** A place that the reader confirmed, with the words that they settled on. */
export interface Carried {
  readonly variant: string;
  readonly span: Span;
}

/** The reader judged the proposals: the confirmed ones become marks. */
export class MarksCarried extends Event {
  readonly carried: readonly Carried[];

  constructor(carried: readonly Carried[]) {
    super('marks-carried');
    this.carried = carried;
  }
}

type Verdict = 'confirmed' | 'rejected';

/**
 * Shows where the error of a mark may stand in the other variants, each to confirm or to reject. Y confirms and
 * X rejects the passage in hand, arrows go from one to the next, Alt with arrows moves the end of its words and
 * with Shift the start; words that are selected in it are taken instead.
 *
 * @fires marks-carried - the confirmed places; none if all were rejected
 * @fires carry-dismissed - the reader left
 */
@customElement('lesart-carry-dialog')
export class CarryDialog extends LitElement {
  static override readonly styles = [reading, styles];

  @property({ attribute: false }) quote = '';
  @property({ attribute: false }) textLang = '';
  @property({ attribute: false }) places: readonly CarryPlace[] = [];

  /** By variant. */
  @state() private _verdicts: ReadonlyMap<string, Verdict> = new Map();
  @state() private _spans: ReadonlyMap<string, Span> = new Map();

  @query('dialog') private readonly _dialog!: HTMLDialogElement;

  constructor() {
    super();
    new LocaleController(this);
  }

  async show(): Promise<void> {
    this._verdicts = new Map();
    this._spans = new Map();
    await this.updateComplete;
    this._dialog.showModal();
    this.#go(0);
  }

  #spanOf({ variant, proposal }: CarryPlace): Span {
    return this._spans.get(variant) ?? proposal.span;
  }

  get #confirmed(): readonly CarryPlace[] {
    return this.places.filter(({ variant }) => this._verdicts.get(variant) === 'confirmed');
  }

  #judge(at: number, verdict: Verdict): void {
    const place = this.places[at];
    if (!place) return;
    this._verdicts = new Map(this._verdicts).set(place.variant, verdict);
    this.#go(at + 1);
  }

  /** To a passage, or behind the last one to the button that ends it. */
  #go(at: number): void {
    const rows = [...this.renderRoot.querySelectorAll<HTMLElement>('li')];
    const target =
      at < rows.length ? rows[Math.max(0, at)] : this.renderRoot.querySelector<HTMLElement>('.save');
    target?.focus();
    target?.scrollIntoView({ block: 'nearest' });
  }

  #onKey(event: KeyboardEvent, at: number): void {
    const place = this.places[at];
    if (!place || event.ctrlKey || event.metaKey || event.isComposing) return;
    const step = { ArrowRight: 1 as const, ArrowLeft: -1 as const }[event.key];
    if (event.altKey) {
      if (step === undefined) return;
      const edge = event.shiftKey ? 'start' : 'end';
      this.#setSpan(place, resized(this.#spanOf(place), edge, step, place.text, place.lang));
    } else if (event.key.toLowerCase() === 'y') this.#judge(at, 'confirmed');
    else if (event.key.toLowerCase() === 'x') this.#judge(at, 'rejected');
    else if (event.key === 'ArrowDown') this.#go(at + 1);
    else if (event.key === 'ArrowUp') this.#go(at - 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #setSpan({ variant }: CarryPlace, span: Span): void {
    this._spans = new Map(this._spans).set(variant, span);
  }

  /** Words that the reader selected in a passage are meant. */
  #takeSelection(place: CarryPlace): void {
    const range = selectedRange(this.renderRoot as ShadowRoot);
    if (range?.variant !== place.variant) return;
    this.#setSpan(place, range.span);
    getSelection()?.removeAllRanges();
  }

  #renderPlace(place: CarryPlace, at: number): TemplateResult {
    const { variant, label, lang, paragraph, text, proposal } = place;
    const verdict = this._verdicts.get(variant);
    const span = this.#spanOf(place);
    const marked = segment(text, [{ ...span, name: 'chosen' }]).map((piece) =>
      piece.names.length > 0
        ? html`<mark class=${piece.text === '' ? 'gap' : nothing}>${piece.text}</mark>`
        : piece.text,
    );
    // No white space around the text: offsets count from the element's first character.
    const read = html`<p class="read" data-variant=${variant} data-paragraph=${paragraph}>${marked}</p>`;
    const verdictButton = (wanted: Verdict, key: string): TemplateResult =>
      html`<button
        type="button"
        tabindex="-1"
        aria-pressed=${verdict === wanted}
        @click=${() => {
          this.#judge(at, wanted);
        }}
      >
        ${t(`marking.carry.${wanted}`)} <kbd>${key}</kbd>
      </button>`;
    return html`<li
      tabindex="0"
      class=${classMap({ [verdict ?? 'open']: true })}
      aria-label=${label}
      @keydown=${(event: KeyboardEvent) => {
        this.#onKey(event, at);
      }}
      @pointerup=${() => {
        this.#takeSelection(place);
      }}
    >
      <p class="head">
        <b lang=${lang}>${label}</b> <small>${t(`marking.carry.basis.${proposal.basis}`)}</small>
        <span class="judge">${verdictButton('confirmed', 'Y')} ${verdictButton('rejected', 'X')}</span>
      </p>
      <div lang=${lang} dir=${directionOf(lang)}>${read}</div>
    </li>`;
  }

  override render(): TemplateResult {
    const count = this.#confirmed.length;
    return html`<dialog
      aria-labelledby="title"
      @close=${() => {
        if (this._dialog.returnValue !== 'saved') this.dispatchEvent(new Event('carry-dismissed'));
        this._dialog.returnValue = '';
      }}
    >
      <h2 id="title">${t('marking.carry.title')}</h2>
      <p><q class="read" lang=${this.textLang}>${this.quote}</q></p>
      <p class="how">${t('marking.carry.how')}</p>
      ${this.places.length === 0 ? html`<p>${t('marking.carry.none')}</p>` : nothing}
      <ul>
        ${this.places.map((place, at) => this.#renderPlace(place, at))}
      </ul>
      <div class="actions">
        <button
          type="button"
          @click=${() => {
            this._dialog.close();
          }}
        >
          ${t('marking.cancel')} <kbd>Esc</kbd>
        </button>
        <button
          class="save"
          type="button"
          ?disabled=${count === 0}
          @click=${() => {
            this._dialog.close('saved');
            this.dispatchEvent(
              new MarksCarried(
                this.#confirmed.map((place) => ({ variant: place.variant, span: this.#spanOf(place) })),
              ),
            );
          }}
        >
          ${t('marking.carry.save', { count })}
        </button>
      </div>
    </dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lesart-carry-dialog': CarryDialog;
  }
  interface HTMLElementEventMap {
    'marks-carried': MarksCarried;
  }
}
