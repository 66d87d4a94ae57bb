import { LitElement, type PropertyValues, type TemplateResult, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { repeat } from 'lit/directives/repeat.js';
import { SEVERITIES, type Severity } from '../../core/mqm/typology.ts';
import { LocaleController, t } from '../../i18n/i18n.ts';
import type { Comparator } from '../address.ts';
import { type Comparisons, ComparisonsController, comparisonsOf } from '../comparisons.ts';
import { RowWindow } from '../controllers/row-window.ts';
import type { Hit } from '../controllers/text-search.ts';
import { controls } from '../controls.styles.ts';
import type { Origin } from '../events.ts';
import { type Highlights, pageHighlights } from '../highlights.ts';
import { liveRange } from '../live-range.ts';
import type { OpenedWork, PlacedMark } from '../opened-work.ts';
import { reading } from '../reading.styles.ts';
import { adoptSheet } from './adopt-sheet.ts';
import { Choosing } from './choosing.ts';
import { styles } from './compare-view.styles.ts';
import { estimateHeight } from './estimate.ts';
import { Frame } from './frame.ts';
import { renderHead } from './head.ts';
import inText from './in-text.css?url';
import { sceneOf, shownMarks, soughtWords } from './layers.ts';
import { renderLead } from './lead.ts';
import { marksAt } from './marks-at.ts';
import { Medium } from './medium.ts';
import { over } from './over.styles.ts';
import { painted } from './painted.styles.ts';
import type { PinnedColumns } from './pinned-columns.ts';
import { Pointing } from './pointing.ts';
import { Rows } from './rows.ts';
import { TextHighlights } from './text-highlights.ts';
import { SeveritiesChanged, ViewMoved, WordsChosen } from './view-events.ts';

/** How long to wait for a far row to be rendered before its focus is given up. */
const FRAMES = 30;

/**
 * The work in columns, rows aligned at every width. Highlights lie on the text: the marks, what the
 * comparator says was changed, and what was searched for. They are painted over it, so that stepping, pointing
 * and searching leave it alone; where the browser cannot, they are elements in it.
 *
 * @fires paragraph-activated - the reader chose a row
 * @fires mark-activated - the reader chose a mark in the text
 * @fires mark-pointed - the pointer came to a mark in the text or left it
 * @fires view-moved - other rows came on screen
 * @fires correction-asked - the reader wants to correct a paragraph
 * @fires words-chosen - the reader chose words to mark, by selecting them or by keys
 * @fires severities-changed - the reader shows or hides the marks of a severity
 */
@customElement('lesart-compare-view')
export class CompareView extends LitElement {
  static override readonly styles = [reading, controls, over, styles, painted];

  @property({ attribute: false }) opened!: OpenedWork;
  /** Variant ids, in order. */
  @property({ attribute: false }) columns: readonly string[] = [];
  /** The active paragraph's id. */
  @property({ attribute: false }) active: string | undefined;
  /** Ids of the columns that stay in view while the others scroll. */
  @property({ attribute: false }) pinned: readonly string[] = [];
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
  /** Where the highlights are painted; undefined: they are elements in the text. */
  @property({ attribute: false }) highlights: Highlights | undefined = pageHighlights();

  private get _comparisons(): Comparisons {
    return comparisonsOf(this);
  }

  readonly #frame: Frame = new Frame(this, {
    keepsPlace: () => this.#window.isWhole,
    moved: () => {
      this.#highlights.moved();
      this.#tellSeen();
    },
  });
  readonly #window: RowWindow = new RowWindow(this, {
    count: () => this.opened.rows.length,
    keyOf: (index) => this.opened.rows[index]?.id ?? String(index),
    estimate: (index) => estimateHeight(this.opened.rows[index], this.columns, this.#frame.width),
    scroller: () => this.#frame.scroller,
    rows: () => this.#frame.rows,
    head: () => this.#frame.head,
    offset: () => this.#frame.offset,
  });
  readonly #medium = new Medium(this, (printing) => {
    this.#window.renderAll(printing);
    if (printing) this.performUpdate();
  });
  readonly #rows = new Rows();
  readonly #choosing = new Choosing(() => ({
    root: this.renderRoot as ShadowRoot,
    opened: () => this.opened,
    columns: () => this.columns,
    update: () => {
      this.requestUpdate();
    },
    choose: (ranges, beside) => this.dispatchEvent(new WordsChosen(ranges, beside)),
    leave: (paragraph) => this.#frame.rowOf(paragraph)?.focus({ preventScroll: true }),
  }));
  readonly #highlights: TextHighlights = new TextHighlights({
    highlights: () => (this.#inText ? undefined : this.highlights),
    rows: () => this.#frame.rows,
    near: (screens) => this.#window.near(screens),
    rowOf: (id) => this.#frame.rowOf(id),
    inputsOf: (row) => this.#rows.inputsOf(row),
    layersOf: (variant, paragraph) => this.#rows.layersOf(variant, paragraph),
    marksIn: (variant, paragraph) => this.#marksIn(variant, paragraph),
    paragraphOf: (mark) => {
      const record = this.opened.state.standing.get(mark);
      return record?.type === 'mark' ? record.paragraph : undefined;
    },
  });
  readonly #pointing = new Pointing({
    root: () => this.renderRoot as ShadowRoot,
    marksAt: (target, event) => marksAt(target, event, (variant, id) => this.#marksIn(variant, id)),
    mark: () => this.mark,
    tell: (event) => this.dispatchEvent(event),
  });
  #seen = '';
  #pins: PinnedColumns | undefined;

  constructor() {
    super();
    new LocaleController(this);
    new ComparisonsController(this, () => this._comparisons);
    this.addController(this.#choosing);
    this.addController(this.#highlights);
    this.addEventListener('mark-pointed', ({ mark }) => {
      this.pointed = mark;
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Back on the page: what was taken down is put up again.
    if (this.hasUpdated) this.requestUpdate();
  }

  protected override firstUpdated(): void {
    void adoptSheet(this.renderRoot as ShadowRoot, inText);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('columns')) return;
    if (this.hasUpdated) {
      this.#frame.place.keep();
      this.#window.forget();
    }
    // Before anything measures the new rows.
    this.style.setProperty('--columns', String(this.columns.length));
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('columns')) this.#frame.place.restore();
    if (this.columns.length > 2 || this.#pins) void this.#pin();
    this.#tellSeen();
  }

  async #pin(): Promise<void> {
    // Columns that scroll away are no reason for a message.
    const part = await import('./pinned-columns.ts').catch(() => undefined);
    if (!part) return;
    this.#pins ??= new part.PinnedColumns(this.renderRoot as ShadowRoot);
    this.#pins.show(this.columns, this.pinned);
  }

  /** The id of the mark that is pointed at, here or elsewhere: its words light up. Nothing is rendered for it. */
  set pointed(mark: string | undefined) {
    this.#highlights.point(mark);
  }

  get pointed(): string | undefined {
    return this.#highlights.pointed;
  }

  /** Brings a paragraph on screen and, from the keyboard, puts the focus on its row. */
  async reveal(id: string, origin: Origin, atTop = false): Promise<void> {
    const index = this.opened.indexOf(id);
    if (index < 0) return;
    await this.updateComplete;
    this.#frame.measure();
    if (atTop) this.#window.reveal(index, 'start');
    else if (origin !== 'text' && !this.#frame.place.isOnScreen(id))
      this.#window.reveal(index, this.#frame.place.fits(id) ? 'center' : 'start');
    // A far row of a long work takes a few frames to be rendered.
    for (let frame = 0; frame < FRAMES && !this.#frame.rowOf(id); frame += 1)
      await new Promise((resolve) => requestAnimationFrame(resolve));
    // What is looked for may stand below the fold of a long paragraph, or under the sheet of a phone.
    const words = atTop ? undefined : this.#soughtIn(id);
    if (words) this.#frame.place.show(words);
    this.#frame.place.keep();
    if (origin !== 'keys') return;
    this.#frame.rowOf(id)?.focus({ preventScroll: true });
  }

  /** Marks what is selected, if anything is; otherwise words of the active paragraph can be chosen by keys. */
  async startMarking(): Promise<void> {
    const byKeys = await this.#choosing.start(() => {
      const row = this.opened.row(this.active ?? '') ?? this.opened.rows[this.#window.seen[0]];
      const variant = this.columns.find((id) => row?.cells.has(id));
      return row && variant !== undefined ? { variant, paragraph: row.id } : undefined;
    });
    if (!byKeys) return;
    await this.updateComplete;
    this.#frame.scroller?.focus({ preventScroll: true });
  }

  /** Brings a column on screen, past the pinned gutter. */
  revealColumn(variant: string): void {
    const head = this.renderRoot.querySelector(`.head[data-variant="${CSS.escape(variant)}"]`);
    head?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  /** Scrolls by a share of what is on screen: for page keys that reach the page and not the text. */
  scrollPage(share: number): void {
    const scroller = this.#frame.scroller;
    scroller?.scrollBy({ top: share * (scroller.clientHeight - this.#frame.head) });
  }

  /** Whether the highlights are elements in the text. */
  get #inText(): boolean {
    return this.#medium.isPlain || !this.highlights;
  }

  #marksIn(variant: string, paragraph: string): readonly PlacedMark[] {
    return shownMarks(this, variant, paragraph);
  }

  /** Where the words of a row that the reader came for stand on screen. */
  #soughtIn(id: string): DOMRect | undefined {
    const words = soughtWords(this, this.columns, id);
    if (!words) return undefined;
    const text = this.#frame.rowOf(id)?.querySelector(`p[data-variant="${CSS.escape(words.variant)}"]`);
    return text ? liveRange(text, words.span).getBoundingClientRect() : undefined;
  }

  #tellSeen(): void {
    const { seen } = this.#window;
    if (seen.join() === this.#seen) return;
    this.#seen = seen.join();
    this.dispatchEvent(new ViewMoved(seen));
  }

  override render(): TemplateResult {
    const { rows } = this.opened;
    const scene = sceneOf(this, this.columns, this.#choosing.now?.chosen ?? [], this._comparisons);
    const { variants } = scene;
    this.#rows.begin(scene);
    const [above, below] = this.#window.padding;
    const onPointer = (event: PointerEvent): void => {
      this.#pointing.onMove(event);
    };
    return html`<div
      class="scroller"
      @scroll=${{
        handleEvent: () => {
          this.#frame.onScroll();
        },
        passive: true,
      }}
      tabindex="-1"
      @keydown=${(event: KeyboardEvent) => {
        this.#choosing.now?.onKey(event);
      }}
      @click=${(event: MouseEvent) => {
        this.#pointing.onClick(event);
      }}
      @dblclick=${(event: MouseEvent) => {
        this.#pointing.onDoubleClick(event);
      }}
      @pointermove=${onPointer}
      @pointerleave=${onPointer}
    >
      ${renderLead(scene, (severities) => {
        this.dispatchEvent(new SeveritiesChanged(severities));
      })}
      <div
        class=${classMap({ table: true, single: variants.length === 1, many: variants.length > 4 })}
        role="table"
        aria-label=${t('compare.label')}
        aria-rowcount=${rows.length + 1}
        aria-colcount=${variants.length + 1}
      >
        <div class="heads" role="row" aria-rowindex="1">
          <div class="gutter" role="columnheader"><span class="sr">${t('compare.number')}</span></div>
          ${variants.map((variant) => renderHead(scene, variant))}
        </div>
        <div class="rows" role="rowgroup">
          <div class="spacer" role="presentation" .style=${`block-size:${String(above)}px`}></div>
          ${repeat(
            this.#window.indices,
            (index) => rows[index]?.id ?? index,
            (index) => this.#rows.render(index, this.#inText),
          )}
          <div class="spacer" role="presentation" .style=${`block-size:${String(below)}px`}></div>
        </div>
      </div>
      ${this.#choosing.now?.renderButton() ?? nothing}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lesart-compare-view': CompareView;
  }
}
