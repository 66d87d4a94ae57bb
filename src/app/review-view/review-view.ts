import { LitElement, type TemplateResult, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Finding } from '../../core/check/finding.ts';
import { DEFAULT_CHECKS } from '../../core/check/registry.ts';
import type { Severity } from '../../core/mqm/typology.ts';
import type { Glossary } from '../../core/work/glossary.ts';
import { LocaleController, t } from '../../i18n/i18n.ts';
import { ParagraphActivated } from '../events.ts';
import type { OpenedWork } from '../opened-work.ts';
import { readSetting } from '../settings.ts';
import { decimal } from '../statistics-view/decimal.ts';
import { Memo } from '../statistics-view/memo.ts';
import { TextsAsked, missingTexts } from '../texts-asked.ts';
import { Checking } from './checking.ts';
import { checkName } from './finding-words.ts';
import {
  type Entry,
  type FindingEntry,
  filtered,
  FindingQueue,
  type ForkEntry,
  forkEntries,
  type StrayEntry,
  strayEntries,
} from './queue.ts';
import { renderEntry } from './render-entry.ts';
import {
  DismissalWithdrawn,
  type EntryWished,
  FindingDismissed,
  FindingMarked,
  ReviewFilterChanged,
} from './review-events.ts';
import {
  isRestricting,
  type ReviewFilter,
  type Section,
  shortestReview,
  unrestrictedReview,
} from './review-filter.ts';
import './review-filters.ts';
import { reviewKey } from './review-keys.ts';
import { renderCount, renderNews, renderNoMatch, renderProgress, renderSections } from './review-parts.ts';
import { styles } from './review-view.styles.ts';

/** Entries that are shown at once. */
const PAGE = 50;
/** As wide as this the filters need no fold. */
const WIDE = '(min-width: 50.01rem)';

/** The entry that was acted on last in each work: who comes back from the text goes on there. */
const places = new Map<string, string>();

/**
 * The queue of what waits for a person's judgement: what the checks found, accepted corrections that differ, and marks
 * whose words have no place any more. Its texts are a later group: await `loadLaterTexts` first. Keys count while the
 * focus is in it.
 *
 * @fires filter-changed - the reader wants to see something else (`ReviewFilterChanged`)
 * @fires paragraph-activated - the reader wants to see a paragraph in the text
 * @fires finding-marked - a finding is an error
 * @fires finding-dismissed - a finding is none
 * @fires texts-asked - there are texts that could testify and have not been loaded; once a work
 * @fires dismissal-withdrawn - a finding that was dismissed is open again
 */
@customElement('lesart-review-view')
export class ReviewView extends LitElement {
  static override readonly styles = styles;

  @property({ attribute: false }) opened!: OpenedWork;
  @property({ attribute: false }) filter: ReviewFilter = {};
  /** The work's glossary, which some checks need; undefined where there is none. */
  @property({ attribute: false }) glossary: Glossary | undefined;

  /** Key of the entry that keys act on. */
  @state() private _active: string | undefined;
  /** Key of the finding of which the severity is asked. */
  @state() private _asking: string | undefined;
  @state() private _shown = PAGE;
  /** What was done last, and the finding whose dismissal can be taken back. */
  @state() private _news: { readonly text: string; readonly dismissed?: Finding } | undefined;

  /** The entry to go back to, once it is there. */
  #place: string | undefined;
  /** The work whose texts were asked for. */
  #asked: string | undefined;
  readonly #checking = new Checking(this);
  readonly #all = new FindingQueue();
  readonly #entries = new Memo<readonly FindingEntry[]>();
  readonly #filtered = new Memo<readonly FindingEntry[]>();
  readonly #openOnes = new Memo<readonly FindingEntry[]>();
  readonly #forks = new Memo<readonly ForkEntry[]>();
  readonly #strays = new Memo<readonly StrayEntry[]>();

  constructor() {
    super();
    new LocaleController(this);
    this.addEventListener('keydown', (event) => {
      this.#onKey(event);
    });
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    const { extra = [] } = this.filter;
    this.#checking.turnTo(this.opened, this.glossary, [...DEFAULT_CHECKS.map(({ id }) => id), ...extra]);
    if (!this.hasUpdated) this.#place = places.get(this.opened.work.slug);
    if (this._active !== undefined) places.set(this.opened.work.slug, this._active);
    if (!changed.has('filter')) return;
    this._shown = PAGE;
    this._active = undefined;
    this._asking = undefined;
  }

  protected override updated(): void {
    this.#askForTexts();
    if (this.#place === undefined) return;
    const place = this._active ?? this.#place;
    if (!this.#queue.some(({ key }) => key === place)) return;
    this.#place = undefined;
    void this.updateComplete.then(() => this.#turnTo(place));
  }

  #askForTexts(): void {
    const missing = missingTexts(this.opened);
    const { slug } = this.opened.work;
    if (missing.length === 0 || this.#asked === slug) return;
    this.#asked = slug;
    // What the answer changes is rendered after this rendering.
    void this.updateComplete.then(() => this.dispatchEvent(new TextsAsked(missing)));
  }

  /** Puts the keyboard on the entry that was acted on last, or on the queue as a whole. */
  override focus(): void {
    const entry = this.#elementOf(this._active);
    if (entry) entry.focus();
    else super.focus();
  }

  get #section(): Section {
    return this.filter.section ?? 'findings';
  }

  get #found(): readonly FindingEntry[] {
    const { findings } = this.#checking;
    return this.#entries.get([findings, this.opened], () => this.#all.entries(findings, this.opened));
  }

  /** All entries of the section that is shown, in their order. */
  get #queue(): readonly Entry[] {
    const { opened, filter } = this;
    if (this.#section === 'forks') return this.#forks.get([opened], () => forkEntries(opened));
    if (this.#section === 'strays') return this.#strays.get([opened], () => strayEntries(opened));
    const found = this.#found;
    return this.#filtered.get([found, filter], () => filtered(found, filter));
  }

  readonly #nameOf = (variant: string): string => this.opened.variant(variant)?.label ?? variant;

  #elementOf(key: string | undefined): HTMLElement | undefined {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('[data-key]')].find(
      (element) => key !== undefined && element.dataset['key'] === key,
    );
  }

  #ask(filter: ReviewFilter): void {
    this.dispatchEvent(new ReviewFilterChanged(shortestReview(filter)));
  }

  // Doings

  /** Makes an entry the one that keys act on, with the keyboard on it; undefined: none is left. */
  async #turnTo(key: string | undefined): Promise<void> {
    this._active = key;
    const at = this.#queue.findIndex((entry) => entry.key === key);
    if (at >= this._shown) this._shown = (Math.floor(at / PAGE) + 1) * PAGE;
    await this.updateComplete;
    this.focus();
  }

  #step(step: 1 | -1): void {
    const at = this.#queue.findIndex(({ key }) => key === this._active);
    const next = this.#queue[at < 0 ? 0 : at + step];
    if (next) void this.#turnTo(next.key);
  }

  /** Turns to what follows an entry that is about to leave the queue. */
  #leave({ key }: Entry): void {
    const at = this.#queue.findIndex((entry) => entry.key === key);
    void this.#turnTo((this.#queue[at + 1] ?? this.#queue[at - 1])?.key);
  }

  #open({ paragraph }: Entry): void {
    this.dispatchEvent(new ParagraphActivated(paragraph, 'panel'));
  }

  #dismiss(entry: FindingEntry): void {
    const { finding } = entry;
    this._news = { text: t('review.wasDismissed', { name: checkName(finding.check) }), dismissed: finding };
    this.#leave(entry);
    this.dispatchEvent(new FindingDismissed(finding));
  }

  #restore(finding: Finding): void {
    this._news = { text: t('review.wasRestored', { name: checkName(finding.check) }) };
    this.dispatchEvent(new DismissalWithdrawn(finding));
    void this.#turnTo(finding.key);
  }

  async #askSeverity({ key }: FindingEntry): Promise<void> {
    this._active = key;
    this._asking = key;
    await this.updateComplete;
    await this.#findingElement(key)?.focusQuestion();
  }

  #findingElement(key: string | undefined): HTMLElementTagNameMap['lesart-review-finding'] | undefined {
    const element = this.#elementOf(key);
    return element?.localName === 'lesart-review-finding'
      ? (element as HTMLElementTagNameMap['lesart-review-finding'])
      : undefined;
  }

  #mark(entry: FindingEntry, severity: Severity, comment: string): void {
    const { finding } = entry;
    this._asking = undefined;
    this._news = { text: t('review.wasMarked', { name: checkName(finding.check) }) };
    this.#leave(entry);
    this.dispatchEvent(new FindingMarked(finding, severity, comment));
  }

  /** Dismisses, or takes the reader's own dismissal back. */
  #settle(entry: FindingEntry): void {
    if (entry.standing === 'open') this.#dismiss(entry);
    else if (entry.dismissals.some(({ author }) => author === readSetting('author')))
      this.#restore(entry.finding);
  }

  #onWish(entry: Entry, { wish }: EntryWished): void {
    if (wish === 'open') this.#open(entry);
    if (entry.kind !== 'finding') return;
    if (wish === 'mark') void this.#askSeverity(entry);
    if (wish === 'dismiss' || wish === 'restore') this.#settle(entry);
    if (wish === 'cancel') this.#cancel();
  }

  #cancel(): void {
    this._asking = undefined;
    void this.#turnTo(this._active);
  }

  #onKey(event: KeyboardEvent): void {
    const asked = reviewKey(event, this._asking !== undefined);
    if (!asked || (readSetting('keys') === 'off' && event.key.length === 1)) return;
    const entry = this.#queue.find(({ key }) => key === this._active);
    event.preventDefault();
    if (asked.does === 'step') this.#step(asked.step);
    else if (asked.does === 'cancel') this.#cancel();
    else if (asked.does === 'severity') this.#findingElement(this._asking)?.choose(asked.severity);
    else if (entry && asked.does === 'open') this.#open(entry);
    else if (entry?.kind === 'finding' && asked.does === 'settle') this.#settle(entry);
    else if (entry?.kind === 'finding' && entry.standing === 'open') void this.#askSeverity(entry);
  }

  // Parts

  #renderSections(): TemplateResult {
    const { opened } = this;
    const { extra } = this.filter;
    const found = this.#found;
    const counts = {
      findings: this.#openOnes.get([found, extra], () => filtered(found, { extra })).length,
      forks: this.#forks.get([opened], () => forkEntries(opened)).length,
      strays: this.#strays.get([opened], () => strayEntries(opened)).length,
    };
    const isCounting = this.#checking.now.state === 'running';
    return renderSections(counts, this.#section, isCounting, (section) => {
      this.#ask({ ...this.filter, section: section === 'findings' ? undefined : section });
    });
  }

  #renderProgress(): TemplateResult {
    return renderProgress(
      this.#checking.now,
      () => {
        this.#checking.stop();
      },
      () => {
        this.#checking.again();
      },
    );
  }

  /** Texts that are not there are no witnesses. */
  #renderPartial(): TemplateResult | typeof nothing {
    const { work, texts } = this.opened;
    const complete = work.variants.filter(
      ({ status, provenance }) => status === 'complete' && provenance !== 'back-translation',
    );
    const number = complete.filter(({ id }) => texts.has(id)).length;
    return number === complete.length
      ? nothing
      : html`<p class="note">${t('review.partial', { number, total: complete.length })}</p>`;
  }

  #renderFilters(): TemplateResult {
    return html`<details class="filters" ?open=${matchMedia(WIDE).matches}>
      <summary>${t(isRestricting(this.filter) ? 'review.filtersOn' : 'review.filters')}</summary>
      <lesart-review-filters
        .filter=${this.filter}
        .entries=${this.#found}
        .nameOf=${this.#nameOf}
        @filter-changed=${(event: ReviewFilterChanged) => {
          // It bubbles no further than this element's root; what is asked comes from the element itself.
          event.stopPropagation();
          this.#ask(event.filter);
        }}
      ></lesart-review-filters>
    </details>`;
  }

  #renderCount(queue: readonly Entry[]): TemplateResult {
    const { subject } = this.opened.work;
    const inSubject = queue.filter(({ variant }) => variant === subject).length;
    const unlisted = this.#section === 'findings' ? this.#checking.unlisted : 0;
    return renderCount(queue.length, inSubject, this.#nameOf(subject), unlisted);
  }

  #renderEntry(entry: Entry, index: number): TemplateResult {
    const isActive = entry.key === this._active;
    return renderEntry(entry, {
      opened: this.opened,
      isActive,
      isStop: isActive || (this._active === undefined && index === 0),
      isAsking: entry.key === this._asking,
      focused: () => {
        this._active = entry.key;
      },
      wished: (event) => {
        this.#onWish(entry, event);
      },
      chosen: ({ severity, comment }) => {
        if (entry.kind === 'finding') this.#mark(entry, severity, comment);
      },
    });
  }

  #renderList(queue: readonly Entry[]): TemplateResult {
    const rest = queue.length - this._shown;
    return html`<ol class="queue">
        ${repeat(
          queue.slice(0, this._shown),
          ({ key }) => key,
          (entry, index) => html`<li>${this.#renderEntry(entry, index)}</li>`,
        )}
      </ol>
      ${
        rest > 0
          ? html`<button
              type="button"
              class="more"
              @click=${() => {
                void this.#turnTo(queue[this._shown]?.key);
              }}
            >
              ${t('review.more', { number: Math.min(PAGE, rest), rest: decimal(rest, 0) })}
            </button>`
          : nothing
      }`;
  }

  #renderEmpty(): TemplateResult | typeof nothing {
    const { now } = this.#checking;
    const section = this.#section;
    if (section !== 'findings')
      return html`<p class="empty">${t(section === 'forks' ? 'review.noForks' : 'review.noStrays')}</p>`;
    if (now.state !== 'done') return nothing;
    if (isRestricting(this.filter))
      return renderNoMatch(() => {
        this.#ask(unrestrictedReview(this.filter));
      });
    const count = this.#found.length;
    return html`<p class="empty">${count > 0 ? t('review.allSettled', { count }) : t('review.nothing')}</p>`;
  }

  #renderNews(): TemplateResult {
    const { text, dismissed } = this._news ?? {};
    const undo = dismissed && (() => void this.#restore(dismissed));
    return renderNews(text, undo);
  }

  override render(): TemplateResult {
    const queue = this.#queue;
    const isFindings = this.#section === 'findings';
    return html`<div class="page">
      <slot name="beside"></slot>
      <h2>${t('review.title')}</h2>
      ${this.#renderSections()}
      <p class="hint">
        ${t(`review.hint.${this.#section}`)}
        ${isFindings ? html`<span class="keys">${t('review.keys')}</span>` : nothing}
      </p>
      ${isFindings ? html`${this.#renderFilters()}${this.#renderPartial()}${this.#renderProgress()}` : nothing}
      ${queue.length > 0 ? html`${this.#renderCount(queue)}${this.#renderList(queue)}` : this.#renderEmpty()}
      ${this.#renderNews()}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lesart-review-view': ReviewView;
  }
}
