import { LitElement, type TemplateResult, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import {
  CATEGORIES,
  type Category,
  SEVERITIES,
  type Severity,
  dimensionOf,
} from '../../core/mqm/typology.ts';
import { LocaleController, t } from '../../i18n/i18n.ts';
import type { Beside } from '../beside.ts';
import { reading } from '../reading.styles.ts';
import { EVERYDAY, SEVERITY_KEYS } from './everyday.ts';
import { styles } from './mark-editor.styles.ts';

/** What the reader says of a stretch of text. */
export interface MarkDraft {
  readonly category: Category;
  readonly severity: Severity;
  readonly comment: string;
  readonly replacement: string;
  readonly author: string;
}

/** The reader finished a mark. */
export class MarkDrafted extends Event {
  readonly draft: MarkDraft;

  constructor(draft: MarkDraft) {
    super('mark-drafted');
    this.draft = draft;
  }
}

const GAP = 8;

/**
 * Asks for the category, the severity and what else the reader wants to say. A digit chooses the category, a
 * letter the severity, and with both the mark is made: two keys. Tab leads to the rest.
 *
 * @fires mark-drafted - the mark is complete
 * @fires mark-dismissed - the reader left without one
 */
@customElement('lesart-mark-editor')
export class MarkEditor extends LitElement {
  static override readonly styles = [reading, styles];

  /** The marked words and their language. */
  @property({ attribute: false }) quote = '';
  @property({ attribute: false }) textLang = '';
  /** The name that the mark will bear; empty: it is asked for. */
  @property({ attribute: false }) author = '';
  /** An existing mark's values, when one is edited. */
  @property({ attribute: false }) draft: Partial<MarkDraft> = {};

  @state() private _category: Category | undefined;
  @state() private _severity: Severity | undefined;

  #pressedOutside = false;

  @query('dialog') private readonly _dialog!: HTMLDialogElement;
  @query('textarea') private readonly _comment!: HTMLTextAreaElement;
  @query('.replacement') private readonly _replacement!: HTMLInputElement;
  @query('.author') private readonly _author!: HTMLInputElement | null;

  constructor() {
    super();
    new LocaleController(this);
  }

  /** Opens beside the words, inside the window, with the keyboard on it. */
  async show(beside: Beside): Promise<void> {
    this._category = this.draft.category;
    this._severity = this.draft.severity;
    await this.updateComplete;
    this._comment.value = this.draft.comment ?? '';
    this._replacement.value = this.draft.replacement ?? '';
    this._dialog.showModal();
    const { offsetWidth, offsetHeight } = this._dialog;
    const below = beside.bottom + GAP;
    const top = below + offsetHeight <= innerHeight ? below : Math.max(GAP, beside.top - GAP - offsetHeight);
    const left = Math.max(GAP, Math.min(beside.left, innerWidth - offsetWidth - GAP));
    const inside = Math.max(GAP, Math.min(top, innerHeight - offsetHeight - GAP));
    this._dialog.style.top = `${String(inside)}px`;
    this._dialog.style.left = `${String(left)}px`;
  }

  /** Whether the pointer is on the backdrop: the dialog's own padding is not outside. */
  #isOutside({ target, clientX, clientY }: MouseEvent): boolean {
    const { left, right, top, bottom } = this._dialog.getBoundingClientRect();
    return (
      target === this._dialog && (clientX < left || clientX > right || clientY < top || clientY > bottom)
    );
  }

  #finish(): void {
    if (!this._category || !this._severity) return;
    const author = (this._author?.value ?? this.author).trim() || t('marking.nobody');
    const draft = {
      category: this._category,
      severity: this._severity,
      comment: this._comment.value.trim(),
      replacement: this._replacement.value.trim(),
      author,
    };
    this._dialog.close('saved');
    this.dispatchEvent(new MarkDrafted(draft));
  }

  #onKey(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const target = event.composedPath()[0];
    const typing =
      target instanceof HTMLInputElement ||
      target instanceof HTMLTextAreaElement ||
      target instanceof HTMLSelectElement;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey || target instanceof HTMLInputElement)) {
      event.preventDefault();
      this.#finish();
      return;
    }
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
    const category = EVERYDAY[Number(event.key) - 1];
    const severity = (SEVERITY_KEYS as Readonly<Record<string, Severity>>)[event.key.toLowerCase()];
    if (!category && !severity) return;
    event.preventDefault();
    if (category) this._category = category;
    if (severity) this._severity = severity;
    // A new mark is made as soon as it is complete; one that is edited waits for its button.
    if (this.draft.category === undefined) this.#finish();
  }

  #choose(category: Category): void {
    this._category = category;
  }

  #renderCategories(): TemplateResult {
    const other = this._category !== undefined && !EVERYDAY.includes(this._category) ? this._category : '';
    return html`<fieldset>
        <legend>${t('marking.category')}</legend>
        ${EVERYDAY.map(
          (category, index) =>
            html`<button
              type="button"
              aria-pressed=${category === this._category}
              @click=${() => {
                this.#choose(category);
              }}
            >
              ${t(`mqm.category.${category}`)} <kbd>${index + 1}</kbd>
            </button>`,
        )}
      </fieldset>
      <label
        >${t('marking.more')}
        <select
          @change=${(event: Event) => {
            if (event.target instanceof HTMLSelectElement)
              this._category = event.target.value === '' ? undefined : (event.target.value as Category);
          }}
        >
          <option value="" ?selected=${other === ''}>${t('marking.choose')}</option>
          ${CATEGORIES.filter((category) => !EVERYDAY.includes(category)).map(
            (category) =>
              html`<option value=${category} ?selected=${category === other}>
                ${category === dimensionOf(category) ? nothing : `${t(`mqm.category.${dimensionOf(category)}`)} · `}${t(`mqm.category.${category}`)}
              </option>`,
          )}
        </select>
      </label>`;
  }

  #renderSeverities(): TemplateResult {
    const keys = Object.fromEntries(Object.entries(SEVERITY_KEYS).map(([key, severity]) => [severity, key]));
    return html`<fieldset>
      <legend>${t('marking.severity')}</legend>
      ${SEVERITIES.map(
        (severity) =>
          html`<button
            type="button"
            aria-pressed=${severity === this._severity}
            @click=${() => {
              this._severity = severity;
            }}
          >
            <mark class=${severity}>${t(`mqm.severity.${severity}`)}</mark> <kbd>${keys[severity]}</kbd>
          </button>`,
      )}
    </fieldset>`;
  }

  override render(): TemplateResult {
    return html`<dialog
      aria-labelledby="title"
      @keydown=${(event: KeyboardEvent) => {
        this.#onKey(event);
      }}
      @close=${() => {
        if (this._dialog.returnValue !== 'saved') this.dispatchEvent(new Event('mark-dismissed'));
        this._dialog.returnValue = '';
      }}
      @pointerdown=${(event: PointerEvent) => {
        this.#pressedOutside = this.#isOutside(event);
      }}
      @click=${(event: MouseEvent) => {
        if (this.#pressedOutside && this.#isOutside(event)) this._dialog.close();
      }}
    >
      <h2 id="title" tabindex="-1" autofocus>
        ${t(this.draft.category === undefined ? 'marking.title' : 'marking.editTitle')}
      </h2>
      <q class="read" lang=${this.textLang}>${this.quote}</q>
      ${this.#renderCategories()} ${this.#renderSeverities()}
      <label>${t('marking.comment')}<textarea maxlength="10000"></textarea></label>
      <label
        >${t('marking.replacement')}<input
          class="replacement"
          type="text"
          lang=${this.textLang}
          maxlength="10000"
      /></label>
      ${
        this.author === ''
          ? html`<label
              >${t('marking.author')}<input class="author" type="text" autocomplete="name" maxlength="100"
            /></label>`
          : nothing
      }
      <div class="actions">
        <button
          type="button"
          @click=${() => {
            this._dialog.close();
          }}
        >
          ${t('marking.cancel')} <kbd>Esc</kbd>
        </button>
        <button
          class="save"
          type="button"
          ?disabled=${!this._category || !this._severity}
          @click=${() => {
            this.#finish();
          }}
        >
          ${t('marking.save')} <kbd>Ctrl+Enter</kbd>
        </button>
      </div>
    </dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lesart-mark-editor': MarkEditor;
  }
  interface HTMLElementEventMap {
    'mark-drafted': MarkDrafted;
  }
}
