import { currentText } from '../contribution/current-text.ts';
import type { FoldedCorrection, State } from '../contribution/fold.ts';
import type { Contribution } from '../contribution/record.ts';
import { rowOf } from '../work/members.ts';
import { type ExportSource, variantsWithText } from './export-source.ts';

/** Which part of a work is wanted. */
export interface ExportPart {
  /** All paragraphs, or those of which a mark or a correction stands in the wanted variants. */
  readonly paragraphs: 'all' | 'marked' | 'corrected';
  /** Rows; `paragraphs` counts among these only. */
  readonly rows?: readonly string[];
  /** By id. */
  readonly variants: readonly string[];
  /** Ids of the only marks, corrections and comments that are wanted, with what is said about them. */
  readonly own?: readonly string[];
  /** What becomes of corrections that nobody has judged yet. */
  readonly proposals: 'none' | 'beside' | 'applied';
}

/** A work with only the wanted part of what is said about it; its files stay whole. */
export function partOf(from: ExportSource, part: ExportPart): ExportSource {
  const own = part.own === undefined ? undefined : new Set(part.own);
  const isWanted = ({ id }: Contribution): boolean => own?.has(id) ?? true;
  const isKept = ({ correction, status }: FoldedCorrection): boolean =>
    isWanted(correction) && (part.proposals !== 'none' || status === 'accepted');
  const state = narrowed(from.state, {
    corrections: (folded) => folded.filter(isKept),
    others: isWanted,
  });
  const rows = wantedRows({ ...from, state }, part);
  const applied = part.proposals === 'applied' ? withProposals({ ...from, state }) : state;
  const isWhole = own === undefined && rows === undefined && part.proposals !== 'none';
  return {
    ...from,
    state: rows === undefined ? applied : inRows(applied, rows),
    records: isWhole ? from.records : keptRecords(from.records, rows, isWanted, part.proposals, from.state),
    ...(rows === undefined ? {} : { rows }),
  };
}

function narrowed(
  state: State,
  keep: {
    readonly corrections: (folded: readonly FoldedCorrection[]) => readonly FoldedCorrection[];
    readonly others: (record: Contribution) => boolean;
  },
): State {
  return {
    ...state,
    marks: filtered(state.marks, (marks) => marks.filter(({ mark }) => keep.others(mark))),
    corrections: filtered(state.corrections, keep.corrections),
    comments: filtered(state.comments, (comments) => comments.filter(keep.others)),
  };
}

function filtered<T>(
  lists: ReadonlyMap<string, readonly T[]>,
  keep: (list: readonly T[], key: string) => readonly T[],
): ReadonlyMap<string, readonly T[]> {
  return new Map([...lists].map(([key, list]) => [key, keep(list, key)]));
}

/** Undefined for all. */
function wantedRows(
  { state }: ExportSource,
  { paragraphs, rows, variants }: ExportPart,
): ReadonlySet<string> | undefined {
  if (paragraphs === 'all') return rows === undefined ? undefined : new Set(rows);
  const found = new Set<string>();
  const lists: ReadonlyMap<string, readonly { readonly status: string }[]> =
    paragraphs === 'marked' ? state.marks : state.corrections;
  for (const [key, list] of lists) {
    const { variant, paragraph } = placeOf(key);
    if (variants.includes(variant) && list.some(({ status }) => status !== 'rejected'))
      found.add(rowOf(paragraph));
  }
  return rows === undefined ? found : new Set(rows.filter((row) => found.has(row)));
}

function placeOf(key: string): { readonly variant: string; readonly paragraph: string } {
  const cut = key.indexOf('/');
  return { variant: key.slice(0, cut), paragraph: key.slice(cut + 1) };
}

function inRows(state: State, rows: ReadonlySet<string>): State {
  const here = <T>(list: readonly T[], key: string) => (rows.has(rowOf(placeOf(key).paragraph)) ? list : []);
  return {
    ...state,
    marks: filtered(state.marks, here),
    corrections: filtered(state.corrections, here),
    comments: filtered(state.comments, here),
  };
}

/** The records of a part, with what was said about them and what was taken back. */
function keptRecords(
  records: readonly Contribution[],
  rows: ReadonlySet<string> | undefined,
  isWanted: (record: Contribution) => boolean,
  proposals: ExportPart['proposals'],
  state: State,
): readonly Contribution[] {
  const accepted = new Set(
    [...state.corrections.values()].flatMap((list) =>
      list.flatMap(({ correction, status }) => (status === 'accepted' ? [correction.id] : [])),
    ),
  );
  const kept = new Set<string>();
  // What a record is about may stand behind it.
  for (let size = -1; size !== kept.size;) {
    size = kept.size;
    for (const record of records) {
      if (kept.has(record.id)) continue;
      const about = 'of' in record ? record.of : undefined;
      if (about !== undefined) {
        if (kept.has(about)) kept.add(record.id);
        continue;
      }
      const paragraph = 'paragraph' in record ? record.paragraph : undefined;
      const isHere = rows === undefined || (paragraph !== undefined && rows.has(rowOf(paragraph)));
      const isOpen = record.type === 'correction' && !accepted.has(record.id);
      if (isHere && isWanted(record) && (proposals !== 'none' || !isOpen)) kept.add(record.id);
    }
  }
  return records.filter(({ id }) => kept.has(id));
}

/**
 * The state as if the proposals that fit were accepted: those made from the text as it is now, then those made from
 * the text that this gives. Where several say different things about one text, none is taken.
 */
function withProposals(from: ExportSource): State {
  const texts = new Map(
    variantsWithText(from).flatMap(({ id }) =>
      (from.texts.get(id) ?? []).map((paragraph) => [`${id}/${paragraph.id}`, paragraph.text]),
    ),
  );
  return {
    ...from.state,
    corrections: filtered(from.state.corrections, (folded, key) => {
      if (folded.every(({ status }) => status !== 'proposed')) return folded;
      const taken = new Set<string>();
      for (let now = currentText(texts.get(key) ?? '', folded); ;) {
        const next = folded.filter(
          ({ correction, status }) =>
            status === 'proposed' && !taken.has(correction.id) && correction.base === now,
        );
        const text = next[0]?.correction.text;
        if (text === undefined || next.some(({ correction }) => correction.text !== text)) break;
        for (const { correction } of next) taken.add(correction.id);
        now = text;
      }
      return folded.map((one) => (taken.has(one.correction.id) ? { ...one, status: 'accepted' } : one));
    }),
  };
}

/** What there is to export, before anything is written. */
export interface PartCount {
  readonly paragraphs: number;
  readonly marks: number;
  /** Accepted ones, or taken as if they were. */
  readonly corrections: number;
  readonly proposals: number;
  readonly records: number;
}

export function countPart(part: ExportSource, variants: readonly string[]): PartCount {
  const rows = new Set(
    variants.flatMap((id) => (part.texts.get(id) ?? []).map((paragraph) => rowOf(paragraph.id))),
  );
  const inVariants = <T>(lists: ReadonlyMap<string, readonly T[]>): readonly T[] =>
    [...lists].flatMap(([key, list]) => (variants.includes(placeOf(key).variant) ? list : []));
  const corrections = inVariants(part.state.corrections);
  const marks = inVariants(part.state.marks).filter(({ status }) => status !== 'rejected');
  return {
    paragraphs: [...rows].filter((row) => part.rows?.has(row) ?? true).length,
    marks: new Set(marks.map(({ mark }) => mark.id)).size,
    corrections: corrections.filter(({ status }) => status === 'accepted').length,
    proposals: corrections.filter(({ status }) => status === 'proposed' || status === 'changes-requested')
      .length,
    records: part.records.length,
  };
}
