import { type TemplateResult, html, nothing } from 'lit';
import { mergeThreeWay, mergedText } from '../../core/contribution/three-way.ts';
import { MAX_TEXT } from '../../core/work/schema.ts';
import { language, t } from '../../i18n/i18n.ts';
import { decimal } from '../statistics-view/decimal.ts';
import { faultOf, tidy } from './parts.ts';

export interface Notices {
  readonly base: string;
  readonly text: string;
  /** What the base has become meanwhile. */
  readonly current: string;
  readonly lang: string;
  readonly isRestored: boolean;
  readonly isUnkept: boolean;
  /** Goes on from the text as it is now with another text. */
  readonly rebase: (text: string) => void;
}

/** What the reader has to know before anything is written. */
export function renderNotices(notices: Notices): TemplateResult {
  const { isUnkept, isRestored } = notices;
  return html`${isUnkept ? html`<p class="warning" role="alert">${t('correcting.unkept')}</p>` : nothing}
  ${isRestored ? html`<p class="notice" role="status">${t('correcting.restored')}</p>` : nothing}
  ${notices.base === notices.current ? nothing : renderStale(notices)}`;
}

function renderStale({ base, text, current, lang, rebase }: Notices): TemplateResult {
  const merged = mergedText(mergeThreeWay(base, current, text, lang));
  const button = (label: string, made: string): TemplateResult =>
    html`<button
      type="button"
      @click=${() => {
        rebase(made);
      }}
    >
      ${label}
    </button>`;
  return html`<div class="warning" role="status">
    <p>${t('correcting.baseChanged')}</p>
    ${merged === undefined ? nothing : button(t('correcting.baseMerge'), merged)}
    ${button(t('correcting.baseOver'), text)}
  </div>`;
}

export interface Outcome extends Pick<Notices, 'text' | 'base'> {
  /** Numbers of the paragraphs that become one. */
  readonly joined: readonly number[];
}

/** What comes of the text's lines, and why it cannot be kept as it is. */
export function renderOutcome({ text, base, joined }: Outcome): TemplateResult {
  const fault = faultOf(text);
  const list = new Intl.ListFormat(language(), { type: 'conjunction' });
  const says = [
    ...(joined.length > 1
      ? [t('correcting.joins', { numbers: list.format(joined.map((number) => String(number))) })]
      : []),
    ...(tidy(text) === '' && base !== '' ? [t('correcting.removes', { count: joined.length })] : []),
  ];
  // There before there is anything to say, so that it is read out when there is.
  return html`<div role="status">
    ${says.map((each) => html`<p class="notice">${each}</p>`)}
    ${
      fault
        ? html`<p class="warning">${t(`correcting.fault.${fault}`, { limit: decimal(MAX_TEXT, 0) })}</p>`
        : nothing
    }
  </div>`;
}
