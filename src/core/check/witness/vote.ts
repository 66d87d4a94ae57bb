import type { Span } from '../../span.ts';
import { finding } from '../check.ts';
import { type Cell, type DocumentContext, once, type RowContext } from '../context.ts';
import type { CheckInfo, Evidence, Finding } from '../finding.ts';
import { majorityOf } from '../robust.ts';

/** Fewer witnesses testify nothing. */
export const LEAST_WITNESSES = 5;
/** Below this confidence of the majority (see `shareConfidence`) nobody is said to depart. */
const LEAST_CONFIDENCE = 0.6;
/** So many that depart together say that the text they were made from may be at fault. */
const SEVERAL = 2;
/**
 * A variant that departs in a larger share of its votes does so by habit, not by error: Japanese and Korean part
 * sentences where European languages join clauses. It is no witness then.
 */
const HABIT = 0.15;
const LEAST_HABIT = 4;
/** Habits are read from so many rows, spread over the work, so that a long one starts as fast. */
const SAMPLED_ROWS = 400;

type Value = string | number | boolean;

/** What one variant says to one question. */
export interface Testimony<V extends Value> {
  readonly cell: Cell;
  readonly value: V;
  /** Where it was read. */
  readonly spans?: readonly Span[];
}

/** One question, as each variant answers it; who cannot tell is left out. */
export interface Ballot<V extends Value> {
  readonly testimonies: readonly Testimony<V>[];
  readonly args?: Finding['expected']['args'];
  /** What is asked about, where a row has several such questions: see `findingKey`. */
  readonly about?: string;
}

interface Options<V extends Value> {
  readonly args?: (expected: V, found: V) => Finding['expected']['args'];
  readonly code?: (expected: V, found: V) => string;
  /** Whether a departure is worth a report; all are, when left out. */
  readonly isReported?: (expected: V, found: V) => boolean;
  readonly leastConfidence?: number;
}

/**
 * Those who say something else than most, each with the others as evidence. A tie, too few witnesses and a weak majority
 * give nothing. Two or more that depart are a hint at what they were made from.
 */
export function witnessVotes<V extends Value>(
  check: CheckInfo,
  ballotsOf: (row: RowContext) => readonly Ballot<V>[],
  options: Options<V> = {},
): (row: RowContext) => readonly Finding[] {
  const habitual = once((document: DocumentContext) => habitualIn(document, ballotsOf));
  return (row) => {
    const ballots = ballotsOf(row);
    if (ballots.length === 0) return [];
    const left = habitual(row.document);
    return ballots.flatMap((ballot) => {
      const testimonies = ballot.testimonies.filter(({ cell }) => !left.has(cell.text.variant));
      return departures(check, { ...ballot, testimonies }, options);
    });
  };
}

function habitualIn<V extends Value>(
  { rows }: DocumentContext,
  ballotsOf: (row: RowContext) => readonly Ballot<V>[],
): ReadonlySet<string> {
  const votes = new Map<string, number>();
  const departed = new Map<string, number>();
  const add = (counts: Map<string, number>, { cell }: Testimony<V>) =>
    counts.set(cell.text.variant, (counts.get(cell.text.variant) ?? 0) + 1);
  const step = Math.max(1, rows.length / SAMPLED_ROWS);
  for (let at = 0; at < rows.length; at += step) {
    for (const { testimonies } of ballotsOf(rows[Math.floor(at)]!)) {
      const vote = majorityOf(testimonies.map(({ value }) => value));
      if (vote === undefined || testimonies.length < LEAST_WITNESSES) continue;
      for (const testimony of testimonies) {
        add(votes, testimony);
        if (testimony.value !== vote.value) add(departed, testimony);
      }
    }
  }
  const isHabit = (variant: string, count: number) =>
    count >= LEAST_HABIT && count > HABIT * (votes.get(variant) ?? 0);
  return new Set(
    [...departed].filter(([variant, count]) => isHabit(variant, count)).map(([variant]) => variant),
  );
}

function departures<V extends Value>(
  check: CheckInfo,
  { testimonies, args: own = {}, about }: Ballot<V>,
  { args, code, isReported = () => true, leastConfidence = LEAST_CONFIDENCE }: Options<V>,
): readonly Finding[] {
  if (testimonies.length < LEAST_WITNESSES) return [];
  const vote = majorityOf(testimonies.map(({ value }) => value));
  if (vote === undefined || vote.confidence < leastConfidence) return [];
  const departing = testimonies.filter(({ value }) => value !== vote.value && isReported(vote.value, value));
  const suspect = departing.length >= SEVERAL ? 'source' : 'translation';
  return departing.map(({ cell, value, spans }) =>
    finding(check, cell, spans ?? [], {
      args: { ...own, ...args?.(vote.value, value), agreeing: vote.count, total: vote.total },
      ...(about === undefined ? {} : { about }),
      ...(code === undefined ? {} : { code: code(vote.value, value) }),
      evidence: testimonies.filter(({ cell: other }) => other !== cell).map(evidenceOf),
      confidence: vote.confidence,
      suspect,
    }),
  );
}

function evidenceOf<V extends Value>({ cell, value, spans }: Testimony<V>): Evidence {
  const [span] = spans ?? [];
  return {
    variant: cell.text.variant,
    paragraph: cell.paragraph.id,
    ...(span === undefined ? {} : { span }),
    value: String(value),
  };
}
