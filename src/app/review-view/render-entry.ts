import { type TemplateResult, html } from 'lit';
import { t } from '../../i18n/i18n.ts';
import type { OpenedWork } from '../opened-work.ts';
import { checkName } from './finding-words.ts';
import type { Entry } from './queue.ts';
import type { EntryWished, SeverityChosen } from './review-events.ts';
import './review-finding.ts';
import './review-fork.ts';
import './review-stray.ts';

export interface EntryState {
  readonly opened: OpenedWork;
  /** Keys act on it. */
  readonly isActive: boolean;
  /** Tab stops at it: one of the queue, from which keys go on. */
  readonly isStop: boolean;
  /** Its severity is asked. */
  readonly isAsking: boolean;
  readonly focused: () => void;
  readonly wished: (event: EntryWished) => void;
  readonly chosen: (event: SeverityChosen) => void;
}

/** What a screen reader says of an entry that gets the focus. */
function labelOf(entry: Entry, opened: OpenedWork): string {
  const number = opened.row(entry.paragraph)?.number ?? 0;
  const place = `${opened.variant(entry.variant)?.label ?? entry.variant}, ${t('review.paragraph', { number })}`;
  return entry.kind === 'finding' ? `${checkName(entry.finding.check)}, ${place}` : place;
}

/** An entry of the queue as its kind is shown. */
export function renderEntry(entry: Entry, state: EntryState): TemplateResult {
  const { opened, isActive, focused, wished } = state;
  const stop = state.isStop ? 0 : -1;
  const label = labelOf(entry, opened);
  switch (entry.kind) {
    case 'finding':
      return html`<lesart-review-finding
        role="article"
        data-key=${entry.key}
        tabindex=${stop}
        aria-label=${label}
        aria-current=${isActive}
        .entry=${entry}
        .opened=${opened}
        .asking=${state.isAsking}
        @focusin=${focused}
        @entry-wished=${wished}
        @severity-chosen=${state.chosen}
      ></lesart-review-finding>`;
    case 'fork':
      return html`<lesart-review-fork
        role="article"
        data-key=${entry.key}
        tabindex=${stop}
        aria-label=${label}
        aria-current=${isActive}
        .entry=${entry}
        .opened=${opened}
        @focusin=${focused}
        @entry-wished=${wished}
      ></lesart-review-fork>`;
    case 'stray':
      return html`<lesart-review-stray
        role="article"
        data-key=${entry.key}
        tabindex=${stop}
        aria-label=${label}
        aria-current=${isActive}
        .entry=${entry}
        .opened=${opened}
        @focusin=${focused}
        @entry-wished=${wished}
      ></lesart-review-stray>`;
  }
}
