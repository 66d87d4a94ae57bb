import { LitElement, type TemplateResult, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Concept, Term } from '../../core/work/glossary-concept.ts';
import { LocaleController, loadLaterTexts, t } from '../../i18n/i18n.ts';
import type { OwnEntry } from '../../store/glossaries.ts';
import { type GlossarySource, GlossaryController, glossarySource } from '../controllers/glossary.ts';
import { dialogs } from '../dialog.styles.ts';
import { directionOf } from '../direction.ts';
import { troubleText } from '../library-dialog/trouble-text.ts';
import type { OpenedWork } from '../opened-work.ts';
import { styles } from './glossary-dialog.styles.ts';
import './glossary-form.ts';
import type { GlossaryForm } from './glossary-form.ts';
import { type GlossaryReading, renderReading } from './glossary-reading.ts';
import { saveGlossary } from './save-glossary.ts';

/** Entries that are shown at once; others are searched for. */
const SHOWN = 100;

/**
 * The reader's glossary for a work: entries to look up, add, change and remove, files to take in and to save. Its
 * texts are a later group: await `loadLaterTexts` first.
 *
 * @fires glossary-closed - the dialog is closed
 */
@customElement('lesart-glossary-dialog')
export class GlossaryDialog extends LitElement {
  static override readonly styles = [dialogs, styles];

  @property({ attribute: false }) opened!: OpenedWork;
  /** BCP 47, the reference's first: the languages that the form asks for. */
  @property({ attribute: false }) langs: readonly string[] = [];
  /** Where glossaries are kept. */
  @property({ attribute: false }) source: GlossarySource = glossarySource();

  @state() private _query = '';
  @state() private _reading: GlossaryReading | undefined;
  @state() private _news: { readonly text: string; readonly removed?: readonly OwnEntry[] } | undefined;
  @state() private _editing: { readonly entry: OwnEntry | undefined } | undefined;
  @state() private _failed = false;

  @query('dialog') private readonly _dialog!: HTMLDialogElement;
  @query('lesart-glossary-form') private readonly _form!: GlossaryForm | null;
  @query('input[type="file"]') private readonly _file!: HTMLInputElement;

  #stop: AbortController | undefined;

  constructor() {
    super();
    new LocaleController(this);
    new GlossaryController(this, () => this.source);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.abort();
  }

  async show(): Promise<void> {
    await loadLaterTexts();
    await this.updateComplete;
    this._dialog.showModal();
  }

  get #entries(): readonly OwnEntry[] {
    const wanted = this._query.trim().toLowerCase();
    const all = this.source.ownOf(this.opened);
    if (wanted === '') return all;
    return all.filter(
      ({ sense, terms }) =>
        sense.toLowerCase().includes(wanted) || terms.some(({ text }) => text.toLowerCase().includes(wanted)),
    );
  }

  /** Says what was done, or that it could not be. */
  #tell(isDone: boolean, text: string, removed?: readonly OwnEntry[]): void {
    this._failed = !isDone;
    this._news = isDone ? { text, ...(removed ? { removed } : {}) } : undefined;
  }

  async #edit(entry: OwnEntry | undefined): Promise<void> {
    this._editing = { entry };
    await this.updateComplete;
    await this._form?.show();
  }

  async #remove(entries: readonly OwnEntry[]): Promise<void> {
    const isDone = await this.source.change([], entries);
    this.#tell(isDone, t('glossary.removed', { count: entries.length }), entries);
  }

  async #read(file: File): Promise<void> {
    this.#stop?.abort();
    const stop = (this.#stop = new AbortController());
    this._news = undefined;
    this._failed = false;
    this._reading = { file: file.name, share: 0 };
    const { readGlossary, newConcepts } = await import('./read-glossary.ts');
    try {
      const { value, problems } = await readGlossary(file, this.opened.work, stop.signal, (share) => {
        this._reading = { file: file.name, share };
      });
      const fresh = value && newConcepts(value, this.source.ownOf(this.opened));
      this._reading = { file: file.name, share: 1, problems, ...(fresh ? { fresh } : {}) };
    } catch (error) {
      if (!stop.signal.aborted) throw error;
    }
  }

  async #take(file: string, concepts: readonly Concept[]): Promise<void> {
    const entries = this.source.entriesOf(this.opened.work.slug, concepts, { everywhere: false, file });
    const isDone = await this.source.change(entries);
    this.#tell(isDone, t('glossary.taken', { count: entries.length }));
    // What could not be kept can be tried again.
    if (isDone) this._reading = undefined;
  }

  #renderWords(lang: string, terms: readonly Term[]): TemplateResult {
    const good = terms.filter((term) => term.forbidden !== true).map(({ text }) => text);
    const bad = terms.filter((term) => term.forbidden === true).map(({ text }) => text);
    return html`<span class="words"
      ><small>${lang}</small> <span lang=${lang} dir=${directionOf(lang)}>${good.join(' | ')}</span>${
        bad.length > 0
          ? html` <del lang=${lang}>${t('glossary.forbidden', { words: bad.join(' | ') })}</del>`
          : nothing
      }</span
    >`;
  }

  #renderEntry(entry: OwnEntry): TemplateResult {
    const langs = [...new Set(entry.terms.map(({ lang }) => lang))];
    const { slug } = this.opened.work;
    const about = [
      entry.sense,
      ...(entry.file === undefined ? [] : [t('glossary.from', { file: entry.file })]),
      ...(entry.work === slug ? [] : [t('glossary.otherWork', { work: entry.work })]),
    ].filter((part) => part !== '');
    return html`<li>
      <div class="entry">
        ${langs.map((lang) =>
          this.#renderWords(
            lang,
            entry.terms.filter((term) => term.lang === lang),
          ),
        )}
        ${about.length > 0 ? html`<small class="about">${about.join(' · ')}</small>` : nothing}
      </div>
      <button type="button" @click=${() => void this.#edit(entry)}>${t('glossary.edit')}</button>
      <button type="button" @click=${() => void this.#remove([entry])}>${t('glossary.remove')}</button>
    </li>`;
  }

  #renderNews(): TemplateResult {
    const { trouble } = this.source;
    const removed = this._news?.removed;
    return html`<p role="status" class="news">
        ${this._news?.text}${
          removed
            ? html` <button
                type="button"
                @click=${() => {
                  void this.source.change(removed).then((isDone) => {
                    this.#tell(isDone, '');
                  });
                }}
              >
                ${t('glossary.undo')}
              </button>`
            : nothing
        }
      </p>
      ${
        this._failed || trouble
          ? html`<p class="failed" role="alert">
              ${this._failed ? t('glossary.unkept') : nothing} ${trouble ? troubleText(trouble) : nothing}
            </p>`
          : nothing
      }`;
  }

  #renderTools(count: number): TemplateResult {
    const save = (format: 'tsv' | 'tbx'): void => {
      saveGlossary(this.opened.work, this.source.ownOf(this.opened), format);
    };
    return html`<p class="tools">
      <button class="add" type="button" @click=${() => void this.#edit(undefined)}>
        ${t('glossary.add')}
      </button>
      <button
        type="button"
        @click=${() => {
          this._file.click();
        }}
      >
        ${t('glossary.import')}
      </button>
      <input
        type="file"
        hidden
        accept=".tbx,.xml,.tsv,.csv,.txt,.martif"
        @change=${(event: Event) => {
          const input = event.target as HTMLInputElement;
          const file = input.files?.[0];
          input.value = '';
          if (file) void this.#read(file);
        }}
      />
      <button
        type="button"
        ?disabled=${count === 0}
        @click=${() => {
          save('tsv');
        }}
      >
        ${t('glossary.exportTsv')}
      </button>
      <button
        type="button"
        ?disabled=${count === 0}
        @click=${() => {
          save('tbx');
        }}
      >
        ${t('glossary.exportTbx')}
      </button>
    </p>`;
  }

  #renderList(): TemplateResult {
    const entries = this.#entries;
    const all = this.source.ownOf(this.opened);
    if (all.length === 0) return html`<p class="none">${t('glossary.none')}</p>`;
    const own = all.filter(({ work }) => work === this.opened.work.slug);
    return html`<p class="count">
        ${t('glossary.entries', { count: entries.length })}${
          entries.length > SHOWN ? html` · ${t('glossary.shown', { count: SHOWN })}` : nothing
        }
        ${
          this._query === '' && own.length > 1
            ? html`<button type="button" @click=${() => void this.#remove(own)}>
                ${t('glossary.removeAll')}
              </button>`
            : nothing
        }
      </p>
      <input
        class="search"
        type="search"
        aria-label=${t('glossary.search')}
        placeholder=${t('glossary.search')}
        .value=${this._query}
        @input=${(event: Event) => {
          this._query = (event.target as HTMLInputElement).value;
        }}
      />
      ${entries.length === 0 ? html`<p class="none">${t('glossary.noMatch')}</p>` : nothing}
      <ul>
        ${entries.slice(0, SHOWN).map((entry) => this.#renderEntry(entry))}
      </ul>`;
  }

  override render(): TemplateResult {
    const { work } = this.opened;
    return html`<dialog
        aria-labelledby="title"
        @close=${() => this.dispatchEvent(new Event('glossary-closed'))}
      >
        <h2 id="title">${t('glossary.title')}</h2>
        <p class="how">${t('glossary.how')}</p>
        ${this.#renderTools(this.source.ownOf(this.opened).length)}
        ${renderReading(this._reading, {
          take: (file, concepts) => void this.#take(file, concepts),
          leave: () => {
            this.#stop?.abort();
            this._reading = undefined;
          },
        })}
        ${this.#renderNews()} ${this.#renderList()}
        <div class="actions">
          <button
            type="button"
            @click=${() => {
              this._dialog.close();
            }}
          >
            ${t('glossary.close')} <kbd>Esc</kbd>
          </button>
        </div>
      </dialog>
      ${
        this._editing
          ? html`<lesart-glossary-form
              .work=${work.slug}
              .langs=${this.langs}
              .entry=${this._editing.entry}
              .source=${this.source}
              @form-closed=${() => {
                this._editing = undefined;
              }}
            ></lesart-glossary-form>`
          : nothing
      }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lesart-glossary-dialog': GlossaryDialog;
  }
}
