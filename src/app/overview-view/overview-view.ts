import { LitElement, type PropertyValues, type TemplateResult, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import type { VariantInfo } from '../../core/work/model.ts';
import type { Row } from '../../core/work/rows.ts';
import { LocaleController, language, t } from '../../i18n/i18n.ts';
import { controls } from '../controls.styles.ts';
import { WitnessReading } from '../controllers/witness-reading.ts';
import { ParagraphActivated } from '../events.ts';
import type { OpenedWork } from '../opened-work.ts';
import { reading } from '../reading.styles.ts';
import { missingTexts } from '../texts-asked.ts';
import { variantsInOrder } from '../variant-order.ts';
import { ComparedRows } from './compared-rows.ts';
import {
  type HeatCell,
  MEASURES,
  type Measure,
  departureCell,
  emptyCell,
  legendOf,
  lengthCell,
  markCell,
} from './heat-cell.ts';
import { ColumnsAsked, MeasureChosen } from './overview-events.ts';
import { styles } from './overview-view.styles.ts';

/** Rows of a page: a work of 31,000 has 155 of them, and each is there at once. */
const PAGE = 200;
/** Rows that PageUp and PageDown go. */
const LEAP = 10;
/** Characters of a paragraph that stand in front of its cells. */
const EXCERPT = 60;

/** A cell's place: row of the page, column. */
type Place = readonly [number, number];

/**
 * A work at a glance: one row a paragraph, one column a variant, each cell coloured by how far it departs from the
 * others, by its marks or by its length. One stop for Tab; arrows go from cell to cell, Enter opens the place.
 *
 * @fires columns-asked, then paragraph-activated - the reader chose a cell
 * @fires measure-chosen - the reader chose what the cells show
 * @fires texts-asked - there are texts to compare that have not been loaded; once a work
 */
@customElement('lesart-overview-view')
export class OverviewView extends LitElement {
  static override readonly styles = [reading, controls, styles];

  @property({ attribute: false }) opened!: OpenedWork;
  /** Ids of the columns that are on beside this view, in order. */
  @property({ attribute: false }) columns: readonly string[] = [];
  /** The paragraph that the reader turned to: its page is shown first. */
  @property({ attribute: false }) active: string | undefined;
  @property({ attribute: false }) measure: Measure = 'departures';

  /** Index of the first row shown. */
  @state() private _first = 0;

  @query('table') private readonly _table!: HTMLTableElement;
  @query('.scroll') private readonly _scroll!: HTMLElement;

  readonly #reading = new WitnessReading(this);
  readonly #compared = new ComparedRows(this);
  /** Where Tab comes in. */
  #place: Place = [0, 0];
  #slug: string | undefined;

  constructor() {
    super();
    new LocaleController(this);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { slug } = this.opened.work;
    if (slug !== this.#slug || (changed.has('active') && this.active !== undefined)) {
      this.#slug = slug;
      this.#turnTo(Math.max(0, this.opened.indexOf(this.active ?? '')));
    }
    if (this.measure === 'marks') return;
    this.#reading.follow(this.opened);
    const { witnesses } = this.#reading;
    if (witnesses) this.#compared.want(witnesses, this.#rows);
  }

  protected override updated(changed: PropertyValues<this>): void {
    // Rows and columns may have become fewer.
    const [row, column] = this.#place;
    this.#enter([Math.min(row, this.#rows.length - 1), Math.min(column, this.#variants.length - 1)]);
    if (changed.has('active') && this.active !== undefined) this.#showRow();
  }

  /** The rows of the page. */
  get #rows(): readonly Row[] {
    return this.opened.rows.slice(this._first, this._first + PAGE);
  }

  /** What is compared has no columns for back-translations; marks may stand in them too. */
  get #variants(): readonly VariantInfo[] {
    const all = variantsInOrder(this.opened.work);
    return this.measure === 'marks' ? all : all.filter(({ provenance }) => provenance !== 'back-translation');
  }

  /** Turns to the page of a row. */
  #turnTo(index: number): void {
    this._first = index - (index % PAGE);
    this.#place = [index % PAGE, this.#place[1]];
  }

  #button([row, column]: Place): HTMLButtonElement | null {
    return this._table.tBodies[0]?.rows[row]?.cells[column + 1]?.querySelector('button') ?? null;
  }

  /** Makes a cell the one where Tab comes in. */
  #enter(place: Place): void {
    for (const old of this._table.querySelectorAll<HTMLElement>('button[tabindex="0"]')) old.tabIndex = -1;
    this.#place = place;
    const button = this.#button(place);
    if (button) button.tabIndex = 0;
  }

  #showRow(): void {
    this._table.tBodies[0]?.rows[this.#place[0]]?.scrollIntoView({ block: 'nearest' });
  }

  async #go(index: number, column: number): Promise<void> {
    const { length } = this.opened.rows;
    const row = Math.max(0, Math.min(length - 1, index));
    this.#turnTo(row);
    await this.updateComplete;
    this.#enter([row - this._first, Math.max(0, Math.min(this.#variants.length - 1, column))]);
    this.#button(this.#place)?.focus();
  }

  #onKey(event: KeyboardEvent): void {
    const [row, column] = this.#place;
    const index = this._first + row;
    const last = this.#variants.length - 1;
    const end = this.opened.rows.length - 1;
    const whole = event.ctrlKey || event.metaKey;
    const target: Readonly<Record<string, Place>> = {
      ArrowDown: [index + 1, column],
      ArrowUp: [index - 1, column],
      ArrowRight: [index, column + 1],
      ArrowLeft: [index, column - 1],
      PageDown: [index + LEAP, column],
      PageUp: [index - LEAP, column],
      Home: [whole ? 0 : index, 0],
      End: [whole ? end : index, last],
    };
    const to = target[event.key];
    if (to === undefined || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    void this.#go(...to);
  }

  /** The place of a cell that an event comes from. */
  #placeOf(target: EventTarget | null): Place | undefined {
    const cell = target instanceof Element ? target.closest('td') : null;
    const row = cell?.closest('tr');
    if (!cell || !row) return undefined;
    return [row.sectionRowIndex, cell.cellIndex - 1];
  }

  #onFocus(event: FocusEvent): void {
    const place = this.#placeOf(event.target);
    if (place) this.#enter(place);
  }

  #onClick(event: MouseEvent): void {
    const [row = -1, column = -1] = this.#placeOf(event.target) ?? [];
    const paragraph = this.#rows[row];
    const variant = this.#variants[column];
    if (!paragraph || !variant) return;
    const columns = this.columns.includes(variant.id) ? this.columns : [...this.columns, variant.id];
    this.dispatchEvent(new ColumnsAsked(columns));
    this.dispatchEvent(new ParagraphActivated(paragraph.id, 'map'));
  }

  #cellOf(row: Row, { id, provenance }: VariantInfo): HeatCell {
    const { opened, measure } = this;
    if (measure === 'marks') return markCell(opened.severities(row.id, [id]));
    if (!opened.texts.has(id)) return emptyCell('unloaded');
    if (!row.cells.has(id)) return emptyCell('absent');
    const compared = this.#compared.of(row);
    if (compared === undefined) return emptyCell('waiting');
    const own = compared.get(id);
    if (own === undefined || provenance === 'back-translation') return emptyCell('unmeasured');
    return measure === 'length' ? lengthCell(own) : departureCell(own);
  }

  #renderSwitch(): TemplateResult {
    return html`<fieldset>
      <legend class="sr">${t('overview.measure')}</legend>
      ${MEASURES.map(
        (measure) =>
          html`<label
            ><input
              type="radio"
              name="measure"
              .checked=${measure === this.measure}
              @change=${() => {
                this.measure = measure;
                this.dispatchEvent(new MeasureChosen(measure));
              }}
            />${t(`overview.measures.${measure}`)}</label
          >`,
      )}
    </fieldset>`;
  }

  /** Legend of the colours, textures and numbers. */
  #renderLegend(): TemplateResult {
    return html`<ul class="legend" aria-label=${t('overview.legend')}>
      ${legendOf(this.measure).map(
        ({ look, text, means }) =>
          html`<li><span class="cell ${look}" aria-hidden="true">${text}</span> ${means}</li>`,
      )}
    </ul>`;
  }

  #renderState(): TemplateResult {
    const rows = this.#rows.length;
    const missing = this.measure === 'marks' ? 0 : missingTexts(this.opened).length;
    const percent = Math.floor((100 * this.#compared.done) / Math.max(1, rows));
    const isReading = this.measure !== 'marks' && this.#reading.witnesses === undefined;
    return html`<p class="aside" role="status">
      ${missing > 0 ? t('overview.missing', { count: missing }) : nothing}
      ${
        isReading
          ? t('overview.reading')
          : this.measure !== 'marks' && percent < 100
            ? t('overview.progress', { percent })
            : nothing
      }
    </p>`;
  }

  #renderPages(): TemplateResult | typeof nothing {
    const { length } = this.opened.rows;
    if (length <= PAGE) return nothing;
    const step = (by: number, label: string, isThere: boolean): TemplateResult =>
      html`<button
        class="small"
        type="button"
        ?disabled=${!isThere}
        @click=${() => {
          this.#turnTo(this._first + by);
          this._scroll.scrollTop = 0;
        }}
      >
        ${label}
      </button>`;
    return html`<form
      class="pages"
      @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        const field = this.renderRoot.querySelector<HTMLInputElement>('input[type="number"]');
        if (field?.valueAsNumber) void this.#go(field.valueAsNumber - 1, this.#place[1]);
      }}
    >
      ${step(-PAGE, t('overview.previous', { count: PAGE }), this._first > 0)}
      ${step(PAGE, t('overview.next', { count: PAGE }), this._first + PAGE < length)}
      <label
        >${t('overview.goTo')}
        <input type="number" min="1" max=${length} required .value=${String(this._first + 1)}
      /></label>
      <button class="small" type="submit">${t('overview.go')}</button>
    </form>`;
  }

  #renderHead(variants: readonly VariantInfo[]): TemplateResult {
    return html`<thead>
      <tr>
        <th scope="col">${t('overview.paragraph')}</th>
        ${variants.map(
          ({ id, lang, label, provenance }) =>
            html`<th
              scope="col"
              class=${this.columns.includes(id) ? 'on' : nothing}
              title=${t(`provenance.${provenance}`)}
            >
              <i class=${provenance} aria-hidden="true"></i><span lang=${lang}>${label}</span
              ><span class="sr">, ${t(`provenance.${provenance}`)}</span>
            </th>`,
        )}
      </tr>
    </thead>`;
  }

  #renderRow(row: Row, variants: readonly VariantInfo[]): TemplateResult {
    const { subject } = this.opened.work;
    const excerpt = row.cells.get(subject)?.[0]?.text.slice(0, EXCERPT) ?? '';
    return html`<tr aria-current=${row.id === this.active ? 'true' : nothing}>
      <th scope="row">
        <span class="number">${row.number}</span>
        <span class="excerpt" lang=${this.opened.variant(subject)?.lang ?? 'und'}>${excerpt}</span>
      </th>
      ${variants.map((variant) => {
        const { look, text, spoken } = this.#cellOf(row, variant);
        return html`<td>
          <button class="cell ${look}" type="button" tabindex="-1" aria-label=${spoken}>${text}</button>
        </td>`;
      })}
    </tr>`;
  }

  override render(): TemplateResult {
    const { opened, measure } = this;
    const rows = this.#rows;
    const variants = this.#variants;
    const ids = variants.map(({ id }) => id).join();
    const total = opened.rows.length;
    const name = t(`overview.measures.${measure}`);
    return html`<div class="head">
        <h2>${t('overview.title')}</h2>
        ${this.#renderSwitch()} ${this.#renderPages()}
      </div>
      <p class="means">${t(`overview.means.${measure}`)}</p>
      ${this.#renderLegend()} ${this.#renderState()}
      <div class="scroll">
        <table
          @keydown=${(event: KeyboardEvent) => {
            this.#onKey(event);
          }}
          @focusin=${(event: FocusEvent) => {
            this.#onFocus(event);
          }}
          @click=${(event: MouseEvent) => {
            this.#onClick(event);
          }}
        >
          <caption>
            <span
              >${t('overview.caption', {
                measure: name,
                first: Math.min(total, this._first + 1),
                last: this._first + rows.length,
                total,
              })}</span
            >
          </caption>
          ${this.#renderHead(variants)}
          <tbody>
            ${repeat(
              rows,
              ({ id }) => id,
              (row) =>
                // An arrow key or another row's comparison leaves this row as it is.
                guard(
                  [
                    row,
                    ids,
                    measure,
                    measure === 'marks' ? opened.state : this.#compared.of(row),
                    opened.texts,
                    row.id === this.active,
                    language(),
                  ],
                  () => this.#renderRow(row, variants),
                ),
            )}
          </tbody>
        </table>
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lesart-overview-view': OverviewView;
  }
}
