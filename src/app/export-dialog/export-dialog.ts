import { LitElement, type TemplateResult, html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { EXPORT_FORMATS } from '../../core/format/export-format.ts';
import { exportWords } from '../../core/format/export-words.ts';
import { LocaleController, language, t } from '../../i18n/i18n.ts';
import { wording } from '../../i18n/local-text.ts';
import type { ExportChoice, ExportCount } from '../../worker/export-run.ts';
import type { OpenedExport } from '../../worker/export.worker.ts';
import { saveFile } from '../save-file.ts';
import { CorrectionsChosen } from './corrections-chosen.ts';
import type { ExportContext } from './export-context.ts';
import { styles } from './export-dialog.styles.ts';
import { ExportJob } from './export-job.ts';
import {
  type ExportSettings,
  type SettledExport,
  keepSettings,
  keptSettings,
  settled,
  variantsFor,
} from './export-settings.ts';
import { renderFormats } from './format-choice.ts';
import { heldInWords, holdsRecords, isEmpty } from './held.ts';
import { renderPart } from './part-choice.ts';
import './propose-lines.ts';

/**
 * A work, or a part of it, as a file: what for, in which format, which part, and how much that is. Files that come back
 * changed may be chosen or dropped here.
 *
 * @fires corrections-chosen - a file that may hold corrections for the open work
 */
@customElement('lesart-export')
export class ExportDialog extends LitElement {
  static override readonly styles = styles;

  @state() private _context: ExportContext | undefined;
  @state() private _settings: ExportSettings = keptSettings();
  @state() private _saved: string | undefined;
  @state() private _isOver = false;

  @query('dialog') private readonly _dialog!: HTMLDialogElement;
  @query('.foot button') private readonly _button!: HTMLButtonElement | null;
  @query('input[type=file]') private readonly _file!: HTMLInputElement | null;

  readonly #job = new ExportJob(this);

  constructor() {
    super();
    new LocaleController(this);
  }

  /** Opens the dialog for a work and reads that. */
  async show(context: ExportContext): Promise<void> {
    this._context = context;
    this._settings = keptSettings();
    this._saved = undefined;
    await this.updateComplete;
    if (!this._dialog.open) this._dialog.showModal();
    await this.#open();
  }

  close(): void {
    this._dialog.close();
  }

  async #open(): Promise<void> {
    if (!this._context) return;
    await this.#job.open(this._context);
    await this.#ask();
  }

  async #ask(): Promise<void> {
    const choice = this.#choice;
    if (choice) await this.#job.ask(choice);
  }

  get #opened(): OpenedExport | undefined {
    const { now } = this.#job;
    return 'opened' in now ? now.opened : undefined;
  }

  get #choice(): ExportChoice | undefined {
    const { work } = this.#opened ?? {};
    const context = this._context;
    if (!work || !context) return undefined;
    const settings = this.#settings;
    const { format, paragraphs, isOne, isSafe, onlyOwn } = settings;
    const row = paragraphs === 'active' ? context.active?.row : undefined;
    return {
      ...{ format, isOne, isSafe, onlyOwn },
      ...variantsFor(work, settings, context),
      paragraphs: paragraphs === 'active' ? 'all' : paragraphs,
      ...(row === undefined ? {} : { row }),
      // Records are passed on with all that is said of them.
      withProposals: settings.withProposals || holdsRecords(format),
      words: exportWords(t as unknown as Parameters<typeof exportWords>[0], language()),
    };
  }

  /** What was chosen, as far as this work has it. */
  get #settings(): SettledExport {
    const settings = settled(this._settings, this.#opened?.own ?? 0);
    return settings.paragraphs === 'active' && !this._context?.active
      ? { ...settings, paragraphs: 'all' }
      : settings;
  }

  #set(change: Partial<ExportSettings>): void {
    this._settings = { ...this._settings, ...change };
    this._saved = undefined;
    keepSettings(this._settings);
    void this.#ask();
  }

  async #save(): Promise<void> {
    const choice = this.#choice;
    const name = this.#job.count?.name;
    if (!choice || name === undefined) return;
    const writing = this.#job.write(choice);
    await this.#keepFocus();
    const blob = await writing;
    if (!blob) return;
    saveFile(name, blob);
    this._saved = name;
    await this.#keepFocus();
  }

  async #cancel(): Promise<void> {
    await this.#open();
    await this.#keepFocus();
  }

  /** Where the button that was pressed is gone, the keyboard goes on at the one in its place. */
  async #keepFocus(): Promise<void> {
    await this.updateComplete;
    if (!this.shadowRoot?.activeElement) this._button?.focus();
  }

  #takeBack(files: Iterable<File>): void {
    const [file] = files;
    if (file) this.dispatchEvent(new CorrectionsChosen(file));
  }

  /** A click on the backdrop has the dialog as its target. */
  #isBeside({ target, clientX, clientY }: MouseEvent): boolean {
    const { left, right, top, bottom } = this._dialog.getBoundingClientRect();
    const isInside = clientX >= left && clientX <= right && clientY >= top && clientY <= bottom;
    return target === this._dialog && !isInside;
  }

  // Parts

  #renderLeft({ left }: ExportCount): TemplateResult | typeof nothing {
    if (left.length === 0) return nothing;
    return html`<div class="box fault">
      <p>${t('export.left', { count: left.length })}</p>
      <ul>
        ${left
          .slice(0, MOST_LEFT)
          .map(
            ({ variant, paragraph, author, fate }) =>
              html`<li>
                ${variant}/${paragraph}, ${author}:
                ${fate === 'applied' || fate === 'present' ? '' : t(`export.fate.${fate}`)}
              </li>`,
          )}
      </ul>
    </div>`;
  }

  #renderReady(opened: OpenedExport, context: ExportContext): TemplateResult {
    const { count, now } = this.#job;
    const { format } = this._settings;
    const isOff = now.state === 'writing';
    return html`${renderFormats(format, isOff, (next) => {
      this.#set({ format: next });
    })}
    ${renderPart(opened, context, this.#settings, isOff, (change) => {
      this.#set(change);
    })}
    ${
      EXPORT_FORMATS[format].holds === 'changes'
        ? html`<lesart-propose-lines
            .work=${opened.work}
            .isOfDevice=${opened.isOfDevice}
            .lines=${count?.lines ?? []}
            .count=${count?.lineCount ?? 0}
          ></lesart-propose-lines>`
        : nothing
    }
    ${count ? this.#renderLeft(count) : nothing} ${context.log ? this.#renderBack() : nothing}
    ${this.#renderFoot()}`;
  }

  #renderFoot(): TemplateResult {
    const { count, now } = this.#job;
    if (now.state === 'writing')
      return html`<div class="foot">
        <p>
          <label
            >${t('export.saving', { name: count?.name ?? '' })}
            <progress max="1" .value=${now.share}></progress
          ></label>
        </p>
        <button type="button" @click=${() => void this.#cancel()}>${t('export.cancel')}</button>
      </div>`;
    const { format } = this._settings;
    const hasNothing = count !== undefined && isEmpty(format, count);
    return html`<div class="foot">
      <p role="status">
        ${
          this._saved === undefined
            ? count === undefined
              ? t('export.counting')
              : hasNothing
                ? t('export.nothing')
                : heldInWords(format, count)
            : t('export.saved', { name: this._saved })
        }
      </p>
      <button
        type="button"
        class="primary save"
        ?disabled=${count === undefined || hasNothing}
        @click=${() => void this.#save()}
      >
        ${t('export.save', { name: count?.name ?? '' })}
      </button>
    </div>`;
  }

  #renderBack(): TemplateResult {
    return html`<section class="box">
      <h3>${t('export.backTitle')}</h3>
      <p class="hint">${this._isOver ? t('export.backDrop') : t('export.backHint')}</p>
      <button
        type="button"
        class="back"
        @click=${() => {
          this._file?.click();
        }}
      >
        ${t('export.backChoose')}
      </button>
      <input
        type="file"
        hidden
        accept=".xlf,.xliff,.tmx,.po,.csv,.tsv"
        @change=${() => {
          this.#takeBack(this._file?.files ?? []);
          if (this._file) this._file.value = '';
        }}
      />
    </section>`;
  }

  #renderBody(): TemplateResult {
    const { now } = this.#job;
    const context = this._context;
    const opened = this.#opened;
    if (opened && context) return this.#renderReady(opened, context);
    if (now.state === 'failed')
      return html`<p class="box fault" role="alert">${t('export.failed', { reason: now.reason })}</p>
        <p>
          <button type="button" @click=${() => void this.#open()}>${t('export.retry')}</button>
        </p>`;
    return html`<p role="status">${t('export.loading')}</p>`;
  }

  override render(): TemplateResult {
    const { work } = this.#opened ?? {};
    const title = work && wording(work.title, language());
    return html`<dialog
      class=${this._isOver ? 'over' : ''}
      aria-labelledby="title work"
      @click=${(event: MouseEvent) => {
        if (this.#isBeside(event)) this._dialog.close();
      }}
      @close=${() => {
        this.#job.close();
      }}
      @dragover=${(event: DragEvent) => {
        if (!this._context?.log || !event.dataTransfer?.types.includes('Files')) return;
        event.preventDefault();
        this._isOver = true;
      }}
      @dragleave=${() => {
        this._isOver = false;
      }}
      @drop=${(event: DragEvent) => {
        this._isOver = false;
        if (!this._context?.log) return;
        event.preventDefault();
        this.#takeBack(event.dataTransfer?.files ?? []);
      }}
    >
      <div class="top">
        <div>
          <h2 id="title">${t('export.title')}</h2>
          <p class="hint" id="work" lang=${title && title.lang !== 'und' ? title.lang : nothing}>
            ${title?.text ?? work?.slug}
          </p>
        </div>
        <button
          type="button"
          class="close"
          autofocus
          aria-label=${t('export.close')}
          @click=${() => {
            this._dialog.close();
          }}
        >
          ×
        </button>
      </div>
      ${this.#renderBody()}
    </dialog>`;
  }
}

/** Corrections without a place that are named; the others are counted. */
const MOST_LEFT = 12;

declare global {
  interface HTMLElementTagNameMap {
    'lesart-export': ExportDialog;
  }
}
