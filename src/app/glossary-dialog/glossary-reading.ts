import { type TemplateResult, html, nothing } from 'lit';
import type { Problem } from '../../core/problem.ts';
import type { Concept } from '../../core/work/glossary-concept.ts';
import { t } from '../../i18n/i18n.ts';
import { problemText } from '../../i18n/problem-text.ts';

/** A file that is being read, or was. */
export interface GlossaryReading {
  readonly file: string;
  /** 0 to 1. */
  readonly share: number;
  /** Once it is read. */
  readonly problems?: readonly Problem[];
  /** What it brings; absent where nothing could be read. */
  readonly fresh?: { readonly added: readonly Concept[]; readonly known: number };
}

export interface ReadingDoings {
  readonly take: (file: string, concepts: readonly Concept[]) => void;
  readonly leave: () => void;
}

/** Problems that are listed; a file that is wrong in every line need not be. */
const LISTED = 50;

/** How far a file is read; then what it brings and what is wrong in it, before anything is taken in. */
export function renderReading(
  reading: GlossaryReading | undefined,
  { take, leave }: ReadingDoings,
): TemplateResult | typeof nothing {
  if (!reading) return nothing;
  const { file, share, problems, fresh } = reading;
  return html`<section class="reading" aria-live="polite">
    ${
      problems === undefined
        ? html`<p>${t('glossary.reading', { file, percent: Math.round(share * 100) })}</p>`
        : renderRead(file, problems, fresh)
    }
    <p class="tools">
      ${
        fresh && fresh.added.length > 0
          ? html`<button
              class="save take"
              type="button"
              @click=${() => {
                take(file, fresh.added);
              }}
            >
              ${t('glossary.take', { count: fresh.added.length })}
            </button>`
          : nothing
      }
      <button class="leave" type="button" @click=${leave}>${t('glossary.leave')}</button>
    </p>
  </section>`;
}

function renderRead(
  file: string,
  problems: readonly Problem[],
  fresh: GlossaryReading['fresh'],
): TemplateResult {
  return html`<p>
      ${
        fresh
          ? html`${t('glossary.read', { file, count: fresh.added.length })}
            ${fresh.known > 0 ? t('glossary.known', { count: fresh.known }) : nothing}`
          : t('glossary.unread', { file })
      }
    </p>
    ${
      problems.length === 0
        ? nothing
        : html`<details ?open=${!fresh}>
            <summary>${t('glossary.problems', { count: problems.length })}</summary>
            <ul class="problems">
              ${problems.slice(0, LISTED).map((problem) => renderProblem(problem))}
            </ul>
            ${
              problems.length > LISTED
                ? html`<p>${t('glossary.more', { count: problems.length - LISTED })}</p>`
                : nothing
            }
          </details>`
    }`;
}

function renderProblem(problem: Problem): TemplateResult {
  const { what, remedy } = problemText(problem);
  return html`<li>
    ${problem.line === undefined ? nothing : html`<b>${t('glossary.line', { line: problem.line })}:</b>`}
    ${what} → ${remedy}
  </li>`;
}
