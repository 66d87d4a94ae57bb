import { LitElement, type TemplateResult, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { VariantInfo } from '../../core/work/model.ts';
import { LocaleController, t } from '../../i18n/i18n.ts';

/** What can be done with a variant. */
export type VariantWish = 'subject' | 'reference' | 'pin' | 'left' | 'right';

/** The reader chose what to do with a variant. */
export class WishChosen extends Event {
  readonly wish: VariantWish;

  constructor(wish: VariantWish) {
    super('wish-chosen');
    this.wish = wish;
  }
}

/** What a variant is at present. */
export interface VariantStanding {
  readonly isSubject: boolean;
  readonly isReference: boolean;
  readonly isPinned: boolean;
  /** Its column's place, from 0; -1 when it has none. */
  readonly position: number;
  /** Number of columns. */
  readonly columns: number;
}

/**
 * The menu of a chip: its text as the one that is examined or held against, its column pinned or moved. Loaded when
 * it is first asked for; the popover that it stands in is the bar's.
 *
 * @fires wish-chosen - the reader chose an item
 */
@customElement('lesart-variant-menu')
export class VariantMenu extends LitElement {
  static override readonly styles = css`
    [role='menu'] {
      display: grid;
      padding: 5px;
    }

    button {
      display: flex;
      gap: 8px;
      align-items: center;
      min-block-size: 32px;
      padding: 2px 12px 2px 6px;
      border: 0;
      border-radius: 6px;
      background: none;
      color: var(--ink);
      font: inherit;
      text-align: start;
      cursor: pointer;
    }

    button::before {
      content: '';
      inline-size: 1em;
    }

    button[aria-checked='true']::before {
      content: '✓';
    }

    button:is(:hover, :focus-visible):not([aria-disabled='true']) {
      background: color-mix(in oklch, var(--accent) 12%, transparent);
    }

    button:focus-visible {
      outline: 2px solid var(--accent);
    }

    [aria-disabled='true'] {
      color: var(--ink-3);
      cursor: default;
    }
  `;

  @property({ attribute: false }) variant!: VariantInfo;
  @property({ attribute: false }) standing!: VariantStanding;

  constructor() {
    super();
    new LocaleController(this);
  }

  /** Puts the keyboard on the first item. */
  override focus(): void {
    this.#items()[0]?.focus();
  }

  #items(): readonly HTMLElement[] {
    return [...this.renderRoot.querySelectorAll('button')];
  }

  #onKey(event: KeyboardEvent): void {
    const items = this.#items();
    const at = items.findIndex((item) => item === event.target);
    const to = {
      ArrowDown: (at + 1) % items.length,
      ArrowUp: (at - 1 + items.length) % items.length,
      Home: 0,
      End: items.length - 1,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    items[to]?.focus();
  }

  #renderItem(wish: VariantWish, label: string, isPossible: boolean, isOn?: boolean): TemplateResult {
    return html`<button
      type="button"
      role=${isOn === undefined ? 'menuitem' : 'menuitemcheckbox'}
      aria-checked=${isOn ?? nothing}
      aria-disabled=${!isPossible}
      tabindex="-1"
      @click=${() => {
        if (isPossible) this.dispatchEvent(new WishChosen(wish));
      }}
    >
      ${label}
    </button>`;
  }

  #renderRoles(): readonly TemplateResult[] {
    // What translates a text back serves that text alone.
    if (this.variant.provenance === 'back-translation') return [];
    const { isSubject, isReference } = this.standing;
    return [
      this.#renderItem(
        'subject',
        t(isSubject ? 'columnMenu.isSubject' : 'columnMenu.subject'),
        !isSubject,
        isSubject,
      ),
      this.#renderItem(
        'reference',
        t(isReference ? 'columnMenu.isReference' : 'columnMenu.reference'),
        !isReference,
        isReference,
      ),
    ];
  }

  override render(): TemplateResult {
    const { isPinned, position, columns } = this.standing;
    const isColumn = position >= 0;
    return html`<div
      role="menu"
      aria-label=${t('columnMenu.label', { variant: this.variant.label })}
      @keydown=${(event: KeyboardEvent) => {
        this.#onKey(event);
      }}
    >
      ${this.#renderRoles()} ${this.#renderItem('pin', t('columnMenu.pin'), isColumn, isPinned)}
      ${this.#renderItem('left', t('columnMenu.left'), position > 0)}
      ${this.#renderItem('right', t('columnMenu.right'), isColumn && position < columns - 1)}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lesart-variant-menu': VariantMenu;
  }
  interface HTMLElementEventMap {
    'wish-chosen': WishChosen;
  }
}
