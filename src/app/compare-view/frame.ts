import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { Place } from './place.ts';

/** What the frame needs of its view. */
export interface FrameView extends ReactiveControllerHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
  readonly hasUpdated: boolean;
  readonly active: string | undefined;
}

/** What the frame asks and tells. */
interface FrameCalls {
  /** Whether the place is the frame's to keep: a long work's window keeps it itself. */
  readonly keepsPlace: () => boolean;
  /** Other rows may be on screen. */
  readonly moved: () => void;
}

/** What of the view is on screen: the scroller's size, what sticks to it, and where the rows stand. */
export class Frame implements ReactiveController {
  readonly place: Place;
  readonly #view: FrameView;
  readonly #calls: FrameCalls;
  /** The scroller's, kept: thousands of estimates ask for it. */
  #width = 900;
  #head = 48;
  readonly #resized = new ResizeObserver(() => {
    this.#width = this.scroller?.clientWidth ?? this.#width;
    this.measure();
    // Columns snap from now on: Chromium would keep the places that it found before they had their widths.
    this.scroller?.classList.add('measured');
    if (this.#calls.keepsPlace()) this.place.restore();
    this.#calls.moved();
  });

  constructor(view: FrameView, calls: FrameCalls) {
    this.#view = view;
    this.#calls = calls;
    this.place = new Place({
      scroller: () => this.scroller,
      rows: () => this.rows,
      rowOf: (id) => this.rowOf(id),
      active: () => view.active,
      head: () => this.#head,
      gutter: () => {
        // Pinned columns stand beside the gutter.
        const padding = this.scroller && getComputedStyle(this.scroller).scrollPaddingInlineStart;
        return Number.parseFloat(padding ?? '') || (this.#find('.gutter')?.offsetWidth ?? 0);
      },
    });
    view.addController(this);
  }

  get scroller(): HTMLElement | null {
    return this.#find('.scroller');
  }

  get width(): number {
    return this.#width;
  }

  /** Height of what sticks to the top. */
  get head(): number {
    return this.#head;
  }

  /** Where the first row begins, from the top of what scrolls. */
  get offset(): number {
    return this.#find('.rows')?.offsetTop ?? this.#head;
  }

  /** The rendered rows, in order. */
  get rows(): NodeListOf<HTMLElement> {
    return this.#view.renderRoot.querySelectorAll<HTMLElement>('.row');
  }

  rowOf(id: string): HTMLElement | null {
    return this.#find(`.row[data-row="${CSS.escape(id)}"]`);
  }

  hostConnected(): void {
    if (this.#view.hasUpdated) this.#observe();
  }

  hostUpdated(): void {
    if (!this.#view.hasUpdated) this.#observe();
  }

  hostDisconnected(): void {
    this.#resized.disconnect();
  }

  /** Measures what sticks to the top. */
  measure(): void {
    const height = this.#find('.heads')?.offsetHeight ?? this.#head;
    if (height === this.#head) return;
    this.#head = height;
    this.#view.requestUpdate();
  }

  onScroll(): void {
    // A text or a font may have arrived in the same frame: its shift is undone before a new place is kept.
    if (this.#calls.keepsPlace()) this.place.restore();
    this.place.keep();
    this.#calls.moved();
  }

  #observe(): void {
    // The table too: a font that comes late makes rows grow without the scroller or the head changing.
    for (const selector of ['.scroller', '.heads', '.table']) {
      const element = this.#find(selector);
      if (element) this.#resized.observe(element);
    }
  }

  #find(selector: string): HTMLElement | null {
    return this.#view.renderRoot.querySelector<HTMLElement>(selector);
  }
}
