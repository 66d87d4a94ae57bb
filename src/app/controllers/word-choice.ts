import { type TemplateResult, html, nothing } from 'lit';
import { t } from '../../i18n/i18n.ts';
import type { Beside } from '../beside.ts';
import { CorrectionAsked } from '../events.ts';
import { GlossaryAsked } from '../glossary-terms/glossary-events.ts';
import { liveRange } from '../live-range.ts';
import type { OpenedWork } from '../opened-work.ts';
import { selectionIn } from '../selection.ts';
import { type TextRange, selectedRange } from '../text-range.ts';
import { type WordCursor, chosenSpan, cursorAt, stepped, wholeSentence, withGap } from '../word-cursor.ts';
import { type SteppedPlace, WordStepped } from '../word-stepped.ts';

/** How many words an arrow up or down goes: about a line. */
const LINE = 8;

/** What the choice needs of the view that it works in. */
export interface ChoiceHost {
  readonly root: ShadowRoot;
  readonly opened: () => OpenedWork;
  readonly columns: () => readonly string[];
  /** Renders again. */
  readonly update: () => void;
  /** The words are chosen: one stretch, or several that are one error. */
  readonly choose: (ranges: readonly TextRange[], beside: Beside) => void;
  /** The choice was left: the keyboard goes back to the row. */
  readonly leave: (paragraph: string) => void;
}

const rangeOf = ({ variant, paragraph, span }: TextRange): TextRange => ({ variant, paragraph, span });

/** The word that a cursor stands on; none in a gap. */
function steppedTo(cursor: (TextRange & { readonly at: WordCursor }) | undefined): SteppedPlace | undefined {
  const word = cursor?.at.gap ? undefined : cursor?.at.words[cursor.at.focus];
  return cursor && word && { variant: cursor.variant, paragraph: cursor.paragraph, offset: word.start };
}

/** Chooses words to be marked, by selecting them or by keys; several stretches, also in several columns, can make
 * one mark, and a place where words are missing is a stretch too. Loaded when the reader first chooses. */
export class WordChoice {
  readonly #host: ChoiceHost;
  #cursor: (TextRange & { readonly at: WordCursor }) | undefined;
  /** The stretches that were taken before the one that is chosen now. */
  #parts: readonly TextRange[] = [];
  #chosen: readonly TextRange[] = [];
  #selected: Beside | undefined;

  constructor(host: ChoiceHost) {
    this.#host = host;
  }

  /** The stretches that are shown as chosen; another array after each change. */
  get chosen(): readonly TextRange[] {
    return this.#chosen;
  }

  /** The selection changed: the buttons beside it follow. */
  follow(): void {
    const before = this.#selected;
    this.#selected = selectedRange(this.#host.root) && this.#besideSelection();
    if (before !== this.#selected) this.#host.update();
  }

  /** Takes what is selected, with the stretches before it, if anything is. */
  takeSelection(): boolean {
    const range = selectedRange(this.#host.root);
    const beside = this.#besideSelection();
    if (range && beside) this.#finish(range, beside);
    return range !== undefined && beside !== undefined;
  }

  /** Starts choosing by keys at a paragraph's first word. */
  start(variant: string, paragraph: string): void {
    this.#move(variant, paragraph);
  }

  /**
   * Keys while words are chosen; they are the choice's and nobody else's. Arrows go by word, with Shift they
   * extend, s takes the sentence, g the gap before and then after the word, Tab the next column, + or Space
   * keeps the stretch and goes on to another one, Enter goes on to the mark, Escape leaves.
   */
  onKey(event: KeyboardEvent): void {
    const cursor = this.#cursor;
    if (event.key === 'Escape' && !cursor && this.#parts.length > 0) {
      this.#drop();
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    if (!cursor && event.key === 'g' && this.#parts.length > 0 && !event.ctrlKey && !event.metaKey) {
      this.#toGlossary();
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    if (!cursor || event.ctrlKey || event.metaKey || event.altKey) return;
    const { variant, paragraph } = cursor;
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
    } else if (event.key === 'g') {
      this.#move(variant, paragraph, withGap);
    } else if (event.key === '+' || event.key === ' ') {
      this.#keep(rangeOf(cursor));
      this.#move(variant, paragraph, (at) => stepped(at, 1, false));
    } else if (event.key === 'Tab') {
      this.#move(this.#beside(variant, paragraph, event.shiftKey ? -1 : 1), paragraph);
    } else if (event.key === 'Enter' || event.key === 'm') {
      const beside = this.#besideRange(cursor);
      if (beside) this.#finish(rangeOf(cursor), beside);
    } else if (event.key === 'Escape') {
      this.#drop();
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
    const button = (label: TemplateResult, does: () => void, name = ''): TemplateResult =>
      html`<button
        type="button"
        class=${name}
        @click=${(event: Event) => {
          event.stopPropagation();
          does();
        }}
      >
        ${label}
      </button>`;
    return html`<div
      class="marktools"
      role="toolbar"
      aria-label=${t('compare.mark')}
      .style=${place}
      @pointerdown=${(event: Event) => {
        // The selection must outlive the press.
        event.preventDefault();
      }}
    >
      ${button(html`${t('compare.mark')} <kbd>M</kbd>`, () => this.takeSelection(), 'markit')}
      ${button(html`${t('apparatus.correct')} <kbd>E</kbd>`, () => {
        this.#correct();
      })}
      ${button(html`${t('compare.markMore')}`, () => {
        this.#keepSelection();
      })}
      ${button(html`${t('compare.markBefore')}`, () => {
        this.#takeGap('start');
      })}
      ${button(html`${t('compare.markAfter')}`, () => {
        this.#takeGap('end');
      })}
      ${button(html`${t('compare.toGlossary')} <kbd>G</kbd>`, () => {
        this.#toGlossary();
      })}
    </div>`;
  }

  /** Keeps the selected stretch; the next one makes one mark with it. */
  #keepSelection(): void {
    const range = selectedRange(this.#host.root);
    if (range) this.#keep(range);
    getSelection()?.removeAllRanges();
  }

  /** The selected words are to be corrected. */
  #correct(): void {
    const { root, opened } = this.#host;
    const range = selectedRange(root);
    if (!range) return;
    const { variant, paragraph, span } = range;
    const text = opened().paragraph(variant, paragraph)?.text.slice(span.start, span.end) ?? '';
    root.host.dispatchEvent(new CorrectionAsked({ variant, paragraph, words: { text, start: span.start } }));
  }

  /** Asks for an entry from the selected stretch and those that were kept, in one column or in several. */
  #toGlossary(): void {
    const range = selectedRange(this.#host.root);
    const ranges = [...this.#parts, ...(range ? [range] : [])];
    this.#drop();
    this.#host.root.host.dispatchEvent(new GlossaryAsked(ranges));
  }

  /** Marks the gap at an end of the selection. */
  #takeGap(end: 'start' | 'end'): void {
    const range = selectedRange(this.#host.root);
    const beside = this.#besideSelection();
    if (!range || !beside) return;
    const at = range.span[end];
    this.#finish({ ...range, span: { start: at, end: at } }, beside);
  }

  #finish(range: TextRange, beside: Beside): void {
    const ranges = [...this.#partsWith(range), range];
    this.#drop();
    this.#host.choose(ranges, beside);
    getSelection()?.removeAllRanges();
  }

  #keep(range: TextRange): void {
    this.#parts = [...this.#partsWith(range), range];
    this.#tell();
  }

  /** The stretches that can be one mark with a range: those of its row that it does not cover itself. */
  #partsWith({ variant, paragraph, span }: TextRange): readonly TextRange[] {
    return this.#parts.filter(
      (part) =>
        part.paragraph === paragraph &&
        (part.variant !== variant || part.span.end <= span.start || part.span.start >= span.end),
    );
  }

  #drop(): void {
    this.#parts = [];
    this.#set(undefined);
  }

  #set(cursor: (TextRange & { readonly at: WordCursor }) | undefined): void {
    if (cursor || this.#cursor) this.#host.root.host.dispatchEvent(new WordStepped(steppedTo(cursor)));
    this.#cursor = cursor;
    this.#tell();
  }

  #tell(): void {
    this.#chosen = [...this.#parts, ...(this.#cursor ? [this.#cursor] : [])];
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

  /** Where a stretch stands on screen. */
  #besideRange({ variant, paragraph, span }: TextRange): Beside | undefined {
    const element = this.#host.root.querySelector(
      `p[data-variant="${CSS.escape(variant)}"][data-paragraph="${CSS.escape(paragraph)}"]`,
    );
    return element ? liveRange(element, span).getBoundingClientRect() : undefined;
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
