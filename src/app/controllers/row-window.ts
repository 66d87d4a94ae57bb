import {
  type VirtualItem,
  Virtualizer,
  defaultRangeExtractor,
  elementScroll,
  observeElementOffset,
  observeElementRect,
} from '@tanstack/virtual-core';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Up to this many rows are all rendered: the browser's own search, selection and print then see the whole
 * work. More are windowed. */
export const WHOLE_UP_TO = 250;

/** What the host tells about its rows. */
export interface RowSource {
  readonly count: () => number;
  readonly keyOf: (index: number) => string;
  /** Height in CSS pixels before a row was measured. */
  readonly estimate: (index: number) => number;
  readonly scroller: () => HTMLElement | null;
  readonly rows: () => Iterable<HTMLElement>;
  /** Height of what sticks to the scroller's top. */
  readonly head: () => number;
}

/**
 * The rows that are rendered, and the heights of those that are not. Rows stand in normal flow behind one
 * spacer; measured heights replace estimates as they come, without moving what is on screen.
 */
export class RowWindow implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #source: RowSource;
  readonly #virtualizer: Virtualizer<HTMLElement, HTMLElement>;
  #unmount: (() => void) | undefined;
  #everything = false;

  constructor(host: ReactiveControllerHost, source: RowSource) {
    this.#host = host;
    this.#source = source;
    // The host has no rows yet while it is constructed.
    this.#virtualizer = new Virtualizer(this.#options(0));
    host.addController(this);
  }

  hostConnected(): void {
    this.#unmount = this.#virtualizer._didMount();
  }

  hostDisconnected(): void {
    this.#unmount?.();
  }

  hostUpdate(): void {
    this.#virtualizer.setOptions(this.#options(this.#source.count()));
  }

  hostUpdated(): void {
    this.#virtualizer._willUpdate();
    for (const row of this.#source.rows()) this.#virtualizer.measureElement(row);
    this.#virtualizer.measureElement(null);
  }

  /** The rows to render, in order. */
  get items(): readonly VirtualItem[] {
    return this.#virtualizer.getVirtualItems();
  }

  /** Pixels of rows above the first rendered one, and below the last. */
  get padding(): readonly [number, number] {
    const { items } = this;
    const first = items[0];
    const last = items.at(-1);
    const head = this.#source.head();
    return first && last
      ? [first.start - head, Math.max(0, this.#virtualizer.getTotalSize() - (last.end - head))]
      : [0, 0];
  }

  /** Indices of the first and the last row on screen. */
  get seen(): readonly [number, number] {
    const range = this.#virtualizer.calculateRange();
    return range ? [range.startIndex, range.endIndex] : [0, 0];
  }

  /** Brings a row on screen, wherever it is. */
  reveal(index: number, align: 'auto' | 'start' | 'center' = 'auto'): void {
    this.#virtualizer.scrollToIndex(index, { align });
  }

  /** Forgets the heights of rows that are not rendered: the columns changed. */
  forget(): void {
    if (this.#source.count() > WHOLE_UP_TO) this.#virtualizer.measure();
  }

  /** Renders everything (for print) or goes back to the window. */
  renderAll(everything: boolean): void {
    this.#everything = everything;
    this.#host.requestUpdate();
  }

  #options(count: number): ConstructorParameters<typeof Virtualizer<HTMLElement, HTMLElement>>[0] {
    const source = this.#source;
    return {
      count,
      getScrollElement: source.scroller,
      getItemKey: source.keyOf,
      estimateSize: source.estimate,
      overscan: 6,
      scrollMargin: source.head(),
      scrollPaddingStart: source.head(),
      scrollPaddingEnd: 24,
      scrollToFn: elementScroll,
      observeElementRect,
      observeElementOffset,
      rangeExtractor: (range) =>
        this.#everything || range.count <= WHOLE_UP_TO
          ? Array.from({ length: range.count }, (_row, index) => index)
          : defaultRangeExtractor(range),
      onChange: () => {
        this.#host.requestUpdate();
      },
    };
  }
}
