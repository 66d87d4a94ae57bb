import { LitElement, type PropertyValues, type TemplateResult, html, type nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { AlignmentBody } from '../../core/contribution/align-edits.ts';
import type { RowAlignment } from '../../core/contribution/alignment.ts';
import type { VariantInfo } from '../../core/work/model.ts';
import { LocaleController, t } from '../../i18n/i18n.ts';
import { controls } from '../controls.styles.ts';
import { directionOf } from '../direction.ts';
import { ParagraphActivated } from '../events.ts';
import type { OpenedWork } from '../opened-work.ts';
import { ColumnsAsked } from '../overview-view/overview-events.ts';
import { reading } from '../reading.styles.ts';
import { readSetting } from '../settings.ts';
import { Memo } from '../statistics-view/memo.ts';
import { TextsAsked, missingTexts } from '../texts-asked.ts';
import { variantsInOrder } from '../variant-order.ts';
import { Aligning } from './aligning.ts';
import { type RowFilter, RowFilterChosen } from './alignment-events.ts';
import { type AlignmentKey, alignmentKey } from './alignment-keys.ts';
import { table } from './alignment-table.styles.ts';
import { styles } from './alignment-view.styles.ts';
import { Arranging } from './arranging.ts';
import { type ChangePlace, isPossible, rowOfWords } from './changes.ts';
import { cellElement, cellOf, focusCell } from './cell-elements.ts';
import { type Cell, Editing, type HistoryStep } from './editing.ts';
import { type Gap, firstGap, gapsOf, stretchesOf } from './gaps.ts';
import { gapAtPoint } from './gap-at-point.ts';
import { renderHead } from './render-head.ts';
import { renderEmpty, renderPages } from './render-pages.ts';
import { renderTable } from './render-table.ts';
import { renderToolbar } from './render-toolbar.ts';
import { ShownRows, WINDOW } from './shown-rows.ts';
import { caretNews } from './words-told.ts';

/** Pixels of the head, and of the row above the one that is turned to. */
const PEEK = 72;

/**
 * The rows of a work with all variants side by side, to be corrected: words are moved to other rows, rows are confirmed.
 * The doubtful rows make a queue. Its texts are a later group: await `loadLaterTexts` first. Keys count while the focus
 * is on a cell.
 *
 * @fires row-filter-chosen - the reader wants to see other rows
 * @fires columns-asked - the reader chose the columns
 * @fires paragraph-activated - the reader wants to see a row in the text
 * @fires texts-asked - there are texts that have not been loaded; once a work
 */
@customElement('lesart-alignment-view')
export class AlignmentView extends LitElement {
  static override readonly styles = [reading, controls, styles, table];

  @property({ attribute: false }) opened!: OpenedWork;
  /** Ids of the columns, in order. */
  @property({ attribute: false }) columns: readonly string[] = [];
  /** The row that the reader comes from. */
  @property({ attribute: false }) active: string | undefined;
  @property({ attribute: false }) filter: RowFilter = 'all';
  /** The name that the reader's changes bear; empty: it is asked for. */
  @property({ attribute: false }) author = '';
  @property({ attribute: false }) canUndo = false;
  @property({ attribute: false }) canRedo = false;
  /** Keeps a change under a name (which may be empty); `opened` is another one when it resolves. */
  @property({ attribute: false }) save: (body: AlignmentBody, name: string) => Promise<void> = () =>
    Promise.resolve();
  /** Takes back what the reader did last, or restores it; undefined when there is nothing. */
  @property({ attribute: false }) step: (direction: 'undo' | 'redo') => Promise<HistoryStep | undefined> =
    () => Promise.resolve(undefined);

  @state() private _cell: Cell | undefined;
  /** Which of the cell's gaps it would be split at. */
  @state() private _gap = -1;
  @state() private _news = '';

  @query('.scroll') private readonly _scroll!: HTMLElement | null;
  @query('.name input') private readonly _name!: HTMLInputElement | null;

  readonly #arranging = new Arranging(this);
  readonly #aligning = new Aligning(this);
  readonly #rows = new ShownRows();
  readonly #gaps = new Memo<readonly Gap[]>();
  #wasAligning = false;
  /** The work whose texts were asked for. */
  #asked: string | undefined;
  readonly #editing = new Editing({
    opened: () => this.opened,
    rows: this.#rows,
    aligning: this.#aligning,
    cell: () => this._cell,
    placeOf: (cell) => this.#placeOf(cell),
    turnTo: (cell) => this.#turnTo(cell),
    save: (body) => this.save(body, this._name?.value ?? ''),
    step: (direction) => this.step(direction),
    settled: () => this.#settled(),
    tell: (news) => {
      this._news = news;
    },
  });

  constructor() {
    super();
    new LocaleController(this);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#arranging.turnTo(this.opened);
    const { alignment } = this.#arranging;
    if (alignment !== this.#rows.alignment) this.#rearrange(alignment);
    const [first] = this.#variants;
    if (this._cell && first && !this.columns.includes(this._cell.variant))
      this._cell = { ...this._cell, variant: first.id };
    if (changed.has('filter')) {
      this.#rows.filter = this.filter;
      if (alignment) this.#start(alignment, this._cell);
    }
  }

  protected override updated(): void {
    this.#keepFocus();
    const missing = missingTexts(this.opened);
    const { slug } = this.opened.work;
    if (missing.length === 0 || this.#asked === slug) return;
    this.#asked = slug;
    // What the answer changes is rendered after this rendering.
    void this.updateComplete.then(() => this.dispatchEvent(new TextsAsked(missing)));
  }

  /** The button that begins and the one that cancels take each other's place, and the keyboard. */
  #keepFocus(): void {
    const isAligning = this.#aligning.share !== undefined;
    if (isAligning === this.#wasAligning) return;
    this.#wasAligning = isAligning;
    if (!this.shadowRoot?.activeElement)
      this.renderRoot.querySelector<HTMLElement>('.running button, .realign')?.focus();
  }

  /** The rows are others: the active cell stays on its words. */
  #rearrange(alignment: RowAlignment | undefined): void {
    const before = this.#alignment;
    const cell = this._cell;
    const words = this.#editing.wordsAt(before, cell);
    this.#rows.alignment = alignment;
    if (!alignment) return;
    if (!before) this.#start(alignment);
    if (!before || !cell) return;
    const row = (words && rowOfWords(alignment, words)) ?? cell.row;
    const known = alignment.index.has(row) ? row : alignment.rows[before.index.get(cell.row) ?? 0]?.id;
    if (known === undefined) {
      this._cell = undefined;
      return;
    }
    this.#rows.follow(cell.row, known);
    this._cell = { ...cell, row: known };
    this._gap = firstGap(this.#gapsOf(this._cell));
    this.#rows.reveal(known);
  }

  /** The keyboard comes in at the row where the reader was, or at the least sure one. */
  #start(
    { index }: RowAlignment,
    { row = this.active, variant = this.#variants[0]?.id }: Partial<Cell> = {},
  ): void {
    const first = this.filter === 'doubtful' ? this.#rows.ids[0] : row;
    this._cell = undefined;
    this.#rows.first = 0;
    if (first === undefined || !index.has(first) || variant === undefined) return;
    this._cell = { row: first, variant };
    this.#rows.choose(first);
    this.#rows.reveal(first);
    this._gap = firstGap(this.#gapsOf(this._cell));
    void this.updateComplete.then(() => {
      const element = this._cell && cellElement(this.renderRoot, this._cell);
      if (this._scroll && element) this._scroll.scrollTop = element.offsetTop - PEEK;
    });
  }

  // What is shown

  get #variants(): readonly VariantInfo[] {
    return this.columns.flatMap((id) => this.opened.variant(id) ?? []);
  }

  get #alignment(): RowAlignment | undefined {
    return this.#rows.alignment;
  }

  #gapsOf({ row, variant }: Cell): readonly Gap[] {
    const alignment = this.#alignment;
    const found = alignment?.rows[alignment.index.get(row) ?? -1];
    if (!alignment || !found) return [];
    return this.#gaps.get([alignment, row, variant], () =>
      gapsOf(stretchesOf(alignment, found, variant), this.opened.variant(variant)?.lang ?? 'und'),
    );
  }

  #placeOf(cell: Cell): ChangePlace {
    const gap = this.#gapsOf(cell)[this._gap];
    return { ...cell, gap, columns: this.columns, isWhole: missingTexts(this.opened).length === 0 };
  }

  // Moving

  async #turnTo(cell: Cell, gap?: number): Promise<void> {
    this._cell = cell;
    this.#rows.choose(cell.row);
    this._gap = gap ?? firstGap(this.#gapsOf(cell));
    this.#rows.reveal(cell.row);
    this.requestUpdate();
    await this.updateComplete;
    focusCell(cellElement(this.renderRoot, cell), this._scroll?.clientHeight ?? 0);
  }

  #move(rows: number, columns: number): void {
    const { ids } = this.#rows;
    const variants = this.#variants;
    const at = ids.indexOf(this._cell?.row ?? '');
    const column = variants.findIndex(({ id }) => id === this._cell?.variant);
    const row = ids[Math.max(0, Math.min(ids.length - 1, at + rows))];
    const variant = variants[Math.max(0, Math.min(variants.length - 1, column + columns))]?.id;
    if (row !== undefined && variant !== undefined) void this.#turnTo({ row, variant });
  }

  #stepDoubtful(direction: 1 | -1): void {
    const variant = this._cell?.variant ?? this.#variants[0]?.id;
    const row = this.#rows.doubtfulFrom(this._cell?.row, direction);
    if (row === undefined || variant === undefined) this._news = t('alignment.noneDoubtful');
    else void this.#turnTo({ row, variant });
  }

  #moveCaret(step: 1 | -1, by: 'word' | 'sentence'): void {
    const cell = this._cell;
    if (!cell) return;
    const gaps = this.#gapsOf(cell);
    const rtl = directionOf(this.opened.variant(cell.variant)?.lang ?? 'und') === 'rtl';
    const way = rtl ? -step : step;
    let next = this._gap + way;
    while (by === 'sentence' && gaps[next] && !gaps[next]!.isSentence) next += way;
    if (gaps[next]) this._gap = next;
    this.#tellCaret(cell);
  }

  #tellCaret(cell: Cell): void {
    const alignment = this.#alignment;
    const row = alignment?.rows[alignment.index.get(cell.row) ?? -1];
    if (alignment && row)
      this._news = caretNews(stretchesOf(alignment, row, cell.variant), this.#gapsOf(cell)[this._gap]);
  }

  /** Until the rows are those of the last change. */
  async #settled(): Promise<void> {
    // The shell renders first, then this view.
    await new Promise((resolve) => setTimeout(resolve));
    await this.updateComplete;
    await this.#arranging.ready;
    await this.updateComplete;
  }

  // What the reader does

  #onKey(event: KeyboardEvent): void {
    const target = event.composedPath()[0];
    if (!(target instanceof HTMLTableCellElement)) return;
    const asked = alignmentKey(event);
    if (
      !asked ||
      (readSetting('keys') === 'off' && event.key.length === 1 && !event.ctrlKey && !event.metaKey)
    )
      return;
    event.preventDefault();
    event.stopPropagation();
    if (event.repeat && asked.does === 'change') return;
    this.#answer(asked);
  }

  #answer(asked: AlignmentKey): void {
    switch (asked.does) {
      case 'change':
        this.#editing.change(asked.change);
        break;
      case 'move':
        this.#move(asked.rows, asked.columns);
        break;
      case 'end':
        if (asked.of === 'row') this.#move(0, asked.last ? Infinity : -Infinity);
        else this.#move(asked.last ? Infinity : -Infinity, 0);
        break;
      case 'caret':
        this.#moveCaret(asked.step, asked.by);
        break;
      case 'doubtful':
        this.#stepDoubtful(asked.step);
        break;
      case 'history':
        this.#editing.stepHistory(asked.direction);
    }
  }

  #filterBy(filter: RowFilter): void {
    this.filter = filter;
    this.dispatchEvent(new RowFilterChosen(filter));
  }

  #onClick(event: MouseEvent): void {
    const cell = cellOf(event.target);
    const element = cell && cellElement(this.renderRoot, cell);
    if (!cell || !element) return;
    const direction = directionOf(this.opened.variant(cell.variant)?.lang ?? 'und');
    const stretches = [...element.querySelectorAll('.stretch')];
    void this.#turnTo(
      cell,
      gapAtPoint(stretches, this.#gapsOf(cell), event.clientX, event.clientY, direction),
    );
  }

  #onFocus(event: FocusEvent): void {
    const cell = cellOf(event.target);
    if (!cell || (cell.row === this._cell?.row && cell.variant === this._cell.variant)) return;
    this._cell = cell;
    this.#rows.choose(cell.row);
    this._gap = firstGap(this.#gapsOf(cell));
  }

  // Parts

  #renderHead(): TemplateResult {
    return renderHead({
      tally: this.#rows.tally,
      filter: this.filter,
      choose: (filter) => {
        this.#filterBy(filter);
      },
      variants: variantsInOrder(this.opened.work).filter(({ status }) => status === 'complete'),
      columns: this.columns,
      setColumns: (columns) => this.dispatchEvent(new ColumnsAsked(columns)),
      asksName: this.author === '',
      canUndo: this.canUndo,
      canRedo: this.canRedo,
      step: (direction) => {
        this.#editing.stepHistory(direction);
      },
      nextDoubtful: () => {
        this.#stepDoubtful(1);
      },
      missing: missingTexts(this.opened).length,
      share: this.#aligning.share,
      realign: () => {
        void this.#editing.realign();
      },
      cancel: () => {
        this.#aligning.stop();
      },
    });
  }

  #renderPages(): TemplateResult | typeof nothing {
    const { ids, first } = this.#rows;
    return renderPages(
      first,
      ids.length,
      (step) => {
        this.#rows.first = Math.max(0, first + step);
        this.requestUpdate();
        if (this._scroll) this._scroll.scrollTop = 0;
      },
      (index) => {
        const row = ids[index];
        const variant = this._cell?.variant ?? this.#variants[0]?.id;
        if (row !== undefined && variant !== undefined) void this.#turnTo({ row, variant });
      },
    );
  }

  #renderToolbar(alignment: RowAlignment): TemplateResult {
    const cell = this._cell;
    const place = cell && this.#placeOf(cell);
    return renderToolbar({
      cell: cell && {
        number: (alignment.index.get(cell.row) ?? -1) + 1,
        variant: this.opened.variant(cell.variant)?.label ?? cell.variant,
      },
      isPossible: (change) =>
        place !== undefined && this.#aligning.share === undefined && isPossible(alignment, change, place),
      change: (change) => {
        this.#editing.change(change);
      },
      open: () => {
        if (cell) this.dispatchEvent(new ParagraphActivated(cell.row, 'panel'));
      },
    });
  }

  #renderRows(alignment: RowAlignment): TemplateResult {
    const { ids, tally, near } = this.#rows;
    if (ids.length === 0)
      return renderEmpty(tally.estimated + tally.confirmed > 0, () => {
        this.#filterBy('all');
      });
    const first = Math.min(this.#rows.first, ids.length - 1);
    const cell = this._cell;
    return html`${this.#renderPages()}
      <div
        class="scroll"
        @keydown=${(event: KeyboardEvent) => {
          this.#onKey(event);
        }}
        @focusin=${(event: FocusEvent) => {
          this.#onFocus(event);
        }}
        @click=${(event: MouseEvent) => {
          this.#onClick(event);
        }}
      >
        ${renderTable({
          alignment,
          ids: ids.slice(first, first + WINDOW),
          near,
          first,
          total: ids.length,
          variants: this.#variants,
          active: cell,
          gap: cell && this.#gapsOf(cell)[this._gap],
        })}
      </div>
      ${this.#renderToolbar(alignment)}`;
  }

  override render(): TemplateResult {
    const alignment = this.#alignment;
    if (!alignment) return html`<p class="state" role="status">${t('alignment.working')}</p>`;
    return html`${this.#renderHead()}${this.#renderRows(alignment)}
      <div class="news" role="status">${this._news}</div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lesart-alignment-view': AlignmentView;
  }
}
