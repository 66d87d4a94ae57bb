import { LitElement, type TemplateResult, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import type { VariantInfo } from '../../core/work/model.ts';
import { LocaleController, language, loadLaterTexts, t } from '../../i18n/i18n.ts';
import { wording } from '../../i18n/local-text.ts';
import { PartMissed } from '../events.ts';
import type { ChipDrag } from './chip-drag.ts';
import { styles } from './variant-bar.styles.ts';
import type {} from './variant-events.ts';
import type { VariantMenu } from './variant-menu.ts';
import type * as VariantOffer from './variant-offer.ts';

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
 * moves a column, the arrow down opens the variant's menu. Columns are moved by dragging too.
 *
 * @fires columns-changed - the reader switched a column on or off, or moved it
 * @fires roles-changed - another text is to be examined, or to be the reference
 * @fires pins-changed - a column is to stay in view, or no longer
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
  /** The variant under examination, and the one it is held against, by id. */
  @property({ attribute: false }) subject = '';
  @property({ attribute: false }) reference = '';
  /** Ids of the columns that stay in view. */
  @property({ attribute: false }) pinned: readonly string[] = [];

  @state() private _current = 0;
  @state() private _explained: VariantInfo | undefined;
  /** The variant whose menu is open, or was last. */
  @state() private _offered: VariantInfo | undefined;

  @query('.planned-note') private readonly _note!: HTMLElement;
  @query('.menu') private readonly _menu!: HTMLElement;
  @query('lesart-variant-menu') private readonly _items!: VariantMenu | null;

  #offer: typeof VariantOffer | undefined;
  #drag: ChipDrag | undefined;

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
    return [...this.renderRoot.querySelectorAll<HTMLButtonElement>('.toggle')][index];
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

  /** What drags chips comes with the pointer. It is an offer beside keys and menu: without it they do. */
  async #press(event: PointerEvent, id: string): Promise<void> {
    const part = await import('./chip-drag.ts').catch(() => undefined);
    if (!part) return;
    this.#drag ??= new part.ChipDrag(this, {
      bar: () => this.renderRoot.querySelector<HTMLElement>('.bar'),
      at: (x, y) => {
        const under = this.shadowRoot?.elementFromPoint(x, y)?.closest<HTMLElement>('.chip');
        const over = under?.dataset['variant'];
        return over !== undefined && this.columns.includes(over) ? over : undefined;
      },
      dropped: (dragged, onto) => {
        this.#move(dragged, this.columns.indexOf(onto) - this.columns.indexOf(dragged));
      },
    });
    this.#drag.press(event, id);
  }

  /** Opens the menu of a variant, which comes when it is first asked for. */
  async #openMenu(variant: VariantInfo): Promise<void> {
    if (variant.status === 'planned') return;
    try {
      [this.#offer] = await Promise.all([import('./variant-offer.ts'), loadLaterTexts()]);
    } catch {
      this.dispatchEvent(new PartMissed('menu', () => this.#openMenu(variant)));
      return;
    }
    this._current = this.variants.indexOf(variant);
    this._offered = variant;
    await this.updateComplete;
    await this._items?.updateComplete;
    const source = this.#button(this._current);
    source?.focus();
    this._menu.showPopover(source ? { source } : {});
    this._items?.focus();
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
    } else if (event.key === 'ArrowDown' && variant) {
      void this.#openMenu(variant);
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    this.#button(this._current)?.focus();
  }

  /** A wheel that turns one way only reaches the chips at the end as well. */
  #onWheel(event: WheelEvent): void {
    const bar = event.currentTarget;
    if (!(bar instanceof HTMLElement) || event.deltaX !== 0 || event.ctrlKey || event.shiftKey) return;
    if (bar.scrollWidth <= bar.clientWidth) return;
    event.preventDefault();
    bar.scrollLeft += event.deltaY;
  }

  /** What a variant's chip says of it when it is pointed at. */
  #titleOf({ id, provenance, status }: VariantInfo): string {
    if (status === 'planned') return t('bar.planned');
    const position = this.columns.indexOf(id);
    return [
      t(`provenance.${provenance}`),
      ...(id === this.subject ? [t('bar.subject')] : []),
      ...(id === this.reference ? [t('compare.reference')] : []),
      ...(position >= 0 ? [t('bar.position', { position: position + 1 })] : []),
      ...(this.pinned.includes(id) ? [t('bar.pinned')] : []),
    ].join(' · ');
  }

  #renderChip(variant: VariantInfo, index: number): TemplateResult {
    const { id, lang, label, provenance, listed } = variant;
    const on = this.columns.includes(id);
    const planned = variant.status === 'planned';
    const count = this.marks.get(id) ?? 0;
    const classes = {
      chip: true,
      [provenance]: true,
      planned,
      on,
      pinned: on && this.pinned.includes(id),
      dragged: this.#drag?.dragged === id,
      over: this.#drag?.over === id,
    };
    const first = index > 0 && !listed && this.variants[index - 1]?.listed;
    return html`${first ? html`<hr aria-hidden="true" />` : nothing}<span
        class=${classMap(classes)}
        data-variant=${id}
        @pointerdown=${(event: PointerEvent) => {
          if (on) void this.#press(event, id);
        }}
        @contextmenu=${(event: MouseEvent) => {
          if (planned) return;
          event.preventDefault();
          void this.#openMenu(variant);
        }}
        ><button
          class=${classMap({ toggle: true, listed })}
          type="button"
          aria-pressed=${planned ? nothing : on}
          aria-haspopup=${planned ? 'dialog' : nothing}
          aria-description=${planned ? t('bar.planned') : nothing}
          tabindex=${index === this._current ? 0 : -1}
          title=${this.#titleOf(variant)}
          @click=${() => {
            this._current = index;
            this.#toggle(variant);
          }}
        >
          <i></i
          ><span lang=${lang}>${label}</span>
          ${count > 0 ? html`<small aria-label=${t('bar.marks', { count })}>${count}</small>` : nothing}</button
        >${
          on
            ? html`<button
                class="more"
                type="button"
                tabindex="-1"
                aria-haspopup="menu"
                aria-label=${t('bar.menu', { variant: label })}
                title=${t('bar.menu', { variant: label })}
                @click=${() => void this.#openMenu(variant)}
              >
                ⋮
              </button>`
            : nothing
        }</span
      >`;
  }

  /** Empty until a menu was asked for. */
  #renderMenu(): TemplateResult {
    const variant = this._offered;
    return html`<div
      class="menu note"
      popover
      @beforetoggle=${(event: ToggleEvent) => {
        // From inside another shadow the browser does not find the way back.
        const isInside = this._menu.contains(this.shadowRoot?.activeElement ?? null);
        if (event.newState === 'closed' && isInside) this.focus();
      }}
    >
      ${
        variant
          ? this.#offer?.renderOffer(
              {
                variant,
                columns: this.columns,
                pinned: this.pinned,
                subject: this.subject,
                reference: this.reference,
                tell: (event) => {
                  this.dispatchEvent(event);
                },
                show: () => {
                  this.#toggle(variant);
                },
                move: (steps) => {
                  this.#move(variant.id, steps);
                },
              },
              () => {
                this._menu.hidePopover();
              },
            )
          : nothing
      }
    </div>`;
  }

  #renderNote(): TemplateResult {
    const variant = this._explained;
    const note = wording(variant?.note, language());
    return html`<div class="note planned-note" popover role="dialog" aria-label=${t('bar.planned')}>
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
          @wheel=${(event: WheelEvent) => {
            this.#onWheel(event);
          }}
        >
          ${this.variants.map((variant, index) => this.#renderChip(variant, index))}
        </div>
        ${this.#renderMenu()}
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
