import { LitElement, type TemplateResult, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { MAX_SENSE, MAX_TERM } from '../../core/work/glossary-concept.ts';
import { LocaleController, language, t } from '../../i18n/i18n.ts';
import type { OwnEntry } from '../../store/glossaries.ts';
import { type GlossarySource, glossarySource } from '../controllers/glossary.ts';
import { dialogs } from '../dialog.styles.ts';
import { directionOf } from '../direction.ts';
import { troubleText } from '../library-dialog/trouble-text.ts';
import { conceptOf, type FieldWords, fieldsOf } from './glossary-fields.ts';
import { styles } from './glossary-form.styles.ts';

/** A language's name in the interface's language. */
export function languageName(lang: string): string {
  try {
    return new Intl.DisplayNames(language(), { type: 'language' }).of(lang) ?? lang;
  } catch {
    return lang;
  }
}

/**
 * A small form for one entry of the reader's glossary: a word in each language, what is meant, what must not be used.
 * It closes when the entry is on disk.
 *
 * @fires entry-kept - the entry is kept
 * @fires form-closed - the form is closed, with or without an entry
 */
@customElement('lesart-glossary-form')
export class GlossaryForm extends LitElement {
  static override readonly styles = [dialogs, styles];

  /** Slug of the work that the entry is for. */
  @property({ attribute: false }) work = '';
  /** BCP 47, the reference's first. */
  @property({ attribute: false }) langs: readonly string[] = [];
  /** The entry that is changed. */
  @property({ attribute: false }) entry: OwnEntry | undefined;
  /** Words that were selected, by language. */
  @property({ attribute: false }) words: ReadonlyMap<string, string> = new Map();
  /** Where glossaries are kept. */
  @property({ attribute: false }) source: GlossarySource = glossarySource();

  @state() private _fields: readonly FieldWords[] = [];
  @state() private _sense = '';
  @state() private _everywhere = false;
  @state() private _failed = false;

  @query('dialog') private readonly _dialog!: HTMLDialogElement;

  constructor() {
    super();
    new LocaleController(this);
  }

  /** Opens the form with the keyboard in the first field that is empty. */
  async show(): Promise<void> {
    this._fields = fieldsOf(this.entry, this.langs).map((field) => ({
      ...field,
      words: field.words === '' ? (this.words.get(field.lang) ?? '') : field.words,
    }));
    this._sense = this.entry?.sense ?? '';
    this._everywhere = this.entry?.everywhere ?? false;
    this._failed = false;
    await this.updateComplete;
    this._dialog.showModal();
    const inputs = [...this.renderRoot.querySelectorAll<HTMLInputElement>('input.words')];
    (inputs.find(({ value }) => value === '') ?? inputs[0])?.focus();
  }

  get #concept() {
    return conceptOf(this._fields, this._sense);
  }

  #set(at: number, given: Partial<FieldWords>): void {
    this._fields = this._fields.map((field, index) => (index === at ? { ...field, ...given } : field));
  }

  async #save(): Promise<void> {
    const concept = this.#concept;
    if (!concept) return;
    const { entry } = this;
    const added = this.source.entriesOf(entry?.work ?? this.work, [concept], {
      everywhere: this._everywhere,
      ...(entry?.file === undefined ? {} : { file: entry.file }),
    });
    if (!(await this.source.change(added, entry ? [entry] : []))) {
      // What was written stays in the form.
      this._failed = true;
      return;
    }
    this.dispatchEvent(new Event('entry-kept'));
    this._dialog.close();
  }

  #onKey(event: KeyboardEvent): void {
    if (event.isComposing || event.key !== 'Enter') return;
    if (event.ctrlKey || event.metaKey || event.composedPath()[0] instanceof HTMLInputElement) {
      event.preventDefault();
      void this.#save();
    }
  }

  #renderField({ lang, words, not }: FieldWords, at: number): TemplateResult {
    const name = languageName(lang);
    const input = (label: string, kind: 'words' | 'not', value: string): TemplateResult =>
      html`<label
        >${label}<input
          class=${kind}
          type="text"
          lang=${lang}
          dir=${directionOf(lang)}
          maxlength=${MAX_TERM}
          .value=${live(value)}
          @input=${(event: Event) => {
            this.#set(at, { [kind]: (event.target as HTMLInputElement).value });
          }}
      /></label>`;
    return html`<div class="language">
      ${input(t('glossary.word', { language: name }), 'words', words)}
      ${at === 0 ? nothing : input(t('glossary.not', { language: name }), 'not', not)}
    </div>`;
  }

  override render(): TemplateResult {
    const { trouble } = this.source;
    return html`<dialog
      aria-labelledby="title"
      @keydown=${(event: KeyboardEvent) => {
        this.#onKey(event);
      }}
      @close=${() => this.dispatchEvent(new Event('form-closed'))}
    >
      <h2 id="title">${t(this.entry ? 'glossary.editTitle' : 'glossary.addTitle')}</h2>
      <p class="how">${t('glossary.wordsHint')}</p>
      ${this._fields.map((field, at) => this.#renderField(field, at))}
      <label
        >${t('glossary.sense')}<input
          class="sense"
          type="text"
          maxlength=${MAX_SENSE}
          .value=${live(this._sense)}
          @input=${(event: Event) => {
            this._sense = (event.target as HTMLInputElement).value;
          }}
      /></label>
      <label class="choice"
        ><input
          type="checkbox"
          .checked=${live(this._everywhere)}
          @change=${(event: Event) => {
            this._everywhere = (event.target as HTMLInputElement).checked;
          }}
        />${t('glossary.everywhere')}</label
      >
      <p role="status">${this.#concept ? nothing : t('glossary.needs')}</p>
      ${
        this._failed
          ? html`<p class="failed" role="alert">
              ${t('glossary.unkept')} ${trouble ? troubleText(trouble) : nothing}
            </p>`
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
        <button class="save" type="button" ?disabled=${!this.#concept} @click=${() => void this.#save()}>
          ${t('glossary.save')} <kbd>Enter</kbd>
        </button>
      </div>
    </dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lesart-glossary-form': GlossaryForm;
  }
}
