import type { ReadAnyOptions } from '../core/format/read-any.ts';
import type { FileKind } from '../core/format/file-kind.ts';
import type { ColumnUse } from '../core/format/imported.ts';
import type { Problem } from '../core/problem.ts';
import type { LocalText, Provenance, Role } from '../core/work/model.ts';
import type { Added } from '../store/device-works-addition.ts';
import type { DeviceWork } from '../store/device-works-keys.ts';
import type { Trouble } from '../store/trouble.ts';

/** How a person wants a file to be read. */
export type SourceChoices = Pick<ReadAnyOptions, 'encoding' | 'layout' | 'cues'>;

/** A paragraph as the preview shows it: its text may be cut. */
export interface ShownParagraph {
  /** Among all paragraphs of the file. */
  readonly index: number;
  readonly role: Role;
  readonly text: string;
}

export interface LanguageShown {
  /** BCP 47; `und` where it cannot be told. */
  readonly lang: string;
  readonly certain: boolean;
}

interface Previewed {
  /** The number by which the worker knows the file. */
  readonly id: number;
  readonly kind: FileKind;
  readonly title?: string;
  /** Of a file that is text: the encoding that it was read in, and all that can be chosen instead. */
  readonly encoding?: { readonly name: string; readonly certain: boolean; readonly all: readonly string[] };
  readonly layout?: 'blank-lines' | 'lines';
  /** What the reader has to say of the file. */
  readonly problems: readonly Problem[];
}

/** What is shown of a text before it is taken. */
export interface TextPreview extends Previewed {
  readonly shape: 'text';
  readonly language: LanguageShown;
  /** Paragraphs that are taken unless a person says otherwise. */
  readonly taken: number;
  readonly first: readonly ShownParagraph[];
  /** Paragraphs that belong to the page rather than the text. */
  readonly left: number;
  readonly firstLeft: readonly ShownParagraph[];
}

export interface ColumnShown {
  readonly name: string;
  readonly use: ColumnUse;
  readonly language: LanguageShown;
}

export interface TablePreview extends Previewed {
  readonly shape: 'table';
  readonly columns: readonly ColumnShown[];
  /** The first ones; cells may be cut. */
  readonly rows: readonly (readonly string[])[];
  readonly count: number;
}

export type Preview = TextPreview | TablePreview;

export type ReadOutcome =
  | { readonly state: 'read'; readonly preview: Preview }
  | { readonly state: 'unreadable'; readonly problems: readonly Problem[] }
  | { readonly state: 'cancelled' };

/** What becomes of a paragraph that a person has looked at. */
export type Fate = Role | 'left';

/** A text of the work to be: all of a file, or a column of a table. */
export interface PlannedVariant {
  /** The file's number. */
  readonly source: number;
  readonly column?: number;
  readonly lang: string;
  readonly label: string;
  readonly provenance: Provenance;
  /** Index of the variant that it translates back. */
  readonly of?: number;
  /** By paragraph: what differs from what the reader said. */
  readonly fates?: ReadonlyMap<number, Fate>;
  /** Also what the reader left out, unless `fates` says otherwise. */
  readonly all?: boolean;
}

/** A work to be made of files that were read. All texts, or all columns of one table. */
export interface WorkPlan {
  readonly title: LocalText;
  /** What the work's address is to look like. */
  readonly name: string;
  /** Where the texts come from. */
  readonly source: string;
  readonly variants: readonly PlannedVariant[];
  /** Indices of variants. */
  readonly subject: number;
  readonly reference: number;
  /** The nth paragraph of each text belongs to the nth of every other one. */
  readonly byOrder: boolean;
  /** Columns of the table. */
  readonly idColumn?: number;
  readonly noteColumns?: readonly number[];
}

export type MakeStage = 'aligning' | 'making' | 'storing';

export interface MakeProgress {
  readonly stage: MakeStage;
  /** Of the stage, 0..1. */
  readonly share: number;
  /** Milliseconds that the stage may still take; absent while nobody can tell. */
  readonly remaining?: number;
}

export type MakeOutcome =
  | { readonly state: 'made'; readonly entry: DeviceWork; readonly doubtful: number }
  /** Nothing is taken of this variant. */
  | { readonly state: 'empty'; readonly variant: number }
  | { readonly state: 'cancelled' }
  | { readonly state: 'failed'; readonly trouble: Trouble };

/** A text that becomes a further variant of a work of this device. */
export interface PlannedAddition extends PlannedVariant {
  /** Id of the work's variant that it translates back. */
  readonly ofVariant?: string;
}

export interface AdditionPlan {
  readonly slug: string;
  /** Id of the variant that the texts are aligned with. */
  readonly anchor: string;
  readonly variants: readonly PlannedAddition[];
}

export type AddOutcome =
  | {
      readonly state: 'added';
      readonly entry: DeviceWork;
      readonly added: Added;
      /** Rows in which the place of the added texts is doubtful. */
      readonly doubtful: number;
    }
  /** Another tab adds texts to the work. */
  | { readonly state: 'busy' }
  /** The work is not there any more, or has other variants than it had. */
  | { readonly state: 'changed' }
  | Exclude<MakeOutcome, { readonly state: 'made' }>;
