import { LitElement, type TemplateResult, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LANGUAGES, LocaleController, changeLanguage, language, t } from '../../i18n/i18n.ts';
import type { Wording } from '../../i18n/local-text.ts';
import { applySettings, readSetting, switchTheme, writeSetting } from '../settings.ts';
import { styles } from './top-bar.styles.ts';

/** Factors on the reading size that can be chosen. */
const SIZES = ['0.9', '1', '1.15', '1.3', '1.5'];

/**
 * The head of the page: what is read, and how: language of the interface, light or dark, size of the text.
 *
 * @fires search-asked, help-asked - the reader wants to search, or to be helped
 */
@customElement('lesart-top-bar')
export class TopBar extends LitElement {
  static override readonly styles = styles;

  /** The work's title. */
  @property({ attribute: false }) work: Wording | undefined;

  constructor() {
    super();
    new LocaleController(this);
  }

  async #switchLanguage(event: Event): Promise<void> {
    if (!(event.target instanceof HTMLSelectElement)) return;
    const { value } = event.target;
    writeSetting('language', value);
    await changeLanguage(value);
  }

  #changeSetting(name: 'size' | 'hyphens', event: Event): void {
    const { target } = event;
    if (name === 'size' && target instanceof HTMLSelectElement)
      writeSetting('size', target.value === '1' ? undefined : target.value);
    if (name === 'hyphens' && target instanceof HTMLInputElement)
      writeSetting('hyphens', target.checked ? undefined : 'off');
    applySettings(document.documentElement);
    this.requestUpdate();
  }

  #renderLanguages(): TemplateResult {
    return html`<select
      aria-label=${t('app.language')}
      @change=${(event: Event) => {
        void this.#switchLanguage(event);
      }}
    >
      ${LANGUAGES.map(
        (lang) =>
          html`<option value=${lang} lang=${lang} ?selected=${lang === language()}>
            ${new Intl.DisplayNames([lang], { type: 'language' }).of(lang)}
          </option>`,
      )}
    </select>`;
  }

  #renderSettings(): TemplateResult {
    const size = readSetting('size') ?? '1';
    return html`<div class="settings" id="settings" popover role="dialog" aria-label=${t('app.settings')}>
      <h2>${t('app.settings')}</h2>
      <label
        >${t('settings.size')}
        <select
          @change=${(event: Event) => {
            this.#changeSetting('size', event);
          }}
        >
          ${SIZES.map(
            (value) =>
              html`<option value=${value} ?selected=${value === size}>
                ${Math.round(Number(value) * 100)} %
              </option>`,
          )}
        </select>
      </label>
      <label
        >${t('settings.hyphens')}
        <input
          type="checkbox"
          .checked=${readSetting('hyphens') !== 'off'}
          @change=${(event: Event) => {
            this.#changeSetting('hyphens', event);
          }}
        />
      </label>
    </div>`;
  }

  override render(): TemplateResult {
    return html`<header>
        <h1><a href=${import.meta.env.BASE_URL}>Lesart</a></h1>
        <span class="work" lang=${this.work?.lang ?? nothing} title=${this.work?.text ?? nothing}
          >${this.work?.text}</span
        >
        <button
          type="button"
          aria-label=${t('app.search')}
          @click=${() => this.dispatchEvent(new Event('search-asked'))}
        >
          <span aria-hidden="true">⌕</span> <span class="wide">${t('app.search')}</span> <kbd>/</kbd>
        </button>
        <button
          type="button"
          popovertarget="settings"
          aria-label=${t('app.settings')}
          title=${t('app.settings')}
        >
          Aa
        </button>
        ${this.#renderLanguages()}
        <button type="button" aria-label=${t('app.theme')} title=${t('app.theme')} @click=${switchTheme}>
          <span aria-hidden="true">◐</span>
        </button>
        <button
          type="button"
          aria-label=${t('app.help')}
          title=${t('app.help')}
          @click=${() => this.dispatchEvent(new Event('help-asked'))}
        >
          <span aria-hidden="true">?</span>
        </button>
      </header>
      ${this.#renderSettings()}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lesart-top-bar': TopBar;
  }
}
