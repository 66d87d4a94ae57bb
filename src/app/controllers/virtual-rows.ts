import {
  Virtualizer,
  type VirtualizerOptions,
  elementScroll,
  observeElementOffset,
  observeElementRect,
} from '@tanstack/virtual-core';
import type { RowSource } from './row-source.ts';

/** The window on a long work. Measured heights replace estimates as they come, without moving what is on screen. */
export class VirtualRows {
  readonly #source: RowSource;
  readonly #changed: () => void;
  readonly #virtualizer: Virtualizer<HTMLElement, HTMLElement>;
  readonly unmount: () => void;

  constructor(source: RowSource, changed: () => void) {
    this.#source = source;
    this.#changed = changed;
    this.#virtualizer = new Virtualizer(this.#options(source.count()));
    this.unmount = this.#virtualizer._didMount();
  }

  /** Takes over what the host says now; before each rendering. */
  update(count: number): void {
    this.#virtualizer.setOptions(this.#options(count));
  }

  /** Measures the rendered rows; after each rendering. */
  measure(rows: Iterable<HTMLElement>): void {
    this.#virtualizer._willUpdate();
    for (const row of rows) this.#virtualizer.measureElement(row);
    this.#virtualizer.measureElement(null);
  }

  get indices(): readonly number[] {
    return this.#virtualizer.getVirtualItems().map(({ index }) => index);
  }

  get padding(): readonly [number, number] {
    const items = this.#virtualizer.getVirtualItems();
    const first = items[0];
    const last = items.at(-1);
    const { scrollMargin } = this.#virtualizer.options;
    return first && last
      ? [
          first.start - scrollMargin,
          Math.max(0, this.#virtualizer.getTotalSize() - (last.end - scrollMargin)),
        ]
      : [0, 0];
  }

  reveal(index: number, align: 'start' | 'center'): void {
    this.#virtualizer.scrollToIndex(index, { align });
  }

  forget(): void {
    this.#virtualizer.measure();
  }

  #options(count: number): VirtualizerOptions<HTMLElement, HTMLElement> {
    const source = this.#source;
    return {
      count,
      getScrollElement: source.scroller,
      getItemKey: source.keyOf,
      estimateSize: source.estimate,
      overscan: 6,
      scrollMargin: source.offset(),
      scrollPaddingStart: source.head(),
      scrollPaddingEnd: 24,
      scrollToFn: elementScroll,
      observeElementRect,
      observeElementOffset,
      onChange: this.#changed,
    };
  }
}
