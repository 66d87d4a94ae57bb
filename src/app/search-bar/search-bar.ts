import { LitElement, type TemplateResult, html } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { LocaleController, language, t } from '../../i18n/i18n.ts';
import { MOST_HITS, type SearchState } from '../controllers/text-search.ts';
import { styles } from './search-bar.styles.ts';

/** Milliseconds without a key after which a query is searched. */
const PAUSE = 120;

/** The reader typed another query. */
export class QueryChanged extends Event {
  readonly query: string;
  /** The reader pressed Enter: the first place is gone to, whatever column it stands in. */
  readonly entered: boolean;

  constructor(text: string, entered = false) {
    super('query-changed');
    this.query = text;
    this.entered = entered;
  }
}

/** The reader wants the next (1) or the previous (-1) place. */
export class HitStepped extends Event {
  readonly step: 1 | -1;

  constructor(step: 1 | -1) {
    super('hit-stepped');
    this.step = step;
  }
}

/**
 * Search in all texts of the work: Enter goes on, Shift+Enter back, Escape closes.
 *
 * @fires query-changed, hit-stepped, search-closed
 */
@customElement('lesart-search-bar')
export class SearchBar extends LitElement {
  static override readonly styles = styles;

  @property({ attribute: false }) state!: SearchState;
  /** What the field holds. */
  @property({ attribute: false }) text = '';
  /** 0-based place among the hits, or -1. */
  @property({ attribute: false }) at = -1;
  /** Label of the variant that the hit stands in, when it is not the first column. */
  @property({ attribute: false }) where = '';

  @query('input') private readonly _input!: HTMLInputElement;

  #typing: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    new LocaleController(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#typing);
  }

  override focus(): void {
    void this.updateComplete.then(() => {
      this._input.focus();
      this._input.select();
    });
  }

  /** Goes on typing where the text ends. */
  resume(): void {
    void this.updateComplete.then(() => {
      this._input.focus();
      this._input.setSelectionRange(this._input.value.length, this._input.value.length);
    });
  }

  /** A search starts when typing pauses, not with every letter. */
  #onInput(): void {
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => {
      this.dispatchEvent(new QueryChanged(this._input.value));
    }, PAUSE);
  }

  #onKey(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (event.key === 'Enter') {
      // What was typed last counts, paused or not.
      clearTimeout(this.#typing);
      this.dispatchEvent(
        this._input.value === this.text
          ? new HitStepped(event.shiftKey ? -1 : 1)
          : new QueryChanged(this._input.value, true),
      );
    } else if (event.key === 'Escape') {
      clearTimeout(this.#typing);
      this.dispatchEvent(new Event('search-closed'));
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #count(): string {
    const { query: searched, hits, running } = this.state;
    if (searched.trim() === '') return '';
    if (hits.length === 0) return running ? t('search.running') : t('search.none');
    const number = new Intl.NumberFormat(language());
    const total =
      hits.length >= MOST_HITS
        ? t('search.moreThan', { number: number.format(MOST_HITS) })
        : `${number.format(hits.length)}${running ? '…' : ''}`;
    if (this.at < 0) return t('search.matches', { count: hits.length, total });
    const place = t('search.place', { at: number.format(this.at + 1), total });
    return this.where === '' ? place : `${place} · ${this.where}`;
  }

  override render(): TemplateResult {
    const none = this.state.hits.length === 0;
    return html`<search>
      <input
        type="search"
        autocomplete="off"
        spellcheck="false"
        aria-label=${t('search.label')}
        placeholder=${t('search.label')}
        .value=${this.text}
        @input=${() => {
          this.#onInput();
        }}
        @keydown=${(event: KeyboardEvent) => {
          this.#onKey(event);
        }}
      />
      <button
        type="button"
        aria-label=${t('search.previous')}
        title=${t('search.previous')}
        ?disabled=${none}
        @click=${() => this.dispatchEvent(new HitStepped(-1))}
      >
        ↑
      </button>
      <button
        type="button"
        aria-label=${t('search.next')}
        title=${t('search.next')}
        ?disabled=${none}
        @click=${() => this.dispatchEvent(new HitStepped(1))}
      >
        ↓
      </button>
      <output role="status">${this.#count()}</output>
      <button
        class="close"
        type="button"
        aria-label=${t('search.close')}
        title=${t('search.close')}
        @click=${() => this.dispatchEvent(new Event('search-closed'))}
      >
        ×
      </button>
    </search>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lesart-search-bar': SearchBar;
  }
  interface HTMLElementEventMap {
    'query-changed': QueryChanged;
    'hit-stepped': HitStepped;
  }
}
