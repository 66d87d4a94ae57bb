import { canonical } from './canonical.ts';
import type { Contribution } from './record.ts';

/**
 * Two different records with one id: no honest device makes them. Every device keeps the same one, by the
 * order of their canonical lines.
 */
export function resolveConflict<T extends Contribution>(one: T, other: T): T {
  return canonical(other) < canonical(one) ? other : one;
}
