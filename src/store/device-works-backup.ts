import { readContribution } from '../core/contribution/record-schema.ts';
import type { Contribution } from '../core/contribution/record.ts';
import { type Paragraph, ROLES, type Work } from '../core/work/model.ts';
import { isIdentifier } from '../core/work/schema.ts';
import { readWork } from '../core/work/work-json.ts';
import type { DeviceWorks } from './device-works.ts';
import { type DeviceWork, FORMAT, isDeviceSlug, isDeviceWork } from './device-works-keys.ts';
import { GLOSSARIES_FILE } from './glossaries-backup.ts';
import type { TextFile } from './zip-file.ts';

/** The contributions in a backup, and the works beside them: one line a piece, the work itself first. */
export const CONTRIBUTIONS_FILE = 'contributions.jsonl';
const WORK_FILE = /^works\/([^/]+)\.jsonl$/;
const PARAGRAPHS = 2000;

/** Whether a backup's file is one that restoring reads. */
export const isBackupFile = (name: string): boolean =>
  name === CONTRIBUTIONS_FILE || name === GLOSSARIES_FILE || WORK_FILE.test(name);

/** Everything of the reader as files. @param contributions a backup of the log (`backup`) */
export async function* backupFiles(works: DeviceWorks, contributions: string): AsyncGenerator<TextFile> {
  yield { name: CONTRIBUTIONS_FILE, pieces: [contributions] };
  for (const entry of await works.list()) {
    if (entry.trashed === undefined && entry.format <= FORMAT)
      yield { name: `works/${entry.work.slug}.jsonl`, pieces: lines(works, entry) };
  }
}

async function* lines(works: DeviceWorks, entry: DeviceWork): AsyncGenerator<string> {
  const { slug, variants } = entry.work;
  yield line({ lesart: 'work', ...entry });
  for (const { id } of variants) {
    const paragraphs = await works.text(slug, id);
    for (let at = 0; paragraphs !== undefined && at < Math.max(1, paragraphs.length); at += PARAGRAPHS)
      yield line({ variant: id, paragraphs: paragraphs.slice(at, at + PARAGRAPHS) });
  }
  for await (const records of works.records(slug)) yield line({ records });
}

const line = (value: unknown): string => `${JSON.stringify(value)}\n`;

export interface RestoredWorks {
  /** Works that were not on this device. */
  readonly added: readonly DeviceWork[];
  /** Slugs of those that were, and stay as they are; one in the trash comes back. */
  readonly known: readonly string[];
  /** Files that hold no work that this version can read. */
  readonly unreadable: readonly string[];
}

/** Adds a backup's works to those of this device; nothing is replaced. */
export async function restoreWorks(
  works: DeviceWorks,
  files: ReadonlyMap<string, string>,
): Promise<RestoredWorks> {
  const there = new Map((await works.list()).map((entry) => [entry.work.slug, entry]));
  const added: DeviceWork[] = [];
  const known: string[] = [];
  const unreadable: string[] = [];
  for (const [name, text] of files) {
    const slug = WORK_FILE.exec(name)?.[1];
    if (slug === undefined) continue;
    const found = there.get(slug);
    if (found) {
      if (found.trashed !== undefined) await works.restore(slug);
      known.push(slug);
      continue;
    }
    const read = readPieces(slug, text);
    if (!read) {
      unreadable.push(name);
      continue;
    }
    const draft = await works.begin(slug, slug);
    try {
      for (const [variant, paragraphs] of read.texts) await draft.addText(variant, paragraphs);
      await draft.addRecords(read.records);
      added.push(await draft.commit(read.work, read.entry));
    } catch (error) {
      await draft.discard().catch(() => undefined);
      throw error;
    }
  }
  return { added, known, unreadable };
}

interface Pieces {
  readonly entry: DeviceWork;
  readonly work: Work;
  readonly texts: ReadonlyMap<string, readonly Paragraph[]>;
  readonly records: readonly Contribution[];
}

/** A file is not to be trusted: what is not as this version writes it is no work. */
function readPieces(slug: string, text: string): Pieces | undefined {
  let values: unknown[];
  try {
    values = text
      .split('\n')
      .filter(Boolean)
      .map((piece) => JSON.parse(piece) as unknown);
  } catch {
    return undefined;
  }
  const [entry, ...pieces] = values;
  if (!isDeviceWork(entry) || entry.format > FORMAT || entry.work.slug !== slug || !isDeviceSlug(slug))
    return undefined;
  const { value: work } = readWork(JSON.stringify(entry.work));
  if (!work || Number.isNaN(Date.parse(entry.imported)) || !Number.isInteger(entry.rows)) return undefined;
  const texts = new Map<string, Paragraph[]>();
  const records: Contribution[] = [];
  for (const value of pieces) {
    const piece = (value ?? {}) as { variant?: unknown; paragraphs?: unknown; records?: unknown };
    if (typeof piece.variant === 'string' && Array.isArray(piece.paragraphs)) {
      const own = texts.get(piece.variant) ?? [];
      texts.set(piece.variant, own);
      for (const paragraph of piece.paragraphs as unknown[]) {
        if (!isParagraph(paragraph)) return undefined;
        own.push(paragraph);
      }
    } else if (Array.isArray(piece.records)) {
      for (const own of piece.records as unknown[]) {
        const record = readContribution(own).value;
        if (record?.work !== slug) return undefined;
        records.push(record);
      }
    } else return undefined;
  }
  return { entry, work, texts, records };
}

function isParagraph(value: unknown): value is Paragraph {
  if (typeof value !== 'object' || value === null) return false;
  const { id, role, text } = value as { id?: unknown; role?: unknown; text?: unknown };
  return (
    typeof id === 'string' &&
    isIdentifier(id) &&
    typeof text === 'string' &&
    ROLES.some((known) => known === role)
  );
}
