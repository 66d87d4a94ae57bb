import type { ImportedWork } from '../core/format/mqm-import.ts';
import type { RejectedRow } from '../core/format/mqm-tsv.ts';
import type { Problem } from '../core/problem.ts';
import type { DatabaseOptions } from '../store/database.ts';
import { DeviceWorks } from '../store/device-works.ts';
import type { WorkDraft } from '../store/device-works-draft.ts';
import type { DeviceWork } from '../store/device-works-keys.ts';
import { type Trouble, troubleOf } from '../store/trouble.ts';
import { type ImportFormat, READERS } from './import-readers.ts';
import { textOf } from './import-text.ts';
import { idMaker, storePieces } from './import-store.ts';
import { Breather, walk } from './import-walk.ts';

export type ImportStage = 'reading' | 'making' | 'storing';

export interface ImportProgress {
  readonly stage: ImportStage;
  /** Of the whole import, 0..1. */
  readonly share: number;
}

export interface ImportRequest {
  readonly file: File;
  readonly format: ImportFormat;
}

export interface RejectedRows {
  readonly count: number;
  /** The first thousand. */
  readonly first: readonly RejectedRow[];
}

export type ImportOutcome =
  | { readonly state: 'imported'; readonly entry: DeviceWork; readonly rejected: RejectedRows }
  /** No work can be made of the file; no problem at all stands for a file with nothing in it. */
  | {
      readonly state: 'unreadable';
      readonly problems: readonly Problem[];
      readonly rejected: RejectedRows;
    }
  | { readonly state: 'cancelled' }
  /** The device cannot keep the work; nothing of it is left. */
  | { readonly state: 'failed'; readonly trouble: Trouble };

export interface ImportRun {
  readonly outcome: ImportOutcome;
  /** All rows that could not be read, as a file of the same kind. */
  readonly rejectedText?: () => string;
}

const LISTED = 1000;
/** How much of an import is done when a stage begins, from measurements with 100,000 rows. */
const BEGINS: Readonly<Record<ImportStage | 'end', number>> = {
  reading: 0,
  making: 0.2,
  storing: 0.75,
  end: 1,
};
const NEXT = { reading: 'making', making: 'storing', storing: 'end' } as const;

/** Reads a file, makes a work of it and keeps that on this device, or leaves nothing behind. */
export async function runImport(
  { file, format }: ImportRequest,
  report: (progress: ImportProgress) => void,
  signal: AbortSignal,
  options: DatabaseOptions = {},
): Promise<ImportRun> {
  const works = new DeviceWorks(options);
  const breather = new Breather(signal);
  const at = (stage: ImportStage) => (share: number) => {
    report({ stage, share: BEGINS[stage] + share * (BEGINS[NEXT[stage]] - BEGINS[stage]) });
  };
  let draft: WorkDraft | undefined;
  try {
    at('reading')(0);
    const text = await textOf(file);
    if (typeof text !== 'string') return unreadable([text], []);
    const read = await walk(READERS[format](text), breather, at('reading'));
    const { rejected, rejectedText } = read;
    if (read.problems.length > 0) return { ...unreadable(read.problems, rejected), rejectedText };

    const name = file.name.replace(/\.[^.]+$/, '');
    const now = new Date();
    draft = await works.begin(name);
    const steps = read.make({
      slug: draft.slug,
      date: new Date(file.lastModified).toISOString().slice(0, 10),
      time: now.toISOString(),
      newId: idMaker(),
    });
    const made = await walk(steps, breather, at('making'));
    if (made.work.variants.every(({ id }) => (made.texts.get(id) ?? []).length === 0))
      return { ...(await given(draft, unreadable([], rejected))), rejectedText };
    await storePieces(draft, made, breather, at('storing'));
    const work = { ...made.work, title: { und: name || draft.slug }, source: { und: file.name } };
    const entry = await draft.commit(work, {
      imported: now.toISOString(),
      rows: countRows(made),
    });
    return { outcome: { state: 'imported', entry, rejected: listed(rejected) }, rejectedText };
  } catch (error) {
    // What cannot be taken back now is swept away later.
    await draft?.discard().catch(() => undefined);
    if (signal.aborted) return { outcome: { state: 'cancelled' } };
    return { outcome: { state: 'failed', trouble: troubleOf(error) } };
  } finally {
    works.close();
  }
}

const listed = (rows: readonly RejectedRow[]): RejectedRows => ({
  count: rows.length,
  first: rows.slice(0, LISTED),
});

const unreadable = (problems: readonly Problem[], rejected: readonly RejectedRow[]): ImportRun => ({
  outcome: { state: 'unreadable', problems, rejected: listed(rejected) },
});

async function given<T>(draft: WorkDraft, result: T): Promise<T> {
  await draft.discard();
  return result;
}

/** The number of paragraphs that some variant has. */
const countRows = ({ texts }: ImportedWork): number =>
  new Set([...texts.values()].flatMap((paragraphs) => paragraphs.map(({ id }) => id))).size;
