import type { ColumnUse } from '../../core/format/imported.ts';
import type { Problem } from '../../core/problem.ts';
import type { Provenance } from '../../core/work/model.ts';
import type { Fate, Preview, SourceChoices, TablePreview, TextPreview } from '../../worker/import-plan.ts';
import { t } from '../../i18n/i18n.ts';
import { ownName } from './languages.ts';

/** What a person says of a text that becomes a variant. */
export interface VariantFields {
  /** Names the text in this draft. */
  readonly key: string;
  readonly lang: string;
  /** The language is what the reader of the file took it for. */
  readonly isGuess: boolean;
  readonly label: string;
  /** The label is a person's. */
  readonly isNamed: boolean;
  /** Undefined until a person has said it: nobody else can. */
  readonly provenance: Provenance | undefined;
  /** For a back-translation: the key of the text that it translates. */
  readonly of: string | undefined;
}

export interface ColumnFields extends VariantFields {
  readonly use: ColumnUse;
}

interface Common {
  readonly key: string;
  readonly name: string;
  readonly choices: SourceChoices;
}

export interface ReadingEntry extends Common {
  readonly state: 'reading';
  readonly share: number;
}

export interface FailedEntry extends Common {
  readonly state: 'failed';
  /** As it was read before, in another way. */
  readonly before: TextEntry | TableEntry | undefined;
  /** Why nothing can be taken of it; none for a file without anything in it. */
  readonly problems: readonly Problem[];
  readonly reason?: string;
}

/** What a person said of a paragraph, and whether the reader had left it out. */
export interface SaidFate {
  readonly fate: Fate;
  readonly isLeft: boolean;
}

export interface TextEntry extends Common {
  readonly state: 'text';
  readonly preview: TextPreview;
  readonly fields: VariantFields;
  /** By paragraph. */
  readonly fates: ReadonlyMap<number, SaidFate>;
  /** Also what the reader left out. */
  readonly all: boolean;
}

export interface TableEntry extends Common {
  readonly state: 'table';
  readonly preview: TablePreview;
  readonly columns: readonly ColumnFields[];
}

/** A file of the draft. */
export type Entry = ReadingEntry | FailedEntry | TextEntry | TableEntry;

/** A file that was read, with what can be said of its texts before a person has said anything. */
export function entryOf({ key, name, choices }: Common, preview: Preview): TextEntry | TableEntry {
  const common = { key, name, choices };
  if (preview.shape === 'text') {
    const { lang, certain } = preview.language;
    const fields = fieldsOf(key, lang, !certain);
    return { ...common, state: 'text', preview, fields, fates: new Map(), all: preview.taken === 0 };
  }
  const columns = preview.columns.map(({ name: heading, use, language: { lang, certain } }, index) => {
    const fields = fieldsOf(`${key}.${String(index)}`, lang, !certain);
    return { ...fields, label: lang === 'und' ? heading : fields.label, use };
  });
  return { ...common, state: 'table', preview, columns };
}

const fieldsOf = (key: string, lang: string, isGuess: boolean): VariantFields => ({
  key,
  lang,
  isGuess,
  label: lang === 'und' ? '' : ownName(lang),
  isNamed: false,
  provenance: undefined,
  of: undefined,
});

/** A file that was read again in another way: what a person said of it stays, except of single paragraphs. */
export function readAgain(
  before: TextEntry | TableEntry,
  fresh: TextEntry | TableEntry,
): TextEntry | TableEntry {
  if (before.state === 'text' && fresh.state === 'text') {
    const { fields } = before;
    return { ...fresh, fields: fields.isGuess ? merged(fields, fresh.fields) : fields };
  }
  return fresh;
}

const merged = (said: VariantFields, { lang, label, isGuess }: VariantFields): VariantFields => ({
  ...said,
  lang,
  isGuess,
  label: said.isNamed ? said.label : label,
});

/** What a person changed of a text. */
export type FieldChange = Partial<
  Pick<VariantFields, 'lang' | 'label' | 'provenance' | 'of'> & Pick<ColumnFields, 'use'>
>;

/** The name of a text that nobody has named: its language's, where that is known. */
export function labelOf({
  lang,
  label,
  provenance,
}: Pick<VariantFields, 'lang' | 'label' | 'provenance'>): string {
  if (lang === 'und') return label;
  const name = ownName(lang);
  return provenance === 'back-translation' ? t('import.backLabel', { name }) : name;
}

/** Fields after a change: a label that nobody has chosen follows the language and where the text comes from. */
export function changed<T extends VariantFields>(fields: T, change: FieldChange): T {
  const follows = !fields.isNamed && (change.lang !== undefined || change.provenance !== undefined);
  const label = follows ? { label: labelOf({ ...fields, ...change }) } : {};
  return {
    ...fields,
    ...change,
    ...label,
    ...(change.lang === undefined ? {} : { isGuess: false }),
    ...(change.label === undefined ? {} : { isNamed: change.label.trim() !== '' }),
    ...(change.provenance === undefined || change.provenance === 'back-translation' ? {} : { of: undefined }),
  };
}

/** Paragraphs of a text that are taken, as far as anybody has said. */
export function takenCount({ preview, fates, all }: TextEntry): number {
  let count = preview.taken + (all ? preview.left : 0);
  for (const { fate, isLeft } of fates.values()) {
    const isTaken = all || !isLeft;
    if (isTaken && fate === 'left') count -= 1;
    else if (!isTaken && fate !== 'left') count += 1;
  }
  return count;
}
