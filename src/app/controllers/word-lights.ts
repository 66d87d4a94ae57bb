import { css } from 'lit';
import type { Span } from '../../core/span.ts';
import { startWordsWorker } from '../../worker/bridge.ts';
import type { WordsReply } from '../../worker/words.worker.ts';
import type { CompareView } from '../compare-view/compare-view.ts';
import { type Painted, pageHighlights } from '../highlights.ts';
import { liveRange } from '../live-range.ts';
import type { OpenedWork } from '../opened-work.ts';

export interface WordLightSources {
  readonly opened: () => OpenedWork | undefined;
  readonly columns: () => readonly string[];
}

/** Milliseconds that the pointer rests before words are lit up: who only passes by sees nothing flicker. */
const REST = 120;
/** Links of at least this probability are shown as such, others faintly: see the README for what that is worth. */
const SURE = 0.5;
/** Rows that are sent to the worker in one piece. */
const PORTION = 500;

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

interface Place {
  readonly variant: string;
  readonly paragraph: string;
  readonly offset: number;
}

/**
 * Lights up the word under the pointer and the words of the other columns that say the same, as a model learnt from the
 * work alone guesses; runs in a worker of its own. A touch or a selection lights up nothing.
 */
export class WordLights {
  readonly #view: CompareView;
  readonly #sources: WordLightSources;
  #worker: ReturnType<typeof startWordsWorker> | undefined;
  /** The rows that the worker knows, and the variants of which it has the text. */
  #sent: { readonly rows: OpenedWork['rows']; readonly variants: Set<string> } | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Counts the places that the pointer was at: an answer for an earlier one comes too late. */
  #turn = 0;
  #lit: { readonly row: HTMLElement; readonly variant: string; readonly word: Span } | undefined;

  constructor(view: CompareView, sources: WordLightSources) {
    this.#view = view;
    this.#sources = sources;
    const root = view.renderRoot as ShadowRoot;
    if (sheet && !root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
    root.addEventListener('pointermove', this.#onMove);
    root.addEventListener('pointerdown', this.#clear);
    view.addEventListener('pointerleave', this.#clear);
  }

  /** Takes everything away again. */
  stop(): void {
    const root = this.#view.renderRoot as ShadowRoot;
    root.removeEventListener('pointermove', this.#onMove);
    root.removeEventListener('pointerdown', this.#clear);
    this.#view.removeEventListener('pointerleave', this.#clear);
    this.#clear();
    this.#end();
  }

  readonly #onMove = (event: Event): void => {
    if (!(event instanceof PointerEvent) || event.pointerType === 'touch' || event.buttons !== 0) return;
    clearTimeout(this.#timer);
    const place = this.#placeAt(event);
    if (!place) {
      this.#clear();
      return;
    }
    const { clientX, clientY } = event;
    this.#timer = setTimeout(() => {
      void this.#light(place, clientX, clientY);
    }, REST);
  };

  readonly #clear = (): void => {
    clearTimeout(this.#timer);
    this.#turn += 1;
    this.#lit = undefined;
    pageHighlights()?.erase(this);
  };

  #end(): void {
    this.#worker?.stop();
    this.#worker = undefined;
    this.#sent = undefined;
  }

  /** The character of the text under the pointer. */
  #placeAt({ clientX, clientY, target }: PointerEvent): Place | undefined {
    const text = target instanceof Element ? target.closest<HTMLElement>('p[data-paragraph]') : null;
    const { variant, paragraph } = text?.dataset ?? {};
    if (!text || variant === undefined || paragraph === undefined) return undefined;
    const point = pointIn(this.#view.renderRoot as ShadowRoot, clientX, clientY);
    if (!point || !text.contains(point.node)) return undefined;
    const before = document.createRange();
    before.setStart(text, 0);
    before.setEnd(point.node, point.offset);
    return { variant, paragraph, offset: before.toString().length };
  }

  async #light(place: Place, x: number, y: number): Promise<void> {
    const opened = this.#sources.opened();
    const { variant, paragraph, offset } = place;
    const row = opened?.indexOf(paragraph) ?? -1;
    const element = this.#view.renderRoot.querySelector<HTMLElement>(
      `.row[data-row="${CSS.escape(paragraph)}"]`,
    );
    const highlights = pageHighlights();
    if (!opened || row < 0 || !element || !highlights) return;
    const lit = this.#lit;
    if (lit?.row === element && lit.variant === variant && lit.word.start <= offset && offset < lit.word.end)
      return;
    this.#turn += 1;
    const turn = this.#turn;
    const columns = this.#sources.columns();
    const reply = await this.#ask(opened, variant, row, offset, columns);
    if (turn !== this.#turn) return;
    const text = textIn(element, variant);
    const range = reply && text && liveRange(text, reply.word);
    // Between two words the nearest character belongs to one that the pointer is not on.
    if (!reply || !range || !isOver(range, x, y)) {
      this.#lit = undefined;
      highlights.erase(this);
      return;
    }
    this.#lit = { row: element, variant, word: reply.word };
    highlights.paint(this, [
      { name: 'word', range },
      ...reply.counterparts.flatMap(({ variant: other, probability, ...span }): readonly Painted[] => {
        const found = textIn(element, other);
        return found
          ? [{ name: probability >= SURE ? 'counterpart' : 'perhaps', range: liveRange(found, span) }]
          : [];
      }),
    ]);
  }

  async #ask(
    opened: OpenedWork,
    variant: string,
    row: number,
    offset: number,
    columns: readonly string[],
  ): Promise<WordsReply | undefined> {
    if (this.#sent?.rows.length !== opened.rows.length || this.#sent.rows[0] !== opened.rows[0]) this.#end();
    this.#worker ??= startWordsWorker();
    const { api, failed } = this.#worker;
    this.#sent ??= { rows: opened.rows, variants: new Set() };
    const sent = this.#sent.variants;
    for (const id of [variant, ...columns]) {
      if (sent.has(id) || !opened.texts.has(id)) continue;
      sent.add(id);
      const lang = opened.variant(id)?.lang ?? 'und';
      for (let at = 0; at < opened.rows.length; at += PORTION) {
        const rows = opened.rows
          .slice(at, at + PORTION)
          .map(({ cells }) => (cells.get(id) ?? []).map(({ text }) => text).join('\n'));
        await Promise.race([api.addText({ variant: id, lang, rows }), failed]);
      }
    }
    return Promise.race([api.counterparts(variant, row, offset, columns), failed]);
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
