import type { Contribution } from '../core/contribution/record.ts';
import { type State, fold } from '../core/contribution/fold.ts';
import { JoinedState, foldOnto, standAlone } from '../core/contribution/fold-portions.ts';

/** What a long log says, alone and with further records. */
export interface FoldedLog {
  readonly base: State;
  readonly with: (records: readonly Contribution[]) => State;
}

/**
 * Folds a log while it is read, so that 100,000 records never hold up the page: each portion by itself, where
 * its records allow it.
 */
export async function foldPortions(portions: AsyncIterable<readonly Contribution[]>): Promise<FoldedLog> {
  const joined = new JoinedState();
  const all = new Map<string, Contribution>();
  let isAlone = true;
  for await (const portion of portions) {
    isAlone &&= standAlone(portion);
    if (isAlone) joined.add(portion);
    for (const record of portion) all.set(record.id, record);
  }
  if (isAlone) {
    const base = joined.state;
    return { base, with: (records) => foldOnto(base, all, records) };
  }
  const log = [...all.values()];
  return { base: fold(log), with: (records) => fold([...log, ...records]) };
}
