import { type TemplateResult, html, nothing } from 'lit';
import type { TimelineEntry } from '../../core/contribution/timeline.ts';
import type { Correction } from '../../core/contribution/record.ts';
import { isKnown } from '../../core/contribution/record-schema.ts';
import { language, t } from '../../i18n/i18n.ts';
import { wording } from '../../i18n/local-text.ts';
import { structureText, timeText } from '../proposal-card/proposal-text.ts';

/**
 * All that happened to a paragraph's text, the latest last.
 * @param joinedOf numbers of the paragraphs that a correction is one with
 */
export function renderTimeline(
  entries: readonly TimelineEntry[],
  joinedOf: (correction: Correction) => readonly number[] = () => [],
): TemplateResult {
  return html`<ol class="timeline">
    ${entries.map((entry) => {
      const { record, isWithdrawn } = entry;
      const words = wording('reason' in record ? record.reason : textOf(entry), language());
      return html`<li class=${record.type}>
        <time datetime=${record.time}>${timeText(record.time)}</time>
        <span class=${isWithdrawn ? 'withdrawn' : nothing}>${whatHappened(entry)}</span>
        ${record.type === 'correction' ? structureText(record, joinedOf(record)).join(' ') : nothing}
        ${words ? html`<q lang=${words.lang}>${words.text}</q>` : nothing}
        ${isWithdrawn ? html`<i>${t('correcting.withdrawn')}</i>` : nothing}
      </li>`;
    })}
  </ol>`;
}

const textOf = ({ record }: TimelineEntry) => (record.type === 'comment' ? record.text : undefined);

function whatHappened({ record, of }: TimelineEntry): string {
  const { author } = record;
  switch (record.type) {
    case 'correction':
      return t(record.editedFrom === undefined ? 'correcting.did.correction' : 'correcting.did.edit', {
        author,
      });
    case 'review':
      return t(`correcting.did.${record.verdict}`, { author, of: of?.author ?? '' });
    case 'comment':
      return t('correcting.did.comment', { author });
    case 'withdrawal': {
      const what = of && isKnown(of) ? of.type : undefined;
      return what === 'correction' || what === 'review' || what === 'comment'
        ? t(`correcting.did.withdrawal-${what}`, { author })
        : t('correcting.did.withdrawal', { author });
    }
  }
}
