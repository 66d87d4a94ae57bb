import { align, type AlignedBead } from '../align/align.ts';
import type { AlignText } from '../align/lexed-text.ts';
import { within } from '../align/within.ts';
import { moved } from '../contribution/align-edits.ts';
import {
  type AlignedRow,
  cellKey,
  cellTexts,
  type Piece,
  type RowAlignment,
} from '../contribution/alignment.ts';
import type { Alignment, RowStanding } from '../contribution/record.ts';
import type { Steps } from '../steps.ts';
import { memberId } from '../work/members.ts';
import type { Paragraph, Role, VariantInfo, Work } from '../work/model.ts';
import { buildRows } from '../work/rows.ts';
import { type ComposeOptions, DOUBTFUL, STEP } from './compose.ts';
import { ALIGNER, type ComposedText, recordsOf, rounded } from './compose-texts.ts';
import { identifiersOf } from './identifiers.ts';

/** A text that becomes a further variant of a work. */
export interface AddedText extends ComposedText {
  /** For a back-translation of a text that the work has: that variant's id. `of` is an index among the added ones. */
  readonly ofVariant?: string;
}

export interface AddOptions extends Pick<ComposeOptions, 'time' | 'newId'> {
  /** The variant that the texts are aligned with. */
  readonly anchor: string;
}

export interface ComposedAddition {
  readonly variants: readonly VariantInfo[];
  /** By variant id. */
  readonly texts: ReadonlyMap<string, readonly Paragraph[]>;
  readonly records: readonly Alignment[];
  /** Rows that the work did not have. */
  readonly rows: number;
  /** Rows in which an aligner was not sure of the added texts. */
  readonly doubtful: number;
}

/** Placements in one record: a line of a log has a limit. */
const PLACED = 2000;

/**
 * Aligns texts with a work's rows as people have arranged them, so that they become further variants; nothing that the
 * work has changes. A paragraph is named after its row (`p7`, `p7._2`); one in a row that only a record made, or that
 * no row answers to, has a name of its own (`fr-1`). What the aligner thinks is said of the rows with all their texts.
 *
 * @param alignment of all texts of the work
 */
export function* composeAdded(
  work: Work,
  alignment: RowAlignment,
  texts: readonly AddedText[],
  { anchor, ...options }: AddOptions,
): Steps<ComposedAddition> {
  const variants = declared(texts, work.variants);
  const rows = alignment.rows.filter(({ cells }) => cells.has(anchor));
  const source: AlignText = {
    lang: work.variants.find(({ id }) => id === anchor)?.lang ?? 'und',
    units: rows.map((row) => cellTexts(alignment, row, anchor).join(' ')),
  };
  const rowRoles = new Map(buildRows(alignment.order, alignment.texts).map(({ id, role }) => [id, role]));
  const placer = new Placer(rows, rowRoles, alignment.known);
  for (const [index, { lang, paragraphs }] of texts.entries()) {
    const target: AlignText = { lang, units: paragraphs.map(({ text }) => text) };
    const steps = within(index / texts.length, (index + 1) / texts.length, align(source, target));
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) yield { done: step.value, total: 1 };
    placer.place(variants[index]!.id, paragraphs, step.value);
  }
  const standings = yield* standingsOf(alignment, placer);
  const action = options.newId();
  const common = { author: ALIGNER, time: options.time, work: work.slug, type: 'alignment' } as const;
  const placed: Alignment[] = [];
  const moves = [...placer.moves];
  for (let at = 0; at < moves.length; at += PLACED) {
    const body = moved(alignment, new Map(moves.slice(at, at + PLACED)));
    placed.push({ ...common, id: at === 0 ? action : options.newId(), action, ...body });
  }
  const said = recordsOf(standings, { ...options, slug: work.slug });
  return {
    variants,
    texts: placer.texts,
    records: placed.length === 0 ? said : [...placed, ...said.map((record) => ({ ...record, action }))],
    rows: placer.added,
    doubtful: [...placer.confidences.values()].filter((confidence) => confidence < DOUBTFUL).length,
  };
}

/** The declarations of further variants; their ids are made as those of a new work (`variantIds`). */
function declared(texts: readonly AddedText[], known: readonly VariantInfo[]): readonly VariantInfo[] {
  const ids: string[] = texts.map(() => '');
  const take = (index: number, wanted: string) => {
    const taken = [...known.map(({ id }) => id), ...ids.filter(Boolean)];
    ids[index] = identifiersOf([wanted], (name) => name, taken).get(wanted)!;
  };
  const originals = texts.map(({ of, ofVariant }) => ofVariant ?? of);
  for (const [index, { lang }] of texts.entries()) if (originals[index] === undefined) take(index, lang);
  const original = (of: string | number): string => (typeof of === 'number' ? ids[of]! : of);
  for (const [index, of] of originals.entries())
    if (of !== undefined) take(index, `${original(of) || texts[index]!.lang}-back`);
  return texts.map(({ lang, label, provenance }, index): VariantInfo => {
    const of = originals[index];
    return {
      id: ids[index]!,
      lang,
      label,
      provenance,
      status: 'complete',
      listed: provenance !== 'back-translation',
      ...(of === undefined ? {} : { of: original(of) }),
    };
  });
}

/** Puts the paragraphs of added texts into rows. */
class Placer {
  readonly texts = new Map<string, Paragraph[]>();
  /** Paragraphs that stand in a row that no file names. */
  readonly moves = new Map<Piece, string>();
  /** By row: the least sure bead. */
  readonly confidences = new Map<string, number>();
  /** By row and variant: the added words. */
  readonly cells = new Map<string, Map<string, string[]>>();
  /** Rows that the work did not have. */
  added = 0;
  readonly #rows: readonly AlignedRow[];
  readonly #roles: ReadonlyMap<string, Role>;
  readonly #taken: Set<string>;

  constructor(rows: readonly AlignedRow[], roles: ReadonlyMap<string, Role>, known: readonly string[]) {
    this.#rows = rows;
    this.#roles = roles;
    this.#taken = new Set(known);
  }

  place(variant: string, paragraphs: ComposedText['paragraphs'], beads: readonly AlignedBead[]): void {
    const made: Paragraph[] = [];
    this.texts.set(variant, made);
    let count = 0;
    const ownRow = (): string => {
      let id: string;
      do id = `${variant}-${String(++count)}`;
      while (this.#taken.has(id));
      this.#taken.add(id);
      return id;
    };
    for (const { sourceStart, sourceEnd, targetStart, targetEnd, confidence } of beads) {
      const [from, to] = [sourceEnd - sourceStart, targetEnd - targetStart];
      const own = from === 0 ? ownRow() : '';
      if (from === 0) this.added += 1;
      const rows = from === 0 ? [own] : this.#rows.slice(sourceStart, sourceEnd).map(({ id }) => id);
      for (const row of rows) this.confidences.set(row, Math.min(this.confidences.get(row) ?? 1, confidence));
      const numbers = new Map<string, number>();
      for (let at = targetStart; at < targetEnd; at++) {
        const { role, text } = paragraphs[at]!;
        const row = rows[Math.floor(((at - targetStart) * rows.length) / to)]!;
        const number = (numbers.get(row) ?? 0) + 1;
        numbers.set(row, number);
        const named = row === own || this.#roles.has(row) ? row : undefined;
        const id = named === undefined ? ownRow() : memberId(named, number);
        if (named === undefined)
          this.moves.set({ variant, paragraph: id, start: 0, end: text.length, row: id }, row);
        made.push({ id, role: number === 1 ? (this.#roles.get(row) ?? role) : role, text });
        this.#cellOf(row, variant).push(text);
      }
    }
  }

  #cellOf(row: string, variant: string): string[] {
    let cells = this.cells.get(row);
    if (!cells) this.cells.set(row, (cells = new Map<string, string[]>()));
    let cell = cells.get(variant);
    if (!cell) cells.set(variant, (cell = []));
    return cell;
  }
}

/** What is known of each row with the added texts: no more than was known of it before. */
function* standingsOf(alignment: RowAlignment, placer: Placer): Steps<readonly RowStanding[]> {
  const standings: RowStanding[] = [];
  for (const [row, confidence] of placer.confidences) {
    if (standings.length % STEP === STEP - 1)
      yield { done: standings.length, total: placer.confidences.size };
    const before = alignment.rows[alignment.index.get(row) ?? -1];
    const known = before?.standing;
    const cells = [
      ...alignment.order.map((id) => [id, cellKey(before ? cellTexts(alignment, before, id) : [])] as const),
      ...[...placer.texts.keys()].map((id) => [id, cellKey(placer.cells.get(row)?.get(id) ?? [])] as const),
    ];
    const isEstimated = known?.kind === 'estimated';
    standings.push({
      row,
      cells: Object.fromEntries(cells),
      confidence: rounded(Math.min(confidence, isEstimated ? known.confidence : 1)),
      ...(isEstimated && known.disputed ? { disputed: true } : {}),
    });
  }
  return standings;
}
