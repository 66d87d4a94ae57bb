import { type TemplateResult, html } from 'lit';
import { t } from '../../i18n/i18n.ts';
import { type StatisticsFilter, readFilter, writeFilter } from '../statistics-view/statistics-filter.ts';
import '../statistics-view/statistics-view.ts';
import type { PageSources } from './page.ts';

/** The filter that some parameters say, kept: another object would be counted anew. */
let known: readonly [string, StatisticsFilter] | undefined;

function filterOf(parameters: string): StatisticsFilter {
  if (known?.[0] !== parameters) known = [parameters, readFilter(new URLSearchParams(parameters))];
  return known[1];
}

/** The statistics in the shell. Loaded with the first. */
export function renderPage({ opened, filter, changed }: PageSources): TemplateResult {
  return html`<lesart-statistics-view
    class="page"
    role="main"
    tabindex="-1"
    aria-label=${t('app.statistics')}
    .opened=${opened}
    .filter=${filterOf(filter)}
    @filter-changed=${(event: HTMLElementEventMap['filter-changed']) => {
      const parameters = new URLSearchParams();
      writeFilter(event.filter, parameters);
      changed(parameters.toString());
    }}
  ></lesart-statistics-view>`;
}
