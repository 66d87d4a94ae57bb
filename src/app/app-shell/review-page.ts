import { type TemplateResult, html } from 'lit';
import type { Glossary } from '../../core/work/glossary.ts';
import { t } from '../../i18n/i18n.ts';
import { fetchGlossary } from '../../store/shipped-glossary.ts';
import type { ReaderLog } from '../controllers/reader-log.ts';
import { Reviewing } from '../controllers/reviewing.ts';
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
/** The glossaries that were asked for, by work: the promise first, then what came. */
const glossaries = new Map<string, Glossary | undefined>();

function reviewerOf(log: ReaderLog): Reviewing {
  const known = reviewers.get(log) ?? new Reviewing(log);
  reviewers.set(log, known);
  return known;
}

/** The work's glossary, which is asked for at the first call; `arrived` is called once it is there. */
function glossaryOf(base: string, slug: string, arrived: () => void): Glossary | undefined {
  if (!glossaries.has(slug)) {
    glossaries.set(slug, undefined);
    void fetchGlossary(base, slug).then((glossary) => {
      glossaries.set(slug, glossary);
      if (glossary) arrived();
    });
  }
  return glossaries.get(slug);
}

/** The queue in the shell, with what its events do. Loaded with the first. */
export function renderPage({ opened, log, base, filter, changed, refresh }: PageSources): TemplateResult {
  const reviewing = reviewerOf(log);
  const glossary = glossaryOf(base, opened.work.slug, refresh);
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
  ></lesart-review-view>`;
}
