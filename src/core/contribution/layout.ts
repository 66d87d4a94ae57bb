import { memberId, rowOf } from '../work/members.ts';
import type { Paragraph } from '../work/model.ts';
import type { Row } from '../work/rows.ts';
import { type Arrangement, type Piece, goesOn, paragraphsOf } from './alignment.ts';

/** A piece and where its words begin in its cell's text. */
export interface CellPart {
  readonly piece: Piece;
  readonly at: number;
}

/** One variant's words of a row: pieces of its file, one under the other. */
export interface Cell {
  readonly variant: string;
  readonly row: string;
  readonly parts: readonly CellPart[];
  readonly text: string;
}

/**
 * Where the words of the files are shown. A paragraph that stands in its row whole and alone, as nearly all do, is
 * `plain`: it is shown as it is, and nothing is kept of it here.
 */
export class Layout {
  readonly arrangement: Arrangement;
  /** As they are shown: a paragraph for each row that the variant has words in, under the row's id. */
  readonly texts: ReadonlyMap<string, readonly Paragraph[]>;
  readonly rows: readonly Row[];
  readonly #cells: ReadonlyMap<string, ReadonlyMap<string, Cell>>;
  #known: ReadonlySet<string> | undefined;
  readonly #parts: ReadonlyMap<string, ReadonlyMap<string, readonly CellPart[]>>;

  constructor(arrangement: Arrangement) {
    this.arrangement = arrangement;
    const cells = new Map<string, Map<string, Cell>>();
    const parts = new Map<string, Map<string, CellPart[]>>();
    const texts = new Map<string, Paragraph[]>();
    for (const variant of arrangement.order) {
      cells.set(variant, new Map());
      parts.set(variant, new Map());
      texts.set(variant, []);
    }
    const nexts = new Map<string, number>();
    this.rows = arrangement.rows.map((row, index): Row => {
      const shown = new Map<string, readonly Paragraph[]>();
      let role: Row['role'] | undefined;
      for (const [variant, pieces] of row.cells) {
        const text = arrangement.texts.get(variant)!;
        const [first] = pieces;
        // Most stand in the order of the text: looking at the next costs less than looking it up.
        const next = nexts.get(variant) ?? 0;
        nexts.set(variant, next + pieces.length);
        const begin =
          text[next]?.id === first!.paragraph ? text[next] : paragraphsOf(text).get(first!.paragraph)!;
        let paragraph = begin;
        if (!isPlain(pieces, row.id, begin)) {
          const cell = cellOf(variant, row.id, pieces, paragraphsOf(text));
          cells.get(variant)!.set(row.id, cell);
          for (const part of cell.parts) push(parts.get(variant)!, part.piece.paragraph, part);
          paragraph = { ...begin, id: row.id, text: cell.text };
        }
        role ??= paragraph.role;
        texts.get(variant)!.push(paragraph);
        shown.set(variant, [paragraph]);
      }
      return { id: row.id, role: role ?? 'paragraph', number: index + 1, cells: shown };
    });
    for (const own of parts.values())
      for (const list of own.values()) list.sort((a, b) => a.piece.start - b.piece.start);
    // Texts without paragraphs, and those whose order is the files', stay as they came.
    this.texts = new Map(
      [...arrangement.texts].map(([variant, text]) => {
        const shown = texts.get(variant) ?? text;
        return [variant, same(text, shown) ? text : shown];
      }),
    );
    this.#cells = cells;
    this.#parts = parts;
  }

  /** Whether an id names a row, with or without words. */
  isRow(id: string): boolean {
    this.#known ??= new Set(this.arrangement.known);
    return this.#known.has(id);
  }

  /** A cell that is not plain; undefined also for one without words. */
  cell(variant: string, row: string): Cell | undefined {
    return this.#cells.get(variant)?.get(row);
  }

  /** All cells that are not plain. */
  *cells(): Generator<Cell> {
    for (const own of this.#cells.values()) yield* own.values();
  }

  /** Where the words of a file's paragraph are shown, in its order; undefined for a plain one or one without words. */
  parts(variant: string, paragraph: string): readonly CellPart[] | undefined {
    return this.#parts.get(variant)?.get(paragraph);
  }

  /** The file's text of a paragraph; undefined when the file, or the paragraph in it, is not there. */
  fileText(variant: string, paragraph: string): string | undefined {
    return paragraphsOf(this.arrangement.texts.get(variant)).get(paragraph)?.text;
  }

  /** Whether what is said of a file's paragraph is shown as it is said. */
  isPlain(variant: string, paragraph: string): boolean {
    if (this.#parts.get(variant)?.has(paragraph)) return false;
    if (this.fileText(variant, paragraph) !== undefined) return true;
    // What the file does not have (yet) belongs to the row that its id names.
    return rowOf(paragraph) === paragraph && !this.#cells.get(variant)?.has(paragraph);
  }

  /** The rows in which a file's paragraph is shown, or would be if the file had it; at least one. */
  rowsOf(variant: string, paragraph: string): readonly string[] {
    const parts = this.parts(variant, paragraph);
    if (parts) return [...new Set(parts.map(({ piece }) => piece.row))];
    return [this.fileText(variant, paragraph) === undefined ? rowOf(paragraph) : paragraph];
  }
}

/** The file's paragraph that what is said of a shown one as a whole is kept under; where the cell is empty, one that
 * the file does not have. */
export function fileParagraph(layout: Layout, variant: string, row: string): string {
  const first = layout.cell(variant, row)?.parts[0];
  if (first) return first.piece.paragraph;
  // A paragraph of the file itself is named.
  if (!layout.isRow(row)) return row;
  let id = row;
  // The paragraph of that name may stand in another row.
  for (let number = 2; layout.parts(variant, id) && layout.fileText(variant, id) !== undefined; number += 1)
    id = memberId(row, number);
  return id;
}

function isPlain(pieces: readonly Piece[], row: string, { id, text }: Paragraph): boolean {
  const [piece] = pieces;
  return pieces.length === 1 && id === row && piece!.start === 0 && piece!.end === text.length;
}

function cellOf(
  variant: string,
  row: string,
  pieces: readonly Piece[],
  paragraphs: ReadonlyMap<string, Paragraph>,
): Cell {
  let text = '';
  const parts = pieces.map((piece, index): CellPart => {
    const words = paragraphs.get(piece.paragraph)!.text.slice(piece.start, piece.end);
    text += joint(text, words, goesOn(pieces[index - 1], piece));
    const at = text.length;
    text += words;
    return { piece, at };
  });
  return { variant, row, parts, text };
}

/** What stands between the texts of two pieces of a cell. */
export function joint(before: string, words: string, isOneParagraph: boolean): string {
  return before === '' || words === '' || isOneParagraph ? '' : '\n';
}

const same = (a: readonly Paragraph[], b: readonly Paragraph[]): boolean =>
  a.length === b.length && a.every((paragraph, index) => paragraph === b[index]);

function push<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}
