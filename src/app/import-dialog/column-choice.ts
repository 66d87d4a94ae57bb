import { LitElement, type TemplateResult, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ColumnUse } from '../../core/format/imported.ts';
import { LocaleController, t } from '../../i18n/i18n.ts';
import { directionOf } from '../direction.ts';
import { type ColumnFields, type FieldChange, type TableEntry, changed } from './entries.ts';
import { fields as controls } from './fields.styles.ts';
import type { Original } from './variant-fields.ts';
import './variant-fields.ts';

const USES: readonly ColumnUse[] = ['text', 'id', 'note', 'none'];

/** A person said what a table's columns are. */
export class UsesChanged extends Event {
  readonly columns: readonly ColumnFields[];

  constructor(columns: readonly ColumnFields[]) {
    super('uses-changed');
    this.columns = columns;
  }
}

/**
 * The first rows of a table and what its columns are taken for.
 *
 * @fires uses-changed
 */
@customElement('lesart-import-columns')
export class ColumnChoice extends LitElement {
  static override readonly styles = [
    controls,
    css`
      :host {
        display: block;
      }

      .table {
        max-block-size: 18rem;
        margin-block: 10px;
        overflow: auto;
        border: 1px solid var(--rule);
        border-radius: 8px;
      }

      table {
        inline-size: 100%;
        border-collapse: collapse;
        font-size: 0.875rem;
      }

      th,
      td {
        min-inline-size: 8rem;
        padding: 5px 10px;
        border-block-end: 1px solid var(--rule);
        text-align: start;
        vertical-align: top;
        overflow-wrap: anywhere;
      }

      td {
        font-family: var(--serif);
      }

      .none {
        color: var(--ink-3);
      }

      section {
        margin-block: 10px;
      }

      h4 {
        margin: 0 0 4px;
        font: 600 0.875rem/1.3 var(--sans);
      }
    `,
  ];

  @property({ attribute: false }) entry!: TableEntry;
  @property({ attribute: false }) originals: readonly Original[] = [];
  @property({ type: Boolean }) strict = false;

  constructor() {
    super();
    new LocaleController(this);
  }

  /** Focuses the first control that lacks its value. */
  async focusLack(): Promise<void> {
    await this.updateComplete;
    const parts = [...this.renderRoot.querySelectorAll('lesart-import-fields')];
    await Promise.all(parts.map((part) => part.updateComplete));
    await parts.find((part) => part.hasLack)?.focusLack();
  }

  #change(index: number, change: FieldChange): void {
    const columns = this.entry.columns.map((column, at) => {
      if (at === index) return changed(column, change);
      // One column at most names the rows.
      return change.use === 'id' && column.use === 'id' ? { ...column, use: 'none' as const } : column;
    });
    this.dispatchEvent(new UsesChanged(columns));
  }

  #nameOf(index: number): string {
    return this.entry.preview.columns[index]?.name || t('import.column', { number: index + 1 });
  }

  #renderUse({ use }: ColumnFields, index: number): TemplateResult {
    return html`<select
      class="use"
      aria-label=${t('import.useOf', { name: this.#nameOf(index) })}
      @change=${({ target }: Event) => {
        if (target instanceof HTMLSelectElement) this.#change(index, { use: target.value as ColumnUse });
      }}
    >
      ${USES.map(
        (each) => html`<option value=${each} .selected=${each === use}>${t(`import.uses.${each}`)}</option>`,
      )}
    </select>`;
  }

  #renderTable(): TemplateResult {
    const { columns, preview, name } = this.entry;
    return html`<div class="table" tabindex="0" role="region" aria-label=${`${t('import.preview')}: ${name}`}>
      <table>
        <thead>
          <tr>
            ${columns.map((column, index) => html`<th scope="col">${this.#nameOf(index)} ${this.#renderUse(column, index)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${preview.rows.map(
            (row) =>
              html`<tr>
                ${columns.map(
                  ({ lang, use }, index) =>
                    html`<td class=${use} lang=${lang === 'und' ? nothing : lang} dir=${directionOf(lang)}>
                      ${row[index] ?? ''}
                    </td>`,
                )}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  override render(): TemplateResult {
    const { columns, preview } = this.entry;
    return html`<small>${t('import.rows', { count: preview.count })}</small> ${this.#renderTable()}
      ${columns.map((column, index) =>
        column.use === 'text'
          ? html`<section>
              <h4>${this.#nameOf(index)}</h4>
              <lesart-import-fields
                .fields=${column}
                .name=${this.#nameOf(index)}
                .originals=${this.originals}
                .strict=${this.strict}
                @fields-changed=${({ change }: HTMLElementEventMap['fields-changed']) => {
                  this.#change(index, change);
                }}
              ></lesart-import-fields>
            </section>`
          : nothing,
      )}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lesart-import-columns': ColumnChoice;
  }
  interface HTMLElementEventMap {
    'uses-changed': UsesChanged;
  }
}
