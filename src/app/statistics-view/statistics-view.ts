import { LitElement, type TemplateResult, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Statistics } from '../../core/mqm/statistics.ts';
import { SCORERS } from '../../core/mqm/weight.ts';
import { LocaleController, language, t } from '../../i18n/i18n.ts';
import type { OpenedWork } from '../opened-work.ts';
import type { Chart } from './chart.ts';
import { decimal, signed } from './decimal.ts';
import { FilterChanged } from './filter-changed.ts';
import { Memo } from './memo.ts';
import type { PairChosen } from './significance-test.ts';
import './significance-test.ts';
import { agreementChart, binSize, categoryChart, paragraphChart, scoreChart } from './statistics-charts.ts';
import { choicesOf } from './statistics-choices.ts';
import { type Counted, StatisticsCount } from './statistics-count.ts';
import { measurable } from './corrected-text.ts';
import './edit-effort.ts';
import './statistics-figure.ts';
import './text-metrics.ts';
import { type StatisticsFilter, restrictions, shortest, unrestricted } from './statistics-filter.ts';
import type { Choices } from './statistics-filters.ts';
import './statistics-filters.ts';
import {
  agreementTable,
  annotatorTable,
  categoryTable,
  differenceTable,
  paragraphTable,
  variantTable,
} from './statistics-tables.ts';
import { styles } from './statistics-view.styles.ts';
import type { Table } from './table.ts';

/** As wide as this the filters need no fold. */
const WIDE = '(min-width: 50.01rem)';

/** Everything that the sections show, made once for what was counted, the filter and the language. */
interface Sections {
  readonly variants: Section;
  readonly paragraphs: Section;
  readonly categories: Section;
  readonly annotators: Section;
  readonly differences: Table | undefined;
}
interface Section {
  readonly chart: Chart | undefined;
  readonly table: Table;
}

/**
 * What the marks of a work amount to: scores by both published MQM scorers in every breakdown, what makes the two
 * differ, how far annotators agree, and whether two variants really differ. Its texts are a later group: await
 * `loadLaterTexts` first.
 *
 * @fires filter-changed - the reader wants to count or see something else
 * @fires paragraph-activated - the reader chose a paragraph
 */
@customElement('lesart-statistics-view')
export class StatisticsView extends LitElement {
  static override readonly styles = styles;

  @property({ attribute: false }) opened!: OpenedWork;
  @property({ attribute: false }) filter: StatisticsFilter = {};

  readonly #count = new StatisticsCount(this);
  readonly #sections = new Memo<Sections>();
  readonly #agreement = new Memo<Section | undefined>();
  readonly #choices = new Memo<Choices>();

  constructor() {
    super();
    new LocaleController(this);
  }

  protected override willUpdate(): void {
    this.#count.turnTo(this.opened, this.filter);
  }

  /** A variant's label; with its id where another variant is labelled alike. */
  readonly #nameOf = (id: string): string => {
    const label = this.opened.variant(id)?.label;
    if (label === undefined) return id;
    const isAlone = this.opened.work.variants.every((other) => other.id === id || other.label !== label);
    return isAlone ? label : `${label} (${id})`;
  };

  readonly #wordsOf = (paragraph: string): number | undefined => this.#count.wordsOf(this.opened, paragraph);

  #fileName(part: string): string {
    return `${this.opened.work.slug}-${part}`;
  }

  #turn(change: StatisticsFilter): void {
    this.#ask({ ...this.filter, ...change });
  }

  #ask(filter: StatisticsFilter): void {
    this.dispatchEvent(new FilterChanged(shortest(filter)));
  }

  #sectionsOf({ statistics }: Counted): Sections {
    const { per, scorer } = this.filter;
    return this.#sections.get([statistics, per, scorer, this.opened, language()], () =>
      this.#make(statistics),
    );
  }

  #agreementOf({ agreements }: Counted): Section | undefined {
    return this.#agreement.get([agreements, language()], () =>
      agreements && agreements.pairs.length > 0
        ? { chart: agreementChart(agreements), table: agreementTable(agreements) }
        : undefined,
    );
  }

  #choicesOf({ all }: Counted): Choices {
    return this.#choices.get([all, this.filter, this.opened, language()], () => {
      const order = this.opened.work.variants.map(({ id }) => id);
      return choicesOf(all, this.filter, order, this.#nameOf);
    });
  }

  #make(statistics: Statistics): Sections {
    const { variants, annotators, paragraphs, categories, differences } = statistics;
    const { per } = this.filter;
    const nameOf = this.#nameOf;
    return {
      variants: {
        chart: scoreChart(
          variants.map((row) => ({ name: nameOf(row.variant), row })),
          { label: t('statistics.byVariant'), names: t('statistics.variant') },
          per,
        ),
        table: variantTable(statistics, nameOf),
      },
      paragraphs: {
        chart: paragraphChart(paragraphs, this.filter, nameOf),
        table: paragraphTable(statistics, nameOf),
      },
      categories: {
        chart: categories.length > 0 ? categoryChart(categories) : undefined,
        table: categoryTable(categories, nameOf),
      },
      annotators: {
        chart:
          annotators.length > 1
            ? scoreChart(
                annotators.map((row) => ({ name: row.annotator, row })),
                { label: t('statistics.byAnnotator'), names: t('statistics.annotator') },
                per,
              )
            : undefined,
        table: annotatorTable(statistics),
      },
      differences: differences.length > 0 ? differenceTable(differences, nameOf) : undefined,
    };
  }

  #renderFigure({ chart, table }: Section, part: string): TemplateResult {
    return html`<lesart-statistics-figure
      .chart=${chart}
      .table=${table}
      .fileName=${this.#fileName(part)}
    ></lesart-statistics-figure>`;
  }

  #renderSums({ statistics }: Counted): TemplateResult {
    const { variants, annotators } = statistics;
    const sum = (key: 'errors' | 'segments'): number => variants.reduce((total, row) => total + row[key], 0);
    const sums = [
      [t('statistics.errors'), sum('errors')],
      [t('statistics.segments'), sum('segments')],
      [t('statistics.variants'), variants.length],
      [t('statistics.annotators'), annotators.length],
    ] as const;
    return html`<dl class="sums">
        ${sums.map(
          ([name, value]) =>
            html`<div>
              <dt>${name}</dt>
              <dd>${decimal(value, 0)}</dd>
            </div>`,
        )}
      </dl>
      <p>${t(this.filter.unmarked === 'clean' ? 'statistics.judgedAll' : 'statistics.judged')}</p>`;
  }

  #renderFilters(counted: Counted): TemplateResult {
    const active = restrictions(this.filter);
    return html`<details class="filters" ?open=${matchMedia(WIDE).matches}>
      <summary>
        ${active > 0 ? t('statistics.filtersOn', { number: active }) : t('statistics.filters')}
      </summary>
      <lesart-statistics-filters
        .filter=${this.filter}
        .choices=${this.#choicesOf(counted)}
        .last=${this.opened.rows.length}
        @filter-changed=${({ filter }: FilterChanged) => {
          this.#ask(filter);
        }}
      ></lesart-statistics-filters>
    </details>`;
  }

  #renderProgress(): TemplateResult {
    const { progress } = this.#count;
    return html`<div class="counting" role="status">
      ${
        progress
          ? html`${t('statistics.counting')}
              <progress
                aria-label=${t('statistics.counting')}
                max=${Math.max(1, progress.total)}
                .value=${progress.done}
              ></progress>`
          : nothing
      }
    </div>`;
  }

  #renderScorer(): TemplateResult {
    const now = this.filter.scorer ?? 'wmt';
    return html`<fieldset aria-label=${t('statistics.scorer')}>
      ${SCORERS.map(
        (scorer) =>
          html`<button
            type="button"
            aria-pressed=${scorer === now}
            @click=${() => {
              this.#turn({ scorer: scorer === 'marot' ? 'marot' : undefined });
            }}
          >
            ${t(`statistics.${scorer}`)}
          </button>`,
      )}
    </fieldset>`;
  }

  #renderParagraphs(section: Section, { statistics }: Counted): TemplateResult {
    const { paragraphs } = statistics;
    const size = binSize(paragraphs[0]?.number ?? 1, paragraphs.at(-1)?.number ?? 1);
    return html`<section class="wide" aria-labelledby="paragraphs">
      <div class="head">
        <h3 id="paragraphs">${t('statistics.byParagraph')}</h3>
        ${this.#renderScorer()}
      </div>
      <p>
        ${t('statistics.byParagraphHint')} ${size > 1 ? t('statistics.binned', { number: size }) : nothing}
      </p>
      ${this.#renderFigure(section, 'paragraphs')}
    </section>`;
  }

  #renderDifferences(table: Table | undefined, { statistics }: Counted): TemplateResult {
    const differing = statistics.variants.filter(
      ({ perSegment: { wmt, marot } }) => Math.abs(marot - wmt) >= 0.005,
    );
    return html`<section class="wide" aria-labelledby="difference">
      <h3 id="difference">${t('statistics.difference')}</h3>
      ${
        table
          ? html`${differing.map(
              ({ variant, perSegment: { wmt, marot } }) =>
                html`<p>
                  ${t('statistics.differenceOf', {
                    variant: this.#nameOf(variant),
                    wmt: decimal(wmt, 2),
                    marot: decimal(marot, 2),
                    difference: signed(marot - wmt, 2),
                  })}
                </p>`,
            )}
            ${this.#renderFigure({ chart: undefined, table }, 'scorers')}`
          : html`<p>${t('statistics.noDifference')}</p>`
      }
    </section>`;
  }

  #renderAgreement(section: Section | undefined, { agreements }: Counted): TemplateResult {
    return html`<section class="wide" aria-labelledby="agreement">
      <h3 id="agreement">${t('statistics.agreement')}</h3>
      ${this.#renderAgreementBody(section, agreements)}
    </section>`;
  }

  #renderAgreementBody(section: Section | undefined, agreements: Counted['agreements']): TemplateResult {
    if (!agreements) return html`<p>${t('statistics.counting')}</p>`;
    const { annotators, alpha } = agreements;
    if (annotators.length < 2)
      return html`<p>${t('statistics.oneAnnotator', { name: annotators[0] ?? '–' })}</p>`;
    if (!section) return html`<p>${t('statistics.noCommon', { number: annotators.length })}</p>`;
    return html`${
      alpha === undefined ? nothing : html`<p>${t('statistics.alpha', { alpha: decimal(alpha, 2) })}</p>`
    }${this.#renderFigure(section, 'agreement')}`;
  }

  #renderSignificance({ statistics }: Counted): TemplateResult {
    const ids = statistics.variants.map(({ variant }) => variant);
    return html`<section class="wide" aria-labelledby="significance">
      <h3 id="significance">${t('statistics.significance')}</h3>
      ${
        ids.length < 2
          ? html`<p>${t('statistics.oneVariant', { name: this.#nameOf(ids[0] ?? '–') })}</p>`
          : html`<lesart-significance-test
              .variants=${ids}
              .paragraphs=${statistics.paragraphs}
              .pair=${this.filter.pair}
              .nameOf=${this.#nameOf}
              .fileName=${this.#fileName('significance')}
              @pair-chosen=${({ pair }: PairChosen) => {
                this.#turn({ pair });
              }}
            ></lesart-significance-test>`
      }
    </section>`;
  }

  /** What does not depend on marks. */
  #renderCorrected(): TemplateResult {
    return html`<section class="wide" aria-labelledby="effort">
        <h3 id="effort">${t('statistics.effort')}</h3>
        <lesart-edit-effort
          .opened=${this.opened}
          .wordsOf=${this.#wordsOf}
          .nameOf=${this.#nameOf}
          .fileName=${this.#fileName('effort')}
        ></lesart-edit-effort>
      </section>
      <section class="wide" aria-labelledby="metrics">
        <h3 id="metrics">${t('statistics.metrics')}</h3>
        <lesart-text-metrics
          .opened=${this.opened}
          .nameOf=${this.#nameOf}
          .fileName=${this.#fileName('metrics')}
        ></lesart-text-metrics>
      </section>`;
  }

  #renderSections(counted: Counted): TemplateResult {
    const sections = this.#sectionsOf(counted);
    return html`${this.#renderSums(counted)}
      <div class="sections">
        <section class="wide" aria-labelledby="variants">
          <h3 id="variants">${t('statistics.byVariant')}</h3>
          ${this.#renderFigure(sections.variants, 'variants')}
        </section>
        <section class="wide" aria-labelledby="annotators">
          <h3 id="annotators">${t('statistics.byAnnotator')}</h3>
          ${this.#renderFigure(sections.annotators, 'annotators')}
        </section>
        ${this.#renderParagraphs(sections.paragraphs, counted)}
        <section class="wide" aria-labelledby="categories">
          <h3 id="categories">${t('statistics.byCategory')}</h3>
          ${this.#renderFigure(sections.categories, 'categories')}
        </section>
        ${this.#renderDifferences(sections.differences, counted)}
        ${this.#renderAgreement(this.#agreementOf(counted), counted)} ${this.#renderSignificance(counted)}
        ${this.#renderCorrected()}
      </div>`;
  }

  #renderNoMatch(): TemplateResult {
    return html`<div class="empty">
      <p>${t('statistics.noMatch')}</p>
      <button
        type="button"
        @click=${() => {
          this.#ask(unrestricted(this.filter));
        }}
      >
        ${t('statistics.clear')}
      </button>
    </div>`;
  }

  #renderBody(counted: Counted): TemplateResult {
    if (counted.all.length === 0)
      return html`<div class="empty"><p>${t('statistics.none')}</p></div>
        ${
          measurable(this.opened).size > 0
            ? html`<div class="sections">${this.#renderCorrected()}</div>`
            : nothing
        }`;
    const isWithoutErrors = counted.shown.every(({ error }) => error === undefined);
    const asksForErrors = this.filter.categories !== undefined || this.filter.severities !== undefined;
    return html`${this.#renderFilters(counted)} ${this.#renderProgress()}
    ${
      counted.shown.length === 0 || (isWithoutErrors && asksForErrors)
        ? this.#renderNoMatch()
        : this.#renderSections(counted)
    }`;
  }

  override render(): TemplateResult {
    const { counted } = this.#count;
    return html`<div class="page">
      <h2>${t('statistics.title')}</h2>
      ${counted ? this.#renderBody(counted) : this.#renderProgress()}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lesart-statistics-view': StatisticsView;
  }
}
