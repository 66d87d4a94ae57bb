import { LitElement, type PropertyValues, type TemplateResult, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Progress } from '../../core/steps.ts';
import { seededRandom } from '../../core/mqm/random.ts';
import type { Significance } from '../../core/mqm/significance.ts';
import { pairedDifferences, significanceSteps } from '../../core/mqm/statistics-permutation.ts';
import type { ParagraphRow } from '../../core/mqm/statistics.ts';
import { SCORERS, type Scorer } from '../../core/mqm/weight.ts';
import { LocaleController, t } from '../../i18n/i18n.ts';
import { inSlices } from './in-slices.ts';
import { styles } from './significance-test.styles.ts';
import './statistics-figure.ts';
import type { NameOf } from './statistics-tables.ts';
import type { Table } from './table.ts';

/** The reader chose the variants to compare. */
export class PairChosen extends Event {
  readonly pair: readonly [string, string];

  constructor(pair: readonly [string, string]) {
    super('pair-chosen');
    this.pair = pair;
  }
}

/** The usual level; below it a difference is called hardly chance. */
const LEVEL = 0.05;
/** The same question gets the same answer again. */
const SEED = 1;

type Results = readonly (Significance & { readonly scorer: Scorer })[];

/**
 * Whether the difference between two variants' scores may be chance, by both scorers. The test runs when it is
 * asked for, beside everything else, and can be given up.
 *
 * @fires pair-chosen - other variants are to be compared
 */
@customElement('lesart-significance-test')
export class SignificanceTest extends LitElement {
  static override readonly styles = styles;

  /** Ids of at least two. */
  @property({ attribute: false }) variants: readonly string[] = [];
  @property({ attribute: false }) paragraphs: readonly ParagraphRow[] = [];
  @property({ attribute: false }) pair: readonly [string, string] | undefined;
  @property({ attribute: false }) nameOf: NameOf = (id) => id;
  /** Name of the file, without an ending. */
  @property({ attribute: false }) fileName = '';

  @state() private _progress: Progress | undefined;
  @state() private _results: Results | undefined;

  #running: AbortController | undefined;

  constructor() {
    super();
    new LocaleController(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('paragraphs') && !changed.has('pair')) return;
    this.#stop();
    this._results = undefined;
  }

  #stop(): void {
    this.#running?.abort();
    this.#running = undefined;
    this._progress = undefined;
  }

  /** The chosen variants; at first the first and the last of the list, which is ordered by score. */
  get #pair(): readonly [string, string] {
    const [first = '', ...others] = this.variants;
    const isKnown = this.pair?.every((id) => this.variants.includes(id)) ?? false;
    return isKnown && this.pair ? this.pair : [first, others.at(-1) ?? ''];
  }

  async #test(): Promise<void> {
    this.#stop();
    this._results = undefined;
    const running = new AbortController();
    this.#running = running;
    const [one, other] = this.#pair;
    this._progress = { done: 0, total: 1 };
    const results: (Significance & { readonly scorer: Scorer })[] = [];
    for (const [at, scorer] of SCORERS.entries()) {
      const differences = pairedDifferences(this.paragraphs, one, other, scorer);
      const found = await inSlices(
        significanceSteps(differences, seededRandom(SEED)),
        running.signal,
        ({ done, total }) => {
          this._progress = { done: at * total + done, total: SCORERS.length * total };
        },
      );
      results.push({ scorer, ...found });
    }
    this._progress = undefined;
    this._results = results;
  }

  #start(): void {
    this.#test().catch((error: unknown) => {
      // Given up.
      if (!(error instanceof DOMException && error.name === 'AbortError')) throw error;
    });
  }

  #renderSelect(at: 0 | 1, label: string): TemplateResult {
    const pair = this.#pair;
    return html`<label
      >${label}
      <select
        @change=${({ target }: Event) => {
          if (!(target instanceof HTMLSelectElement)) return;
          const chosen = [...pair] as [string, string];
          chosen[at] = target.value;
          this.dispatchEvent(new PairChosen(chosen));
        }}
      >
        ${this.variants.map(
          (id) => html`<option value=${id} ?selected=${id === pair[at]}>${this.nameOf(id)}</option>`,
        )}
      </select>
    </label>`;
  }

  #renderResults(results: Results): TemplateResult {
    const segments = results[0]?.segments ?? 0;
    if (segments === 0) return html`<p role="status">${t('statistics.nothingPaired')}</p>`;
    const [one, other] = this.#pair;
    const table: Table = {
      caption: t('statistics.significanceTable', {
        one: this.nameOf(one),
        other: this.nameOf(other),
        number: segments,
      }),
      columns: [
        { label: t('statistics.scorer') },
        { label: t('statistics.meanDifference'), digits: 2 },
        { label: t('statistics.p'), digits: 4 },
        { label: t('statistics.method') },
        { label: t('statistics.meaning') },
      ],
      rows: results.map(({ scorer, difference, p, isExact }) => ({
        cells: [
          t(`statistics.${scorer}`),
          difference,
          p,
          t(isExact ? 'statistics.exact' : 'statistics.estimated'),
          t(p < LEVEL ? 'statistics.unlikelyChance' : 'statistics.likelyChance'),
        ],
      })),
    };
    return html`<lesart-statistics-figure
      role="status"
      .table=${table}
      .fileName=${`${this.fileName}-${one}-${other}`}
    ></lesart-statistics-figure>`;
  }

  override render(): TemplateResult {
    const [one, other] = this.#pair;
    const progress = this._progress;
    return html`<p>${t('statistics.significanceHow')}</p>
      <form
        @submit=${(event: Event) => {
          event.preventDefault();
          this.#start();
        }}
      >
        ${this.#renderSelect(0, t('statistics.first'))} ${this.#renderSelect(1, t('statistics.second'))}
        ${
          progress
            ? html`<div class="running">
                <progress
                  aria-label=${t('statistics.testing')}
                  max=${progress.total}
                  .value=${progress.done}
                ></progress>
                <button
                  class="cancel"
                  type="button"
                  @click=${() => {
                    this.#stop();
                  }}
                >
                  ${t('statistics.cancel')}
                </button>
              </div>`
            : html`<button class="start" type="submit" ?disabled=${one === other}>
                ${t('statistics.test')}
              </button>`
        }
      </form>
      ${one === other ? html`<p>${t('statistics.sameVariant')}</p>` : nothing}
      ${this._results ? this.#renderResults(this._results) : nothing}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lesart-significance-test': SignificanceTest;
  }
  interface HTMLElementEventMap {
    'pair-chosen': PairChosen;
  }
}
