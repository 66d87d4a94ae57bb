import { type ReactiveControllerHost, type TemplateResult, html, nothing } from 'lit';
import { loadLaterTexts } from '../../i18n/i18n.ts';
import type { CorrectionEditor } from '../correction-editor/correction-editor.ts';
import type { OpenedWork } from '../opened-work.ts';
import { readSetting } from '../settings.ts';
import type { Correcting } from './correcting.ts';
import type { ReaderLog } from './reader-log.ts';

/** The host of the corrections, and where their parts are rendered. */
export interface CorrectionsHost extends ReactiveControllerHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/** What is being corrected. */
interface Task {
  readonly variant: string;
  readonly paragraph: string;
  /** A proposal that a reviewer accepts with edits. */
  readonly draft?: string;
  readonly editedFrom?: string;
}

/** Corrected paragraphs in the shell. Loaded with the first. */
export class Corrections {
  readonly #host: CorrectionsHost;
  readonly #log: ReaderLog;
  #correcting: Correcting | undefined;
  #task: Task | undefined;
  /** Whether the proposals and their history are shown. */
  #showsHistory = false;

  constructor(host: CorrectionsHost, log: ReaderLog) {
    this.#host = host;
    this.#log = log;
  }

  /** Opens the editor for a paragraph, with the keyboard in it. */
  async edit(task: Task): Promise<void> {
    await Promise.all([
      import('../correction-editor/correction-editor.ts'),
      this.#ensure(),
      loadLaterTexts(),
    ]);
    this.#task = task;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#editor?.focus();
  }

  /** Shows or hides the proposals for the paragraph and their history. */
  async showHistory(shows: boolean): Promise<void> {
    if (shows)
      await Promise.all([
        import('../correction-history/correction-history.ts'),
        this.#ensure(),
        loadLaterTexts(),
      ]);
    this.#showsHistory = shows;
    this.#host.requestUpdate();
  }

  /** The editor and the history, each in the slot of the apparatus that waits for it. */
  render(opened: OpenedWork, variant: string, paragraph: string): TemplateResult {
    return html`${this.#renderEditor(opened)}${this.#renderHistory(opened, variant, paragraph)}`;
  }

  #renderEditor(opened: OpenedWork): TemplateResult | typeof nothing {
    const task = this.#task;
    const correcting = this.#correcting;
    if (!task || !correcting) return nothing;
    return html`<lesart-correction-editor
      slot="editor"
      .opened=${opened}
      .variant=${task.variant}
      .paragraph=${task.paragraph}
      .author=${readSetting('author') ?? ''}
      .draft=${task.draft}
      .editedFrom=${task.editedFrom}
      @correction-drafted=${(event: HTMLElementEventMap['correction-drafted']) => {
        void correcting.propose(opened, event.draft).then(() => {
          this.#leave();
        });
      }}
      @correction-left=${() => {
        this.#leave();
      }}
    ></lesart-correction-editor>`;
  }

  #renderHistory(opened: OpenedWork, variant: string, paragraph: string): TemplateResult | typeof nothing {
    const correcting = this.#correcting;
    if (!this.#showsHistory || !correcting) return nothing;
    return html`<lesart-correction-history
      slot="history"
      .opened=${opened}
      .variant=${variant}
      .paragraph=${paragraph}
      .author=${readSetting('author') ?? ''}
      .records=${this.#log.records}
      @review-made=${(event: HTMLElementEventMap['review-made']) => {
        void correcting.review(opened, event);
      }}
      @comment-made=${(event: HTMLElementEventMap['comment-made']) => {
        void correcting.comment(opened, event);
      }}
      @fork-settled=${(event: HTMLElementEventMap['fork-settled']) => {
        void correcting.settle(opened, event);
      }}
      @all-accepted=${(event: HTMLElementEventMap['all-accepted']) => {
        void correcting.acceptAll(opened, event);
      }}
      @edit-asked=${({ text, editedFrom }: HTMLElementEventMap['edit-asked']) => {
        void this.edit({ variant, paragraph, draft: text, editedFrom });
      }}
      @correction-drafted=${(event: HTMLElementEventMap['correction-drafted']) => {
        void correcting.propose(opened, event.draft);
      }}
    ></lesart-correction-history>`;
  }

  get #editor(): CorrectionEditor | null {
    return this.#host.renderRoot.querySelector('lesart-correction-editor');
  }

  #leave(): void {
    this.#task = undefined;
    this.#host.requestUpdate();
  }

  async #ensure(): Promise<Correcting> {
    const { Correcting } = await import('./correcting.ts');
    this.#correcting ??= new Correcting(this.#log);
    return this.#correcting;
  }
}
