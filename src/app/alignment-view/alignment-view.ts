import { LitElement, type PropertyValues, type TemplateResult, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { AlignmentBody } from '../../core/contribution/align-edits.ts';
import type { RowAlignment } from '../../core/contribution/alignment.ts';
import { rowIds } from '../../core/contribution/row-ids.ts';
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
import { styles } from './alignment-view.styles.ts';
import { Arranging } from './arranging.ts';
import {
  type Change,
  type ChangePlace,
  type Words,
  bodyOf,
  isPossible,
  rowOfWords,
  wordsOf,
} from './changes.ts';
import { type Tally, isDoubtful, nextDoubtful, queueOf, queueShown, tallyOf } from './doubtful.ts';
import { type Gap, firstGap, gapsOf, stretchesOf } from './gaps.ts';
import { gapAtPoint } from './gap-at-point.ts';
import { renderHead } from './render-head.ts';
import { renderTable } from './render-table.ts';
import { renderToolbar } from './render-toolbar.ts';
import { caretNews, excerptOf } from './words-told.ts';

/** What a step in the history took back or restored. */
export type HistoryStep = 'alignment' | 'other';

/** Rows that are there at once. */
const WINDOW = 60;
/** Rows that stay in front of the one that a window is moved to. */
const BEFORE = 20;

type Cell = { readonly row: string; readonly variant: string };

const random = (): number => crypto.getRandomValues(new Uint32Array(1))[0]!;

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
  static override readonly styles = [reading, controls, styles];

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
  @property({ attribute: false }) step: (direction: 'undo' | 'redo') => Promise<HistoryStep | undefined> = () =>
    Promise.resolve(undefined);

  @state() private _cell: Cell | undefined;
  /** Which of the cell's gaps it would be split at. */
  @state() private _gap = -1;
  /** Index of the first row shown, among those that the filter leaves. */
  @state() private _first = 0;
  @state() private _news: TemplateResult | string = '';

  @query('.scroll') private readonly _scroll!: HTMLElement | null;
  @query('.name input') private readonly _name!: HTMLInputElement | null;

  readonly #arranging = new Arranging(this);
  readonly #aligning = new Aligning(this);
  readonly #tally = new Memo<Tally>();
  readonly #queue = new Memo<readonly string[]>();
  readonly #gaps = new Memo<readonly Gap[]>();
  #alignment: RowAlignment | undefined;
  /** The work whose texts were asked for. */
  #asked: string | undefined;
  /** The words to stay on when the rows change. */
  #words: Words | undefined;
  /** The row that was chosen in the queue, and its place there. */
  #chosen: { readonly row: string; readonly place: number } | undefined;
  /** What is being done: one thing after the other, each on what the one before it left. */
  #doing: Promise<void> = Promise.resolve();

  constructor() {
    super();
    new LocaleController(this);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#arranging.turnTo(this.opened);
    const { alignment } = this.#arranging;
    if (alignment !== this.#alignment) this.#rearrange(alignment);
    if (changed.has('filter')) {
      this.#chosen = undefined;
      this._first = 0;
      if (this._cell && this.filter === 'doubtful') this.#choose(this._cell.row);
    }
    if (alignment && !this._cell && this.active !== undefined && this.filter === 'all')
      this.#window(alignment.index.get(this.active) ?? 0);
  }

  protected override updated(): void {
    const missing = missingTexts(this.opened);
    const { slug } = this.opened.work;
    if (missing.length === 0 || this.#asked === slug) return;
    this.#asked = slug;
    // What the answer changes is rendered after this rendering.
    void this.updateComplete.then(() => this.dispatchEvent(new TextsAsked(missing)));
  }

  /** The rows are others: the active cell stays on its words. */
  #rearrange(alignment: RowAlignment | undefined): void {
    const before = this.#alignment;
    this.#alignment = alignment;
    const cell = this._cell;
    const words = this.#words ?? (before && cell && wordsOf(before, undefined, this.#placeOf(cell)));
    this.#words = undefined;
    if (!alignment || !cell) return;
    const row = (words && rowOfWords(alignment, words)) ?? cell.row;
    const known = alignment.index.has(row) ? row : alignment.rows[before?.index.get(cell.row) ?? 0]?.id;
    if (known === undefined) {
      this._cell = undefined;
      return;
    }
    // A row that was worked on in the queue stays in view, also when its words went elsewhere.
    if (this.#chosen?.row === cell.row && !alignment.index.has(cell.row))
      this.#chosen = { ...this.#chosen, row: known };
    this._cell = { ...cell, row: known };
    this._gap = firstGap(this.#gapsOf(this._cell));
    const at = this.#ids.indexOf(known);
    if (at >= 0) this.#window(at);
  }

  // What is shown

  get #variants(): readonly VariantInfo[] {
    return this.columns.flatMap((id) => this.opened.variant(id) ?? []);
  }

  get #doubtful(): readonly string[] {
    const alignment = this.#alignment;
    return alignment ? this.#queue.get([alignment], () => queueOf(alignment)) : [];
  }

  get #near(): ReadonlySet<string> {
    return this.#shownQueue.near;
  }

  get #shownQueue(): ReturnType<typeof queueShown> {
    const alignment = this.#alignment;
    if (!alignment || this.filter === 'all') return { ids: [], near: new Set() };
    return queueShown(alignment, this.#doubtful, this.#chosen?.row, this.#chosen?.place ?? 0);
  }

  /** The ids of the rows that the filter leaves. */
  get #ids(): readonly string[] {
    const alignment = this.#alignment;
    if (!alignment) return [];
    return this.filter === 'all' ? alignment.rows.map(({ id }) => id) : this.#shownQueue.ids;
  }

  /** Moves the window so that it has a row. */
  #window(index: number): void {
    if (index >= this._first && index < this._first + WINDOW) return;
    this._first = Math.max(0, index - BEFORE);
  }

  /** In the queue a doubtful row is chosen; its neighbours come with it. */
  #choose(row: string): void {
    const place = this.#doubtful.indexOf(row);
    if (place >= 0) this.#chosen = { row, place };
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
    if (this.filter === 'doubtful') this.#choose(cell.row);
    this._gap = gap ?? firstGap(this.#gapsOf(cell));
    this.#window(this.#ids.indexOf(cell.row));
    await this.updateComplete;
    this.#cellElement(cell)?.focus();
  }

  #cellElement({ row, variant }: Cell): HTMLElement | undefined {
    const rows = [...this.renderRoot.querySelectorAll<HTMLElement>('tr[data-row]')];
    const cells = rows.find(({ dataset }) => dataset['row'] === row)?.querySelectorAll<HTMLElement>('td') ?? [];
    return [...cells].find(({ dataset }) => dataset['variant'] === variant);
  }

  #move(rows: number, columns: number): void {
    const ids = this.#ids;
    const variants = this.#variants;
    const at = ids.indexOf(this._cell?.row ?? '');
    const column = variants.findIndex(({ id }) => id === this._cell?.variant);
    const row = ids[Math.max(0, Math.min(ids.length - 1, at + rows))];
    const variant = variants[Math.max(0, Math.min(variants.length - 1, column + columns))]?.id;
    if (row !== undefined && variant !== undefined) void this.#turnTo({ row, variant });
  }

  #stepDoubtful(direction: 1 | -1): void {
    const variant = this._cell?.variant ?? this.#variants[0]?.id;
    const row = this.#doubtfulFrom(this._cell?.row, direction);
    if (row === undefined || variant === undefined) this._news = t('alignment.noneDoubtful');
    else void this.#turnTo({ row, variant });
  }

  /** The next doubtful row: in the queue by its order, else by the text's. */
  #doubtfulFrom(row: string | undefined, direction: 1 | -1): string | undefined {
    const alignment = this.#alignment;
    if (!alignment) return undefined;
    if (this.filter === 'all') return nextDoubtful(alignment, row, direction);
    const queue = this.#doubtful;
    const at = queue.indexOf(this.#chosen?.row ?? '');
    // Where the chosen one has left the queue, the next one has its place now.
    const next = at < 0 && direction > 0 ? (this.#chosen?.place ?? 0) : at + direction;
    const found = queue[(next + queue.length) % Math.max(1, queue.length)];
    return found === row ? undefined : found;
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

  // Changes

  /** One thing after the other: each looks at the rows that the one before it made. */
  #enqueue(doing: () => Promise<void>): void {
    this.#doing = this.#doing.then(doing).catch((error: unknown) => {
      this._news = t('alignment.failed', { reason: error instanceof Error ? error.message : String(error) });
    });
  }

  /** Until the rows are those of the last change. */
  async #settled(): Promise<void> {
    // The shell renders first, then this view.
    await new Promise((resolve) => setTimeout(resolve));
    await this.updateComplete;
    await this.#arranging.ready;
    await this.updateComplete;
  }

  #change(change: Change): void {
    this.#enqueue(async () => {
      const cell = this._cell;
      const alignment = this.#alignment;
      if (!cell || !alignment) return;
      if (this.#aligning.share !== undefined) {
        this._news = t('alignment.wait');
        return;
      }
      const place = this.#placeOf(cell);
      const body = bodyOf(alignment, change, place, rowIds(alignment.known, random));
      if (!body) {
        this._news = t('alignment.cannot', { change: t(`alignment.change.${change}`) });
        return;
      }
      this.#words = wordsOf(alignment, change, place);
      await this.save(body, this._name?.value ?? '');
      await this.#settled();
      this._news = this.#told(change, wordsOf(alignment, change, place));
      if (change === 'confirm') await this.#goOn(cell);
      else if (this._cell) await this.#turnTo(this._cell);
    });
  }

  /** Behind a row that was confirmed: the next doubtful one, or else the next. */
  async #goOn(cell: Cell): Promise<void> {
    const { rows, index } = this.#alignment!;
    const next = this.#doubtfulFrom(cell.row, 1) ?? rows[(index.get(cell.row) ?? -1) + 1]?.id;
    await this.#turnTo({ ...cell, row: next ?? cell.row });
  }

  #told(change: Change, moved: Words | undefined): string {
    const alignment = this.#alignment!;
    const row = (moved && rowOfWords(alignment, moved)) ?? this._cell?.row ?? '';
    const number = (alignment.index.get(row) ?? -1) + 1;
    return t(`alignment.did.${change}`, { number, words: moved ? excerptOf(alignment, moved) : '' });
  }

  #stepHistory(direction: 'undo' | 'redo'): void {
    this.#enqueue(async () => {
      if (this.#aligning.share !== undefined) return;
      const found = await this.step(direction);
      await this.#settled();
      if (found === undefined) this._news = t(direction === 'undo' ? 'alignment.noUndo' : 'alignment.noRedo');
      else if (direction === 'undo')
        this._news = t(found === 'alignment' ? 'alignment.undone' : 'alignment.undoneOther');
      else this._news = t(found === 'alignment' ? 'alignment.redone' : 'alignment.redoneOther');
      if (this._cell) await this.#turnTo(this._cell);
    });
  }

  #realign(): void {
    this.#enqueue(async () => {
      if (missingTexts(this.opened).length > 0) return;
      const running = this.#aligning.run(this.opened);
      this._news = '';
      const name = this._name?.value ?? '';
      // Others are told to wait, and do not wait for this.
      void running.then(
        async (result) => {
          if (result === undefined) this._news = t('alignment.realignNothing');
          else if (result === 'stopped') this._news = t('alignment.realignStopped');
          else {
            await this.save(result.body, name);
            await this.#settled();
            const { changed: count } = result;
            this._news = count === 0 ? t('alignment.realignedNone') : t('alignment.realigned', { count });
          }
        },
        (error: unknown) => {
          const reason = error instanceof Error ? error.message : String(error);
          this._news = t('alignment.realignFailed', { reason });
        },
      );
      await Promise.resolve();
    });
  }

  // What the reader does

  #onKey(event: KeyboardEvent): void {
    const target = event.composedPath()[0];
    if (!(target instanceof HTMLTableCellElement)) return;
    const asked = alignmentKey(event);
    if (!asked || (readSetting('keys') === 'off' && event.key.length === 1 && !event.ctrlKey && !event.metaKey))
      return;
    event.preventDefault();
    event.stopPropagation();
    if (event.repeat && asked.does === 'change') return;
    this.#answer(asked);
  }

  #answer(asked: AlignmentKey): void {
    switch (asked.does) {
      case 'change':
        this.#change(asked.change);
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
        this.#stepHistory(asked.direction);
    }
  }

  #cellOf(target: EventTarget | null): Cell | undefined {
    const cell = target instanceof Element ? target.closest<HTMLElement>('td[data-variant]') : null;
    const row = cell?.closest<HTMLElement>('tr')?.dataset['row'];
    const variant = cell?.dataset['variant'];
    return row !== undefined && variant !== undefined ? { row, variant } : undefined;
  }

  #onClick(event: MouseEvent): void {
    const cell = this.#cellOf(event.target);
    const element = cell && this.#cellElement(cell);
    if (!cell || !element) return;
    const direction = directionOf(this.opened.variant(cell.variant)?.lang ?? 'und');
    const stretches = [...element.querySelectorAll('.stretch')];
    void this.#turnTo(
      cell,
      gapAtPoint(stretches, this.#gapsOf(cell), event.clientX, event.clientY, direction),
    );
  }

  #onFocus(event: FocusEvent): void {
    const cell = this.#cellOf(event.target);
    if (!cell || (cell.row === this._cell?.row && cell.variant === this._cell.variant)) return;
    this._cell = cell;
    if (this.filter === 'doubtful') this.#choose(cell.row);
    this._gap = firstGap(this.#gapsOf(cell));
  }

  // Parts

  #renderHead(alignment: RowAlignment): TemplateResult {
    return renderHead({
      tally: this.#tally.get([alignment], () => tallyOf(alignment)),
      filter: this.filter,
      choose: (filter) => {
        this.filter = filter;
        this.dispatchEvent(new RowFilterChosen(filter));
      },
      variants: variantsInOrder(this.opened.work).filter(({ status }) => status === 'complete'),
      columns: this.columns,
      setColumns: (columns) => this.dispatchEvent(new ColumnsAsked(columns)),
      asksName: this.author === '',
      canUndo: this.canUndo,
      canRedo: this.canRedo,
      step: (direction) => {
        this.#stepHistory(direction);
      },
      nextDoubtful: () => {
        this.#stepDoubtful(1);
      },
      missing: missingTexts(this.opened).length,
      share: this.#aligning.share,
      realign: () => {
        this.#realign();
      },
      cancel: () => {
        this.#aligning.stop();
      },
    });
  }

  #renderPages(total: number): TemplateResult | typeof nothing {
    if (total <= WINDOW) return nothing;
    const step = (by: number, label: string, isThere: boolean): TemplateResult =>
      html`<button
        class="small"
        type="button"
        ?disabled=${!isThere}
        @click=${() => {
          this._first = Math.max(0, this._first + by);
          if (this._scroll) this._scroll.scrollTop = 0;
        }}
      >
        ${label}
      </button>`;
    return html`<form
      class="pages"
      @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        const field = this.renderRoot.querySelector<HTMLInputElement>('.pages input');
        const row = this.#ids[(field?.valueAsNumber ?? 0) - 1];
        const variant = this._cell?.variant ?? this.#variants[0]?.id;
        if (row !== undefined && variant !== undefined) void this.#turnTo({ row, variant });
      }}
    >
      ${step(-WINDOW, t('alignment.earlier'), this._first > 0)}
      ${step(WINDOW, t('alignment.later'), this._first + WINDOW < total)}
      <label
        >${t('alignment.goTo')}
        <input type="number" min="1" max=${total} required .value=${String(this._first + 1)}
      /></label>
      <button class="small" type="submit">${t('alignment.go')}</button>
    </form>`;
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
        this.#change(change);
      },
      open: () => {
        if (cell) this.dispatchEvent(new ParagraphActivated(cell.row, 'panel'));
      },
    });
  }

  #renderEmpty(alignment: RowAlignment): TemplateResult {
    const isJudged = alignment.rows.some(({ standing }) => standing !== undefined);
    return html`<div class="empty">
      <p>${t(isJudged ? 'alignment.allSure' : 'alignment.nothingEstimated')}</p>
      <button
        type="button"
        class="small"
        @click=${() => {
          this.filter = 'all';
          this.dispatchEvent(new RowFilterChosen('all'));
        }}
      >
        ${t('alignment.showAll')}
      </button>
    </div>`;
  }

  #renderRows(alignment: RowAlignment): TemplateResult {
    const ids = this.#ids;
    if (ids.length === 0) return this.#renderEmpty(alignment);
    const first = Math.min(this._first, Math.max(0, ids.length - 1));
    const cell = this._cell;
    return html`${this.#renderPages(ids.length)}
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
          near: this.#near,
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
    return html`${this.#renderHead(alignment)}${this.#renderRows(alignment)}
      <div class="news" role="status">${this._news}</div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lesart-alignment-view': AlignmentView;
  }
}
