import { LitElement, type PropertyValues, type TemplateResult, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { type WitnessFact, witnessFacts } from '../../core/check/witness/witness-facts.ts';
import type { Mark } from '../../core/contribution/record.ts';
import type { VariantInfo } from '../../core/work/model.ts';
import type { Row } from '../../core/work/rows.ts';
import { LocaleController, t } from '../../i18n/i18n.ts';
import { WitnessReading } from '../controllers/witness-reading.ts';
import type { OpenedWork } from '../opened-work.ts';
import { reading } from '../reading.styles.ts';
import { variantsInOrder } from '../variant-order.ts';
import { markIn, markLayers, renderChain } from './error-chain.ts';
import { type FactColumn, factCell, factColumns, factHead } from './fact-cells.ts';
import { highlightedText, layersOf } from './highlighted-text.ts';
import { styles } from './witness-table.styles.ts';

/** A fact on which somebody stands apart: its words are worth a look in every text. */
const isContested = ({ answers }: WitnessFact): boolean =>
  [...answers.values()].some(({ standing }) => standing === 'departs' || standing === 'differs');

/**
 * What all variants testify of one paragraph: numbers, names, denial, questions, sentences, length; what most say
 * stands in the head, and who departs is told by a sign and by weight. Each variant's text is one step away.
 *
 * @fires texts-asked - there are texts that have not been loaded; once a work
 */
@customElement('lesart-witness-table')
export class WitnessTable extends LitElement {
  static override readonly styles = [reading, styles];

  @property({ attribute: false }) opened!: OpenedWork;
  /** The active paragraph's id. */
  @property({ attribute: false }) paragraph = '';
  /** The active mark's id. */
  @property({ attribute: false }) mark: string | undefined;

  /** Variants whose text is shown. */
  @state() private _unfolded: ReadonlySet<string> = new Set();

  readonly #reading = new WitnessReading(this);
  #facts: readonly WitnessFact[] | undefined;
  #factsOf: readonly unknown[] = [];

  constructor() {
    super();
    new LocaleController(this);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#reading.follow(this.opened);
    if (changed.has('paragraph')) this._unfolded = new Set();
    const row = this.opened.row(this.paragraph);
    const { witnesses } = this.#reading;
    if (this.#factsOf[0] === row && this.#factsOf[1] === witnesses) return;
    this.#factsOf = [row, witnesses];
    this.#facts = row && witnesses && witnessFacts(witnesses, row);
  }

  #toggle(variant: string): void {
    const unfolded = new Set(this._unfolded);
    if (!unfolded.delete(variant)) unfolded.add(variant);
    this._unfolded = unfolded;
  }

  /** Arrows go from variant to variant, as Tab does. */
  #onKey(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || !(event.target instanceof HTMLElement)) return;
    const buttons = [...this.renderRoot.querySelectorAll<HTMLElement>('tbody th button')];
    const at = buttons.indexOf(event.target);
    if (at < 0) return;
    event.preventDefault();
    event.stopPropagation();
    buttons[at + step]?.focus();
  }

  #renderHead(columns: readonly FactColumn[]): TemplateResult {
    return html`<thead>
      <tr>
        <th scope="col">${t('witness.variant')}</th>
        ${columns.map((column) => {
          const { text, agreement } = factHead(column);
          return html`<th scope="col" title=${t(`witness.means.${column.name}`)}>
            <span class="name">${t(`witness.question.${column.name}`)}</span>
            <span class="most"
              ><span class="sr">${t('witness.most', { what: '' })}</span>${text}
              <small>${agreement}</small></span
            >
          </th>`;
        })}
      </tr>
    </thead>`;
  }

  #renderCells(columns: readonly FactColumn[], variant: VariantInfo): TemplateResult | TemplateResult[] {
    const aside = this.#asideOf(variant);
    if (aside !== undefined)
      return html`<td class="aside" colspan=${Math.max(1, columns.length)}><span>${aside}</span></td>`;
    return columns.map((column) => {
      const { standing, text, spoken } = factCell(column, variant.id);
      return html`<td class="${standing} ${column.name}-column" title=${spoken}>
        <span aria-hidden="true">${text}</span><span class="sr">${spoken}</span>
      </td>`;
    });
  }

  /** Why a variant has no cells. */
  #asideOf({ id, provenance }: VariantInfo): string | undefined {
    if (!this.opened.texts.has(id)) return t('witness.waiting');
    if (this.opened.paragraph(id, this.paragraph) === undefined) return t('witness.absent');
    return provenance === 'back-translation' ? t('witness.back') : undefined;
  }

  #renderVariant(
    variant: VariantInfo,
    row: Row,
    columns: readonly FactColumn[],
    mark: Mark | undefined,
  ): TemplateResult {
    const { id, lang, label, provenance } = variant;
    const isOpen = this._unfolded.has(id);
    return html`<tr class=${id === this.opened.work.subject ? 'subject' : nothing}>
        <th scope="row">
          <button
            type="button"
            aria-expanded=${isOpen}
            aria-controls=${isOpen ? `text-${id}` : nothing}
            title=${t(`provenance.${provenance}`)}
            @click=${() => {
              this.#toggle(id);
            }}
          >
            <i class=${provenance} aria-hidden="true"></i><span lang=${lang}>${label}</span
            ><span class="sr">, ${t(`provenance.${provenance}`)}</span>
          </button>
        </th>
        ${this.#renderCells(columns, variant)}
      </tr>
      ${
        isOpen
          ? html`<tr class="text" id=${`text-${id}`}>
              <td colspan=${columns.length + 1}><div>${this.#renderText(variant, row, mark)}</div></td>
            </tr>`
          : nothing
      }`;
  }

  #renderText(variant: VariantInfo, row: Row, mark: Mark | undefined): TemplateResult {
    const { id, provenance } = variant;
    const contested = (this.#facts ?? []).filter(isContested);
    const read = contested.flatMap(({ answers }) => answers.get(id)?.spans ?? []);
    const paragraphs = row.cells.get(id) ?? [];
    return html`<p class="who">${t(`provenance.${provenance}`)}</p>
      ${
        paragraphs.length === 0
          ? html`<p class="aside">${this.#asideOf(variant)}</p>`
          : paragraphs.map(({ id: paragraph, text }, index) =>
              highlightedText(text, variant, [
                // What is compared is a cell's first paragraph.
                ...layersOf('read', index === 0 ? read : []),
                ...(mark?.paragraph === paragraph ? markLayers(this.opened, variant, mark, text) : []),
              ]),
            )
      }`;
  }

  #renderBelow(without: readonly string[]): TemplateResult {
    const facts = this.#facts ?? [];
    const isTogether = facts.some(
      ({ answers }) => [...answers.values()].filter(({ standing }) => standing === 'departs').length > 1,
    );
    return html`${
      without.length > 0
        ? html`<p class="aside">${t('witness.without', { what: without.join(', ') })}</p>`
        : nothing
    }
    ${isTogether ? html`<p class="source">${t('witness.source')}</p>` : nothing}`;
  }

  override render(): TemplateResult | typeof nothing {
    const { opened, paragraph } = this;
    const row = opened.row(paragraph);
    if (row === undefined) return nothing;
    const { columns, without } = factColumns(this.#facts ?? []);
    const mark = markIn(opened, paragraph, this.mark);
    return html`<p class="key">${this.#facts ? t('witness.caption') : t('witness.reading')}</p>
      <div
        class="scroll"
        @keydown=${(event: KeyboardEvent) => {
          this.#onKey(event);
        }}
      >
        <table>
          <caption class="sr">
            ${t('witness.title')}
          </caption>
          ${this.#renderHead(columns)}
          <tbody>
            ${variantsInOrder(opened.work).map((variant) => this.#renderVariant(variant, row, columns, mark))}
          </tbody>
        </table>
      </div>
      ${this.#facts ? this.#renderBelow(without.map((name) => t(`witness.question.${name}`))) : nothing}
      ${renderChain(opened, mark)}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lesart-witness-table': WitnessTable;
  }
}
