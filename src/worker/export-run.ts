import type { Contribution } from '../core/contribution/record.ts';
import type { AcceptedFate } from '../core/format/accepted-corrections.ts';
import { exportName, exportSteps, type ExportTask } from '../core/format/export-file.ts';
import { EXPORT_FORMATS, type ExportFormat } from '../core/format/export-format.ts';
import { countPart, type ExportPart, type PartCount, partOf } from '../core/format/export-part.ts';
import { corrected, type ExportSource } from '../core/format/export-source.ts';
import type { ExportWords } from '../core/format/export-words.ts';
import { packageZip } from '../core/format/package-zip.ts';
import { finish, type Steps } from '../core/steps.ts';
import type { VariantInfo } from '../core/work/model.ts';
import { readVariant } from '../core/work/variant-file.ts';
import type { WorkToExport } from './export-work.ts';

/** What the reader chose. */
export interface ExportChoice {
  readonly format: ExportFormat;
  /** Ids of variants: the one that is held against another, and those of formats that hold several. */
  readonly target: string;
  readonly source: string;
  readonly columns: readonly string[];
  readonly paragraphs: ExportPart['paragraphs'];
  /** The only row. */
  readonly row?: string;
  readonly withProposals: boolean;
  readonly onlyOwn: boolean;
  readonly isOne: boolean;
  readonly isSafe: boolean;
  readonly words: ExportWords;
}

/** A line of a variant's file that is to be another one. */
export interface ChangedLine {
  readonly variant: string;
  readonly paragraph: string;
  readonly text: string;
}

/** What a choice comes to, before it is saved. */
export interface ExportCount extends PartCount {
  readonly name: string;
  /** For changes: how many commits it would be. */
  readonly commits?: number;
  /** Corrections that cannot be put into the text. */
  readonly left: readonly {
    readonly variant: string;
    readonly paragraph: string;
    readonly author: string;
    readonly fate: AcceptedFate;
  }[];
  /** For the edit page of a repository: the first of the lines that change, and how many there are. */
  readonly lines: readonly ChangedLine[];
  readonly lineCount: number;
}

const LISTED = 12;

/** What will be in the file. */
export function countExport(from: WorkToExport, choice: ExportChoice, time: string): ExportCount {
  const { part, task } = planned(from, choice, time);
  const ids = variantsIn(choice);
  const count = countPart(part, ids);
  const name = exportName(part, task);
  if (EXPORT_FORMATS[choice.format].holds !== 'changes')
    return { ...count, name, left: [], lines: [], lineCount: 0 };
  const { commits = 0, left = [] } = finish(exportSteps(part, task));
  const lines = choice.format === 'patch' ? task.columns.flatMap((info) => changedLines(part, info)) : [];
  return {
    ...count,
    name,
    commits,
    left: left.map(({ correction: { variant, paragraph, author }, fate }) => ({
      ...{ variant, paragraph, author, fate },
    })),
    lines: lines.slice(0, LISTED),
    lineCount: lines.length,
  };
}

/** Writes the file. */
export function* exportBlob(from: WorkToExport, choice: ExportChoice, time: string): Steps<Blob> {
  const { part, task } = planned(from, choice, time);
  const { content } = yield* exportSteps(part, task);
  const { type } = EXPORT_FORMATS[choice.format];
  return typeof content === 'string'
    ? new Blob([content], { type: `${type};charset=utf-8` })
    : new Blob([packageZip(content)], { type });
}

function variantsIn({ format, target, columns }: ExportChoice): readonly string[] {
  const { holds } = EXPORT_FORMATS[format];
  return holds === 'pair' || holds === 'one' ? [target] : columns;
}

function planned(
  from: WorkToExport,
  choice: ExportChoice,
  time: string,
): { readonly part: ExportSource; readonly task: ExportTask } {
  const { format, row, words, isOne, isSafe } = choice;
  const part = partOf(from, {
    paragraphs: choice.paragraphs,
    variants: variantsIn(choice),
    proposals: choice.withProposals ? EXPORT_FORMATS[format].proposals : 'none',
    ...(row === undefined ? {} : { rows: [row] }),
    ...(choice.onlyOwn ? { own: from.own.map(({ id }) => id) } : {}),
  });
  const infos = new Map(from.work.variants.map((info) => [info.id, info]));
  const infoOf = (id: string): VariantInfo => {
    const found = infos.get(id);
    if (!found) throw new RangeError(id);
    return found;
  };
  const shipped = new Set(from.shipped.map(({ id }) => id));
  const isAdded = ({ id }: Contribution): boolean => !shipped.has(id);
  const task: ExportTask = {
    ...{ format, time, words, isOne, isSafe },
    target: infoOf(choice.target),
    source: infoOf(choice.source),
    columns: choice.columns.map(infoOf),
    added: part.records.filter(isAdded),
    root: from.work.repository?.folder ?? `translations/works/${from.work.slug}`,
  };
  return { part, task };
}

/** The paragraphs of a variant that are others once its corrections are in. */
function changedLines(part: ExportSource, info: VariantInfo): readonly ChangedLine[] {
  const before = new Map((part.texts.get(info.id) ?? []).map(({ id, text }) => [id, text]));
  const after = readVariant(corrected(part, info)?.text ?? '', `${info.id}.md`).value;
  return after
    .filter(({ id, text }) => before.get(id) !== text)
    .map(({ id, text }) => ({ variant: info.id, paragraph: id, text }));
}
