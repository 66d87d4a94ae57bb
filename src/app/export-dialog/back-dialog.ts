import { LitElement, type TemplateResult, html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import type { Correction } from '../../core/contribution/record.ts';
import type { Problem } from '../../core/problem.ts';
import { LocaleController, language, t } from '../../i18n/i18n.ts';
import { problemText } from '../../i18n/problem-text.ts';
import type { RecordFields } from '../../store/new-record.ts';
import type { BackProposal, BackRead } from '../../worker/back-run.ts';
import { startExportWorker } from '../../worker/bridge.ts';
import '../diff-text/diff-text.ts';
import { readSetting, writeSetting } from '../settings.ts';
import type { BackLog, ExportContext } from './export-context.ts';
import { styles } from './export-dialog.styles.ts';

type State =
  | { readonly state: 'reading' }
  | { readonly state: 'read'; readonly read: BackRead }
  | { readonly state: 'failed'; readonly reason: string };

/**
 * What a file that comes back from another program would change, each text against what stands now, and what of it does
 * not fit; added to the log in one action when the reader says so.
 */
@customElement('lesart-back')
export class BackDialog extends LitElement {
  static override readonly styles = styles;

  @state() private _now: State = { state: 'reading' };
  @state() private _name = '';
  @state() private _isAdding = false;

  @query('dialog') private readonly _dialog!: HTMLDialogElement;
  @query('.author') private readonly _author!: HTMLInputElement | null;

  #log: BackLog | undefined;
  #stop: (() => void) | undefined;

  constructor() {
    super();
    new LocaleController(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
  }

  /** Reads a file and shows what it would change. */
  async show({ root, slug, held, log }: ExportContext, file: File): Promise<void> {
    this.#stop?.();
    this.#log = log;
    this._name = file.name;
    this._now = { state: 'reading' };
    await this.updateComplete;
    if (!this._dialog.open) this._dialog.showModal();
    const { api, failed, stop } = startExportWorker();
    this.#stop = stop;
    try {
      const read = (async () => {
        await api.open(root, slug, held);
        return api.readBack(file, readSetting('author') ?? '-');
      })();
      const now: State = { state: 'read', read: await Promise.race([read, failed]) };
      if (this.#stop === stop) this._now = now;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      if (this.#stop === stop) this._now = { state: 'failed', reason };
    } finally {
      stop();
    }
  }

  async #add({ corrections, others }: BackRead): Promise<void> {
    const log = this.#log;
    if (!log || this._isAdding) return;
    this._isAdding = true;
    try {
      const author = (this._author?.value ?? readSetting('author') ?? '').trim() || t('marking.nobody');
      if (corrections.length > 0) {
        writeSetting('author', author);
        await log.add(corrections.map((correction) => this.#planOf(correction, author)));
      }
      if (others.length > 0) await log.append(others);
      this._dialog.close();
    } finally {
      this._isAdding = false;
    }
  }

  /** The reader's own, so that undo takes it back; where the file gives no reason, its name is one. */
  #planOf(correction: Correction, author: string): RecordFields {
    const kept = Object.entries(correction).filter(([name]) => name !== 'id' && name !== 'time');
    const reason = correction.reason ?? { [language()]: t('export.back.reason', { name: this._name }) };
    return { ...(Object.fromEntries(kept) as RecordFields & Correction), author, reason };
  }

  // Parts

  #renderProposal({ correction, lang, label, diff }: BackProposal): TemplateResult {
    return html`<li>
      <small><span lang=${lang}>${label}</span> · ${correction.paragraph}</small>
      <lesart-diff-text
        .outcome=${{ state: 'done', value: diff }}
        .oldLang=${lang}
        .newLang=${lang}
      ></lesart-diff-text>
    </li>`;
  }

  #renderProblems(problems: readonly Problem[]): TemplateResult | typeof nothing {
    if (problems.length === 0) return nothing;
    const more = problems.length - MOST_PROBLEMS;
    return html`<div class="box fault">
      <p>${t('export.back.problems', { count: problems.length })}</p>
      <ul>
        ${problems.slice(0, MOST_PROBLEMS).map((problem) => {
          const { what, remedy } = problemText(problem);
          const line = problem.line === undefined ? '' : t('export.back.line', { line: problem.line });
          return html`<li>${line} ${what} → ${remedy}</li>`;
        })}
      </ul>
      ${more > 0 ? html`<p>${t('export.back.more', { count: more })}</p>` : nothing}
    </div>`;
  }

  #renderRead(read: BackRead): TemplateResult {
    const { isKnown, proposals, corrections, others, known, conflicts, problems } = read;
    if (!isKnown) return this.#renderFault(t('export.back.unreadable', { name: this._name, reason: '?' }));
    const count = corrections.length;
    const more = count - proposals.length;
    const said = [
      ...(count === 0 && others.length === 0 ? [t('export.back.none')] : []),
      ...(known > 0 ? [t('export.back.known', { count: known })] : []),
      ...(others.length > 0 ? [t('export.back.others', { count: others.length })] : []),
      ...(conflicts > 0 ? [t('export.back.conflicts', { count: conflicts })] : []),
    ];
    const asksName = count > 0 && (readSetting('author') ?? '') === '';
    return html`<div role="status">
        ${count > 0 ? html`<p>${t('export.back.proposals', { count })}</p>` : nothing}
        ${said.map((line) => html`<p>${line}</p>`)}
      </div>
      ${this.#renderProblems(problems)}
      <ul class="proposals">
        ${proposals.map((proposal) => this.#renderProposal(proposal))}
      </ul>
      ${more > 0 ? html`<p>${t('export.back.more', { count: more })}</p>` : nothing}
      <form
        class="foot"
        @submit=${(event: Event) => {
          event.preventDefault();
          void this.#add(read);
        }}
      >
        ${
          asksName
            ? html`<p>
                <label
                  >${t('export.back.author')}
                  <input class="author" type="text" maxlength="200" autocomplete="name"
                /></label>
              </p>`
            : html`<p></p>`
        }
        ${this.#renderClose(t(count + others.length > 0 ? 'export.back.cancel' : 'export.back.close'))}
        ${
          count + others.length > 0
            ? html`<button type="submit" class="primary add" ?disabled=${this._isAdding}>
                ${count > 0 ? t('export.back.add', { count }) : t('export.back.addOthers')}
              </button>`
            : nothing
        }
      </form>`;
  }

  #renderClose(label: string): TemplateResult {
    return html`<button
      type="button"
      @click=${() => {
        this._dialog.close();
      }}
    >
      ${label}
    </button>`;
  }

  #renderFault(text: string): TemplateResult {
    return html`<p class="box fault" role="alert">${text}</p>
      <div class="foot">
        <p></p>
        ${this.#renderClose(t('export.back.close'))}
      </div>`;
  }

  #renderBody(): TemplateResult {
    const now = this._now;
    if (now.state === 'read') return this.#renderRead(now.read);
    if (now.state === 'failed')
      return this.#renderFault(t('export.back.unreadable', { name: this._name, reason: now.reason }));
    return html`<p role="status">${t('export.back.reading', { name: this._name })}</p>
      <progress></progress>
      <div class="foot">
        <p></p>
        ${this.#renderClose(t('export.back.cancel'))}
      </div>`;
  }

  override render(): TemplateResult {
    return html`<dialog
      aria-labelledby="title"
      @close=${() => {
        this.#stop?.();
        this.#stop = undefined;
      }}
    >
      <h2 id="title" tabindex="-1" autofocus>${t('export.back.title', { name: this._name })}</h2>
      ${this.#renderBody()}
    </dialog>`;
  }
}

/** Problems that are worded; the others are counted. */
const MOST_PROBLEMS = 20;

declare global {
  interface HTMLElementTagNameMap {
    'lesart-back': BackDialog;
  }
}
