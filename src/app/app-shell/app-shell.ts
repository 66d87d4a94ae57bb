import { ContextProvider } from '@lit/context';
import { LitElement, type PropertyValues, type TemplateResult, html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import type { Problem } from '../../core/problem.ts';
import type { Work } from '../../core/work/model.ts';
import { LocaleController, language, t } from '../../i18n/i18n.ts';
import { type Wording, wording } from '../../i18n/local-text.ts';
import { problemText } from '../../i18n/problem-text.ts';
import { WorkUnreadable, fetchSlugs, fetchVariant, fetchWork } from '../../store/shipped.ts';
import { type Address, COMPARATORS, readAddress, writeAddress } from '../address.ts';
import { Comparisons, comparisonsContext } from '../comparisons.ts';
import type { CompareView } from '../compare-view/compare-view.ts';
import { type Hit, TextSearch } from '../controllers/text-search.ts';
import type { Origin } from '../events.ts';
import type { HelpDialog } from '../help-dialog/help-dialog.ts';
import type { MapRow } from '../map-strip/map-strip.ts';
import { OpenedWork } from '../opened-work.ts';
import type { SearchBar } from '../search-bar/search-bar.ts';
import { applySettings, readSetting, switchTheme, writeSetting } from '../settings.ts';
import { BINDINGS, type Command, keyHandler } from '../shortcuts.ts';
import type { VariantBar } from '../variant-bar/variant-bar.ts';
import type { WorkApparatus } from '../work-apparatus/work-apparatus.ts';
import '../compare-view/compare-view.ts';
import '../map-strip/map-strip.ts';
import '../search-bar/search-bar.ts';
import '../status-line/status-line.ts';
import '../top-bar/top-bar.ts';
import '../variant-bar/variant-bar.ts';
import '../work-apparatus/work-apparatus.ts';
import { styles } from './app-shell.styles.ts';

/** Where the app is served, with a slash at the end. */
const BASE = import.meta.env.BASE_URL;

/** Narrower than this the apparatus is a sheet, closed until it is asked for. */
const NARROW = '(max-width: 50rem)';

/** The work's title in its subject's language, as the page has it. */
function titleOf(opened: OpenedWork): Wording | undefined {
  return wording(opened.work.title, opened.variant(opened.work.subject)?.lang ?? language());
}

/** The whole app: it opens the work that the address names, holds the view's state, and keeps the address true. */
@customElement('lesart-app-shell')
export class AppShell extends LitElement {
  static override readonly styles = styles;

  @state() private _opened: OpenedWork | undefined;
  @state() private _problems: readonly Problem[] = [];
  /** Why nothing can be shown; undefined while a work is open or on its way. */
  @state() private _failed: readonly Problem[] | undefined;
  @state() private _address: Address = readAddress(new URL(location.href), BASE);
  @state() private _seen: readonly [number, number] = [0, 0];
  @state() private _panelOpen = !matchMedia(NARROW).matches && readSetting('apparatus') !== 'closed';
  @state() private _searching = false;
  @state() private _at = -1;
  @state() private _keysOn = readSetting('keys') !== 'off';

  @query('lesart-compare-view') private readonly _view!: CompareView | null;
  @query('lesart-work-apparatus') private readonly _apparatus!: WorkApparatus | null;
  @query('lesart-variant-bar') private readonly _bar!: VariantBar | null;
  @query('lesart-search-bar') private readonly _searchBar!: SearchBar | null;
  @query('lesart-help-dialog') private readonly _help!: HelpDialog | null;

  readonly #search = new TextSearch(this);
  readonly #onKey = keyHandler(
    (command) => {
      this.#run(command);
    },
    () => this._keysOn,
  );
  readonly #onPopState = (): void => {
    const before = this._address.slug;
    this._address = readAddress(new URL(location.href), BASE);
    if (this._address.slug !== before) void this.#open();
    else if (this._address.paragraph) void this._view?.reveal(this._address.paragraph, 'map');
  };

  constructor() {
    super();
    new LocaleController(this);
    new ContextProvider(this, { context: comparisonsContext, initialValue: new Comparisons() });
    this.addEventListener('paragraph-activated', ({ paragraph, origin }) => {
      this.#activate(paragraph, origin);
    });
    this.addEventListener('mark-activated', ({ mark, paragraph, origin }) => {
      this.#activateMark(mark, paragraph, origin);
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    applySettings(document.documentElement);
    window.addEventListener('keydown', this.#onKey);
    window.addEventListener('popstate', this.#onPopState);
    void this.#open();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('keydown', this.#onKey);
    window.removeEventListener('popstate', this.#onPopState);
  }

  protected override updated(changed: PropertyValues): void {
    const title = this._opened && wording(this._opened.work.title, language())?.text;
    document.title = title ? `${title} – Lesart` : 'Lesart';
    if (changed.has('_address')) {
      const address = writeAddress(this._address, BASE);
      if (address !== location.pathname + location.search) history.replaceState(null, '', address);
    }
  }

  // The work

  async #open(): Promise<void> {
    this._opened = undefined;
    this._failed = undefined;
    try {
      const slug = this._address.slug ?? (await fetchSlugs(BASE))[0];
      if (slug === undefined) throw new WorkUnreadable('', []);
      const shipped = await fetchWork(BASE, slug, (work) => this.#wanted(work));
      this._opened = new OpenedWork(shipped.work, shipped.texts, shipped.log);
      this._problems = shipped.problems;
      if (this._problems.length > 0 || this._opened.strays.length > 0)
        void import('../fault-list/fault-list.ts');
      this.#turn({ slug });
      const { paragraph, mark, query: searched } = this._address;
      await this.updateComplete;
      if (paragraph !== undefined) await this._view?.reveal(paragraph, 'map');
      if (mark !== undefined) void this._apparatus?.reveal(mark);
      if (searched !== undefined) this.#openSearch(searched);
    } catch (error) {
      if (!(error instanceof WorkUnreadable)) throw error;
      this._failed = error.problems;
    }
  }

  /** The variants that the first view needs: the columns and what the comparators read. */
  #wanted(work: Work): readonly string[] {
    const complete = new Set(work.variants.filter(({ status }) => status === 'complete').map(({ id }) => id));
    const backs = work.variants.filter(({ of }) => of === work.subject).map(({ id }) => id);
    return [work.subject, work.reference, ...backs, ...(this._address.columns ?? [])].filter((id) =>
      complete.has(id),
    );
  }

  /** The variants that can stand in columns; what an address names beyond them is left out. */
  get #columns(): readonly string[] {
    const opened = this._opened;
    if (!opened) return [];
    const { work } = opened;
    const wanted = this._address.columns?.filter((id) => opened.variant(id)?.status === 'complete');
    return wanted && wanted.length > 0 ? wanted : [work.subject, work.reference];
  }

  /** Columns whose marks count: what is not on screen has no marks to step through. */
  get #marked(): readonly string[] {
    const subject = this._opened?.work.subject ?? '';
    return [...new Set([subject, ...this.#columns])];
  }

  async #ensureText(variant: string): Promise<void> {
    const slug = this._opened?.work.slug;
    if (slug === undefined || this._opened?.texts.has(variant)) return;
    const { paragraphs, problems } = await fetchVariant(BASE, slug, variant);
    if (this._opened?.work.slug !== slug) return;
    if (paragraphs) this._opened = this._opened.withText(variant, paragraphs);
    if (problems.length === 0) return;
    this._problems = [...this._problems, ...problems];
    void import('../fault-list/fault-list.ts');
  }

  // The view

  #turn(change: Partial<Address>): void {
    this._address = { ...this._address, ...change };
  }

  get #active(): string | undefined {
    const opened = this._opened;
    const named = this._address.paragraph;
    return named !== undefined && opened && opened.indexOf(named) >= 0 ? named : undefined;
  }

  /** The paragraph that the apparatus shows: the active one, else the first that has marks. */
  get #shown(): string {
    const opened = this._opened;
    if (!opened) return '';
    return (
      this.#active ??
      opened.rows.find(({ id }) => opened.marksIn(opened.work.subject, id).length > 0)?.id ??
      opened.rows[0]?.id ??
      ''
    );
  }

  #activate(paragraph: string, origin: Origin): void {
    this.#turn({ paragraph, mark: undefined });
    void this._view?.reveal(paragraph, origin);
    this.#openSheet(origin);
  }

  /** On a phone a touch on the text opens the sheet; the text above it shows what was touched. */
  #openSheet(origin: Origin): void {
    if (origin !== 'text' || this._panelOpen || !matchMedia(NARROW).matches) return;
    this._panelOpen = true;
    void this.updateComplete.then(() => {
      if (this.#active !== undefined) void this._view?.reveal(this.#active, 'map');
    });
  }

  #activateMark(mark: string | undefined, paragraph: string, origin: Origin): void {
    this.#turn({ paragraph, mark });
    void this._view?.reveal(paragraph, origin === 'panel' ? 'map' : origin);
    this.#openSheet(origin);
    if (mark !== undefined && origin !== 'panel') void this._apparatus?.reveal(mark);
  }

  #setColumns(columns: readonly string[]): void {
    const added = columns.find((id) => !this.#columns.includes(id));
    this.#turn({ columns });
    for (const id of columns) void this.#ensureText(id);
    if (added !== undefined) void this.updateComplete.then(() => this._view?.revealColumn(added));
  }

  #step(step: 1 | -1, origin: Origin): void {
    const opened = this._opened;
    if (!opened) return;
    const at = this.#active === undefined ? (step > 0 ? this._seen[0] - 1 : 1) : opened.indexOf(this.#active);
    const row = opened.rows[Math.max(0, Math.min(opened.rows.length - 1, at + step))];
    if (row) this.#activate(row.id, origin);
  }

  #stepMark(step: 1 | -1): void {
    const from = { paragraph: this.#active, mark: this._address.mark };
    const next = this._opened?.step(this.#marked, from, step);
    if (next) this.#activateMark(next.mark, next.paragraph, 'keys');
  }

  #run(command: Command): void {
    const rows = this._opened?.rows ?? [];
    switch (command) {
      case 'nextParagraph':
        this.#step(1, 'keys');
        break;
      case 'previousParagraph':
        this.#step(-1, 'keys');
        break;
      case 'nextMark':
        this.#stepMark(1);
        break;
      case 'previousMark':
        this.#stepMark(-1);
        break;
      case 'firstParagraph':
      case 'lastParagraph': {
        const row = command === 'firstParagraph' ? rows[0] : rows.at(-1);
        if (row) this.#activate(row.id, 'keys');
        break;
      }
      case 'comparator': {
        const next = COMPARATORS.find((comparator) => comparator !== this._address.comparator);
        this.#turn({ comparator: next ?? 'meaning' });
        break;
      }
      case 'columns':
        this._bar?.focus();
        break;
      case 'moveColumn':
        break;
      case 'search':
        this.#openSearch(this._address.query ?? '');
        break;
      case 'nextHit':
        this.#stepHit(1);
        break;
      case 'previousHit':
        this.#stepHit(-1);
        break;
      case 'apparatus':
        this.#togglePanel();
        break;
      case 'theme':
        switchTheme();
        break;
      case 'help':
        void this.#showHelp();
        break;
      case 'escape':
        if (this._searching) this.#closeSearch();
        else if (this._address.mark !== undefined) this.#turn({ mark: undefined });
        break;
    }
  }

  // Not needed for the first view, so it is loaded when it is.
  async #showHelp(): Promise<void> {
    await import('../help-dialog/help-dialog.ts');
    await this._help?.updateComplete;
    this._help?.show();
  }

  #togglePanel(): void {
    this._panelOpen = !this._panelOpen;
    if (!matchMedia(NARROW).matches) writeSetting('apparatus', this._panelOpen ? undefined : 'closed');
    else if (this._panelOpen) void this.updateComplete.then(() => this._view?.reveal(this.#shown, 'map'));
  }

  // Search

  #openSearch(text: string): void {
    this._searching = true;
    if (text !== '') void this.#find(text);
    void this.updateComplete.then(() => {
      this._searchBar?.focus();
    });
  }

  #closeSearch(): void {
    this._searching = false;
    void this.#find('');
    if (this.#active !== undefined) void this._view?.reveal(this.#active, 'keys');
  }

  async #find(text: string): Promise<void> {
    const opened = this._opened;
    if (!opened) return;
    this.#turn({ query: text === '' ? undefined : text });
    this._at = -1;
    if (text.trim() !== '') {
      // All variants are searched, so all texts that exist are wanted now.
      const missing = opened.work.variants.filter(
        ({ id, status, listed }) => listed && status === 'complete' && !this._opened?.texts.has(id),
      );
      await Promise.all(missing.map(({ id }) => this.#ensureText(id)));
      if ((this._address.query ?? '') !== text) return;
    }
    if (this._opened) await this.#search.start(this._opened, text, this.#columns);
  }

  #stepHit(step: 1 | -1): void {
    const { hits } = this.#search.state;
    if (hits.length === 0) return;
    this._at =
      this._at < 0
        ? step > 0
          ? this.#firstHitFromHere(hits)
          : hits.length - 1
        : (this._at + step + hits.length) % hits.length;
    const hit = hits[this._at];
    if (!hit) return;
    if (!this.#columns.includes(hit.variant)) this.#setColumns([...this.#columns, hit.variant]);
    this.#turn({ paragraph: hit.paragraph, mark: undefined });
    void this._view?.reveal(hit.paragraph, 'map');
    this._view?.revealColumn(hit.variant);
  }

  #firstHitFromHere(hits: readonly Hit[]): number {
    const from = this.#active === undefined ? this._seen[0] : (this._opened?.indexOf(this.#active) ?? 0);
    const at = hits.findIndex(({ paragraph }) => (this._opened?.indexOf(paragraph) ?? 0) >= from);
    return Math.max(0, at);
  }

  // Parts

  #mapRows(opened: OpenedWork): readonly MapRow[] {
    const { byPlace } = this.#search.state;
    const found = new Set([...byPlace.values()].flatMap((hits) => hits.map(({ paragraph }) => paragraph)));
    return opened.rows.map(({ id, number }) => ({
      id,
      number,
      counts: opened.severities(id, this.#marked),
      found: found.has(id),
    }));
  }

  #renderSkip(opened: OpenedWork): TemplateResult {
    return html`<button
      class="skip"
      type="button"
      @click=${() => {
        void this._view?.reveal(this.#active ?? opened.rows[0]?.id ?? '', 'keys');
      }}
    >
      ${t('app.skip')}
    </button>`;
  }

  #renderPanel(opened: OpenedWork): TemplateResult {
    const shown = this.#shown;
    const count = opened.marksIn(opened.work.subject, shown).length;
    return html`<aside class="panel" ?hidden=${!this._panelOpen} aria-label=${t('app.apparatus')}>
      <button
        class="handle"
        type="button"
        aria-expanded=${this._panelOpen}
        @click=${() => {
          this.#togglePanel();
        }}
      >
        <span>${t('apparatus.heading', { number: opened.row(shown)?.number ?? 0 })}</span>
        <small>${t('apparatus.marks', { count })}</small
        ><span aria-hidden="true" class="arrow">${this._panelOpen ? '▾' : '▴'}</span>
      </button>
      <lesart-work-apparatus
        .opened=${opened}
        .paragraph=${shown}
        .mark=${this._address.mark}
        .columns=${this.#marked}
        .comparator=${this._address.comparator}
        @comparator-chosen=${(event: HTMLElementEventMap['comparator-chosen']) => {
          this.#turn({ comparator: event.comparator });
        }}
        @paragraph-stepped=${(event: HTMLElementEventMap['paragraph-stepped']) => {
          this.#step(event.step, 'map');
        }}
      ></lesart-work-apparatus>
    </aside>`;
  }

  #renderOpen(opened: OpenedWork): TemplateResult {
    const { comparator, mark } = this._address;
    const columns = this.#columns;
    const strays = opened.strays;
    const { hits, byPlace } = this.#search.state;
    const hit = hits[this._at];
    const listed = opened.work.variants.filter((variant) => variant.listed || columns.includes(variant.id));
    return html`${this.#renderSkip(opened)}
      <lesart-top-bar
        .work=${titleOf(opened)}
        @search-asked=${() => {
          this.#openSearch(this._address.query ?? '');
        }}
        @help-asked=${() => {
          void this.#showHelp();
        }}
      ></lesart-top-bar>
      <lesart-variant-bar
        .variants=${listed}
        .columns=${columns}
        .marks=${new Map(listed.map(({ id }) => [id, opened.markCount(id)]))}
        @columns-changed=${(event: HTMLElementEventMap['columns-changed']) => {
          this.#setColumns(event.columns);
        }}
      ></lesart-variant-bar>
      ${
        this._problems.length + strays.length > 0
          ? html`<lesart-fault-list .problems=${this._problems} .strays=${strays}></lesart-fault-list>`
          : nothing
      }
      ${
        this._searching
          ? html`<lesart-search-bar
              .state=${this.#search.state}
              .text=${this._address.query ?? ''}
              .at=${this._at}
              .where=${hit ? (opened.variant(hit.variant)?.label ?? '') : ''}
              @query-changed=${(event: HTMLElementEventMap['query-changed']) => {
                void this.#find(event.query);
              }}
              @hit-stepped=${(event: HTMLElementEventMap['hit-stepped']) => {
                this.#stepHit(event.step);
              }}
              @search-closed=${() => {
                this.#closeSearch();
              }}
            ></lesart-search-bar>`
          : nothing
      }
      <lesart-map-strip
        .rows=${this.#mapRows(opened)}
        .active=${opened.indexOf(this.#shown)}
        .seen=${this._seen}
      ></lesart-map-strip>
      <lesart-compare-view
        id="text"
        role="main"
        .opened=${opened}
        .columns=${columns}
        .active=${this.#active}
        .mark=${mark}
        .comparator=${comparator}
        .found=${byPlace}
        .hit=${hit}
        @view-moved=${(event: HTMLElementEventMap['view-moved']) => {
          this._seen = event.seen;
        }}
      ></lesart-compare-view>
      ${this.#renderPanel(opened)}
      <lesart-status-line .opened=${opened}></lesart-status-line>`;
  }

  #renderFailed(problems: readonly Problem[]): TemplateResult {
    return html`<main class="state" role="main">
      <h1>${t('app.failed')}</h1>
      <div role="alert">
        ${problems.map((problem) => {
          const { what, remedy } = problemText(problem);
          return html`<p>
            ${problem.file ? html`<code>${problem.file}</code>: ` : nothing}${what} ${remedy}
          </p>`;
        })}
      </div>
      <p><button type="button" @click=${() => void this.#open()}>${t('app.retry')}</button></p>
    </main>`;
  }

  override render(): TemplateResult {
    const opened = this._opened;
    return html`<lesart-help-dialog
        .bindings=${BINDINGS}
        .keysOn=${this._keysOn}
        @keys-switched=${(event: HTMLElementEventMap['keys-switched']) => {
          this._keysOn = event.on;
          writeSetting('keys', event.on ? undefined : 'off');
        }}
      ></lesart-help-dialog>
      ${
        opened
          ? this.#renderOpen(opened)
          : this._failed
            ? this.#renderFailed(this._failed)
            : html`<p class="state" role="status">${t('app.loading')}</p>`
      }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lesart-app-shell': AppShell;
  }
}
