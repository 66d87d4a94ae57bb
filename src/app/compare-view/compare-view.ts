import { consume } from '@lit/context';
import { LitElement, type PropertyValues, type TemplateResult, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import { placeKey } from '../../core/contribution/fold.ts';
import { SEVERITIES, type Severity } from '../../core/mqm/typology.ts';
import type { Paragraph, VariantInfo } from '../../core/work/model.ts';
import type { Row } from '../../core/work/rows.ts';
import { LocaleController, inText, language, t } from '../../i18n/i18n.ts';
import { wording } from '../../i18n/local-text.ts';
import type { Comparator } from '../address.ts';
import { type Comparisons, ComparisonsController, comparisonsContext } from '../comparisons.ts';
import { directionOf } from '../direction.ts';
import { MarkActivated, type Origin, ParagraphActivated } from '../events.ts';
import type { OpenedWork } from '../opened-work.ts';
import { reading } from '../reading.styles.ts';
import type { Hit } from '../controllers/text-search.ts';
import { RowWindow } from '../controllers/row-window.ts';
import { correctionOf, readingOf } from '../readings.ts';
import { selectionIn } from '../selection.ts';
import { type Layer, segment } from '../segments.ts';
import type { Beside } from '../beside.ts';
import type { WordChoice } from '../controllers/word-choice.ts';
import type { TextRange } from '../text-range.ts';
import { changedLayers } from './changed-layers.ts';
import { styles } from './compare-view.styles.ts';

/** Which rows are on screen now. */
export class ViewMoved extends Event {
  readonly seen: readonly [number, number];

  constructor(seen: readonly [number, number]) {
    super('view-moved');
    this.seen = seen;
  }
}

/** How long to wait for a far row to be rendered before its focus is given up. */
const FRAMES = 30;

/** The reader chose words to mark. */
export class WordsChosen extends Event {
  readonly range: TextRange;
  readonly beside: Beside;

  constructor(range: TextRange, beside: Beside) {
    super('words-chosen');
    this.range = range;
    this.beside = beside;
  }
}

/** The reader wants to see marks of these severities only; undefined: of all. */
export class SeveritiesChanged extends Event {
  readonly severities: readonly Severity[] | undefined;

  constructor(severities: readonly Severity[] | undefined) {
    super('severities-changed');
    this.severities = severities;
  }
}

/** Roles that the gutter names by a letter. */
const LETTERED = new Set(['question', 'answer']);

/**
 * The work in columns, rows aligned at every width. Highlights sit in the text: the marks, what the
 * comparator says was changed, and what was searched for.
 *
 * @fires paragraph-activated - the reader chose a row
 * @fires mark-activated - the reader chose a mark in the text
 * @fires view-moved - other rows came on screen
 * @fires words-chosen - the reader chose words to mark, by selecting them or by keys
 * @fires severities-changed - the reader shows or hides the marks of a severity
 */
@customElement('lesart-compare-view')
export class CompareView extends LitElement {
  static override readonly styles = [reading, styles];

  @property({ attribute: false }) opened!: OpenedWork;
  /** Variant ids, in order. */
  @property({ attribute: false }) columns: readonly string[] = [];
  /** The active paragraph's id. */
  @property({ attribute: false }) active: string | undefined;
  /** The active mark's id. */
  @property({ attribute: false }) mark: string | undefined;
  @property({ attribute: false }) comparator: Comparator = 'meaning';
  /** Severities whose marks are shown. */
  @property({ attribute: false }) severities: readonly Severity[] = SEVERITIES;
  /** Variants whose text is on its way. */
  @property({ attribute: false }) loading: ReadonlySet<string> = new Set();
  /** What was found, by `variant/paragraph`. */
  @property({ attribute: false }) found: ReadonlyMap<string, readonly Hit[]> = new Map();
  /** The found place that the reader stands at. */
  @property({ attribute: false }) hit: Hit | undefined;

  @state() private _headHeight = 48;
  @query('.scroller') private readonly _scroller!: HTMLElement | null;
  @query('.heads') private readonly _heads!: HTMLElement | null;

  @consume({ context: comparisonsContext })
  private readonly _comparisons!: Comparisons;

  readonly #window = new RowWindow(this, {
    count: () => this.opened.rows.length,
    keyOf: (index) => this.opened.rows[index]?.id ?? String(index),
    estimate: (index) => this.#estimate(index),
    scroller: () => this._scroller,
    rows: () => this.renderRoot.querySelectorAll<HTMLElement>('.row'),
    head: () => this._headHeight,
    offset: () => this.renderRoot.querySelector<HTMLElement>('.rows')?.offsetTop ?? this._headHeight,
  });
  readonly #resized = new ResizeObserver(() => {
    this.#onResize();
  });
  #seen = '';
  /** The scroller's, kept: thousands of estimates ask for it. */
  #width = 900;
  /** The mark under the pointer; all its pieces light up together. */
  #pointed: string | undefined;
  /** The row that stays where it is when the columns change their width, its distance from the top, and where
   * the view was scrolled to then: what moved it since and is not scrolling is a shift to undo. */
  #anchor: { readonly id: string; readonly top: number; readonly scrolled: number } | undefined;
  /** Chooses words to mark; loaded with the first selection or the key for it. */
  #choice: WordChoice | undefined;
  readonly #onSelection = (): void => {
    if (!this.#choice && !selectionIn(this.renderRoot as ShadowRoot)) return;
    void this.#ensureChoice().then((choice) => {
      choice.follow();
    });
  };
  readonly #beforePrint = (): void => {
    this.#window.renderAll(true);
    this.performUpdate();
  };
  readonly #afterPrint = (): void => {
    this.#window.renderAll(false);
  };

  constructor() {
    super();
    new LocaleController(this);
    new ComparisonsController(this, () => this._comparisons);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('beforeprint', this.#beforePrint);
    document.addEventListener('selectionchange', this.#onSelection);
    window.addEventListener('afterprint', this.#afterPrint);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resized.disconnect();
    window.removeEventListener('beforeprint', this.#beforePrint);
    document.removeEventListener('selectionchange', this.#onSelection);
    window.removeEventListener('afterprint', this.#afterPrint);
  }

  protected override firstUpdated(): void {
    // The table too: a font that comes late makes rows grow without the scroller or the head changing.
    for (const selector of ['.scroller', '.heads', '.table']) {
      const element = this.renderRoot.querySelector(selector);
      if (element) this.#resized.observe(element);
    }
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (this.hasUpdated && changed.has('columns')) {
      this.#keepAnchor();
      this.#window.forget();
    }
  }

  protected override updated(changed: PropertyValues<this>): void {
    this.style.setProperty('--columns', String(this.columns.length));
    if (changed.has('columns')) this.#restoreAnchor();
    this.#tellSeen();
  }

  /** Brings a paragraph on screen and, from the keyboard, puts the focus on its row. */
  async reveal(id: string, origin: Origin, atTop = false): Promise<void> {
    const index = this.opened.indexOf(id);
    if (index < 0) return;
    await this.updateComplete;
    this.#measureHead();
    if (atTop) this.#window.reveal(index, 'start');
    else if (origin !== 'text' && !this.#isOnScreen(id))
      this.#window.reveal(index, this.#fits(id) ? 'center' : 'start');
    // A far row of a long work takes a few frames to be rendered.
    for (let frame = 0; frame < FRAMES && !this.#rowElement(id); frame += 1)
      await new Promise((resolve) => requestAnimationFrame(resolve));
    // What is looked for may stand below the fold of a long paragraph, or under the sheet of a phone.
    const sought = this.hit?.paragraph === id ? '.found.here' : 'mark.on';
    if (!atTop)
      this.#rowElement(id)?.querySelector(sought)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    this.#keepAnchor();
    if (origin !== 'keys') return;
    this.#rowElement(id)?.focus({ preventScroll: true });
  }

  /** Marks what is selected, if anything is; otherwise words of the active paragraph can be chosen by keys. */
  async startMarking(): Promise<void> {
    const choice = await this.#ensureChoice();
    if (choice.takeSelection()) return;
    const row = this.opened.row(this.active ?? '') ?? this.opened.rows[this.#window.seen[0]];
    const variant = this.columns.find((id) => row?.cells.has(id));
    if (!row || variant === undefined) return;
    choice.start(variant, row.id);
    await this.updateComplete;
    this._scroller?.focus({ preventScroll: true });
  }

  /** Brings a column on screen, past the pinned gutter. */
  revealColumn(variant: string): void {
    const head = this.renderRoot.querySelector(`.head[data-variant="${CSS.escape(variant)}"]`);
    head?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  async #ensureChoice(): Promise<WordChoice> {
    const { WordChoice } = await import('../controllers/word-choice.ts');
    this.#choice ??= new WordChoice({
      root: this.renderRoot as ShadowRoot,
      opened: () => this.opened,
      columns: () => this.columns,
      update: () => {
        this.requestUpdate();
      },
      choose: (range, beside) => this.dispatchEvent(new WordsChosen(range, beside)),
      leave: (paragraph) => this.#rowElement(paragraph)?.focus({ preventScroll: true }),
    });
    return this.#choice;
  }

  #rowElement(id: string): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>(`.row[data-row="${CSS.escape(id)}"]`);
  }

  #isOnScreen(id: string): boolean {
    const row = this.#rowElement(id)?.getBoundingClientRect();
    const view = this._scroller?.getBoundingClientRect();
    return Boolean(row && view && row.top >= view.top + this._headHeight - 1 && row.bottom <= view.bottom);
  }

  #fits(id: string): boolean {
    const height = this.#rowElement(id)?.offsetHeight ?? 0;
    return height < (this._scroller?.clientHeight ?? 0) - this._headHeight;
  }

  /** Lines from the longest cell at the column's likely measure; good enough until the row is measured. */
  #estimate(index: number): number {
    const row = this.opened.rows[index];
    if (!row) return 60;
    const width = this.#width / Math.max(1, this.columns.length);
    const perLine = Math.max(20, width / 8.5);
    let longest = 0;
    for (const id of this.columns)
      for (const { text } of row.cells.get(id) ?? []) longest = Math.max(longest, text.length);
    return 29 + Math.ceil(longest / perLine) * 25.6;
  }

  #onResize(): void {
    this.#width = this._scroller?.clientWidth ?? this.#width;
    this.#measureHead();
    // A long work's window keeps the place itself.
    if (this.#window.isWhole) this.#restoreAnchor();
    this.#tellSeen();
  }

  #measureHead(): void {
    const height = this._heads?.offsetHeight ?? this._headHeight;
    if (height !== this._headHeight) this._headHeight = height;
  }

  #keepAnchor(): void {
    const view = this._scroller?.getBoundingClientRect();
    if (!view) return;
    const active = this.active === undefined ? null : this.#rowElement(this.active);
    const onScreen = (row: HTMLElement): boolean => {
      const { top, bottom } = row.getBoundingClientRect();
      return bottom > view.top + this._headHeight && top < view.bottom;
    };
    const row =
      active && onScreen(active)
        ? active
        : [...this.renderRoot.querySelectorAll<HTMLElement>('.row')].find(onScreen);
    const id = row?.dataset['row'];
    this.#anchor =
      row && id !== undefined
        ? {
            id,
            top: row.getBoundingClientRect().top - view.top,
            scrolled: this._scroller?.scrollTop ?? 0,
          }
        : undefined;
  }

  #restoreAnchor(): void {
    const scroller = this._scroller;
    const row = this.#anchor && this.#rowElement(this.#anchor.id);
    if (!scroller || !row || !this.#anchor) return;
    const top = row.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
    const wanted = this.#anchor.top - (scroller.scrollTop - this.#anchor.scrolled);
    if (Math.abs(top - wanted) >= 1) scroller.scrollTop += top - wanted;
    this.#anchor = { id: this.#anchor.id, top: wanted, scrolled: scroller.scrollTop };
  }

  #tellSeen(): void {
    const { seen } = this.#window;
    if (seen.join() === this.#seen) return;
    this.#seen = seen.join();
    this.dispatchEvent(new ViewMoved(seen));
  }

  #onScroll(): void {
    // A text or a font may have arrived in the same frame: its shift is undone before a new place is kept.
    if (this.#window.isWhole) this.#restoreAnchor();
    this.#keepAnchor();
    this.#tellSeen();
  }

  #onClick(event: MouseEvent): void {
    // A new tab or window is the browser's.
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const target = event.target;
    if (!(target instanceof Element)) return;
    const row = target.closest<HTMLElement>('.row');
    const id = row?.dataset['row'];
    if (id === undefined) return;
    if (target.closest('a')) event.preventDefault();
    // A selection in progress is the reader's, not a choice of a row.
    else if (selectionIn(this.renderRoot as ShadowRoot)) return;
    const marks = target.closest<HTMLElement>('mark')?.dataset['marks']?.split(' ') ?? [];
    // A second click on overlapping marks goes to the next one.
    const next = marks[(marks.indexOf(this.mark ?? '') + 1) % Math.max(1, marks.length)];
    this.dispatchEvent(
      next === undefined ? new ParagraphActivated(id, 'text') : new MarkActivated(next, id, 'text'),
    );
  }

  /** Lights up all pieces of the mark under the pointer: a class on them, no rendering. */
  #onPointer(event: Event): void {
    const target = event.target instanceof Element && event.type === 'pointerover' ? event.target : null;
    const mark = target?.closest<HTMLElement>('mark')?.dataset['marks']?.split(' ')[0];
    if (mark === this.#pointed) return;
    this.#pointed = mark;
    for (const lit of this.renderRoot.querySelectorAll('mark.pointed')) lit.classList.remove('pointed');
    if (mark === undefined) return;
    for (const piece of this.renderRoot.querySelectorAll(`mark[data-marks~="${mark}"]`))
      piece.classList.add('pointed');
  }

  /** Scrolls by a share of what is on screen: for page keys that reach the page and not the text. */
  scrollPage(share: number): void {
    const scroller = this._scroller;
    scroller?.scrollBy({ top: share * (scroller.clientHeight - this._headHeight) });
  }

  #layers(variant: string, row: Row, paragraph: Paragraph): readonly Layer[] {
    const key = `${variant}/${paragraph.id}`;
    const shown = this.opened
      .marksIn(variant, paragraph.id)
      .filter(({ severity }) => this.severities.includes(severity));
    const marks = shown.map(({ id, severity, spans }) =>
      spans.map((span): Layer => ({
        ...span,
        name: id === this.mark ? `${severity} on` : severity,
        mark: id,
      })),
    );
    const changed = changedLayers(
      this.opened,
      this._comparisons,
      this.comparator,
      variant,
      paragraph,
      row.id === this.active,
    );
    const hits = (this.found.get(key) ?? []).map((hit): Layer => ({
      ...hit.span,
      name: hit === this.hit ? 'found here' : 'found',
    }));
    const choice = this.#choice?.chosen;
    const chosen =
      choice?.variant === variant && choice.paragraph === paragraph.id
        ? [{ ...choice.span, name: 'chosen' }]
        : [];
    return [...marks.flat(), ...changed, ...hits, ...chosen];
  }

  #renderText(text: string, layers: readonly Layer[]): readonly (string | TemplateResult)[] {
    return segment(text, layers).map((piece) => {
      if (piece.names.length === 0) return piece.text;
      const names = piece.names.join(' ');
      return piece.marks.length > 0
        ? html`<mark class=${names} data-marks=${piece.marks.join(' ')}>${piece.text}</mark>`
        : html`<span class=${names}>${piece.text}</span>`;
    });
  }

  /** Why a cell is empty. */
  #missing(variant: string): string {
    if (this.loading.has(variant)) return '…';
    return this.opened.texts.has(variant) ? t('compare.absent') : '–';
  }

  #renderCell(variant: VariantInfo, row: Row): TemplateResult {
    const paragraphs = row.cells.get(variant.id);
    return html`<div
      class="cell"
      role="cell"
      lang=${variant.lang}
      dir=${directionOf(variant.lang)}
      data-label=${variant.label}
    >
      ${
        paragraphs?.map((paragraph) => {
          const { id } = paragraph;
          const text = this.#renderText(paragraph.text, this.#layers(variant.id, row, paragraph));
          // No white space around the text: offsets count from the element's first character.
          return html`<p class="read" data-variant=${variant.id} data-paragraph=${id}>${text}</p>`;
        }) ?? html`<p class="missing" lang=${language()} dir="auto">${this.#missing(variant.id)}</p>`
      }
    </div>`;
  }

  /** Everything that a row's rendering depends on: nothing else makes it render again, so that stepping,
   * searching and arriving comparisons cost the rows they touch and no others. */
  #inputsOf(row: Row, index: number, variants: readonly VariantInfo[]): unknown[] {
    const { opened, comparator } = this;
    const active = row.id === this.active;
    const ownMark = variants.some(({ id }) =>
      opened.marksIn(id, row.id).some((mark) => mark.id === this.mark),
    );
    const found = variants.map(({ id }) => this.found.get(placeKey(id, row.id)));
    return [
      row,
      index,
      variants.map(({ id }) => id).join(),
      language(),
      active || (this.active === undefined && index === 0),
      active,
      ownMark ? this.mark : undefined,
      comparator,
      comparator === 'meaning'
        ? readingOf(opened, this._comparisons, row.id)
        : correctionOf(opened, this._comparisons, row.id),
      this.severities.join(),
      [...this.loading].join(),
      // Another object after each contribution.
      opened.state,
      this.#choice?.chosen?.paragraph === row.id ? this.#choice.chosen : undefined,
      ...found,
      found.some((hits) => this.hit !== undefined && hits?.includes(this.hit)) ? this.hit : undefined,
    ];
  }

  #renderRow(row: Row, index: number, variants: readonly VariantInfo[]): TemplateResult {
    const active = row.id === this.active;
    return html`<div
      class=${classMap({ row: true, active, [row.role]: true })}
      role="row"
      aria-rowindex=${index + 2}
      aria-current=${active ? 'true' : nothing}
      tabindex=${active || (this.active === undefined && index === 0) ? 0 : -1}
      data-index=${index}
      data-row=${row.id}
    >
      <div class="gutter" role="rowheader">
        <a href="?p=${row.id}" tabindex="-1" title=${t('compare.linkTo', { number: row.number })}>
          ${LETTERED.has(row.role) ? html`<b>${t(`role.letter.${row.role as 'question' | 'answer'}`)}</b>` : nothing}${row.number}
        </a>
      </div>
      ${variants.map((variant) => this.#renderCell(variant, row))}
    </div>`;
  }

  #renderHead(variant: VariantInfo): TemplateResult {
    const count = this.opened.markCount(variant.id);
    const facts = [
      ...(variant.id === this.opened.work.reference ? [t('compare.reference')] : []),
      ...(count > 0 ? [t('bar.marks', { count })] : []),
      ...(this.loading.has(variant.id) ? [t('compare.loading')] : []),
      ...(!this.loading.has(variant.id) && !this.opened.texts.has(variant.id)
        ? [t('compare.unavailable')]
        : []),
    ];
    const note = wording(variant.note, language());
    return html`<div
      class="head"
      role="columnheader"
      data-variant=${variant.id}
      aria-busy=${this.loading.has(variant.id)}
    >
      <strong lang=${variant.lang}>${variant.label}</strong>
      <button
        class="about"
        type="button"
        popovertarget="about-${variant.id}"
        aria-label=${t('compare.about', { variant: variant.label })}
        title=${t('compare.about', { variant: variant.label })}
      >
        <span aria-hidden="true">i</span>
      </button>
      <small
        ><span class=${variant.provenance}>${t(`provenance.${variant.provenance}`)}</span>${facts.map(
          (fact) => ` · ${fact}`,
        )}</small
      >
      <div class="note" id="about-${variant.id}" popover role="dialog" aria-label=${variant.label}>
        <p>${t(`provenanceMeans.${variant.provenance}`)}</p>
        ${note ? html`<p lang=${note.lang}>${note.text}</p>` : nothing}
      </div>
    </div>`;
  }

  #toggleSeverity(severity: Severity): void {
    const shown = SEVERITIES.filter((other) => (other === severity) !== this.severities.includes(other));
    this.dispatchEvent(new SeveritiesChanged(shown.length === SEVERITIES.length ? undefined : shown));
  }

  /** What this is and what the highlights mean; the legend's samples show and hide their marks. */
  #renderLead(): TemplateResult {
    const { work } = this.opened;
    const source = wording(work.source, language());
    const sums = this.opened.severitySums(work.subject);
    const present = [...SEVERITIES].reverse().filter((severity) => (sums[severity] ?? 0) > 0);
    return html`<div class="lead" role="presentation">
      <p>
        <span lang=${source?.lang ?? nothing}>${source?.text}</span>
        ${present.length > 0 ? t('lead.how') : nothing}
      </p>
      ${
        present.length > 0
          ? html`<ul class="legend" aria-label=${t('lead.legend')}>
              ${present.map(
                (severity) =>
                  html`<li>
                    <button
                      type="button"
                      aria-pressed=${this.severities.includes(severity)}
                      title=${t(`help.severity.${severity}`)}
                      @click=${() => {
                        this.#toggleSeverity(severity);
                      }}
                    >
                      <mark class=${severity}>${inText(t(`mqm.severity.${severity}`))}</mark>
                      ${sums[severity]}
                    </button>
                  </li>`,
              )}
              <li><span class="shifted">${t(`lead.${this.comparator}`)}</span></li>
            </ul>`
          : nothing
      }
    </div>`;
  }

  override render(): TemplateResult {
    const { rows } = this.opened;
    const variants = this.columns.flatMap((id) => this.opened.variant(id) ?? []);
    const [above, below] = this.#window.padding;
    return html`<div
      class="scroller"
      @scroll=${{
        handleEvent: () => {
          this.#onScroll();
        },
        passive: true,
      }}
      tabindex="-1"
      @keydown=${(event: KeyboardEvent) => {
        this.#choice?.onKey(event);
      }}
      @click=${(event: MouseEvent) => {
        this.#onClick(event);
      }}
      @pointerover=${(event: Event) => {
        this.#onPointer(event);
      }}
      @pointerleave=${(event: Event) => {
        this.#onPointer(event);
      }}
    >
      ${this.#renderLead()}
      <div
        class=${classMap({ table: true, single: variants.length === 1, many: variants.length > 4 })}
        role="table"
        aria-label=${t('compare.label')}
        aria-rowcount=${rows.length + 1}
        aria-colcount=${variants.length + 1}
      >
        <div class="heads" role="row" aria-rowindex="1">
          <div class="gutter" role="columnheader"><span class="sr">${t('compare.number')}</span></div>
          ${variants.map((variant) => this.#renderHead(variant))}
        </div>
        <div class="rows" role="rowgroup">
          <div class="spacer" role="presentation" .style=${`block-size:${String(above)}px`}></div>
          ${repeat(
            this.#window.indices,
            (index) => rows[index]?.id ?? index,
            (index) => {
              const row = rows[index];
              return row
                ? guard(this.#inputsOf(row, index, variants), () => this.#renderRow(row, index, variants))
                : nothing;
            },
          )}
          <div class="spacer" role="presentation" .style=${`block-size:${String(below)}px`}></div>
        </div>
      </div>
      ${this.#choice?.renderButton() ?? nothing}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lesart-compare-view': CompareView;
  }
  interface HTMLElementEventMap {
    'view-moved': ViewMoved;
    'words-chosen': WordsChosen;
    'severities-changed': SeveritiesChanged;
  }
}
