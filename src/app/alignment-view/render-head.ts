import { type TemplateResult, html, nothing } from 'lit';
import type { VariantInfo } from '../../core/work/model.ts';
import { t } from '../../i18n/i18n.ts';
import { ROW_FILTERS, type RowFilter } from './alignment-events.ts';
import type { Tally } from './doubtful.ts';

export interface HeadGiven {
  readonly tally: Tally;
  readonly filter: RowFilter;
  readonly choose: (filter: RowFilter) => void;
  readonly variants: readonly VariantInfo[];
  readonly columns: readonly string[];
  readonly setColumns: (columns: readonly string[]) => void;
  /** Whether the reader's name is asked for. */
  readonly asksName: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly step: (direction: 'undo' | 'redo') => void;
  readonly nextDoubtful: () => void;
  /** How many texts are not there yet. */
  readonly missing: number;
  /** How far the aligner is, 0 to 1; undefined: it does not run. */
  readonly share: number | undefined;
  readonly realign: () => void;
  readonly cancel: () => void;
}

function renderFilter({ filter, choose, tally }: HeadGiven): TemplateResult {
  return html`<fieldset class="switch">
    <legend class="sr">${t('alignment.filter')}</legend>
    ${ROW_FILTERS.map(
      (each) =>
        html`<label
          ><input
            type="radio"
            name="filter"
            .checked=${each === filter}
            @change=${() => {
              choose(each);
            }}
          />${t(`alignment.filters.${each}`)}${
            each === 'doubtful' ? html`&nbsp;<span class="count">${tally.doubtful}</span>` : nothing
          }</label
        >`,
    )}
  </fieldset>`;
}

function renderColumns({ variants, columns, setColumns }: HeadGiven): TemplateResult {
  return html`<details class="columns">
    <summary>${t('alignment.columns')}</summary>
    <fieldset class="popover">
      <legend>${t('alignment.columnsHint')}</legend>
      ${variants.map(({ id, lang, label }) => {
        const isOn = columns.includes(id);
        return html`<label
          ><input
            type="checkbox"
            .checked=${isOn}
            ?disabled=${isOn && columns.length === 1}
            @change=${() => {
              setColumns(isOn ? columns.filter((each) => each !== id) : [...columns, id]);
            }}
          /><span lang=${lang}>${label}</span></label
        >`;
      })}
    </fieldset>
  </details>`;
}

function renderRealign({ share, realign, cancel, missing }: HeadGiven): TemplateResult {
  if (share === undefined)
    return html`<button
      class="small realign"
      type="button"
      title=${t('alignment.realignHint')}
      ?disabled=${missing > 0}
      @click=${realign}
    >
      ${t('alignment.realign')}
    </button>`;
  const percent = Math.floor(100 * share);
  const text = t('alignment.running', { percent });
  return html`<span class="running"
    ><progress max="100" .value=${percent} aria-label=${text}></progress> ${text}
    <button class="small" type="button" @click=${cancel}>${t('alignment.cancel')}</button></span
  >`;
}

/** What the page is about, how the work stands, and what concerns all rows. */
export function renderHead(given: HeadGiven): TemplateResult {
  const { tally, canUndo, canRedo, step, nextDoubtful, share, missing, asksName } = given;
  return html`<div class="top">
    <h2>${t('alignment.title')}</h2>
    <p class="tally">
      ${t('alignment.rows', { count: tally.rows })} ·
      ✓&nbsp;${t('alignment.confirmed', {
        count: tally.confirmed,
      })}
      · ${t('alignment.doubtful', { count: tally.doubtful })}
    </p>
    <p class="means">
      ${t('alignment.intro')} ${tally.estimated > 0 ? t('alignment.confidenceMeans') : nothing}
    </p>
    <div class="bar-of">
      ${renderFilter(given)}${renderColumns(given)}
      <button
        class="small"
        type="button"
        aria-keyshortcuts="n"
        ?disabled=${tally.doubtful === 0}
        @click=${nextDoubtful}
      >
        ${t('alignment.nextDoubtful')} <kbd aria-hidden="true">N</kbd>
      </button>
      <button
        class="small"
        type="button"
        aria-keyshortcuts="Control+Z"
        ?disabled=${!canUndo || share !== undefined}
        @click=${() => {
          step('undo');
        }}
      >
        ${t('alignment.undo')}
      </button>
      <button
        class="small"
        type="button"
        aria-keyshortcuts="Control+Shift+Z"
        ?disabled=${!canRedo || share !== undefined}
        @click=${() => {
          step('redo');
        }}
      >
        ${t('alignment.redo')}
      </button>
      ${renderRealign(given)}
      ${
        asksName
          ? html`<label class="name"
              >${t('alignment.name')} <input type="text" autocomplete="name" maxlength="100"
            /></label>`
          : nothing
      }
    </div>
    ${missing > 0 ? html`<p class="aside">${t('alignment.missing', { count: missing })}</p>` : nothing}
  </div>`;
}
