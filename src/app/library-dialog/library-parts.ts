import { type TemplateResult, html, nothing } from 'lit';
import { t } from '../../i18n/i18n.ts';
import type { Work } from '../../core/work/model.ts';
import type { BackOffer } from '../export-dialog/show-export.ts';

/**
 * A sentence at the foot of the list of works, with what takes back what it tells of.
 * @param reload slug of the open work, which is shown as it was before
 */
export function footNote(
  text: string | undefined,
  undo: (() => void) | undefined,
  reload?: string,
): TemplateResult {
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
            ${
              reload === undefined
                ? nothing
                : html`<a class="reload" href=${import.meta.env.BASE_URL + reload}>${t('library.reload')}</a>`
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

/** The works that came with the app. */
export const shippedWorks = (
  works: readonly Work[],
  save: (slug: string) => void,
): TemplateResult | typeof nothing =>
  works.length === 0
    ? nothing
    : html`<h3>${t('library.shipped')}</h3>
        <ul class="works">
          ${works.map(
            (work) =>
              html`<li>
                <lesart-work-entry
                  .work=${work}
                  @work-wished=${() => {
                    save(work.slug);
                  }}
                ></lesart-work-entry>
              </li>`,
          )}
        </ul>`;
