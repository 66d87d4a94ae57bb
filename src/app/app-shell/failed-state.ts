import { type TemplateResult, html, nothing } from 'lit';
import type { Problem } from '../../core/problem.ts';
import { t } from '../../i18n/i18n.ts';
import { problemText } from '../../i18n/problem-text.ts';

/** Why a work cannot be shown, and the ways on. */
export function renderFailed(
  problems: readonly Problem[],
  slug: string,
  base: string,
  retry: () => void,
): TemplateResult {
  return html`<main class="state" role="main">
    <h1>${t('app.failed')}</h1>
    <div role="alert">
      ${problems.length === 0 ? html`<p>${t('app.noWorks')}</p>` : nothing}
      ${problems.map((problem) => {
        // A host that has no such file has no such work.
        if (problem.code === 'file-unavailable' && problem.args['reason'] === 'HTTP 404')
          return html`<p>${t('app.unknownWork', { slug })}</p>`;
        const { what, remedy } = problemText(problem);
        const place = [problem.file, problem.line].filter((part) => part !== undefined).join(':');
        return html`<p>${place ? html`<code>${place}</code>: ` : nothing}${what} → ${remedy}</p>`;
      })}
    </div>
    <p>
      <button type="button" @click=${retry}>${t('app.retry')}</button>
      <a href=${base}>${t('app.first')}</a>
    </p>
  </main>`;
}
