import { LitElement, type TemplateResult, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Work } from '../../core/work/model.ts';
import { LocaleController, language, t } from '../../i18n/i18n.ts';
import { wording } from '../../i18n/local-text.ts';
import { type DeviceWork, FORMAT } from '../../store/device-works-keys.ts';
import { styles } from './work-entry.styles.ts';

/** What the reader wants of a work. */
export type Wish = 'add' | 'properties' | 'export' | 'files' | 'delete' | 'restore';

/** The reader chose a work to read. Nobody need listen: it is a link. */
export class WorkChosen extends Event {
  readonly slug: string;

  constructor(slug: string) {
    super('work-chosen', { bubbles: true, composed: true, cancelable: true });
    this.slug = slug;
  }
}

export class WorkWished extends Event {
  readonly wish: Wish;

  constructor(wish: Wish) {
    super('work-wished');
    this.wish = wish;
  }
}

/** A work was given another title. */
export class WorkRenamed extends Event {
  readonly title: string;

  constructor(title: string) {
    super('work-renamed');
    this.title = title;
  }
}

/**
 * One work of the library: its title, what there is of it, and what can be done with it.
 *
 * @fires work-chosen - bubbles and composed; cancelled by whoever opens the work without leaving the page
 * @fires work-wished
 * @fires work-renamed
 */
@customElement('lesart-work-entry')
export class WorkEntry extends LitElement {
  static override readonly styles = styles;

  @property({ attribute: false }) work!: Work;
  /** What the device knows of it; undefined for a work that came with the app. */
  @property({ attribute: false }) entry: DeviceWork | undefined;

  @state() private _renaming = false;

  @query('input') private readonly _input!: HTMLInputElement | null;
  @query('.rename') private readonly _rename!: HTMLButtonElement | null;

  constructor() {
    super();
    new LocaleController(this);
  }

  get #title(): string {
    return wording(this.work.title, language())?.text ?? this.work.slug;
  }

  #wish(wish: Wish): void {
    this.dispatchEvent(new WorkWished(wish));
  }

  async #startRenaming(): Promise<void> {
    this._renaming = true;
    await this.updateComplete;
    this._input?.select();
  }

  async #endRenaming(title: string | undefined): Promise<void> {
    this._renaming = false;
    const wanted = title?.trim();
    if (wanted && wanted !== this.#title) this.dispatchEvent(new WorkRenamed(wanted));
    await this.updateComplete;
    this._rename?.focus();
  }

  #onChoose(event: MouseEvent): void {
    // Another tab or window is the browser's to open.
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    if (!this.dispatchEvent(new WorkChosen(this.work.slug))) event.preventDefault();
  }

  #renderTitle(): TemplateResult {
    const { entry } = this;
    const found = wording(this.work.title, language());
    const isOpenable = entry === undefined || (entry.trashed === undefined && entry.format <= FORMAT);
    const lang = found && found.lang !== 'und' ? found.lang : nothing;
    return isOpenable
      ? html`<a
          href=${import.meta.env.BASE_URL + this.work.slug}
          lang=${lang}
          @click=${(event: MouseEvent) => {
            this.#onChoose(event);
          }}
          >${this.#title}</a
        >`
      : html`<span class="title" lang=${lang}>${this.#title}</span>`;
  }

  #renderRenaming(): TemplateResult {
    return html`<form
      @submit=${(event: Event) => {
        event.preventDefault();
        void this.#endRenaming(this._input?.value);
      }}
      @keydown=${(event: KeyboardEvent) => {
        if (event.key !== 'Escape') return;
        // Escape ends the renaming, not the dialog.
        event.preventDefault();
        event.stopPropagation();
        void this.#endRenaming(undefined);
      }}
    >
      <input type="text" maxlength="300" aria-label=${t('library.renameLabel')} .value=${this.#title} />
      <button type="submit">${t('library.save')}</button>
      <button
        type="button"
        @click=${() => {
          void this.#endRenaming(undefined);
        }}
      >
        ${t('library.cancel')}
      </button>
    </form>`;
  }

  #renderFacts(entry: DeviceWork): TemplateResult {
    const date = new Date(entry.imported).toLocaleDateString(language(), { dateStyle: 'medium' });
    const facts = [
      t('library.rows', { count: entry.rows }),
      t('library.variants', { count: this.work.variants.length }),
      ...(entry.records > 0 ? [t('library.records', { count: entry.records })] : []),
      t('library.imported', { date }),
    ];
    return html`<small>${facts.join(' · ')}</small>`;
  }

  #renderFiles(): TemplateResult {
    const label = t('export.title');
    return html`<button
      type="button"
      class="files"
      aria-label=${`${label}: ${this.#title}`}
      @click=${() => {
        this.#wish('files');
      }}
    >
      ${label} …
    </button>`;
  }

  #renderAlignment(): TemplateResult | typeof nothing {
    if (this.work.variants.length < 2) return nothing;
    const label = t('alignment.check');
    return html`<a
      class="alignment"
      href=${`${import.meta.env.BASE_URL + this.work.slug}?view=alignment`}
      aria-label=${`${label}: ${this.#title}`}
      >${label}</a
    >`;
  }

  #renderActions(entry: DeviceWork): TemplateResult | typeof nothing {
    const button = (name: string, label: string, run: () => void) =>
      html`<button type="button" class=${name} aria-label=${`${label}: ${this.#title}`} @click=${run}>
        ${label}
      </button>`;
    if (entry.trashed !== undefined)
      return button('restore', t('library.restore'), () => {
        this.#wish('restore');
      });
    if (entry.format > FORMAT) return html`<small>${t('library.newer')}</small>`;
    return html`${button('add', t('library.add'), () => {
      this.#wish('add');
    })}${button('properties', t('library.properties'), () => {
      this.#wish('properties');
    })}${button('rename', t('library.rename'), () => {
      void this.#startRenaming();
    })}${this.#renderAlignment()}${this.#renderFiles()}${button('export', t('library.export'), () => {
      this.#wish('export');
    })}${button('delete', t('library.delete'), () => {
      this.#wish('delete');
    })}`;
  }

  override render(): TemplateResult {
    const { entry } = this;
    if (this._renaming) return this.#renderRenaming();
    return html`<div class="what">
        ${this.#renderTitle()} ${entry ? this.#renderFacts(entry) : html`<small>${this.work.date}</small>`}
      </div>
      <div class="actions">${entry ? this.#renderActions(entry) : this.#renderFiles()}</div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lesart-work-entry': WorkEntry;
  }
  interface HTMLElementEventMap {
    'work-chosen': WorkChosen;
    'work-wished': WorkWished;
    'work-renamed': WorkRenamed;
  }
}
