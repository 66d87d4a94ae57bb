import { type ReactiveControllerHost, type TemplateResult, html, nothing } from 'lit';
import type { Mark } from '../../core/contribution/record.ts';
import type { Beside } from '../beside.ts';
import type { CarryDialog } from '../carry-dialog/carry-dialog.ts';
import type { MarkWish } from '../mark-card/mark-card.ts';
import type { MarkDraft, MarkEditor } from '../mark-editor/mark-editor.ts';
import type { OpenedWork } from '../opened-work.ts';
import type { TextRange } from '../text-range.ts';
import type { Marking } from './marking.ts';
import type { ReaderLog } from './reader-log.ts';

/** What the reader's own marks need of the shell. */
export interface OwnMarksHost extends ReactiveControllerHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/** The shell's doings that a mark leads to. */
export interface OwnMarksView {
  readonly opened: () => OpenedWork | undefined;
  /** Shows a mark that was just made or changed. */
  readonly shown: (paragraph: string, mark: string | undefined) => void;
  /** A mark is about to go. */
  readonly leave: (mark: string) => void;
  /** Resolves when all texts of the work are there that exist. */
  readonly allTexts: () => Promise<void>;
  /** Where the editor opens for a mark that was chosen in the apparatus. */
  readonly beside: () => Beside | undefined;
}

/** The reader's own marks in the shell. Loaded with the first. */
export class OwnMarks {
  readonly #host: OwnMarksHost;
  readonly #log: ReaderLog;
  readonly #view: OwnMarksView;
  #marking: Marking | undefined;

  constructor(host: OwnMarksHost, log: ReaderLog, view: OwnMarksView) {
    this.#host = host;
    this.#log = log;
    this.#view = view;
  }

  /** Opens the editor for words that were chosen, or for a mark. */
  async open(ranges: readonly TextRange[], beside: Beside, edited?: Mark): Promise<void> {
    const marking = await this.#ensure();
    const opened = this.#view.opened();
    if (opened) await marking.open(opened, ranges, beside, () => this.#editor, edited);
  }

  async step(direction: 'undo' | 'redo'): Promise<void> {
    const marking = await this.#ensure();
    await marking.step(direction);
  }

  /** Edits or takes back a mark of the reader's, or looks for the same error in the other variants. */
  async ask(mark: Mark, wish: Exclude<MarkWish, 'correct'>): Promise<void> {
    if (wish === 'carry') {
      const marking = await this.#ensure();
      await this.#view.allTexts();
      const opened = this.#view.opened();
      if (opened) await marking.startCarrying(opened, mark, () => this.#carryDialog);
      return;
    }
    if (wish === 'delete') {
      this.#view.leave(mark.id);
      const marking = await this.#ensure();
      await marking.remove(mark);
      return;
    }
    const opened = this.#view.opened();
    const beside = this.#view.beside();
    const marking = await this.#ensure();
    const ranges = opened && marking.rangesOf(opened, mark);
    if (ranges && beside) await this.open(ranges, beside, mark);
  }

  /** Keeps the reader's rating of a paragraph. */
  async rate(variant: string, paragraph: string, score: number): Promise<void> {
    const marking = await this.#ensure();
    const opened = this.#view.opened();
    if (opened) await marking.rate(opened, variant, paragraph, score);
  }

  render(): TemplateResult | typeof nothing {
    const marking = this.#marking;
    if (!marking) return nothing;
    return html`${this.#renderEditor(marking)}${this.#renderCarry(marking)}`;
  }

  #renderCarry(marking: Marking): TemplateResult | typeof nothing {
    const { carrying } = marking;
    if (!carrying) return nothing;
    const { mark } = carrying;
    return html`<lesart-carry-dialog
      .quote=${mark.spans.map(({ quote }) => quote.exact).join(' … ')}
      .textLang=${this.#view.opened()?.variant(mark.variant)?.lang ?? 'und'}
      .places=${carrying.places}
      @marks-carried=${({ carried }: HTMLElementEventMap['marks-carried']) => {
        const opened = this.#view.opened();
        if (opened) void marking.carry(opened, carried);
      }}
      @carry-dismissed=${() => {
        marking.dismiss();
      }}
    ></lesart-carry-dialog>`;
  }

  #renderEditor(marking: Marking): TemplateResult | typeof nothing {
    const { task } = marking;
    if (!task) return nothing;
    return html`<lesart-mark-editor
      .quotes=${task.quotes}
      .author=${marking.author}
      .draft=${marking.draftOf(task.edited)}
      .typology=${marking.typology}
      .typologies=${marking.typologies}
      .problems=${marking.problems}
      @mark-resized=${({ edge, step }: HTMLElementEventMap['mark-resized']) => {
        const opened = this.#view.opened();
        if (opened) marking.resize(opened, edge, step);
      }}
      @typology-asked=${({ wanted }: HTMLElementEventMap['typology-asked']) => {
        void marking.turnToTypology(wanted);
      }}
      @mark-drafted=${(event: HTMLElementEventMap['mark-drafted']) => {
        void this.#finish(event.draft);
      }}
      @mark-dismissed=${() => {
        marking.dismiss();
      }}
    ></lesart-mark-editor>`;
  }

  get #carryDialog(): CarryDialog | null {
    return this.#host.renderRoot.querySelector('lesart-carry-dialog');
  }

  get #editor(): MarkEditor | null {
    return this.#host.renderRoot.querySelector('lesart-mark-editor');
  }

  async #ensure(): Promise<Marking> {
    const { Marking } = await import('./marking.ts');
    this.#marking ??= new Marking(this.#host, this.#log);
    return this.#marking;
  }

  async #finish(draft: MarkDraft): Promise<void> {
    const opened = this.#view.opened();
    const paragraph = this.#marking?.task?.ranges[0]?.paragraph;
    if (!opened || !this.#marking || paragraph === undefined) return;
    this.#view.shown(paragraph, await this.#marking.finish(opened, draft));
  }
}
