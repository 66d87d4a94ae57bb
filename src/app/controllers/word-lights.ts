import { css } from 'lit';
import type { Span } from '../../core/span.ts';
import type { Counterpart } from '../../worker/words.worker.ts';
import type { CompareView } from '../compare-view/compare-view.ts';
import { type Highlights, type Painted, pageHighlights } from '../highlights.ts';
import { liveRange } from '../live-range.ts';
import type { OpenedWork } from '../opened-work.ts';
import { selectionIn } from '../selection.ts';
import { counterpartsOf } from '../word-links.ts';
import type { SteppedPlace } from '../word-stepped.ts';

export interface WordLightSources {
  readonly opened: () => OpenedWork | undefined;
  readonly columns: () => readonly string[];
}

/** Milliseconds that the pointer rests before words are lit up: who only passes by sees nothing flicker. */
const REST = 120;
/** Links of at least this probability are shown as such, others faintly: see the README for what that is worth. */
const SURE = 0.5;

const sheet = css`
  ::highlight(word) {
    background-color: color-mix(in srgb, var(--accent) 26%, var(--ground));
  }

  ::highlight(counterpart) {
    background-color: color-mix(in srgb, var(--accent) 26%, var(--ground));
  }

  ::highlight(perhaps) {
    background-color: color-mix(in srgb, var(--accent) 9%, var(--ground));
    text-decoration: underline dotted 1px var(--accent);
  }
`.styleSheet;

/** Whether a word that was found is still meant. */
type Check = (text: HTMLElement, word: Span) => boolean;

/**
 * Lights up the word under the pointer, or the one that the keyboard stands on while words are chosen, and the words of
 * the other columns that say the same, as a model learnt from the work alone guesses; that runs in a worker. A touch or
 * a selection lights up nothing.
 */
export class WordLights {
  readonly #view: CompareView;
  readonly #sources: WordLightSources;
  readonly #highlights: Highlights | undefined = pageHighlights();
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Counts the places that were pointed at: an answer for an earlier one comes too late. */
  #turn = 0;
  #lit:
    | { readonly row: HTMLElement; readonly variant: string; readonly word: Span; readonly turn: number }
    | undefined;

  constructor(view: CompareView, sources: WordLightSources) {
    this.#view = view;
    this.#sources = sources;
    if (!this.#highlights) return;
    const root = this.#root;
    if (sheet && !root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
    root.addEventListener('pointermove', this.#onMove);
    root.addEventListener('pointerdown', this.#clear);
    view.addEventListener('pointerleave', this.#clear);
    view.addEventListener('word-stepped', this.#onStep);
  }

  /** Takes everything away again. */
  stop(): void {
    const root = this.#root;
    root.removeEventListener('pointermove', this.#onMove);
    root.removeEventListener('pointerdown', this.#clear);
    this.#view.removeEventListener('pointerleave', this.#clear);
    this.#view.removeEventListener('word-stepped', this.#onStep);
    this.#clear();
  }

  get #root(): ShadowRoot {
    return this.#view.renderRoot as ShadowRoot;
  }

  readonly #onMove = (event: Event): void => {
    if (event instanceof PointerEvent) this.point(event);
  };

  /** The pointer is here now. */
  point({ pointerType, buttons, clientX, clientY }: PointerEvent): void {
    if (pointerType === 'touch' || buttons !== 0) return;
    clearTimeout(this.#timer);
    const place = selectionIn(this.#root) ? undefined : this.#placeAt(clientX, clientY);
    if (!place) {
      this.#clear();
      return;
    }
    this.#timer = setTimeout(() => {
      // Between two words the nearest character belongs to one that the pointer is not on.
      void this.#light(place, (text, word) => isOver(liveRange(text, word), clientX, clientY));
    }, REST);
  }

  readonly #onStep = ({ place }: HTMLElementEventMap['word-stepped']): void => {
    clearTimeout(this.#timer);
    if (place) void this.#light(place, () => true);
    else this.#clear();
  };

  readonly #clear = (): void => {
    clearTimeout(this.#timer);
    this.#turn += 1;
    this.#lit = undefined;
    this.#highlights?.erase(this);
  };

  /** The character of the text at a point of the screen. */
  #placeAt(x: number, y: number): SteppedPlace | undefined {
    const text = this.#root.elementFromPoint(x, y)?.closest<HTMLElement>('p[data-paragraph]');
    const { variant, paragraph } = text?.dataset ?? {};
    if (!text || variant === undefined || paragraph === undefined) return undefined;
    const point = pointIn(this.#root, x, y);
    if (!point || !text.contains(point.node)) return undefined;
    const before = document.createRange();
    before.setStart(text, 0);
    before.setEnd(point.node, point.offset);
    return { variant, paragraph, offset: before.toString().length };
  }

  async #light({ variant, paragraph, offset }: SteppedPlace, isMeant: Check): Promise<void> {
    const opened = this.#sources.opened();
    const index = opened?.indexOf(paragraph) ?? -1;
    const row = this.#view.renderRoot.querySelector<HTMLElement>(`.row[data-row="${CSS.escape(paragraph)}"]`);
    const text = row && textIn(row, variant);
    if (!opened || index < 0 || !row || !text) return;
    const lit = this.#lit;
    const isLit =
      lit?.row === row && lit.variant === variant && lit.word.start <= offset && offset < lit.word.end;
    // Or another word was asked for since, whose answer is to come too late.
    if (isLit && lit.turn === this.#turn) return;
    const turn = (this.#turn += 1);
    const place = { variant, row: index, offset };
    const columns = this.#sources.columns();
    const reply = await counterpartsOf(opened, place, columns, false);
    if (turn !== this.#turn) return;
    if (!reply || !isMeant(text, reply.word)) {
      this.#clear();
      return;
    }
    const { word, unlearnt } = reply;
    this.#lit = { row, variant, word, turn };
    let { counterparts } = reply;
    this.#paint(row, variant, word, counterparts);
    // What takes its time comes column by column, and only as long as the word is pointed at.
    for (const column of unlearnt) {
      const more = await counterpartsOf(opened, place, [column], true);
      if (turn !== this.#turn) return;
      counterparts = [...counterparts, ...(more?.counterparts ?? [])];
      this.#paint(row, variant, word, counterparts);
    }
  }

  #paint(row: HTMLElement, variant: string, word: Span, counterparts: readonly Counterpart[]): void {
    const painted = (id: string, span: Span, name: string): readonly Painted[] => {
      const text = textIn(row, id);
      return text ? [{ name, range: liveRange(text, span) }] : [];
    };
    this.#highlights?.paint(this, [
      ...painted(variant, word, 'word'),
      ...counterparts.flatMap(({ variant: other, probability, ...span }) =>
        painted(other, span, probability >= SURE ? 'counterpart' : 'perhaps'),
      ),
    ]);
  }
}

const textIn = (row: HTMLElement, variant: string): HTMLElement | null =>
  row.querySelector<HTMLElement>(`p[data-variant="${CSS.escape(variant)}"]`);

const isOver = (range: Range, x: number, y: number): boolean =>
  [...range.getClientRects()].some(
    ({ left, right, top, bottom }) => left <= x && x <= right && top <= y && y <= bottom,
  );

/** The place in a text node at a point of the screen. */
function pointIn(
  root: ShadowRoot,
  x: number,
  y: number,
): { readonly node: Node; readonly offset: number } | undefined {
  // Not in every browser yet, and then there is an older way.
  const known = document as Partial<Pick<Document, 'caretPositionFromPoint' | 'caretRangeFromPoint'>> &
    Document;
  if (known.caretPositionFromPoint) {
    const position = known.caretPositionFromPoint(x, y, { shadowRoots: [root] });
    return position ? { node: position.offsetNode, offset: position.offset } : undefined;
  }
  const range = known.caretRangeFromPoint?.(x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : undefined;
}
