import { LitElement, type PropertyValues, type TemplateResult, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { LocaleController, language, t } from '../../i18n/i18n.ts';
import { ParagraphActivated } from '../events.ts';
import { decimal } from './decimal.ts';
import { type Cell, type Column, type Table, type TableRow, sortRows } from './table.ts';
import { reading } from '../reading.styles.ts';
import { styles } from './statistics-table.styles.ts';

/** Rows that are rendered at once; more come when they are asked for. */
const PAGE = 200;

const ARROWS = { ascending: '▲', descending: '▼' } as const;

/**
 * A table that can be ordered by each of its columns. The head stays in sight; a row that is about a paragraph
 * leads to it.
 *
 * @fires paragraph-activated - the reader chose a row's paragraph
 */
@customElement('lesart-statistics-table')
export class StatisticsTable extends LitElement {
  static override readonly styles = [reading, styles];

  @property({ attribute: false }) table: Table = { caption: '', columns: [], rows: [] };

  @state() private _order: { readonly column: number; readonly direction: keyof typeof ARROWS } | undefined;
  @state() private _shown = PAGE;

  #rows: readonly TableRow[] = [];

  constructor() {
    super();
    new LocaleController(this);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('table')) this._shown = PAGE;
    const { rows } = this.table;
    this.#rows = this._order ? sortRows(rows, this._order.column, this._order.direction, language()) : rows;
  }

  /** Numbers are first looked at from the largest; a second press turns the order round. */
  #order(column: number, { digits }: Column): void {
    const first = digits === undefined ? 'ascending' : 'descending';
    const other = digits === undefined ? 'descending' : 'ascending';
    const isFirst = this._order?.column === column && this._order.direction === first;
    this._order = { column, direction: isFirst ? other : first };
  }

  #renderHead(column: Column, at: number): TemplateResult {
    const direction = this._order?.column === at ? this._order.direction : undefined;
    return html`<th
      scope="col"
      class=${classMap({ number: column.digits !== undefined })}
      aria-sort=${direction ?? nothing}
    >
      <button
        type="button"
        title=${t('statistics.sortBy', { column: column.label })}
        @click=${() => {
          this.#order(at, column);
        }}
      >
        ${column.label}&nbsp;<span aria-hidden="true">${direction ? ARROWS[direction] : '↕'}</span>
      </button>
    </th>`;
  }

  #renderRow({ cells, paragraph }: TableRow): TemplateResult {
    return html`<tr>
      ${this.table.columns.map((column, at) => {
        const shown = shownCell(cells[at], column);
        const classes = classMap({ number: column.digits !== undefined, long: column.isLong === true });
        if (at > 0) return html`<td class=${classes}>${shown}</td>`;
        return html`<th scope="row" class=${classes}>
          ${
            paragraph === undefined
              ? shown
              : html`<button
                  class="place"
                  type="button"
                  @click=${() => {
                    this.dispatchEvent(new ParagraphActivated(paragraph, 'panel'));
                  }}
                >
                  ${shown}
                </button>`
          }
        </th>`;
      })}
    </tr>`;
  }

  override render(): TemplateResult {
    const { caption, columns } = this.table;
    const total = this.#rows.length;
    const shown = Math.min(this._shown, total);
    return html`<p class="caption" aria-hidden="true">${caption}</p>
      <div class="scroll" role="group" aria-label=${caption} tabindex="0">
        <table>
          <caption class="sr">
            ${caption}
          </caption>
          <thead>
            <tr>
              ${columns.map((column, at) => this.#renderHead(column, at))}
            </tr>
          </thead>
          <tbody>
            ${this.#rows.slice(0, shown).map((row) => this.#renderRow(row))}
          </tbody>
        </table>
      </div>
      ${
        shown < total
          ? html`<button
              class="more"
              type="button"
              @click=${() => {
                this._shown += PAGE;
              }}
            >
              ${t('statistics.moreRows', { number: Math.min(PAGE, total - shown), shown, total })}
            </button>`
          : nothing
      }`;
  }
}

/** A cell as it is read; an en dash for what is not known. */
function shownCell(cell: Cell, { digits = 0 }: Column): string {
  if (cell === undefined) return '–';
  if (typeof cell === 'string') return cell;
  return decimal(cell, digits);
}

declare global {
  interface HTMLElementTagNameMap {
    'lesart-statistics-table': StatisticsTable;
  }
}
