import { type TemplateResult, html } from 'lit';
import { inText, language, t } from '../../i18n/i18n.ts';
import { wording } from '../../i18n/local-text.ts';
import type { OpenedWork } from '../opened-work.ts';

/** What a screen reader is told of a mark that was stepped to: its kind, how grave it is, its words, and why. */
export function renderMarkNews(opened: OpenedWork, id: string): TemplateResult | string {
  const mark = opened.state.standing.get(id);
  if (mark?.type !== 'mark') return '';
  const explanation = wording(mark.explanation, language());
  const kind = t('announce.mark', {
    category: t(`mqm.category.${mark.category}`),
    severity: inText(t(`mqm.severity.${mark.severity}`)),
  });
  const words = mark.spans.map(
    ({ variant, quote }) =>
      html`<q lang=${opened.variant(variant ?? mark.variant)?.lang ?? 'und'}>${quote.exact}</q>. `,
  );
  return html`${kind} ${words}<span lang=${explanation?.lang ?? language()}>${explanation?.text}</span>`;
}
