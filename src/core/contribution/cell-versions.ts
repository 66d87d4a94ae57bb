import { type Diff, diffTexts } from '../compare/diff.ts';
import { type Cell, type CellPart, type Layout, joint } from './layout.ts';
import { goesOn } from './alignment.ts';
import type { Correction } from './record.ts';

/** A paragraph's texts as a correction has them. */
export type Version = Pick<Correction, 'base' | 'text' | 'within'>;

/**
 * Finds the cuts between a paragraph's pieces in the other texts that it has had or may get: from each correction's
 * base to its text, and where none leads from the file's text.
 */
export class PieceTexts {
  readonly #starts: readonly number[];
  readonly #file: string;
  readonly #cuts = new Map<string, readonly number[]>();

  /**
   * @param file the file's text
   * @param starts where its pieces begin
   * @param corrections of the paragraph, in any order
   */
  constructor(file: string, starts: readonly number[], corrections: readonly Version[]) {
    this.#starts = starts;
    this.#file = file;
    this.#cuts.set(file, starts);
    if (starts.length < 2) return;
    // A set of texts that grows while corrections lead on from it.
    const left = new Set(corrections);
    for (let grown = true; grown;) {
      grown = false;
      for (const correction of left) {
        const cuts = this.#cuts.get(correction.base);
        if (!cuts) continue;
        left.delete(correction);
        if (this.#cuts.has(correction.text)) continue;
        this.#cuts.set(correction.text, mappedCuts(correction, cuts));
        grown = true;
      }
    }
  }

  /** The stretch of a text that one of the pieces has, by the piece's number. */
  part(text: string, index: number): { readonly start: number; readonly end: number } {
    if (this.#starts.length < 2) return { start: 0, end: text.length };
    let cuts = this.#cuts.get(text);
    if (!cuts) {
      cuts = mappedCuts({ base: this.#file, text }, this.#starts);
      this.#cuts.set(text, cuts);
    }
    return { start: cuts[index]!, end: cuts[index + 1] ?? text.length };
  }
}

/** Where cuts in the base are in the text. Words that come in at a cut go to the piece before it. */
function mappedCuts({ base, text, within }: Version, cuts: readonly number[]): readonly number[] {
  if (within) {
    const by = text.length - base.length;
    // Cuts inside what was changed (it was changed before its paragraph was cut) are found like any other.
    if (!cuts.some((at) => at > within.start && at < within.end))
      return cuts.map((at) => (at <= within.start ? at : at + by));
  }
  const diff = diffTexts(base, text, { lang: 'und' });
  let last = 0;
  return cuts.map((at, index) => (index === 0 ? 0 : (last = Math.max(last, mappedOffset(diff, at)))));
}

function mappedOffset({ hunks, new: text }: Diff, at: number): number {
  for (const { kind, old, new: now } of hunks) {
    if (kind === 'equal' && old.start <= at && at < old.end) return now.start + at - old.start;
    if (kind === 'delete' && old.start === at) return now.start;
    // The insertion that may come in the place of what is gone stands before the next equal stretch.
    if (kind === 'equal' && old.start > at) return now.start;
  }
  return text.length;
}

/** Renders a cell when its paragraphs have other texts than the file's. */
export class CellVersions {
  readonly cell: Cell;
  /** The paragraphs that have words in the cell, and those that would be added to it, in order. */
  readonly paragraphs: readonly string[];
  readonly #pieceTexts: ReadonlyMap<string, PieceTexts>;
  readonly #numbers: ReadonlyMap<CellPart, number>;

  /** @param added paragraphs that the file does not have */
  constructor(
    layout: Layout,
    cell: Cell,
    added: readonly string[],
    corrections: (paragraph: string) => readonly Version[],
  ) {
    this.cell = cell;
    const own = new Set(cell.parts.map(({ piece }) => piece.paragraph));
    this.paragraphs = [...own, ...added];
    const numbers = new Map<CellPart, number>();
    this.#pieceTexts = new Map(
      [...own].map((paragraph) => {
        const all = layout.parts(cell.variant, paragraph) ?? cell.parts;
        for (const part of cell.parts)
          if (part.piece.paragraph === paragraph)
            numbers.set(
              part,
              all.findIndex(({ piece }) => piece.start === part.piece.start),
            );
        const starts = all.map(({ piece }) => piece.start);
        const text = layout.fileText(cell.variant, paragraph) ?? '';
        return [paragraph, new PieceTexts(text, starts, corrections(paragraph))];
      }),
    );
    this.#numbers = numbers;
  }

  /** The cell's text when its paragraphs have these texts; those that are empty are left out. */
  text(versions: ReadonlyMap<string, string>): string {
    let text = '';
    let before: CellPart | undefined;
    for (const part of this.cell.parts) {
      const words = this.words(part, versions);
      text += joint(text, words, goesOn(before?.piece, part.piece)) + words;
      before = part;
    }
    for (const paragraph of this.paragraphs.filter((id) => !this.#pieceTexts.has(id))) {
      const words = versions.get(paragraph) ?? '';
      text += joint(text, words, false) + words;
    }
    return text;
  }

  /** A piece's words when its paragraph has another text. */
  words(part: CellPart, versions: ReadonlyMap<string, string>): string {
    const text = versions.get(part.piece.paragraph) ?? '';
    const { start, end } = this.span(part, text);
    return text.slice(start, end);
  }

  /** The stretch of its paragraph's text that a piece has. */
  span(part: CellPart, text: string): { readonly start: number; readonly end: number } {
    return this.#pieceTexts.get(part.piece.paragraph)!.part(text, this.#numbers.get(part)!);
  }
}
