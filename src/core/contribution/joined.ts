import type { FoldedCorrection, State } from './fold.ts';
import type { Correction } from './record.ts';

/**
 * The corrections that a correction stands and falls with: paragraphs were joined, so that one of them has the texts of
 * all and the others are removed. They are the corrections of one action in one variant, all empty but one; other
 * corrections of an action (the same term in many places) are judged one by one.
 */
export function joinedWith(state: State, correction: Correction): readonly Correction[] {
  const { action, variant } = correction;
  if (action === undefined) return [];
  const together = actionsOf(state).get(action) ?? [];
  const isJoin =
    together.length > 1 &&
    together.every((other) => other.variant === variant) &&
    together.filter(({ text }) => text !== '').length === 1;
  return isJoin ? together.filter(({ id }) => id !== correction.id) : [];
}

/** The same corrections without those of which a partner is missing: half a join would double or lose words. */
export function wholeJoins(state: State, corrections: readonly Correction[]): readonly Correction[] {
  const ids = new Set(corrections.map(({ id }) => id));
  return corrections.filter((correction) => joinedWith(state, correction).every(({ id }) => ids.has(id)));
}

const known = new WeakMap<State['corrections'], ReadonlyMap<string, readonly Correction[]>>();

/** Corrections by the action that several were made in. Looked through once for a state. */
function actionsOf({ corrections }: State): ReadonlyMap<string, readonly Correction[]> {
  const found = known.get(corrections);
  if (found) return found;
  const actions = new Map<string, Correction[]>();
  for (const { correction } of allOf(corrections)) {
    if (correction.action === undefined) continue;
    const together = actions.get(correction.action);
    if (together) together.push(correction);
    else actions.set(correction.action, [correction]);
  }
  known.set(corrections, actions);
  return actions;
}

function* allOf(corrections: State['corrections']): Generator<FoldedCorrection> {
  for (const together of corrections.values()) yield* together;
}
