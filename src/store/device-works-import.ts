import { readPlacedLog } from '../core/contribution/log.ts';
import type { Contribution } from '../core/contribution/record.ts';
import type { Problem } from '../core/problem.ts';
import { rowOf } from '../core/work/members.ts';
import type { Paragraph, Work } from '../core/work/model.ts';
import { checkTexts, LOG_FILE } from '../core/work/validate.ts';
import { readWork } from '../core/work/work-json.ts';
import type { DeviceWorks } from './device-works.ts';
import { type DeviceWork, isDeviceSlug } from './device-works-keys.ts';

const WORK_FILE = 'work.json';

/** Folders of works among the files of a zip, by their path (`''` for the zip itself or `a/b/`). */
export function workFolders(names: readonly string[]): readonly string[] {
  return names
    .filter((name) => name === WORK_FILE || name.endsWith(`/${WORK_FILE}`))
    .map((name) => name.slice(0, -WORK_FILE.length));
}

/** Whether a zip's file belongs to one of these folders and is read. */
export const isInFolder = (name: string, folders: readonly string[]): boolean =>
  folders.some((folder) => {
    if (!name.startsWith(folder)) return false;
    const rest = name.slice(folder.length);
    return rest === WORK_FILE || rest === LOG_FILE || /^[^/]+\.md$/.test(rest);
  });

/** What came of a folder. */
export interface FolderImport {
  /** Its path in the zip. */
  readonly folder: string;
  /** Undefined when no work can be made of it. */
  readonly entry: DeviceWork | undefined;
  /** What is wrong with it. */
  readonly problems: readonly Problem[];
}

/**
 * Takes a work folder in as a work of this device: what is wrong with it is listed, and the work is made as long as
 * its declaration and its subject's text can be read. It keeps its slug where that is free here and a device's; else
 * it gets a new one, and its contributions name that.
 *
 * @param files of the zip
 * @param now ISO 8601
 */
export async function importFolder(
  works: DeviceWorks,
  folder: string,
  files: ReadonlyMap<string, string>,
  now: string,
): Promise<FolderImport> {
  const own = new Map(
    [...files].flatMap(([name, text]) =>
      isInFolder(name, [folder]) ? [[name.slice(folder.length), text] as const] : [],
    ),
  );
  const slug = readWork(own.get(WORK_FILE) ?? '').value?.slug ?? '';
  const { problems: found, work, texts: placed } = checkTexts(slug, { files: own });
  if (!work || (placed.get(work.subject) ?? []).length === 0)
    return { folder, entry: undefined, problems: found };

  const { records, problems } = recordsOf(work, own.get(LOG_FILE) ?? '');
  const taken = new Set((await works.list()).map((entry) => entry.work.slug));
  const isKept = isDeviceSlug(slug) && !taken.has(slug);
  const draft = await works.begin(nameOf(slug), ...(isKept ? [slug] : []));
  try {
    const rows = new Set<string>();
    for (const [variant, paragraphs] of placed) {
      for (const { id } of paragraphs) rows.add(rowOf(id));
      await draft.addText(
        variant,
        paragraphs.map(({ id, role, text }): Paragraph => ({ id, role, text })),
      );
    }
    await draft.addRecords(records.map((record) => ({ ...record, work: draft.slug })));
    const entry = await draft.commit({ ...work, slug: draft.slug }, { imported: now, rows: rows.size });
    return { folder, entry, problems: [...found, ...problems] };
  } catch (error) {
    await draft.discard().catch(() => undefined);
    throw error;
  }
}

/** A slug's readable part. */
const nameOf = (slug: string): string =>
  isDeviceSlug(slug) ? slug.replace(/^my-/, '').replace(/-?[a-z0-9]{5}$/, '') : slug;

/** The contributions to a work, in the order of their ids; those to another work are no part of it. */
function recordsOf(
  { slug }: Work,
  log: string,
): { readonly records: readonly Contribution[]; readonly problems: readonly Problem[] } {
  const { value, problems } = readPlacedLog(log, LOG_FILE);
  const strays = value
    .filter(({ record }) => record.work !== slug)
    .map(({ record: { id, work }, line }): Problem => {
      const args = { work, slug, id };
      return { code: 'contribution-work-differs', severity: 'fault', args, file: LOG_FILE, line };
    });
  const records = value
    .map(({ record }) => record)
    .filter(({ work }) => work === slug)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return { records, problems: [...problems, ...strays] };
}
