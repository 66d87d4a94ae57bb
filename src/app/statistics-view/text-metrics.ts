import { proxy } from 'comlink';
import { LitElement, type TemplateResult, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { TextMetric } from '../../core/metric/edit-effort.ts';
import type { Progress } from '../../core/steps.ts';
import { LocaleController, t } from '../../i18n/i18n.ts';
import { startMetricWorker } from '../../worker/bridge.ts';
import type { OpenedWork } from '../opened-work.ts';
import { TextsAsked } from '../texts-asked.ts';
import { CORRECTED, measurable, measuredPairs } from './corrected-text.ts';
import { styles } from './significance-test.styles.ts';
import { decimal } from './decimal.ts';
import './statistics-figure.ts';
import type { NameOf } from './statistics-tables.ts';
import type { Table } from './table.ts';

declare const __VERSION__: string;

/** Up to so many rows a measure is taken unasked. */
const UNASKED = 500;

interface Measured {
  readonly metrics: readonly TextMetric[];
  /** Ids of the rows that were measured. */
  readonly rows: readonly string[];
}

/**
 * BLEU, chrF, chrF++ and TER of a variant against its corrected text or another variant of its language, measured in a
 * worker.
 *
 * @fires texts-asked - a text is needed that was not loaded
 * @fires paragraph-activated - the reader chose a paragraph
 */
@customElement('lesart-text-metrics')
export class TextMetrics extends LitElement {
  static override readonly styles = styles;

  @property({ attribute: false }) opened!: OpenedWork;
  @property({ attribute: false }) nameOf: NameOf = (id) => id;
  /** Name of the files, without an ending. */
  @property({ attribute: false }) fileName = '';

  @state() private _chosen: { readonly variant: string; readonly against: string } | undefined;
  @state() private _progress: Progress | undefined;
  @state() private _measured: Measured | undefined;
  @state() private _failed = '';

  #stop: (() => void) | undefined;
  /** What was measured last, or is being. */
  #asked: readonly unknown[] = [];

  constructor() {
    super();
    new LocaleController(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#cancel();
    this.#asked = [];
  }

  /** The chosen texts; at first the subject and, where it was corrected, its corrected text. */
  get #pair(): { readonly variant: string; readonly against: string } | undefined {
    const all = measurable(this.opened);
    const { subject } = this.opened.work;
    const variant = [this._chosen?.variant, subject, ...all.keys()].find(
      (id) => id !== undefined && all.has(id),
    );
    if (variant === undefined) return undefined;
    const against = all.get(variant) ?? [];
    const wanted = this._chosen?.against;
    return {
      variant,
      against: wanted !== undefined && against.includes(wanted) ? wanted : (against[0] ?? CORRECTED),
    };
  }

  protected override willUpdate(): void {
    const pair = this.#pair;
    if (!pair) return;
    const asked = [this.opened, pair.variant, pair.against];
    if (asked.every((part, at) => part === this.#asked[at])) return;
    this.#cancel();
    this.#asked = asked;
    this._measured = undefined;
    void this.updateComplete.then(() => {
      if (this.#asked === asked) this.#begin(pair);
    });
  }

  #begin({ variant, against }: { readonly variant: string; readonly against: string }): void {
    const missing = [variant, against].filter((id) => id !== CORRECTED && !this.opened.texts.has(id));
    if (missing.length > 0) this.dispatchEvent(new TextsAsked(missing));
    else if (this.opened.rows.length <= UNASKED) void this.#measure();
  }

  #cancel(): void {
    this.#stop?.();
    this.#stop = undefined;
    this._progress = undefined;
  }

  async #measure(): Promise<void> {
    const pair = this.#pair;
    if (!pair) return;
    this.#cancel();
    this._failed = '';
    const { rows, texts, references } = measuredPairs(this.opened, pair.variant, pair.against);
    const lang = this.opened.variant(pair.variant)?.lang ?? 'und';
    this._progress = { done: 0, total: 1 };
    const { api, failed, stop } = startMetricWorker();
    this.#stop = stop;
    try {
      const metrics = await Promise.race([
        api.metrics(
          texts,
          references,
          { lang, version: `lesart-${__VERSION__}` },
          proxy((progress: Progress) => {
            if (this.#stop === stop) this._progress = progress;
          }),
        ),
        failed,
      ]);
      if (this.#stop === stop) this._measured = { metrics, rows };
    } catch (error) {
      if (this.#stop === stop) this._failed = error instanceof Error ? error.message : String(error);
    } finally {
      if (this.#stop === stop) this.#cancel();
      else stop();
    }
  }

  #againstName(id: string): string {
    return id === CORRECTED ? t('statistics.correctedText') : this.nameOf(id);
  }

  #scores({ metrics, rows }: Measured, pair: { variant: string; against: string }): Table {
    return {
      caption: t('statistics.metricsTable', {
        one: this.nameOf(pair.variant),
        other: this.#againstName(pair.against),
        number: rows.length,
      }),
      columns: [
        { label: t('statistics.metric') },
        { label: t('statistics.score'), digits: 1 },
        { label: t('statistics.interval') },
        { label: t('statistics.signature'), isLong: true },
      ],
      rows: metrics.map(({ name, score, interval, higherIsBetter, signature }) => ({
        cells: [
          t(higherIsBetter ? 'statistics.higher' : 'statistics.lower', { metric: name }),
          score,
          `${decimal(interval.mean, 1)}\u00a0±\u00a0${decimal(interval.halfWidth, 1)}`,
          signature,
        ],
      })),
    };
  }

  #byParagraph({ metrics, rows }: Measured): Table {
    return {
      caption: t('statistics.metricsByParagraph'),
      columns: [
        { label: t('statistics.paragraph'), digits: 0 },
        ...metrics.map(({ name }) => ({ label: name, digits: 1 })),
      ],
      rows: rows.map((id, at) => ({
        paragraph: id,
        cells: [this.opened.row(id)?.number, ...metrics.map(({ paragraphs }) => paragraphs[at])],
      })),
    };
  }

  #renderSelect(
    label: string,
    options: readonly (readonly [string, string])[],
    chosen: string,
    choose: (id: string) => void,
  ): TemplateResult {
    return html`<label
      >${label}
      <select
        @change=${({ target }: Event) => {
          if (target instanceof HTMLSelectElement) choose(target.value);
        }}
      >
        ${options.map(([id, name]) => html`<option value=${id} ?selected=${id === chosen}>${name}</option>`)}
      </select>
    </label>`;
  }

  override render(): TemplateResult {
    const all = measurable(this.opened);
    const pair = this.#pair;
    if (!pair) return html`<p>${t('statistics.nothingMeasurable')}</p>`;
    const { variant, against } = pair;
    const progress = this._progress;
    return html`<p>${t('statistics.metricsHow')}</p>
      <form
        @submit=${(event: Event) => {
          event.preventDefault();
          void this.#measure();
        }}
      >
        ${this.#renderSelect(
          t('statistics.variant'),
          [...all.keys()].map((id) => [id, this.nameOf(id)]),
          variant,
          (id) => {
            this._chosen = { variant: id, against: all.get(id)?.[0] ?? CORRECTED };
          },
        )}
        ${this.#renderSelect(
          t('statistics.against'),
          (all.get(variant) ?? []).map((id) => [id, this.#againstName(id)]),
          against,
          (id) => {
            this._chosen = { variant, against: id };
          },
        )}
        ${
          progress
            ? html`<div class="running">
                <progress
                  aria-label=${t('statistics.measuring')}
                  max=${progress.total}
                  .value=${progress.done}
                ></progress>
                <button
                  class="cancel"
                  type="button"
                  @click=${() => {
                    this.#cancel();
                  }}
                >
                  ${t('statistics.cancel')}
                </button>
              </div>`
            : this._measured
              ? nothing
              : html`<button class="start" type="submit">${t('statistics.measure')}</button>`
        }
      </form>
      ${this._failed ? html`<p role="alert">${t('statistics.notComputed', { reason: this._failed })}</p>` : nothing}
      ${this._measured ? this.#renderMeasured(this._measured, pair) : nothing}`;
  }

  #renderMeasured(measured: Measured, pair: { variant: string; against: string }): TemplateResult {
    if (measured.rows.length === 0) return html`<p role="status">${t('statistics.nothingCommon')}</p>`;
    const name = `${this.fileName}-${pair.variant}-${pair.against === CORRECTED ? 'corrected' : pair.against}`;
    return html`<lesart-statistics-figure
        role="status"
        .table=${this.#scores(measured, pair)}
        .fileName=${name}
      ></lesart-statistics-figure>
      <details>
        <summary>${t('statistics.metricsByParagraph')}</summary>
        <lesart-statistics-figure
          .table=${this.#byParagraph(measured)}
          .fileName=${`${name}-paragraphs`}
        ></lesart-statistics-figure>
      </details>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lesart-text-metrics': TextMetrics;
  }
}
