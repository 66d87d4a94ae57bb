import type { Draft, DraftPlace, Drafts } from './drafts.ts';

/** How long after a key the draft is written: a crash costs no more than what was typed in that time. */
const DELAY = 300;

/**
 * Writes a draft a moment after it changes, and at once when the page may go: hidden, closed or reloaded. Writes
 * follow each other in order, so that the last one counts.
 */
export class DraftKeeper {
  readonly #drafts: Drafts;
  readonly #onFailed: (error: unknown) => void;
  #waiting: Draft | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #last: Promise<void> = Promise.resolve();
  readonly #onLeaving = (): void => {
    void this.flush();
  };

  /** @param onFailed a draft could not be kept: the text is in the page alone */
  constructor(drafts: Drafts, onFailed: (error: unknown) => void = () => undefined) {
    this.#drafts = drafts;
    this.#onFailed = onFailed;
  }

  /** From now on the page's end is waited for. */
  start(): void {
    window.addEventListener('pagehide', this.#onLeaving);
    document.addEventListener('visibilitychange', this.#onLeaving);
  }

  /** Writes what waits, and waits no longer. */
  stop(): void {
    window.removeEventListener('pagehide', this.#onLeaving);
    document.removeEventListener('visibilitychange', this.#onLeaving);
    void this.flush();
  }

  /** Keeps a draft soon. */
  keep(draft: Draft): void {
    this.#waiting = draft;
    this.#timer ??= setTimeout(() => {
      void this.flush();
    }, DELAY);
  }

  /** Writes what waits now; resolves when it, and all before it, are on disk or could not be written. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const draft = this.#waiting;
    this.#waiting = undefined;
    return draft ? this.#then(() => this.#drafts.write(draft)) : this.#last;
  }

  /** Forgets a place's draft, also one that waits. */
  drop(place: DraftPlace): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#waiting = undefined;
    return this.#then(() => this.#drafts.remove(place));
  }

  #then(write: () => Promise<void>): Promise<void> {
    // Begun at once: in a page that is closed nothing is done later. Transactions keep their order by themselves.
    const begun = write().catch(this.#onFailed);
    this.#last = Promise.all([this.#last, begun]).then(() => undefined);
    return this.#last;
  }
}
