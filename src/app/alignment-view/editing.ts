import type { AlignmentBody } from '../../core/contribution/align-edits.ts';
import type { RowAlignment } from '../../core/contribution/alignment.ts';
import { rowIds } from '../../core/contribution/row-ids.ts';
import { t } from '../../i18n/i18n.ts';
import type { OpenedWork } from '../opened-work.ts';
import { missingTexts } from '../texts-asked.ts';
import type { Aligning } from './aligning.ts';
import { type Change, type ChangePlace, type Words, bodyOf, rowOfWords, wordsOf } from './changes.ts';
import type { ShownRows } from './shown-rows.ts';
import { excerptOf, realignedNews } from './words-told.ts';

/** What a step in the history took back or restored. */
export type HistoryStep = 'alignment' | 'other';

/** A cell of the table. */
export interface Cell {
  readonly row: string;
  readonly variant: string;
}

/** What editing needs of the view. */
export interface EditingView {
  readonly opened: () => OpenedWork;
  readonly rows: ShownRows;
  readonly aligning: Aligning;
  readonly cell: () => Cell | undefined;
  readonly placeOf: (cell: Cell) => ChangePlace;
  /** Puts the keyboard on a cell. */
  readonly turnTo: (cell: Cell) => Promise<void>;
  /** Keeps a change. */
  readonly save: (body: AlignmentBody) => Promise<void>;
  readonly step: (direction: 'undo' | 'redo') => Promise<HistoryStep | undefined>;
  /** Until the rows are those of the last change. */
  readonly settled: () => Promise<void>;
  readonly tell: (news: string) => void;
}

const HISTORY_NEWS = {
  undo: { alignment: 'alignment.undone', other: 'alignment.undoneOther', none: 'alignment.noUndo' },
  redo: { alignment: 'alignment.redone', other: 'alignment.redoneOther', none: 'alignment.noRedo' },
} as const;

const random = (): number => crypto.getRandomValues(new Uint32Array(1))[0]!;

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Makes changes, one after the other: each looks at the rows that the one before it made. */
export class Editing {
  readonly #view: EditingView;
  #doing: Promise<void> = Promise.resolve();
  #moved: Words | undefined;
  /** A change is being made that moves them. */
  #isMoving = false;

  constructor(view: EditingView) {
    this.#view = view;
  }

  /** The words to stay on when the rows change: those that were moved last, or the active cell's. */
  wordsAt(before: RowAlignment | undefined, cell: Cell | undefined): Words | undefined {
    if (this.#isMoving) {
      this.#isMoving = false;
      return this.#moved;
    }
    if (!before || !cell) return undefined;
    const moved = this.#moved;
    if (moved?.variant === cell.variant && rowOfWords(before, moved) === cell.row) return moved;
    return wordsOf(before, undefined, this.#view.placeOf(cell));
  }

  change(change: Change): void {
    this.#enqueue(async () => {
      const { cell: cellOf, rows, placeOf, tell } = this.#view;
      const cell = cellOf();
      const { alignment } = rows;
      if (!cell || !alignment) return;
      if (this.#isWaiting()) return;
      const place = placeOf(cell);
      const body = bodyOf(alignment, change, place, rowIds(alignment.known, random));
      if (!body) {
        tell(t('alignment.cannot', { change: t(`alignment.change.${change}`) }));
        return;
      }
      const moved = wordsOf(alignment, change, place);
      // Words that are fetched come to those that have the keyboard.
      this.#moved = (change === 'take' ? wordsOf(alignment, undefined, place) : undefined) ?? moved;
      this.#isMoving = this.#moved !== undefined;
      await this.#view.save(body);
      await this.#view.settled();
      tell(this.#told(change, moved));
      await this.#goOn(change, cell);
    });
  }

  stepHistory(direction: 'undo' | 'redo'): void {
    this.#enqueue(async () => {
      if (this.#isWaiting()) return;
      const found = await this.#view.step(direction);
      await this.#view.settled();
      this.#view.tell(t(HISTORY_NEWS[direction][found ?? 'none']));
      const cell = this.#view.cell();
      if (cell) await this.#view.turnTo(cell);
    });
  }

  /** Aligns anew what nobody has confirmed; whoever changes something meanwhile is told to wait. */
  async realign(): Promise<void> {
    const { aligning, tell, settled, save } = this.#view;
    await this.#doing;
    const opened = this.#view.opened();
    if (missingTexts(opened).length > 0 || aligning.share !== undefined) return;
    tell('');
    try {
      const result = await aligning.run(opened);
      if (typeof result === 'object' && (result.changed > 0 || result.body.standings?.length)) {
        await save(result.body);
        await settled();
      }
      tell(realignedNews(result));
    } catch (error) {
      tell(t('alignment.realignFailed', { reason: reasonOf(error) }));
    }
  }

  #enqueue(doing: () => Promise<void>): void {
    this.#doing = this.#doing.then(doing).catch((error: unknown) => {
      this.#isMoving = false;
      this.#view.tell(t('alignment.failed', { reason: reasonOf(error) }));
    });
  }

  #isWaiting(): boolean {
    const isAligning = this.#view.aligning.share !== undefined;
    if (isAligning) this.#view.tell(t('alignment.wait'));
    return isAligning;
  }

  /** The keyboard goes with the words; from a row that was confirmed on to the next doubtful one, or else the next. */
  async #goOn(change: Change, before: Cell): Promise<void> {
    const { rows, cell, turnTo } = this.#view;
    const now = cell();
    if (change !== 'confirm') {
      if (now) await turnTo(now);
      return;
    }
    const { alignment } = rows;
    const next =
      rows.doubtfulFrom(before.row, 1) ?? alignment?.rows[(alignment.index.get(before.row) ?? -1) + 1]?.id;
    await turnTo({ ...before, row: next ?? before.row });
  }

  #told(change: Change, moved: Words | undefined): string {
    const alignment: RowAlignment = this.#view.rows.alignment!;
    const row = (moved && rowOfWords(alignment, moved)) ?? this.#view.cell()?.row ?? '';
    const number = (alignment.index.get(row) ?? -1) + 1;
    return t(`alignment.did.${change}`, { number, words: moved ? excerptOf(alignment, moved) : '' });
  }
}
