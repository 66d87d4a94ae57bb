import { LitElement, type TemplateResult, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Problem } from '../../core/problem.ts';
import { LocaleController, t } from '../../i18n/i18n.ts';
import { problemText } from '../../i18n/problem-text.ts';
import type { RejectedRows } from '../../worker/import-run.ts';

/** Rows that are listed: beyond, the file is the better list. */
const SHOWN = 200;

/**
 * The rows of a file that could not be read: where, which column, why.
 *
 * @fires rejected-asked - the reader wants them as a file
 */
@customElement('lesart-rejected-rows')
export class RejectedList extends LitElement {
  static override readonly styles = css`
    .table {
      max-block-size: 40dvh;
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
      padding: 4px 10px;
      text-align: start;
      vertical-align: baseline;
      overflow-wrap: anywhere;
    }

    th {
      position: sticky;
      inset-block-start: 0;
      background: var(--raised);
      color: var(--ink-2);
      font-weight: 600;
    }

    td:first-child {
      font-variant-numeric: tabular-nums;
    }

    small {
      display: block;
      color: var(--ink-2);
    }

    p {
      margin: 6px 0;
    }

    button {
      min-block-size: 34px;
      padding: 2px 12px;
      border: 1px solid var(--edge);
      border-radius: 8px;
      background: none;
      color: var(--ink);
      font: inherit;
      cursor: pointer;
    }

    :focus-visible {
      outline: 2px solid var(--accent);
      outline-offset: 1px;
    }
  `;

  @property({ attribute: false }) rows: RejectedRows = { count: 0, first: [] };

  constructor() {
    super();
    new LocaleController(this);
  }

  #renderRow(problem: Problem, line: number): TemplateResult {
    const { what, remedy } = problemText(problem);
    return html`<tr>
      <td>${line}</td>
      <td>${problem.args['column'] ?? '–'}</td>
      <td>${what}<small>${remedy}</small></td>
    </tr>`;
  }

  override render(): TemplateResult {
    const { count, first } = this.rows;
    const shown = first.slice(0, SHOWN);
    return html`<p>${t('library.rejected', { count })}</p>
      <div class="table" tabindex="0" role="region" aria-label=${t('library.rejected', { count })}>
        <table>
          <thead>
            <tr>
              <th scope="col">${t('library.row')}</th>
              <th scope="col">${t('library.column')}</th>
              <th scope="col">${t('library.reason')}</th>
            </tr>
          </thead>
          <tbody>
            ${shown.map(({ line, problem }) => this.#renderRow(problem, line))}
          </tbody>
        </table>
      </div>
      ${count > shown.length ? html`<p>${t('library.rejectedMore', { count: count - shown.length })}</p>` : nothing}
      <p>
        <button type="button" @click=${() => this.dispatchEvent(new Event('rejected-asked'))}>
          ${t('library.rejectedSave')}
        </button>
      </p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lesart-rejected-rows': RejectedList;
  }
}
