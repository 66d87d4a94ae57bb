import { type TemplateResult, html } from 'lit';
import { t } from '../../i18n/i18n.ts';
import type { Trouble } from '../../store/trouble.ts';
import type { ReaderLog } from '../controllers/reader-log.ts';
import { logTroubleText } from '../library-dialog/trouble-text.ts';
import { saveFile } from '../save-file.ts';

/** What the reader added cannot be kept: why, what to do, and a file to save it in. Its texts are a later group. */
export function renderLogTrouble(log: ReaderLog, slug: string, trouble: Trouble): TemplateResult {
  return html`<div class="trouble" role="alert">
    <p>${t('status.trouble')} ${logTroubleText(trouble)}</p>
    <button
      type="button"
      @click=${() => {
        saveFile(
          `${slug}-contributions.jsonl`,
          new Blob([log.exportAll()], { type: 'application/jsonl;charset=utf-8' }),
        );
      }}
    >
      ${t('status.saveFile')}
    </button>
    <button type="button" @click=${() => void log.retry()}>${t('app.retry')}</button>
  </div>`;
}
