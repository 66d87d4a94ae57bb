import type { Span } from '../span.ts';
import { type Steps, finish } from '../steps.ts';
import type { Paragraph } from '../work/model.ts';
import { rowOf } from '../work/members.ts';
import { attachGap } from './gap.ts';
import { knownRows } from './known-rows.ts';
import type { Alignment, Placement, RowStanding } from './record.ts';

/** A stretch of a file's paragraph (UTF-16 offsets, half open) and the row that it stands in. */
export interface Piece extends Span {
  readonly variant: string;
  /** Of the variant's file. */
  readonly paragraph: string;
  readonly row: string;
}

/** What is known of a row: a person confirmed it, or an aligner thought it likely (0..1). */
export type Standing =
  | { readonly kind: 'confirmed'; readonly author: string }
  | {
      readonly kind: 'estimated';
      readonly confidence: number;
      readonly disputed: boolean;
      /** Variants that a person had confirmed here before another text was added. */
      readonly confirmed?: readonly string[];
    };

export interface AlignedRow {
  readonly id: string;
  /** By variant, in text order; a variant without words there is not in it. */
  readonly cells: ReadonlyMap<string, readonly Piece[]>;
  readonly standing?: Standing;
}

/** A placement that has no effect: its paragraph is not there, its place was not found again, or its row is unknown. */
export interface LostPlacement {
  /** Id of the record. */
  readonly record: string;
  readonly placement: Placement;
  readonly lost: 'paragraph' | 'place' | 'row';
}

/** Which words stand in which row. */
export interface Arrangement {
  /** The variants that have a text, subject first. */
  readonly order: readonly string[];
  /** The files' texts. */
  readonly texts: ReadonlyMap<string, readonly Paragraph[]>;
  /** Each variant's pieces in text order: joined they are its paragraphs' texts. */
  readonly pieces: ReadonlyMap<string, readonly Piece[]>;
  /** Rows that have words, in reading order. */
  readonly rows: readonly AlignedRow[];
  /** All rows that a placement can name, in reading order, also those without words. */
  readonly known: readonly string[];
  readonly lost: readonly LostPlacement[];
}

/** Which words stand in which row, and what is known of the rows. */
export interface RowAlignment extends Arrangement {
  /** A row's place in `rows`. */
  readonly index: ReadonlyMap<string, number>;
}

type Texts = ReadonlyMap<string, readonly Paragraph[]>;

/**
 * The rows that a set of alignment records makes of a work's texts (see `Placement`), and what is known of them.
 * @param order ids of variants, the subject first, as for `buildRows`
 * @param texts the files' texts; a variant that has none yet is left out
 * @param records those that stand, sorted by id, as `State.alignments` has them
 */
export function alignmentOf(
  order: readonly string[],
  texts: Texts,
  records: readonly Alignment[],
): RowAlignment {
  return finish(alignmentSteps(order, texts, records));
}

/** `alignmentOf`, so that a caller can rest between any two steps: a long work in many languages takes seconds. */
export function* alignmentSteps(
  order: readonly string[],
  texts: Texts,
  records: readonly Alignment[],
): Steps<RowAlignment> {
  const arrangement = yield* arrangeSteps(order, texts, records);
  const rows = yield* withStandings(arrangement, records);
  return { ...arrangement, rows, index: new Map(rows.map(({ id }, index) => [id, index])) };
}

/** `alignmentOf` without what is known of the rows. */
export function arrange(order: readonly string[], texts: Texts, records: readonly Alignment[]): Arrangement {
  return finish(arrangeSteps(order, texts, records));
}

function* arrangeSteps(
  order: readonly string[],
  texts: Texts,
  records: readonly Alignment[],
): Steps<Arrangement> {
  const present = order.filter((variant) => texts.has(variant));
  const known = knownRows(present, texts, records);
  const isRow = new Set(known);
  const lost: LostPlacement[] = [];
  const places = placesOf(texts, records, isRow, lost);
  const pieces = new Map<string, readonly Piece[]>();
  const cells = new Map<string, Map<string, Piece[]>>();
  for (const variant of present) {
    yield { done: pieces.size, total: present.length };
    const own = piecesOf(variant, texts.get(variant)!, places.get(variant));
    pieces.set(variant, own);
    for (const piece of own) {
      let row = cells.get(piece.row);
      if (!row) cells.set(piece.row, (row = new Map<string, Piece[]>()));
      const cell = row.get(variant);
      if (cell) cell.push(piece);
      else row.set(variant, [piece]);
    }
  }
  const rows = known.flatMap((id) => {
    const own = cells.get(id);
    return own ? [{ id, cells: own }] : [];
  });
  return { order: present, texts, pieces, rows, known, lost };
}

/** A row's words in one variant: a string for each stretch of text that stands there without a break. */
export function cellTexts(arrangement: Arrangement, row: AlignedRow, variant: string): readonly string[] {
  const pieces = row.cells.get(variant);
  return pieces ? textsOf(pieces, paragraphsOf(arrangement.texts.get(variant))) : [];
}

/** Sums up the words of a cell for `RowStanding.cells`: the same for the same words only, empty for none. */
export function cellKey(texts: readonly string[]): string {
  if (texts.length === 0) return '';
  const text = texts.join('\n');
  // cyrb53 (bryc, public domain): 53 bits, so that two texts of one place are never taken for each other.
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
}

/** The texts of pieces of one cell; those of one paragraph that go on from each other are one. */
export function textsOf(
  pieces: readonly Piece[],
  paragraphs: ReadonlyMap<string, Paragraph>,
): readonly string[] {
  const texts: string[] = [];
  pieces.forEach((piece, index) => {
    const text = (paragraphs.get(piece.paragraph)?.text ?? '').slice(piece.start, piece.end);
    if (goesOn(pieces[index - 1], piece)) texts[texts.length - 1] += text;
    else texts.push(text);
  });
  return texts;
}

/** Whether a piece begins where the one before it ends, inside a paragraph. */
export function goesOn(before: Piece | undefined, { paragraph, start }: Piece): boolean {
  return before?.paragraph === paragraph && before.end === start;
}

const byParagraph = new WeakMap<readonly Paragraph[], ReadonlyMap<string, Paragraph>>();
const NONE: ReadonlyMap<string, Paragraph> = new Map();

/** A text's paragraphs by id; made once for each text. */
export function paragraphsOf(text: readonly Paragraph[] | undefined): ReadonlyMap<string, Paragraph> {
  if (!text) return NONE;
  let known = byParagraph.get(text);
  if (!known) byParagraph.set(text, (known = new Map(text.map((each) => [each.id, each]))));
  return known;
}

/** By variant, paragraph and offset: the row that begins there; null goes with what is before. */
type Places = Map<string, Map<string, Map<number, string | null>>>;

function placesOf(
  texts: Texts,
  records: readonly Alignment[],
  isRow: ReadonlySet<string>,
  lost: LostPlacement[],
): Places {
  const places: Places = new Map();
  for (const { id, placements = [] } of records)
    for (const placement of placements) {
      const { variant, row } = placement;
      const text = texts.get(variant);
      // What is said of a text that has not arrived has lost nothing.
      if (!text) continue;
      const paragraph = paragraphsOf(text).get(placement.paragraph);
      const at = paragraph && foundPlace(placement, paragraph.text);
      const failure =
        paragraph === undefined
          ? 'paragraph'
          : at === undefined
            ? 'place'
            : row !== null && !isRow.has(row)
              ? 'row'
              : undefined;
      if (failure !== undefined || at === undefined) {
        lost.push({ record: id, placement, lost: failure ?? 'place' });
        continue;
      }
      let own = places.get(variant);
      if (!own) places.set(variant, (own = new Map<string, Map<number, string | null>>()));
      let offsets = own.get(placement.paragraph);
      if (!offsets) own.set(placement.paragraph, (offsets = new Map<number, string | null>()));
      offsets.set(at, row);
    }
  return places;
}

/** Where a placement's place is in a text that may have changed; undefined when it is nowhere, or no place to cut. */
function foundPlace({ at, quote }: Placement, text: string): number | undefined {
  if (at === 0) return 0;
  let found = at;
  if (quote && !isAround(quote, at, text)) {
    const attachment = attachGap({ quote, start: at }, text);
    if (!('span' in attachment)) return undefined;
    found = attachment.span.start;
  }
  return isInside(found, text) ? found : undefined;
}

function isAround({ prefix, suffix }: NonNullable<Placement['quote']>, at: number, text: string): boolean {
  return text.startsWith(suffix, at) && at <= text.length && text.endsWith(prefix, at);
}

/** Whether a text can be cut at an offset: between two of its characters. */
export function isInside(at: number, text: string): boolean {
  return at > 0 && at < text.length && (text.codePointAt(at - 1) ?? 0) <= 0xffff;
}

const untouched = new WeakMap<readonly Paragraph[], readonly Piece[]>();

function piecesOf(
  variant: string,
  text: readonly Paragraph[],
  places: ReadonlyMap<string, ReadonlyMap<number, string | null>> | undefined,
): readonly Piece[] {
  const known = places ? undefined : untouched.get(text);
  if (known && (known.length === 0 || known[0]!.variant === variant)) return known;
  const pieces = cut(variant, text, places);
  if (!places) untouched.set(text, pieces);
  return pieces;
}

function cut(
  variant: string,
  text: readonly Paragraph[],
  places: ReadonlyMap<string, ReadonlyMap<number, string | null>> | undefined,
): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const { id, text: words } of text) {
    const own = places?.get(id);
    if (!own) {
      const row = id.includes('._') ? rowOf(id) : id;
      pieces.push({ variant, paragraph: id, start: 0, end: words.length, row });
      continue;
    }
    const first = own.get(0);
    const before = pieces.at(-1)?.row;
    const row = first ?? (first === null ? before : undefined) ?? rowOf(id);
    const cuts = [...own].filter(([at, to]) => at > 0 && to !== null).sort(([a], [b]) => a - b);
    const begins: readonly (readonly [number, string])[] = [[0, row], ...(cuts as [number, string][])];
    begins.forEach(([start, to], index) => {
      const end = begins[index + 1]?.[0] ?? words.length;
      pieces.push({ variant, paragraph: id, start, end, row: to });
    });
  }
  return pieces;
}

/** Rows whose standings are looked up between two rests. */
const PORTION = 500;

/**
 * A person's word counts before an aligner's, and the later one before the earlier, as long as the words are the same.
 * An aligner that speaks later of a text that the person did not see counts for the row.
 */
function* withStandings(
  arrangement: Arrangement,
  records: readonly Alignment[],
): Steps<readonly AlignedRow[]> {
  const standings = new Map<string, { readonly author: string; readonly standing: RowStanding }[]>();
  for (const { author, standings: own = [] } of records)
    for (const standing of own) {
      const list = standings.get(standing.row);
      if (list) list.push({ author, standing });
      else standings.set(standing.row, [{ author, standing }]);
    }
  if (standings.size === 0) return arrangement.rows;
  const rows: AlignedRow[] = [];
  for (const row of arrangement.rows) {
    if (rows.length % PORTION === 0) yield { done: rows.length, total: arrangement.rows.length };
    const standing = standingOf(arrangement, row, standings.get(row.id) ?? []);
    rows.push(standing ? { ...row, standing } : row);
  }
  return rows;
}

/** Sums of cells that are one piece: most pieces stay the same from change to change. */
const byPiece = new WeakMap<Piece, string>();

function keyOfCell(arrangement: Arrangement, row: AlignedRow, variant: string): string {
  const [piece, ...more] = row.cells.get(variant) ?? [];
  const known = piece && more.length === 0 ? byPiece.get(piece) : undefined;
  if (known !== undefined) return known;
  const key = cellKey(cellTexts(arrangement, row, variant));
  if (piece && more.length === 0) byPiece.set(piece, key);
  return key;
}

function standingOf(
  arrangement: Arrangement,
  row: AlignedRow,
  said: readonly { readonly author: string; readonly standing: RowStanding }[],
): Standing | undefined {
  if (said.length === 0) return undefined;
  const keys = new Map<string, string>();
  const keyOf = (variant: string): string => {
    let key = keys.get(variant);
    if (key === undefined) keys.set(variant, (key = keyOfCell(arrangement, row, variant)));
    return key;
  };
  const holds = ({ standing: { cells } }: (typeof said)[number]): boolean =>
    Object.entries(cells).every(
      ([variant, key]) => !arrangement.texts.has(variant) || keyOf(variant) === key,
    );
  const isConfirmed = ({ standing: { confidence, disputed } }: (typeof said)[number]): boolean =>
    confidence === undefined && disputed !== true;
  const confirmed = said.findLast((each) => isConfirmed(each) && holds(each));
  const estimated = said.findLast((each) => !isConfirmed(each) && holds(each));
  const seen = confirmed?.standing.cells ?? {};
  const isAdded = (each: (typeof said)[number]): boolean =>
    said.indexOf(each) > said.indexOf(confirmed!) &&
    Object.keys(each.standing.cells).some((id) => arrangement.texts.has(id) && !Object.hasOwn(seen, id));
  if (confirmed && !(estimated && isAdded(estimated))) return { kind: 'confirmed', author: confirmed.author };
  if (!estimated) return undefined;
  const { confidence = 0, disputed = false } = estimated.standing;
  return {
    kind: 'estimated',
    confidence,
    disputed,
    ...(confirmed ? { confirmed: Object.keys(seen) } : {}),
  };
}
