import { type TemplateResult, html, nothing } from 'lit';
import { t } from '../../i18n/i18n.ts';
import type { BackOffer } from '../export-dialog/show-export.ts';

/** A sentence at the foot of the list of works, with what takes back what it tells of. */
export function footNote(text: string | undefined, undo: (() => void) | undefined): TemplateResult {
  return html`<div role="status">
    ${
      text === undefined
        ? nothing
        : html`<div class="note row">
            <span>${text}</span>
            ${
              undo
                ? html`<button type="button" class="undo" @click=${undo}>${t('library.undo')}</button>`
                : nothing
            }
          </div>`
    }
  </div>`;
}

/** A file that names paragraphs of the open work: are these corrections of it, or texts of a new one? */
export function backQuestion(
  { name, title }: BackOffer,
  takeBack: () => void,
  makeNew: () => void,
): TemplateResult {
  return html`<div class="note row" role="status">
    <span>${t('export.back.ask', { name, title })}</span>
    <button type="button" class="back" @click=${takeBack}>${t('export.back.askBack')}</button>
    <button type="button" @click=${makeNew}>${t('export.back.askNew')}</button>
  </div>`;
}

/** Saving and restoring everything of the reader. */
export function backupPart(isBusy: boolean, save: () => void, choose: () => void): TemplateResult {
  return html`<h3>${t('library.backup')}</h3>
    <p class="hint">${t('library.backupHint')}</p>
    <div class="row">
      <button type="button" class="backup" ?disabled=${isBusy} @click=${save}>
        ${t('library.backupSave')}
      </button>
      <button type="button" @click=${choose}>${t('library.backupRestore')}</button>
    </div>`;
}
