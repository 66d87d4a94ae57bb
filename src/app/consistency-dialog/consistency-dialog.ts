import { LitElement, type TemplateResult, html } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { ConsistencyPlace } from '../../core/contribution/consistency.ts';
import type { Rendering } from '../../core/contribution/same-rendering.ts';
import { LocaleController, t } from '../../i18n/i18n.ts';
import { dialogs } from '../dialog.styles.ts';
import { directionOf } from '../direction.ts';
import { reading } from '../reading.styles.ts';
import { styles } from './consistency-dialog.styles.ts';

/** The reader went through the places: in the confirmed ones the change is to be proposed. */
export class ConsistencyConfirmed extends Event {
  readonly places: readonly ConsistencyPlace[];

  constructor(places: readonly ConsistencyPlace[]) {
    super('consistency-confirmed');
    this.places = places;
  }
}

/**
 * Offers a change that a correction made for the other places where the same words stand: one line, until the reader
 * wants to look, then a dialog with each place in its sentence. Nothing is chosen until the reader chooses it. Arrows
 * go from place to place, Space chooses, Enter proposes what is chosen.
 *
 * @fires consistency-confirmed - the chosen places, at least one
 * @fires consistency-dismissed - the reader does not want the offer
 */
@customElement('lesart-consistency-dialog')
export class ConsistencyDialog extends LitElement {
  static override readonly styles = [reading, dialogs, styles];

  /** At least one. */
  @property({ attribute: false }) places: readonly ConsistencyPlace[] = [];
  /** Of the texts, BCP 47. */
  @property({ attribute: false }) textLang = '';
  /** A paragraph's number as the reader knows it. */
  @property({ attribute: false }) numberOf: (paragraph: string) => number = () => 0;

  @state() private _chosen: ReadonlySet<ConsistencyPlace> = new Set();
  @state() private _open = false;

  @query('dialog') private readonly _dialog!: HTMLDialogElement;

  constructor() {
    super();
    new LocaleController(this);
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('places')) this._chosen = new Set();
  }

  /** Where the editor closed, the panel may stand anywhere: the offer is to be seen, once. */
  protected override firstUpdated(): void {
    this.scrollIntoView({ block: 'nearest' });
  }

  /** Shows the places. */
  async show(): Promise<void> {
    this._open = true;
    await this.updateComplete;
    this._dialog.showModal();
    this.#go(0);
  }

  get #renderings(): readonly Rendering[] {
    return [...new Set(this.places.map(({ rendering }) => rendering))];
  }

  get #boxes(): readonly HTMLInputElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLInputElement>('li input')];
  }

  #go(at: number): void {
    const boxes = this.#boxes;
    const box = boxes[Math.min(boxes.length - 1, Math.max(0, at))];
    box?.focus();
    box?.closest('li')?.scrollIntoView({ block: 'nearest' });
  }

  #choose(place: ConsistencyPlace, isChosen: boolean): void {
    const chosen = new Set(this._chosen);
    if (isChosen) chosen.add(place);
    else chosen.delete(place);
    this._chosen = chosen;
  }

  #onKey(event: KeyboardEvent): void {
    if (event.isComposing || event.altKey) return;
    const at = this.#boxes.findIndex((box) => box === event.composedPath()[0]);
    if (at < 0) return;
    if (event.key === 'ArrowDown') this.#go(at + 1);
    else if (event.key === 'ArrowUp') this.#go(at - 1);
    else if (event.key === 'Home') this.#go(0);
    else if (event.key === 'End') this.#go(Infinity);
    else if (event.key === 'Enter') this.#finish();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #finish(): void {
    const places = this.places.filter((place) => this._chosen.has(place));
    if (places.length === 0) return;
    this._dialog.close();
    this.dispatchEvent(new ConsistencyConfirmed(places));
  }

  #renderRendering({ old, new: now }: Rendering): TemplateResult {
    const { textLang } = this;
    const dir = directionOf(textLang);
    return html`<q lang=${textLang} dir=${dir}>${old}</q> <span aria-hidden="true">→</span
      ><span class="sr"> ${t('consistency.becomes')}</span> <q lang=${textLang} dir=${dir}>${now}</q>`;
  }

  #renderOffer(): TemplateResult {
    const [first] = this.#renderings;
    const count = this.places.length;
    return html`<div class="offer">
      <p role="status">
        ${first && this.#renderings.length === 1 ? this.#renderRendering(first) : t('consistency.changes')}
        ${t('consistency.elsewhere', { count })}
      </p>
      <button
        class="look"
        type="button"
        @click=${() => {
          void this.show();
        }}
      >
        ${t('consistency.look')}
      </button>
      <button
        class="dismiss"
        type="button"
        @click=${() => {
          this.dispatchEvent(new Event('consistency-dismissed'));
        }}
      >
        ${t('consistency.dismiss')}
      </button>
    </div>`;
  }

  #renderPlace(place: ConsistencyPlace): TemplateResult {
    const { paragraph, text, span, sentence, rendering } = place;
    const { textLang } = this;
    const chosen = this._chosen.has(place);
    return html`<li class=${chosen ? 'chosen' : ''}>
      <label>
        <input
          type="checkbox"
          .checked=${chosen}
          @change=${(event: Event) => {
            this.#choose(place, (event.target as HTMLInputElement).checked);
          }}
        />
        <span>
          <small>${t('consistency.paragraph', { number: this.numberOf(paragraph) })}</small>
          <span class="read" lang=${textLang} dir=${directionOf(textLang)}
            >${text.slice(sentence.start, span.start)}<del
              ><span class="sr">${t('diff.removed')} </span>${rendering.old}<span class="sr">
                ${t('diff.end')}</span
              ></del
            ><ins
              ><span class="sr">${t('diff.added')} </span>${rendering.new}<span class="sr">
                ${t('diff.end')}</span
              ></ins
            >${text.slice(span.end, sentence.end)}</span
          >
        </span>
      </label>
    </li>`;
  }

  #renderDialog(): TemplateResult {
    const count = this._chosen.size;
    return html`<dialog
      aria-labelledby="title"
      @keydown=${(event: KeyboardEvent) => {
        this.#onKey(event);
      }}
      @close=${() => {
        this._open = false;
      }}
    >
      <h2 id="title">${t('consistency.title')}</h2>
      <p class="what">
        ${this.#renderings.map((rendering) => html`<span>${this.#renderRendering(rendering)}</span>`)}
      </p>
      <p class="how">${t('consistency.how')}</p>
      <p class="sides">
        <button
          type="button"
          @click=${() => {
            this._chosen = new Set(this.places);
          }}
        >
          ${t('consistency.all')}
        </button>
        <button
          type="button"
          @click=${() => {
            this._chosen = new Set();
          }}
        >
          ${t('consistency.none')}
        </button>
      </p>
      <ul>
        ${this.places.map((place) => this.#renderPlace(place))}
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
            this.#finish();
          }}
        >
          ${t('consistency.save', { count })} <kbd>Enter</kbd>
        </button>
      </div>
    </dialog>`;
  }

  override render(): TemplateResult {
    return html`${this.#renderOffer()}${this._open ? this.#renderDialog() : ''}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lesart-consistency-dialog': ConsistencyDialog;
  }
  interface HTMLElementEventMap {
    'consistency-confirmed': ConsistencyConfirmed;
  }
}
