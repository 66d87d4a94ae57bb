import { type TemplateResult, html, nothing } from 'lit';
import { language, t } from '../../i18n/i18n.ts';
import { wording } from '../../i18n/local-text.ts';
import type { MakeOutcome, MakeProgress } from '../../worker/import-plan.ts';
import { troubleText } from '../library-dialog/trouble-text.ts';
import { WorkChosen } from '../library-dialog/work-entry.ts';

import type { Making } from './draft.ts';

const MINUTE = 60_000;
/** Seconds are said in steps: a number that changes all the time says no more. */
const STEP = 5;

/** How long it may take, in words. */
export function remainingText(milliseconds: number): string {
  if (milliseconds >= 1.5 * MINUTE)
    return t('import.minutesLeft', { count: Math.round(milliseconds / MINUTE) });
  return t('import.secondsLeft', { count: Math.max(STEP, Math.ceil(milliseconds / 1000 / STEP) * STEP) });
}

/** The work is being made. */
export function progressReport(progress: MakeProgress | undefined, cancel: () => void): TemplateResult {
  const { stage = 'aligning', share = 0, remaining } = progress ?? {};
  return html`<div class="steps">
    <label
      ><span class="stage" role="status">${t(`import.stages.${stage}`)}</span>
      <progress max="1" .value=${share}></progress
    ></label>
    <p class="remaining">${remaining === undefined ? nothing : remainingText(remaining)}</p>
    <div class="row">
      <button type="button" class="cancel" @click=${cancel}>${t('import.cancel')}</button>
    </div>
  </div>`;
}

/** The work is there. */
export function doneReport(
  { entry: { work, rows }, doubtful }: Extract<MakeOutcome, { state: 'made' }>,
  another: () => void,
): TemplateResult {
  const found = wording(work.title, language());
  const address = import.meta.env.BASE_URL + work.slug;
  const facts = [t('library.rows', { count: rows }), t('library.variants', { count: work.variants.length })];
  return html`<div class="steps">
    <p role="status">${t('import.made', { title: found?.text ?? work.slug })} ${facts.join(' · ')}</p>
    <div class="row">
      <a
        class="open"
        href=${address}
        @click=${(event: MouseEvent) => {
          const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey;
          if (isPlain && event.target && !event.target.dispatchEvent(new WorkChosen(work.slug)))
            event.preventDefault();
        }}
        >${t('import.open')}</a
      >
      ${
        doubtful > 0
          ? html`<a class="check" href=${`${address}?view=alignment`}
              >${t('import.checkAlignment', { count: doubtful })}</a
            >`
          : nothing
      }
      <button type="button" class="another" @click=${another}>${t('import.another')}</button>
    </div>
  </div>`;
}

/** Why there is no work, and what to do; undefined when nothing went wrong. */
export function failureText(making: Making | undefined): string | undefined {
  if (making?.state === 'broken')
    return `${t('import.failed')} ${t('library.trouble.failed', { reason: making.reason })}`;
  if (making?.state !== 'over') return undefined;
  switch (making.outcome.state) {
    case 'failed':
      return `${t('import.failed')} ${troubleText(making.outcome.trouble)}`;
    case 'empty':
      return t('import.nothingTaken');
    case 'cancelled':
      return t('import.cancelled');
    case 'made':
      return undefined;
  }
}
