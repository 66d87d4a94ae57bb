import * as v from 'valibot';
import type { Contribution, OpaqueContribution } from '../contribution/record.ts';
import { identifier, text } from '../work/schema.ts';
import type { ImportedWork, ImportOptions } from './mqm-import.ts';
import type { MqmTable } from './mqm-tsv.ts';

// Records that let a log alone hold a file of annotations: the log keeps such types and passes them on.
const TEXT = 'text' as OpaqueContribution['type'];
export const MQM_FILE = 'mqm-file' as OpaqueContribution['type'];

const textRecord = v.looseObject({
  type: v.literal(TEXT),
  variant: identifier,
  paragraph: identifier,
  text,
});
const fileRecord = v.looseObject({
  type: v.literal(MQM_FILE),
  columns: v.pipe(v.array(text), v.minLength(1)),
  hasHeader: v.boolean(),
  newline: v.picklist(['\n', '\r\n']),
  endsWithNewline: v.boolean(),
  source: identifier,
});

type FileForm = Pick<MqmTable, 'columns' | 'hasHeader' | 'newline' | 'endsWithNewline'>;

/** An imported work as one log: how its file was made, its texts, its marks and ratings. */
export function selfContainedLog(
  { work, texts, records }: ImportedWork,
  { columns, hasHeader, newline, endsWithNewline }: FileForm,
  { newId, time }: Pick<ImportOptions, 'newId' | 'time'>,
): readonly Contribution[] {
  const common = () => ({ id: newId(), author: AUTHOR, time, work: work.slug });
  const form = { columns, hasHeader, newline, endsWithNewline, source: work.reference };
  const file = { ...common(), type: MQM_FILE, ...form };
  const paragraphs = [...texts].flatMap(([variant, own]) =>
    own.map((paragraph) => ({
      ...common(),
      type: TEXT,
      variant,
      paragraph: paragraph.id,
      text: paragraph.text,
    })),
  );
  return [file, ...paragraphs, ...records];
}

/** Nobody in particular: a record needs an author. */
const AUTHOR = '-';

/** What `selfContainedLog` put beside the marks and ratings, as far as it is there. */
export function logTexts(records: readonly Contribution[]): {
  readonly form?: FileForm;
  /** Id of the variant that holds the sources. */
  readonly source?: string;
  readonly textOf: (variant: string, paragraph: string) => string | undefined;
} {
  const texts = new Map<string, string>();
  let file: v.InferOutput<typeof fileRecord> | undefined;
  for (const record of records) {
    if (v.is(textRecord, record)) texts.set(`${record.variant}/${record.paragraph}`, record.text);
    else if (v.is(fileRecord, record)) file = record;
  }
  const textOf = (variant: string, paragraph: string) => texts.get(`${variant}/${paragraph}`);
  return file === undefined ? { textOf } : { form: file, source: file.source, textOf };
}
