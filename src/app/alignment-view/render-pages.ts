import { type TemplateResult, html, nothing } from 'lit';
import { t } from '../../i18n/i18n.ts';
import { WINDOW } from './shown-rows.ts';

/** Steps through the rows of a long work; nothing where all are there. */
export function renderPages(
  first: number,
  total: number,
  by: (step: number) => void,
  goTo: (index: number) => void,
): TemplateResult | typeof nothing {
  if (total <= WINDOW) return nothing;
  const step = (rows: number, label: string, isThere: boolean): TemplateResult =>
    html`<button
      class="small"
      type="button"
      ?disabled=${!isThere}
      @click=${() => {
        by(rows);
      }}
    >
      ${label}
    </button>`;
  return html`<form
    class="pages"
    @submit=${(event: SubmitEvent) => {
      event.preventDefault();
      const field = (event.target as HTMLFormElement).querySelector('input');
      if (field?.valueAsNumber) goTo(field.valueAsNumber - 1);
    }}
  >
    ${step(-WINDOW, t('alignment.earlier'), first > 0)}
    ${step(WINDOW, t('alignment.later'), first + WINDOW < total)}
    <label
      >${t('alignment.goTo')} <input type="number" min="1" max=${total} required .value=${String(first + 1)}
    /></label>
    <button class="small" type="submit">${t('alignment.go')}</button>
  </form>`;
}

/** The queue has nothing. */
export function renderEmpty(isJudged: boolean, showAll: () => void): TemplateResult {
  return html`<div class="empty">
    <p>${t(isJudged ? 'alignment.allSure' : 'alignment.nothingEstimated')}</p>
    <button type="button" class="small" @click=${showAll}>${t('alignment.showAll')}</button>
  </div>`;
}
