import type { State } from '../contribution/fold.ts';
import { memberId, memberNumber, rowOf } from '../work/members.ts';

/**
 * Ids for the further paragraphs of a row. A text of which corrections speak already (they were made where it is in the
 * file) gets the id that they know it by; an id that they know for another text is left to it.
 */
export class MemberNames {
  /** By row, in the order of their numbers: ids that corrections name, with the texts that they were made from. */
  readonly #named = new Map<string, Map<string, Set<string>>>();

  constructor(variant: string, { corrections }: State) {
    const found: { readonly id: string; readonly bases: Set<string> }[] = [];
    for (const folded of corrections.values()) {
      const [first] = folded;
      if (first?.correction.variant !== variant || memberNumber(first.correction.paragraph) === 1) continue;
      found.push({
        id: first.correction.paragraph,
        bases: new Set(folded.map(({ correction }) => correction.base)),
      });
    }
    for (const { id, bases } of found.sort((a, b) => memberNumber(a.id) - memberNumber(b.id))) {
      const row = this.#named.get(rowOf(id)) ?? new Map<string, Set<string>>();
      this.#named.set(rowOf(id), row.set(id, bases));
    }
  }

  /** @param isTaken whether the file has a paragraph of this id */
  idOf(row: string, line: string, isTaken: (id: string) => boolean): string {
    const named = this.#named.get(row);
    for (const [id, bases] of named ?? []) if (bases.has(line) && !isTaken(id)) return id;
    let number = 2;
    while (isTaken(memberId(row, number)) || named?.has(memberId(row, number)) === true) number += 1;
    return memberId(row, number);
  }
}
