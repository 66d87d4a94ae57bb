import { LitElement, type TemplateResult, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { TYPOLOGIES, type Typology, type TypologyEntry } from '../../core/mqm/typologies.ts';
import type { Category, Severity } from '../../core/mqm/typology.ts';
import type { Problem } from '../../core/problem.ts';
import { LocaleController, language, t } from '../../i18n/i18n.ts';
import { wording } from '../../i18n/local-text.ts';
import { problemText } from '../../i18n/problem-text.ts';
import type { Beside } from '../beside.ts';
import { reading } from '../reading.styles.ts';
import { categoryMeaning, categoryName, renderCategories } from './category-choice.ts';
import { styles } from './mark-editor.styles.ts';
import { SEVERITY_KEYS, WITH_DIGIT } from './severity-keys.ts';

/** What the reader says of a stretch of text. */
export interface MarkDraft {
  readonly category: Category;
  readonly severity: Severity;
  readonly comment: string;
  readonly replacement: string;
  readonly author: string;
}

/** A marked stretch as the editor shows it. */
export interface MarkQuote {
  readonly words: string;
  readonly lang: string;
  /** The variant's. */
  readonly label: string;
  /** Nothing is marked but the place between two words, shown with some of both sides. */
  readonly gap: boolean;
}

/** The reader finished a mark. */
export class MarkDrafted extends Event {
  readonly draft: MarkDraft;

  constructor(draft: MarkDraft) {
    super('mark-drafted');
    this.draft = draft;
  }
}

/** The reader wants an end of the (first) marked stretch a word further (1) or less far (-1) on. */
export class MarkResized extends Event {
  readonly edge: 'start' | 'end';
  readonly step: 1 | -1;

  constructor(edge: 'start' | 'end', step: 1 | -1) {
    super('mark-resized');
    this.edge = edge;
    this.step = step;
  }
}

/** The reader wants another typology for this work: one by its id, or one of their own from a file. */
export class TypologyAsked extends Event {
  readonly wanted: string | File;

  constructor(wanted: string | File) {
    super('typology-asked');
    this.wanted = wanted;
  }
}

const GAP = 8;

const EVERYDAY = TYPOLOGIES.find(({ id }) => id === 'everyday')!;

/** The buttons that move the ends of the marked stretch, with their keys. */
const MOVES = [
  ['startBack', 'start', -1, 'Alt+Shift+←'],
  ['startOn', 'start', 1, 'Alt+Shift+→'],
  ['endBack', 'end', -1, 'Alt+←'],
  ['endOn', 'end', 1, 'Alt+→'],
] as const;

/**
 * Asks for the category, the severity and what else the reader wants to say. A digit chooses the category, a
 * letter the severity, and with both the mark is made: two keys. Tab leads to the rest.
 *
 * @fires mark-drafted - the mark is complete
 * @fires mark-resized - an end of the stretch is to move by a word
 * @fires typology-asked - other categories are wanted
 * @fires mark-dismissed - the reader left without one
 */
@customElement('lesart-mark-editor')
export class MarkEditor extends LitElement {
  static override readonly styles = [reading, styles];

  /** The marked words, one entry a stretch. */
  @property({ attribute: false }) quotes: readonly MarkQuote[] = [];
  /** The name that the mark will bear; empty: it is asked for. */
  @property({ attribute: false }) author = '';
  /** An existing mark's values, when one is edited. */
  @property({ attribute: false }) draft: Partial<MarkDraft> = {};

  /** What the work is annotated with, and what else there is. */
  @property({ attribute: false }) typology: Typology = EVERYDAY;
  @property({ attribute: false }) typologies: readonly Typology[] = TYPOLOGIES;
  /** What is wrong with a typology that was offered. */
  @property({ attribute: false }) problems: readonly Problem[] = [];

  @state() private _category: Category | undefined;
  @state() private _considered: TypologyEntry | undefined;
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
    if (typing || event.ctrlKey || event.metaKey) return;
    if (event.altKey) {
      const step = { ArrowLeft: -1 as const, ArrowRight: 1 as const }[event.key];
      if (step === undefined) return;
      event.preventDefault();
      this.dispatchEvent(new MarkResized(event.shiftKey ? 'start' : 'end', step));
      return;
    }
    const digit = Number(event.key);
    const category = digit <= WITH_DIGIT ? this.typology.entries[digit - 1]?.category : undefined;
    const offered: readonly Severity[] = this.typology.severities;
    const pressed = (SEVERITY_KEYS as Readonly<Record<string, Severity>>)[event.key.toLowerCase()];
    const severity = pressed && offered.includes(pressed) ? pressed : undefined;
    if (!category && !severity) return;
    event.preventDefault();
    if (category) this._category = category;
    if (severity) this._severity = severity;
    // A new mark is made as soon as it is complete; one that is edited waits for its button.
    if (this.draft.category === undefined) this.#finish();
  }

  #renderQuotes(): TemplateResult {
    const severalLabels = new Set(this.quotes.map(({ label }) => label)).size > 1;
    const whole = this._category === 'non-translation';
    return html`<p class="quotes">
        ${this.quotes.map(
          ({ words, lang, label, gap }, index) =>
            html`${index > 0 ? ' … ' : nothing}${
                gap ? html`<span>${t('marking.gapName')}: </span>` : nothing
              }<q class="read" lang=${lang}>${words}</q>${
                severalLabels ? html` <small lang=${lang}>${label}</small>` : nothing
              }`,
        )}
        ${whole ? html`<small>${t('marking.whole')}</small>` : nothing}
      </p>
      <div class="extent" role="group" aria-label=${t('marking.extent')}>
        ${MOVES.map(
          ([name, edge, step, keys]) =>
            html`<button
              type="button"
              aria-label=${t(`marking.${name}`)}
              title=${`${t(`marking.${name}`)} (${keys})`}
              @click=${() => this.dispatchEvent(new MarkResized(edge, step))}
            >
              <span aria-hidden="true"
                >${edge === 'start' ? (step < 0 ? '⇤' : '↦') : step < 0 ? '↤' : '⇥'}</span
              >
            </button>`,
        )}
      </div>`;
  }

  /** What the category that is pointed at, or chosen, means. */
  #renderMeaning(): TemplateResult {
    const entry =
      this._considered ??
      this.typology.entries.find(({ category }) => category === this._category) ??
      (this._category && { category: this._category });
    if (!entry) return html`<p id="meaning" class="meaning">${t('marking.meaningHint')}</p>`;
    const { text, example } = categoryMeaning(entry);
    return html`<p id="meaning" class="meaning">
      <b>${categoryName(entry)}:</b> ${text} <i>${t('marking.example')} ${example}</i>
    </p>`;
  }

  #renderTypology(): TemplateResult {
    const known: readonly string[] = ['core', 'wmt', 'everyday'];
    const nameOf = ({ id, name }: Typology): string =>
      known.includes(id) ? t(`mqm.typology.${id as 'core'}`) : (wording(name, language())?.text ?? id);
    return html`<details class="typology">
      <summary>${t('marking.typology')}: ${nameOf(this.typology)}</summary>
      <label
        >${t('marking.typology')}<select
          @change=${(event: Event) => {
            if (event.target instanceof HTMLSelectElement)
              this.dispatchEvent(new TypologyAsked(event.target.value));
          }}
        >
          ${this.typologies.map(
            (typology) =>
              html`<option value=${typology.id} ?selected=${typology.id === this.typology.id}>
                ${nameOf(typology)}
              </option>`,
          )}
        </select></label
      >
      <label
        >${t('marking.typologyLoad')}<input
          class="own-typology"
          type="file"
          accept=".json,application/json"
          @change=${(event: Event) => {
            const file = event.target instanceof HTMLInputElement && event.target.files?.[0];
            if (file) this.dispatchEvent(new TypologyAsked(file));
          }}
      /></label>
      ${
        this.problems.length > 0
          ? html`<ul role="alert">
              ${this.problems.slice(0, 5).map((problem) => {
                const { what, remedy } = problemText(problem);
                const place = [problem.file, problem.line].filter((part) => part !== undefined).join(':');
                return html`<li>${place ? html`<code>${place}</code>: ` : nothing}${what} → ${remedy}</li>`;
              })}
            </ul>`
          : nothing
      }
    </details>`;
  }

  #renderSeverities(): TemplateResult {
    const keys = Object.fromEntries(Object.entries(SEVERITY_KEYS).map(([key, severity]) => [severity, key]));
    return html`<fieldset>
      <legend>${t('marking.severity')}</legend>
      ${this.typology.severities.map(
        (severity) =>
          html`<button
            type="button"
            aria-pressed=${severity === this._severity}
            title=${t(`marking.severityMeans.${severity}`)}
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
      ${this.#renderQuotes()}
      ${renderCategories({
        typology: this.typology,
        category: this._category,
        choose: (category) => {
          this._category = category;
        },
        consider: (entry) => {
          this._considered = entry;
        },
      })}
      ${this.#renderMeaning()} ${this.#renderSeverities()}
      <label>${t('marking.comment')}<textarea maxlength="10000"></textarea></label>
      <label
        >${t('marking.replacement')}<input
          class="replacement"
          type="text"
          lang=${this.quotes[0]?.lang ?? 'und'}
          maxlength="10000"
      /></label>
      ${
        this.author === ''
          ? html`<label
              >${t('marking.author')}<input class="author" type="text" autocomplete="name" maxlength="100"
            /></label>`
          : nothing
      }
      ${this.#renderTypology()}
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
    'mark-resized': MarkResized;
    'typology-asked': TypologyAsked;
  }
}
