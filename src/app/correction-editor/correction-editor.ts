import { LitElement, type PropertyValues, type TemplateResult, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { currentText } from '../../core/contribution/current-text.ts';
import type { Mark } from '../../core/contribution/record.ts';
import { replacementIn } from '../../core/contribution/replacement.ts';
import { mergeThreeWay, mergedText } from '../../core/contribution/three-way.ts';
import { MAX_TEXT } from '../../core/work/schema.ts';
import { LocaleController, t } from '../../i18n/i18n.ts';
import { DraftKeeper } from '../../store/draft-keeper.ts';
import { type Draft, type DraftPlace, Drafts } from '../../store/drafts.ts';
import { type CorrectionDraft, CorrectionDrafted } from '../correction-events.ts';
import { directionOf } from '../direction.ts';
import type { OpenedWork } from '../opened-work.ts';
import { reading } from '../reading.styles.ts';
import '../diff-text/diff-text.ts';
import { styles } from './correction-editor.styles.ts';
import { LiveDiff } from './live-diff.ts';
import { type BaseMark, WITH_KEY, baseMarks, renderMarks, resolvedMarks } from './paragraph-marks.ts';
import { growWithText, onOneLine, typeInto } from './text-field.ts';

/** What a check says of the text that is being written. */
export interface TextFinding {
  readonly message: string;
}

/**
 * Where a reader corrects a paragraph: its text, what changes as it is typed, its marks and the reference beside it.
 * What is typed is kept on the device until it is saved, whatever happens to the page.
 *
 * @fires correction-drafted - the text is to be kept as a proposal
 * @fires correction-left - the reader left; the draft is kept
 * @fires text-edited - the text is another one (`text`), for whoever checks it
 */
@customElement('lesart-correction-editor')
export class CorrectionEditor extends LitElement {
  static override readonly styles = [reading, styles];

  @property({ attribute: false }) opened!: OpenedWork;
  @property({ attribute: false }) variant = '';
  @property({ attribute: false }) paragraph = '';
  /** The name that the correction will bear; empty: it is asked for. */
  @property({ attribute: false }) author = '';
  /** The text to begin with, where it is not the paragraph's own. */
  @property({ attribute: false }) draft: string | undefined;
  /** Id of the proposal that is accepted with edits. */
  @property({ attribute: false }) editedFrom: string | undefined;
  /** What checks say of the text; they hold nothing up. */
  @property({ attribute: false }) findings: readonly TextFinding[] = [];
  /** Where drafts are kept. */
  @property({ attribute: false }) drafts: Drafts | undefined;

  @state() private _base = '';
  @state() private _text = '';
  @state() private _reason = '';
  /** What the reader said of marks; of the others the change decides. */
  @state() private _resolves: Readonly<Record<string, boolean>> = {};
  @state() private _restored = false;
  @state() private _unkept = false;

  @query('#text') private readonly _field!: HTMLTextAreaElement | null;
  @query('.author') private readonly _author!: HTMLInputElement | null;

  readonly #diff = new LiveDiff(this);
  #ownDrafts: Drafts | undefined;
  #keeper: DraftKeeper | undefined;
  #place: DraftPlace | undefined;
  #marks: readonly BaseMark[] = [];
  #resolved: ReadonlySet<string> = new Set();

  constructor() {
    super();
    new LocaleController(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#keeper?.start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#keeper?.stop();
    const own = this.#ownDrafts;
    this.#ownDrafts = undefined;
    void this.#keeper?.flush().then(() => {
      own?.close();
    });
    if (own) this.#keeper = undefined;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const place = this.#placeNow();
    if (JSON.stringify(place) !== JSON.stringify(this.#place)) this.#turnTo(place);
    // Nothing was typed yet: the text is followed.
    else if (changed.has('opened') && !this.#isBegun) this._base = this._text = this.#current;
    this.#marks = baseMarks(this.opened, this.variant, this.paragraph, this._base);
    this.#diff.show(this._base, this._text, this.#lang);
    const { outcome } = this.#diff;
    this.#resolved =
      outcome.state === 'done' && outcome.value.old === this._base
        ? resolvedMarks(this.#marks, outcome.value, this.#lang)
        : new Set();
  }

  protected override updated(): void {
    if (this._field) growWithText(this._field);
  }

  override focus(options?: FocusOptions): void {
    if (this._field) this._field.focus(options);
    else
      void this.updateComplete.then(() => {
        this._field?.focus(options);
      });
  }

  get #lang(): string {
    return this.opened.variant(this.variant)?.lang ?? 'und';
  }

  /** The paragraph's text as it is now. */
  get #current(): string {
    const text = this.opened.paragraph(this.variant, this.paragraph)?.text ?? '';
    return currentText(text, this.opened.corrections(this.variant, this.paragraph));
  }

  get #isBegun(): boolean {
    return this._text !== this._base || this._reason !== '';
  }

  get #canSave(): boolean {
    const isNew = this.editedFrom !== undefined || this._text.trim() !== this._base.trim();
    return isNew && this._text.trim() !== '';
  }

  #placeNow(): DraftPlace {
    const { variant, paragraph, editedFrom } = this;
    return {
      work: this.opened.work.slug,
      variant,
      paragraph,
      ...(editedFrom === undefined ? {} : { editedFrom }),
    };
  }

  /** Begins with a paragraph: from its draft, where there is one. */
  #turnTo(place: DraftPlace): void {
    void this.#keeper?.flush();
    this.#place = place;
    this._base = this.#current;
    this._text = this.draft ?? this._base;
    this._reason = '';
    this._resolves = {};
    this._restored = this._unkept = false;
    const began = this._text;
    void this.#store()
      .read(place)
      .then(
        (draft) => {
          // What was typed before the draft came is what counts.
          if (!draft || this.#place !== place || this._text !== began) return;
          this._base = draft.base;
          this._text = draft.text;
          this._reason = draft.reason;
          this._resolves = draft.resolves;
          this._restored = true;
        },
        () => {
          if (this.#place === place) this._unkept = true;
        },
      );
  }

  #store(): Drafts {
    const store = this.drafts ?? (this.#ownDrafts ??= new Drafts());
    if (!this.#keeper) {
      this.#keeper = new DraftKeeper(store, () => {
        this._unkept = true;
      });
      if (this.isConnected) this.#keeper.start();
    }
    return store;
  }

  /** Keeps what is there now, or nothing where it is the base again. */
  #keep(): void {
    const place = this.#place;
    if (!place) return;
    this.#store();
    if (!this.#isBegun && this.draft === undefined) {
      void this.#keeper?.drop(place);
      return;
    }
    const draft: Draft = {
      ...place,
      base: this._base,
      text: this._text,
      reason: this._reason,
      resolves: this._resolves,
    };
    this.#keeper?.keep(draft);
  }

  #edit(text: string): void {
    this._text = text;
    this._restored = false;
    this.#keep();
    this.dispatchEvent(new CustomEvent('text-edited', { detail: { text } }));
  }

  #take(mark: Mark): void {
    const change = replacementIn(this._text, mark, this.variant);
    if (change && this._field) typeInto(this._field, change.span, change.words);
  }

  #isResolved(mark: Mark): boolean {
    return this._resolves[mark.id] ?? this.#resolved.has(mark.id);
  }

  #save(): void {
    if (!this.#canSave) return;
    const { variant, paragraph, editedFrom } = this;
    void this.#keeper?.flush();
    const draft: CorrectionDraft = {
      variant,
      paragraph,
      text: this._text.trim(),
      base: this._base,
      reason: this._reason.trim(),
      resolves: this.#marks.filter(({ mark }) => this.#isResolved(mark)).map(({ mark }) => mark.id),
      author: (this._author?.value ?? this.author).trim(),
      ...(editedFrom === undefined ? {} : { editedFrom }),
    };
    this.dispatchEvent(new CorrectionDrafted(draft));
  }

  #leave(): void {
    void this.#keeper?.flush();
    this.dispatchEvent(new Event('correction-left', { bubbles: true, composed: true }));
  }

  #startOver(): void {
    const begin = this.draft ?? this.#current;
    this._base = this.#current;
    this._reason = '';
    this._resolves = {};
    // As typed, so that the field's own undo brings the text back.
    if (this._field) typeInto(this._field, { start: 0, end: this._text.length }, begin);
    this.#edit(begin);
  }

  /** Goes on from the text as it is now, with the draft's changes or with the draft's whole text. */
  #rebase(text: string): void {
    this._base = this.#current;
    this.#edit(text);
  }

  #onKey(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const { key, ctrlKey, metaKey, altKey } = event;
    const digit = /^Digit([1-9])$/.exec(event.code)?.[1];
    if (key === 'Enter' && (ctrlKey || metaKey)) this.#save();
    // A paragraph is one line.
    else if (key === 'Enter' && event.composedPath()[0] === this._field) event.preventDefault();
    else if (key === 'Escape') this.#leave();
    else if (altKey && !ctrlKey && !metaKey && digit !== undefined && Number(digit) <= WITH_KEY) {
      const mark = this.#marks[Number(digit) - 1]?.mark;
      if (mark) this.#take(mark);
    } else return;
    event.preventDefault();
  }

  #onPaste(event: ClipboardEvent): void {
    const pasted = event.clipboardData?.getData('text/plain') ?? '';
    const { target } = event;
    if (!(target instanceof HTMLTextAreaElement) || onOneLine(pasted) === pasted) return;
    event.preventDefault();
    typeInto(target, { start: target.selectionStart, end: target.selectionEnd }, onOneLine(pasted));
  }

  #renderNotices(): TemplateResult | typeof nothing {
    const current = this.#current;
    const isStale = this._base !== current;
    const merged = isStale
      ? mergedText(mergeThreeWay(this._base, current, this._text, this.#lang))
      : undefined;
    return html`${this._unkept ? html`<p class="warning" role="alert">${t('correcting.unkept')}</p>` : nothing}
    ${this._restored ? html`<p class="notice" role="status">${t('correcting.restored')}</p>` : nothing}
    ${
      isStale
        ? html`<div class="warning" role="status">
            <p>${t('correcting.baseChanged')}</p>
            ${
              merged === undefined
                ? nothing
                : html`<button
                    type="button"
                    @click=${() => {
                      this.#rebase(merged);
                    }}
                  >
                    ${t('correcting.baseMerge')}
                  </button>`
            }
            <button
              type="button"
              @click=${() => {
                this.#rebase(this._text);
              }}
            >
              ${t('correcting.baseOver')}
            </button>
          </div>`
        : nothing
    }`;
  }

  #renderField(): TemplateResult {
    const lang = this.#lang;
    return html`<label for="text">${t('correcting.text')}</label>
      <textarea
        id="text"
        class="read"
        lang=${lang}
        dir=${directionOf(lang)}
        spellcheck="true"
        rows="3"
        maxlength=${MAX_TEXT}
        .value=${live(this._text)}
        @input=${(event: Event) => {
          if (event.target instanceof HTMLTextAreaElement) this.#edit(onOneLine(event.target.value));
        }}
        @paste=${(event: ClipboardEvent) => {
          this.#onPaste(event);
        }}
      ></textarea>`;
  }

  #renderFindings(): TemplateResult {
    // There before there is anything to say, so that it is read out when there is.
    return html`<div class="findings" role="status">
      ${
        this.findings.length === 0
          ? nothing
          : html`<h4>${t('correcting.findings')}</h4>
              <ul>
                ${this.findings.map(({ message }) => html`<li>${message}</li>`)}
              </ul>`
      }
    </div>`;
  }

  #renderChanges(): TemplateResult {
    return html`<h4>${t('correcting.changes')}</h4>
      <lesart-diff-text
        .outcome=${this.#diff.outcome}
        .oldLang=${this.#lang}
        .newLang=${this.#lang}
      ></lesart-diff-text>`;
  }

  #renderReference(): TemplateResult | typeof nothing {
    const reference = this.opened.variant(this.opened.work.reference);
    const texts = reference && this.opened.row(this.paragraph)?.cells.get(reference.id);
    if (!reference || !texts || reference.id === this.variant) return nothing;
    return html`<h4>
        ${t('correcting.reference')}: <span lang=${reference.lang}>${reference.label}</span>
        <small>${t(`provenance.${reference.provenance}`)}</small>
      </h4>
      ${texts.map(
        ({ text }) =>
          html`<p class="read reference" lang=${reference.lang} dir=${directionOf(reference.lang)}>
            ${text}
          </p>`,
      )}`;
  }

  #renderMarks(): TemplateResult {
    return html`<h4>${t('correcting.marks')}</h4>
      ${renderMarks({
        marks: this.#marks,
        variant: this.variant,
        lang: this.#lang,
        text: this._text,
        isResolved: (mark) => this.#isResolved(mark),
        resolve: (mark, isResolved) => {
          this._resolves = { ...this._resolves, [mark.id]: isResolved };
          this.#keep();
        },
        take: (mark) => {
          this.#take(mark);
        },
      })}`;
  }

  #renderEnd(): TemplateResult {
    return html`<div class="end">
      <label
        >${t('correcting.reason')}<input
          class="reason"
          type="text"
          maxlength="10000"
          .value=${live(this._reason)}
          @input=${(event: Event) => {
            if (!(event.target instanceof HTMLInputElement)) return;
            this._reason = event.target.value;
            this.#keep();
          }}
      /></label>
      ${
        this.author === ''
          ? html`<label
              >${t('marking.author')}<input class="author" type="text" autocomplete="name" maxlength="100"
            /></label>`
          : nothing
      }
      <div class="actions">
        <button
          class="over"
          type="button"
          ?disabled=${!this.#isBegun}
          @click=${() => {
            this.#startOver();
          }}
        >
          ${t('correcting.startOver')}
        </button>
        <button
          class="leave"
          type="button"
          title=${t('correcting.leaveHint')}
          @click=${() => {
            this.#leave();
          }}
        >
          ${t('correcting.leave')} <kbd>Esc</kbd>
        </button>
        <button
          class="save"
          type="button"
          ?disabled=${!this.#canSave}
          @click=${() => {
            this.#save();
          }}
        >
          ${t(this.editedFrom === undefined ? 'correcting.save' : 'correcting.saveEdit')}
          <kbd>Ctrl+Enter</kbd>
        </button>
      </div>
    </div>`;
  }

  override render(): TemplateResult {
    const number = this.opened.row(this.paragraph)?.number ?? 0;
    const variant = this.opened.variant(this.variant);
    return html`<section
      aria-labelledby="title"
      @keydown=${(event: KeyboardEvent) => {
        this.#onKey(event);
      }}
    >
      <h3 id="title">
        ${t(this.editedFrom === undefined ? 'correcting.title' : 'correcting.editTitle', { number })}
        <small lang=${variant?.lang ?? nothing}>${variant?.label}</small>
      </h3>
      ${this.#renderNotices()}
      <div class="sides">
        <div>${this.#renderField()} ${this.#renderFindings()} ${this.#renderChanges()}</div>
        <div>${this.#renderReference()} ${this.#renderMarks()}</div>
      </div>
      ${this.#renderEnd()}
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lesart-correction-editor': CorrectionEditor;
  }
  interface HTMLElementEventMap {
    'text-edited': CustomEvent<{ readonly text: string }>;
  }
}
