import { vi } from 'vitest';
import '../../../src/app/alignment-view/alignment-view.ts';
import type { AlignmentView } from '../../../src/app/alignment-view/alignment-view.ts';
import type { OpenedWork } from '../../../src/app/opened-work.ts';
import { cellKey } from '../../../src/core/contribution/alignment.ts';
import type { AlignmentBody } from '../../../src/core/contribution/align-edits.ts';
import type { Alignment, Contribution } from '../../../src/core/contribution/record.ts';
import { all, change, mount, one, openedWork, press, recordId, rendered, textOf } from '../make.ts';

export const TEXTS = {
  de: { p1: 'Eins ist da.', p2: 'Zwei kam. Drei auch.', p3: 'Vier.', p4: 'Fünf.' },
  en: { p1: 'One is here.', p2: 'Two came.', p3: 'Three too.', p4: 'Four.' },
};

export const record = (n: number, body: AlignmentBody, author = 'Ada'): Alignment => ({
  id: recordId(n),
  type: 'alignment',
  author,
  time: '2026-11-01T00:00:00.000Z',
  work: 'w',
  ...body,
});

/** What an aligner thought of rows, as long as their words are the same. */
export const estimated = (
  confidences: Readonly<Record<string, number>>,
  texts: Readonly<Record<string, Readonly<Record<string, string>>>> = TEXTS,
): Alignment =>
  record(
    1,
    {
      standings: Object.entries(confidences).map(([row, confidence]) => ({
        row,
        cells: Object.fromEntries(
          Object.entries(texts).map(([id, own]) => [id, cellKey(own[row] === undefined ? [] : [own[row]])]),
        ),
        confidence,
      })),
    },
    'Lesart',
  );

/** A view whose changes stand, as the shell's do; `records` are those that were made with it. */
export async function show(
  log: readonly Contribution[] = [],
  given: Partial<AlignmentView> = {},
  opened: OpenedWork = openedWork(TEXTS, log),
): Promise<{ readonly view: AlignmentView; readonly records: Alignment[]; readonly names: string[] }> {
  const records: Alignment[] = [];
  const names: string[] = [];
  const view = await mount('lesart-alignment-view', {
    opened,
    columns: ['de', 'en'],
    author: 'Eve',
    ...given,
  });
  const update = (): Promise<void> =>
    change(view, { opened: opened.withRecords([...records]), canUndo: records.length > 0 });
  view.save = async (body, name) => {
    names.push(name);
    records.push(record(100 + records.length, body, 'Eve'));
    await update();
  };
  view.step = async (direction) => {
    if (direction === 'redo' || records.pop() === undefined) return undefined;
    await update();
    return 'alignment';
  };
  return { view, records, names };
}

/** The rows as they are shown: number, then each column's words, `|` between stretches of the file. */
export const rows = (view: AlignmentView): readonly string[] =>
  all(view, 'tbody tr').map((row) =>
    [
      textOf(row.querySelector('.number')!),
      ...[...row.querySelectorAll('td')].map((cell) =>
        [...cell.querySelectorAll('.stretch')].map(textOf).join('|'),
      ),
    ].join(': '),
  );

export const cell = (view: AlignmentView, row: number, column: number): HTMLElement => {
  const found = all(view, 'tbody tr')[row]?.querySelectorAll('td')[column];
  if (!found) throw new Error(`no cell ${String(row)} ${String(column)}`);
  return found;
};

/** The cell that has the keyboard: row and column. */
export const focused = (view: AlignmentView): readonly [number, number] => {
  const active = view.shadowRoot?.activeElement;
  const row = active?.closest('tr');
  if (!row) throw new Error('no cell has the focus');
  return [
    all(view, 'tbody tr').indexOf(row),
    [...row.querySelectorAll('td')].indexOf(active as HTMLTableCellElement),
  ];
};

export const news = (view: AlignmentView): string => textOf(one(view, '.news'));

/** Presses a key where the keyboard is, and waits until something else is told. */
export async function does(view: AlignmentView, key: string): Promise<void> {
  const before = news(view);
  press(view.shadowRoot!.activeElement!, key);
  await vi.waitFor(async () => {
    await rendered(view);
    if (news(view) === before) throw new Error(`${key}: nothing new`);
  });
  await new Promise((resolve) => setTimeout(resolve));
  await rendered(view);
}
