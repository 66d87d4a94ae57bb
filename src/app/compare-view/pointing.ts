import { CorrectionAsked, MarkActivated, MarkPointed, ParagraphActivated } from '../events.ts';
import { selectionIn } from '../selection.ts';

/** What pointing needs of its view. */
export interface PointedView {
  readonly root: () => ShadowRoot;
  /** The marks under the pointer, the innermost first. */
  readonly marksAt: (target: Element, event: MouseEvent) => readonly string[];
  /** The active mark. */
  readonly mark: () => string | undefined;
  readonly tell: (event: Event) => void;
}

/** What the pointer does in the text: it lights up the mark it is over, and a click chooses a mark or a row. */
export class Pointing {
  readonly #view: PointedView;
  /** The mark under the pointer. */
  #under: string | undefined;

  constructor(view: PointedView) {
    this.#view = view;
  }

  onClick(event: MouseEvent): void {
    // A new tab or window is the browser's.
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const target = event.target;
    if (!(target instanceof Element)) return;
    const row = target.closest<HTMLElement>('.row');
    const id = row?.dataset['row'];
    if (id === undefined) return;
    if (target.closest('a')) event.preventDefault();
    // A selection in progress is the reader's, not a choice of a row.
    else if (selectionIn(this.#view.root())) return;
    const marks = this.#view.marksAt(target, event);
    // A second click on overlapping marks goes to the next one.
    const next = marks[(marks.indexOf(this.#view.mark() ?? '') + 1) % Math.max(1, marks.length)];
    this.#view.tell(
      next === undefined ? new ParagraphActivated(id, 'text') : new MarkActivated(next, id, 'text'),
    );
  }

  /**
   * A double click corrects, save on words: there it selects one, as everywhere, and the buttons beside the selection
   * mark or correct it. With Alt it corrects on words too.
   */
  onDoubleClick({ target, altKey }: MouseEvent): void {
    if (!(target instanceof Element) || (!altKey && target.closest('p'))) return;
    const paragraph = target.closest<HTMLElement>('.row')?.dataset['row'];
    const cell = target.closest('.cell');
    const variant = cell?.querySelector('p')?.dataset['variant'];
    // An empty cell has no text to correct.
    if (paragraph === undefined || (cell && variant === undefined)) return;
    getSelection()?.removeAllRanges();
    this.#view.tell(new CorrectionAsked({ paragraph, ...(variant === undefined ? {} : { variant }) }));
  }

  onMove(event: PointerEvent): void {
    const target = event.type === 'pointermove' && event.target instanceof Element ? event.target : undefined;
    const mark = target && this.#view.marksAt(target, event)[0];
    if (mark === this.#under) return;
    this.#under = mark;
    // Text under a mark has no element that could say so.
    this.#view
      .root()
      .querySelector('.scroller')
      ?.classList.toggle('at-mark', mark !== undefined);
    this.#view.tell(new MarkPointed(mark));
  }
}
