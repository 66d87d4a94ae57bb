import type { Role } from '../work/model.ts';

/** A paragraph as a reader of files recognised it. */
export interface ImportedParagraph {
  readonly role: Role;
  /** Literal, on one line. */
  readonly text: string;
  /** It belongs to the page rather than to the text (a menu, a licence): left out unless a person takes it in. */
  readonly left?: true;
}

/** One text in one language. */
export interface ImportedText {
  readonly kind: 'text';
  readonly title?: string;
  /** BCP 47, as the file itself says. */
  readonly lang?: string;
  readonly paragraphs: readonly ImportedParagraph[];
}

/** What a column of a table is taken for until a person says otherwise. */
export type ColumnUse = 'text' | 'id' | 'note' | 'none';

export interface ImportedColumn {
  readonly name: string;
  /** BCP 47, as the file itself says. */
  readonly lang?: string;
  readonly use: ColumnUse;
}

/** Texts that are aligned already: a column a language, a row a segment. */
export interface ImportedTable {
  readonly kind: 'table';
  readonly title?: string;
  readonly columns: readonly ImportedColumn[];
  /** By column; an empty cell has no text. */
  readonly rows: readonly (readonly string[])[];
}

export type Imported = ImportedText | ImportedTable;
