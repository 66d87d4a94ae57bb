import type { TFunction } from 'i18next';
import { placeKey } from '../core/contribution/fold.ts';
import { type Delimiter, writeDelimited } from '../core/format/delimited.ts';
import { docxParts } from '../core/format/docx-write.ts';
import { epubParts } from '../core/format/epub-write.ts';
import { htmlPage } from '../core/format/html-page.ts';
import { inLanguage } from '../core/format/correction-series.ts';
import type { PackagePart } from '../core/format/package-part.ts';
import { writePo } from '../core/format/po-write.ts';
import { markdownText, plainText } from '../core/format/reading-text.ts';
import { tmxUnits, writeTmx } from '../core/format/tmx-write.ts';
import { writeXliff12 } from '../core/format/xliff12-write.ts';
import { writeXliff, type XliffDocument } from '../core/format/xliff-write.ts';
import type { VariantInfo } from '../core/work/model.ts';
import { buildRows } from '../core/work/rows.ts';
import { parallelText } from './export-parallel.ts';
import { correctedTextOf, filedTextOf, type OpenedWork } from './export-work.ts';

export interface ExportTask {
  readonly opened: OpenedWork;
  /** What the variant is held against. */
  readonly source: VariantInfo;
  readonly target: VariantInfo;
  /** The variant was asked for, so that the others are left out where a format could hold them. */
  readonly isChosen: boolean;
  readonly time: string;
  readonly t: TFunction;
}

/** Formats that are one text. */
export const TEXT_FORMATS = {
  xliff: ({ opened, source, target, t }: ExportTask) => {
    // Marks stand at the words of the files, so these are the texts here; corrections are alternatives.
    const texts = { source: filedTextOf(opened, source), targets: [filedTextOf(opened, target)] };
    return writeXliff(translations(opened, texts, t));
  },
  xliff12: ({ opened, source, target, t }: ExportTask) => {
    const texts = { source: correctedTextOf(opened, source), targets: [correctedTextOf(opened, target)] };
    return writeXliff12(translations(opened, texts, t));
  },
  tmx: (task: ExportTask) =>
    writeTmx(
      tmxUnits(
        task.opened.work.slug,
        variantsOf(task).map((info) => correctedTextOf(task.opened, info)),
      ),
      task.source.lang,
    ),
  tsv: (task: ExportTask) => table(task, '\t'),
  csv: (task: ExportTask) => table(task, ','),
  po: catalogue,
  md: ({ opened, target }: ExportTask) => markdownText(correctedTextOf(opened, target).paragraphs),
  txt: ({ opened, target }: ExportTask) => plainText(correctedTextOf(opened, target).paragraphs),
  html: ({ opened, source, target, t }: ExportTask) => htmlPage(parallelText(opened, [source, target], t)),
} as const satisfies Record<string, (task: ExportTask) => string>;

/** Formats that are packages of files. */
export const PACKAGE_FORMATS = {
  docx: ({ opened, source, target, time, t }: ExportTask) =>
    docxParts(parallelText(opened, [source, target], t), { time, author: 'Lesart' }),
  epub: ({ opened, source, target, time, t }: ExportTask) =>
    epubParts(parallelText(opened, [source, target], t), {
      identifier: `urn:lesart:${opened.work.slug}:${source.id}:${target.id}`,
      time,
      contents: t('cli.export.contents'),
    }),
} as const satisfies Record<string, (task: ExportTask) => readonly PackagePart[]>;

const translations = (
  { work, records }: OpenedWork,
  texts: Pick<XliffDocument, 'source' | 'targets'>,
  t: TFunction,
): XliffDocument => ({ work: work.slug, ...texts, records, lang: t('cli.export.language') });

/** The source first, then all variants with a text, or the chosen one alone. */
function variantsOf({ opened, source, target, isChosen }: ExportTask): readonly VariantInfo[] {
  const others = opened.work.variants.filter(({ id }) => opened.files.has(`${id}.md`) && id !== source.id);
  return [source, ...(isChosen ? [target] : others)];
}

/** A line a paragraph: its id and role, then its text in each variant, as corrected. */
function table(task: ExportTask, delimiter: Delimiter): string {
  const texts = variantsOf(task).map((info) => correctedTextOf(task.opened, info));
  const ids = texts.map(({ variant }) => variant);
  const rows = buildRows(ids, new Map(texts.map(({ variant, paragraphs }) => [variant, paragraphs])));
  const lines = rows.map(({ id, role, cells }) => [
    id,
    role,
    ...ids.map((variant) => (cells.get(variant) ?? []).map(({ text }) => text).join(' ')),
  ]);
  return writeDelimited([['id', 'role', ...ids], ...lines], delimiter);
}

function catalogue({ opened, source, target, time, t }: ExportTask): string {
  const { work, state } = opened;
  const lang = t('cli.export.language');
  const originals = new Map(correctedTextOf(opened, source).paragraphs.map(({ id, text }) => [id, text]));
  const entries = correctedTextOf(opened, target).paragraphs.map(({ id, role, text }) => {
    const key = placeKey(target.id, id);
    const comments = (state.comments.get(key) ?? []).map(
      ({ author, text: said }) => `${author}: ${inLanguage(said, lang)}`,
    );
    return {
      id,
      source: originals.get(id) ?? '',
      target: text,
      reference: `${target.id}.md`,
      remarks: [role],
      comments,
      isFuzzy: (state.corrections.get(key) ?? []).some(({ status }) => status === 'proposed'),
    };
  });
  return writePo({ project: work.slug, sourceLang: source.lang, lang: target.lang, time }, entries);
}
