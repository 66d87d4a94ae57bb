import { byId } from './canonical.ts';
import { resolveConflict } from './conflict.ts';
import type { Contribution, Withdrawal } from './record.ts';
import { isKnown } from './record-schema.ts';
import { withdrawnIds } from './withdrawal.ts';

/** A step back or forth in an author's history. */
export interface Step {
  /** The action's own records, by id: what is taken back or restored. */
  readonly action: readonly Contribution[];
  /** What to append, as one action. */
  readonly append: readonly Omit<Withdrawal, 'id' | 'time' | 'action'>[];
}

/** The steps that an author can take; undefined where there is none. */
export interface History {
  readonly undo: Step | undefined;
  readonly redo: Step | undefined;
}

interface Action {
  readonly records: Contribution[];
  /** Withdrawals that undo it and stand. */
  readonly undos: Withdrawal[];
}

/**
 * What undo and redo mean to an author now, from the records alone. Undo withdraws the records of the last
 * action that is not undone; redo withdraws the withdrawals of the last undo, unless another action followed
 * it. A step applies to actions (`action`), ordered by their last record's id. Time n log n.
 */
export function historyOf(records: Iterable<Contribution>, author: string): History {
  const own = new Map<string, Contribution>();
  for (const record of records) {
    if (record.author !== author) continue;
    const other = own.get(record.id);
    own.set(record.id, other === undefined || other === record ? record : resolveConflict(other, record));
  }
  const withdrawn = withdrawnIds(own);

  const undos = new Map<string, Withdrawal[]>();
  const actions = new Map<string, Action>();
  const sorted = [...own.values()].sort(byId);
  for (const record of sorted) {
    const step = stepIn(record);
    if (step === undefined) {
      const key = record.action ?? record.id;
      const action = actions.get(key);
      if (action === undefined) actions.set(key, { records: [record], undos: [] });
      else action.records.push(record);
    } else if (step.intent === 'undo' && !withdrawn.has(step.id)) {
      undos.set(step.of, [...(undos.get(step.of) ?? []), step]);
    }
  }

  let lastDone: Action | undefined;
  let lastUndone: Action | undefined;
  let lastMade = '';
  for (const action of actions.values()) {
    action.undos.push(...action.records.flatMap(({ id }) => undos.get(id) ?? []));
    const made = madeAt(action.records);
    if (made > lastMade) lastMade = made;
    if (action.undos.length === 0) {
      if (lastDone === undefined || made > madeAt(lastDone.records)) lastDone = action;
    } else if (lastUndone === undefined || madeAt(action.undos) > madeAt(lastUndone.undos)) {
      lastUndone = action;
    }
  }
  return {
    undo: lastDone && { action: lastDone.records, append: lastDone.records.map(withdrawing('undo')) },
    redo:
      lastUndone && madeAt(lastUndone.undos) > lastMade
        ? { action: lastUndone.records, append: lastUndone.undos.map(withdrawing('redo')) }
        : undefined,
  };
}

/** The record as a step in the history; undefined when it is an action of its own. */
function stepIn(record: Contribution): Withdrawal | undefined {
  return isKnown(record) && record.type === 'withdrawal' && record.intent !== undefined ? record : undefined;
}

const madeAt = (records: readonly Contribution[]): string =>
  records.reduce((last, { id }) => (id > last ? id : last), '');

const withdrawing =
  (intent: 'undo' | 'redo') =>
  ({ id, author, work }: Contribution): Step['append'][number] => ({
    type: 'withdrawal',
    author,
    work,
    of: id,
    intent,
  });
