import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What the text is shown on. Paper and forced colours need the highlights as elements: not every browser prints
 * those that are painted, and under forced colours Chromium gives all of them the same ground. */
export class Medium implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #forced = matchMedia('(forced-colors: active)');
  readonly #onPrint: (printing: boolean) => void;
  #printing = false;
  readonly #print = ({ type }: Event): void => {
    this.#printing = type === 'beforeprint';
    this.#onPrint(this.#printing);
  };
  readonly #onForced = (): void => {
    this.#host.requestUpdate();
  };

  /** @param onPrint printing begins or is over; the browser prints what is there when this returns */
  constructor(host: ReactiveControllerHost, onPrint: (printing: boolean) => void) {
    this.#host = host;
    this.#onPrint = onPrint;
    host.addController(this);
  }

  /** Whether highlights must be elements. */
  get isPlain(): boolean {
    return this.#printing || this.#forced.matches;
  }

  hostConnected(): void {
    for (const type of ['beforeprint', 'afterprint']) window.addEventListener(type, this.#print);
    this.#forced.addEventListener('change', this.#onForced);
  }

  hostDisconnected(): void {
    for (const type of ['beforeprint', 'afterprint']) window.removeEventListener(type, this.#print);
    this.#forced.removeEventListener('change', this.#onForced);
  }
}
