import { LitElement, type TemplateResult, html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { LocaleController, language, loadLaterTexts, t } from '../../i18n/i18n.ts';
import { wording } from '../../i18n/local-text.ts';
import type { Address, View } from '../address.ts';
import { Comparisons, provideComparisons } from '../comparisons.ts';
import { AddressKeeper } from '../controllers/address-keeper.ts';
import { OnDemand } from '../controllers/on-demand.ts';
import { ReaderLog } from '../controllers/reader-log.ts';
import { WorkLoader } from '../controllers/work-loader.ts';
import type { HelpDialog } from '../help-dialog/help-dialog.ts';
import type { LibraryDialog } from '../library-dialog/library-dialog.ts';
import type { OpenedWork } from '../opened-work.ts';
import { reading } from '../reading.styles.ts';
import { applySettings, readSetting, writeSetting } from '../settings.ts';
import { BINDINGS, keyHandler, pageKeyHandler } from '../shortcuts.ts';
import '../top-bar/top-bar.ts';
import { styles } from './app-shell.styles.ts';
import { commandsOn } from './commands.ts';
import type * as FailedState from './failed-state.ts';
import type * as LogTrouble from './log-trouble.ts';
import { renderMarkNews } from './mark-news.ts';
import { ReadingView } from './reading-view.ts';
import type { Page, PageName } from './page.ts';
import { PAGES } from './pages.ts';

/** Where the app is served, with a slash at the end. */
const BASE = import.meta.env.BASE_URL;

/** Whether a note or a menu is open inside a root, however deep. */
const hasPopover = (root: ParentNode): boolean =>
  root.querySelector(':popover-open') !== null ||
  [...root.querySelectorAll('*')].some(({ shadowRoot }) => shadowRoot !== null && hasPopover(shadowRoot));

/** The whole app: it opens the work that the address names, shows the view that it names, and keeps it true. */
@customElement('lesart-app-shell')
export class AppShell extends LitElement {
  static override readonly styles = [reading, styles];

  @state() private _keysOn = readSetting('keys') !== 'off';
  /** What a screen reader is told. */
  @state() private _news: TemplateResult | string = '';

  // What came when it was asked for.
  @state() private _failedState: typeof FailedState | undefined;
  @state() private _logTrouble: typeof LogTrouble | undefined;
  @state() private _pages: ReadonlyMap<PageName, Page> = new Map();

  @query('.page') private readonly _page!: HTMLElement | null;
  @query('lesart-library') private readonly _library!: LibraryDialog | null;
  @query('lesart-help-dialog') private readonly _help!: HelpDialog | null;

  readonly #address = new AddressKeeper(this, BASE, {
    top: () => this.#reading.position.top,
    returned: (before) => {
      this.#return(before);
    },
  });
  readonly #loader = new WorkLoader(this, BASE);
  readonly #log = new ReaderLog(this);
  readonly #onDemand = new OnDemand(this);
  readonly #reading: ReadingView = new ReadingView(this, {
    address: this.#address,
    loader: this.#loader,
    log: this.#log,
    load: (part, doing) => {
      this.#load(part, doing);
    },
    stepped: (mark) => {
      const { opened } = this.#reading.shown;
      this._news = opened && mark !== undefined ? renderMarkNews(opened, mark) : t('announce.none');
    },
  });
  readonly #commands = commandsOn(this.#reading, this.#address, {
    turnTo: (page) => {
      if (this.#view === page) this.#leavePage();
      else this.#load(page, () => this.#showPage(page));
    },
    library: () => {
      this.#load('library', () => this.#showLibrary());
    },
    export: () => {
      this.#load('export', async () => {
        const { exportOpen } = await import('../export-dialog/show-export.ts');
        await exportOpen({ shown: this.#reading.shown, readerLog: this.#log });
      });
    },
    help: () => {
      this.#load('help', () => this.#showHelp());
    },
    hasPopover: () => hasPopover(this.renderRoot),
  });
  readonly #onKey = keyHandler(
    (command) => {
      this.#commands[command]();
    },
    () => this._keysOn,
    () => this.#isReading,
  );
  readonly #onPageKey = pageKeyHandler((share) => this.#reading.scrollPage(share));
  #faultsPrepared = false;
  #troublePrepared = false;

  constructor() {
    super();
    new LocaleController(this);
    provideComparisons(this, new Comparisons());
    this.addEventListener('work-chosen', (event) => {
      event.preventDefault();
      this.#turnTo(event.slug);
    });
    this.addEventListener('dragover', (event) => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    });
    this.addEventListener('drop', (event) => {
      const files = [...(event.dataTransfer?.files ?? [])];
      if (event.defaultPrevented || files.length === 0) return;
      event.preventDefault();
      this.#load('library', () => this.#showLibrary(files));
    });
    this.addEventListener('part-missed', ({ part, retry }) => {
      this.#onDemand.miss(part, retry);
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    applySettings(document.documentElement);
    window.addEventListener('keydown', this.#onKey);
    window.addEventListener('keydown', this.#onPageKey);
    void this.#open();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('keydown', this.#onKey);
    window.removeEventListener('keydown', this.#onPageKey);
  }

  protected override willUpdate(): void {
    this.#reading.shown.derive();
  }

  protected override updated(): void {
    const { opened } = this.#reading.shown;
    const title = opened && wording(opened.work.title, language())?.text;
    const view = this.#view === 'compare' ? [] : [t(`app.${this.#view}`)];
    document.title = [...view, ...(title ? [title] : []), 'Lesart'].join(' – ');
    const faults = this.#loader.problems.length + (opened?.strays.length ?? 0);
    if (faults > 0 && !this.#faultsPrepared) this.#prepareFaults(faults);
    if (this.#log.log && !this.#troublePrepared) this.#prepareTrouble();
  }

  // The work

  /** Opens another work, which Back leaves again. */
  #turnTo(slug: string): void {
    this._library?.close();
    this.#reading.search.close();
    this.#address.leaveFor(slug);
    void this.#open();
  }

  async #open(): Promise<void> {
    this.#reading.position.reset();
    const { slug, columns: wanted = [] } = this.#address.address;
    if (!(await this.#loader.open(slug, wanted))) {
      if (this.#loader.failed && !this._failedState)
        this.#load('failed', async () => {
          this._failedState = await import('./failed-state.ts');
        });
      return;
    }
    const { opened } = this.#reading.shown;
    const { paragraph, columns } = this.#address.address;
    // What a link names and the work has not is dropped, so that the address says what is shown.
    this.#address.turn({
      slug: opened?.work.slug,
      paragraph: paragraph !== undefined && opened?.row(paragraph) ? paragraph : undefined,
      columns: columns?.every((id) => opened?.variant(id)) ? columns : undefined,
    });
    await this.updateComplete;
    const there = this.#reading.shown.opened?.work.slug;
    if (there !== undefined) this.#log.turnTo(there);
    await this.#show(undefined);
  }

  /** Back and Forward. */
  #return(before: Address): void {
    if (this.#address.address.slug !== before.slug) void this.#open();
    // The text was not there: its search is opened anew.
    else void this.#show(before.view === 'compare' ? before.query : undefined);
  }

  /** Brings the view to what the address says. */
  async #show(searched: string | undefined): Promise<void> {
    const { paragraph, query } = this.#address.address;
    const { top } = this.#address;
    const view = this.#view;
    if (view !== 'compare') {
      this.#load(view, () => this.#loadPage(view));
      return;
    }
    await this.#reading.show(top ?? paragraph, top !== undefined);
    if (query === searched) return;
    if (query === undefined) this.#reading.search.close();
    else this.#reading.openSearch();
  }

  // The views

  get #view(): View {
    return this.#address.address.view;
  }

  /** Whether the text is shown. */
  get #isReading(): boolean {
    return this.#view === 'compare';
  }

  #load(part: string, doing: () => Promise<unknown> | undefined): void {
    void this.#onDemand.run(part, async () => doing());
  }

  #prepareFaults(count: number): void {
    this.#faultsPrepared = true;
    this._news = t('faults.summary', { count });
    this.#load('faults', () => Promise.all([loadLaterTexts(), import('../fault-list/fault-list.ts')]));
  }

  async #loadPage(name: PageName): Promise<void> {
    const [page] = await Promise.all([PAGES[name](), loadLaterTexts()]);
    this._pages = new Map(this._pages).set(name, page);
  }

  async #showPage(name: PageName): Promise<void> {
    await this.#loadPage(name);
    // Each page has parameters of its own.
    this.#address.turn({ view: name, filter: undefined }, true);
    await this.updateComplete;
    this._page?.focus();
  }

  /** The text comes back where it was left. */
  #leavePage(): void {
    const { top } = this.#reading.position;
    this.#address.turn({ view: 'compare' }, true);
    void this.#reading.show(top ?? this.#reading.shown.active, top !== undefined);
    if (this.#address.address.query !== undefined && !this.#reading.search.isOpen) this.#reading.openSearch();
  }

  async #showLibrary(files: readonly File[] = []): Promise<void> {
    await Promise.all([loadLaterTexts(), import('../library-dialog/library-dialog.ts')]);
    await this._library?.show();
    await this._library?.take(files);
  }

  async #showHelp(): Promise<void> {
    await Promise.all([loadLaterTexts(), import('../help-dialog/help-dialog.ts')]);
    await this._help?.updateComplete;
    this._help?.show();
  }

  // Parts

  #renderSkip(opened: OpenedWork): TemplateResult {
    const { position, shown } = this.#reading;
    return html`<button
      class="skip"
      type="button"
      @click=${() => {
        this._page?.focus();
        position.reveal(shown.active ?? opened.rows[0]?.id ?? '', 'keys');
      }}
    >
      ${t('app.skip')}
    </button>`;
  }

  #renderPage(opened: OpenedWork, name: PageName): TemplateResult {
    const { filter = '' } = this.#address.address;
    const page = this._pages.get(name);
    if (!page) return html`<p class="page state" role="status">${t('app.loadingPart')}</p>`;
    return page.renderPage({
      opened,
      log: this.#log,
      base: BASE,
      columns: this.#reading.shown.columns,
      active: this.#reading.shown.active,
      filter,
      changed: (next) => {
        this.#address.turn({ filter: next });
      },
      turnTo: (other) => {
        this.#load(other, () => this.#showPage(other));
      },
      refresh: () => {
        this.requestUpdate();
      },
    });
  }

  #renderOpen(opened: OpenedWork): TemplateResult {
    const { problems } = this.#loader;
    const { strays } = opened;
    return html`${this.#renderSkip(opened)}
      <lesart-top-bar
        .work=${this.#reading.shown.title}
        .view=${this.#view}
        @search-asked=${this.#commands.search}
        @statistics-asked=${this.#commands.statistics}
        @review-asked=${this.#commands.review}
        @overview-asked=${this.#commands.overview}
        @library-asked=${this.#commands.library}
        @export-asked=${this.#commands.export}
        @help-asked=${this.#commands.help}
      ></lesart-top-bar>
      ${
        problems.length + strays.length > 0
          ? html`<lesart-fault-list .problems=${problems} .strays=${strays}></lesart-fault-list>`
          : nothing
      }
      ${this.#view === 'compare' ? this.#reading.render(opened) : this.#renderPage(opened, this.#view)}
      ${this.#renderLogTrouble(opened.work.slug)}`;
  }

  /** Fetched with the first contribution: when it cannot be kept, the network may be gone too. */
  #prepareTrouble(): void {
    this.#troublePrepared = true;
    this.#load('trouble', async () => {
      const [part] = await Promise.all([import('./log-trouble.ts'), loadLaterTexts()]);
      this._logTrouble = part;
    });
  }

  #renderLogTrouble(slug: string): TemplateResult | typeof nothing {
    const { trouble, records } = this.#log;
    if (!trouble || records.length === 0) return nothing;
    return this._logTrouble?.renderLogTrouble(this.#log, slug, trouble) ?? nothing;
  }

  /** There is no work: it is on its way, or cannot be opened. */
  #renderClosed(): TemplateResult {
    const { failed } = this.#loader;
    const render = this._failedState?.renderFailed;
    if (failed && render)
      return render(failed, this.#address.address.slug ?? '', BASE, () => void this.#open());
    return html`<p class="state" role="status">${t(failed ? 'app.failed' : 'app.loading')}</p>`;
  }

  override render(): TemplateResult {
    const { opened } = this.#reading.shown;
    return html`<lesart-help-dialog
        .bindings=${BINDINGS}
        .keysOn=${this._keysOn}
        @keys-switched=${(event: HTMLElementEventMap['keys-switched']) => {
          this._keysOn = event.on;
          writeSetting('keys', event.on ? undefined : 'off');
        }}
      ></lesart-help-dialog>
      <lesart-library
        .log=${this.#log.log}
        .readerLog=${this.#log}
        .shown=${this.#reading.shown}
        @contributions-restored=${() => {
          if (opened) this.#log.turnTo(opened.work.slug);
        }}
      ></lesart-library>
      ${opened ? this.#renderOpen(opened) : this.#renderClosed()} ${this.#onDemand.render()}
      <div class="sr" role="status">${this._news}</div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lesart-app-shell': AppShell;
  }
}
