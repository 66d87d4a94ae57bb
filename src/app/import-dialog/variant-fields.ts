import { LitElement, type TemplateResult, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { PROVENANCES, type Provenance } from '../../core/work/model.ts';
import { LocaleController, language, t } from '../../i18n/i18n.ts';
import type { FieldChange, VariantFields } from './entries.ts';
import { fields as controls } from './fields.styles.ts';
import { languageName, languagesFor } from './languages.ts';

/** A person said something of a text. */
export class FieldsChanged extends Event {
  readonly change: FieldChange;

  constructor(change: FieldChange) {
    super('fields-changed');
    this.change = change;
  }
}

/** A text that another one may be the back-translation of. */
export interface Original {
  readonly key: string;
  readonly label: string;
}

/**
 * What has to be said of a text: its language, its name, where it comes from.
 *
 * @fires fields-changed
 */
@customElement('lesart-import-fields')
export class ImportFields extends LitElement {
  static override readonly styles = [
    controls,
    css`
      :host {
        display: block;
      }
    `,
  ];

  @property({ attribute: false }) fields!: VariantFields;
  /** Names the text for those who do not see where the controls stand. */
  @property() name = '';
  @property({ attribute: false }) originals: readonly Original[] = [];
  /** What is missing is shown as a fault: a person wanted to go on. */
  @property({ type: Boolean }) strict = false;

  constructor() {
    super();
    new LocaleController(this);
  }

  /** Some control lacks its value. */
  get hasLack(): boolean {
    return this.#lack !== null;
  }

  get #lack(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]');
  }

  /** Focuses the first control that lacks its value. */
  async focusLack(): Promise<void> {
    await this.updateComplete;
    this.#lack?.focus();
  }

  #change(change: FieldChange): void {
    this.dispatchEvent(new FieldsChanged(change));
  }

  #renderLanguage(): TemplateResult {
    const { lang, isGuess } = this.fields;
    const { first, others } = languagesFor(lang, language());
    const option = (tag: string) =>
      html`<option value=${tag} .selected=${tag === lang}>${languageName(tag, language())}</option>`;
    const guess = isGuess && lang !== 'und';
    return html`<label>
      <span>${t('import.language')}${guess ? html` <small>(${t('import.guessed')})</small>` : nothing}</span>
      <select
        class="language"
        aria-label=${`${t('import.language')}${guess ? ` (${t('import.guessed')})` : ''}: ${this.name}`}
        @change=${({ target }: Event) => {
          if (target instanceof HTMLSelectElement) this.#change({ lang: target.value });
        }}
      >
        <option value="und" .selected=${lang === 'und'}>${t('import.languageUnknown')}</option>
        <optgroup label=${t('import.languagesFirst')}>${first.map(option)}</optgroup>
        <optgroup label=${t('import.languagesOther')}>${others.map(option)}</optgroup>
      </select>
    </label>`;
  }

  #renderLabel(): TemplateResult {
    const { label, lang } = this.fields;
    const isMissing = this.strict && label.trim() === '';
    return html`<label>
      <span>${t('import.label')}</span>
      <input
        class="label"
        type="text"
        maxlength="100"
        aria-label=${`${t('import.label')}: ${this.name}`}
        aria-invalid=${isMissing ? 'true' : nothing}
        lang=${lang === 'und' ? nothing : lang}
        .value=${label}
        @change=${({ target }: Event) => {
          if (target instanceof HTMLInputElement) this.#change({ label: target.value });
        }}
      />
    </label>`;
  }

  #renderOrigin(): TemplateResult {
    const { provenance } = this.fields;
    const isMissing = this.strict && provenance === undefined;
    return html`<label>
      <span>${t('import.origin')}</span>
      <select
        class="origin"
        required
        aria-label=${`${t('import.origin')}: ${this.name}`}
        aria-invalid=${isMissing ? 'true' : nothing}
        @change=${({ target }: Event) => {
          if (target instanceof HTMLSelectElement) this.#change({ provenance: target.value as Provenance });
        }}
      >
        <option value="" disabled .selected=${provenance === undefined}>${t('import.choose')}</option>
        ${PROVENANCES.map(
          (each) =>
            html`<option value=${each} .selected=${each === provenance}>
              ${t(`import.origins.${each}`)}
            </option>`,
        )}
      </select>
    </label>`;
  }

  #renderOriginal(): TemplateResult | typeof nothing {
    const { provenance, of, key } = this.fields;
    if (provenance !== 'back-translation') return nothing;
    const others = this.originals.filter((original) => original.key !== key);
    const known = others.some((original) => original.key === of);
    return html`<label>
      <span>${t('import.of')}</span>
      <select
        class="of"
        required
        aria-label=${`${t('import.of')}: ${this.name}`}
        aria-invalid=${this.strict && !known ? 'true' : nothing}
        @change=${({ target }: Event) => {
          if (target instanceof HTMLSelectElement) this.#change({ of: target.value });
        }}
      >
        <option value="" disabled .selected=${!known}>${t('import.choose')}</option>
        ${others.map(
          (original) =>
            html`<option value=${original.key} .selected=${original.key === of}>${original.label}</option>`,
        )}
      </select>
    </label>`;
  }

  override render(): TemplateResult {
    return html`<div class="fields" role="group" aria-label=${this.name}>
      ${this.#renderLanguage()} ${this.#renderLabel()} ${this.#renderOrigin()} ${this.#renderOriginal()}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lesart-import-fields': ImportFields;
  }
  interface HTMLElementEventMap {
    'fields-changed': FieldsChanged;
  }
}
