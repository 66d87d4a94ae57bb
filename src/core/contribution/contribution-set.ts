import { canonical } from './canonical.ts';
import type { Contribution } from './record.ts';

/** What adding records to a set did. */
export interface Added {
  /** The records that the set did not hold, in the given order; conflicting ones among them. */
  readonly added: readonly Contribution[];
  /** Ids under which the set now holds different records; `fold` names the one that counts. */
  readonly conflicts: readonly string[];
}

/** A set of records that only grows. Records that say the same are one; no record displaces another. */
export class ContributionSet {
  readonly #byId = new Map<string, Contribution>();
  /** Records whose id was taken by another, by their canonical line. */
  readonly #others = new Map<string, Contribution>();
  #records: readonly Contribution[] | undefined;

  /** All records; another array after each change. */
  get records(): readonly Contribution[] {
    return (this.#records ??= [...this.#byId.values(), ...this.#others.values()]);
  }

  /** Makes the set its union with these records. */
  add(records: Iterable<Contribution>): Added {
    const added: Contribution[] = [];
    const conflicts = new Set<string>();
    for (const record of records) {
      const known = this.#byId.get(record.id);
      if (known === undefined) {
        this.#byId.set(record.id, record);
      } else {
        if (known === record) continue;
        const line = canonical(record);
        if (line === canonical(known) || this.#others.has(line)) continue;
        this.#others.set(line, record);
        conflicts.add(record.id);
      }
      added.push(record);
    }
    if (added.length > 0) this.#records = undefined;
    return { added, conflicts: [...conflicts] };
  }
}
