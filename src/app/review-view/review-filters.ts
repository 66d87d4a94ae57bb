import { LitElement, type TemplateResult, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { type Family, FAMILIES } from '../../core/check/finding.ts';
import { CHECKS } from '../../core/check/registry.ts';
import { LocaleController, t } from '../../i18n/i18n.ts';
import { checkMeaning, checkName, familyName, percent } from './finding-words.ts';
import type { FindingEntry } from './queue.ts';
import { ReviewFilterChanged } from './review-events.ts';
import {
  CONFIDENCES,
  type ReviewFilter,
  isRestricting,
  shortestReview,
  unrestrictedReview,
} from './review-filter.ts';
import { styles } from './review-filters.styles.ts';

interface Choice {
  readonly value: string;
  readonly label: string;
}

const OFF = CHECKS.filter(({ isOnByDefault }) => !isOnByDefault);

/**
 * Which findings are shown, and which checks run beside those that always do.
 *
 * @fires filter-changed
 */
@customElement('lesart-review-filters')
export class ReviewFilters extends LitElement {
  static override readonly styles = styles;

  @property({ attribute: false }) filter: ReviewFilter = {};
  /** What there is to choose from. */
  @property({ attribute: false }) entries: readonly FindingEntry[] = [];
  @property({ attribute: false }) nameOf: (variant: string) => string = (variant) => variant;

  constructor() {
    super();
    new LocaleController(this);
  }

  #change(change: ReviewFilter): void {
    this.dispatchEvent(new ReviewFilterChanged(shortestReview({ ...this.filter, ...change })));
  }

  /** The values that findings have, with their counts, in the order in which they are given. */
  #choices(
    valueOf: (entry: FindingEntry) => string,
    chosen: string | undefined,
    order: readonly string[],
    nameOf: (value: string) => string,
  ): readonly Choice[] {
    const counts = new Map<string, number>();
    for (const entry of this.entries) {
      if (entry.standing !== 'open' && this.filter.settled !== true) continue;
      const value = valueOf(entry);
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return order
      .filter((value) => counts.has(value) || value === chosen)
      .map((value) => ({ value, label: `${nameOf(value)} (${String(counts.get(value) ?? 0)})` }));
  }

  #renderSelect(
    label: string,
    all: string,
    choices: readonly Choice[],
    chosen: string | undefined,
    choose: (value: string | undefined) => void,
  ): TemplateResult {
    return html`<label class="select"
      ><span>${label}</span
      ><select
        @change=${({ target }: Event) => {
          if (target instanceof HTMLSelectElement) choose(target.value === '' ? undefined : target.value);
        }}
      >
        <option value="" .selected=${chosen === undefined}>${all}</option>
        ${choices.map(
          ({ value, label: name }) =>
            html`<option value=${value} .selected=${value === chosen}>${name}</option>`,
        )}
      </select></label
    >`;
  }

  #renderSelects(): TemplateResult {
    const { family, check, variant, confidence } = this.filter;
    const variants = [...new Set(this.entries.map((entry) => entry.variant))];
    const checks = CHECKS.filter((one) => family === undefined || one.family === family);
    return html`${this.#renderSelect(
      t('review.variant'),
      t('review.all'),
      this.#choices((entry) => entry.variant, variant, variants, this.nameOf),
      variant,
      (value) => {
        this.#change({ variant: value });
      },
    )}
    ${this.#renderSelect(
      t('review.family'),
      t('review.all'),
      this.#choices(
        ({ finding }) => finding.family,
        family,
        FAMILIES,
        (value) => familyName(value as Family),
      ),
      family,
      (value) => {
        // A check of another family would leave nothing.
        this.#change({ family: FAMILIES.find((name) => name === value), check: undefined });
      },
    )}
    ${this.#renderSelect(
      t('review.check'),
      t('review.all'),
      this.#choices(
        ({ finding }) => finding.check,
        check,
        checks.map(({ id }) => id),
        checkName,
      ),
      check,
      (value) => {
        this.#change({ check: value });
      },
    )}
    ${this.#renderSelect(
      t('review.confidenceFrom'),
      t('review.any'),
      CONFIDENCES.map((least) => ({ value: String(least), label: percent(least) })),
      confidence === undefined ? undefined : String(confidence),
      (value) => {
        this.#change({ confidence: CONFIDENCES.find((least) => String(least) === value) });
      },
    )}`;
  }

  #renderSwitch(part: 'unmarked' | 'settled', label: string): TemplateResult {
    return html`<label class="check"
      ><input
        type="checkbox"
        class=${part}
        .checked=${this.filter[part] === true}
        @change=${() => {
          this.#change({ [part]: this.filter[part] === true ? undefined : true });
        }}
      />${label}</label
    >`;
  }

  #renderExtra(): TemplateResult {
    const { extra = [] } = this.filter;
    return html`<details class="extra" ?open=${extra.length > 0}>
      <summary>
        ${t('review.extra', { on: OFF.filter(({ id }) => extra.includes(id)).length, number: OFF.length })}
      </summary>
      <p>${t('check.offByDefault')}</p>
      ${OFF.map(
        ({ id }) =>
          html`<label class="check"
            ><input
              type="checkbox"
              value=${id}
              .checked=${extra.includes(id)}
              @change=${() => {
                const others = extra.filter((other) => other !== id);
                this.#change({ extra: others.length === extra.length ? [...extra, id] : others });
              }}
            /><span><b>${checkName(id)}</b> <small>${checkMeaning(id)}</small></span></label
          >`,
      )}
    </details>`;
  }

  override render(): TemplateResult {
    return html`<form
      role="search"
      aria-label=${t('review.filters')}
      @submit=${(event: Event) => {
        event.preventDefault();
      }}
    >
      <div class="selects">
        ${this.#renderSelects()}
        ${
          isRestricting(this.filter)
            ? html`<button
                type="button"
                class="clear"
                @click=${() => {
                  this.dispatchEvent(new ReviewFilterChanged(unrestrictedReview(this.filter)));
                }}
              >
                ${t('review.clear')}
              </button>`
            : nothing
        }
      </div>
      <div class="switches">
        ${this.#renderSwitch('unmarked', t('review.unmarked'))}
        ${this.#renderSwitch('settled', t('review.settled'))}
      </div>
      ${this.#renderExtra()}
    </form>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lesart-review-filters': ReviewFilters;
  }
}
