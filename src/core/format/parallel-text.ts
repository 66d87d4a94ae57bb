import { diffTexts } from '../compare/diff.ts';
import type { Span } from '../span.ts';
import type { Role } from '../work/model.ts';

/** A stretch of a text that stays, goes or comes. */
export interface TextPiece {
  readonly kind: 'equal' | 'insert' | 'delete';
  readonly text: string;
  /** Numbers of the row's remarks that are about it, from 1. */
  readonly remarks?: readonly number[];
}

export interface ParallelCell {
  /** Empty where the variant has no such paragraph. Where it has several, a line break stands between two. */
  readonly pieces: readonly TextPiece[];
  /** Who changed it, and when: ISO 8601, UTC. */
  readonly author?: string;
  readonly time?: string;
}

export interface ParallelColumn {
  /** BCP 47. */
  readonly lang: string;
  readonly label: string;
  /** Where the text is from: machine, human and so on. */
  readonly note?: string;
}

/** A row in all columns. */
export interface ParallelRow {
  readonly id: string;
  readonly role: Role;
  /** As many as there are columns. */
  readonly cells: readonly ParallelCell[];
  /** Marks, proposals, comments, worded. */
  readonly remarks: readonly string[];
}

/** Texts side by side, for a page, a table or a book. */
export interface ParallelText {
  readonly title: string;
  /** The language of the title and of what is said about the texts; BCP 47. */
  readonly lang: string;
  /** Whence the texts are, one statement each. */
  readonly about: readonly string[];
  readonly columns: readonly ParallelColumn[];
  readonly rows: readonly ParallelRow[];
  readonly words: {
    readonly paragraph: string;
    readonly remarks: string;
  };
}

/** A place in the text as it was, with the remark about it. */
export interface RemarkSpan extends Span {
  readonly remark: number;
}

/**
 * A text and what became of it, word by word, cut where a remark begins or ends.
 * @param spans places in `text`
 */
export function textPieces(
  text: string,
  current: string,
  lang: string,
  spans: readonly RemarkSpan[] = [],
): readonly TextPiece[] {
  if (text === current) return cutPieces('equal', text, 0, spans);
  return diffTexts(text, current, { lang }).hunks.flatMap(({ kind, old, new: put }) =>
    kind === 'insert'
      ? [{ kind, text: current.slice(put.start, put.end) }]
      : cutPieces(kind, text.slice(old.start, old.end), old.start, spans),
  );
}

function cutPieces(
  kind: TextPiece['kind'],
  text: string,
  offset: number,
  spans: readonly RemarkSpan[],
): readonly TextPiece[] {
  const end = offset + text.length;
  const edges = spans.flatMap((span) => [span.start, span.end]).filter((at) => at > offset && at < end);
  const cuts = [...new Set([offset, ...edges, end])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((from, index): TextPiece => {
    const to = cuts[index + 1]!;
    const remarks = spans.filter((span) => span.start <= from && span.end >= to).map(({ remark }) => remark);
    const piece = { kind, text: text.slice(from - offset, to - offset) };
    return remarks.length === 0 ? piece : { ...piece, remarks: [...new Set(remarks)] };
  });
}

/** One of the paragraphs of a cell. */
export interface CellParagraph {
  readonly pieces: readonly TextPiece[];
  /** What becomes of the break behind it; absent for the last. */
  readonly end?: TextPiece['kind'];
}

/** A cell's paragraphs, those of before and those of now; at least one. */
export function cellParagraphs({ pieces }: ParallelCell): readonly CellParagraph[] {
  const paragraphs: CellParagraph[] = [];
  let own: TextPiece[] = [];
  for (const piece of pieces) {
    const [first, ...others] = piece.text.split(/\r\n|\n|\r/u);
    if (first !== '') own.push({ ...piece, text: first! });
    for (const text of others) {
      paragraphs.push({ pieces: own, end: piece.kind });
      own = text === '' ? [] : [{ ...piece, text }];
    }
  }
  return [...paragraphs, { pieces: own }];
}

/** A cell's text as it is now, a line for each paragraph. */
export function currentOf({ pieces }: ParallelCell): string {
  return pieces.map(({ kind, text }) => (kind === 'delete' ? '' : text)).join('');
}

const RIGHT_TO_LEFT = new Set(['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm', 'Rohg']);

/** Whether a language is written from right to left. */
export function isRightToLeft(lang: string): boolean {
  try {
    return RIGHT_TO_LEFT.has(new Intl.Locale(lang).maximize().script ?? '');
  } catch {
    return false;
  }
}
