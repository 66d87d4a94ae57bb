import { LitElement, type PropertyValues, type TemplateResult, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { LocaleController, t } from '../../i18n/i18n.ts';
import { ParagraphActivated } from '../events.ts';
import { saveFile } from '../save-file.ts';
import type { Chart, PlaceBar } from './chart.ts';
import type { Drawing } from './draw-chart.ts';
import './statistics-table.ts';
import { styles } from './statistics-figure.styles.ts';
import { svgFile } from './svg-file.ts';
import { type Table, csvOf } from './table.ts';

/** Narrower than this a chart scrolls away rather than shrinks: px. */
const NARROWEST = 240;

type DrawChart = (chart: Chart, width: number) => Drawing;

/**
 * A plot with the table that says the same, and both to download. Without a chart the table stands alone.
 *
 * @fires paragraph-activated - the reader chose a bar or a row that is about a paragraph
 */
@customElement('lesart-statistics-figure')
export class StatisticsFigure extends LitElement {
  static override readonly styles = styles;

  @property({ attribute: false }) chart: Chart | undefined;
  @property({ attribute: false }) table: Table = { caption: '', columns: [], rows: [] };
  /** Name of the files, without an ending. */
  @property({ attribute: false }) fileName = '';

  @state() private _drawChart: DrawChart | 'failed' | undefined;
  @state() private _width = 0;

  #drawing: Drawing | undefined;
  readonly #resized = new ResizeObserver(([entry]) => {
    const width = Math.floor(entry?.contentRect.width ?? 0);
    // Not in the observer's own frame: what is drawn changes the size that is observed.
    if (width > 0)
      requestAnimationFrame(() => {
        this._width = Math.max(NARROWEST, width);
      });
  });

  constructor() {
    super();
    new LocaleController(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resized.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resized.disconnect();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (this.chart !== undefined && this._drawChart === undefined) void this.#load();
    const isNew = changed.has('chart') || changed.has('_width') || changed.has('_drawChart');
    if (isNew && this.chart && this._width > 0 && typeof this._drawChart === 'function')
      this.#drawing = this._drawChart(this.chart, this._width);
  }

  async #load(): Promise<void> {
    try {
      const { drawChart } = await import('./draw-chart.ts');
      this._drawChart = drawChart;
    } catch {
      this._drawChart = 'failed';
    }
  }

  /** A press anywhere leads to the paragraph of the nearest bar: low ones are hard to hit. */
  #onClick(event: MouseEvent): void {
    const { chart } = this;
    const svg = this.#drawing?.svg;
    if (chart?.kind !== 'along' || !svg || !this.#drawing) return;
    const { left, width } = svg.getBoundingClientRect();
    const number = this.#drawing.valueAt(((event.clientX - left) / width) * this._width);
    const distance = ({ from, to }: PlaceBar): number => Math.max(from - number, number - to, 0);
    const bar = chart.panels
      .flatMap((panel) => panel.bars)
      .reduce<PlaceBar | undefined>(
        (nearest, other) => (nearest && distance(nearest) <= distance(other) ? nearest : other),
        undefined,
      );
    if (bar) this.dispatchEvent(new ParagraphActivated(bar.paragraph, 'map'));
  }

  #renderPlot(): TemplateResult | typeof nothing {
    if (!this.chart) return nothing;
    if (this._drawChart === 'failed') return html`<p>${t('statistics.plotFailed')}</p>`;
    return html`<div
      class=${classMap({ plot: true, leads: this.chart.kind === 'along' })}
      @click=${(event: MouseEvent) => {
        this.#onClick(event);
      }}
    >
      ${this.#drawing?.svg ?? html`<p>${t('statistics.plotLoading')}</p>`}
    </div>`;
  }

  #renderTools(): TemplateResult {
    const svg = this.chart && typeof this._drawChart === 'function' ? this.#drawing?.svg : undefined;
    return html`<div class="tools">
      ${
        svg
          ? html`<button
              type="button"
              @click=${() => {
                saveFile(`${this.fileName}.svg`, new Blob([svgFile(svg)], { type: 'image/svg+xml' }));
              }}
            >
              ${t('statistics.svg')}
            </button>`
          : nothing
      }
      <button
        type="button"
        @click=${() => {
          saveFile(
            `${this.fileName}.csv`,
            new Blob([csvOf(this.table, t('statistics.paragraphId'))], { type: 'text/csv;charset=utf-8' }),
          );
        }}
      >
        ${t('statistics.csv')}
      </button>
    </div>`;
  }

  override render(): TemplateResult {
    const table = html`<lesart-statistics-table .table=${this.table}></lesart-statistics-table>`;
    return html`${this.#renderPlot()}
    ${
      this.chart && this._drawChart !== 'failed'
        ? html`<details>
            <summary>${t('statistics.table')}</summary>
            ${table}
          </details>`
        : table
    }
    ${this.#renderTools()}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lesart-statistics-figure': StatisticsFigure;
  }
}
