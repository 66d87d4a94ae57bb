import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { RowSource } from './row-source.ts';
import type { VirtualRows } from './virtual-rows.ts';

/** Up to this many rows are all rendered: the browser's own search, selection and print then see the whole
 * work. More are windowed. */
export const WHOLE_UP_TO = 250;

/** Rows of a longer work that are rendered before its window is there. */
const FIRST_ROWS = 12;

/** Milliseconds after which the window is asked for again when it could not be loaded. */
const RETRY = 3000;

const range = (count: number): readonly number[] => Array.from({ length: count }, (_row, index) => index);

const indexOf = (row: HTMLElement | undefined): number => Number(row?.dataset['index'] ?? 0);

/**
 * The rows that are rendered: all of a short work; of a long one those on screen and a few around them, with
 * the heights of the others kept by TanStack Virtual, which is loaded only then. Rows stand in normal flow
 * between two spacers.
 */
export class RowWindow implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #source: RowSource;
  #virtual: VirtualRows | undefined;
  #loading = false;
  #everything = false;
  /** A row to bring on screen as soon as the window is there. */
  #pending: readonly [number, 'start' | 'center'] | undefined;

  constructor(host: ReactiveControllerHost, source: RowSource) {
    this.#host = host;
    this.#source = source;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#virtual?.unmount();
    this.#virtual = undefined;
  }

  hostUpdate(): void {
    if (this.#virtual) this.#virtual.update(this.#source.count());
    else if (!this.isWhole && !this.#loading) void this.#load();
  }

  hostUpdated(): void {
    if (this.isWhole || !this.#virtual) return;
    this.#virtual.measure(this.#source.rows());
    if (!this.#pending) return;
    this.#virtual.reveal(...this.#pending);
    this.#pending = undefined;
  }

  /** Indices of the rows to render, in order. */
  get indices(): readonly number[] {
    const count = this.#source.count();
    if (this.isWhole || this.#everything) return range(count);
    return this.#virtual?.indices ?? range(Math.min(count, FIRST_ROWS));
  }

  /** Pixels of rows above the first rendered one, and below the last. */
  get padding(): readonly [number, number] {
    return this.isWhole || this.#everything ? [0, 0] : (this.#virtual?.padding ?? [0, 0]);
  }

  /** Indices of the first and the last row on screen. */
  get seen(): readonly [number, number] {
    return this.near(0);
  }

  /** Indices of the first and the last row that is rendered and on screen, or at most so many screens away. */
  near(screens: number): readonly [number, number] {
    const scroller = this.#source.scroller();
    const rows = this.#source.rows();
    if (!scroller || rows.length === 0) return [0, 0];
    const beside = screens * scroller.clientHeight;
    const top = scroller.scrollTop + this.#source.head() - beside;
    const bottom = scroller.scrollTop + scroller.clientHeight + beside;
    const first = firstWhere(rows, (row) => row.offsetTop + row.offsetHeight > top);
    const after = firstWhere(rows, (row) => row.offsetTop >= bottom);
    return [
      indexOf(rows[Math.min(first, rows.length - 1)]),
      indexOf(rows[Math.min(rows.length, Math.max(first + 1, after)) - 1]),
    ];
  }

  /** Brings a row on screen, below what sticks to the top: its start there, or its middle to the middle. */
  reveal(index: number, align: 'start' | 'center'): void {
    if (!this.isWhole) {
      if (this.#virtual) this.#virtual.reveal(index, align);
      else this.#pending = [index, align];
      return;
    }
    const scroller = this.#source.scroller();
    const row = this.#source.rows()[index];
    if (!scroller || !row) return;
    const head = this.#source.head();
    const spare = align === 'center' ? (scroller.clientHeight - head - row.offsetHeight) / 2 : 0;
    scroller.scrollTop = row.offsetTop - head - spare;
  }

  /** Forgets the heights of rows that are not rendered: the columns changed. */
  forget(): void {
    this.#virtual?.forget();
  }

  /** Renders everything (for print) or goes back to the window. */
  renderAll(everything: boolean): void {
    this.#everything = everything;
    this.#host.requestUpdate();
  }

  /** Whether all rows are rendered. */
  get isWhole(): boolean {
    return this.#source.count() <= WHOLE_UP_TO;
  }

  async #load(): Promise<void> {
    this.#loading = true;
    try {
      const { VirtualRows } = await import('./virtual-rows.ts');
      this.#virtual = new VirtualRows(this.#source, () => {
        this.#host.requestUpdate();
      });
    } catch {
      // The network may come back; until then the first rows stand there.
      await new Promise((resolve) => setTimeout(resolve, RETRY));
    }
    this.#loading = false;
    this.#host.requestUpdate();
  }
}

/** Index of the first row that has a property which all after it have too; the length if none has. */
function firstWhere(rows: NodeListOf<HTMLElement>, has: (row: HTMLElement) => boolean): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const row = rows[middle];
    if (row && has(row)) high = middle;
    else low = middle + 1;
  }
  return low;
}
