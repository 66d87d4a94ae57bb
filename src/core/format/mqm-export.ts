import type { Contribution, Mark } from '../contribution/record.ts';
import { annotated } from '../mqm/mark-annotations.ts';
import { type ImportedRow, importedRowOf } from '../mqm/rating.ts';
import type { LocalText } from '../work/model.ts';
import { anchorsIn, derivedCell } from './mqm-cell.ts';
import { WMT_COLUMNS } from './mqm-columns.ts';
import type { MqmRow, MqmTable } from './mqm-tsv.ts';
import { readSpanTags } from './span-tags.ts';

export interface ExportOptions {
  /** A paragraph's text; `undefined` where there is none. */
  readonly textOf: (variant: string, paragraph: string) => string | undefined;
  /** The variant whose paragraphs are the sources. */
  readonly source: string;
  /** The language of the comments, where a mark explains itself in several. */
  readonly lang: string;
  /** How the file was made that the records came from; as WMT does it when left out. */
  readonly table?: Pick<MqmTable, 'columns' | 'hasHeader' | 'newline' | 'endsWithNewline'>;
}

/**
 * The standing marks and ratings of a log as a file of annotations: imported rows as they were and in their
 * order, then what was added here, by age. A row's texts are those of the paragraphs now; where a mark is
 * lost in its text, its row has no tags.
 */
export function exportMqm(records: readonly Contribution[], options: ExportOptions): MqmTable {
  const found = annotated(records);
  // A mark that was added to an imported paragraph belongs to the segment that the file had.
  const places = new Map<string, ImportedRow>();
  const systems = new Map<string, string>();
  for (const { record } of found) {
    const imported = importedRowOf(record);
    if (imported === undefined) continue;
    places.set(record.paragraph, imported);
    systems.set(record.variant, imported.system);
  }
  const rows = found.map(({ record, annotation }): MqmRow => {
    const imported = importedRowOf(record);
    const place = places.get(record.paragraph);
    return {
      ...annotation,
      system: systems.get(record.variant) ?? annotation.system,
      doc: place?.doc ?? annotation.doc,
      segment: place?.segment ?? annotation.segment,
      ...cellsOf(record, imported, options),
      line: imported?.line ?? 0,
      ...commentOf(record, imported, options.lang),
      ...globalOf(imported ?? place),
      ...(imported?.extra === undefined ? {} : { extra: imported.extra }),
    };
  });
  const table = options.table ?? {
    columns: WMT_COLUMNS,
    hasHeader: true,
    newline: '\n',
    endsWithNewline: true,
  };
  return { ...table, rows, rejected: [] };
}

type Annotated = ReturnType<typeof annotated>[number]['record'];

const isMark = (record: Annotated): record is Mark => record.type === 'mark';

function globalOf(imported: ImportedRow | undefined): Pick<MqmRow, 'globalSegment'> {
  return imported?.globalSegment === undefined ? {} : { globalSegment: imported.globalSegment };
}

function cellsOf(
  record: Annotated,
  imported: ImportedRow | undefined,
  { textOf, source }: ExportOptions,
): Pick<MqmRow, 'source' | 'target' | 'sourceText' | 'targetText'> {
  const { variant, paragraph } = record;
  const cell = (kept: string | undefined, of: string) => {
    const text = printable(textOf(of, paragraph) ?? '');
    const tagged = kept ?? derivedCell(text, isMark(record) ? anchorsIn(of, record) : []);
    return readSpanTags(tagged) ?? { text: tagged, spans: [] };
  };
  const sourceCell = cell(imported?.source, source);
  const targetCell = cell(imported?.target, variant);
  return {
    source: sourceCell.spans,
    target: targetCell.spans,
    sourceText: sourceCell.text,
    targetText: targetCell.text,
  };
}

function commentOf(
  record: Annotated,
  imported: ImportedRow | undefined,
  lang: string,
): Pick<MqmRow, 'comment'> {
  if (imported !== undefined) return imported.comment === undefined ? {} : { comment: imported.comment };
  return { comment: isMark(record) ? printable(wordingIn(record.explanation ?? {}, lang)) : '' };
}

const wordingIn = (text: LocalText, lang: string): string => text[lang] ?? Object.values(text)[0] ?? '';

/** No cell can hold a tab or a line break. Spans keep their places: one character for one. */
const printable = (text: string): string => text.replace(/[\t\n]/g, ' ');
