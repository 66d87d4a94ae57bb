import { type TemplateResult, html } from 'lit';
import type { AlignmentBody } from '../../core/contribution/align-edits.ts';
import { alignPortions } from '../../core/contribution/align-portions.ts';
import type { Contribution } from '../../core/contribution/record.ts';
import { type History, historyOf } from '../../core/contribution/undo.ts';
import { t } from '../../i18n/i18n.ts';
import { ROW_FILTERS, type RowFilter } from '../alignment-view/alignment-events.ts';
import '../alignment-view/alignment-view.ts';
import type { HistoryStep } from '../alignment-view/editing.ts';
import type { ReaderLog } from '../controllers/reader-log.ts';
import { readSetting, writeSetting } from '../settings.ts';
import type { PageSources } from './page.ts';

const filterOf = (filter: string): RowFilter =>
  ROW_FILTERS.find((each) => each === new URLSearchParams(filter).get('af')) ?? 'all';

/** The history of the last records that were asked for. */
let known: { readonly records: readonly Contribution[]; readonly author: string; readonly history: History };

function historyIn(records: readonly Contribution[]): History {
  const author = readSetting('author') ?? '';
  if (known?.records !== records || known.author !== author)
    known = { records, author, history: historyOf(records, author) };
  return known.history;
}

async function save(log: ReaderLog, work: string, body: AlignmentBody, name: string): Promise<void> {
  const author = readSetting('author') || name.trim() || t('marking.nobody');
  if (readSetting('author') !== author) writeSetting('author', author);
  await log.add(
    alignPortions(body).map((portion) => ({ type: 'alignment' as const, author, work, ...portion })),
  );
}

async function step(log: ReaderLog, direction: 'undo' | 'redo'): Promise<HistoryStep | undefined> {
  const found = historyIn(log.records)[direction];
  if (!found) return undefined;
  await log.add(found.append);
  return found.action.some(({ type }) => type === 'alignment') ? 'alignment' : 'other';
}

/** The alignment editor in the shell; `af` in the address says which rows it shows. Loaded with the first. */
export function renderPage({ opened, log, columns, active, filter, changed }: PageSources): TemplateResult {
  const { undo, redo } = historyIn(log.records);
  return html`<lesart-alignment-view
    class="page"
    role="main"
    tabindex="-1"
    aria-label=${t('app.alignment')}
    .opened=${opened}
    .columns=${columns}
    .active=${active}
    .filter=${filterOf(filter)}
    .author=${readSetting('author') ?? ''}
    .canUndo=${undo !== undefined}
    .canRedo=${redo !== undefined}
    .save=${(body: AlignmentBody, name: string) => save(log, opened.work.slug, body, name)}
    .step=${(direction: 'undo' | 'redo') => step(log, direction)}
    @row-filter-chosen=${(event: HTMLElementEventMap['row-filter-chosen']) => {
      changed(event.filter === 'all' ? '' : new URLSearchParams({ af: event.filter }).toString());
    }}
  ></lesart-alignment-view>`;
}
