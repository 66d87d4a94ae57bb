import { LitElement, type TemplateResult, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { LocaleController, language, t } from '../../i18n/i18n.ts';
import { wording } from '../../i18n/local-text.ts';
import { backup } from '../../store/backup.ts';
import type { ContributionLog } from '../../store/contribution-log.ts';
import type { DeviceWork } from '../../store/device-works-keys.ts';
import { startImportWorker } from '../../worker/bridge.ts';
import { writeSetting } from '../settings.ts';
import { ACCEPTED, useOfText } from './formats.ts';
import { ImportQueue, type JobState } from './import-queue.ts';
import { jobReport } from './job-report.ts';
import { styles } from './library-dialog.styles.ts';
import { saveBlob } from './save-blob.ts';
import { Shelf } from './shelf.ts';
import { logTroubleText, troubleText } from './trouble-text.ts';
import type { Wish } from './work-entry.ts';
import './rejected-rows.ts';
import './work-entry.ts';

/** What is said at the foot of the list of works. */
type Note =
  | { readonly kind: 'deleted'; readonly slug: string; readonly title: string }
  | { readonly kind: 'text'; readonly text: string };

/**
 * The works that there are, import, export, backup. Files may be chosen, dropped anywhere on it, or pasted.
 *
 * @fires work-chosen - bubbles and composed; cancelled by whoever opens the work without leaving the page
 * @fires contributions-restored - there are contributions on this device that the page may not have read
 */
@customElement('lesart-library')
export class LibraryDialog extends LitElement {
  static override readonly styles = styles;

  /** The open work's log, which may hold contributions that the store does not. */
  @property({ attribute: false }) log: ContributionLog | undefined;

  @state() private _isOver = false;
  @state() private _note: Note | undefined;
  @state() private _busy: string | undefined;

  @query('dialog') private readonly _dialog!: HTMLDialogElement;
  @query('input.files') private readonly _files!: HTMLInputElement;

  readonly #shelf = new Shelf(this, import.meta.env.BASE_URL);
  readonly #queue = new ImportQueue(
    this,
    () => this.log,
    (now) => {
      this.#onSettled(now);
    },
  );

  constructor() {
    super();
    new LocaleController(this);
  }

  get open(): boolean {
    return this.hasUpdated && this._dialog.open;
  }

  /** Opens the dialog and looks for the works. */
  async show(): Promise<void> {
    await this.updateComplete;
    if (this._dialog.open) return;
    this._dialog.showModal();
    await this.#shelf.open(new Date());
  }

  /** Closes it; an import that runs goes on. */
  close(): void {
    this._dialog.close();
  }

  /** Imports or restores files; resolves when all have come to their end. */
  take(files: Iterable<File>): Promise<void> {
    return this.#queue.add(files);
  }

  /** A click on the backdrop, or on the dialog's own padding, has the dialog as its target. */
  #isBeside({ target, clientX, clientY }: MouseEvent): boolean {
    const { left, right, top, bottom } = this._dialog.getBoundingClientRect();
    const isInside = clientX >= left && clientX <= right && clientY >= top && clientY <= bottom;
    return target === this._dialog && !isInside;
  }

  #titleOf({ work }: DeviceWork): string {
    return wording(work.title, language())?.text ?? work.slug;
  }

  #onSettled(now: JobState): void {
    if (now.state !== 'restored') return;
    if ((now.log?.added ?? 0) > 0) {
      writeSetting('contributed', 'yes');
      this.dispatchEvent(new Event('contributions-restored'));
    }
  }

  /** Does a piece of work in a worker of its own. */
  async #pack(
    saying: string,
    run: (api: ReturnType<typeof startImportWorker>['api']) => Promise<readonly [string, Blob]>,
  ): Promise<void> {
    if (this._busy !== undefined) return;
    this._busy = saying;
    const { api, failed, stop } = startImportWorker();
    try {
      const [name, blob] = await Promise.race([run(api), failed]);
      saveBlob(name, blob);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this._note = { kind: 'text', text: t('library.trouble.failed', { reason }) };
    } finally {
      stop();
      this._busy = undefined;
    }
  }

  #export(entry: DeviceWork): Promise<void> {
    const { slug } = entry.work;
    const held = this.log?.slug === slug ? this.log.records : [];
    return this.#pack(t('library.exporting', { title: this.#titleOf(entry) }), async (api) => [
      `${slug}.zip`,
      await api.folderZip(slug, held),
    ]);
  }

  #backup(): Promise<void> {
    return this.#pack(t('library.backupSaving'), async (api) => {
      const now = new Date();
      const { text, trouble } = await backup(this.log, now);
      if (trouble) this._note = { kind: 'text', text: logTroubleText(trouble) };
      return [`lesart-${now.toISOString().slice(0, 10)}.zip`, await api.backupZip(text)];
    });
  }

  async #onWish(entry: DeviceWork, wish: Wish): Promise<void> {
    const { slug } = entry.work;
    if (wish === 'export') return this.#export(entry);
    if (wish === 'restore') {
      if (this._note?.kind === 'deleted' && this._note.slug === slug) this._note = undefined;
      return this.#shelf.restore(slug);
    }
    await this.#shelf.trash(slug, new Date());
    if (!this.#shelf.trouble) this._note = { kind: 'deleted', slug, title: this.#titleOf(entry) };
    await this.updateComplete;
    // The button that had the focus is gone.
    this.renderRoot.querySelector<HTMLElement>('.note button')?.focus();
  }

  #onDrop(event: DragEvent): void {
    this._isOver = false;
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    void this.take(files);
  }

  #onDragOver(event: DragEvent): void {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this._isOver = true;
  }

  #onPaste(event: ClipboardEvent): void {
    if (event.composedPath().some((target) => target instanceof HTMLInputElement)) return;
    const { clipboardData } = event;
    const files = [...(clipboardData?.files ?? [])];
    const text = clipboardData?.getData('text/plain') ?? '';
    if (files.length > 0) {
      event.preventDefault();
      void this.take(files);
    } else if (text.trim() !== '') {
      event.preventDefault();
      const use = useOfText(text);
      this._note = use ? undefined : { kind: 'text', text: t('library.nothingPasted') };
      const ending = use?.to === 'restore' ? 'jsonl' : 'tsv';
      if (use) void this.take([new File([text], `${t('library.pasted')}.${ending}`)]);
    }
  }

  // Parts

  #renderTake(): TemplateResult {
    return html`<div class="take">
        <button
          type="button"
          class="primary import"
          autofocus
          @click=${() => {
            this._files.click();
          }}
        >
          ${t('library.import')}
        </button>
        <input
          class="files"
          type="file"
          hidden
          multiple
          accept=${ACCEPTED}
          @change=${() => {
            void this.take([...(this._files.files ?? [])]);
            this._files.value = '';
          }}
        />
        <span class="hint">${this._isOver ? t('library.drop') : t('library.importHint')}</span>
      </div>
      <div role="status">
        <ul class="jobs">
          ${repeat(
            this.#queue.jobs,
            ({ id }) => id,
            (job) =>
              html`<li>
                ${jobReport(job, {
                  cancel: () => void this.#queue.cancel(job.id),
                  dismiss: () => {
                    this.#queue.dismiss(job.id);
                  },
                  saveRejected: () => void this.#saveRejected(job.id, job.name),
                })}
              </li>`,
          )}
        </ul>
      </div>`;
  }

  async #saveRejected(id: number, name: string): Promise<void> {
    const blob = await this.#queue.rejectedFile(id);
    if (blob) saveBlob(`rejected-${name}`, blob);
  }

  #renderEntry(entry: DeviceWork): TemplateResult {
    const { slug } = entry.work;
    return html`<li>
      <lesart-work-entry
        .work=${entry.work}
        .entry=${entry}
        @work-renamed=${({ title }: HTMLElementEventMap['work-renamed']) => {
          void this.#shelf.rename(slug, title);
        }}
        @work-wished=${({ wish }: HTMLElementEventMap['work-wished']) => {
          void this.#onWish(entry, wish);
        }}
      ></lesart-work-entry>
    </li>`;
  }

  #renderWorks(): TemplateResult {
    const { own, shipped, trouble } = this.#shelf;
    const standing = (own ?? []).filter(({ trashed }) => trashed === undefined);
    const trashed = (own ?? []).filter((entry) => entry.trashed !== undefined);
    const list = (entries: readonly DeviceWork[]) =>
      html`<ul class="works">
        ${repeat(
          entries,
          ({ work }) => work.slug,
          (entry) => this.#renderEntry(entry),
        )}
      </ul>`;
    return html`<h3>${t('library.own')}</h3>
      ${
        trouble
          ? html`<div class="note fault" role="alert">
              <p>${troubleText(trouble)}</p>
              <button type="button" class="retry" @click=${() => void this.#shelf.open(new Date())}>
                ${t('library.retry')}
              </button>
            </div>`
          : own === undefined
            ? html`<p>${t('library.loading')}</p>`
            : standing.length === 0
              ? html`<p class="none">${t('library.none')}</p>`
              : list(standing)
      }
      ${this.#renderNote()}
      ${
        (shipped ?? []).length > 0
          ? html`<h3>${t('library.shipped')}</h3>
              <ul class="works">
                ${shipped?.map((work) => html`<li><lesart-work-entry .work=${work}></lesart-work-entry></li>`)}
              </ul>`
          : nothing
      }
      ${
        trashed.length > 0
          ? html`<h3>${t('library.trash')}</h3>
              <p class="hint">${t('library.trashHint')}</p>
              ${list(trashed)}`
          : nothing
      }`;
  }

  #renderNote(): TemplateResult {
    const note = this._note;
    const text =
      note?.kind === 'deleted' ? t('library.deleted', { title: note.title }) : (note?.text ?? this._busy);
    return html`<div role="status">
      ${
        text === undefined
          ? nothing
          : html`<div class="note row">
              <span>${text}</span>
              ${
                note?.kind === 'deleted'
                  ? html`<button
                      type="button"
                      class="undo"
                      @click=${() => {
                        this._note = undefined;
                        void this.#shelf.restore(note.slug);
                      }}
                    >
                      ${t('library.undo')}
                    </button>`
                  : nothing
              }
            </div>`
      }
    </div>`;
  }

  #renderBackup(): TemplateResult {
    return html`<h3>${t('library.backup')}</h3>
      <p class="hint">${t('library.backupHint')}</p>
      <div class="row">
        <button
          type="button"
          class="backup"
          ?disabled=${this._busy !== undefined}
          @click=${() => void this.#backup()}
        >
          ${t('library.backupSave')}
        </button>
        <button
          type="button"
          @click=${() => {
            this._files.click();
          }}
        >
          ${t('library.backupRestore')}
        </button>
      </div>`;
  }

  override render(): TemplateResult {
    return html`<dialog
      class=${this._isOver ? 'over' : ''}
      aria-labelledby="title"
      @click=${(event: MouseEvent) => {
        if (this.#isBeside(event)) this._dialog.close();
      }}
      @close=${() => {
        this.#shelf.close();
        this._note = undefined;
      }}
      @dragover=${(event: DragEvent) => {
        this.#onDragOver(event);
      }}
      @dragleave=${() => {
        this._isOver = false;
      }}
      @drop=${(event: DragEvent) => {
        this.#onDrop(event);
      }}
      @paste=${(event: ClipboardEvent) => {
        this.#onPaste(event);
      }}
    >
      <div class="top">
        <h2 id="title">${t('library.title')}</h2>
        <button
          type="button"
          class="close"
          aria-label=${t('library.close')}
          @click=${() => {
            this._dialog.close();
          }}
        >
          ×
        </button>
      </div>
      <p>${t('library.intro')}</p>
      ${this.#renderTake()} ${this.#renderWorks()} ${this.#renderBackup()}
    </dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lesart-library': LibraryDialog;
  }
}
