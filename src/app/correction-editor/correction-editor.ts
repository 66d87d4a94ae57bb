import { LitElement, type PropertyValues, type TemplateResult, html, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { Mark } from '../../core/contribution/record.ts';
import { replacementIn } from '../../core/contribution/replacement.ts';
import type { Span } from '../../core/span.ts';
import { LocaleController, t } from '../../i18n/i18n.ts';
import type { DraftPlace, Drafts } from '../../store/drafts.ts';
import { CorrectionDrafted } from '../correction-events.ts';
import { directionOf } from '../direction.ts';
import type { OpenedWork } from '../opened-work.ts';
import { reading } from '../reading.styles.ts';
import '../diff-text/diff-text.ts';
import { styles } from './correction-editor.styles.ts';
import { draftOf } from './drafted.ts';
import { renderEnd } from './end.ts';
import { type FindingPlace, type TextFinding, renderFindings } from './findings-list.ts';
import { LiveDiff } from './live-diff.ts';
import { type MemoryFound, type MemoryText, renderMemory } from './memory-list.ts';
import { renderNotices, renderOutcome } from './notices.ts';
import {
  type BaseMark,
  WITH_KEY,
  baseMarks,
  renderMarks,
  resolvedCount,
  resolvedMarks,
} from './paragraph-marks.ts';
import { baseOf, faultOf, partsNow, partsOf, tidy } from './parts.ts';
import { said } from './said.styles.ts';
import { type StructureStep, renderStructure, stepOf } from './structure-bar.ts';
import { canStep, takeStep } from './structure.ts';
import { renderTextArea } from './text-area.ts';
import { growWithText, selectIn, typeInto, wordsIn } from './text-field.ts';
import { Writing } from './writing.ts';

/** What is being written, as it stands now. */
export interface WrittenText {
  readonly text: string;
  /** What it is made from. */
  readonly base: string;
  /** The paragraphs that it is for: several where they were joined. */
  readonly paragraphs: readonly string[];
}

/**
 * Where a reader corrects a paragraph: its text, what changes as it is typed, its marks and the reference beside it.
 * What is typed is kept on the device until it is saved, whatever happens to the page.
 *
 * @fires correction-drafted - the text is to be kept as a proposal
 * @fires correction-left - the reader left; the draft is kept
 * @fires text-edited - the text is another one (`WrittenText`), also at the beginning, for whoever checks it
 * @slot terms - what a glossary says of the paragraph
 */
@customElement('lesart-correction-editor')
export class CorrectionEditor extends LitElement {
  static override readonly styles = [reading, styles, said];

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
  /** Earlier corrections that may do here too. */
  @property({ attribute: false }) memory: MemoryFound | undefined;
  /** Where drafts are kept. */
  @property({ attribute: false }) drafts: Drafts | undefined;

  @query('#text') private readonly _field!: HTMLTextAreaElement | null;
  @query('.author') private readonly _author!: HTMLInputElement | null;

  readonly #diff = new LiveDiff(this);
  readonly #writing = new Writing(this, () => this.drafts);
  #marks: readonly BaseMark[] = [];
  #resolved: ReadonlySet<string> = new Set();
  #told = '';

  constructor() {
    super();
    new LocaleController(this);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const place = this.#place;
    const writing = this.#writing;
    if (!writing.isOf(place)) {
      // What was said of another text.
      if (this.hasUpdated) [this.findings, this.memory] = [[], undefined];
      writing.turnTo({ place, parts: this.#ownParts, text: this.draft });
    }
    // Nothing was typed yet: the text is followed.
    else if (changed.has('opened') && !writing.isBegun) writing.follow(this.#ownParts);
    const { base } = writing;
    this.#marks = baseMarks(this.opened, this.variant, this.#paragraphs, base);
    this.#diff.show(base, writing.text, this.#lang);
    const { outcome } = this.#diff;
    this.#resolved =
      outcome.state === 'done' && outcome.value.old === base
        ? resolvedMarks(this.#marks, outcome.value, this.#lang)
        : new Set();
  }

  protected override updated(): void {
    if (this._field) growWithText(this._field);
    const { text, base } = this.#writing;
    const written: WrittenText = { text, base, paragraphs: this.#paragraphs };
    const said = JSON.stringify([this.opened.work.slug, this.variant, written]);
    if (said === this.#told) return;
    this.#told = said;
    this.dispatchEvent(new CustomEvent('text-edited', { detail: written }));
  }

  override focus(options?: FocusOptions): void {
    if (this._field) this._field.focus(options);
    else
      void this.updateComplete.then(() => {
        this._field?.focus(options);
      });
  }

  /** Puts the keyboard on words, where they stand in the text. @param start where they stood */
  async selectWords(words: string, start: number): Promise<void> {
    await this.updateComplete;
    const span = wordsIn(this.#writing.text, words, start);
    if (span && this._field) selectIn(this._field, span);
  }

  /** Puts words where the caret is, as if they were typed. */
  insertWords(words: string): void {
    if (this._field) this.#type({ start: this._field.selectionStart, end: this._field.selectionEnd }, words);
  }

  get #lang(): string {
    return this.opened.variant(this.variant)?.lang ?? 'und';
  }

  get #ownParts() {
    return partsOf(this.opened, this.variant, this.paragraph, this.editedFrom);
  }

  get #paragraphs(): readonly string[] {
    return this.#writing.parts.map(({ paragraph }) => paragraph);
  }

  /** The paragraphs with their texts as they are now. */
  get #partsNow() {
    return partsNow(this.opened, this.variant, this.#paragraphs);
  }

  get #place(): DraftPlace {
    const { variant, paragraph, editedFrom } = this;
    return {
      work: this.opened.work.slug,
      variant,
      paragraph,
      ...(editedFrom === undefined ? {} : { editedFrom }),
    };
  }

  get #canSave(): boolean {
    const { text, base } = this.#writing;
    const isNew = this.editedFrom !== undefined || tidy(text) !== tidy(base);
    return isNew && faultOf(text) === undefined;
  }

  get #reference(): (MemoryText & { readonly id: string }) | undefined {
    const reference = this.opened.variant(this.opened.work.reference);
    if (!reference || reference.id === this.variant) return undefined;
    const texts = this.#paragraphs.flatMap(
      (paragraph) =>
        this.opened
          .row(paragraph)
          ?.cells.get(reference.id)
          ?.map(({ text }) => text) ?? [],
    );
    return texts.length === 0
      ? undefined
      : { id: reference.id, lang: reference.lang, text: texts.join('\n') };
  }

  #type(span: Span, words: string): void {
    if (this._field) typeInto(this._field, span, words);
  }

  #take(mark: Mark): void {
    const change = replacementIn(this.#writing.text, mark, this.variant);
    if (change) this.#type(change.span, change.words);
  }

  #isResolved(mark: Mark): boolean {
    return this.#writing.resolves[mark.id] ?? this.#resolved.has(mark.id);
  }

  #show({ words, start }: FindingPlace): void {
    const span = wordsIn(this.#writing.text, words, start);
    if (span && this._field) selectIn(this._field, span);
  }

  #step(step: StructureStep): void {
    if (this._field) takeStep(step, this, this.#writing, this._field);
  }

  #save(): void {
    if (!this.#canSave) return;
    const writing = this.#writing;
    writing.flush();
    const resolves = this.#marks.filter(({ mark }) => this.#isResolved(mark)).map(({ mark }) => mark.id);
    const author = (this._author?.value ?? this.author).trim();
    this.dispatchEvent(new CorrectionDrafted(draftOf(this.#place, writing, { resolves, author })));
  }

  #leave(): void {
    this.#writing.flush();
    this.dispatchEvent(new Event('correction-left', { bubbles: true, composed: true }));
  }

  #startOver(): void {
    const writing = this.#writing;
    writing.startOver(this.#ownParts, this.draft, (text) => {
      this.#type({ start: 0, end: writing.text.length }, text);
    });
  }

  #onKey(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const { key, ctrlKey, metaKey, altKey } = event;
    const digit = /^Digit([1-9])$/.exec(event.code)?.[1];
    const step = stepOf(event);
    if (key === 'Enter' && (ctrlKey || metaKey)) this.#save();
    else if (key === 'Escape') this.#leave();
    else if (step) this.#step(step);
    else if (altKey && !ctrlKey && !metaKey && digit !== undefined && Number(digit) <= WITH_KEY) {
      const mark = this.#marks[Number(digit) - 1]?.mark;
      if (mark) this.#take(mark);
    } else return;
    event.preventDefault();
  }

  #renderWritten(): TemplateResult {
    const writing = this.#writing;
    const { text, base } = writing;
    const lang = this.#lang;
    const joined = this.#paragraphs.map((paragraph) => this.opened.row(paragraph)?.number ?? 0);
    return html`${renderTextArea({
        text,
        lang,
        edit: (typed, isHistory) => {
          writing.edit(typed, isHistory);
        },
      })}
      ${renderStructure(
        (step) => canStep(step, this, writing),
        (step) => {
          this.#step(step);
        },
      )}
      ${renderOutcome({ text, base, joined })}
      ${renderFindings(this.findings, lang, (place) => {
        this.#show(place);
      })}
      <slot name="terms"></slot>
      ${renderMemory(this.memory, { written: { text, lang }, source: this.#reference }, (span, words) => {
        this.#type(span, words);
      })}
      <h4>${t('correcting.changes')}</h4>
      <lesart-diff-text .outcome=${this.#diff.outcome} .oldLang=${lang} .newLang=${lang}></lesart-diff-text>`;
  }

  #renderReference(): TemplateResult | typeof nothing {
    const found = this.#reference;
    const reference = found && this.opened.variant(found.id);
    if (!found || !reference) return nothing;
    const { lang } = found;
    return html`<h4>
        ${t('correcting.reference')}: <span lang=${lang}>${reference.label}</span>
        <small>${t(`provenance.${reference.provenance}`)}</small>
      </h4>
      ${found.text
        .split('\n')
        .map((line) => html`<p class="read reference" lang=${lang} dir=${directionOf(lang)}>${line}</p>`)}`;
  }

  #renderMarks(): TemplateResult {
    return html`<h4>${t('correcting.marks')}</h4>
      ${renderMarks({
        marks: this.#marks,
        resolvedBefore: resolvedCount(this.opened, this.variant, this.#paragraphs),
        variant: this.variant,
        lang: this.#lang,
        text: this.#writing.text,
        isResolved: (mark) => this.#isResolved(mark),
        resolve: (mark, isResolved) => {
          this.#writing.resolve(mark.id, isResolved);
        },
        take: (mark) => {
          this.#take(mark);
        },
      })}`;
  }

  override render(): TemplateResult {
    const number = this.opened.row(this.paragraph)?.number ?? 0;
    const variant = this.opened.variant(this.variant);
    const writing = this.#writing;
    const { text, base, reason, isBegun, isRestored, isUnkept } = writing;
    const isEdit = this.editedFrom !== undefined;
    return html`<section
      aria-labelledby="title"
      @keydown=${(event: KeyboardEvent) => {
        this.#onKey(event);
      }}
    >
      <h3 id="title">
        ${t(isEdit ? 'correcting.editTitle' : 'correcting.title', { number })}
        <small lang=${variant?.lang ?? nothing}>${variant?.label}</small>
      </h3>
      ${renderNotices({
        base,
        text,
        current: baseOf(this.#partsNow),
        lang: this.#lang,
        isRestored,
        isUnkept,
        rebase: (made) => {
          writing.rebase(this.#partsNow, made);
        },
      })}
      <div class="sides">
        <div>${this.#renderWritten()}</div>
        <div>${this.#renderReference()} ${this.#renderMarks()}</div>
      </div>
      ${renderEnd({
        reason,
        author: this.author,
        isBegun,
        canSave: this.#canSave,
        saves: isEdit ? 'saveEdit' : tidy(text) === '' && base !== '' ? 'saveRemoval' : 'save',
        explain: (words) => {
          writing.explain(words);
        },
        startOver: () => {
          this.#startOver();
        },
        leave: () => {
          this.#leave();
        },
        save: () => {
          this.#save();
        },
      })}
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lesart-correction-editor': CorrectionEditor;
  }
  interface HTMLElementEventMap {
    'text-edited': CustomEvent<WrittenText>;
  }
}
