import type { Contribution } from './record.ts';
import { isKnown } from './record-schema.ts';

/**
 * The ids of the records that are taken back. A withdrawal counts when it is by the author of the record it
 * names and does not itself stand withdrawn; so withdrawing a withdrawal restores what it took. It counts
 * as soon as both records are there, whichever came first. Withdrawals that name each other in a circle
 * (no honest device makes one: an id exists before it can be named) all fall away.
 */
export function withdrawnIds(records: ReadonlyMap<string, Contribution>): ReadonlySet<string> {
  const targetOf = new Map<string, string>();
  const undecided = new Map<string, number>();
  for (const record of records.values()) {
    if (!isKnown(record) || record.type !== 'withdrawal') continue;
    if (records.get(record.of)?.author !== record.author) continue;
    targetOf.set(record.id, record.of);
    undecided.set(record.of, (undecided.get(record.of) ?? 0) + 1);
  }

  // A withdrawal is decided once all that aim at it are; each aims at one record, so this is one pass.
  const withdrawn = new Set<string>();
  const decided = [...targetOf.keys()].filter((id) => !undecided.has(id));
  for (const id of decided) {
    const target = targetOf.get(id)!;
    if (!withdrawn.has(id)) withdrawn.add(target);
    const left = undecided.get(target)! - 1;
    undecided.set(target, left);
    if (left === 0 && targetOf.has(target)) decided.push(target);
  }
  const settled = new Set(decided);
  for (const id of targetOf.keys()) if (!settled.has(id)) withdrawn.add(id);
  return withdrawn;
}
