import { type LitElement, type TemplateResult, html, nothing } from 'lit';
import type { Mark } from '../../core/contribution/record.ts';
import { t } from '../../i18n/i18n.ts';
import type { CompareView } from '../compare-view/compare-view.ts';
import type { AddressKeeper } from '../controllers/address-keeper.ts';
import type { Corrections } from '../controllers/corrections.ts';
import type { OwnMarks } from '../controllers/own-marks.ts';
import type { ReaderLog } from '../controllers/reader-log.ts';
import { ReadingPosition } from '../controllers/reading-position.ts';
import { Search } from '../controllers/search.ts';
import { ShownWork } from '../controllers/shown-work.ts';
import { SidePanel } from '../controllers/side-panel.ts';
import type { WordLights } from '../controllers/word-lights.ts';
import type { WorkLoader } from '../controllers/work-loader.ts';
import type { OpenedWork } from '../opened-work.ts';
import { readSetting, writeSetting } from '../settings.ts';
import type { TextRange } from '../text-range.ts';
import type { VariantBar } from '../variant-bar/variant-bar.ts';
import '../compare-view/compare-view.ts';
import '../map-strip/map-strip.ts';
import '../status-line/status-line.ts';
import '../variant-bar/variant-bar.ts';
import '../work-apparatus/work-apparatus.ts';

/** What the shell gives the view of the text. */
export interface ReadingSources {
  readonly address: AddressKeeper;
  readonly loader: WorkLoader;
  readonly log: ReaderLog;
  /** Does what needs a part that comes when it is asked for. */
  readonly load: (part: string, doing: () => Promise<unknown> | undefined) => void;
  /** The reader stepped to a mark; undefined: there is none. */
  readonly stepped: (mark: string | undefined) => void;
}

/** The text with its columns, map and apparatus, and everything that is done in it. */
export class ReadingView {
  readonly #host: LitElement;
  readonly #sources: ReadingSources;
  readonly shown: ShownWork;
  readonly position: ReadingPosition;
  readonly search: Search;
  readonly panel: SidePanel;
  // Loaded when the reader first marks or corrects something.
  #ownMarks: OwnMarks | undefined;
  #corrections: Corrections | undefined;
  /** Tells the reader's own marks. */
  readonly #isOwn = (mark: Mark): boolean => this.#sources.log.isOwn(mark, readSetting('author'));
  /** Counterparts of words: loaded when a mouse first moves over the text, or words are chosen by keys. */
  #lights: WordLights | undefined;
  #litView: CompareView | undefined;
  #pointer: PointerEvent | undefined;
  /** The mark under the pointer or the focus, wherever it is shown. */
  #pointed: string | undefined;

  constructor(host: LitElement, sources: ReadingSources) {
    this.#host = host;
    this.#sources = sources;
    const { address, loader, log, stepped } = sources;
    this.shown = new ShownWork({
      opened: () => loader.opened,
      records: () => log.records,
      address: () => address.address,
      found: () => this.search.found,
      project: () => {
        sources.load('rows', () => loader.project());
      },
    });
    log.translate = (plans) => this.shown.opened?.toFile(plans) ?? plans;
    this.position = new ReadingPosition(host, {
      address,
      shown: this.shown,
      view: () => this.#view,
      turned: (origin) => {
        this.panel.openFor(origin);
      },
      stepped,
    });
    this.panel = new SidePanel(host, () => {
      this.position.reveal(this.shown.shown, 'map');
    });
    this.search = new Search(host, {
      address,
      loader,
      shown: this.shown,
      position: this.position,
      setColumns: (columns, jump) => {
        this.#setColumns(columns, jump);
      },
      revealColumn: (variant) => this.#view?.revealColumn(variant),
    });
    host.addEventListener('pointermove', (event) => {
      if (event.pointerType === 'mouse') void this.#lightWords((this.#pointer = event));
    });
    host.addEventListener('paragraph-activated', ({ paragraph, origin, jump }) => {
      this.position.activate(paragraph, origin, jump);
    });
    host.addEventListener('mark-activated', ({ mark, paragraph, origin }) => {
      this.position.activateMark(mark, paragraph, origin);
    });
    host.addEventListener('mark-pointed', ({ mark }) => {
      this.#pointed = mark;
      host.requestUpdate();
    });
    host.addEventListener('paragraph-rated', ({ variant, paragraph, score }) => {
      this.#mark((own) => own.rate(variant, paragraph, score));
    });
    host.addEventListener('texts-asked', ({ variants }) => {
      for (const id of variants) void loader.ensureText(id);
    });
    host.addEventListener('columns-asked', ({ columns }) => {
      this.#setColumns(columns, false);
    });
    host.addEventListener('glossary-asked', ({ ranges }) => {
      this.openGlossary(ranges);
    });
    host.addEventListener('own-mark-asked', ({ mark, wish }) => {
      if (wish === 'correct') this.#correct((corrections) => corrections.editMark(mark));
      else this.#mark((own) => own.ask(mark, wish));
    });
    host.addEventListener('correction-asked', ({ place }) => {
      const variant = place.variant ?? this.shown.opened?.work.subject ?? '';
      this.#correct((corrections) => corrections.edit({ ...place, variant }));
    });
  }

  /** Lights up counterparts of words, or no longer. */
  switchWords(): void {
    const isOff = readSetting('words') === 'off';
    writeSetting('words', isOff ? undefined : 'off');
    this.#lights?.stop();
    this.#lights = this.#litView = undefined;
  }

  /** Opens the search with what the address says, which may be nothing. */
  openSearch(): void {
    this.#sources.load('search', () => this.search.open(this.#sources.address.address.query ?? ''));
  }

  startMarking(): void {
    this.#sources.load('marking', async () => {
      await this.#lightWords();
      await this.#view?.startMarking();
    });
  }

  /** Opens the editor for the words that are selected, or the active paragraph of the subject. */
  startCorrecting(): void {
    const { opened, shown } = this.shown;
    if (opened) this.#correct((corrections) => corrections.start(opened, shown));
  }

  /** Opens the glossary: for chosen stretches, or else for what is selected. */
  openGlossary(ranges?: readonly TextRange[]): void {
    this.#sources.load('glossary', async () => {
      const { openGlossary } = await import('../glossary-dialog/open-glossary.ts');
      const { opened, columns } = this.shown;
      if (opened) await openGlossary({ root: this.#host.renderRoot, opened, columns }, ranges);
    });
  }

  undo(direction: 'undo' | 'redo'): void {
    this.#mark((own) => own.step(direction));
  }

  /** Puts the keyboard on the bar of languages. */
  focusBar(): void {
    this.#query<VariantBar>('lesart-variant-bar')?.focus();
  }

  /** Scrolls by a share of the screen; false when there is no text. */
  scrollPage(share: number): boolean {
    this.#view?.scrollPage(share);
    return this.#view !== null;
  }

  /** Fetches the columns' texts and brings a row on screen, at its top or wherever it can be seen. */
  async show(place: string | undefined, atTop: boolean): Promise<void> {
    const { address, loader } = this.#sources;
    for (const id of address.address.columns ?? []) void loader.ensureText(id);
    await this.#host.updateComplete;
    if (place !== undefined) await this.#view?.reveal(place, 'map', atTop);
  }

  render(opened: OpenedWork): TemplateResult {
    const { address, loader, log } = this.#sources;
    const { columns, active, severities } = this.shown;
    return html`<lesart-variant-bar
        .variants=${opened.work.variants}
        .columns=${columns}
        .marks=${this.shown.markCounts}
        .subject=${opened.work.subject}
        .reference=${opened.work.reference}
        .pinned=${this.shown.pinned}
        @roles-changed=${({ subject, reference }: HTMLElementEventMap['roles-changed']) => {
          address.turn(
            {
              subject: subject ?? address.address.subject,
              reference: reference ?? address.address.reference,
            },
            true,
          );
        }}
        @pins-changed=${({ pinned }: HTMLElementEventMap['pins-changed']) => {
          address.turn({ pinned });
        }}
        @columns-changed=${(event: HTMLElementEventMap['columns-changed']) => {
          this.#setColumns(event.columns, true);
        }}
      ></lesart-variant-bar>
      ${this.search.render(opened)}
      <lesart-map-strip
        .rows=${this.shown.mapRows}
        .active=${opened.indexOf(this.shown.shown)}
        .pointed=${this.shown.rowOf(this.#pointed)}
        .seen=${this.position.seen}
      ></lesart-map-strip>
      <lesart-compare-view
        id="text"
        role="main"
        .opened=${opened}
        .columns=${columns}
        .pinned=${this.shown.pinned}
        .active=${active}
        .mark=${address.address.mark}
        .pointed=${this.#pointed}
        .comparator=${address.address.comparator}
        .severities=${severities}
        .loading=${loader.loading}
        .found=${this.search.found}
        .hit=${this.search.hit}
        @view-moved=${(event: HTMLElementEventMap['view-moved']) => {
          this.position.move(event.seen);
        }}
        @words-chosen=${(event: HTMLElementEventMap['words-chosen']) => {
          this.#mark((own) => own.open(event.ranges, event.beside));
        }}
        @severities-changed=${(event: HTMLElementEventMap['severities-changed']) => {
          address.turn({ severities: event.severities });
        }}
      ></lesart-compare-view>
      ${this.#renderPanel(opened)}
      <lesart-status-line
        .opened=${opened}
        .own=${this.shown.own}
        .saving=${log.isSaving}
        .troubled=${log.trouble !== undefined}
      ></lesart-status-line>
      ${this.#ownMarks?.render() ?? nothing}`;
  }

  #renderPanel(opened: OpenedWork): TemplateResult {
    const { address } = this.#sources;
    const { shown, marked, severities } = this.shown;
    return this.panel.render(
      opened.row(shown)?.number ?? 0,
      this.shown.marksAt(shown).length,
      html`<lesart-work-apparatus
        tabindex="0"
        role="group"
        aria-label=${t('app.apparatus')}
        .opened=${opened}
        .paragraph=${shown}
        .mark=${address.address.mark}
        .pointed=${this.#pointed}
        .columns=${marked}
        .comparator=${address.address.comparator}
        .severities=${severities}
        .isOwn=${this.#isOwn}
        @marking-asked=${() => {
          this.startMarking();
        }}
        @correcting-asked=${() => {
          this.startCorrecting();
        }}
        @history-asked=${({ shows }: HTMLElementEventMap['history-asked']) => {
          this.#correct((corrections) => corrections.showHistory(shows));
        }}
        @comparator-chosen=${(event: HTMLElementEventMap['comparator-chosen']) => {
          address.turn({ comparator: event.comparator });
        }}
        @paragraph-stepped=${(event: HTMLElementEventMap['paragraph-stepped']) => {
          this.position.step(event.step, 'map');
        }}
        >${this.#corrections?.render(opened, opened.work.subject, shown) ?? nothing}</lesart-work-apparatus
      >`,
    );
  }

  async #lightWords(first?: PointerEvent): Promise<void> {
    const view = this.#view;
    if (!view || view === this.#litView || readSetting('words') === 'off') return;
    this.#lights?.stop();
    this.#litView = view;
    // Who cannot have it reads without.
    const part = await import('../controllers/word-lights.ts').catch(() => undefined);
    if (!part || view !== this.#litView) return;
    this.#lights = new part.WordLights(view, {
      opened: () => this.shown.opened,
      columns: () => this.shown.columns,
    });
    // It may have moved meanwhile, and rest now.
    if (first && this.#pointer) this.#lights.point(this.#pointer);
  }

  get #view(): CompareView | null {
    return this.#query<CompareView>('lesart-compare-view');
  }

  #query<T extends HTMLElement>(selector: string): T | null {
    return this.#host.renderRoot.querySelector<T>(selector);
  }

  #setColumns(columns: readonly string[], jump: boolean): void {
    const { address, loader } = this.#sources;
    const added = columns.find((id) => !this.shown.columns.includes(id));
    address.turn({ columns }, jump);
    this.shown.derive();
    for (const id of columns) void loader.ensureText(id);
    if (added !== undefined) void this.#host.updateComplete.then(() => this.#view?.revealColumn(added));
  }

  #mark(doing: (own: OwnMarks) => Promise<void>): void {
    this.#sources.load('marking', async () => {
      const { OwnMarks } = await import('../controllers/own-marks.ts');
      this.#ownMarks ??= this.#makeOwnMarks(OwnMarks);
      await doing(this.#ownMarks);
    });
  }

  #correct(doing: (corrections: Corrections) => Promise<void>): void {
    this.panel.open();
    this.#sources.load('correcting', async () => {
      const { Corrections } = await import('../controllers/corrections.ts');
      this.#corrections ??= new Corrections(this.#host, this.#sources.log);
      await doing(this.#corrections);
    });
  }

  #makeOwnMarks(Made: typeof OwnMarks): OwnMarks {
    const { address, loader, log } = this.#sources;
    return new Made(this.#host, log, {
      opened: () => this.shown.opened,
      shown: (paragraph, mark) => {
        address.turn({ paragraph, mark });
        this.position.reveal(paragraph, 'keys');
      },
      leave: (mark) => {
        if (address.address.mark === mark) address.turn({ mark: undefined });
      },
      allTexts: async () => {
        const ids = this.shown.opened?.work.variants.flatMap(({ id, status }) =>
          status === 'complete' ? [id] : [],
        );
        await Promise.all((ids ?? []).map((id) => loader.ensureText(id)));
      },
      beside: () => this.#query('lesart-work-apparatus')?.getBoundingClientRect(),
    });
  }
}
