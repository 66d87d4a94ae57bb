/** As WMT publishes it (google/wmt-mqm-human-evaluation). */
export const WMT_COLUMNS = [
  'system',
  'doc',
  'doc_id',
  'seg_id',
  'rater',
  'source',
  'target',
  'category',
  'severity',
  'comment',
] as const;

/** What a column holds. */
export type Field =
  | 'system'
  | 'doc'
  | 'segment'
  | 'globalSegment'
  | 'rater'
  | 'source'
  | 'target'
  | 'category'
  | 'severity'
  | 'comment';

/** The names of WMT, of the MQM Viewer and of Marot. */
const FIELD_OF: Readonly<Record<string, Field>> = {
  system: 'system',
  doc: 'doc',
  doc_id: 'segment',
  doc_seg_id: 'segment',
  docSegId: 'segment',
  seg_id: 'globalSegment',
  global_seg_id: 'globalSegment',
  globalSegId: 'globalSegment',
  rater: 'rater',
  source: 'source',
  target: 'target',
  category: 'category',
  severity: 'severity',
  comment: 'comment',
  note: 'comment',
  metadata: 'comment',
};
/** Fields that every row needs. */
export const REQUIRED: readonly Field[] = [
  'system',
  'doc',
  'segment',
  'rater',
  'source',
  'target',
  'category',
  'severity',
];
/** The name under which a missing column is reported. */
const COLUMN_OF: Partial<Record<Field, string>> = { segment: 'doc_id' };

/** What each column holds; a column that is there twice counts once. */
export function fieldsOf(columns: readonly string[]): readonly (Field | undefined)[] {
  const seen = new Set<Field>();
  const names = columns.map((column) => column.trim());
  const named = names.map((name) => (Object.hasOwn(FIELD_OF, name) ? FIELD_OF[name] : undefined));
  // Without ids inside the documents those across all documents tell segments apart as well.
  const only = named.includes('segment') ? undefined : named.indexOf('globalSegment');
  return named.map((name, at) => {
    const field = at === only ? 'segment' : name;
    if (field === undefined || seen.has(field)) return undefined;
    seen.add(field);
    return field;
  });
}

/** WMT's name of the column, for a message. */
export const columnOf = (field: Field): string => COLUMN_OF[field] ?? field;
