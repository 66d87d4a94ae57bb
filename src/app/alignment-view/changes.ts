import {
  type AlignmentBody,
  type NewId,
  confirm,
  link,
  markUntranslated,
  mergeRows,
  shift,
  splitPiece,
  swap,
  unlink,
} from '../../core/contribution/align-edits.ts';
import type { AlignedRow, Piece, RowAlignment } from '../../core/contribution/alignment.ts';
import type { Gap } from './gaps.ts';

/** What can be done with a cell or its row; the interface names each one (`alignment.change.<name>`). */
export const CHANGES = [
  'split',
  'splitNew',
  'join',
  'take',
  'shiftUp',
  'shiftDown',
  'linkUp',
  'linkDown',
  'unlink',
  'swap',
  'merge',
  'untranslated',
  'confirm',
] as const;
export type Change = (typeof CHANGES)[number];

/** The cell that is changed. */
export interface ChangePlace {
  readonly row: string;
  readonly variant: string;
  /** Where it is split. */
  readonly gap: Gap | undefined;
  /** The variants that are seen: what is confirmed is said of them. */
  readonly columns: readonly string[];
  /** Whether all texts are there: whole rows are not joined before. */
  readonly isWhole: boolean;
}

interface Around {
  readonly above: AlignedRow | undefined;
  readonly here: AlignedRow;
  readonly below: AlignedRow | undefined;
}

function around({ rows, index }: RowAlignment, row: string): Around | undefined {
  const at = index.get(row) ?? -1;
  const here = rows[at];
  return here && { above: rows[at - 1], here, below: rows[at + 1] };
}

/** Whether a change can be made; as `bodyOf` says it, without making it. */
export function isPossible(alignment: RowAlignment, change: Change, place: ChangePlace): boolean {
  const rows = around(alignment, place.row);
  if (!rows) return false;
  const { above, here, below } = rows;
  const { variant, gap } = place;
  const has = (row: AlignedRow | undefined): boolean => row?.cells.has(variant) ?? false;
  switch (change) {
    case 'split':
    case 'splitNew':
      return gap !== undefined;
    case 'join':
    case 'linkUp':
      return has(here) && above !== undefined;
    case 'linkDown':
      return has(here) && below !== undefined;
    case 'take':
      return has(below);
    case 'shiftDown':
      return has(here);
    case 'shiftUp':
      return has(here) ? above !== undefined : has(below);
    case 'unlink':
      return has(here) && here.cells.size > 1;
    case 'swap':
      return below !== undefined && (has(here) || has(below));
    case 'merge':
      return below !== undefined && place.isWhole;
    case 'untranslated':
      return has(here) ? here.cells.size > 1 : here.standing?.kind !== 'confirmed';
    case 'confirm':
      return true;
  }
}

/** The record that makes a change; undefined where it is impossible. */
export function bodyOf(
  alignment: RowAlignment,
  change: Change,
  place: ChangePlace,
  newId: NewId,
): AlignmentBody | undefined {
  const rows = around(alignment, place.row);
  if (!rows || !isPossible(alignment, change, place)) return undefined;
  const { variant, row, gap, columns } = place;
  const [above, below] = [rows.above?.id ?? '', rows.below?.id ?? ''];
  switch (change) {
    case 'split':
    case 'splitNew':
      return (
        gap &&
        splitPiece(alignment, variant, gap.paragraph, gap.offset, change === 'split' ? 'next' : 'new', newId)
      );
    case 'join':
    case 'linkUp':
      return link(alignment, variant, row, above);
    case 'linkDown':
      return link(alignment, variant, row, below);
    case 'take':
      return link(alignment, variant, below, row);
    case 'shiftUp':
      return shift(alignment, variant, row, 'up', newId);
    case 'shiftDown':
      return shift(alignment, variant, row, 'down', newId);
    case 'unlink':
      return unlink(alignment, variant, row, newId);
    case 'swap':
      return swap(alignment, variant, row, below);
    case 'merge':
      return mergeRows(alignment, row, below);
    case 'untranslated':
      return markUntranslated(alignment, variant, row, newId, columns);
    case 'confirm':
      return confirm(alignment, row, columns);
  }
}

/** Words of a file by which their cell is found again, wherever they are. */
export type Words = Pick<Piece, 'variant' | 'paragraph' | 'start'>;

/** The words that a change moves, for the keyboard to stay on; those of the cell where it moves none. */
export function wordsOf(
  alignment: RowAlignment,
  change: Change | undefined,
  place: ChangePlace,
): Words | undefined {
  const rows = around(alignment, place.row);
  const { variant, gap } = place;
  if (gap && (change === 'split' || change === 'splitNew'))
    return { variant, paragraph: gap.paragraph, start: gap.offset };
  const own = rows?.here.cells.get(variant)?.[0];
  const below = rows?.below?.cells.get(variant)?.[0];
  if (change === 'take') return below;
  return own ?? (change === 'shiftUp' || change === 'swap' ? below : undefined);
}

/** The row in which words stand. */
export function rowOfWords(
  alignment: RowAlignment,
  { variant, paragraph, start }: Words,
): string | undefined {
  return alignment.pieces
    .get(variant)
    ?.find((piece) => piece.paragraph === paragraph && piece.start <= start && start < piece.end)?.row;
}
