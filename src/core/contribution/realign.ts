import { align, type AlignedBead } from '../align/align.ts';
import type { Bead } from '../align/bead.ts';
import { within } from '../align/within.ts';
import { type AlignmentBody, moved, type NewId } from './align-edits.ts';
import {
  type AlignedRow,
  type Arrangement,
  arrange,
  cellKey,
  cellTexts,
  paragraphsOf,
  type Piece,
  type RowAlignment,
  textsOf,
} from './alignment.ts';
import type { Alignment, NewRow, RowStanding } from './record.ts';

/** A row with words of the subject, or words of another variant: what the aligner pairs. */
interface Side {
  readonly units: readonly string[];
  /** By row: the range of its units; only of rows whose units stand together. */
  readonly ranges: ReadonlyMap<string, readonly [start: number, end: number]>;
}

/**
 * Aligns all variants with the subject anew, around the rows that a person confirmed, which stay as they are. Rows are
 * the subject's; what a variant says beyond them gets rows of its own. Yields the share of the work that is done.
 *
 * @param records the alignment records that stand, of which `alignment` was made
 * @param langs by variant, BCP 47
 * @returns moved words and what the aligner thinks of every row that is not confirmed; undefined with fewer than two texts
 */
export function* realign(
  alignment: RowAlignment,
  records: readonly Alignment[],
  langs: ReadonlyMap<string, string>,
  newId: NewId,
): Generator<number, AlignmentBody | undefined> {
  const [subject, ...others] = alignment.order;
  if (subject === undefined || others.length === 0) return undefined;
  const rows = alignment.rows.filter(({ cells }) => cells.has(subject));
  const source: Side = {
    units: rows.map((row) => cellTexts(alignment, row, subject).join(' ')),
    ranges: new Map(rows.map(({ id }, at) => [id, [at, at + 1]])),
  };
  const moves = new Map<Piece, string>();
  const added: NewRow[] = [];
  const confidences = new Map<string, number>();
  for (const [index, variant] of others.entries()) {
    const pieces = alignment.pieces.get(variant) ?? [];
    const target = sideOf(alignment, variant, pieces);
    const steps = align(
      { lang: langs.get(subject) ?? 'und', units: source.units },
      { lang: langs.get(variant) ?? 'und', units: target.units },
      { fixed: fixedBeads(alignment.rows, variant, source, target) },
    );
    const beads = yield* within(index / others.length, (index + 1) / others.length, steps);
    const fixed = new Set(alignment.rows.filter((row) => isFixed(row, variant)).map(({ id }) => id));
    place(beads, rows, pieces, fixed, moves, added, newId);
    for (const { sourceStart, sourceEnd, confidence } of beads)
      for (const { id } of rows.slice(sourceStart, sourceEnd))
        confidences.set(id, Math.min(confidences.get(id) ?? 1, confidence));
  }
  const body = moves.size > 0 ? moved(alignment, moves, added) : {};
  return { ...body, standings: standingsOf(alignment, records, body, confidences) };
}

function sideOf({ texts }: RowAlignment, variant: string, pieces: readonly Piece[]): Side {
  const paragraphs = paragraphsOf(texts.get(variant));
  const ranges = new Map<string, readonly [number, number]>();
  const parted = new Set<string>();
  for (const [at, { row }] of pieces.entries()) {
    const known = ranges.get(row);
    if (known === undefined) ranges.set(row, [at, at + 1]);
    else if (known[1] === at) ranges.set(row, [known[0], at + 1]);
    else parted.add(row);
  }
  for (const row of parted) ranges.delete(row);
  return { units: pieces.map((piece) => textsOf([piece], paragraphs).join(' ')), ranges };
}

/** Whether a person said of a row that this variant's words are right there. */
const isFixed = ({ standing }: AlignedRow, variant: string): boolean =>
  standing?.kind === 'confirmed' || (standing?.confirmed?.includes(variant) ?? false);

/** The confirmed rows as beads, without those that would cross one before them. */
function fixedBeads(
  rows: readonly AlignedRow[],
  variant: string,
  source: Side,
  target: Side,
): readonly Bead[] {
  const fixed: Bead[] = [];
  let [sourceAt, targetAt] = [0, 0];
  for (const row of rows) {
    if (!isFixed(row, variant)) continue;
    const { id, cells } = row;
    const from = source.ranges.get(id);
    const to = target.ranges.get(id);
    // Words that do not stand together are no bead; `place` leaves them alone.
    if ((!from && !to) || (!to && cells.has(variant))) continue;
    const [sourceStart, sourceEnd] = from ?? [sourceAt, sourceAt];
    const [targetStart, targetEnd] = to ?? [targetAt, targetAt];
    if (sourceStart < sourceAt || targetStart < targetAt) continue;
    fixed.push({ sourceStart, sourceEnd, targetStart, targetEnd });
    [sourceAt, targetAt] = [sourceEnd, targetEnd];
  }
  return fixed;
}

/** Puts the pieces of a variant into the rows of the subject that they were paired with. */
function place(
  beads: readonly AlignedBead[],
  rows: readonly AlignedRow[],
  pieces: readonly Piece[],
  fixed: ReadonlySet<string>,
  moves: Map<Piece, string>,
  added: NewRow[],
  newId: NewId,
): void {
  const own = new Map(rows.map((row) => [row.id, row]));
  let last: string | undefined;
  for (const { sourceStart, sourceEnd, targetStart, targetEnd } of beads) {
    const [from, to] = [sourceEnd - sourceStart, targetEnd - targetStart];
    for (let at = targetStart; at < targetEnd; at++) {
      const piece = pieces[at]!;
      if (fixed.has(piece.row)) continue;
      let row: string;
      if (from > 0) row = rows[sourceStart + Math.floor(((at - targetStart) * from) / to)]!.id;
      else if (own.has(piece.row)) {
        row = newId();
        added.push({ id: row, ...(last === undefined ? {} : { after: last }) });
        last = row;
      } else row = piece.row;
      if (row !== piece.row && !fixed.has(row)) moves.set(piece, row);
    }
    if (from > 0) last = rows[sourceEnd - 1]!.id;
  }
}

const DIGITS = 1000;

const rounded = (confidence: number): number => Math.round(confidence * DIGITS) / DIGITS;

/** What the aligner thinks of the rows as they are after its changes. */
function standingsOf(
  alignment: RowAlignment,
  records: readonly Alignment[],
  body: AlignmentBody,
  confidences: ReadonlyMap<string, number>,
): readonly RowStanding[] {
  const arrangement = after(alignment, records, body);
  const confirmed = new Set(
    alignment.rows.filter(({ standing }) => standing?.kind === 'confirmed').map(({ id }) => id),
  );
  return arrangement.rows.flatMap((row) => {
    const confidence = confidences.get(row.id);
    if (confidence === undefined || confirmed.has(row.id)) return [];
    const cells = alignment.order.map((variant) => [variant, cellKey(cellTexts(arrangement, row, variant))]);
    return [
      {
        row: row.id,
        cells: Object.fromEntries(cells) as Record<string, string>,
        confidence: rounded(confidence),
      },
    ];
  });
}

/** The rows as they are with one more record. */
function after(
  { order, texts }: RowAlignment,
  records: readonly Alignment[],
  body: AlignmentBody,
): Arrangement {
  // Only what a record says counts for the arrangement.
  const said = { ...body, id: '\uffff', type: 'alignment', author: '', time: '', work: '' } as const;
  return arrange(order, texts, [...records, said]);
}

/** How many rows have other words with one more record, new ones counted. */
export function changedRows(
  alignment: RowAlignment,
  records: readonly Alignment[],
  body: AlignmentBody,
): number {
  const now = after(alignment, records, body);
  return now.rows.filter((row) => {
    const before = alignment.rows[alignment.index.get(row.id) ?? -1];
    return (
      before === undefined ||
      alignment.order.some(
        (variant) => cellKey(cellTexts(alignment, before, variant)) !== cellKey(cellTexts(now, row, variant)),
      )
    );
  }).length;
}
