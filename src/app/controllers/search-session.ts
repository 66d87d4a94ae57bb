import { type ReactiveControllerHost, type TemplateResult, html, nothing } from 'lit';
import type { OpenedWork } from '../opened-work.ts';
import type { SearchBar } from '../search-bar/search-bar.ts';
import '../search-bar/search-bar.ts';
import type { AddressKeeper } from './address-keeper.ts';
import type { ReadingPosition } from './reading-position.ts';
import type { ShownWork } from './shown-work.ts';
import { type Hit, TextSearch } from './text-search.ts';
import type { WorkLoader } from './work-loader.ts';

/** What the search needs of the shell. */
export interface SearchHost extends ReactiveControllerHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/** What a search reads and changes. */
export interface SearchView {
  readonly address: AddressKeeper;
  readonly loader: WorkLoader;
  readonly shown: ShownWork;
  readonly position: ReadingPosition;
  readonly setColumns: (columns: readonly string[], jump: boolean) => void;
  readonly revealColumn: (variant: string) => void;
}

/** A search from the moment that its bar opens until it closes, with the one column that it may open. Loaded with
 * the first. */
export class SearchSession {
  readonly #host: SearchHost;
  readonly #view: SearchView;
  readonly #search: TextSearch;
  #open = false;
  /** The column that the search opened. */
  #guest: string | undefined;

  constructor(host: SearchHost, view: SearchView) {
    this.#host = host;
    this.#view = view;
    this.#search = new TextSearch(host);
  }

  get isOpen(): boolean {
    return this.#open;
  }

  /** What was found, by `variant/paragraph`. */
  get found(): ReadonlyMap<string, readonly Hit[]> {
    return this.#search.state.byPlace;
  }

  /** The hit that the reader stands at. */
  get hit(): Hit | undefined {
    return this.#search.hit;
  }

  /** Opens the bar with a text to search for, which may be empty; what the reader has begun to type comes in its
   * place. */
  open(text: string, typed = ''): void {
    this.#open = true;
    this.#host.requestUpdate();
    if (text !== '' || typed !== '') void this.#find(typed || text);
    void this.#host.updateComplete.then(() => {
      if (typed === '') this.#bar?.focus();
      else this.#bar?.resume();
    });
  }

  close(): void {
    this.#open = false;
    this.#invite(undefined);
    void this.#find('');
    const { shown, position } = this.#view;
    if (shown.active !== undefined) position.reveal(shown.active, 'keys');
  }

  step(step: 1 | -1): void {
    const { position, shown } = this.#view;
    const hit = shown.opened && this.#search.step(shown.opened, step, position.searchedFrom);
    if (hit) this.#goTo(hit);
  }

  render(opened: OpenedWork): TemplateResult | typeof nothing {
    if (!this.#open) return nothing;
    const { hit } = this;
    return html`<lesart-search-bar
      .state=${this.#search.state}
      .text=${this.#query}
      .at=${this.#search.at}
      .where=${hit ? (opened.variant(hit.variant)?.label ?? '') : ''}
      @query-changed=${(event: HTMLElementEventMap['query-changed']) => {
        void this.#find(event.query, event.entered);
      }}
      @hit-stepped=${(event: HTMLElementEventMap['hit-stepped']) => {
        this.step(event.step);
      }}
      @search-closed=${() => {
        this.close();
      }}
    ></lesart-search-bar>`;
  }

  /** What the address says is searched for. */
  get #query(): string {
    return this.#view.address.address.query ?? '';
  }

  get #bar(): SearchBar | null {
    return this.#host.renderRoot.querySelector('lesart-search-bar');
  }

  async #find(text: string, entered = false): Promise<void> {
    const { address, loader, position, shown } = this.#view;
    const { opened } = shown;
    if (!opened) return;
    address.turn({ query: text === '' ? undefined : text });
    // All languages are searched, so all texts that exist are wanted now; the columns come first. A
    // back-translation says nothing that its own text does not.
    const others = opened.work.variants.filter(
      ({ status, provenance }) => status === 'complete' && provenance !== 'back-translation',
    );
    const variants = [...new Set([...shown.columns, ...others.map(({ id }) => id)])];
    if (text.trim() !== '') await Promise.all(variants.map((id) => loader.ensureText(id)));
    if (shown.opened && this.#query === text)
      await this.#search.start(shown.opened, text, variants, () => {
        const hit = this.#search.step(opened, 1, position.seen[0]);
        if (hit && entered) this.#goTo(hit);
        else this.#show(hit);
      });
  }

  /** Turns to a hit, in whatever column it stands. */
  #goTo(hit: Hit): void {
    this.#invite(hit.variant);
    this.#view.address.turn({ paragraph: hit.paragraph, mark: undefined });
    this.#show(hit);
  }

  /** Opens the column of a hit for as long as the search stands there; one such guest at a time. */
  #invite(variant: string | undefined): void {
    const { columns } = this.#view.shown;
    if (variant !== undefined && columns.includes(variant)) return;
    const own = columns.filter((id) => id !== this.#guest);
    if (variant === undefined && own.length === columns.length) return;
    this.#guest = variant;
    this.#view.setColumns(variant === undefined ? own : [...own, variant], false);
  }

  /** Brings a hit on screen if its column is; what is read stays what it is. */
  #show(hit: Hit | undefined): void {
    const { position, revealColumn, shown } = this.#view;
    if (!hit || !shown.columns.includes(hit.variant)) return;
    position.reveal(hit.paragraph, 'map');
    revealColumn(hit.variant);
  }
}
