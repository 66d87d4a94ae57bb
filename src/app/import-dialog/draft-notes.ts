import { type TemplateResult, html, nothing } from 'lit';
import { t } from '../../i18n/i18n.ts';
import type { Making } from './draft.ts';
import { failureText } from './making-report.ts';
import type { Lack } from './plan.ts';

/**
 * What is to be said below the texts of a draft: what went wrong, what is lacking, what has just been done.
 * @param isAddition the texts are for a work that is there
 */
export function draftNotes(
  making: Making | undefined,
  lacks: readonly Lack[],
  done: string,
  isAddition: boolean,
): TemplateResult {
  const failure = failureText(making, isAddition);
  const said = making?.state === 'back' && making.isDone ? t('import.takenBack') : done;
  return html`<div role="alert">
      ${failure === undefined ? nothing : html`<div class="note fault">${failure}</div>`}
      ${
        lacks.length === 0
          ? nothing
          : html`<div class="lacks fault">
              <p>${t(isAddition ? 'import.lackingToAdd' : 'import.lacking')}</p>
              <ul>
                ${lacks.map(
                  (lack) =>
                    html`<li>
                      ${t(`import.lacks.${lack.lack}`, { name: 'name' in lack ? lack.name : '' })}
                    </li>`,
                )}
              </ul>
            </div>`
      }
    </div>
    <div role="status">${said === '' ? nothing : html`<p class="hint">${said}</p>`}</div>`;
}
