import { LitElement, type TemplateResult, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { type CorrectionEffect, correctionEffectSteps } from '../../core/mqm/correction-effect.ts';
import type { EditEffort } from '../../core/metric/edit-effort.ts';
import { LocaleController, t } from '../../i18n/i18n.ts';
import { startMetricWorker } from '../../worker/bridge.ts';
import type { OpenedWork } from '../opened-work.ts';
import { TextsAsked } from '../texts-asked.ts';
import { correctedPairs, correctedVariants } from './corrected-text.ts';
import { inSlices } from './in-slices.ts';
import { styles } from './significance-test.styles.ts';
import './statistics-figure.ts';
import type { NameOf } from './statistics-tables.ts';
import type { Table } from './table.ts';

interface Row {
  readonly variant: string;
  readonly paragraphs: number;
  readonly effort: EditEffort | undefined;
}

/**
 * What accepted corrections took (HTER) and did (MQM scores before and after), a row a variant. Computed in a worker
 * when it is shown, anew when the work changes.
 */
@customElement('lesart-edit-effort')
export class EditEffortTable extends LitElement {
  static override readonly styles = styles;

  @property({ attribute: false }) opened!: OpenedWork;
  @property({ attribute: false }) wordsOf: (paragraph: string) => number | undefined = () => undefined;
  @property({ attribute: false }) nameOf: NameOf = (id) => id;
  /** Name of the file, without an ending. */
  @property({ attribute: false }) fileName = '';

  @state() private _rows: readonly Row[] | undefined;
  @state() private _effects: ReadonlyMap<string, CorrectionEffect> = new Map();
  @state() private _failed = '';

  #counted: OpenedWork | undefined;
  #running = new AbortController();
  #stop: (() => void) | undefined;

  constructor() {
    super();
    new LocaleController(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#end();
    this.#counted = undefined;
  }

  protected override updated(): void {
    if (this.#counted === this.opened) return;
    this.#counted = this.opened;
    this.#end();
    this.#running = new AbortController();
    this.#count(this.opened, this.#running.signal).catch((error: unknown) => {
      // Given up for another count.
      if (error instanceof DOMException && error.name === 'AbortError') return;
      this._failed = error instanceof Error ? error.message : String(error);
    });
  }

  #end(): void {
    this.#running.abort();
    this.#stop?.();
    this.#stop = undefined;
  }

  async #count(opened: OpenedWork, signal: AbortSignal): Promise<void> {
    const variants = correctedVariants(opened);
    const missing = variants.filter((id) => !opened.texts.has(id));
    if (missing.length > 0) this.dispatchEvent(new TextsAsked(missing));
    const effects = await inSlices(
      correctionEffectSteps(opened.state, (id) => opened.row(id)?.number, this.wordsOf),
      signal,
    );
    this._effects = new Map(effects.map((effect) => [effect.variant, effect]));
    if (variants.length === 0) {
      this._rows = [];
      return;
    }
    const { api, failed, stop } = startMetricWorker();
    this.#stop = stop;
    try {
      const rows: Row[] = [];
      for (const variant of variants) {
        const { rows: paragraphs, texts, references } = correctedPairs(opened, variant);
        const lang = opened.variant(variant)?.lang ?? 'und';
        const effort =
          paragraphs.length === 0
            ? undefined
            : await Promise.race([api.effort(texts, references, lang), failed]);
        signal.throwIfAborted();
        rows.push({ variant, paragraphs: paragraphs.length, effort });
      }
      this._rows = rows;
    } finally {
      stop();
    }
  }

  #table(rows: readonly Row[]): Table {
    const count = (label: string) => ({ label, digits: 0 });
    const score = (label: string) => ({ label, digits: 2 });
    return {
      caption: t('statistics.effortTable'),
      columns: [
        { label: t('statistics.variant') },
        count(t('statistics.correctedParagraphs')),
        count(t('statistics.edits')),
        count(t('statistics.correctedWords')),
        { label: t('statistics.hter'), digits: 1 },
        count(t('statistics.errorsBefore')),
        count(t('statistics.errorsAfter')),
        score(t('statistics.wmtBefore')),
        score(t('statistics.wmtAfter')),
        score(t('statistics.marotBefore')),
        score(t('statistics.marotAfter')),
      ],
      rows: rows.map(({ variant, paragraphs, effort }) => {
        const effect = this._effects.get(variant);
        return {
          cells: [
            this.nameOf(variant),
            paragraphs,
            effort?.edits,
            effort?.words,
            effort?.rate,
            effect?.before.errors,
            effect?.after.errors,
            effect?.before.perSegment.wmt,
            effect?.after.perSegment.wmt,
            effect?.before.perSegment.marot,
            effect?.after.perSegment.marot,
          ],
        };
      }),
    };
  }

  override render(): TemplateResult {
    const rows = this._rows;
    if (this._failed)
      return html`<p role="alert">${t('statistics.notComputed', { reason: this._failed })}</p>`;
    if (!rows) return html`<p role="status">${t('statistics.counting')}</p>`;
    if (rows.length === 0) return html`<p>${t('statistics.noCorrections')}</p>`;
    const cut = rows.reduce((sum, { effort }) => sum + (effort?.cut ?? 0), 0);
    return html`<p>${t('statistics.effortHow')}</p>
      <lesart-statistics-figure
        .table=${this.#table(rows)}
        .fileName=${this.fileName}
      ></lesart-statistics-figure>
      ${cut > 0 ? html`<p>${t('statistics.effortCut', { number: cut })}</p>` : nothing}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lesart-edit-effort': EditEffortTable;
  }
}
