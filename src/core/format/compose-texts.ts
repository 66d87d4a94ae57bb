import type { AlignedRow } from '../align/align-many.ts';
import { cellKey } from '../contribution/alignment.ts';
import type { Alignment, RowStanding } from '../contribution/record.ts';
import type { ImportedParagraph } from './imported.ts';
import type { Steps } from '../steps.ts';
import {
  type ComposedVariant,
  type ComposedWork,
  type ComposeOptions,
  composeWork,
  DOUBTFUL,
  STEP,
  variantIds,
} from './compose.ts';
import { memberId } from '../work/members.ts';
import type { Paragraph, Role } from '../work/model.ts';

/** A text that becomes a variant, with the paragraphs that were taken of it. */
export interface ComposedText extends ComposedVariant {
  readonly paragraphs: readonly Pick<ImportedParagraph, 'role' | 'text'>[];
}

/** Who speaks for what the aligner thought. */
export const ALIGNER = 'Lesart';
/** Characters of a record's standings: a line of a log has a limit. */
const RECORD_LENGTH = 400_000;
const DIGITS = 1000;

/** A probability as a record has it. */
export const rounded = (confidence: number): number => Math.round(confidence * DIGITS) / DIGITS;

/**
 * Makes a work of texts that were aligned: row by row the paragraphs `p1`, `p2` …, a row's further paragraphs of one
 * text `p2._2`, `p2._3` …; a text that lacks a row lacks it. How sure the aligner was of each row is a contribution.
 *
 * @param rows by text, as `alignMany` gives them: in order, covering each paragraph exactly once
 * @param isGuess false where a person said which paragraphs belong together: then there is nothing to be unsure of
 */
export function* composeTexts(
  texts: readonly ComposedText[],
  rows: readonly AlignedRow[],
  options: ComposeOptions,
  isGuess = true,
): Steps<ComposedWork> {
  const work = composeWork(texts, options);
  const ids = variantIds(texts);
  const order = [options.subject, options.reference, ...texts.keys()];
  const made = texts.map((): Paragraph[] => []);
  const standings: RowStanding[] = [];
  let count = 0;
  let doubtful = 0;
  for (const [index, { ranges, confidence, isDisputed }] of rows.entries()) {
    if (index % STEP === STEP - 1) yield { done: index, total: rows.length };
    if (ranges.every(([start, end]) => start === end)) continue;
    count += 1;
    const id = `p${String(count)}`;
    const role = roleOf(order.map((text) => texts[text]?.paragraphs[firstOf(ranges[text])]?.role));
    const cells: [string, string][] = [];
    for (const [text, [start, end]] of ranges.entries()) {
      const taken = texts[text]!.paragraphs.slice(start, end).map((paragraph, number): Paragraph => ({
        id: memberId(id, number + 1),
        role: number === 0 ? role : paragraph.role,
        text: paragraph.text,
      }));
      made[text]!.push(...taken);
      // That a text has nothing here is a part of what was thought.
      if (isGuess) cells.push([ids[text]!, cellKey(taken.map((paragraph) => paragraph.text))]);
    }
    if (!isGuess) continue;
    if (isDisputed || confidence < DOUBTFUL) doubtful += 1;
    standings.push({
      row: id,
      cells: Object.fromEntries(cells),
      confidence: rounded(confidence),
      ...(isDisputed ? { disputed: true } : {}),
    });
  }
  return {
    work,
    texts: new Map(texts.map((_, text) => [ids[text]!, made[text]!])),
    records: recordsOf(standings, options),
    rows: count,
    doubtful,
  };
}

/** Texts one after another, paragraph by paragraph, where they have as many of them. */
export function rowsByOrder(counts: readonly number[]): readonly AlignedRow[] {
  return Array.from({ length: Math.max(0, ...counts) }, (_, at) => ({
    ranges: counts.map((count): readonly [number, number] => [Math.min(at, count), Math.min(at + 1, count)]),
    confidence: 1,
    isDisputed: false,
  }));
}

const firstOf = (range: readonly [start: number, end: number] | undefined): number =>
  range === undefined || range[0] === range[1] ? -1 : range[0];

/** A row has one role in all its variants: the first that says more than that it is a paragraph. */
const roleOf = (roles: readonly (Role | undefined)[]): Role =>
  roles.find((role) => role !== undefined && role !== 'paragraph') ?? 'paragraph';

/** One record, or so many as a log's lines can hold, of one action; none without standings. */
export function recordsOf(
  standings: readonly RowStanding[],
  options: Pick<ComposeOptions, 'newId' | 'slug' | 'time'>,
): readonly Alignment[] {
  const portions: RowStanding[][] = [];
  let length = Infinity;
  for (const standing of standings) {
    if (length > RECORD_LENGTH) {
      portions.push([]);
      length = 0;
    }
    portions.at(-1)!.push(standing);
    length += JSON.stringify(standing).length;
  }
  let action: string | undefined;
  return portions.map((portion): Alignment => {
    const id = options.newId();
    action ??= id;
    const record = {
      id,
      author: ALIGNER,
      time: options.time,
      work: options.slug,
      type: 'alignment',
    } as const;
    return { ...record, ...(portions.length > 1 ? { action } : {}), standings: portion };
  });
}
