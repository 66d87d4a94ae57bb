import type { Steps } from '../../steps.ts';
import type { DocumentContext, RowContext } from '../context.ts';
import { majorityOf } from '../robust.ts';
import { type Ballot, LEAST_WITNESSES, type Testimony, type Value } from './ballot.ts';

/**
 * A variant that departs in a larger share of its votes does so by habit, not by error: Japanese and Korean part
 * sentences where European languages join clauses. It is no witness then.
 */
const HABIT = 0.15;
const LEAST_HABIT = 4;
/** Habits are read from so many rows, spread over the work, so that a long one starts as fast. */
const SAMPLED_ROWS = 400;

/** At most so many rows as habits are read from, evenly spread; of a sample, the same again. */
export function sampled<R>(rows: readonly R[]): readonly R[] {
  const count = Math.min(rows.length, SAMPLED_ROWS);
  return Array.from({ length: count }, (_, index) => rows[Math.floor((index * rows.length) / count)]!);
}

/** The variants that are no witnesses to one kind of question, remembered for as long as the document lives. */
export class Habits<V extends Value> {
  readonly #ballotsOf: (row: RowContext) => readonly Ballot<V>[];
  readonly #known = new WeakMap<DocumentContext, ReadonlySet<string>>();

  constructor(ballotsOf: (row: RowContext) => readonly Ballot<V>[]) {
    this.#ballotsOf = ballotsOf;
  }

  /** One row a step. */
  *steps(document: DocumentContext): Steps<ReadonlySet<string>> {
    const known = this.#known.get(document);
    if (known !== undefined) return known;
    const rows = sampled(document.rows);
    const votes = new Map<string, number>();
    const departed = new Map<string, number>();
    let done = 0;
    for (const row of rows) {
      for (const ballot of this.#ballotsOf(row)) count(ballot, votes, departed);
      yield { done: (done += 1), total: rows.length };
    }
    const found = new Set(
      [...departed]
        .filter(([variant, times]) => times >= LEAST_HABIT && times > HABIT * (votes.get(variant) ?? 0))
        .map(([variant]) => variant),
    );
    this.#known.set(document, found);
    return found;
  }
}

function count<V extends Value>(
  { testimonies }: Ballot<V>,
  votes: Map<string, number>,
  departed: Map<string, number>,
): void {
  const vote = majorityOf(testimonies.map(({ value }) => value));
  if (vote === undefined || testimonies.length < LEAST_WITNESSES) return;
  const add = (counts: Map<string, number>, { cell }: Testimony<V>) =>
    counts.set(cell.text.variant, (counts.get(cell.text.variant) ?? 0) + 1);
  for (const testimony of testimonies) {
    add(votes, testimony);
    if (testimony.value !== vote.value) add(departed, testimony);
  }
}
