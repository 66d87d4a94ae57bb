import type { ReactiveController } from 'lit';
import type { Span } from '../../core/span.ts';
import type { Highlights, Painted } from '../highlights.ts';
import { liveRange } from '../live-range.ts';
import type { PlacedMark } from '../opened-work.ts';
import { type Layer, isGap } from '../segments.ts';

/** What the highlights need of the view whose texts they lie on. */
export interface HighlightedView {
  /** Undefined while the layers are elements in the text. */
  readonly highlights: () => Highlights | undefined;
  /** The rendered rows, each with its index in `data-index`. */
  readonly rows: () => Iterable<HTMLElement>;
  /** Indices of the first and the last row that is at most so many screens away. */
  readonly near: (screens: number) => readonly [number, number];
  readonly rowOf: (id: string) => HTMLElement | null;
  /** Everything that a rendered row's texts and layers depend on. */
  readonly inputsOf: (row: string) => readonly unknown[];
  readonly layersOf: (variant: string, paragraph: string) => readonly Layer[];
  /** The marks of a paragraph that are shown. */
  readonly marksIn: (variant: string, paragraph: string) => readonly PlacedMark[];
  /** The paragraph of a mark. */
  readonly paragraphOf: (mark: string) => string | undefined;
}

const same = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((value, index) => value === b[index]);

/** A static range costs nothing when the document changes; whoever changes the text paints anew. */
const painted = (text: Element, span: Span, name: string): Painted => ({
  name,
  range: new StaticRange(liveRange(text, span)),
});

/** How many screens around what is seen are painted, and how many at least. Chromium places and draws all ranges of
 * the page again whenever any style on it changes: their number is what a step costs. */
const [PAINTED, NEEDED] = [1, 0.5];

/** Paints the layers of the rows on screen and near it over their texts, after each rendering the rows for which
 * something changed, and the mark that is pointed at whenever it is another. */
export class TextHighlights implements ReactiveController {
  readonly #view: HighlightedView;
  /** The rows that are painted, each with what it was painted from. */
  readonly #rows = new Map<HTMLElement, readonly unknown[]>();
  #near: readonly [number, number] = [0, -1];
  /** Where they are painted. */
  #highlights: Highlights | undefined;
  #pointed: string | undefined;

  constructor(view: HighlightedView) {
    this.#view = view;
  }

  /** The mark that is pointed at, by its id. */
  get pointed(): string | undefined {
    return this.#pointed;
  }

  hostUpdated(): void {
    const highlights = this.#view.highlights();
    if (highlights !== this.#highlights) this.hostDisconnected();
    this.#highlights = highlights;
    if (highlights) this.#paintRows(highlights);
    this.#paintPointed();
  }

  hostDisconnected(): void {
    for (const row of this.#rows.keys()) this.#highlights?.erase(row);
    this.#highlights?.erase(this);
    this.#rows.clear();
  }

  /** Other rows may be on screen. */
  moved(): void {
    const [first, last] = this.#view.near(NEEDED);
    if (!this.#highlights || (first >= this.#near[0] && last <= this.#near[1])) return;
    this.#paintRows(this.#highlights);
  }

  /** Lights up all words of a mark, in every column; undefined: of none. */
  point(mark: string | undefined): void {
    if (mark === this.#pointed) return;
    const before = this.#rowOfPointed();
    for (const lit of before?.querySelectorAll('mark.pointed') ?? []) lit.classList.remove('pointed');
    this.#pointed = mark;
    this.#paintPointed();
  }

  #rowOfPointed(): HTMLElement | null {
    const paragraph = this.#pointed === undefined ? undefined : this.#view.paragraphOf(this.#pointed);
    return paragraph === undefined ? null : this.#view.rowOf(paragraph);
  }

  #paintRows(highlights: Highlights): void {
    const [first, last] = (this.#near = this.#view.near(PAINTED));
    const gone = new Set(this.#rows.keys());
    for (const row of this.#view.rows()) {
      const index = Number(row.dataset['index']);
      if (index < first || index > last) continue;
      gone.delete(row);
      const inputs = this.#view.inputsOf(row.dataset['row'] ?? '');
      const before = this.#rows.get(row);
      if (before && same(before, inputs)) continue;
      this.#rows.set(row, inputs);
      const layers = textsOf(row, (text, variant, paragraph) =>
        this.#view
          .layersOf(variant, paragraph)
          .filter((layer) => !isGap(layer))
          .map((layer) => painted(text, layer, layer.name)),
      );
      highlights.paint(row, layers);
    }
    for (const row of gone) {
      highlights.erase(row);
      this.#rows.delete(row);
    }
  }

  #paintPointed(): void {
    const mark = this.#pointed;
    const row = this.#rowOfPointed();
    if (mark === undefined || !row) {
      this.#highlights?.erase(this);
      return;
    }
    for (const piece of row.querySelectorAll(`mark[data-marks~="${CSS.escape(mark)}"]`))
      piece.classList.add('pointed');
    const words = textsOf(row, (text, variant, paragraph) =>
      this.#view
        .marksIn(variant, paragraph)
        .filter(({ id }) => id === mark)
        .flatMap(({ spans }) => spans.filter((span) => !isGap(span)))
        .map((span) => painted(text, span, 'pointed')),
    );
    this.#highlights?.paint(this, words);
  }
}

/** What each text of a row has to show, together. */
const textsOf = (
  row: HTMLElement,
  shows: (text: HTMLElement, variant: string, paragraph: string) => readonly Painted[],
): readonly Painted[] =>
  [...row.querySelectorAll<HTMLElement>('p[data-paragraph]')].flatMap((text) =>
    shows(text, text.dataset['variant'] ?? '', text.dataset['paragraph'] ?? ''),
  );
