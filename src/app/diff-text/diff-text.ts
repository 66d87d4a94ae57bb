import { LitElement, type TemplateResult, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Diff, Hunk } from '../../core/compare/diff.ts';
import { LocaleController, t } from '../../i18n/i18n.ts';
import type { Outcome } from '../comparisons.ts';
import { directionOf } from '../direction.ts';
import { reading } from '../reading.styles.ts';
import { styles } from './diff-text.styles.ts';

/** A line end as a sign: in a paragraph it would be a space like any other. */
const withSigns = (text: string): string => text.replaceAll('\n', ' ¶ ');

/**
 * One text with another's changes in it: what was taken away struck through, what was put in underlined,
 * what was moved marked as such. A screen reader hears "removed" and "added".
 */
@customElement('lesart-diff-text')
export class DiffText extends LitElement {
  static override readonly styles = [reading, styles];

  @property({ attribute: false }) outcome: Outcome<Diff> | undefined;
  @property({ attribute: false }) oldLang = '';
  @property({ attribute: false }) newLang = '';

  constructor() {
    super();
    new LocaleController(this);
  }

  #renderHunk(diff: Diff, hunk: Hunk): TemplateResult | string {
    if (hunk.kind === 'equal') return withSigns(diff.new.slice(hunk.new.start, hunk.new.end));
    const moved = hunk.move === undefined ? nothing : 'moved';
    if (hunk.kind === 'delete')
      return html`<del class=${moved} lang=${this.oldLang}
        ><span class="sr">${t(hunk.move === undefined ? 'diff.removed' : 'diff.movedFrom')} </span
        >${withSigns(diff.old.slice(hunk.old.start, hunk.old.end))}<span class="sr">
          ${t('diff.end')}</span
        ></del
      >`;
    return html`<ins class=${moved}
      ><span class="sr">${t(hunk.move === undefined ? 'diff.added' : 'diff.movedTo')} </span
      >${withSigns(diff.new.slice(hunk.new.start, hunk.new.end))}<span class="sr">
        ${t('diff.end')}</span
      ></ins
    >`;
  }

  override render(): TemplateResult {
    const { outcome } = this;
    if (!outcome || outcome.state === 'running')
      return html`<p class="waiting" role="status">${t('diff.running')}</p>`;
    if (outcome.state === 'failed')
      return html`<p class="waiting" role="status">
        ${t(outcome.reason === 'too-long' ? 'diff.tooLong' : 'diff.failed', { reason: outcome.reason })}
      </p>`;
    const diff = outcome.value;
    return html`<p class="read" lang=${this.newLang} dir=${directionOf(this.newLang)}>
        ${diff.hunks.map((hunk) => this.#renderHunk(diff, hunk))}
      </p>
      ${
        diff.hunks.every(({ kind }) => kind === 'equal')
          ? html`<p class="waiting">${t('diff.same')}</p>`
          : nothing
      }
      ${diff.bounded ? html`<p class="waiting">${t('diff.bounded')}</p>` : nothing}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lesart-diff-text': DiffText;
  }
}
