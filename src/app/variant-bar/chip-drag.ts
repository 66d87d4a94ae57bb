import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Pixels that the pointer goes before a press is a drag. */
const SLACK = 6;
/** Width of the bar's ends where a drag scrolls it, and by how much a move does, in pixels. */
const EDGE = 40;
const STEP = 12;

/** What is dragged, and where it may be dropped. */
export interface DragField {
  /** The bar, which may scroll. */
  readonly bar: () => HTMLElement | null;
  /** The id of the column whose chip is at a place; undefined where there is none. */
  readonly at: (x: number, y: number) => string | undefined;
  readonly dropped: (id: string, onto: string) => void;
}

/**
 * Drags a chip onto another by mouse or pen (a finger scrolls the bar). By pointer events: Firefox does not drag
 * buttons. Escape and leaving the bar give it up.
 */
export class ChipDrag implements ReactiveController {
  readonly #host: ReactiveControllerHost & EventTarget;
  readonly #field: DragField;
  #pressed: { readonly id: string; readonly x: number; readonly y: number } | undefined;
  #dragged: string | undefined;
  #over: string | undefined;

  constructor(host: ReactiveControllerHost & EventTarget, field: DragField) {
    this.#host = host;
    this.#field = field;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#end();
  }

  /** The id of the column that is dragged. */
  get dragged(): string | undefined {
    return this.#dragged;
  }

  /** The id of the column that it would be dropped onto. */
  get over(): string | undefined {
    return this.#over;
  }

  /** A column's chip was pressed. */
  press(event: PointerEvent, id: string): void {
    if (event.button !== 0 || event.pointerType === 'touch') return;
    this.#pressed = { id, x: event.clientX, y: event.clientY };
    window.addEventListener('pointermove', this.#onMove);
    window.addEventListener('pointerup', this.#onUp);
    window.addEventListener('pointercancel', this.#end);
    window.addEventListener('keydown', this.#onKey, { capture: true });
  }

  readonly #onMove = (event: PointerEvent): void => {
    const pressed = this.#pressed;
    // The button was let go before this script came, or outside the window.
    if (!pressed || event.buttons === 0) {
      this.#end();
      return;
    }
    if (this.#dragged === undefined && Math.abs(event.clientX - pressed.x) < SLACK) return;
    this.#dragged = pressed.id;
    const bar = this.#field.bar();
    const { left = 0, right = 0 } = bar?.getBoundingClientRect() ?? {};
    if (bar && event.clientX < left + EDGE) bar.scrollLeft -= STEP;
    if (bar && event.clientX > right - EDGE) bar.scrollLeft += STEP;
    // Up and down it may stray.
    const over = this.#field.at(event.clientX, pressed.y);
    this.#over = over === this.#dragged ? undefined : over;
    this.#host.requestUpdate();
  };

  readonly #onUp = (): void => {
    const [dragged, over] = [this.#dragged, this.#over];
    this.#end();
    if (dragged === undefined) return;
    // The click that follows would switch the column off.
    const swallow = (event: Event): void => {
      event.stopImmediatePropagation();
    };
    this.#host.addEventListener('click', swallow, { capture: true });
    setTimeout(() => {
      this.#host.removeEventListener('click', swallow, { capture: true });
    });
    if (over !== undefined) this.#field.dropped(dragged, over);
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || this.#dragged === undefined) return;
    event.stopPropagation();
    this.#end();
  };

  readonly #end = (): void => {
    window.removeEventListener('pointermove', this.#onMove);
    window.removeEventListener('pointerup', this.#onUp);
    window.removeEventListener('pointercancel', this.#end);
    window.removeEventListener('keydown', this.#onKey, { capture: true });
    this.#pressed = undefined;
    this.#dragged = undefined;
    this.#over = undefined;
    this.#host.requestUpdate();
  };
}
