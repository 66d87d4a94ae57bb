import { finish } from '../../steps.ts';
import type { RowContext } from '../context.ts';
import { majorityOf, type Vote } from '../robust.ts';
import { type Ballot, LEAST_WITNESSES, type Testimony, type Value } from './ballot.ts';
import { Habits } from './habits.ts';

/** Below this confidence of the majority (see `shareConfidence`) nobody is said to depart. */
const LEAST_CONFIDENCE = 0.6;

interface Options<V extends Value> {
  /** Whether a departure is worth a report; all are, when left out. */
  readonly isReported?: (expected: V, found: V) => boolean;
  readonly leastConfidence?: number;
}

/** The answers to one question, counted. */
export interface Outcome<V extends Value> {
  readonly ballot: Ballot<V>;
  /** Of those who have no habit of departing. */
  readonly counted: readonly Testimony<V>[];
  readonly byHabit: readonly Testimony<V>[];
  /** `undefined` for a tie. */
  readonly vote: Vote<V> | undefined;
  /** Who says something else than most; nobody where witnesses are too few or the majority is weak. */
  readonly departing: readonly Testimony<V>[];
}

/** One kind of question that is put to all variants of a row, each once or about several things. */
export class Poll<V extends Value> {
  readonly ballotsOf: (row: RowContext) => readonly Ballot<V>[];
  readonly habits: Habits<V>;
  readonly #isReported: (expected: V, found: V) => boolean;
  readonly #leastConfidence: number;

  constructor(
    ballotsOf: (row: RowContext) => readonly Ballot<V>[],
    { isReported = () => true, leastConfidence = LEAST_CONFIDENCE }: Options<V> = {},
  ) {
    this.ballotsOf = ballotsOf;
    this.habits = new Habits(ballotsOf);
    this.#isReported = isReported;
    this.#leastConfidence = leastConfidence;
  }

  outcomes(row: RowContext): readonly Outcome<V>[] {
    const ballots = this.ballotsOf(row);
    if (ballots.length === 0) return [];
    const left = finish(this.habits.steps(row.document));
    return ballots.map((ballot) => this.#count(ballot, left));
  }

  #count(ballot: Ballot<V>, left: ReadonlySet<string>): Outcome<V> {
    const byHabit = ballot.testimonies.filter(({ cell }) => left.has(cell.text.variant));
    const counted = ballot.testimonies.filter(({ cell }) => !left.has(cell.text.variant));
    const vote = majorityOf(counted.map(({ value }) => value));
    const isClear =
      vote !== undefined && counted.length >= LEAST_WITNESSES && vote.confidence >= this.#leastConfidence;
    const departing = isClear
      ? counted.filter(({ value }) => value !== vote.value && this.#isReported(vote.value, value))
      : [];
    return { ballot, counted, byHabit, vote, departing };
  }
}
