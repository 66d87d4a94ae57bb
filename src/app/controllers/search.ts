import { type TemplateResult, nothing } from 'lit';
import type { OpenedWork } from '../opened-work.ts';
import type { SearchHost, SearchSession, SearchView } from './search-session.ts';
import type { Hit } from './text-search.ts';

const NOTHING: ReadonlyMap<string, readonly Hit[]> = new Map();

/** The search in the shell: a thin front, so that who only reads does not load the rest. */
export class Search {
  readonly #host: SearchHost;
  readonly #view: SearchView;
  #session: SearchSession | undefined;
  /** What was typed while the search is on its way; undefined when it is not. */
  #typed: string | undefined;
  /** Keys belong to the search from the moment that it was asked for. */
  readonly #onKey = (event: KeyboardEvent): void => {
    if (this.#typed === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') this.close();
    else if (event.key === 'Backspace') this.#typed = this.#typed.slice(0, -1);
    else if (event.key.length === 1) this.#typed += event.key;
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };

  constructor(host: SearchHost, view: SearchView) {
    this.#host = host;
    this.#view = view;
  }

  get isOpen(): boolean {
    return this.#session?.isOpen === true;
  }

  /** What was found, by `variant/paragraph`. */
  get found(): ReadonlyMap<string, readonly Hit[]> {
    return this.#session?.found ?? NOTHING;
  }

  /** The hit that the reader stands at. */
  get hit(): Hit | undefined {
    return this.#session?.hit;
  }

  /** Opens the bar with a text to search for, which may be empty. */
  async open(text: string): Promise<void> {
    const typed = this.#session ? '' : await this.#load();
    if (typed !== undefined) this.#session?.open(text, typed);
  }

  close(): void {
    this.#typed = undefined;
    this.#session?.close();
  }

  step(step: 1 | -1): void {
    this.#session?.step(step);
  }

  render(opened: OpenedWork): TemplateResult | typeof nothing {
    return this.#session?.render(opened) ?? nothing;
  }

  /** Resolves to what was typed meanwhile; undefined: Escape was. */
  async #load(): Promise<string | undefined> {
    this.#typed ??= '';
    window.addEventListener('keydown', this.#onKey, true);
    try {
      const { SearchSession } = await import('./search-session.ts');
      this.#session ??= new SearchSession(this.#host, this.#view);
      return this.#typed;
    } finally {
      this.#typed = undefined;
      window.removeEventListener('keydown', this.#onKey, true);
    }
  }
}
