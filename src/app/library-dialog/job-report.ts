import { type TemplateResult, html, nothing } from 'lit';
import type { Work } from '../../core/work/model.ts';
import { language, t } from '../../i18n/i18n.ts';
import { wording } from '../../i18n/local-text.ts';
import { problemText } from '../../i18n/problem-text.ts';
import type { Restored } from '../../store/backup.ts';
import type { RestoredWorks } from '../../store/device-works-backup.ts';
import type { FolderImport } from '../../store/device-works-import.ts';
import type { DeviceWork } from '../../store/device-works-keys.ts';
import type { ImportOutcome } from '../../worker/import-run.ts';
import type { Job } from './import-queue.ts';
import { logTroubleText, troubleText } from './trouble-text.ts';
import { WorkChosen } from './work-entry.ts';

/** What can be done about a job. */
export interface JobActions {
  readonly cancel: () => void;
  readonly dismiss: () => void;
  readonly saveRejected: () => void;
  /** Lets a person say what the texts of a work are. */
  readonly describe: (work: Work) => void;
}

/** One file: how far it has come, or what came of it. */
export function jobReport(job: Job, actions: JobActions): TemplateResult {
  const { name, now } = job;
  switch (now.state) {
    case 'waiting':
      return html`<p>${t('library.waiting', { name })}</p>
        ${button(t('library.cancel'), actions.cancel)}`;
    case 'running':
      return html`<label
          >${t(`library.${now.progress?.stage ?? 'reading'}`, { name })}
          <progress max="1" .value=${now.progress?.share ?? 0}></progress
        ></label>
        ${button(t('library.cancel'), actions.cancel)}`;
    case 'imported':
      return html`${imported(name, now.outcome, actions)}${dismiss(actions)}`;
    case 'restored':
      return html`${restored(name, now.log, now.works)}${dismiss(actions)}`;
    case 'folders':
      return html`${now.folders.map((folder) => folderReport(name, folder))}${dismiss(actions)}`;
    case 'failed':
      return html`${fault(t('library.failed', { name }), [troubleText(now.trouble)])}${dismiss(actions)}`;
    case 'unknown':
      return html`${fault(t('library.unknown', { name }), [])}${dismiss(actions)}`;
    case 'damaged':
      return html`${fault(t('library.damaged', { name, reason: now.reason }), [])}${dismiss(actions)}`;
  }
}

const button = (label: string, run: () => void): TemplateResult =>
  html`<button type="button" @click=${run}>${label}</button>`;

const dismiss = (actions: JobActions): TemplateResult => button(t('library.dismiss'), actions.dismiss);

const fault = (what: string, why: readonly string[]): TemplateResult =>
  html`<div class="fault">
    <p>${what}</p>
    ${why.map((line) => html`<p>${line}</p>`)}
  </div>`;

function imported(name: string, outcome: ImportOutcome, actions: JobActions): TemplateResult {
  switch (outcome.state) {
    case 'cancelled':
      return html`<p>${t('library.cancelled', { name })}</p>`;
    case 'failed':
      return fault(t('library.failed', { name }), [troubleText(outcome.trouble)]);
    case 'unreadable': {
      const { problems, rejected } = outcome;
      if (problems.length === 0) return fault(t('library.empty', { name }), []);
      const why = problems.map((problem) => {
        const { what, remedy } = problemText(problem);
        return `${what} → ${remedy}`;
      });
      return html`${fault(t('library.unreadable', { name }), why)}${rejectedRows(rejected, actions)}`;
    }
    case 'imported':
      return html`${doneLine(outcome.entry)} ${languagesWanted(outcome.entry, actions)}
      ${rejectedRows(outcome.rejected, actions)}`;
  }
}

function doneLine({ work }: DeviceWork): TemplateResult {
  const title = wording(work.title, language())?.text ?? work.slug;
  return html`<p>
    ${t('library.done', { title })}
    <a
      href=${import.meta.env.BASE_URL + work.slug}
      @click=${(event: MouseEvent) => {
        const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey;
        if (isPlain && event.target && !event.target.dispatchEvent(new WorkChosen(work.slug)))
          event.preventDefault();
      }}
      >${t('library.open')}</a
    >
  </p>`;
}

/** Formats that do not say of what languages their texts are leave it to a person. */
const languagesWanted = ({ work }: DeviceWork, { describe }: JobActions): TemplateResult | typeof nothing =>
  work.variants.some(({ lang }) => lang === 'und')
    ? html`<p>
        ${t('library.noLanguages')}
        <button
          type="button"
          class="describe"
          @click=${() => {
            describe(work);
          }}
        >
          ${t('library.chooseLanguages')}
        </button>
      </p>`
    : nothing;

/** A work folder that was in a zip, with what is wrong with it. */
function folderReport(zip: string, { folder, entry, problems }: FolderImport): TemplateResult {
  const name = folder === '' ? zip : folder.slice(0, -1);
  const lines = problems.slice(0, MOST_PROBLEMS).map(({ file, line, ...problem }) => {
    const { what, remedy } = problemText(problem);
    const place = [file, line].filter((part) => part !== undefined).join(':');
    return `${place === '' ? '' : `${place}: `}${what} → ${remedy}`;
  });
  const rest = problems.length - lines.length;
  return html`${entry ? doneLine(entry) : fault(t('library.unreadable', { name }), [])}
  ${
    problems.length === 0
      ? nothing
      : fault(t('library.folderProblems', { name, count: problems.length }), [
          ...lines,
          ...(rest > 0 ? [t('library.moreProblems', { count: rest })] : []),
        ])
  }`;
}

const rejectedRows = (
  rejected: Extract<ImportOutcome, { state: 'imported' }>['rejected'],
  actions: JobActions,
): TemplateResult | typeof nothing =>
  rejected.count === 0
    ? nothing
    : html`<lesart-rejected-rows
        .rows=${rejected}
        @rejected-asked=${actions.saveRejected}
      ></lesart-rejected-rows>`;

/** What was merged: counts of what was new and of what was here. */
function restored(name: string, log: Restored | undefined, works: RestoredWorks | undefined): TemplateResult {
  const counts = [
    log && t('library.contributionsAdded', { count: log.added }),
    log && log.read > log.added && t('library.contributionsKnown', { count: log.read - log.added }),
    log && log.conflicts.length > 0 && t('library.contributionsConflict', { count: log.conflicts.length }),
    log && log.problems.length > 0 && t('library.contributionsBad', { count: log.problems.length }),
    works && works.added.length > 0 && t('library.worksAdded', { count: works.added.length }),
    works && works.known.length > 0 && t('library.worksKnown', { count: works.known.length }),
    works && works.unreadable.length > 0 && t('library.worksBad', { count: works.unreadable.length }),
  ].filter((part) => typeof part === 'string');
  return html`<p>${t('library.restored', { name })}</p>
    <ul>
      ${counts.map((count) => html`<li>${count}</li>`)}
    </ul>
    ${(log?.troubles ?? []).map((trouble) => html`<p class="fault">${logTroubleText(trouble)}</p>`)}
    ${(log?.problems ?? [])
      .slice(0, MOST_PROBLEMS)
      .map((problem) => html`<p class="fault">${problem.line}: ${problemText(problem).what}</p>`)}`;
}

/** Bad lines of a log that are worded; the others are counted. */
const MOST_PROBLEMS = 5;
