import { LitElement, type TemplateResult, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import type { VariantInfo } from '../../core/work/model.ts';
import { LocaleController, language, t } from '../../i18n/i18n.ts';
import { wording } from '../../i18n/local-text.ts';
import { styles } from './variant-bar.styles.ts';

/** The columns that the reader wants, in order. */
export class ColumnsChanged extends Event {
  readonly columns: readonly string[];

  constructor(columns: readonly string[]) {
    super('columns-changed');
    this.columns = columns;
  }
}

/** A list with one item moved to another's place. */
export function moved<T>(list: readonly T[], from: number, to: number): readonly T[] {
  const rest = list.filter((_item, index) => index !== from);
  const item = list[from];
  return item === undefined ? list : [...rest.slice(0, to), item, ...rest.slice(to)];
}

/**
 * The page's bar of languages, labels verbatim. A variant is a toggle for its column; one whose text does not
 * exist yet says so when it is asked for. One stop for Tab; arrows go along, Space switches, Alt with an arrow
 * moves a column.
 *
 * @fires columns-changed - the reader switched a column on or off, or moved it
 */
@customElement('lesart-variant-bar')
export class VariantBar extends LitElement {
  static override readonly styles = styles;

  /** In page order; those that the page does not list stand apart, after them. */
  @property({ attribute: false }) variants: readonly VariantInfo[] = [];
  /** Ids of the columns that are on, in order. */
  @property({ attribute: false }) columns: readonly string[] = [];
  /** Number of open marks by variant id. */
  @property({ attribute: false }) marks: ReadonlyMap<string, number> = new Map();

  @state() private _current = 0;
  @state() private _explained: VariantInfo | undefined;
  @state() private _dragged: string | undefined;

  @query('.note') private readonly _note!: HTMLElement;

  constructor() {
    super();
    new LocaleController(this);
  }

  protected override firstUpdated(): void {
    // The text under examination may stand far along the bar.
    const first = this.variants.findIndex(({ id }) => id === this.columns[0]);
    if (first < 0) return;
    this._current = first;
    this.#button(first)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  /** Puts the keyboard on the bar. */
  override focus(): void {
    this.#button(this._current)?.focus();
  }

  #button(index: number): HTMLButtonElement | undefined {
    return [...this.renderRoot.querySelectorAll('button')][index];
  }

  #toggle(variant: VariantInfo): void {
    if (variant.status === 'planned') {
      this._explained = variant;
      const source = this.#button(this.variants.indexOf(variant));
      this._note.showPopover(source ? { source } : {});
      return;
    }
    const on = this.columns.includes(variant.id);
    if (on && this.columns.length === 1) return;
    this.dispatchEvent(
      new ColumnsChanged(on ? this.columns.filter((id) => id !== variant.id) : [...this.columns, variant.id]),
    );
  }

  #move(id: string, steps: number): void {
    const from = this.columns.indexOf(id);
    const to = from + steps;
    if (from < 0 || to < 0 || to >= this.columns.length) return;
    this.dispatchEvent(new ColumnsChanged(moved(this.columns, from, to)));
  }

  #onKey(event: KeyboardEvent): void {
    const steps = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const last = this.variants.length - 1;
    const variant = this.variants[this._current];
    if (steps !== undefined && event.altKey && variant) {
      this.#move(variant.id, steps);
    } else if (steps !== undefined) {
      this._current = Math.max(0, Math.min(last, this._current + steps));
    } else if (event.key === 'Home' || event.key === 'End') {
      this._current = event.key === 'Home' ? 0 : last;
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    this.#button(this._current)?.focus();
  }

  #onDrop(event: DragEvent, target: VariantInfo): void {
    event.preventDefault();
    const dragged = this._dragged;
    this._dragged = undefined;
    if (dragged === undefined || dragged === target.id) return;
    const to = this.columns.indexOf(target.id);
    if (to >= 0) this.#move(dragged, to - this.columns.indexOf(dragged));
  }

  #renderChip(variant: VariantInfo, index: number): TemplateResult {
    const on = this.columns.includes(variant.id);
    const planned = variant.status === 'planned';
    const count = this.marks.get(variant.id) ?? 0;
    const classes = {
      [variant.provenance]: true,
      planned,
      listed: variant.listed,
      dragged: this._dragged === variant.id,
    };
    const title = planned
      ? t('bar.planned')
      : `${t(`provenance.${variant.provenance}`)}${on ? ` · ${t('bar.position', { position: this.columns.indexOf(variant.id) + 1 })}` : ''}`;
    const first = index > 0 && !variant.listed && this.variants[index - 1]?.listed;
    return html`${first ? html`<hr aria-hidden="true" />` : nothing}<button
        class=${classMap(classes)}
        type="button"
        aria-pressed=${planned ? nothing : on}
        aria-haspopup=${planned ? 'dialog' : nothing}
        aria-description=${planned ? t('bar.planned') : nothing}
        tabindex=${index === this._current ? 0 : -1}
        title=${title}
        draggable=${on}
        @click=${() => {
          this._current = index;
          this.#toggle(variant);
        }}
        @dragstart=${() => {
          this._dragged = variant.id;
        }}
        @dragend=${() => {
          this._dragged = undefined;
        }}
        @dragover=${(event: DragEvent) => {
          if (on && this._dragged !== undefined) event.preventDefault();
        }}
        @drop=${(event: DragEvent) => {
          this.#onDrop(event, variant);
        }}
      >
        <i></i><span lang=${variant.lang}>${variant.label}</span>
        ${count > 0 ? html`<small aria-label=${t('bar.marks', { count })}>${count}</small>` : nothing}
      </button>`;
  }

  #renderNote(): TemplateResult {
    const variant = this._explained;
    const note = wording(variant?.note, language());
    return html`<div class="note" popover role="dialog" aria-label=${t('bar.planned')}>
      ${
        variant
          ? html`<h2 lang=${variant.lang}>${variant.label}</h2>
              <p>${t('bar.plannedLong')}</p>
              ${note ? html`<p lang=${note.lang}>${note.text}</p>` : nothing}`
          : nothing
      }
    </div>`;
  }

  override render(): TemplateResult {
    return html`<nav aria-label=${t('bar.label')}>
        <div
          class="bar"
          role="toolbar"
          aria-label=${t('bar.label')}
          @keydown=${(event: KeyboardEvent) => {
            this.#onKey(event);
          }}
        >
          ${this.variants.map((variant, index) => this.#renderChip(variant, index))}
        </div>
      </nav>
      ${this.#renderNote()}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lesart-variant-bar': VariantBar;
  }
  interface HTMLElementEventMap {
    'columns-changed': ColumnsChanged;
  }
}
