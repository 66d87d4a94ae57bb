import { LitElement, type TemplateResult, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { editLink } from '../../core/format/repository-link.ts';
import type { Work } from '../../core/work/model.ts';
import { LocaleController, t } from '../../i18n/i18n.ts';
import type { ChangedLine } from '../../worker/export-run.ts';
import { directionOf } from '../direction.ts';
import { styles } from './export-dialog.styles.ts';

/**
 * How corrected lines get to where the text is kept: by the edit page of its repository, or, where the work names none,
 * by the patch.
 */
@customElement('lesart-propose-lines')
export class ProposeLines extends LitElement {
  static override readonly styles = styles;

  @property({ attribute: false }) work!: Work;
  @property({ attribute: false }) lines: readonly ChangedLine[] = [];
  /** How many there are in all. */
  @property({ attribute: false }) count = 0;
  @property({ attribute: false }) isOfDevice = false;

  @state() private _copied: ChangedLine | undefined;
  @state() private _uncopied: ChangedLine | undefined;

  constructor() {
    super();
    new LocaleController(this);
  }

  /** The link opens by itself; what it needs is in the clipboard by then. */
  async #copy(line: ChangedLine): Promise<void> {
    try {
      await navigator.clipboard.writeText(line.text);
      [this._copied, this._uncopied] = [line, undefined];
    } catch {
      [this._copied, this._uncopied] = [undefined, line];
    }
  }

  #renderLine(line: ChangedLine): TemplateResult {
    const { site, href } = editLink(this.work.repository!, `${line.variant}.md`);
    return html`<li>
      <a
        href=${href}
        target="_blank"
        rel="noopener noreferrer"
        @click=${() => void this.#copy(line)}
        @auxclick=${() => void this.#copy(line)}
        >${t('export.proposeLine', { paragraph: `${line.variant}/${line.paragraph}`, site })}</a
      >
    </li>`;
  }

  #renderCopied(): TemplateResult | typeof nothing {
    const line = this._uncopied;
    if (this._copied)
      return html`<p>
        ${t('export.copied', { paragraph: `${this._copied.variant}/${this._copied.paragraph}` })}
      </p>`;
    if (!line) return nothing;
    const lang = this.work.variants.find(({ id }) => id === line.variant)?.lang ?? '';
    return html`<p>${t('export.notCopied')}</p>
      <p class="line" lang=${lang} dir=${directionOf(lang)}>${line.text}</p>`;
  }

  override render(): TemplateResult | typeof nothing {
    const { repository } = this.work;
    if (this.isOfDevice) return html`<p class="box">${t('export.deviceOnly')}</p>`;
    if (!repository) return html`<p class="box">${t('export.noRepository')}</p>`;
    const [first] = this.lines;
    if (!first) return nothing;
    const { site } = editLink(repository, `${first.variant}.md`);
    const more = this.count - this.lines.length;
    return html`<section class="box">
      <h3>${t('export.propose', { site })}</h3>
      <p>${t('export.proposeSteps', { site, file: `${first.variant}.md` })}</p>
      <ul>
        ${this.lines.map((line) => this.#renderLine(line))}
      </ul>
      ${more > 0 ? html`<p>${t('export.moreLines', { count: more })}</p>` : nothing}
      <div role="status">${this.#renderCopied()}</div>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lesart-propose-lines': ProposeLines;
  }
}
