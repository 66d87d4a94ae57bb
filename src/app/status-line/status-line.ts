import { LitElement, type TemplateResult, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { SEVERITIES } from '../../core/mqm/typology.ts';
import { LocaleController, inText, t } from '../../i18n/i18n.ts';
import type { OpenedWork } from '../opened-work.ts';
import { styles } from './status-line.styles.ts';

/** The work in numbers: paragraphs, languages, the subject's marks and corrections. */
@customElement('lesart-status-line')
export class StatusLine extends LitElement {
  static override readonly styles = styles;

  @property({ attribute: false }) opened!: OpenedWork;
  /** Records that readers of this device added. */
  @property({ attribute: false }) own = 0;
  /** Some of them are not on disk yet. */
  @property({ attribute: false }) saving = false;
  /** They are kept in this tab only. */
  @property({ attribute: false }) troubled = false;

  constructor() {
    super();
    new LocaleController(this);
  }

  #marks(): string {
    const { opened } = this;
    const { subject } = opened.work;
    const sums = opened.severitySums(subject);
    const parts = [...SEVERITIES].reverse().flatMap((severity) => {
      const count = sums[severity] ?? 0;
      return count > 0 ? [`${String(count)} ${inText(t(`mqm.severity.${severity}`))}`] : [];
    });
    const all = t('bar.marks', { count: opened.markCount(subject) });
    return parts.length > 0 ? `${all}: ${parts.join(' · ')}` : all;
  }

  /** Nothing is called saved before it is on disk. */
  get #ownKey(): 'status.kept' | 'status.saving' | 'status.saved' {
    if (this.troubled) return 'status.kept';
    return this.saving ? 'status.saving' : 'status.saved';
  }

  override render(): TemplateResult {
    const { opened } = this;
    const listed = opened.work.variants.filter((variant) => variant.listed);
    const there = listed.filter(({ status }) => status === 'complete').length;
    return html`<footer>
      <span>${t('status.paragraphs', { count: opened.rows.length })}</span>
      <span>${t('status.variants', { there, count: listed.length })}</span>
      <span>${this.#marks()}</span>
      <span>${t('status.corrections', { count: opened.acceptedCount })}</span>
      <span class="own" role="status">${this.own > 0 ? t(this.#ownKey, { count: this.own }) : ''}</span>
    </footer>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lesart-status-line': StatusLine;
  }
}
