import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type Address, readAddress, writeAddress } from '../address.ts';

/** Milliseconds of rest after which the place on screen is remembered. */
const PAUSE = 250;

/** What the keeper asks and tells its host. */
export interface AddressHost {
  /** The row at the top of the screen, if rows are on it. */
  readonly top: () => string | undefined;
  /** Back or Forward changed the address. */
  readonly returned: (before: Address) => void;
}

/** Holds the state that the address names, writes it to the address, and follows Back and Forward. */
export class AddressKeeper implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #base: string;
  readonly #view: AddressHost;
  #address: Address;
  #changed = false;
  /** Whether the address that comes next is a place to come back to. */
  #push = false;
  #remembering: ReturnType<typeof setTimeout> | undefined;
  readonly #onPopState = (): void => {
    const before = this.#address;
    this.#forget();
    this.#address = readAddress(new URL(location.href), this.#base);
    this.#changed = true;
    this.#push = false;
    this.#host.requestUpdate();
    this.#view.returned(before);
  };

  /** @param base where the app is served, with a slash at the end */
  constructor(host: ReactiveControllerHost, base: string, view: AddressHost) {
    this.#host = host;
    this.#base = base;
    this.#view = view;
    this.#address = readAddress(new URL(location.href), base);
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('popstate', this.#onPopState);
  }

  hostDisconnected(): void {
    window.removeEventListener('popstate', this.#onPopState);
    this.#forget();
  }

  /** Once what was turned to is shown: however often it changed meanwhile, the history gets one entry. */
  hostUpdated(): void {
    if (!this.#changed) return;
    const address = writeAddress(this.#address, this.#base);
    if (address !== location.pathname + location.search) this.#write(address);
    this.#changed = false;
    this.#push = false;
  }

  get address(): Address {
    return this.#address;
  }

  /** The row that stood at the top when this entry of the history was left, or the page was. */
  get top(): string | undefined {
    return (history.state as { top?: string } | null)?.top;
  }

  /** Changes the address; `jump` makes the old one a place to come back to. */
  turn(change: Partial<Address>, jump = false): void {
    this.#push ||= jump;
    this.#changed = true;
    this.#address = { ...this.#address, ...change };
    this.#host.requestUpdate();
  }

  /** Turns to another work as it is at first. */
  leaveFor(slug: string): void {
    this.#address = { view: 'compare', slug, comparator: 'meaning' };
    this.turn({}, true);
  }

  /** The view moved: when it rests, what is on screen is kept, so that a reload, and Back, come back to it, chosen
   * or not. */
  remember(): void {
    this.#forget();
    this.#remembering = setTimeout(() => {
      this.#keepTop();
    }, PAUSE);
  }

  #keepTop(): void {
    this.#forget();
    const top = this.#view.top();
    if (top !== undefined) history.replaceState({ top }, '');
  }

  #forget(): void {
    clearTimeout(this.#remembering);
    this.#remembering = undefined;
  }

  /** Browsers bound how often the history is written; the next change brings the address up to date again. */
  #write(address: string): void {
    try {
      // The place belongs to the entry that is left.
      if (this.#push && this.#remembering !== undefined) this.#keepTop();
      history[this.#push ? 'pushState' : 'replaceState'](null, '', address);
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
    }
  }
}
