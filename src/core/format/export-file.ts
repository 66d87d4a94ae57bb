import { writeLog } from '../contribution/log.ts';
import type { Contribution } from '../contribution/record.ts';
import type { Steps } from '../steps.ts';
import type { VariantInfo } from '../work/model.ts';
import type { AcceptedCorrection } from './accepted-corrections.ts';
import { docxParts } from './docx-write.ts';
import { epubParts } from './epub-write.ts';
import { EXPORT_FORMATS, type ExportFormat } from './export-format.ts';
import { parallelText } from './export-parallel.ts';
import { logPatchSeries, patchSeries } from './export-patch.ts';
import { correctedTextOf, type ExportSource, filedTextOf } from './export-source.ts';
import { exportCatalogue, exportTable } from './export-table.ts';
import type { ExportWords } from './export-words.ts';
import { htmlPage } from './html-page.ts';
import type { PackagePart } from './package-part.ts';
import { markdownText, plainText } from './reading-text.ts';
import { tmxSteps, tmxUnits } from './tmx-write.ts';
import { xliff12Steps } from './xliff12-write.ts';
import { xliffSteps } from './xliff-write.ts';

/** What is to be written, of a work or of a part of it (`partOf`). */
export interface ExportTask {
  readonly format: ExportFormat;
  /** The variant that formats of one text hold, and what it is held against. */
  readonly target: VariantInfo;
  readonly source: VariantInfo;
  /** The variants of formats that hold several, in their order. */
  readonly columns: readonly VariantInfo[];
  /** Records that the work's own log lacks. */
  readonly added: readonly Contribution[];
  /** The work's folder from the root of its repository, with slashes. */
  readonly root: string;
  /** Changes as one commit, not as a series. */
  readonly isOne?: boolean;
  /** Tables that no spreadsheet runs (`safeCells`). */
  readonly isSafe?: boolean;
  /** ISO 8601, UTC. */
  readonly time: string;
  readonly words: ExportWords;
}

export interface ExportedFile {
  readonly content: string | readonly PackagePart[];
  /** Commits, where it holds some. */
  readonly commits?: number;
  /** Corrections that could not be put into the text. */
  readonly left?: readonly AcceptedCorrection[];
}

/** A name for the file. */
export function exportName({ work }: ExportSource, { format, target }: ExportTask): string {
  const { ending, holds } = EXPORT_FORMATS[format];
  const variant = holds === 'pair' || holds === 'one' ? `.${target.id}` : '';
  return `${work.slug}${variant}.${ending}`;
}

/** Writes a work, or a part of it, in one of the formats. */
export function* exportSteps(from: ExportSource, task: ExportTask): Steps<ExportedFile> {
  const { format, source, target, columns, time, words } = task;
  switch (format) {
    case 'patch': {
      const { mails, count, accepted } = patchSeries(from, columns, task);
      const left = accepted.filter(({ fate }) => fate !== 'applied' && fate !== 'present');
      return { content: mails, commits: count, left };
    }
    case 'log-patch': {
      const { mails, count } = logPatchSeries(from, task.added, task);
      return { content: mails, commits: count };
    }
    case 'xliff':
      // Marks stand at the words of the files, so these are the texts here; corrections are alternatives.
      return {
        content: yield* xliffSteps({
          ...documentOf(from, words),
          source: filedTextOf(from, source),
          targets: [filedTextOf(from, target)],
        }),
      };
    case 'xliff12':
      return {
        content: yield* xliff12Steps({
          ...documentOf(from, words),
          source: correctedTextOf(from, source),
          targets: [correctedTextOf(from, target)],
        }),
      };
    case 'tmx': {
      const texts = columns.map((info) => correctedTextOf(from, info));
      return { content: yield* tmxSteps(tmxUnits(from.work.slug, texts), source.lang) };
    }
    case 'tsv':
      return { content: exportTable(from, columns, '\t', task.isSafe) };
    case 'csv':
      return { content: exportTable(from, columns, ',', task.isSafe) };
    case 'po':
      return { content: exportCatalogue(from, source, target, task) };
    case 'md':
      return { content: markdownText(correctedTextOf(from, target).paragraphs) };
    case 'txt':
      return { content: plainText(correctedTextOf(from, target).paragraphs) };
    case 'html':
      return { content: htmlPage(parallelText(from, columns, words)) };
    case 'docx':
      return { content: docxParts(parallelText(from, columns, words), { time, author: 'Lesart' }) };
    case 'epub': {
      const identifier = ['urn', 'lesart', from.work.slug, ...columns.map(({ id }) => id)].join(':');
      const options = { identifier, time, contents: words.contents };
      return { content: epubParts(parallelText(from, columns, words), options) };
    }
    case 'jsonl':
      return { content: writeLog(from.records) };
  }
}

const documentOf = ({ work, records }: ExportSource, { lang }: ExportWords) => ({
  work: work.slug,
  records,
  lang,
});
