import { LitElement, type TemplateResult, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { LocaleController, language, t } from '../../i18n/i18n.ts';
import { wording } from '../../i18n/local-text.ts';
import type { ContributionLog } from '../../store/contribution-log.ts';
import type { Work } from '../../core/work/model.ts';
import type { DeviceWork } from '../../store/device-works-keys.ts';
import type { ReaderLog } from '../controllers/reader-log.ts';
import type { ShownWork } from '../controllers/shown-work.ts';
import type { BackOffer } from '../export-dialog/show-export.ts';
import { saveFile } from '../save-file.ts';
import { writeSetting } from '../settings.ts';
import { isOnBackdrop } from './backdrop.ts';
import { ACCEPTED, useOf, useOfText } from './formats.ts';
import { droppedFiles, isFileDrag, pasted } from './handed-over.ts';
import { ImportQueue, type JobState } from './import-queue.ts';
import { jobReport } from './job-report.ts';
import { backQuestion, backupPart, footNote, shippedWorks } from './library-parts.ts';
import { type Into, OwnDialogs } from './own-dialogs.ts';
import { styles } from './library-dialog.styles.ts';
import { Packer } from './packer.ts';
import { Shelf } from './shelf.ts';
import { troubleText } from './trouble-text.ts';
import type { Wish } from './work-entry.ts';
import './rejected-rows.ts';
import './work-entry.ts';

/** What is said at the foot of the list of works. */
type Note =
  | { readonly kind: 'deleted'; readonly slug: string; readonly title: string }
  /** A file that may hold corrections for the open work. */
  | { readonly kind: 'back'; readonly file: File; readonly offer: BackOffer }
  /** @param reload the address of the open work, which is to be loaded anew */
  | { readonly kind: 'text'; readonly text: string; readonly reload?: string | undefined };

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
  /** What is shown of the open work, and the log of its readers; without these none is open. */
  @property({ attribute: false }) shown: ShownWork | undefined;
  @property({ attribute: false }) readerLog: ReaderLog | undefined;

  @state() private _isOver = false;
  @state() private _note: Note | undefined;

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

  readonly #own = new OwnDialogs(this, {
    log: () => this.log,
    isOpen: (slug) => this.#isOpen(slug),
    work: (slug) => this.#shelf.own?.find(({ work }) => work.slug === slug)?.work,
    take: (files, into) => void this.take(files, into),
    described: ({ slug, change }) => void this.#describe(slug, change),
  });

  readonly #packer = new Packer(
    this,
    () => this.log,
    (text) => {
      this._note = { kind: 'text', text };
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

  /** Closes it; an import that runs goes on, a draft stays. */
  close(): void {
    this.#own.close();
    this._dialog.close();
  }

  /**
   * Imports or restores files, shows texts before they are taken; resolves when all have come to their end.
   * @param into what texts are for, whatever work is open
   */
  async take(files: Iterable<File>, into?: Into): Promise<void> {
    const texts: File[] = [];
    const jobs: Promise<void>[] = [];
    for (const file of files) {
      const use = await useOf(file);
      if (use.to === 'text' && !into && (await this.#offerBack(file))) continue;
      if (use.to === 'text') texts.push(file);
      else jobs.push(this.#queue.add(file, use));
    }
    if (texts.length > 0) jobs.push(into === 'added' ? this.#own.addTexts(texts) : this.compose(texts));
    await Promise.all(jobs);
  }

  /** Shows the dialog that makes a work of texts, and adds some; resolves when these are read. */
  compose(texts: readonly File[] = []): Promise<void> {
    return this.#own.compose(texts);
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

  /** A work in one of the formats for others. */
  async #exportFiles(slug: string): Promise<void> {
    const { exportWork } = await import('../export-dialog/show-export.ts');
    this.close();
    await exportWork(slug, this);
  }

  /** Asks about a file that names paragraphs of the open work; false for any other. */
  async #offerBack(file: File): Promise<boolean> {
    if (!this.shown?.opened) return false;
    const { backOffer } = await import('../export-dialog/show-export.ts');
    const offer = await backOffer(file, this);
    if (offer) this._note = { kind: 'back', file, offer };
    return offer !== undefined;
  }

  async #onWish(entry: DeviceWork, wish: Wish): Promise<void> {
    const { slug } = entry.work;
    if (wish === 'files') return this.#exportFiles(slug);
    if (wish === 'export') return this.#packer.packWork(slug, this.#titleOf(entry));
    if (wish === 'add') return this.#own.addTo(entry.work);
    if (wish === 'properties') return this.#own.describe(entry.work);
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

  #isOpen(slug: string): boolean {
    return (this.shown?.opened?.work.slug ?? this.log?.slug) === slug;
  }

  /** Stores what was said of a work's texts. */
  async #describe(slug: string, change: (work: Work) => Work): Promise<void> {
    const entry = this.#shelf.own?.find(({ work }) => work.slug === slug);
    const title = entry ? this.#titleOf(entry) : slug;
    const isOpen = this.#isOpen(slug);
    const isDone = await this.#shelf.describe(slug, change);
    if (isDone === undefined) return;
    const text = t(isDone ? (isOpen ? 'library.describedOpen' : 'library.described') : 'library.gone', {
      title,
    });
    this._note = { kind: 'text', text, reload: isDone && isOpen ? slug : undefined };
  }

  #onPaste(event: ClipboardEvent): void {
    const { files, text } = pasted(event);
    if (files.length > 0) void this.take(files);
    if (text === '') return;
    const ending = { import: 'tsv', restore: 'jsonl', unpack: 'txt', text: 'txt' }[useOfText(text).to];
    void this.take([new File([text], `${t('library.pasted')}.${ending}`)]);
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
        <button type="button" class="compose" @click=${() => void this.compose()}>
          ${this.#own.count > 0 ? t('library.draft') : t('library.compose')}
        </button>
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
                  describe: (work) => void this.#own.describe(work),
                })}
              </li>`,
          )}
        </ul>
      </div>`;
  }

  async #saveRejected(id: number, name: string): Promise<void> {
    const blob = await this.#queue.rejectedFile(id);
    if (blob) saveFile(`rejected-${name}`, blob);
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
      ${this.#renderNote()} ${shippedWorks(shipped ?? [], (slug) => void this.#exportFiles(slug))}
      ${
        trashed.length > 0
          ? html`<h3>${t('library.trash')}</h3>
              <p class="hint">${t('library.trashHint')}</p>
              ${list(trashed)}`
          : nothing
      }`;
  }

  #renderBack(file: File, offer: BackOffer): TemplateResult {
    const done = () => (this._note = undefined);
    return backQuestion(
      offer,
      () => {
        done();
        this.close();
        void offer.take();
      },
      () => {
        done();
        void this.compose([file]);
      },
    );
  }

  #renderNote(): TemplateResult {
    const note = this._note;
    if (note?.kind === 'back') return this.#renderBack(note.file, note.offer);
    if (note?.kind !== 'deleted') return footNote(note?.text ?? this.#packer.busy, undefined, note?.reload);
    return footNote(t('library.deleted', { title: note.title }), () => {
      this._note = undefined;
      void this.#shelf.restore(note.slug);
    });
  }

  #renderBackup(): TemplateResult {
    return backupPart(
      this.#packer.busy !== undefined,
      () => void this.#packer.packBackup(),
      () => {
        this._files.click();
      },
    );
  }

  override render(): TemplateResult {
    return html`<dialog
        class=${this._isOver ? 'over' : ''}
        aria-labelledby="title"
        @click=${(event: MouseEvent) => {
          if (isOnBackdrop(this._dialog, event)) this._dialog.close();
        }}
        @close=${() => {
          this.#shelf.close();
          this._note = undefined;
        }}
        @dragover=${(event: DragEvent) => {
          if (isFileDrag(event)) this._isOver = true;
        }}
        @dragleave=${() => {
          this._isOver = false;
        }}
        @drop=${(event: DragEvent) => {
          this._isOver = false;
          void this.take(droppedFiles(event));
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
      </dialog>
      ${this.#own.render()}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lesart-library': LibraryDialog;
  }
}
