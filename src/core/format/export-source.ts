import type { State } from '../contribution/fold.ts';
import type { Contribution } from '../contribution/record.ts';
import { rowOf } from '../work/members.ts';
import type { Paragraph, VariantInfo, Work } from '../work/model.ts';
import { rowsOf } from '../work/rows.ts';
import { readVariant } from '../work/variant-file.ts';
import { applyAccepted, type VariantSource, type VariantWithCorrections } from './accepted-corrections.ts';
import type { XliffText } from './xliff-write.ts';

/** A work with all that is said about it, to be written to a file. */
export interface ExportSource {
  readonly work: Work;
  /** Texts of the files, by name. */
  readonly files: ReadonlyMap<string, string>;
  /** As the files have them, by variant. */
  readonly texts: ReadonlyMap<string, readonly Paragraph[]>;
  readonly records: readonly Contribution[];
  readonly state: State;
  /** The rows that are wanted; all, when left out. */
  readonly rows?: ReadonlySet<string>;
}

/** What `applyAccepted` needs of a variant; undefined when it has no file. */
export function sourceOf(
  { work, files, texts }: ExportSource,
  { id, lang }: VariantInfo,
): VariantSource | undefined {
  const source = files.get(`${id}.md`);
  if (source === undefined) return undefined;
  return { variant: id, lang, source, paragraphs: texts.get(id) ?? [], order: rowsOf(work, texts) };
}

/** A variant's file with its accepted corrections. */
export function corrected(from: ExportSource, info: VariantInfo): VariantWithCorrections | undefined {
  const source = sourceOf(from, info);
  return source === undefined ? undefined : applyAccepted(source, from.state);
}

/** A variant's paragraphs with its accepted corrections; none when it has no file. */
export function correctedTextOf(from: ExportSource, info: VariantInfo): XliffText {
  const text = corrected(from, info)?.text ?? '';
  return textOf(from, info, readVariant(text, `${info.id}.md`).value);
}

/** A variant's paragraphs as its file has them. */
export function filedTextOf(from: ExportSource, info: VariantInfo): XliffText {
  return textOf(from, info, from.texts.get(info.id) ?? []);
}

function textOf({ rows }: ExportSource, { id, lang }: VariantInfo, all: readonly Paragraph[]): XliffText {
  const paragraphs = rows === undefined ? all : all.filter((paragraph) => rows.has(rowOf(paragraph.id)));
  return { variant: id, lang, paragraphs };
}

/** The variants that have a text, in the work's order. */
export const variantsWithText = ({ work, files }: ExportSource): readonly VariantInfo[] =>
  work.variants.filter(({ id }) => files.has(`${id}.md`));
