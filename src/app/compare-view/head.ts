import { type TemplateResult, html, nothing } from 'lit';
import type { VariantInfo } from '../../core/work/model.ts';
import { language, t } from '../../i18n/i18n.ts';
import { wording } from '../../i18n/local-text.ts';
import type { Scene } from './layers.ts';

/** What stands over a column: the language, where its text comes from, and on demand what is known of it. */
export function renderHead({ opened, loading }: Scene, variant: VariantInfo): TemplateResult {
  const count = opened.markCount(variant.id);
  const facts = [
    ...(variant.id === opened.work.reference ? [t('compare.reference')] : []),
    ...(count > 0 ? [t('bar.marks', { count })] : []),
    ...(loading.has(variant.id) ? [t('compare.loading')] : []),
    ...(!loading.has(variant.id) && !opened.texts.has(variant.id) ? [t('compare.unavailable')] : []),
  ];
  const note = wording(variant.note, language());
  return html`<div
    class="head"
    role="columnheader"
    data-variant=${variant.id}
    aria-busy=${loading.has(variant.id)}
  >
    <strong lang=${variant.lang}>${variant.label}</strong>
    <button
      class="about"
      type="button"
      popovertarget="about-${variant.id}"
      aria-label=${t('compare.about', { variant: variant.label })}
      title=${t('compare.about', { variant: variant.label })}
    >
      <span aria-hidden="true">i</span>
    </button>
    <small
      ><span class=${variant.provenance}>${t(`provenance.${variant.provenance}`)}</span>${facts.map(
        (fact) => ` · ${fact}`,
      )}</small
    >
    <div class="note popover" id="about-${variant.id}" popover role="dialog" aria-label=${variant.label}>
      <p>${t(`provenanceMeans.${variant.provenance}`)}</p>
      ${note ? html`<p lang=${note.lang}>${note.text}</p>` : nothing}
    </div>
  </div>`;
}
