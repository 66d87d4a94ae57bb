import { LitElement, type TemplateResult, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { SEVERITIES } from '../../core/mqm/typology.ts';
import { LocaleController, t } from '../../i18n/i18n.ts';
import { FilterChanged } from './filter-changed.ts';
import { type StatisticsFilter, restrictions, shortest, unrestricted } from './statistics-filter.ts';
import { styles } from './statistics-filters.styles.ts';

/** A value to filter by. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  /** Errors that have it. */
  readonly errors: number;
  /** Stands below the dimension before it. */
  readonly isKind?: boolean;
}

const PARTS = ['variants', 'annotators', 'categories', 'severities'] as const;
type Part = (typeof PARTS)[number];
export type Choices = Readonly<Record<Part, readonly Choice[]>>;

const LABELS = {
  variants: 'statistics.variant',
  annotators: 'statistics.annotator',
  categories: 'statistics.category',
  severities: 'statistics.severity',
} as const;

const GAP = 6;

/**
 * What is counted, and per what. A list in which nothing is ticked leaves nothing out.
 *
 * @fires filter-changed
 */
@customElement('lesart-statistics-filters')
export class StatisticsFilters extends LitElement {
  static override readonly styles = styles;

  @property({ attribute: false }) filter: StatisticsFilter = {};
  @property({ attribute: false }) choices: Choices = {
    variants: [],
    annotators: [],
    categories: [],
    severities: [],
  };
  /** Number of the last paragraph. */
  @property({ attribute: false }) last = 1;

  constructor() {
    super();
    new LocaleController(this);
  }

  #change(change: StatisticsFilter): void {
    this.dispatchEvent(new FilterChanged(shortest({ ...this.filter, ...change })));
  }

  #choose(part: Part, values: readonly string[]): void {
    this.#change(
      part === 'severities'
        ? { severities: SEVERITIES.filter((severity) => values.includes(severity)) }
        : { [part]: values },
    );
  }

  #onNumber(end: 'from' | 'to', event: Event): void {
    if (!(event.target instanceof HTMLInputElement)) return;
    const number = Math.round(event.target.valueAsNumber);
    const isInside = number >= 1 && number <= this.last;
    // What is as wide as the text restricts nothing.
    const isEdge = number === (end === 'from' ? 1 : this.last);
    if (!isInside) event.target.value = '';
    this.#change({ [end]: isInside && !isEdge ? number : undefined });
  }

  /** Beside its button, inside the window. */
  #place(list: HTMLElement): void {
    const button = this.renderRoot.querySelector(`[popovertarget="${list.id}"]`);
    if (!button) return;
    const { bottom, left, right } = button.getBoundingClientRect();
    const start = getComputedStyle(this).direction === 'rtl' ? right - list.offsetWidth : left;
    const inside = Math.max(8, Math.min(start, innerWidth - list.offsetWidth - 8));
    const top = Math.max(8, Math.min(bottom + GAP, innerHeight - list.offsetHeight - 8));
    list.style.left = `${String(inside)}px`;
    list.style.top = `${String(top)}px`;
  }

  #renderOption(part: Part, { value, label, errors, isKind = false }: Choice): TemplateResult {
    const chosen: readonly string[] = this.filter[part] ?? [];
    return html`<label class=${classMap({ kind: isKind })}>
      <input
        type="checkbox"
        .checked=${chosen.includes(value)}
        @change=${() => {
          const others = chosen.filter((other) => other !== value);
          this.#choose(part, others.length === chosen.length ? [...chosen, value] : others);
        }}
      />
      ${label}<span>${errors}</span>
    </label>`;
  }

  #renderMenu(part: Part): TemplateResult {
    const choices = this.choices[part];
    const chosen: readonly string[] = this.filter[part] ?? [];
    const [only] = chosen;
    const state =
      only === undefined
        ? t('statistics.all')
        : chosen.length === 1
          ? (choices.find(({ value }) => value === only)?.label ?? only)
          : t('statistics.some', { number: chosen.length, total: choices.length });
    return html`<button
        type="button"
        class=${classMap({ menu: true, on: chosen.length > 0 })}
        popovertarget=${part}
      >
        ${t(LABELS[part])}: <b>${state}</b>
      </button>
      <div
        id=${part}
        popover
        role="group"
        aria-label=${t(LABELS[part])}
        @toggle=${(event: ToggleEvent) => {
          if (event.newState === 'open' && event.target instanceof HTMLElement) this.#place(event.target);
        }}
      >
        <div class="options">${choices.map((choice) => this.#renderOption(part, choice))}</div>
        <button
          type="button"
          ?disabled=${chosen.length === 0}
          @click=${() => {
            this.#choose(part, []);
          }}
        >
          ${t('statistics.showAll')}
        </button>
      </div>`;
  }

  #renderNumber(end: 'from' | 'to', label: string): TemplateResult {
    return html`<label class="range"
      >${label}
      <input
        type="number"
        inputmode="numeric"
        min="1"
        max=${this.last}
        placeholder=${end === 'from' ? 1 : this.last}
        .value=${String(this.filter[end] ?? '')}
        @change=${(event: Event) => {
          this.#onNumber(end, event);
        }}
    /></label>`;
  }

  #renderUnit(): TemplateResult {
    const units = [
      [undefined, t('statistics.perSegment')],
      ['words', t('statistics.perWords')],
    ] as const;
    return html`<fieldset>
      <legend>${t('statistics.per')}</legend>
      ${units.map(
        ([per, label]) =>
          html`<label class="check"
            ><input
              type="radio"
              name="per"
              .checked=${this.filter.per === per}
              @change=${() => {
                this.#change({ per });
              }}
            />${label}</label
          >`,
      )}
    </fieldset>`;
  }

  override render(): TemplateResult {
    return html`<form
      role="search"
      aria-label=${t('statistics.filters')}
      @submit=${(event: Event) => {
        event.preventDefault();
      }}
    >
      ${PARTS.map((part) => this.#renderMenu(part))}
      <div class="range">
        ${this.#renderNumber('from', t('statistics.from'))} ${this.#renderNumber('to', t('statistics.to'))}
      </div>
      ${
        restrictions(this.filter) > 0
          ? html`<button
              type="button"
              class="clear"
              @click=${() => {
                this.dispatchEvent(new FilterChanged(unrestricted(this.filter)));
              }}
            >
              ${t('statistics.clear')}
            </button>`
          : nothing
      }
      ${this.#renderUnit()}
      <label class="check"
        ><input
          type="checkbox"
          class="unmarked"
          .checked=${this.filter.unmarked === 'clean'}
          @change=${() => {
            this.#change({ unmarked: this.filter.unmarked === 'clean' ? undefined : 'clean' });
          }}
        />${t('statistics.unmarked')}</label
      >
    </form>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lesart-statistics-filters': StatisticsFilters;
  }
}
