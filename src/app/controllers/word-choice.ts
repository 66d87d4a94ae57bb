import { type TemplateResult, html, nothing } from 'lit';
import { t } from '../../i18n/i18n.ts';
import type { Beside } from '../beside.ts';
import type { OpenedWork } from '../opened-work.ts';
import { selectionIn } from '../selection.ts';
import { type TextRange, selectedRange } from '../text-range.ts';
import { type WordCursor, chosenSpan, cursorAt, stepped, wholeSentence } from '../word-cursor.ts';

/** How many words an arrow up or down goes: about a line. */
const LINE = 8;

/** What the choice needs of the view that it works in. */
export interface ChoiceHost {
  readonly root: ShadowRoot;
  readonly opened: () => OpenedWork;
  readonly columns: () => readonly string[];
  /** Renders again. */
  readonly update: () => void;
  /** The words are chosen. */
  readonly choose: (range: TextRange, beside: Beside) => void;
  /** The choice was left: the keyboard goes back to the row. */
  readonly leave: (paragraph: string) => void;
}

/** Chooses words to be marked, by selecting them or by keys. Loaded when the reader first does either. */
export class WordChoice {
  readonly #host: ChoiceHost;
  #cursor: (TextRange & { readonly at: WordCursor }) | undefined;
  #selected: Beside | undefined;

  constructor(host: ChoiceHost) {
    this.#host = host;
  }

  /** The words chosen by keys; another object after each change. */
  get chosen(): TextRange | undefined {
    return this.#cursor;
  }

  /** The selection changed: the button beside it follows. */
  follow(): void {
    const before = this.#selected;
    this.#selected = selectedRange(this.#host.root) && this.#besideSelection();
    if (before !== this.#selected) this.#host.update();
  }

  /** Takes what is selected, if anything is. */
  takeSelection(): boolean {
    const range = selectedRange(this.#host.root);
    const beside = this.#besideSelection();
    if (!range || !beside) return false;
    this.#host.choose(range, beside);
    getSelection()?.removeAllRanges();
    return true;
  }

  /** Starts choosing by keys at a paragraph's first word. */
  start(variant: string, paragraph: string): void {
    this.#move(variant, paragraph);
  }

  /**
   * Keys while words are chosen; they are the choice's and nobody else's. Arrows go by word, with Shift they
   * extend, s takes the sentence, Tab the next column, Enter goes on to the mark, Escape leaves.
   */
  onKey(event: KeyboardEvent): void {
    const cursor = this.#cursor;
    if (!cursor || event.ctrlKey || event.metaKey || event.altKey) return;
    const { variant, paragraph, span } = cursor;
    const step = {
      ArrowRight: 1,
      ArrowLeft: -1,
      ArrowDown: LINE,
      ArrowUp: -LINE,
      Home: -Infinity,
      End: Infinity,
    }[event.key];
    if (step !== undefined) {
      this.#move(variant, paragraph, (at) => stepped(at, step, event.shiftKey));
    } else if (event.key === 's') {
      this.#move(variant, paragraph, wholeSentence);
    } else if (event.key === 'Tab') {
      this.#move(this.#beside(variant, paragraph, event.shiftKey ? -1 : 1), paragraph);
    } else if (event.key === 'Enter' || event.key === 'm') {
      const piece = this.#host.root.querySelector('.chosen')?.getBoundingClientRect();
      this.#set(undefined);
      if (piece) this.#host.choose({ variant, paragraph, span }, piece);
    } else if (event.key === 'Escape') {
      this.#set(undefined);
      this.#host.leave(paragraph);
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  /** Beside selected words, for a mouse or a finger. */
  renderButton(): TemplateResult | typeof nothing {
    const beside = this.#selected;
    if (!beside) return nothing;
    const place = `top:${String(beside.bottom + 6)}px;left:${String(beside.left)}px`;
    return html`<button
      class="markit"
      type="button"
      .style=${place}
      @pointerdown=${(event: Event) => {
        // The selection must outlive the press.
        event.preventDefault();
      }}
      @click=${(event: Event) => {
        event.stopPropagation();
        this.takeSelection();
      }}
    >
      ${t('compare.mark')} <kbd>M</kbd>
    </button>`;
  }

  #set(cursor: (TextRange & { readonly at: WordCursor }) | undefined): void {
    this.#cursor = cursor;
    this.#host.update();
  }

  /** The cursor in a paragraph, changed; one in another paragraph starts at its first word. */
  #move(
    variant: string,
    paragraph: string,
    change?: (at: WordCursor, text: string, lang: string) => WordCursor,
  ): void {
    const opened = this.#host.opened();
    const text = opened.paragraph(variant, paragraph)?.text ?? '';
    const lang = opened.variant(variant)?.lang ?? 'und';
    const before = this.#cursor;
    const same = before?.variant === variant && before.paragraph === paragraph;
    const start = same ? before.at : cursorAt(text, lang);
    const at = start && change ? change(start, text, lang) : start;
    this.#set(at && { variant, paragraph, at, span: chosenSpan(at) });
  }

  /** The next or the previous column that has the paragraph. */
  #beside(variant: string, paragraph: string, step: 1 | -1): string {
    const opened = this.#host.opened();
    const there = this.#host
      .columns()
      .filter((id) => /[\p{L}\p{N}]/u.test(opened.paragraph(id, paragraph)?.text ?? ''));
    return there[(there.indexOf(variant) + step + there.length) % there.length] ?? variant;
  }

  #besideSelection(): Beside | undefined {
    const range = selectionIn(this.#host.root);
    if (!range) return undefined;
    const live = document.createRange();
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
    return live.getBoundingClientRect();
  }
}
