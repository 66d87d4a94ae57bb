import { LitElement, type TemplateResult, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Problem } from '../../core/problem.ts';
import { LocaleController, t } from '../../i18n/i18n.ts';
import { problemText } from '../../i18n/problem-text.ts';
import { MarkActivated } from '../events.ts';
import type { StrayMark } from '../opened-work.ts';
import { styles } from './fault-list.styles.ts';

/** Up to this many are shown at once, without asking. */
const FEW = 2;

/** More than this are counted, not listed. */
const MOST = 100;

/**
 * What could not be read or placed: where, what, and what to do. Everything else of the work is shown. That there is
 * such a list is news, which the shell tells: a status region that comes with its words is not announced.
 *
 * @fires mark-activated - the reader wants to see a stray mark
 */
@customElement('lesart-fault-list')
export class FaultList extends LitElement {
  static override readonly styles = styles;

  @property({ attribute: false }) problems: readonly Problem[] = [];
  @property({ attribute: false }) strays: readonly StrayMark[] = [];

  constructor() {
    super();
    new LocaleController(this);
  }

  #renderProblem(problem: Problem): TemplateResult {
    const { what, remedy } = problemText(problem);
    const place = [problem.file, problem.line].filter((part) => part !== undefined).join(':');
    return html`<li>
      ${place ? html`<code>${place}</code> ` : nothing}${what}${remedy ? html`<small>${remedy}</small>` : nothing}
    </li>`;
  }

  #renderStray({ mark, state }: StrayMark): TemplateResult {
    return html`<li>
      <button
        type="button"
        @click=${() => this.dispatchEvent(new MarkActivated(mark.id, mark.paragraph, 'panel'))}
      >
        ${mark.variant}/${mark.paragraph}
      </button>
      ${t(`faults.${state}`, { quote: mark.spans[0]?.quote.exact ?? '' })}
    </li>`;
  }

  override render(): TemplateResult {
    const count = this.problems.length + this.strays.length;
    return html`<section aria-label=${t('faults.label')}>
      <details ?open=${count <= FEW}>
        <summary>${t('faults.summary', { count })}</summary>
        <ul>
          ${this.problems.slice(0, MOST).map((problem) => this.#renderProblem(problem))}
          ${this.strays.slice(0, Math.max(0, MOST - this.problems.length)).map((stray) => this.#renderStray(stray))}
          ${count > MOST ? html`<li>${t('faults.more', { count: count - MOST })}</li>` : nothing}
        </ul>
      </details>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lesart-fault-list': FaultList;
  }
}
