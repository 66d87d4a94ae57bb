import type { AlignedRow, RowAlignment } from '../../core/contribution/alignment.ts';

/** Below this a row is looked at again. */
export const SURE = 0.8;

/** Whether an aligner was not sure of a row, and nobody has confirmed it. */
export const isDoubtful = ({ standing }: AlignedRow): boolean =>
  standing?.kind === 'estimated' && (standing.disputed || standing.confidence < SURE);

/** How much of a work is sure. */
export interface Tally {
  readonly rows: number;
  readonly confirmed: number;
  /** Rows that an aligner judged. */
  readonly estimated: number;
  readonly doubtful: number;
}

export function tallyOf({ rows }: RowAlignment): Tally {
  const count = (holds: (row: AlignedRow) => boolean): number => rows.filter(holds).length;
  return {
    rows: rows.length,
    confirmed: count(({ standing }) => standing?.kind === 'confirmed'),
    estimated: count(({ standing }) => standing?.kind === 'estimated'),
    doubtful: count(isDoubtful),
  };
}

const confidenceOf = ({ standing }: AlignedRow): number =>
  standing?.kind === 'estimated' ? standing.confidence : 1;

/** The ids of the doubtful rows, the least sure first. */
export function queueOf({ rows }: RowAlignment): readonly string[] {
  return rows
    .filter(isDoubtful)
    .sort((a, b) => confidenceOf(a) - confidenceOf(b))
    .map(({ id }) => id);
}

/** The doubtful rows in their order, the chosen one between its neighbours. */
export interface QueueShown {
  readonly ids: readonly string[];
  /** Those that are shown for the sake of the chosen one. */
  readonly near: ReadonlySet<string>;
}

/**
 * @param chosen a row that was chosen in the queue; it stays, though it may no longer be doubtful
 * @param place its place in the queue when it was chosen
 */
export function queueShown(
  { rows, index }: RowAlignment,
  queue: readonly string[],
  chosen: string | undefined,
  place: number,
): QueueShown {
  const at = index.get(chosen ?? '');
  if (at === undefined) return { ids: queue, near: new Set() };
  const block = rows.slice(Math.max(0, at - 1), at + 2).map(({ id }) => id);
  const others = new Set(block);
  const rest = (ids: readonly string[]): readonly string[] => ids.filter((id) => !others.has(id));
  const cut = queue.includes(chosen ?? '') ? queue.indexOf(chosen ?? '') : Math.min(place, queue.length);
  return {
    ids: [...rest(queue.slice(0, cut)), ...block, ...rest(queue.slice(cut))],
    near: new Set(block.filter((id) => id !== chosen)),
  };
}

/** The doubtful row after or before a row in reading order, all around; undefined when there is no other. */
export function nextDoubtful(
  { rows, index }: RowAlignment,
  from: string | undefined,
  direction: 1 | -1,
): string | undefined {
  const count = rows.length;
  const start = index.get(from ?? '') ?? (direction > 0 ? -1 : count);
  for (let step = 1; step <= count; step += 1) {
    const row = rows[(((start + step * direction) % count) + count) % count]!;
    if (isDoubtful(row) && row.id !== from) return row.id;
  }
  return undefined;
}
