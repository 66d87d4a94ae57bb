import { type TemplateResult, html, nothing } from 'lit';
import type { Work } from '../../core/work/model.ts';
import { language, t } from '../../i18n/i18n.ts';
import { anchorsOf } from './add-plan.ts';
import { languageName } from './languages.ts';

/** The texts that a work has, which an addition leaves as they are. */
export function presentTexts({ variants }: Work): TemplateResult {
  return html`<h3>${t('import.present')}</h3>
    <ul class="present">
      ${variants
        .filter(({ status }) => status === 'complete')
        .map(
          ({ label, lang, provenance }) =>
            html`<li>
              <span lang=${lang === 'und' ? nothing : lang}>${label}</span>
              <small
                >${lang === 'und' ? t('import.languageUnknown') : languageName(lang, language())} ·
                ${t(`import.origins.${provenance}`)}</small
              >
            </li>`,
        )}
    </ul>`;
}

/** Which text of the work the added ones are aligned with. */
export function anchorChoice(
  work: Work,
  chosen: string | undefined,
  choose: (id: string) => void,
): TemplateResult {
  const anchors = anchorsOf(work);
  return html`<div class="fields">
    <label
      ><span>${t('import.anchor')}</span>
      <select
        class="anchor"
        @change=${({ target }: Event) => {
          if (target instanceof HTMLSelectElement) choose(target.value);
        }}
      >
        ${anchors.map(
          ({ id, label }, index) =>
            html`<option value=${id} .selected=${id === chosen || (chosen === undefined && index === 0)}>
              ${label}
            </option>`,
        )}
      </select></label
    >
  </div>`;
}
