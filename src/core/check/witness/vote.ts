import { finding } from '../check.ts';
import type { RowContext } from '../context.ts';
import type { CheckInfo, Evidence, Finding } from '../finding.ts';
import type { Testimony, Value } from './ballot.ts';
import type { Outcome, Poll } from './poll.ts';

/** So many that depart together say that the text they were made from may be at fault. */
export const SEVERAL = 2;

interface Wording<V extends Value> {
  readonly args?: (expected: V, found: V) => Finding['expected']['args'];
  readonly code?: (expected: V, found: V) => string;
}

/**
 * Those who say something else than most, each with the others as evidence. A tie, too few witnesses and a weak majority
 * give nothing. Two or more that depart are a hint at what they were made from.
 */
export function witnessVotes<V extends Value>(
  check: CheckInfo,
  poll: Poll<V>,
  wording: Wording<V> = {},
): (row: RowContext) => readonly Finding[] {
  return (row) => poll.outcomes(row).flatMap((outcome) => departures(check, outcome, wording));
}

function departures<V extends Value>(
  check: CheckInfo,
  { ballot, counted, vote, departing }: Outcome<V>,
  { args, code }: Wording<V>,
): readonly Finding[] {
  if (vote === undefined) return [];
  const { args: own = {}, about } = ballot;
  const suspect = departing.length >= SEVERAL ? 'source' : 'translation';
  return departing.map(({ cell, value, spans }) =>
    finding(check, cell, spans ?? [], {
      args: { ...own, ...args?.(vote.value, value), agreeing: vote.count, total: vote.total },
      ...(about === undefined ? {} : { about }),
      ...(code === undefined ? {} : { code: code(vote.value, value) }),
      evidence: counted.filter(({ cell: other }) => other !== cell).map(evidenceOf),
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
