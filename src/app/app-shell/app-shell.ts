import { ContextProvider } from '@lit/context';
import { LitElement, type PropertyValues, type TemplateResult, html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { SEVERITIES, type Severity } from '../../core/mqm/typology.ts';
import type { Problem } from '../../core/problem.ts';
import { LocaleController, language, loadLaterTexts, t } from '../../i18n/i18n.ts';
import { type Wording, wording } from '../../i18n/local-text.ts';
import { problemText } from '../../i18n/problem-text.ts';
import { type Address, COMPARATORS, readAddress, writeAddress } from '../address.ts';
import { Comparisons, comparisonsContext } from '../comparisons.ts';
import type { CompareView } from '../compare-view/compare-view.ts';
import { type Hit, TextSearch } from '../controllers/text-search.ts';
import { WorkLoader } from '../controllers/work-loader.ts';
import type { Origin } from '../events.ts';
import type { HelpDialog } from '../help-dialog/help-dialog.ts';
import type { Row } from '../../core/work/rows.ts';
import type { MapRow } from '../map-strip/map-strip.ts';
import type { Beside } from '../beside.ts';
import type { MarkDraft, MarkEditor } from '../mark-editor/mark-editor.ts';
import type { OpenedWork } from '../opened-work.ts';
import { saveFile } from '../save-file.ts';
import type { TextRange } from '../text-range.ts';
import type { Marking } from '../controllers/marking.ts';
import { ReaderLog } from '../controllers/reader-log.ts';
import type { Contribution, Mark } from '../../core/contribution/record.ts';
import type { SearchBar } from '../search-bar/search-bar.ts';
import { applySettings, readSetting, switchTheme, writeSetting } from '../settings.ts';
import { BINDINGS, type Command, keyHandler } from '../shortcuts.ts';
import type { VariantBar } from '../variant-bar/variant-bar.ts';
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

/** Milliseconds of rest after which the place on screen is remembered. */
const PAUSE = 250;

/** Narrower than this the apparatus is a sheet, closed until it is asked for. */
const NARROW = '(max-width: 50rem)';

/** The old list where the new one says the same. */
const kept = (old: readonly string[], next: readonly string[]): readonly string[] =>
  old.length === next.length && old.every((id, index) => id === next[index]) ? old : next;

/** The whole app: it opens the work that the address names, holds the view's state, and keeps the address true. */
@customElement('lesart-app-shell')
export class AppShell extends LitElement {
  static override readonly styles = styles;

  @state() private _address: Address = readAddress(new URL(location.href), BASE);
  @state() private _seen: readonly [number, number] = [0, 0];
  @state() private _panelOpen = !matchMedia(NARROW).matches && readSetting('apparatus') !== 'closed';
  @state() private _searching = false;
  @state() private _keysOn = readSetting('keys') !== 'off';

  @query('lesart-compare-view') private readonly _view!: CompareView | null;
  @query('lesart-work-apparatus') private readonly _apparatus!: HTMLElement | null;
  @query('lesart-mark-editor') private readonly _editor!: MarkEditor | null;
  @query('lesart-variant-bar') private readonly _bar!: VariantBar | null;
  @query('lesart-search-bar') private readonly _searchBar!: SearchBar | null;
  @query('lesart-help-dialog') private readonly _help!: HelpDialog | null;

  readonly #loader = new WorkLoader(this, BASE);
  readonly #search = new TextSearch(this);
  readonly #readerLog = new ReaderLog(this);
  #marking: Marking | undefined;
  readonly #commands: Readonly<Record<Command, () => void>> = {
    nextParagraph: () => {
      this.#step(1, 'keys');
    },
    previousParagraph: () => {
      this.#step(-1, 'keys');
    },
    nextMark: () => {
      this.#stepMark(1);
    },
    previousMark: () => {
      this.#stepMark(-1);
    },
    firstParagraph: () => {
      this.#activateRow(0);
    },
    lastParagraph: () => {
      this.#activateRow(-1);
    },
    comparator: () => {
      const at = COMPARATORS.indexOf(this._address.comparator) + 1;
      this.#turn({ comparator: COMPARATORS[at % COMPARATORS.length] ?? 'meaning' });
    },
    mark: () => {
      void this._view?.startMarking();
    },
    undo: () => {
      void this.#stepBack('undo');
    },
    redo: () => {
      void this.#stepBack('redo');
    },
    columns: () => this._bar?.focus(),
    // The bar has the keys for it itself.
    moveColumn: () => undefined,
    search: () => {
      this.#openSearch(this._address.query ?? '');
    },
    nextHit: () => {
      this.#stepHit(1);
    },
    previousHit: () => {
      this.#stepHit(-1);
    },
    apparatus: () => {
      this.#togglePanel();
    },
    theme: switchTheme,
    help: () => {
      void this.#showHelp();
    },
    escape: () => {
      // The innermost thing closes, and it alone: an open note or menu is the browser's to close.
      if (this.#hasPopover) return;
      if (this._searching) this.#closeSearch();
      else if (this._address.mark !== undefined) this.#turn({ mark: undefined });
    },
  };
  readonly #onKey = keyHandler(
    (command) => {
      this.#commands[command]();
    },
    () => this._keysOn,
  );
  /** Page keys scroll the text before anything has the focus, as they do on any page. */
  readonly #onPageKey = (event: KeyboardEvent): void => {
    const share = { PageDown: 1, PageUp: -1, ' ': event.shiftKey ? -1 : 1 }[event.key];
    if (share === undefined || event.target !== document.body || event.defaultPrevented) return;
    if (event.composedPath()[0] !== document.body) return;
    event.preventDefault();
    this._view?.scrollPage(share);
  };
  /** Ids of the columns, and of the variants whose marks are shown: the columns and always the subject. */
  #columns: readonly string[] = [];
  #marked: readonly string[] = [];
  #mapRows: readonly MapRow[] = [];
  #firstShown = '';
  /** The column that a search opened. */
  #guest: string | undefined;
  #remembering: ReturnType<typeof setTimeout> | undefined;
  #title: Wording | undefined;
  #markCounts: ReadonlyMap<string, number> = new Map();
  /** The work that these were made from. */
  #titled: OpenedWork | undefined;
  #derivedFrom: readonly unknown[] = [];
  readonly #isOwn = (mark: Mark): boolean => this.#readerLog.isOwn(mark, readSetting('author'));
  #faultsPrepared = false;
  #joined: readonly [OpenedWork, readonly Contribution[], OpenedWork] | undefined;
  readonly #onPopState = (): void => {
    const before = this._address;
    this._address = readAddress(new URL(location.href), BASE);
    if (this._address.slug !== before.slug) void this.#open();
    else void this.#show(before.query);
  };
  /** Whether the address that comes next is a place to come back to. */
  #push = false;

  constructor() {
    super();
    new LocaleController(this);
    new ContextProvider(this, { context: comparisonsContext, initialValue: new Comparisons() });
    this.addEventListener('paragraph-activated', ({ paragraph, origin }) => {
      this.#activate(paragraph, origin);
    });
    this.addEventListener('own-mark-asked', ({ mark, wish }) => {
      this.#onOwnMark(mark, wish);
    });
    this.addEventListener('mark-activated', ({ mark, paragraph, origin }) => {
      this.#activateMark(mark, paragraph, origin);
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    applySettings(document.documentElement);
    window.addEventListener('keydown', this.#onKey);
    window.addEventListener('keydown', this.#onPageKey);
    window.addEventListener('popstate', this.#onPopState);
    void this.#open();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('keydown', this.#onKey);
    window.removeEventListener('keydown', this.#onPageKey);
    window.removeEventListener('popstate', this.#onPopState);
    clearTimeout(this.#remembering);
  }

  protected override willUpdate(): void {
    this.#derive();
  }

  protected override updated(changed: PropertyValues): void {
    const title = this.#opened && wording(this.#opened.work.title, language())?.text;
    document.title = title ? `${title} – Lesart` : 'Lesart';
    if (this.#loader.problems.length > 0 || (this.#opened && this.#opened.strays.length > 0))
      void this.#prepareFaults();
    if (changed.has('_address')) {
      const address = writeAddress(this._address, BASE);
      if (address !== location.pathname + location.search) this.#write(address);
      this.#push = false;
    }
  }

  /** Browsers bound how often the history is written; the next change brings the address up to date again. */
  #write(address: string): void {
    try {
      history[this.#push ? 'pushState' : 'replaceState'](null, '', address);
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
    }
  }

  // The work

  async #open(): Promise<void> {
    if (!(await this.#loader.open(this._address.slug, this._address.columns ?? []))) {
      this.requestUpdate();
      return;
    }
    const { paragraph, columns } = this._address;
    // What a link names and the work has not is dropped, so that the address says what is shown.
    this.#turn({
      slug: this.#opened?.work.slug,
      paragraph: paragraph !== undefined && this.#opened?.row(paragraph) ? paragraph : undefined,
      columns: columns?.every((id) => this.#opened?.variant(id)) ? columns : undefined,
    });
    await this.updateComplete;
    const slug = this.#opened?.work.slug;
    if (slug !== undefined) this.#readerLog.turnTo(slug);
    await this.#show(undefined);
  }

  /** Brings the view to what the address says. */
  async #show(searched: string | undefined): Promise<void> {
    const { paragraph, query } = this._address;
    const top = (history.state as { top?: string } | null)?.top;
    const place = top ?? paragraph;
    for (const id of this._address.columns ?? []) void this.#loader.ensureText(id);
    await this.updateComplete;
    if (place !== undefined) await this._view?.reveal(place, 'map', top !== undefined);
    if (query === searched) return;
    if (query === undefined) this.#closeSearch();
    else this.#openSearch(query);
  }

  /** The open work with what the reader added; the same object until one of the two changes. */
  get #opened(): OpenedWork | undefined {
    const { opened } = this.#loader;
    const { records } = this.#readerLog;
    if (!opened || records.length === 0) return opened;
    if (this.#joined?.[0] !== opened || this.#joined[1] !== records)
      this.#joined = [opened, records, opened.withRecords(records)];
    return this.#joined[2];
  }

  /** What follows from the work, the address and the search, made anew only when one of them changed, so that
   * scrolling touches none of it. */
  #derive(): void {
    const opened = this.#opened;
    const { byPlace } = this.#search.state;
    const { severities = SEVERITIES } = this._address;
    const from = [opened, this._address.columns, byPlace, severities];
    if (from.every((value, index) => value === this.#derivedFrom[index]) && this.#derivedFrom.length > 0)
      return;
    this.#derivedFrom = from;
    if (!opened) return;
    const { subject, reference } = opened.work;
    const named = this._address.columns?.filter((id) => opened.variant(id)?.status === 'complete') ?? [];
    // The same arrays while the ids are the same: another one means that the columns changed.
    this.#columns = kept(this.#columns, named.length > 0 ? named : [subject, reference]);
    this.#marked = kept(this.#marked, [...new Set([subject, ...this.#columns])]);
    if (opened !== this.#titled) {
      this.#titled = opened;
      this.#title = wording(opened.work.title, opened.variant(subject)?.lang ?? language());
      this.#markCounts = new Map(opened.work.variants.map(({ id }) => [id, opened.markCount(id)]));
      const grave = ({ id }: Row): boolean => {
        const { major, critical } = opened.severities(id, [subject]);
        return major !== undefined || critical !== undefined;
      };
      this.#firstShown = (opened.rows.find(grave) ?? opened.rows[0])?.id ?? '';
    }
    const found = new Set([...byPlace.values()].flatMap((hits) => hits.map(({ paragraph }) => paragraph)));
    this.#mapRows = opened.rows.map(({ id, number }) => ({
      id,
      number,
      counts: Object.fromEntries(
        Object.entries(opened.severities(id, this.#marked)).filter(([severity]) =>
          severities.includes(severity as Severity),
        ),
      ),
      found: found.has(id),
    }));
  }

  // The view

  /** Changes the address; `jump` makes the old one a place to come back to. */
  #turn(change: Partial<Address>, jump = false): void {
    this.#push ||= jump;
    this._address = { ...this._address, ...change };
  }

  get #active(): string | undefined {
    const opened = this.#opened;
    const named = this._address.paragraph;
    return named !== undefined && opened && opened.indexOf(named) >= 0 ? named : undefined;
  }

  /** The paragraph that the apparatus shows: the active one, else the first with an error that matters. */
  get #shown(): string {
    return this.#active ?? this.#firstShown;
  }

  /** Brings a paragraph on screen as it is rendered with what was just turned to. */
  #reveal(paragraph: string, origin: Origin): void {
    void this.updateComplete.then(() => this._view?.reveal(paragraph, origin));
  }

  #activate(paragraph: string, origin: Origin): void {
    this.#turn({ paragraph, mark: undefined }, origin !== 'keys');
    this.#reveal(paragraph, origin);
    this.#openSheet(origin);
  }

  /** On a phone a touch on the text opens the sheet; the text above it shows what was touched. */
  #openSheet(origin: Origin): void {
    if (origin !== 'text' || this._panelOpen || !matchMedia(NARROW).matches) return;
    this._panelOpen = true;
    void this.updateComplete.then(() => {
      if (this.#active !== undefined) this.#reveal(this.#active, 'map');
    });
  }

  #activateMark(mark: string | undefined, paragraph: string, origin: Origin): void {
    this.#turn({ paragraph, mark }, origin !== 'keys');
    this.#reveal(paragraph, origin === 'panel' ? 'map' : origin);
    this.#openSheet(origin);
  }

  #setColumns(columns: readonly string[], jump = true): void {
    const added = columns.find((id) => !this.#columns.includes(id));
    this.#turn({ columns }, jump);
    this.#derive();
    for (const id of columns) void this.#loader.ensureText(id);
    if (added !== undefined) void this.updateComplete.then(() => this._view?.revealColumn(added));
  }

  #step(step: 1 | -1, origin: Origin): void {
    const opened = this.#opened;
    if (!opened) return;
    const at = this.#isActiveSeen ? opened.indexOf(this.#active ?? '') : this.#edge(step);
    const row = opened.rows[Math.max(0, Math.min(opened.rows.length - 1, at + step))];
    if (row) this.#activate(row.id, origin);
  }

  /** The row that a step from what is on screen starts at: the last one that is left behind. */
  #edge(step: 1 | -1): number {
    const [first, last] = this._seen;
    if (step < 0) return last;
    return first === 0 ? -1 : first;
  }

  /** A row by its place; -1 is the last. */
  #activateRow(at: number): void {
    const row = this.#opened?.rows.at(at);
    if (row) this.#activate(row.id, 'keys');
  }

  /** Whether the active paragraph is on screen: a reader who has scrolled away steps on from what is. */
  get #isActiveSeen(): boolean {
    const at = this.#active === undefined ? -1 : (this.#opened?.indexOf(this.#active) ?? -1);
    return at >= this._seen[0] && at <= this._seen[1];
  }

  #stepMark(step: 1 | -1): void {
    const from = this.#isActiveSeen
      ? { paragraph: this.#active, mark: this._address.mark }
      : { paragraph: this.#opened?.rows[this._seen[step > 0 ? 0 : 1]]?.id, mark: undefined };
    const next = this.#opened?.step(this.#marked, from, step, this._address.severities);
    if (next) this.#activateMark(next.mark, next.paragraph, 'keys');
  }

  /** A reload, and Back, come back to what was on screen, chosen or not. */
  #rememberPlace(): void {
    clearTimeout(this.#remembering);
    this.#remembering = setTimeout(() => {
      history.replaceState({ top: this.#opened?.rows[this._seen[0]]?.id }, '');
    }, PAUSE);
  }

  get #hasPopover(): boolean {
    const roots = [...this.renderRoot.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? []);
    return roots.some((root) => root.querySelector(':popover-open') !== null);
  }

  async #prepareFaults(): Promise<void> {
    if (this.#faultsPrepared) return;
    this.#faultsPrepared = true;
    await loadLaterTexts();
    await import('../fault-list/fault-list.ts');
  }

  // Not needed for the first view, so it is loaded when it is.
  async #showHelp(): Promise<void> {
    await loadLaterTexts();
    await import('../help-dialog/help-dialog.ts');
    await this._help?.updateComplete;
    this._help?.show();
  }

  #togglePanel(): void {
    this._panelOpen = !this._panelOpen;
    if (!matchMedia(NARROW).matches) writeSetting('apparatus', this._panelOpen ? undefined : 'closed');
    else if (this._panelOpen) void this.updateComplete.then(() => this._view?.reveal(this.#shown, 'map'));
  }

  // Marks

  async #ensureMarking(): Promise<Marking> {
    const { Marking } = await import('../controllers/marking.ts');
    this.#marking ??= new Marking(this, this.#readerLog);
    return this.#marking;
  }

  async #mark(range: TextRange, beside: Beside, edited?: Mark): Promise<void> {
    const marking = await this.#ensureMarking();
    if (this.#opened) await marking.open(this.#opened, range, beside, () => this._editor, edited);
  }

  async #stepBack(direction: 'undo' | 'redo'): Promise<void> {
    const marking = await this.#ensureMarking();
    await marking.step(direction);
  }

  async #finishMark(draft: MarkDraft): Promise<void> {
    const opened = this.#opened;
    const marking = this.#marking;
    if (!opened || !marking?.task) return;
    const { paragraph } = marking.task.range;
    const mark = await marking.finish(opened, draft);
    this.#turn({ paragraph, mark });
    this.#reveal(paragraph, 'keys');
  }

  #onOwnMark(mark: Mark, wish: 'edit' | 'delete'): void {
    if (wish === 'delete') {
      if (this._address.mark === mark.id) this.#turn({ mark: undefined });
      void this.#ensureMarking().then((marking) => marking.remove(mark));
      return;
    }
    const span = this.#opened?.marksIn(mark.variant, mark.paragraph).find(({ id }) => id === mark.id)
      ?.spans[0];
    const card = this._apparatus?.getBoundingClientRect();
    if (span && card) void this.#mark({ variant: mark.variant, paragraph: mark.paragraph, span }, card, mark);
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
    this.#invite(undefined);
    void this.#find('');
    if (this.#active !== undefined) this.#reveal(this.#active, 'keys');
  }

  async #find(text: string): Promise<void> {
    const opened = this.#opened;
    if (!opened) return;
    this.#turn({ query: text === '' ? undefined : text });
    // All languages are searched, so all texts that exist are wanted now; the columns come first. A
    // back-translation says nothing that its own text does not.
    const others = opened.work.variants.filter(
      ({ status, provenance }) => status === 'complete' && provenance !== 'back-translation',
    );
    const variants = [...new Set([...this.#columns, ...others.map(({ id }) => id)])];
    if (text.trim() !== '') await Promise.all(variants.map((id) => this.#loader.ensureText(id)));
    if (this.#opened && (this._address.query ?? '') === text)
      await this.#search.start(this.#opened, text, variants, () => {
        this.#showHit(this.#search.step(opened, 1, this._seen[0]));
      });
  }

  #stepHit(step: 1 | -1): void {
    const opened = this.#opened;
    if (!opened) return;
    const from = this.#isActiveSeen ? opened.indexOf(this.#active ?? '') : this._seen[0];
    const hit = this.#search.step(opened, step, from);
    if (!hit) return;
    this.#invite(hit.variant);
    this.#turn({ paragraph: hit.paragraph, mark: undefined });
    this.#showHit(hit);
  }

  /** Opens the column of a hit for as long as the search stands there; one such guest at a time. */
  #invite(variant: string | undefined): void {
    if (variant !== undefined && this.#columns.includes(variant)) return;
    const own = this.#columns.filter((id) => id !== this.#guest);
    if (variant === undefined && own.length === this.#columns.length) return;
    this.#guest = variant;
    this.#setColumns(variant === undefined ? own : [...own, variant], false);
  }

  /** Brings a hit on screen if its column is; what is read stays what it is. */
  #showHit(hit: Hit | undefined): void {
    if (!hit || !this.#columns.includes(hit.variant)) return;
    this.#reveal(hit.paragraph, 'map');
    this._view?.revealColumn(hit.variant);
  }

  // Parts

  #renderSkip(opened: OpenedWork): TemplateResult {
    return html`<button
      class="skip"
      type="button"
      @click=${() => {
        this.#reveal(this.#active ?? opened.rows[0]?.id ?? '', 'keys');
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
        .severities=${this._address.severities ?? SEVERITIES}
        .isOwn=${this.#isOwn}
        @marking-asked=${() => {
          void this._view?.startMarking();
        }}
        tabindex="0"
        role="region"
        aria-label=${t('app.apparatus')}
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
    const { byPlace } = this.#search.state;
    const { hit } = this.#search;
    return html`${this.#renderSkip(opened)}
      <lesart-top-bar
        .work=${this.#title}
        @search-asked=${() => {
          this.#openSearch(this._address.query ?? '');
        }}
        @help-asked=${() => {
          void this.#showHelp();
        }}
      ></lesart-top-bar>
      <lesart-variant-bar
        .variants=${opened.work.variants}
        .columns=${columns}
        .marks=${this.#markCounts}
        @columns-changed=${(event: HTMLElementEventMap['columns-changed']) => {
          this.#setColumns(event.columns);
        }}
      ></lesart-variant-bar>
      ${
        this.#loader.problems.length + strays.length > 0
          ? html`<lesart-fault-list .problems=${this.#loader.problems} .strays=${strays}></lesart-fault-list>`
          : nothing
      }
      ${
        this._searching
          ? html`<lesart-search-bar
              .state=${this.#search.state}
              .text=${this._address.query ?? ''}
              .at=${this.#search.at}
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
        .rows=${this.#mapRows}
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
        .severities=${this._address.severities ?? SEVERITIES}
        .loading=${this.#loader.loading}
        .found=${byPlace}
        .hit=${hit}
        @view-moved=${(event: HTMLElementEventMap['view-moved']) => {
          this._seen = event.seen;
          this.#rememberPlace();
        }}
        @words-chosen=${(event: HTMLElementEventMap['words-chosen']) => {
          void this.#mark(event.range, event.beside);
        }}
        @severities-changed=${(event: HTMLElementEventMap['severities-changed']) => {
          this.#turn({ severities: event.severities });
        }}
      ></lesart-compare-view>
      ${this.#renderPanel(opened)}
      <lesart-status-line
        .opened=${opened}
        .own=${opened.countOwn(this.#readerLog.records)}
        .troubled=${this.#readerLog.trouble !== undefined}
      ></lesart-status-line>
      ${this.#renderTrouble()}${this.#renderEditor()}`;
  }

  /** What the reader added cannot be kept: why, what to do, and a file to save it in. */
  #renderTrouble(): TemplateResult | typeof nothing {
    const { trouble } = this.#readerLog;
    if (!trouble || this.#readerLog.records.length === 0) return nothing;
    return html`<div class="trouble" role="alert">
      <p>${t('status.trouble')}</p>
      <button
        type="button"
        @click=${() => {
          saveFile(`${this.#opened?.work.slug ?? 'lesart'}-contributions.jsonl`, this.#readerLog.exportAll());
        }}
      >
        ${t('status.saveFile')}
      </button>
      <button type="button" @click=${() => void this.#readerLog.retry()}>${t('app.retry')}</button>
    </div>`;
  }

  #renderEditor(): TemplateResult | typeof nothing {
    const marking = this.#marking;
    const task = marking?.task;
    if (!marking || !task) return nothing;
    return html`<lesart-mark-editor
      .quote=${task.quote}
      .textLang=${task.lang}
      .author=${marking.author}
      .draft=${marking.draftOf(task.edited)}
      @mark-drafted=${(event: HTMLElementEventMap['mark-drafted']) => {
        void this.#finishMark(event.draft);
      }}
      @mark-dismissed=${() => {
        marking.dismiss();
      }}
    ></lesart-mark-editor>`;
  }

  #renderFailed(problems: readonly Problem[]): TemplateResult {
    return html`<main class="state" role="main">
      <h1>${t('app.failed')}</h1>
      <div role="alert">
        ${problems.length === 0 ? html`<p>${t('app.noWorks')}</p>` : nothing}
        ${problems.map((problem) => {
          // A host that has no such file has no such work.
          if (problem.code === 'file-unavailable' && problem.args['reason'] === 'HTTP 404')
            return html`<p>${t('app.unknownWork', { slug: this._address.slug ?? '' })}</p>`;
          const { what, remedy } = problemText(problem);
          const place = [problem.file, problem.line].filter((part) => part !== undefined).join(':');
          return html`<p>${place ? html`<code>${place}</code>: ` : nothing}${what} → ${remedy}</p>`;
        })}
      </div>
      <p>
        <button type="button" @click=${() => void this.#open()}>${t('app.retry')}</button>
        <a href=${BASE}>${t('app.first')}</a>
      </p>
    </main>`;
  }

  override render(): TemplateResult {
    const opened = this.#opened;
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
          : this.#loader.failed
            ? this.#renderFailed(this.#loader.failed)
            : html`<p class="state" role="status">${t('app.loading')}</p>`
      }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lesart-app-shell': AppShell;
  }
}
