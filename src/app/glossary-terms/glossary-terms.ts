import { LitElement, type TemplateResult, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { currentText } from '../../core/contribution/current-text.ts';
import { type ParagraphTerm, paragraphTerms } from '../../core/work/glossary-paragraph.ts';
import type { VariantInfo } from '../../core/work/model.ts';
import { LocaleController, t } from '../../i18n/i18n.ts';
import { type GlossarySource, GlossaryController, glossarySource } from '../controllers/glossary.ts';
import { directionOf } from '../direction.ts';
import type { OpenedWork } from '../opened-work.ts';
import { reading } from '../reading.styles.ts';
import { GlossaryAsked, RenderingInserted } from './glossary-events.ts';
import { styles } from './glossary-terms.styles.ts';

/**
 * The glossary's terms that stand in a paragraph of the reference, what each is to be called in the variant, and
 * whether the variant's paragraph says so. Its texts are a later group: await `loadLaterTexts` first.
 *
 * @fires rendering-inserted - the reader wants a rendering in the text that is being written
 * @fires glossary-asked - the reader wants to see the whole glossary
 */
@customElement('lesart-glossary-terms')
export class GlossaryTerms extends LitElement {
  static override readonly styles = [reading, styles];

  @property({ attribute: false }) opened!: OpenedWork;
  @property({ attribute: false }) paragraph = '';
  /** The variant that is looked at; the work's subject where none is named. */
  @property({ attribute: false }) variant: string | undefined;
  /** The text that is being written, instead of the paragraph's own. */
  @property({ attribute: false }) text: string | undefined;
  /** Renderings can be put into a text. */
  @property({ attribute: false }) insertable = false;
  /** Where glossaries come from. */
  @property({ attribute: false }) source: GlossarySource = glossarySource();

  constructor() {
    super();
    new LocaleController(this);
    new GlossaryController(this, () => this.source);
  }

  get #variant(): VariantInfo | undefined {
    return this.opened.variant(this.variant ?? this.opened.work.subject);
  }

  get #terms(): readonly ParagraphTerm[] {
    const { opened, paragraph } = this;
    const glossary = this.source.glossaryOf(opened);
    const reference = opened.variant(opened.work.reference);
    const variant = this.#variant;
    if (!glossary || !reference || !variant || variant.id === reference.id) return [];
    const own = opened.paragraph(variant.id, paragraph)?.text ?? '';
    return paragraphTerms(glossary, {
      reference: opened.paragraph(reference.id, paragraph)?.text ?? '',
      referenceLang: reference.lang,
      subject: this.text ?? currentText(own, opened.corrections(variant.id, paragraph)),
      lang: variant.lang,
      variant: variant.id,
    });
  }

  #renderExpected(term: ParagraphTerm, words: string, lang: string): TemplateResult {
    const isUsed = words === term.used;
    return html`<span class="rendering"
      ><span class=${isUsed ? 'used' : ''} lang=${lang} dir=${directionOf(lang)}>${words}</span>${
        this.insertable && !isUsed
          ? html` <button
              type="button"
              aria-label=${t('glossary.terms.insertOf', { words })}
              @click=${() => this.dispatchEvent(new RenderingInserted(words))}
            >
              ${t('glossary.terms.insert')}
            </button>`
          : nothing
      }</span
    >`;
  }

  #renderTerm(term: ParagraphTerm): TemplateResult {
    const lang = this.#variant?.lang ?? 'und';
    const referenceLang = this.opened.variant(this.opened.work.reference)?.lang ?? 'und';
    const { expected, forbidden, used, misused } = term;
    const isFound = used !== undefined || expected.length === 0;
    return html`<li class=${isFound && misused === undefined ? 'right' : 'open'}>
      <b lang=${referenceLang} dir=${directionOf(referenceLang)}>${term.term}</b>
      ${expected.map((words) => this.#renderExpected(term, words, lang))}
      ${
        expected.length === 0
          ? nothing
          : html`<small class="state"
              >${isFound ? '✓' : '○'} ${t(isFound ? 'glossary.terms.used' : 'glossary.terms.missing')}</small
            >`
      }
      ${
        misused === undefined
          ? forbidden.length === 0
            ? nothing
            : html`<small lang=${lang}>${t('glossary.terms.not', { words: forbidden.join(', ') })}</small>`
          : html`<strong>${t('glossary.terms.misused', { words: misused })}</strong>`
      }
      ${term.sense === '' ? nothing : html`<small class="sense">${term.sense}</small>`}
    </li>`;
  }

  override render(): TemplateResult {
    const terms = this.#terms;
    const open = terms.filter(
      ({ expected, used, misused }) => misused !== undefined || (used === undefined && expected.length > 0),
    ).length;
    const isWaiting = terms.length === 0 && !this.source.isReady(this.opened);
    return html`${
        terms.length === 0
          ? html`<p class="state">${t(isWaiting ? 'glossary.terms.loading' : 'glossary.terms.none')}</p>`
          : html`<p class=${this.insertable ? 'state title' : 'state'}>
                ${t('glossary.terms.count', { count: terms.length })}${
                  open > 0 ? html` · ${t('glossary.terms.open', { count: open })}` : nothing
                }
              </p>
              <ul>
                ${terms.map((term) => this.#renderTerm(term))}
              </ul>`
      }
      <button class="all" type="button" @click=${() => this.dispatchEvent(new GlossaryAsked())}>
        ${t('glossary.terms.glossary')} ${this.insertable ? nothing : html`<kbd>G</kbd>`}
      </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lesart-glossary-terms': GlossaryTerms;
  }
  interface HTMLElementEventMap {
    'glossary-asked': GlossaryAsked;
    'rendering-inserted': RenderingInserted;
  }
}
