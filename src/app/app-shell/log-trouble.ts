import { type TemplateResult, html, nothing } from 'lit';
import { loadLaterTexts, t } from '../../i18n/i18n.ts';
import type { Trouble } from '../../store/trouble.ts';
import type { ReaderLog } from '../controllers/reader-log.ts';
import { saveFile } from '../save-file.ts';

/** Why, and what to do, in the reader's language; it comes with the first trouble. */
let inWords: ((trouble: Trouble) => string) | undefined;
let asked = false;

async function prepare(): Promise<void> {
  asked = true;
  try {
    const [{ logTroubleText }] = await Promise.all([
      import('../library-dialog/trouble-text.ts'),
      loadLaterTexts(),
    ]);
    inWords = logTroubleText;
  } catch {
    // The file can be saved without it.
    asked = false;
  }
}

/** What the reader added cannot be kept: why, what to do, and a file to save it in. */
export function renderLogTrouble(
  log: ReaderLog,
  slug: string,
  refresh: () => void,
): TemplateResult | typeof nothing {
  const { trouble } = log;
  if (!trouble || log.records.length === 0) return nothing;
  if (!asked)
    void prepare().then(() => {
      if (inWords) refresh();
    });
  return html`<div class="trouble" role="alert">
    <p>${t('status.trouble')} ${inWords?.(trouble) ?? nothing}</p>
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
