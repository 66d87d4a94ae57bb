export interface ExportFormatInfo {
  /** Of the file's name, without a dot. */
  readonly ending: string;
  /** Media type. */
  readonly type: string;
  /** What it holds: changes to the files, one variant and what it is held against, or as many as are wanted. */
  readonly holds: 'changes' | 'pair' | 'one' | 'columns' | 'records';
  /** Where proposals that nobody has accepted stand: put into the text, or beside it as what they are. */
  readonly proposals: 'applied' | 'beside';
}

/** Everything that a work can be written as. */
export const EXPORT_FORMATS = {
  patch: { ending: 'mbox', type: 'application/mbox', holds: 'changes', proposals: 'applied' },
  'log-patch': { ending: 'mbox', type: 'application/mbox', holds: 'changes', proposals: 'beside' },
  xliff: { ending: 'xlf', type: 'application/xliff+xml', holds: 'pair', proposals: 'beside' },
  xliff12: { ending: 'xlf', type: 'application/xliff+xml', holds: 'pair', proposals: 'beside' },
  tmx: { ending: 'tmx', type: 'application/x-tmx+xml', holds: 'columns', proposals: 'applied' },
  po: { ending: 'po', type: 'text/x-gettext-translation', holds: 'pair', proposals: 'beside' },
  tsv: { ending: 'tsv', type: 'text/tab-separated-values', holds: 'columns', proposals: 'applied' },
  csv: { ending: 'csv', type: 'text/csv', holds: 'columns', proposals: 'applied' },
  docx: {
    ending: 'docx',
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    holds: 'columns',
    proposals: 'beside',
  },
  html: { ending: 'html', type: 'text/html', holds: 'columns', proposals: 'beside' },
  epub: { ending: 'epub', type: 'application/epub+zip', holds: 'columns', proposals: 'beside' },
  md: { ending: 'md', type: 'text/markdown', holds: 'one', proposals: 'applied' },
  txt: { ending: 'txt', type: 'text/plain', holds: 'one', proposals: 'applied' },
  jsonl: { ending: 'jsonl', type: 'application/jsonl', holds: 'records', proposals: 'beside' },
} as const satisfies Record<string, ExportFormatInfo>;
export type ExportFormat = keyof typeof EXPORT_FORMATS;

/** What each is for. */
export const EXPORT_PURPOSES = {
  propose: ['patch', 'log-patch'],
  translate: ['xliff', 'xliff12', 'tmx', 'po', 'tsv', 'csv'],
  read: ['docx', 'html', 'epub', 'md', 'txt'],
  keep: ['jsonl'],
} as const satisfies Record<string, readonly ExportFormat[]>;
