import { type TemplateResult, html, nothing } from 'lit';
import { SEVERITIES, type Severity } from '../../core/mqm/typology.ts';
import { inText, language, t } from '../../i18n/i18n.ts';
import { wording } from '../../i18n/local-text.ts';
import type { Scene } from './layers.ts';

/**
 * What the work is and what the highlights mean; the legend's samples show and hide their marks.
 * @param choose which severities are to be shown; undefined: all
 */
export function renderLead(
  { opened, severities, comparator }: Scene,
  choose: (severities: readonly Severity[] | undefined) => void,
): TemplateResult {
  const toggle = (severity: Severity): void => {
    const shown = SEVERITIES.filter((other) => (other === severity) !== severities.includes(other));
    choose(shown.length === SEVERITIES.length ? undefined : shown);
  };
  const source = wording(opened.work.source, language());
  const sums = opened.severitySums(opened.work.subject);
  const present = [...SEVERITIES].reverse().filter((severity) => (sums[severity] ?? 0) > 0);
  return html`<div class="lead" role="presentation">
    <p>
      <span lang=${source?.lang ?? nothing}>${source?.text}</span>
      ${present.length > 0 ? t('lead.how') : nothing}
    </p>
    ${
      present.length > 0
        ? html`<ul class="legend" aria-label=${t('lead.legend')}>
            ${present.map(
              (severity) =>
                html`<li>
                  <button
                    class="small"
                    type="button"
                    aria-pressed=${severities.includes(severity)}
                    title=${t(`help.severity.${severity}`)}
                    @click=${() => {
                      toggle(severity);
                    }}
                  >
                    <mark class=${severity}>${inText(t(`mqm.severity.${severity}`))}</mark>
                    ${sums[severity]}
                  </button>
                </li>`,
            )}
            <li><span class="shifted">${t(`lead.${comparator}`)}</span></li>
          </ul>`
        : nothing
    }
  </div>`;
}
