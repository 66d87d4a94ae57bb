import { type TemplateResult, html, nothing } from 'lit';
import { language, t } from '../../i18n/i18n.ts';
import { wording } from '../../i18n/local-text.ts';
import type { AddOutcome, MakeOutcome, MakeProgress } from '../../worker/import-plan.ts';
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
  const facts = [t('library.rows', { count: rows }), t('library.variants', { count: work.variants.length })];
  return html`<div class="steps">
    <p role="status">${t('import.made', { title: found?.text ?? work.slug })} ${facts.join(' · ')}</p>
    <div class="row">
      ${openLink(work.slug, false)}${checkLink(work.slug, doubtful)}
      <button type="button" class="another" @click=${another}>${t('import.another')}</button>
    </div>
  </div>`;
}

/** The texts are variants of the work. @param isOpen the page shows the work, as it was before */
export function addedReport(
  { entry: { work }, added: { variants }, doubtful }: Extract<AddOutcome, { state: 'added' }>,
  isOpen: boolean,
  another: () => void,
  undo: () => void,
): TemplateResult {
  const title = wording(work.title, language())?.text ?? work.slug;
  const labels = variants.map((id) => work.variants.find((variant) => variant.id === id)?.label ?? id);
  return html`<div class="steps">
    <p role="status">${t('import.added', { title, count: labels.length, names: labels.join(', ') })}</p>
    ${isOpen ? html`<p>${t('import.reloadToSee')}</p>` : nothing}
    <div class="row">
      ${openLink(work.slug, isOpen, [work.subject, ...variants])}${checkLink(work.slug, doubtful)}
      <button type="button" class="another" @click=${another}>${t('import.addAnother')}</button>
      <button type="button" class="undo" @click=${undo}>${t('library.undo')}</button>
    </div>
  </div>`;
}

/** Opens a work. @param isOpen it is loaded anew @param columns the variants that it is opened with */
function openLink(slug: string, isOpen: boolean, columns: readonly string[] = []): TemplateResult {
  const query = columns.length === 0 ? '' : `?v=${columns.join(',')}`;
  return html`<a
    class="open"
    href=${import.meta.env.BASE_URL + slug + query}
    @click=${(event: MouseEvent) => {
      const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey;
      if (isOpen || query !== '' || !isPlain) return;
      if (event.target && !event.target.dispatchEvent(new WorkChosen(slug))) event.preventDefault();
    }}
    >${t(isOpen ? 'import.reload' : 'import.open')}</a
  >`;
}

const checkLink = (slug: string, doubtful: number): TemplateResult | typeof nothing =>
  doubtful > 0
    ? html`<a class="check" href=${`${import.meta.env.BASE_URL + slug}?view=alignment`}
        >${t('import.checkAlignment', { count: doubtful })}</a
      >`
    : nothing;

/** Why there is no work, or no added text, and what to do; undefined when nothing went wrong. */
export function failureText(making: Making | undefined, isAddition: boolean): string | undefined {
  const failed = t(isAddition ? 'import.addFailed' : 'import.failed');
  if (making?.state === 'broken')
    return `${failed} ${t('library.trouble.failed', { reason: making.reason })}`;
  if (making?.state === 'back' && !making.isDone) return t('import.notTakenBack');
  if (making?.state !== 'over') return undefined;
  const { outcome } = making;
  switch (outcome.state) {
    case 'failed':
      return `${failed} ${troubleText(outcome.trouble)}`;
    case 'empty':
      return t(isAddition ? 'import.nothingAdded' : 'import.nothingTaken');
    case 'cancelled':
    case 'busy':
    case 'changed':
      return t(`import.${outcome.state}`);
    case 'made':
    case 'added':
      return undefined;
  }
}
