import type { AlignmentBody } from './align-edits.ts';
import type { NewRow, Placement, RowStanding } from './record.ts';

/** Characters of a record as JSON: a line of a log may have a megabyte, also where each is three bytes. */
const PORTION = 250_000;

/** What one record would say, in several where it is long: records of one action say the same together. */
export function alignPortions(body: AlignmentBody): readonly AlignmentBody[] {
  const portions: AlignmentBody[] = [
    ...cut(body.rows ?? []).map((rows: readonly NewRow[]) => ({ rows })),
    ...cut(body.placements ?? []).map((placements: readonly Placement[]) => ({ placements })),
    ...cut(body.standings ?? []).map((standings: readonly RowStanding[]) => ({ standings })),
  ];
  const isShort = portions.length <= 3 && JSON.stringify(body).length <= PORTION;
  return isShort ? [body] : portions;
}

function cut<T>(list: readonly T[]): readonly (readonly T[])[] {
  const portions: T[][] = [];
  let length = Infinity;
  for (const each of list) {
    const own = JSON.stringify(each).length;
    if (length + own > PORTION) {
      portions.push([]);
      length = 0;
    }
    portions.at(-1)!.push(each);
    length += own;
  }
  return portions;
}
