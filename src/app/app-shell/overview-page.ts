import { type TemplateResult, html } from 'lit';
import { t } from '../../i18n/i18n.ts';
import '../overview-view/overview-view.ts';
import { MEASURES, type Measure } from '../overview-view/heat-cell.ts';
import type { PageSources } from './page.ts';

const measureOf = (filter: string): Measure =>
  MEASURES.find((measure) => measure === new URLSearchParams(filter).get('om')) ?? 'departures';

/** The overview in the shell; `om` in the address says what its cells show. Loaded with the first. */
export function renderPage({ opened, columns, active, filter, changed }: PageSources): TemplateResult {
  return html`<lesart-overview-view
    class="page"
    role="main"
    tabindex="-1"
    aria-label=${t('app.overview')}
    .opened=${opened}
    .columns=${columns}
    .active=${active}
    .measure=${measureOf(filter)}
    @measure-chosen=${({ measure }: HTMLElementEventMap['measure-chosen']) => {
      changed(measure === 'departures' ? '' : new URLSearchParams({ om: measure }).toString());
    }}
  ></lesart-overview-view>`;
}
