import { type TemplateResult, html, nothing } from 'lit';
import { t } from '../../i18n/i18n.ts';
import { decimal } from '../statistics-view/decimal.ts';
import type { CheckState } from './checking.ts';
import type { Section } from './review-filter.ts';

/** The choice between the parts of the queue, each with its count; one that is still being counted says so. */
export function renderSections(
  counts: Readonly<Record<Section, number>>,
  shown: Section,
  isCounting: boolean,
  choose: (section: Section) => void,
): TemplateResult {
  const sections = ['findings', 'forks', 'strays'] as const;
  return html`<fieldset class="sections" aria-label=${t('review.sections')}>
    ${sections.map(
      (section) =>
        html`<button
          type="button"
          aria-pressed=${section === shown}
          @click=${() => {
            choose(section);
          }}
        >
          ${t(`review.${section}`)}
          <span class="number"
            >${decimal(counts[section], 0)}${section === 'findings' && isCounting ? '…' : nothing}</span
          >
        </button>`,
    )}
  </fieldset>`;
}

/** How the checks stand, and what can be done about it; of a run that is over there is nothing to say. */
export function renderProgress(now: CheckState, stop: () => void, again: () => void): TemplateResult {
  return html`<div class="progress">
    <span role="status">${stateText(now)}</span> ${renderDoing(now, stop, again)}
  </div>`;
}

function stateText(now: CheckState): string | typeof nothing {
  switch (now.state) {
    case 'running':
      return t('review.running');
    case 'stopped':
      return t('review.stopped', { done: decimal(now.done, 0), total: decimal(now.total, 0) });
    case 'failed':
      return t('review.failed', { reason: now.reason });
    case 'done':
      return nothing;
  }
}

function renderDoing(now: CheckState, stop: () => void, again: () => void): TemplateResult | typeof nothing {
  if (now.state === 'done') return nothing;
  if (now.state !== 'running')
    return html`<button type="button" @click=${again}>${t('review.again')}</button>`;
  return html`<progress
      aria-label=${t('review.running')}
      max=${Math.max(1, now.total)}
      .value=${now.done}
    ></progress>
    <button type="button" class="stop" @click=${stop}>${t('review.stop')}</button>`;
}

/** How many entries there are, how many of them in the subject, and how many were counted only. */
export function renderCount(
  count: number,
  inSubject: number,
  subject: string,
  unlisted: number,
): TemplateResult {
  return html`<p class="count">
    <b>${t('review.count', { count })}</b>${
      inSubject > 0 && inSubject < count
        ? html`, ${t('review.inSubject', { number: decimal(inSubject, 0), variant: subject })}`
        : nothing
    }${unlisted > 0 ? html` · ${t('review.unlisted', { count: unlisted })}` : nothing}
  </p>`;
}

/** What was done last, with a way back where there is one. */
export function renderNews(text: string | undefined, undo: (() => void) | undefined): TemplateResult {
  return html`<div class="news" ?hidden=${text === undefined}>
    <span role="status">${text}</span>
    ${undo ? html`<button type="button" @click=${undo}>${t('review.undo')}</button>` : nothing}
  </div>`;
}

/** The filters leave nothing. */
export function renderNoMatch(clear: () => void): TemplateResult {
  return html`<div class="empty">
    <p>${t('review.noMatch')}</p>
    <button type="button" @click=${clear}>${t('review.clear')}</button>
  </div>`;
}
