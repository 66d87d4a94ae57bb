import { type TemplateResult, html } from 'lit';
import type { Glossary } from '../../core/work/glossary.ts';
import { t } from '../../i18n/i18n.ts';
import { glossarySource } from '../controllers/glossary.ts';
import type { ReaderLog } from '../controllers/reader-log.ts';
import { Reviewing } from '../controllers/reviewing.ts';
import type { OpenedWork } from '../opened-work.ts';
import type { ReviewFilterChanged } from '../review-view/review-events.ts';
import { type ReviewFilter, readReviewFilter, writeReviewFilter } from '../review-view/review-filter.ts';
import '../review-view/review-view.ts';
import type { PageSources } from './page.ts';

/** The filter that some parameters say, kept: another object would begin the list anew. */
let known: readonly [string, ReviewFilter] | undefined;

function filterOf(parameters: string): ReviewFilter {
  if (known?.[0] !== parameters) known = [parameters, readReviewFilter(new URLSearchParams(parameters))];
  return known[1];
}

/** One for each log: what a reader says of findings becomes records. */
const reviewers = new WeakMap<ReaderLog, Reviewing>();
/** Who is told when a glossary changes. */
let told: (() => void) | undefined;

function reviewerOf(log: ReaderLog): Reviewing {
  const known = reviewers.get(log) ?? new Reviewing(log);
  reviewers.set(log, known);
  return known;
}

/** The glossary that the work is held to, once all of it has come; `arrived` is called then, and when it changes. */
function glossaryOf(opened: OpenedWork, arrived: () => void): Glossary | undefined {
  const source = glossarySource();
  if (!told) source.addEventListener('changed', () => told?.());
  told = arrived;
  const glossary = source.glossaryOf(opened);
  // In two halves it would have everything checked twice.
  return source.isReady(opened) ? glossary : undefined;
}

/** The queue in the shell, with what its events do. Loaded with the first. */
export function renderPage({
  opened,
  log,
  filter,
  base,
  changed,
  turnTo,
  refresh,
}: PageSources): TemplateResult {
  const reviewing = reviewerOf(log);
  const glossary = glossaryOf(opened, refresh);
  return html`<lesart-review-view
    class="page"
    role="main"
    tabindex="-1"
    aria-label=${t('app.review')}
    .opened=${opened}
    .glossary=${glossary}
    .filter=${filterOf(filter)}
    @filter-changed=${(event: ReviewFilterChanged) => {
      const parameters = new URLSearchParams();
      writeReviewFilter(event.filter, parameters);
      changed(parameters.toString());
    }}
    @finding-marked=${({ finding, severity, comment }: HTMLElementEventMap['finding-marked']) => {
      void reviewing.mark(opened, finding, severity, comment);
    }}
    @finding-dismissed=${({ finding }: HTMLElementEventMap['finding-dismissed']) => {
      void reviewing.dismiss(opened, finding);
    }}
    @dismissal-withdrawn=${({ finding }: HTMLElementEventMap['dismissal-withdrawn']) => {
      void reviewing.restore(opened, finding);
    }}
    ><a
      slot="beside"
      href=${`${base + opened.work.slug}?view=alignment`}
      @click=${(event: MouseEvent) => {
        // Another tab or window is the browser's to open.
        if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        turnTo('alignment');
      }}
      >${t('alignment.check')}</a
    ></lesart-review-view
  >`;
}
