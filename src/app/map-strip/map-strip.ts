import { LitElement, type PropertyValues, type TemplateResult, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import type { Severity } from '../../core/mqm/typology.ts';
import { LocaleController, inText, t } from '../../i18n/i18n.ts';
import { ParagraphActivated } from '../events.ts';
import { styles } from './map-strip.styles.ts';

/** What the map knows of a row. */
export interface MapRow {
  readonly id: string;
  readonly number: number;
  /** Open marks by severity. */
  readonly counts: Readonly<Partial<Record<Severity, number>>>;
  readonly found: boolean;
}

/** More rows than this share cells, so that the map stays a bounded number of nodes. */
const MOST_CELLS = 160;

const GRAVEST_FIRST: readonly Severity[] = ['critical', 'major', 'minor', 'neutral'];

/** What a cell shows of its rows. */
interface Cell {
  readonly rows: readonly MapRow[];
  readonly severity: Severity | undefined;
  readonly found: boolean;
}

/** Consecutive rows that share a cell, evenly, in order. */
export function bins<T>(rows: readonly T[], most: number): readonly (readonly T[])[] {
  const count = Math.min(rows.length, most);
  return Array.from({ length: count }, (_cell, index) =>
    rows.slice(Math.floor((index * rows.length) / count), Math.floor(((index + 1) * rows.length) / count)),
  );
}

/** The cell that `bins` puts a row into; -1 for a row that there is not. */
export function binOf(row: number, rows: number, most: number): number {
  if (row < 0 || row >= rows) return -1;
  return Math.floor(((row + 1) * Math.min(rows, most) - 1) / rows);
}

/** The gravest severity that a set of rows has. */
export function gravest(rows: readonly MapRow[]): Severity | undefined {
  return GRAVEST_FIRST.find((severity) => rows.some(({ counts }) => (counts[severity] ?? 0) > 0));
}

/**
 * The whole work at a glance: where the errors are, what is on screen, where the reader is. One stop for Tab;
 * arrows go from cell to cell.
 *
 * @fires paragraph-activated - the reader chose a place
 */
@customElement('lesart-map-strip')
export class MapStrip extends LitElement {
  static override readonly styles = styles;

  @property({ attribute: false }) rows: readonly MapRow[] = [];
  /** The active row's index. */
  @property({ attribute: false }) active = 0;
  /** Indices of the first and the last row on screen. */
  @property({ attribute: false }) seen: readonly [number, number] = [0, 0];
  /** Id of the row that is lit up. */
  @property({ attribute: false }) pointed: string | undefined;

  @state() private _hinted: number | undefined;

  @query('.window') private readonly _window!: HTMLElement | null;
  @query('.hint') private readonly _hint!: HTMLElement | null;

  #cells: readonly Cell[] = [];
  #indices: ReadonlyMap<string, number> = new Map();

  constructor() {
    super();
    new LocaleController(this);
  }

  protected override shouldUpdate(changed: PropertyValues<this>): boolean {
    // Scrolling moves the frame and renders nothing.
    if (!this.hasUpdated || changed.size > 1 || !changed.has('seen')) return true;
    this.#placeWindow();
    return false;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('rows')) return;
    this.#indices = new Map(this.rows.map(({ id }, index) => [id, index]));
    this.#cells = bins(this.rows, MOST_CELLS).map((rows) => ({
      rows,
      severity: gravest(rows),
      found: rows.some(({ found }) => found),
    }));
  }

  protected override updated(): void {
    this.#placeWindow();
    if (this._hint && this._hinted !== undefined)
      this._hint.style.insetBlockStart = `${String(((this._hinted + 0.5) / this.#cells.length) * 100)}%`;
  }

  /** Positions go through the style object: the page's policy allows no style attributes. */
  #placeWindow(): void {
    const count = Math.max(1, this.rows.length);
    const [first, last] = this.seen;
    if (!this._window) return;
    this._window.style.insetBlockStart = `${String((first / count) * 100)}%`;
    this._window.style.blockSize = `${String(((last + 1 - first) / count) * 100)}%`;
  }

  #cellAt(row: number): number {
    return binOf(row, this.rows.length, MOST_CELLS);
  }

  /** What a cell says in words: its paragraphs and their errors. */
  #describe(bin: readonly MapRow[]): string {
    const first = bin[0]?.number ?? 0;
    const last = bin.at(-1)?.number ?? first;
    const place =
      first === last ? t('map.paragraph', { number: first }) : t('map.paragraphs', { first, last });
    const counts = GRAVEST_FIRST.flatMap((severity) => {
      const count = bin.reduce((sum, row) => sum + (row.counts[severity] ?? 0), 0);
      return count > 0 ? [`${String(count)} ${inText(t(`mqm.severity.${severity}`))}`] : [];
    });
    return `${place}: ${counts.length > 0 ? counts.join(', ') : t('map.clean')}`;
  }

  /** Goes to a cell: to its first paragraph with an error, else to its first. */
  #go(cell: number, jump: boolean): void {
    const rows = this.#cells[cell]?.rows;
    const target = rows?.find((row) => gravest([row]) !== undefined) ?? rows?.[0];
    if (target) this.dispatchEvent(new ParagraphActivated(target.id, 'map', jump));
  }

  #cellOf(event: Event): number | undefined {
    const target = event.target;
    const cell = target instanceof Element ? target.closest('.cell') : null;
    return cell instanceof HTMLElement ? Number(cell.dataset['cell']) : undefined;
  }

  #onKey(event: KeyboardEvent): void {
    const last = this.#cells.length - 1;
    const at = this.#cellAt(this.active);
    const to = {
      ArrowDown: Math.min(last, at + 1),
      ArrowUp: Math.max(0, at - 1),
      Home: 0,
      End: last,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    this.#go(to, event.key === 'Home' || event.key === 'End');
  }

  #renderCell({ severity, found }: Cell, cell: number, here: number, pointed: number): TemplateResult {
    const classes = {
      cell: true,
      here: cell === here,
      pointed: cell === pointed,
      found,
      ...(severity ? { [severity]: true } : {}),
    };
    return html`<div class=${classMap(classes)} data-cell=${cell}><i></i></div>`;
  }

  override render(): TemplateResult {
    const here = this.#cellAt(this.active);
    const pointed = this.#cellAt(this.#indices.get(this.pointed ?? '') ?? -1);
    const hinted = this._hinted === undefined ? undefined : this.#cells[this._hinted];
    return html`<nav aria-label=${t('map.label')}>
      <div
        class=${classMap({ strip: true, dense: this.#cells.length > 80 })}
        role="slider"
        tabindex="0"
        aria-orientation="vertical"
        aria-label=${t('map.label')}
        aria-valuemin="1"
        aria-valuemax=${Math.max(1, this.rows.length)}
        aria-valuenow=${this.rows[this.active]?.number ?? 1}
        aria-valuetext=${this.#describe(this.#cells[here]?.rows ?? [])}
        @keydown=${(event: KeyboardEvent) => {
          this.#onKey(event);
        }}
        @click=${(event: Event) => {
          const cell = this.#cellOf(event);
          if (cell !== undefined) this.#go(cell, true);
        }}
        @pointermove=${(event: Event) => {
          this._hinted = this.#cellOf(event);
        }}
        @pointerleave=${() => {
          this._hinted = undefined;
        }}
      >
        ${this.#cells.map((cell, at) => this.#renderCell(cell, at, here, pointed))}
        <div class="window"></div>
        ${hinted ? html`<div class="hint">${this.#describe(hinted.rows)}</div>` : nothing}
      </div>
    </nav>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lesart-map-strip': MapStrip;
  }
}
