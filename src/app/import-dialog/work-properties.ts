import { LitElement, type TemplateResult, html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Work } from '../../core/work/model.ts';
import { LocaleController, language, t } from '../../i18n/i18n.ts';
import { wording } from '../../i18n/local-text.ts';
import { changed } from './entries.ts';
import { fields as controls } from './fields.styles.ts';
import { styles } from './import-dialog.styles.ts';
import { type Declared, declaredOf, describedWork, withRole } from './properties.ts';
import type { ImportFields } from './variant-fields.ts';
import './variant-fields.ts';

/** A person said of a work's texts what they are. */
export class WorkDescribed extends Event {
  readonly slug: string;
  /** Says it of the work as it is when it is stored. */
  readonly change: (work: Work) => Work;

  constructor(slug: string, change: (work: Work) => Work) {
    super('work-described');
    this.slug = slug;
    this.change = change;
  }
}

/**
 * What is said of the texts of a work of this device: language, name, where each comes from, which one is examined.
 *
 * @fires work-described
 */
@customElement('lesart-work-properties')
export class WorkProperties extends LitElement {
  static override readonly styles = [controls, styles];

  @state() private _work: Work | undefined;
  @state() private _declared: Declared | undefined;
  @state() private _isStrict = false;

  @query('dialog') private readonly _dialog!: HTMLDialogElement;

  constructor() {
    super();
    new LocaleController(this);
  }

  get open(): boolean {
    return this.hasUpdated && this._dialog.open;
  }

  async show(work: Work): Promise<void> {
    this._work = work;
    this._declared = declaredOf(work);
    this._isStrict = false;
    await this.updateComplete;
    if (!this._dialog.open) this._dialog.showModal();
  }

  close(): void {
    this._dialog.close();
  }

  async #save(): Promise<void> {
    const { _work: work, _declared: declared } = this;
    if (!work || !declared) return;
    this._isStrict = true;
    await this.updateComplete;
    const forms = [...this.renderRoot.querySelectorAll<ImportFields>('lesart-import-fields')];
    for (const form of forms) await form.updateComplete;
    const lacking = forms.find((form) => form.hasLack);
    if (lacking) return lacking.focusLack();
    this.close();
    this.dispatchEvent(new WorkDescribed(work.slug, (now) => describedWork(now, declared)));
  }

  #renderRole(part: 'subject' | 'reference', work: Work, declared: Declared): TemplateResult {
    return html`<label
      ><span>${t(`import.${part}`)}</span>
      <select
        class=${part}
        @change=${({ target }: Event) => {
          if (target instanceof HTMLSelectElement) this._declared = withRole(declared, part, target.value);
        }}
      >
        ${declared.texts
          .filter(({ key }) => work.variants.some(({ id, status }) => id === key && status === 'complete'))
          .map(
            ({ key, label }) =>
              html`<option value=${key} .selected=${key === declared[part]}>${label || key}</option>`,
          )}
      </select></label
    >`;
  }

  #renderForm(work: Work, declared: Declared): TemplateResult {
    const originals = declared.texts
      .filter(({ provenance }) => provenance !== 'back-translation')
      .map(({ key, label }) => ({ key, label: label || key }));
    return html`<p>${t('library.propertiesIntro')}</p>
      <ul class="files">
        ${repeat(
          declared.texts,
          ({ key }) => key,
          (fields) =>
            html`<li class="variant">
              <lesart-import-fields
                .fields=${fields}
                .name=${fields.label || fields.key}
                .originals=${originals}
                .strict=${this._isStrict}
                @fields-changed=${({ change }: HTMLElementEventMap['fields-changed']) => {
                  this._declared = {
                    ...declared,
                    texts: declared.texts.map((each) => (each === fields ? changed(each, change) : each)),
                  };
                }}
              ></lesart-import-fields>
            </li>`,
        )}
      </ul>
      <div class="fields">
        ${this.#renderRole('subject', work, declared)} ${this.#renderRole('reference', work, declared)}
      </div>
      <div class="foot">
        <button type="button" class="save primary" @click=${() => void this.#save()}>
          ${t('library.save')}
        </button>
        <button
          type="button"
          class="cancel"
          @click=${() => {
            this.close();
          }}
        >
          ${t('library.cancel')}
        </button>
      </div>`;
  }

  override render(): TemplateResult {
    const { _work: work, _declared: declared } = this;
    const title = (work && wording(work.title, language())?.text) ?? work?.slug ?? '';
    return html`<dialog aria-labelledby="heading">
      <div class="top">
        <h2 id="heading">${t('library.propertiesOf', { title })}</h2>
        <button
          type="button"
          class="close"
          aria-label=${t('library.propertiesClose')}
          @click=${() => {
            this.close();
          }}
        >
          ×
        </button>
      </div>
      ${work && declared ? this.#renderForm(work, declared) : nothing}
    </dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lesart-work-properties': WorkProperties;
  }
  interface HTMLElementEventMap {
    'work-described': WorkDescribed;
  }
}
