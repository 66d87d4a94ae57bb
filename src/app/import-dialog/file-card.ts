import { LitElement, type TemplateResult, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LocaleController, t } from '../../i18n/i18n.ts';
import { problemText } from '../../i18n/problem-text.ts';
import type { Problem } from '../../core/problem.ts';
import type { SourceChoices } from '../../worker/import-plan.ts';
import { type Entry, type TableEntry, type TextEntry, changed } from './entries.ts';
import { fields as controls } from './fields.styles.ts';
import { styles } from './file-card.styles.ts';
import type { MoreParagraphs } from './paragraph-preview.ts';
import type { Original } from './variant-fields.ts';
import './column-choice.ts';
import './paragraph-preview.ts';
import './variant-fields.ts';

/** A file that was read is to be taken otherwise. */
export class EntryChanged extends Event {
  readonly change: Partial<TextEntry> | Partial<TableEntry>;

  constructor(change: Partial<TextEntry> | Partial<TableEntry>) {
    super('entry-changed');
    this.change = change;
  }
}

/** A file is to be read again in another way. */
export class RereadAsked extends Event {
  readonly choices: SourceChoices;

  constructor(choices: SourceChoices) {
    super('reread-asked');
    this.choices = choices;
  }
}

export type Wish = 'up' | 'down' | 'remove';

/** What is to become of a file in the draft. */
export class FileWished extends Event {
  readonly wish: Wish;

  constructor(wish: Wish) {
    super('file-wished');
    this.wish = wish;
  }
}

/** Problems of one file that are worded; the others are counted. */
const MOST_PROBLEMS = 4;
const LAYOUTS = ['auto', 'blank-lines', 'lines'] as const;
const CUES = ['joined', 'single'] as const;

/**
 * One file of a draft: how it is read, what it is, its first paragraphs or rows.
 *
 * @fires entry-changed
 * @fires file-wished
 * @fires reread-asked
 */
@customElement('lesart-import-file')
export class FileCard extends LitElement {
  static override readonly styles = [controls, styles];

  @property({ attribute: false }) entry!: Entry;
  @property({ attribute: false }) originals: readonly Original[] = [];
  @property({ attribute: false }) more: MoreParagraphs = () => Promise.resolve([]);
  @property({ type: Boolean }) strict = false;
  @property({ type: Boolean }) unfolded = false;
  @property({ type: Boolean }) isFirst = false;
  @property({ type: Boolean }) isLast = false;

  constructor() {
    super();
    new LocaleController(this);
  }

  /** Focuses the first control that lacks its value. */
  async focusLack(): Promise<void> {
    await this.updateComplete;
    const columns = this.renderRoot.querySelector('lesart-import-columns');
    await (columns ?? this.renderRoot.querySelector('lesart-import-fields'))?.focusLack();
  }

  #wish(wish: Wish): void {
    this.dispatchEvent(new FileWished(wish));
  }

  #renderTop(): TemplateResult {
    const { entry } = this;
    const { name } = entry;
    const facts = 'preview' in entry ? t(`import.kinds.${entry.preview.kind}`) : '';
    const button = (wish: Wish, label: string, sign: string, isOff = false) =>
      html`<button
        type="button"
        class=${wish}
        aria-label=${`${label}: ${name}`}
        title=${label}
        ?disabled=${isOff}
        @click=${() => {
          this.#wish(wish);
        }}
      >
        ${sign}
      </button>`;
    return html`<div class="top">
      <h3>${name} ${facts === '' ? nothing : html`<small>${facts}</small>`}</h3>
      <div class="actions">
        ${
          this.isFirst && this.isLast
            ? nothing
            : html`${button('up', t('import.up'), '↑', this.isFirst)}
              ${button('down', t('import.down'), '↓', this.isLast)}`
        }
        ${button('remove', t('import.remove'), '×')}
      </div>
    </div>`;
  }

  /** How the file is read, where a person may know better. */
  #renderChoices(entry: TextEntry | TableEntry): TemplateResult | typeof nothing {
    const { preview, choices, name } = entry;
    const { encoding, layout, kind } = preview;
    const select = (
      label: string,
      options: readonly (readonly [value: string, text: string])[],
      value: string,
      choose: (value: string) => SourceChoices,
    ) =>
      html`<label
        ><span>${label}</span>
        <select
          aria-label=${`${label}: ${name}`}
          @change=${({ target }: Event) => {
            if (target instanceof HTMLSelectElement)
              this.dispatchEvent(new RereadAsked({ ...choices, ...choose(target.value) }));
          }}
        >
          ${options.map(
            ([each, text]) => html`<option value=${each} .selected=${each === value}>${text}</option>`,
          )}
        </select></label
      >`;
    const parts = [
      encoding &&
        select(
          encoding.certain ? t('import.encoding') : `${t('import.encoding')} (${t('import.guessed')})`,
          [...new Set([encoding.name, ...encoding.all])].map((each) => [each, each]),
          encoding.name,
          (value) => ({ encoding: value }),
        ),
      layout &&
        select(
          t('import.layout'),
          LAYOUTS.map((each) => [each, t(`import.layouts.${each}`)]),
          choices.layout ?? 'auto',
          (value) => ({ layout: LAYOUTS.find((each) => each === value) ?? 'auto' }),
        ),
      (kind === 'srt' || kind === 'vtt') &&
        select(
          t('import.cues'),
          CUES.map((each) => [each, t(`import.cueses.${each}`)]),
          choices.cues ?? 'joined',
          (value) => ({ cues: CUES.find((each) => each === value) ?? 'joined' }),
        ),
    ].filter((part) => part !== undefined && part !== false);
    return parts.length === 0 ? nothing : html`<div class="fields">${parts}</div>`;
  }

  #renderProblems(problems: readonly Problem[]): TemplateResult | typeof nothing {
    if (problems.length === 0) return nothing;
    const hasFault = problems.some(({ severity }) => severity === 'fault');
    const rest = problems.length - MOST_PROBLEMS;
    return html`<div class=${hasFault ? 'fault' : 'fault warning'}>
      <ul>
        ${problems.slice(0, MOST_PROBLEMS).map((problem) => {
          const { what, remedy } = problemText(problem);
          const place = problem.line === undefined ? '' : `${t('import.line', { line: problem.line })} `;
          return html`<li>${place}${what} → ${remedy}</li>`;
        })}
      </ul>
      ${rest > 0 ? html`<p>${t('import.moreProblems', { count: rest })}</p>` : nothing}
    </div>`;
  }

  #renderText(entry: TextEntry): TemplateResult {
    return html`<lesart-import-fields
        .fields=${entry.fields}
        .name=${entry.name}
        .originals=${this.originals}
        .strict=${this.strict}
        @fields-changed=${({ change }: HTMLElementEventMap['fields-changed']) => {
          this.dispatchEvent(new EntryChanged({ fields: changed(entry.fields, change) }));
        }}
      ></lesart-import-fields>
      ${this.#renderChoices(entry)}${this.#renderProblems(entry.preview.problems)}
      <lesart-import-paragraphs
        .entry=${entry}
        .more=${this.more}
        .unfolded=${this.unfolded}
        @fates-changed=${({ fates, all }: HTMLElementEventMap['fates-changed']) => {
          this.dispatchEvent(new EntryChanged({ fates, all }));
        }}
      ></lesart-import-paragraphs>`;
  }

  #renderTable(entry: TableEntry): TemplateResult {
    return html`<lesart-import-columns
        .entry=${entry}
        .originals=${this.originals}
        .strict=${this.strict}
        @uses-changed=${({ columns }: HTMLElementEventMap['uses-changed']) => {
          this.dispatchEvent(new EntryChanged({ columns }));
        }}
      ></lesart-import-columns>
      ${this.#renderChoices(entry)}${this.#renderProblems(entry.preview.problems)}`;
  }

  #renderBody(): TemplateResult {
    const { entry } = this;
    switch (entry.state) {
      case 'reading':
        return html`<label
          >${t('import.reading', { name: entry.name })}<progress max="1" .value=${entry.share}></progress
        ></label>`;
      case 'failed':
        return html`<div class="fault" role="alert">
          <p>
            ${
              entry.problems.length === 0 && entry.reason === undefined
                ? t('import.empty', { name: entry.name })
                : t('import.unreadable', { name: entry.name })
            }
          </p>
          ${entry.reason === undefined ? nothing : html`<p>${entry.reason}</p>`}
          ${this.#renderProblems(entry.problems)}
          <button
            type="button"
            class="again"
            @click=${() => this.dispatchEvent(new RereadAsked(entry.before?.choices ?? {}))}
          >
            ${t('import.again')}
          </button>
        </div>`;
      case 'text':
        return this.#renderText(entry);
      case 'table':
        return this.#renderTable(entry);
    }
  }

  override render(): TemplateResult {
    return html`${this.#renderTop()} ${this.#renderBody()}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lesart-import-file': FileCard;
  }
  interface HTMLElementEventMap {
    'entry-changed': EntryChanged;
    'file-wished': FileWished;
    'reread-asked': RereadAsked;
  }
}
