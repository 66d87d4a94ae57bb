import {
  type AlignedRow,
  type Piece,
  type RowAlignment,
  cellKey,
  cellTexts,
  goesOn,
  isInside,
  paragraphsOf,
} from './alignment.ts';
import { CONTEXT_LENGTH } from './anchor.ts';
import { rowOf } from '../work/members.ts';
import type { Alignment, NewRow, Placement, RowStanding } from './record.ts';

/** What an alignment record says; the rest of it is common to all records. */
export type AlignmentBody = Pick<Alignment, 'placements' | 'rows' | 'standings'>;

/** Gives the id of a new row, another one each time; it must name no row of the work. */
export type NewId = () => string;

/** Puts the words of another row into a row, in every variant; undefined when one of them has no words. */
export function mergeRows(alignment: RowAlignment, row: string, other: string): AlignmentBody | undefined {
  const [to, from] = [rowAt(alignment, row), rowAt(alignment, other)];
  if (!to || !from || to === from) return undefined;
  return moved(alignment, new Map([...from.cells.values()].flat().map((piece) => [piece, row])));
}

/**
 * Puts the words of a cell from an offset of a file's paragraph on into the next row, or a new one behind this row.
 * The beginning of a further paragraph of the cell is such a place too. Undefined for no place inside the cell.
 */
export function splitPiece(
  alignment: RowAlignment,
  variant: string,
  paragraph: string,
  offset: number,
  into: 'next' | 'new',
  newId: NewId,
): AlignmentBody | undefined {
  const piece = alignment.pieces
    .get(variant)
    ?.find((each) => each.paragraph === paragraph && each.start <= offset && offset < each.end);
  const index = piece && alignment.index.get(piece.row);
  if (!piece || index === undefined) return undefined;
  const cell = alignment.rows[index]!.cells.get(variant)!;
  const isCut = offset > piece.start;
  if (isCut ? !isInside(offset, textOf(alignment, piece)) : piece === cell[0]) return undefined;
  const next = into === 'next' ? alignment.rows[index + 1]?.id : undefined;
  const row = next ?? newId();
  const later = cell.slice(cell.indexOf(piece) + (isCut ? 1 : 0));
  const moves = new Map(later.map((each) => [each, row]));
  if (isCut) moves.set({ ...piece, start: offset }, row);
  return moved(alignment, moves, next === undefined ? [{ id: row, after: piece.row }] : []);
}

/**
 * Moves a variant's words from a row on by one row. Down: the row's cell is left empty, and the first empty cell below
 * takes up the shift, else a new row at the end. Up: the words go to those of the row above (an empty cell is filled
 * from below), and the first empty cell below ends it. Undefined where nothing can move.
 */
export function shift(
  alignment: RowAlignment,
  variant: string,
  row: string,
  direction: 'up' | 'down',
  newId: NewId,
): AlignmentBody | undefined {
  const from = alignment.index.get(row);
  if (from === undefined) return undefined;
  const { rows } = alignment;
  const isEmpty = (index: number): boolean => !rows[index]?.cells.has(variant);
  const first = direction === 'up' && isEmpty(from) ? from + 1 : from;
  let end = first;
  while (end < rows.length && !isEmpty(end)) end += 1;
  if (end === first || (direction === 'up' && first === 0)) return undefined;
  const added: NewRow[] = [];
  const moves = new Map<Piece, string>();
  for (let index = first; index < end; index += 1) {
    let target = rows[direction === 'up' ? index - 1 : index + 1]?.id;
    if (target === undefined) added.push({ id: (target = newId()), after: rows[index]!.id });
    for (const piece of rows[index]!.cells.get(variant)!) moves.set(piece, target);
  }
  return moved(alignment, moves, added);
}

/** Puts a variant's words of one row to another row, beside those that it has there. */
export function link(
  alignment: RowAlignment,
  variant: string,
  from: string,
  to: string,
): AlignmentBody | undefined {
  const cell = rowAt(alignment, from)?.cells.get(variant);
  if (!cell || from === to || !alignment.index.has(to)) return undefined;
  return moved(alignment, new Map(cell.map((piece) => [piece, to])));
}

/** Puts a variant's words of a row into a row of their own behind it; undefined when they stand alone already. */
export function unlink(
  alignment: RowAlignment,
  variant: string,
  row: string,
  newId: NewId,
): AlignmentBody | undefined {
  const found = rowAt(alignment, row);
  const cell = found?.cells.get(variant);
  if (!cell || found!.cells.size < 2) return undefined;
  const id = newId();
  return moved(alignment, new Map(cell.map((piece) => [piece, id])), [{ id, after: row }]);
}

/** Exchanges a variant's words of two rows; one of the cells may be empty. */
export function swap(
  alignment: RowAlignment,
  variant: string,
  one: string,
  other: string,
): AlignmentBody | undefined {
  const [a, b] = [rowAt(alignment, one), rowAt(alignment, other)];
  const [some, more] = [a?.cells.get(variant) ?? [], b?.cells.get(variant) ?? []];
  if (!a || !b || a === b || some.length + more.length === 0) return undefined;
  const moves = new Map<Piece, string>();
  for (const piece of some) moves.set(piece, other);
  for (const piece of more) moves.set(piece, one);
  return moved(alignment, moves);
}

/**
 * Takes the beginning of a piece away: inside a paragraph the cut, so that the words go on; at a paragraph's beginning
 * it goes to the row of the words before it. Undefined where no piece begins, and at the very beginning.
 */
export function joinPieces(
  alignment: RowAlignment,
  variant: string,
  paragraph: string,
  offset: number,
): AlignmentBody | undefined {
  const pieces = alignment.pieces.get(variant) ?? [];
  const index = pieces.findIndex((each) => each.paragraph === paragraph && each.start === offset);
  const [before, piece] = [pieces[index - 1], pieces[index]];
  if (!before || !piece || (offset === 0 && piece.row === before.row)) return undefined;
  return moved(alignment, new Map([[piece, before.row]]));
}

/** Says that a row is right as it is, in these variants or all that have a text. */
export function confirm(
  alignment: RowAlignment,
  row: string,
  variants: readonly string[] = alignment.order,
): AlignmentBody | undefined {
  const found = rowAt(alignment, row);
  return found && { standings: [standingOf(alignment, found, variants)] };
}

/**
 * Says that a variant has nothing for a row. Words that stand there go into a row of their own behind it. Undefined
 * where no other variant has words in the row.
 */
export function markUntranslated(
  alignment: RowAlignment,
  variant: string,
  row: string,
  newId: NewId,
  variants: readonly string[] = alignment.order,
): AlignmentBody | undefined {
  const found = rowAt(alignment, row);
  if (!found) return undefined;
  const standing = standingOf(alignment, found, [...new Set([...variants, variant])]);
  if (!found.cells.has(variant)) return { standings: [standing] };
  const parted = unlink(alignment, variant, row, newId);
  return (
    parted && {
      ...parted,
      standings: [{ ...standing, cells: { ...standing.cells, [variant]: cellKey([]) } }],
    }
  );
}

function standingOf(alignment: RowAlignment, row: AlignedRow, variants: readonly string[]): RowStanding {
  const cells = variants
    .filter((variant) => alignment.texts.has(variant))
    .map((variant) => [variant, cellKey(cellTexts(alignment, row, variant))]);
  return { row: row.id, cells: Object.fromEntries(cells) as Record<string, string> };
}

const rowAt = ({ rows, index }: RowAlignment, id: string): AlignedRow | undefined =>
  rows[index.get(id) ?? -1];

const textOf = ({ texts }: RowAlignment, { variant, paragraph }: Piece): string =>
  paragraphsOf(texts.get(variant)).get(paragraph)?.text ?? '';

/** A record that puts pieces into rows, in text order. */
export function moved(
  alignment: RowAlignment,
  moves: ReadonlyMap<Piece, string>,
  added: readonly NewRow[] = [],
): AlignmentBody {
  const rows = [...declared(alignment, moves, added), ...added];
  return {
    placements: [...moves].map(([piece, row]) => placementOf(alignment, piece, row, moves)),
    ...(rows.length > 0 ? { rows } : {}),
  };
}

function placementOf(
  alignment: RowAlignment,
  piece: Piece,
  row: string,
  moves: ReadonlyMap<Piece, string>,
): Placement {
  const { variant, paragraph, start: at } = piece;
  if (at === 0) return { variant, paragraph, at, row };
  const before = alignment.pieces.get(variant)!.find((each) => goesOn(each, piece));
  // Where the words before it stand in the same row no cut is needed any more.
  const isJoined = before !== undefined && (moves.get(before) ?? before.row) === row;
  const text = textOf(alignment, piece);
  const prefix = text.slice(Math.max(0, at - CONTEXT_LENGTH), at).replace(/^[\uDC00-\uDFFF]/, '');
  const suffix = text.slice(at, at + CONTEXT_LENGTH).replace(/[\uD800-\uDBFF]$/, '');
  return { variant, paragraph, at, quote: { prefix, suffix }, row: isJoined ? null : row };
}

/**
 * The rows among the targets that the subject's file does not name: another record may be taken back that made them,
 * and a reader whose device has not fetched another variant's file yet would not know them.
 */
function declared(
  { order, texts, known }: RowAlignment,
  moves: ReadonlyMap<Piece, string>,
  added: readonly NewRow[],
): readonly NewRow[] {
  const wanted = new Set(moves.values());
  for (const { id } of added) wanted.delete(id);
  const subject = new Set(texts.get(order[0] ?? '')?.map(({ id }) => rowOf(id)));
  if ([...wanted].every((id) => subject.has(id))) return [];
  const found: NewRow[] = [];
  let after: string | undefined;
  for (const id of known) {
    if (subject.has(id)) after = id;
    else if (wanted.has(id)) {
      found.push({ id, ...(after === undefined ? {} : { after }) });
      after = id;
    }
  }
  return found;
}
