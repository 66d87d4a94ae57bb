import { byId, canonical } from '../contribution/canonical.ts';
import type { Contribution } from '../contribution/record.ts';
import { appendPatch, endOf } from './line-patch.ts';
import { type MailPatch, signedBy } from './mail-patch.ts';

export interface LogPatchOptions {
  /** The log, with slashes, from the repository's root. */
  readonly path: string;
  /** What a message says of the records of one action. */
  readonly titleOf: (records: readonly Contribution[]) => string;
  /** All in one commit, by the first author; the others are named in its message. */
  readonly isOne: boolean;
}

/**
 * Records that a work's log lacks as commits for `mailPatches`, each of which adds the lines of one action to its end:
 * by that action's author, at its time.
 * @param log the file as it is; empty where there is none
 */
export function logSeries(
  log: string,
  records: readonly Contribution[],
  { path, titleOf, isOne }: LogPatchOptions,
): readonly MailPatch[] {
  const there = new Set(log.split(/\r?\n/u));
  const actions = new Map<string, Contribution[]>();
  for (const record of [...records].sort(byId)) {
    if (there.has(canonical(record))) continue;
    const key = isOne ? '' : JSON.stringify([record.author, record.action ?? record.id]);
    const action = actions.get(key);
    if (action === undefined) actions.set(key, [record]);
    else action.push(record);
  }
  let end = endOf(log);
  return [...actions.values()].map((action): MailPatch => {
    const patch = appendPatch(path, end, action.map(canonical));
    end = patch.end;
    return { ...signedBy(action), subject: titleOf(action), diff: patch.diff };
  });
}
