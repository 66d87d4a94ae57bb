import { type TemplateResult, html, nothing } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import type { AlignedRow, RowAlignment, Standing } from '../../core/contribution/alignment.ts';
import type { VariantInfo } from '../../core/work/model.ts';
import { language, t } from '../../i18n/i18n.ts';
import { directionOf } from '../direction.ts';
import { isDoubtful } from './doubtful.ts';
import { type Gap, stretchesOf } from './gaps.ts';

export interface TableGiven {
  readonly alignment: RowAlignment;
  /** The rows of the window, by id. */
  readonly ids: readonly string[];
  /** Rows that are shown for the sake of the chosen one. */
  readonly near: ReadonlySet<string>;
  /** Index of the first row among those that the filter leaves, and their number. */
  readonly first: number;
  readonly total: number;
  readonly variants: readonly VariantInfo[];
  readonly active: { readonly row: string; readonly variant: string } | undefined;
  /** Where the active cell would be split. */
  readonly gap: Gap | undefined;
}

/** Never quite sure. */
const percentOf = (confidence: number): number => Math.min(99, Math.round(100 * confidence));

function standingText(standing: Standing | undefined, doubtful: boolean): string {
  if (!standing) return t('alignment.unknown');
  if (standing.kind === 'confirmed') return t('alignment.byPerson', { author: standing.author });
  const percent = percentOf(standing.confidence);
  if (standing.disputed) return t('alignment.disputed', { percent });
  return t(doubtful ? 'alignment.doubt' : 'alignment.sure', { percent });
}

function renderStanding(row: AlignedRow): TemplateResult {
  const { standing } = row;
  const doubtful = isDoubtful(row);
  const text = standingText(standing, doubtful);
  if (!standing) return html`<span class="sr">${text}</span>`;
  if (standing.kind === 'confirmed')
    return html`<span class="standing confirmed" title=${text}
      ><span aria-hidden="true">✓ ${standing.author}</span><span class="sr">${text}</span></span
    >`;
  const percent = percentOf(standing.confidence);
  return html`<span class="standing ${doubtful ? 'doubtful' : 'sure'}" title=${text}
    ><span aria-hidden="true"
      ><span class="percent">${percent} %</span>${standing.disputed ? ' ?' : nothing}</span
    ><span class="bar" aria-hidden="true"><i .style=${`inline-size: ${percent}%`}></i></span
    ><span class="sr">${text}</span></span
  >`;
}

function renderWords(
  alignment: RowAlignment,
  row: AlignedRow,
  variant: string,
  gap: Gap | undefined,
): TemplateResult | readonly TemplateResult[] {
  const stretches = stretchesOf(alignment, row, variant);
  if (stretches.length === 0) return html`<span class="none">${t('alignment.empty')}</span>`;
  const caret = html`<span class="caret" aria-hidden="true"></span>`;
  return stretches.map(({ text }, index) => {
    const at = gap?.stretch === index ? gap.at : undefined;
    // No white space beside the words: offsets are counted in them.
    return at === undefined
      ? html`<span class="stretch">${text}</span>`
      : html`<span class="stretch">${text.slice(0, at)}${caret}${text.slice(at)}</span>`;
  });
}

function renderCell(
  { alignment, active, gap }: TableGiven,
  row: AlignedRow,
  { id, lang }: VariantInfo,
  isStop: boolean,
): TemplateResult {
  const isActive = active?.row === row.id && active.variant === id;
  if (!alignment.texts.has(id))
    return html`<td role="gridcell" tabindex=${isStop ? 0 : -1} data-variant=${id} class="unloaded">
      ${t('alignment.unloaded')}
    </td>`;
  const hasWords = row.cells.has(id);
  return html`<td
    role="gridcell"
    class=${isActive ? 'active' : nothing}
    tabindex=${isStop ? 0 : -1}
    aria-selected=${isActive}
    data-variant=${id}
    lang=${hasWords ? lang : nothing}
    dir=${hasWords ? directionOf(lang) : nothing}
  >
    <div class="read">${renderWords(alignment, row, id, isActive ? gap : undefined)}</div>
  </td>`;
}

/** The columns' heads. */
function renderHead({ variants }: TableGiven): TemplateResult {
  return html`<thead>
    <tr role="row" aria-rowindex="1">
      <th role="columnheader" scope="col">${t('alignment.row')}</th>
      ${variants.map(
        ({ id, lang, label, provenance }) =>
          html`<th role="columnheader" scope="col" data-variant=${id}>
            <i class=${provenance} aria-hidden="true"></i><span lang=${lang}>${label}</span
            ><span class="sr">, ${t(`provenance.${provenance}`)}</span>
          </th>`,
      )}
    </tr>
  </thead>`;
}

/** A window of the rows, side by side. One stop for Tab: the active cell, or else the first. */
export function renderTable(given: TableGiven): TemplateResult {
  const { alignment, ids, near, first, total, variants, active, gap } = given;
  const columns = variants.map(({ id }) => id).join();
  const isIn =
    active !== undefined && ids.includes(active.row) && variants.some(({ id }) => id === active.variant);
  return html`<table
    role="grid"
    aria-label=${t('alignment.table')}
    aria-rowcount=${total + 1}
    aria-colcount=${variants.length + 1}
  >
    ${renderHead(given)}
    <tbody>
      ${repeat(
        ids,
        (id) => id,
        (id, index) => {
          const number = alignment.index.get(id)!;
          const row = alignment.rows[number]!;
          const isActive = active?.row === id;
          const stop = isActive ? active.variant : !isIn && index === 0 ? variants[0]?.id : undefined;
          // Moving on touches two rows only.
          return guard(
            [alignment, columns, number, first + index, near.has(id), stop, isActive && gap, language()],
            () =>
              html`<tr
                role="row"
                data-row=${id}
                aria-rowindex=${first + index + 2}
                class=${[near.has(id) ? 'near' : '', isDoubtful(row) ? 'doubtful' : ''].join(' ')}
              >
                <th role="rowheader" scope="row">
                  <div class="stays"><span class="number">${number + 1}</span> ${renderStanding(row)}</div>
                </th>
                ${variants.map((variant) => renderCell(given, row, variant, variant.id === stop))}
              </tr>`,
          );
        },
      )}
    </tbody>
  </table>`;
}
