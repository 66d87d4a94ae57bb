import { LitElement, type TemplateResult, html } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { SEVERITIES } from '../../core/mqm/typology.ts';
import { LocaleController, t } from '../../i18n/i18n.ts';
import { reading } from '../reading.styles.ts';
import type { Binding } from '../shortcuts.ts';
import { keyLabels } from './key-labels.ts';
import { styles } from './help-dialog.styles.ts';

/** The reader turned single-key shortcuts on or off (WCAG 2.1.4). */
export class KeysSwitched extends Event {
  readonly on: boolean;

  constructor(on: boolean) {
    super('keys-switched');
    this.on = on;
  }
}

/**
 * What the highlights mean, and every key.
 *
 * @fires keys-switched
 */
@customElement('lesart-help-dialog')
export class HelpDialog extends LitElement {
  static override readonly styles = [reading, styles];

  @property({ attribute: false }) bindings: readonly Binding[] = [];
  @property({ attribute: false }) keysOn = true;

  @query('dialog') private readonly _dialog!: HTMLDialogElement;

  constructor() {
    super();
    new LocaleController(this);
  }

  show(): void {
    if (!this._dialog.open) this._dialog.showModal();
  }

  #onClick(event: MouseEvent): void {
    // A click on the backdrop has the dialog itself as its target.
    if (event.target === this._dialog) this._dialog.close();
  }

  override render(): TemplateResult {
    return html`<dialog
      aria-labelledby="title"
      @click=${(event: MouseEvent) => {
        this.#onClick(event);
      }}
    >
      <div class="top">
        <h2 id="title">${t('help.title')}</h2>
        <button
          type="button"
          aria-label=${t('help.close')}
          @click=${() => {
            this._dialog.close();
          }}
        >
          ×
        </button>
      </div>
      <p>${t('help.intro')}</p>
      <h3>${t('help.legend')}</h3>
      <dl class="legend">
        ${[...SEVERITIES].reverse().map(
          (severity) =>
            html`<dt><mark class=${severity}>${t(`mqm.severity.${severity}`)}</mark></dt>
              <dd>${t(`help.severity.${severity}`)}</dd>`,
        )}
        <dt><span class="tint">${t('help.tinted')}</span></dt>
        <dd>${t('help.tintedMeans')}</dd>
        <dt><del>${t('help.struck')}</del></dt>
        <dd>${t('help.struckMeans')}</dd>
        <dt><ins>${t('help.underlined')}</ins></dt>
        <dd>${t('help.underlinedMeans')}</dd>
      </dl>
      <div class="keys">
        <h3>${t('help.keys')}</h3>
        <dl>
          ${this.bindings.map(
            ({ keys, name }) =>
              html`<dt>${keys.map((key) => html`<kbd>${keyLabels(key)}</kbd>`)}</dt>
                <dd>${t(`keys.${name}`)}</dd>`,
          )}
        </dl>
        <p>${t('correcting.byPointer')}</p>
        <label
          ><input
            type="checkbox"
            .checked=${this.keysOn}
            @change=${(event: Event) => {
              if (event.target instanceof HTMLInputElement)
                this.dispatchEvent(new KeysSwitched(event.target.checked));
            }}
          />${t('help.keysSwitch')}</label
        >
      </div>
    </dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lesart-help-dialog': HelpDialog;
  }
  interface HTMLElementEventMap {
    'keys-switched': KeysSwitched;
  }
}
