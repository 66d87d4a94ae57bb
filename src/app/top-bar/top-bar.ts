import { LitElement, type TemplateResult, html, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { LANGUAGES, LocaleController, changeLanguage, language, t } from '../../i18n/i18n.ts';
import type { Wording } from '../../i18n/local-text.ts';
import type { PageName } from '../app-shell/page.ts';
import type { View } from '../address.ts';
import { PartMissed } from '../events.ts';
import { applySettings, readSetting, switchTheme, writeSetting } from '../settings.ts';
import { styles } from './top-bar.styles.ts';

/** Factors on the reading size that can be chosen. */
const SIZES = ['0.9', '1', '1.15', '1.3', '1.5'];

/**
 * The head of the page: what is read, and how: language of the interface, light or dark, size of the text. On a
 * phone all but the search and the statistics is behind a button.
 *
 * @fires search-asked, statistics-asked, review-asked, overview-asked, library-asked, export-asked, help-asked - the
 *   reader wants one of these; where it is the view that is shown, back to the text
 * @fires part-missed - the texts of a language did not come
 */
@customElement('lesart-top-bar')
export class TopBar extends LitElement {
  static override readonly styles = styles;

  /** The work's title. */
  @property({ attribute: false }) work: Wording | undefined;
  @property({ attribute: false }) view: View = 'compare';

  @query('#more') private readonly _more!: HTMLElement;

  constructor() {
    super();
    new LocaleController(this);
  }

  async #switchLanguage(lang: string): Promise<void> {
    try {
      await changeLanguage(lang);
      // Only now: a language that cannot be loaded must not be asked for at the next start.
      writeSetting('language', lang);
    } catch {
      this.dispatchEvent(new PartMissed('language', () => this.#switchLanguage(lang)));
    }
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
        const { target } = event;
        if (!(target instanceof HTMLSelectElement)) return;
        void this.#switchLanguage(target.value).then(() => {
          target.value = language();
        });
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

  #ask(wish: string): void {
    // The menu of a phone has done its part.
    if (this._more.matches(':popover-open')) this._more.hidePopover();
    this.dispatchEvent(new Event(`${wish}-asked`));
  }

  #renderWish(wish: 'search' | PageName | 'library' | 'export', sign: string, key: string): TemplateResult {
    const label = t(`app.${wish}`);
    return html`<button
      type="button"
      aria-label=${label}
      aria-pressed=${['search', 'library', 'export'].includes(wish) ? nothing : this.view === wish}
      ?hidden=${wish === 'search' && this.view !== 'compare'}
      @click=${() => {
        this.#ask(wish);
      }}
    >
      <span aria-hidden="true">${sign}</span> <span class="wide">${label}</span> <kbd>${key}</kbd>
    </button>`;
  }

  /** What fits beside the rest on a wide screen, and on a phone is a menu. */
  #renderMore(): TemplateResult {
    return html`<div class="more" id="more" popover role="group" aria-label=${t('app.more')}>
      ${this.#renderWish('review', '☑', 'R')} ${this.#renderWish('overview', '▦', 'O')}
      ${this.#renderWish('library', '▤', 'L')} ${this.#renderWish('export', '⇩', 'X')}
      <button
        type="button"
        popovertarget="settings"
        aria-label=${t('app.settings')}
        title=${t('app.settings')}
      >
        <span aria-hidden="true">Aa</span> <span class="narrow">${t('app.settings')}</span>
      </button>
      ${this.#renderLanguages()}
      <button type="button" aria-label=${t('app.theme')} title=${t('app.theme')} @click=${switchTheme}>
        <span aria-hidden="true">◐</span> <span class="narrow">${t('app.theme')}</span>
      </button>
      <button
        type="button"
        aria-label=${t('app.help')}
        title=${t('app.help')}
        @click=${() => {
          this.#ask('help');
        }}
      >
        <span aria-hidden="true">?</span> <span class="narrow">${t('app.help')}</span>
      </button>
    </div>`;
  }

  override render(): TemplateResult {
    return html`<header>
        <h1><a href=${import.meta.env.BASE_URL}>Lesart</a></h1>
        <span class="work" lang=${this.work?.lang ?? nothing} title=${this.work?.text ?? nothing}
          >${this.work?.text}</span
        >
        ${this.#renderWish('search', '⌕', '/')} ${this.#renderWish('statistics', '∑', 'I')}
        <button class="menu" type="button" popovertarget="more" aria-label=${t('app.more')}>
          <span aria-hidden="true">☰</span>
        </button>
        ${this.#renderMore()}
      </header>
      ${this.#renderSettings()}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lesart-top-bar': TopBar;
  }
}
