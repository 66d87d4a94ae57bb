/** Units that belong together: half-open ranges of unit indices on both sides, one of which may be empty. */
export interface Bead {
  readonly sourceStart: number;
  readonly sourceEnd: number;
  readonly targetStart: number;
  readonly targetEnd: number;
}

/** The most units on both sides of a bead taken together; more than that is never one sentence's translation. */
export const MOST_UNITS = 6;
/** The most units on one side of a bead with text on both. */
export const LARGEST_GROUP = MOST_UNITS - 1;

/** Beads with text on both sides, by their numbers of source and target units. */
export const PAIRINGS: readonly (readonly [source: number, target: number])[] = pairings();

function pairings(): (readonly [number, number])[] {
  const all: (readonly [number, number])[] = [];
  for (let units = 2; units <= MOST_UNITS; units++) {
    for (let source = 1; source < units; source++) all.push([source, units - source]);
  }
  return all;
}
