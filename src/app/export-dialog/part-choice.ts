import { type TemplateResult, html, nothing } from 'lit';
import { EXPORT_FORMATS } from '../../core/format/export-format.ts';
import type { Work } from '../../core/work/model.ts';
import { t } from '../../i18n/i18n.ts';
import type { OpenedExport } from '../../worker/export.worker.ts';
import type { ExportContext } from './export-context.ts';
import { ALL, type ExportSettings, type SettledExport, SHOWN, textsFor } from './export-settings.ts';
import { holdsRecords } from './held.ts';

type Change = (change: Partial<ExportSettings>) => void;

/**
 * Which part of the work the file is to hold.
 * @param isOff nothing can be chosen now
 */
export function renderPart(
  { work, own }: OpenedExport,
  context: ExportContext,
  settings: SettledExport,
  isOff: boolean,
  set: Change,
): TemplateResult {
  const { format, paragraphs, withProposals } = settings;
  const { proposals, holds } = EXPORT_FORMATS[format];
  const isOfRecords = holdsRecords(format);
  return html`<fieldset ?disabled=${isOff}>
    <legend>${t('export.part')}</legend>
    <div class="choices">
      ${renderTexts(work, context, settings, set)}
      ${select(t('export.paragraphs'), paragraphs, paragraphChoices(context), (next) => {
        set({ paragraphs: next });
      })}
      ${
        isOfRecords
          ? nothing
          : select(
              t('export.corrections'),
              withProposals ? 'proposals' : 'accepted',
              [
                ['accepted', t('export.accepted')],
                ['proposals', t('export.proposals')],
              ],
              (next) => {
                set({ withProposals: next === 'proposals' });
              },
            )
      }
      ${
        holds === 'changes'
          ? select(
              t('export.commits'),
              settings.isOne ? 'one' : 'series',
              [
                ['series', t('export.series')],
                ['one', t('export.one')],
              ],
              (next) => {
                set({ isOne: next === 'one' });
              },
            )
          : nothing
      }
      ${
        own > 0
          ? check(t('export.own'), settings.onlyOwn, (onlyOwn) => {
              set({ onlyOwn });
            })
          : nothing
      }
      ${
        format === 'tsv' || format === 'csv'
          ? check(t('export.safe'), settings.isSafe, (isSafe) => {
              set({ isSafe });
            })
          : nothing
      }
    </div>
    ${withProposals && !isOfRecords ? html`<p class="hint">${t(`export.${proposals}Hint`)}</p>` : nothing}
  </fieldset>`;
}

const check = (label: string, isOn: boolean, turn: (on: boolean) => void): TemplateResult =>
  html`<label class="check"
    ><input
      type="checkbox"
      .checked=${isOn}
      @change=${({ target }: Event) => {
        if (target instanceof HTMLInputElement) turn(target.checked);
      }}
    />${label}</label
  >`;

type Choices<Value> = readonly (readonly [value: Value, name: string])[];

const paragraphChoices = ({ active }: ExportContext): Choices<ExportSettings['paragraphs']> => [
  ['all', t('export.paragraphsAll')],
  ...(active ? [['active', t('export.paragraphsActive', { number: active.number })] as const] : []),
  ['marked', t('export.paragraphsMarked')],
  ['corrected', t('export.paragraphsCorrected')],
];

function renderTexts(
  work: Work,
  context: ExportContext,
  { format, texts }: ExportSettings,
  set: Change,
): TemplateResult | typeof nothing {
  const [usual, ...others] = textsFor(work, format, context);
  if (usual === undefined) return nothing;
  const choices = [usual, ...others];
  const { holds } = EXPORT_FORMATS[format];
  const label = (id: string): string => work.variants.find((info) => info.id === id)?.label ?? id;
  const nameOf = (id: string): string => {
    if (id === ALL) return t('export.textsAll');
    if (id === SHOWN) return t('export.textsShown');
    return holds === 'columns'
      ? t('export.textsPair', { text: label(id), reference: label(work.reference) })
      : label(id);
  };
  return select(
    t(holds === 'one' || holds === 'pair' ? 'export.text' : 'export.texts'),
    texts !== undefined && choices.includes(texts) ? texts : usual,
    choices.map((id) => [id, nameOf(id)]),
    (next) => {
      set({ texts: next });
    },
  );
}

function select<Value extends string>(
  label: string,
  chosen: Value,
  choices: Choices<Value>,
  choose: (value: Value) => void,
): TemplateResult {
  return html`<label
    >${label}
    <select
      @change=${(event: Event) => {
        const { target } = event;
        const choice = choices.find(
          ([value]) => target instanceof HTMLSelectElement && value === target.value,
        );
        if (choice) choose(choice[0]);
      }}
    >
      ${choices.map(
        ([value, name]) => html`<option value=${value} ?selected=${value === chosen}>${name}</option>`,
      )}
    </select>
  </label>`;
}
