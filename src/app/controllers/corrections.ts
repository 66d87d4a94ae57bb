import { type ReactiveControllerHost, type TemplateResult, html, nothing } from 'lit';
import { loadLaterTexts } from '../../i18n/i18n.ts';
import type { Mark } from '../../core/contribution/record.ts';
import { firstAnchor } from '../../core/contribution/replacement.ts';
import type { Glossary } from '../../core/work/glossary.ts';
import type { CorrectionEditor, WrittenText } from '../correction-editor/correction-editor.ts';
import type { EditorAids } from '../correction-editor/editor-aids.ts';
import type { CorrectionPlace } from '../events.ts';
import type { OpenedWork } from '../opened-work.ts';
import { readSetting } from '../settings.ts';
import { selectedRange } from '../text-range.ts';
import type { Consistency, KeptCorrection } from './consistency.ts';
import type { Correcting } from './correcting.ts';
import type { ReaderLog } from './reader-log.ts';

/** The host of the corrections, and where their parts are rendered. */
export interface CorrectionsHost extends ReactiveControllerHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/** What is being corrected. */
interface Task extends CorrectionPlace {
  readonly variant: string;
  /** A proposal that a reviewer accepts with edits. */
  readonly draft?: string;
  readonly editedFrom?: string;
}

/** Milliseconds without a key before anything but the diff looks at a text. */
const PAUSE = 200;

/** Corrected paragraphs in the shell. Loaded with the first. */
export class Corrections {
  readonly #host: CorrectionsHost;
  readonly #log: ReaderLog;
  #correcting: Correcting | undefined;
  #task: Task | undefined;
  #aids: EditorAids | undefined;
  #pause: ReturnType<typeof setTimeout> | undefined;
  #consistency: Consistency | undefined;
  /** Whether the proposals and their history are shown. */
  #showsHistory = false;

  constructor(host: CorrectionsHost, log: ReaderLog) {
    this.#host = host;
    this.#log = log;
  }

  /** Opens the editor for the words that are selected in a text, or else for a paragraph of the subject. */
  async start(opened: OpenedWork, paragraph: string): Promise<void> {
    const text = this.#host.renderRoot.querySelector('lesart-compare-view')?.shadowRoot;
    // What is loaded takes its time, and the selection may be gone then.
    const chosen = text ? selectedRange(text) : undefined;
    if (!chosen) return this.edit({ variant: opened.work.subject, paragraph });
    const { variant, paragraph: id, span } = chosen;
    const words = opened.paragraph(variant, id)?.text.slice(span.start, span.end) ?? '';
    return this.edit({ variant, paragraph: id, words: { text: words, start: span.start } });
  }

  /** Opens the editor for a mark's paragraph, with its words selected. */
  editMark(mark: Mark): Promise<void> {
    const { variant, paragraph } = mark;
    const anchor = firstAnchor(mark, variant);
    const words = anchor && { text: anchor.quote.exact, start: anchor.start };
    return this.edit({ variant, paragraph, ...(words ? { words } : {}) });
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
    if (task.words) await this.#editor?.selectWords(task.words.text, task.words.start);
  }

  /** What the glossary of the open work says; the checks of what is typed use it. */
  glossary: Glossary | undefined;

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
    return html`${this.#renderEditor(opened)}${this.#consistency?.render(opened) ?? nothing}${this.#renderHistory(
      opened,
      variant,
      paragraph,
    )}`;
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
      @text-edited=${({ detail }: HTMLElementEventMap['text-edited']) => {
        this.#help(opened, task.variant, detail);
      }}
      @correction-drafted=${(event: HTMLElementEventMap['correction-drafted']) => {
        void correcting.propose(opened, event.draft).then(() => {
          this.#leave();
          return this.#afterCorrection(opened, event.draft);
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
        const judged = opened.state.standing.get(event.of);
        void correcting.review(opened, event).then(async () => {
          if (event.verdict === 'accepted' && judged?.type === 'correction')
            await this.#afterCorrection(opened, judged);
        });
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
        void correcting.propose(opened, event.draft).then(() => this.#afterCorrection(opened, event.draft));
      }}
    ></lesart-correction-history>`;
  }

  get #editor(): CorrectionEditor | null {
    return this.#host.renderRoot.querySelector('lesart-correction-editor');
  }

  /** Has the text checked and looked up, in a pause of the typing. */
  #help(opened: OpenedWork, variant: string, written: WrittenText): void {
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => void this.#aid(opened, variant, written), PAUSE);
  }

  /** The parts that do it are fetched with the first text. */
  async #aid(opened: OpenedWork, variant: string, written: WrittenText): Promise<void> {
    const [{ EditorAids }, { showTerms }] = await Promise.all([
      import('../correction-editor/editor-aids.ts'),
      import('../glossary-terms/editor-terms.ts'),
    ]);
    this.glossary = await showTerms(this.#editor, opened, variant, written);
    if (!this.#task) return;
    this.#aids ??= new EditorAids(() => this.#editor);
    this.#aids.show(opened, variant, written, this.glossary);
  }

  /** Offers the same change for other paragraphs. */
  async #afterCorrection(opened: OpenedWork, kept: KeptCorrection): Promise<void> {
    const [correcting, { Consistency }] = await Promise.all([this.#ensure(), import('./consistency.ts')]);
    this.#consistency ??= new Consistency(this.#host, correcting);
    await this.#consistency.afterCorrection(opened, [kept]);
  }

  #leave(): void {
    this.#task = undefined;
    clearTimeout(this.#pause);
    this.#aids?.leave();
    this.#host.requestUpdate();
  }

  async #ensure(): Promise<Correcting> {
    const { Correcting } = await import('./correcting.ts');
    this.#correcting ??= new Correcting(this.#log);
    return this.#correcting;
  }
}
