import type { NewId } from './align-edits.ts';

/**
 * Makes ids of new rows: each names no row yet, and no two are the same.
 * @param random 32 bits, another number each time
 */
export function rowIds(known: Iterable<string>, random: () => number): NewId {
  const taken = new Set(known);
  return () => {
    for (;;) {
      const id = `r-${random().toString(36)}${random().toString(36)}`;
      if (taken.has(id)) continue;
      taken.add(id);
      return id;
    }
  };
}
