import { type TemplateResult, html, nothing } from 'lit';
import { t } from '../../i18n/i18n.ts';
import type { ReaderLog } from '../controllers/reader-log.ts';
import { saveFile } from '../save-file.ts';

/** What the reader added cannot be kept: why, what to do, and a file to save it in. */
export function renderLogTrouble(log: ReaderLog, slug: string): TemplateResult | typeof nothing {
  if (!log.trouble || log.records.length === 0) return nothing;
  return html`<div class="trouble" role="alert">
    <p>${t('status.trouble')}</p>
    <button
      type="button"
      @click=${() => {
        saveFile(`${slug}-contributions.jsonl`, log.exportAll());
      }}
    >
      ${t('status.saveFile')}
    </button>
    <button type="button" @click=${() => void log.retry()}>${t('app.retry')}</button>
  </div>`;
}
