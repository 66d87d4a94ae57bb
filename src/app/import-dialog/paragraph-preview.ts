import { LitElement, type TemplateResult, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { ROLES } from '../../core/work/model.ts';
import { LocaleController, t } from '../../i18n/i18n.ts';
import type { Fate, ShownParagraph } from '../../worker/import-plan.ts';
import { directionOf } from '../direction.ts';
import type { SaidFate, TextEntry } from './entries.ts';
import { fields as controls } from './fields.styles.ts';
import { styles } from './paragraph-preview.styles.ts';

/** A person said what becomes of paragraphs. */
export class FatesChanged extends Event {
  readonly fates: ReadonlyMap<number, SaidFate>;
  readonly all: boolean;

  constructor(fates: ReadonlyMap<number, SaidFate>, all: boolean) {
    super('fates-changed');
    this.fates = fates;
    this.all = all;
  }
}

/** Fetches paragraphs of a text that its preview does not have. */
export type MoreParagraphs = (isLeft: boolean, from: number) => Promise<readonly ShownParagraph[]>;

/**
 * The first paragraphs of a text and what they were taken for, and those that were left out; each can be taken for
 * something else, taken in or left out.
 *
 * @fires fates-changed
 */
@customElement('lesart-import-paragraphs')
export class ParagraphPreview extends LitElement {
  static override readonly styles = [controls, styles];

  @property({ attribute: false }) entry!: TextEntry;
  @property({ attribute: false }) more: MoreParagraphs = () => Promise.resolve([]);
  /** Whether the first paragraphs are shown from the start. */
  @property({ type: Boolean }) unfolded = false;

  /** Those that were fetched beyond the preview's own. */
  @state() private _taken: readonly ShownParagraph[] = [];
  @state() private _left: readonly ShownParagraph[] = [];
  #shown: TextEntry['preview'] | undefined;

  constructor() {
    super();
    new LocaleController(this);
  }

  override willUpdate(): void {
    // A file that was read again has other paragraphs.
    if (this.#shown === this.entry.preview) return;
    this.#shown = this.entry.preview;
    this._taken = [];
    this._left = [];
  }

  #say(paragraph: ShownParagraph, isLeft: boolean, fate: Fate): void {
    const { fates, all } = this.entry;
    this.dispatchEvent(new FatesChanged(new Map(fates).set(paragraph.index, { fate, isLeft }), all));
  }

  /** Takes in, or leaves out, all that the reader of the file had left out. */
  #sayAll(all: boolean): void {
    const fates = new Map([...this.entry.fates].filter(([, { isLeft }]) => !isLeft));
    this.dispatchEvent(new FatesChanged(fates, all));
  }

  async #fetch(isLeft: boolean, shown: readonly ShownParagraph[]): Promise<void> {
    const found = await this.more(isLeft, (shown.at(-1)?.index ?? -1) + 1);
    if (isLeft) this._left = [...this._left, ...found];
    else this._taken = [...this._taken, ...found];
  }

  #renderParagraph(paragraph: ShownParagraph, isLeft: boolean): TemplateResult {
    const { index, role, text } = paragraph;
    const { fates, all, fields } = this.entry;
    const fate: Fate = fates.get(index)?.fate ?? (isLeft && !all ? 'left' : role);
    const lang = fields.lang === 'und' ? nothing : fields.lang;
    const begin = text.length > NAMED ? `${text.slice(0, NAMED)}…` : text;
    const option = (value: Fate, label: string) =>
      html`<option value=${value} .selected=${value === fate}>${label}</option>`;
    return html`<li class=${fate}>
      <select
        aria-label=${t('import.roleOf', { text: begin })}
        @change=${({ target }: Event) => {
          if (target instanceof HTMLSelectElement) this.#say(paragraph, isLeft, target.value as Fate);
        }}
      >
        ${ROLES.map((each) => option(each, t(`import.roles.${each}`)))}
        ${option('left', t('import.leaveOut'))}
      </select>
      <p lang=${lang} dir=${directionOf(fields.lang)}>${text}</p>
    </li>`;
  }

  #renderList(
    shown: readonly ShownParagraph[],
    isLeft: boolean,
    total: number,
    name: string,
  ): TemplateResult {
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${name}>
        <ol>
          ${repeat(
            shown,
            ({ index }) => index,
            (paragraph) => this.#renderParagraph(paragraph, isLeft),
          )}
        </ol>
      </div>
      ${
        shown.length < total
          ? html`<button type="button" class="more" @click=${() => void this.#fetch(isLeft, shown)}>
              ${t('import.more', { count: total - shown.length })}
            </button>`
          : nothing
      }`;
  }

  override render(): TemplateResult {
    const { preview, all, name } = this.entry;
    const taken = [...preview.first, ...this._taken];
    const left = [...preview.firstLeft, ...this._left];
    return html`${
      preview.taken > 0
        ? html`<details class="taken" ?open=${this.unfolded}>
            <summary>${t('import.paragraphs', { count: preview.taken })}</summary>
            ${this.#renderList(taken, false, preview.taken, `${t('import.preview')}: ${name}`)}
          </details>`
        : nothing
    }
    ${
      preview.left > 0
        ? html`<details class="left">
            <summary>
              ${all ? t('import.leftTaken', { count: preview.left }) : t('import.left', { count: preview.left })}
            </summary>
            <div class="row">
              <button
                type="button"
                class="all"
                @click=${() => {
                  this.#sayAll(!all);
                }}
              >
                ${all ? t('import.leaveAll') : t('import.takeAll')}
              </button>
            </div>
            ${this.#renderList(left, true, preview.left, `${t('import.leaveOut')}: ${name}`)}
          </details>`
        : nothing
    }`;
  }
}

/** Characters by which a paragraph is named. */
const NAMED = 40;

declare global {
  interface HTMLElementTagNameMap {
    'lesart-import-paragraphs': ParagraphPreview;
  }
  interface HTMLElementEventMap {
    'fates-changed': FatesChanged;
  }
}
