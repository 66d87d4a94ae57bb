import { memberId, memberNumber, paragraphLines, rowOf } from '../work/members.ts';
import type { Paragraph, Role } from '../work/model.ts';
import { readPlacedVariant } from '../work/variant-file.ts';

/** Whether a variant's file can hold a text: no line of it is blank or begins like a header. */
export function fitsVariant(text: string): boolean {
  return paragraphLines(text).every((line) => line.trim() !== '' && !line.startsWith('<!--'));
}

/**
 * A variant's file with other texts for some of its paragraphs; all else, line ends and oddities among it, stays
 * as it is. See `VariantEdit.put`.
 * @param texts by paragraph id
 * @param order the paragraphs of the work, for those that are new here
 * @throws RangeError for a text that `fitsVariant` refuses, and for a paragraph that has no place
 */
export function editVariant(
  source: string,
  texts: ReadonlyMap<string, string>,
  order: readonly Pick<Paragraph, 'id' | 'role'>[] = [],
): string {
  const edit = new VariantEdit(source, order);
  for (const [id, text] of texts) edit.put(id, text);
  return edit.text();
}

/** A paragraph's stretch of the file. */
interface Piece {
  readonly id: string;
  readonly row: string;
  readonly role: Role;
  text: string;
  /** From the header to the text, with their line ends. */
  own: string[];
  /** What stands between the text and the next header: blank lines, and what the format has no name for. */
  rest: string[];
  /** Other paragraphs stood behind it when the file was read. */
  wasFollowed: boolean;
  before: Piece | undefined;
  next: Piece | undefined;
}

/** A variant's file that is being edited. */
export class VariantEdit {
  readonly #mark: string;
  readonly #lead: string[];
  readonly #end: string;
  readonly #byId = new Map<string, Piece>();
  /** In the order of the file. */
  readonly #byRow = new Map<string, Piece[]>();
  readonly #order: readonly Pick<Paragraph, 'id' | 'role'>[];
  #places: ReadonlyMap<string, number> | undefined;
  #first: Piece | undefined;

  /** @param order the paragraphs of the work, for those that are new here */
  constructor(source: string, order: readonly Pick<Paragraph, 'id' | 'role'>[] = []) {
    this.#order = order;
    this.#mark = source.startsWith('\uFEFF') ? '\uFEFF' : '';
    const lines = linesOf(source.slice(this.#mark.length));
    this.#end = /\r\n|\n|\r/u.exec(source)?.[0] ?? '\n';
    const placed = readPlacedVariant(source, '').value;
    this.#lead = lines.slice(0, (placed[0]?.line ?? lines.length + 1) - 1);
    let before: Piece | undefined;
    placed.forEach(({ id, role, text, line }, index) => {
      const all = lines.slice(line - 1, (placed[index + 1]?.line ?? lines.length + 1) - 1);
      const size = ownLines(all);
      const [own, rest] = [all.slice(0, size), all.slice(size)];
      const wasFollowed = index < placed.length - 1;
      before = this.#link({
        id,
        role,
        text,
        row: rowOf(id),
        own,
        rest,
        wasFollowed,
        before,
        next: undefined,
      });
      const row = this.#byRow.get(before.row);
      if (row === undefined) this.#byRow.set(before.row, [before]);
      else row.push(before);
    });
  }

  /** The ids of the file's paragraphs, in their order; those that come to stand behind the last one are met as well. */
  *ids(): Generator<string> {
    for (let piece = this.#first; piece; piece = piece.next)
      if (this.#byId.get(piece.id) === piece) yield piece.id;
  }

  has(id: string): boolean {
    return this.#byId.has(id);
  }

  /** Whether a paragraph is there, or its place is known. */
  hasPlace(id: string): boolean {
    return this.#byRow.has(rowOf(id)) || this.#orderOf(rowOf(id)) !== undefined;
  }

  /** The text of a paragraph and those of the further ones of its row that stand directly behind it; none without it. */
  block(id: string): readonly { readonly id: string; readonly text: string }[] {
    const block: Piece[] = [];
    const first = this.#byId.get(id);
    for (let piece = first; piece && piece.row === first?.row; piece = piece.next) block.push(piece);
    return block;
  }

  /** The paragraphs of a row, in the order of the file. */
  row(row: string): readonly { readonly id: string; readonly text: string }[] {
    return this.#byRow.get(row) ?? [];
  }

  /**
   * Gives a paragraph another text. Of several lines the first is its own; the others are further paragraphs of its
   * row. The empty text removes it. One that is new comes where its row is, or behind the row before it.
   * @param covers how many paragraphs of its `block` the text takes the place of
   * @param idOf the id of a further paragraph by its line; without it they get the first numbers that are free
   * @returns the ids of the further paragraphs
   * @throws RangeError for a text that `fitsVariant` refuses, and for a paragraph that has no place
   */
  put(
    id: string,
    text: string,
    covers = 1,
    idOf: (line: string) => string | undefined = () => undefined,
  ): readonly string[] {
    if (!fitsVariant(text)) throw new RangeError(`the file cannot hold the text of ${id}`);
    if (text === '' && !this.has(id)) return [];
    if (!this.hasPlace(id)) throw new RangeError(`no place for ${id}`);
    const lines = [...paragraphLines(text)];
    const covered = this.#byId.has(id) ? this.block(id).slice(0, covers) : [];
    let last: Piece | undefined;
    for (const { id: own } of covered) {
      const piece = this.#byId.get(own)!;
      const line = lines.shift();
      if (line === undefined) this.#remove(piece);
      else {
        if (line !== piece.text) setText(piece, line, this.#end);
        last = piece;
      }
    }
    if (covered.length === 0) last = this.#insertNew(id, lines.shift()!);
    return lines.map((line) => {
      const { row, role }: Piece = last!;
      last = this.#insert(idOf(line) ?? this.#freeId(row), furtherRole(role), line, last);
      return last.id;
    });
  }

  /** The file as it is now. */
  text(): string {
    let text = this.#mark + this.#lead.join('');
    for (let piece = this.#first; piece; piece = piece.next) {
      const { own, rest, next, wasFollowed } = piece;
      if (next !== undefined && !wasFollowed) {
        // It was the last one: the next wants a line of its own and a blank one before it.
        const whole = own.join('') + rest.join('');
        text += whole + (/[\r\n]$/u.test(whole) ? '' : this.#end);
        if (rest.every((line) => line.trim() !== '')) text += this.#end;
      } else if (next === undefined && wasFollowed) {
        const isBlank = rest.at(-1)?.trim() === '';
        text += own.join('') + rest.slice(0, isBlank ? -1 : undefined).join('');
      } else text += own.join('') + rest.join('');
    }
    return text;
  }

  #orderOf(row: string): number | undefined {
    this.#places ??= new Map(this.#order.map(({ id }, index) => [rowOf(id), index] as const).reverse());
    return this.#places.get(row);
  }

  #freeId(row: string): string {
    const taken = new Set((this.#byRow.get(row) ?? []).map(({ id }) => id));
    let number = 2;
    while (taken.has(memberId(row, number))) number += 1;
    return memberId(row, number);
  }

  #insertNew(id: string, text: string): Piece {
    const row = rowOf(id);
    const at = this.#orderOf(row);
    const others = this.#byRow.get(row);
    const role = at === undefined ? others![0]!.role : this.#order[at]!.role;
    const own = id === row ? role : furtherRole(role);
    if (others !== undefined) {
      const lower = others.filter((piece) => memberNumber(piece.id) < memberNumber(id)).at(-1);
      return this.#insert(id, own, text, lower ?? others[0]!.before);
    }
    for (let index = at! - 1; index >= 0; index -= 1) {
      const before = this.#byRow.get(rowOf(this.#order[index]!.id))?.at(-1);
      if (before !== undefined) return this.#insert(id, own, text, before);
    }
    return this.#insert(id, own, text, undefined);
  }

  #insert(id: string, role: Role, text: string, before: Piece | undefined): Piece {
    const next = before === undefined ? this.#first : before.next;
    const own = [`<!-- ${id} ${role} -->${this.#end}`, `${text}${this.#end}`];
    const rest = next === undefined ? [] : [this.#end];
    const row = rowOf(id);
    const piece = this.#link({
      id,
      role,
      text,
      row,
      own,
      rest,
      wasFollowed: next !== undefined,
      before,
      next,
    });
    const others = this.#byRow.get(row) ?? [];
    // In a row that is there already a paragraph is put directly before or behind another one of it.
    const at = before === undefined ? 0 : others.indexOf(before) + 1;
    this.#byRow.set(row, [...others.slice(0, at), piece, ...others.slice(at)]);
    return piece;
  }

  #link(piece: Piece): Piece {
    const { id, before, next } = piece;
    if (next) next.before = piece;
    if (before) before.next = piece;
    else this.#first = piece;
    this.#byId.set(id, piece);
    return piece;
  }

  #remove(piece: Piece): void {
    const { before, next, row, id } = piece;
    // One blank line goes with it; what else stands there is not its own.
    const kept = piece.rest[0]?.trim() === '' ? piece.rest.slice(1) : piece.rest;
    (before?.rest ?? this.#lead).push(...kept);
    if (before) before.next = next;
    else this.#first = next;
    if (next) next.before = before;
    this.#byId.delete(id);
    const others = this.#byRow.get(row)!.filter((other) => other !== piece);
    if (others.length === 0) this.#byRow.delete(row);
    else this.#byRow.set(row, others);
  }
}

const linesOf = (source: string): readonly string[] =>
  source.match(/[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+$/gu) ?? [];
const isText = (line: string | undefined): line is string =>
  line !== undefined && !line.startsWith('<!--') && line.trim() !== '';

/** How many lines, from its header on, are a paragraph's: blank ones may stand before the text, and it may have several. */
function ownLines(lines: readonly string[]): number {
  let at = 1;
  while (lines[at]?.trim() === '') at += 1;
  if (!isText(lines[at])) return 1;
  while (isText(lines[at])) at += 1;
  return at;
}

function setText(piece: Piece, text: string, end: string): void {
  const at = piece.own.findIndex((line, index) => index > 0 && isText(line));
  if (at < 0) {
    // Nothing stood there yet. The header may be the last line of the file.
    piece.own = [`${piece.own[0]!.replace(/[\r\n]+$/u, '')}${end}`, `${text}${end}`];
  } else {
    const lineEnd = /[\r\n]*$/u.exec(piece.own[at]!)![0];
    piece.own = [...piece.own.slice(0, at), text + lineEnd];
  }
  piece.text = text;
}

/** What stands behind a heading is no second heading. */
const furtherRole = (role: Role): Role => (role === 'title' || role === 'heading' ? 'paragraph' : role);
