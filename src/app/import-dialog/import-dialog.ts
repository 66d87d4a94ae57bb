import { LitElement, type TemplateResult, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Contribution } from '../../core/contribution/record.ts';
import type { Work } from '../../core/work/model.ts';
import { LocaleController, language, t } from '../../i18n/i18n.ts';
import { wording } from '../../i18n/local-text.ts';
import { droppedFiles, isFileDrag, pasted } from '../library-dialog/handed-over.ts';
import { additionPlanOf, keyOfVariant, originalsOf } from './add-plan.ts';
import { anchorChoice, presentTexts } from './addition-fields.ts';
import { Draft } from './draft.ts';
import { draftNotes } from './draft-notes.ts';
import type { Entry } from './entries.ts';
import type { FileCard, Wish } from './file-card.ts';
import { fields as controls } from './fields.styles.ts';
import { styles } from './import-dialog.styles.ts';
import { addedReport, doneReport, progressReport } from './making-report.ts';
import { type Lack, planOf, textsOf } from './plan.ts';
import type { Original } from './variant-fields.ts';
import { workFields } from './work-fields.ts';
import './file-card.ts';

/** A person hands over files; whoever cancels the event takes them. */
export class FilesOffered extends Event {
  readonly files: readonly File[];

  constructor(files: readonly File[]) {
    super('files-offered', { cancelable: true });
    this.files = files;
  }
}

/** So many texts at most show their first paragraphs from the start. */
const UNFOLDED = 2;

/**
 * Makes a work of one's own texts, or adds them to one: the list of them, each with what it was taken for, the making,
 * and what came of it. Nothing is stored before a person says so. Closing keeps the draft.
 *
 * @fires files-offered - cancelled by whoever tells texts from other files; else they are texts
 * @fires work-chosen - bubbles and composed; cancelled by whoever opens the work without leaving the page
 */
@customElement('lesart-import')
export class ImportDialog extends LitElement {
  static override readonly styles = [controls, styles];

  /** Endings that the file chooser offers. */
  @property() accept = '';

  /** The work that the texts are added to; without one they become a new work. */
  @property({ attribute: false }) target: Work | undefined;
  /** The page shows that work. */
  @property({ type: Boolean }) isOpen = false;
  /** Contributions to that work which the page has and the store may not have. */
  @property({ attribute: false }) held: () => readonly Contribution[] = () => [];

  /** The variant that added texts are aligned with; its subject if nobody chose one. */
  @state() private _anchor: string | undefined;
  @state() private _isOver = false;
  @state() private _isTyping = false;
  /** A person wanted to make the work: what it lacks is shown. */
  @state() private _isStrict = false;
  @state() private _note = '';

  @query('dialog') private readonly _dialog!: HTMLDialogElement;
  @query('input[type="file"]') private readonly _files!: HTMLInputElement;
  @query('textarea') private readonly _typed!: HTMLTextAreaElement | null;

  readonly #draft = new Draft(this);

  constructor() {
    super();
    new LocaleController(this);
  }

  get open(): boolean {
    return this.hasUpdated && this._dialog.open;
  }

  /** Files of the draft. */
  get count(): number {
    return this.#draft.entries.length;
  }

  async show(): Promise<void> {
    await this.updateComplete;
    this.#settle();
    if (!this._dialog.open) this._dialog.showModal();
  }

  /** Closes it; the draft stays. */
  close(): void {
    this._dialog.close();
  }

  /** Adds texts to the draft; resolves when all are read. */
  add(files: Iterable<File>): Promise<void> {
    this.#settle();
    return this.#draft.add(files);
  }

  #settle(): void {
    if (this.#draft.making && this.#draft.making.state !== 'running') this.#draft.settle();
  }

  #offer(files: readonly File[]): void {
    if (files.length > 0 && this.dispatchEvent(new FilesOffered(files))) void this.add(files);
  }

  #offerText(text: string): void {
    if (text.trim() !== '') this.#offer([new File([text], `${t('import.typed')}.txt`)]);
  }

  #onPaste(event: ClipboardEvent): void {
    if (this.#draft.making) return;
    const { files, text } = pasted(event);
    this.#offer(files);
    this.#offerText(text);
  }

  #onDrop(event: DragEvent): void {
    this._isOver = false;
    const files = droppedFiles(event);
    if (!this.#draft.making) this.#offer(files);
  }

  async #onWish(entry: Entry, wish: Wish): Promise<void> {
    if (wish === 'remove') {
      if (entry.state === 'reading') await this.#draft.cancel();
      this.#draft.remove(entry.key);
      this._note = t('import.removed', { name: entry.name });
    } else {
      this.#draft.move(entry.key, wish === 'up' ? -1 : 1);
      const place = this.#draft.entries.findIndex(({ key }) => key === entry.key) + 1;
      this._note = t('import.moved', { name: entry.name, place });
    }
    await this.updateComplete;
    // The button that had the focus is gone.
    if (wish === 'remove') this.renderRoot.querySelector<HTMLElement>('.choose')?.focus();
  }

  async #onMake(): Promise<void> {
    const { entries } = this.#draft;
    this._note = '';
    const make = this.#maker();
    if (make) {
      this._isStrict = false;
      await make();
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>('a.open, .make')?.focus();
      return;
    }
    this._isStrict = true;
    await this.updateComplete;
    const lacks = this.#lacks();
    const first = lacks.find((lack) => 'key' in lack);
    const at = entries.findIndex(({ key }) => first && 'key' in first && first.key.split('.')[0] === key);
    await this.renderRoot.querySelectorAll<FileCard>('lesart-import-file')[at]?.focusLack();
  }

  /** What makes the work or adds to it; undefined as long as something is lacking. */
  #maker(): (() => Promise<void>) | undefined {
    const { entries, fields } = this.#draft;
    if (this.target) {
      const { plan } = additionPlanOf(entries, this.target, this._anchor);
      return plan && (() => this.#draft.addTo(plan, this.held()));
    }
    const { plan } = planOf(entries, fields, t('import.untitled'));
    return plan && (() => this.#draft.make(plan));
  }

  #lacks(): readonly Lack[] {
    const { entries, fields } = this.#draft;
    const planned = this.target
      ? additionPlanOf(entries, this.target, this._anchor)
      : planOf(entries, fields, t('import.untitled'));
    return planned.lacks ?? [];
  }

  #originals(): readonly Original[] {
    const own = textsOf(this.#draft.entries)
      .filter(({ fields }) => fields.provenance !== 'back-translation')
      .map(({ entry, fields }) => ({ key: fields.key, label: fields.label.trim() || entry.name }));
    const there = this.target ? originalsOf(this.target) : [];
    return [...there.map(({ id, label }) => ({ key: keyOfVariant(id), label })), ...own];
  }

  get #heading(): string {
    if (!this.target) return t('import.heading');
    const title = wording(this.target.title, language())?.text ?? this.target.slug;
    return t('import.addHeading', { title });
  }

  /** So many texts are needed. */
  get #isEnough(): boolean {
    return textsOf(this.#draft.entries).length >= (this.target ? 1 : 2);
  }

  // Parts

  #renderFile(
    entry: Entry,
    index: number,
    all: readonly Entry[],
    originals: readonly Original[],
  ): TemplateResult {
    return html`<li>
      <lesart-import-file
        .entry=${entry}
        .originals=${originals}
        .strict=${this._isStrict}
        .unfolded=${all.length <= UNFOLDED}
        .isFirst=${index === 0}
        .isLast=${index === all.length - 1}
        .more=${(isLeft: boolean, from: number) =>
          'preview' in entry ? this.#draft.paragraphs(entry.preview.id, isLeft, from) : Promise.resolve([])}
        @entry-changed=${({ change }: HTMLElementEventMap['entry-changed']) => {
          this.#draft.update(entry, change as Partial<Entry>);
        }}
        @file-wished=${({ wish }: HTMLElementEventMap['file-wished']) => void this.#onWish(entry, wish)}
        @reread-asked=${({ choices }: HTMLElementEventMap['reread-asked']) =>
          void this.#draft.reread(entry.key, choices)}
      ></lesart-import-file>
    </li>`;
  }

  #renderTake(): TemplateResult {
    return html`<div class="take">
        <button
          type="button"
          class=${this.#isEnough ? 'choose' : 'choose primary'}
          @click=${() => {
            this._files.click();
          }}
        >
          ${this.count === 0 ? t('import.chooseFiles') : t('import.addFiles')}
        </button>
        <input
          type="file"
          hidden
          multiple
          accept=${this.accept || nothing}
          @change=${() => {
            this.#offer([...(this._files.files ?? [])]);
            this._files.value = '';
          }}
        />
        <button
          type="button"
          class="type"
          aria-expanded=${this._isTyping}
          @click=${async () => {
            this._isTyping = !this._isTyping;
            await this.updateComplete;
            this._typed?.focus();
          }}
        >
          ${t('import.typeText')}
        </button>
        <span class="hint">${this._isOver ? t('library.drop') : t('import.hint')}</span>
      </div>
      ${
        this._isTyping
          ? html`<form
              @submit=${(event: Event) => {
                event.preventDefault();
                this.#offerText(this._typed?.value ?? '');
                this._isTyping = false;
                this.renderRoot.querySelector<HTMLElement>('.type')?.focus();
              }}
            >
              <label><span>${t('import.typedLabel')}</span><textarea></textarea></label>
              <button type="submit">${t('import.addTyped')}</button>
            </form>`
          : nothing
      }`;
  }

  #renderList(): TemplateResult {
    const { entries, fields } = this.#draft;
    const originals = this.#originals();
    const { target } = this;
    return html`<p>${t(target ? 'import.addIntro' : 'import.intro')}</p>
      ${target ? presentTexts(target) : nothing}
      <ul class="files">
        ${repeat(
          entries,
          ({ key }) => key,
          (entry, index) => this.#renderFile(entry, index, entries, originals),
        )}
      </ul>
      ${this.#renderTake()}
      ${
        target
          ? anchorChoice(target, this._anchor, (id) => {
              this._anchor = id;
            })
          : workFields(entries, fields, (change) => {
              this.#draft.setFields(change);
            })
      }
      ${draftNotes(this.#draft.making, this._isStrict ? this.#lacks() : [], this._note, target !== undefined)}
      <div class="foot">
        <button
          type="button"
          class=${this.#isEnough ? 'make primary' : 'make'}
          ?disabled=${this.count === 0}
          @click=${() => void this.#onMake()}
        >
          ${t(target ? 'import.addToWork' : 'import.make')}
        </button>
        <button
          type="button"
          class="discard"
          ?disabled=${this.count === 0}
          @click=${() => {
            this.#draft.clear();
            this._isStrict = false;
            this._note = t('import.discarded');
          }}
        >
          ${t('import.discard')}
        </button>
      </div>`;
  }

  #renderStep(): TemplateResult {
    const { making } = this.#draft;
    if (making?.state === 'running') return progressReport(making.progress, () => void this.#draft.cancel());
    const again = (): void => {
      this.#draft.settle();
    };
    if (making?.state === 'over') {
      const { outcome } = making;
      if (outcome.state === 'made') return doneReport(outcome, again);
      if (outcome.state === 'added')
        return addedReport(outcome, this.isOpen, again, () => {
          void this.#draft.takeBack(outcome.added);
        });
    }
    return this.#renderList();
  }

  override render(): TemplateResult {
    return html`<dialog
      class=${this._isOver ? 'over' : ''}
      aria-labelledby="heading"
      @dragover=${(event: DragEvent) => {
        if (isFileDrag(event)) this._isOver = true;
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
        <h2 id="heading">${this.#heading}</h2>
        <button
          type="button"
          class="close"
          aria-label=${t('import.close')}
          @click=${() => {
            this._dialog.close();
          }}
        >
          ×
        </button>
      </div>
      ${this.#renderStep()}
    </dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lesart-import': ImportDialog;
  }
  interface HTMLElementEventMap {
    'files-offered': FilesOffered;
  }
}
