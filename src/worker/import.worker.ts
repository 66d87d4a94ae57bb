import { expose } from 'comlink';
import type { Contribution } from '../core/contribution/record.ts';
import { readContribution } from '../core/contribution/record-schema.ts';
import { Database } from '../store/database.ts';
import { readEntries } from '../store/record-store.ts';
import { DeviceWorks } from '../store/device-works.ts';
import {
  CONTRIBUTIONS_FILE,
  type RestoredWorks,
  backupFiles,
  isBackupFile,
  restoreWorks,
} from '../store/device-works-backup.ts';
import { folderFiles } from '../store/device-works-folder.ts';
import { type Trouble, troubleOf } from '../store/trouble.ts';
import { unzipped, zipped } from '../store/zip-file.ts';
import { type ImportOutcome, type ImportProgress, type ImportRequest, runImport } from './import-run.ts';

let running = new AbortController();
let rejectedText: (() => string) | undefined;

/** What a backup's file holds, after its works were restored. */
export type Unpacked =
  | {
      readonly state: 'unpacked';
      /** The backup of the log. */
      readonly contributions: string | undefined;
      readonly works: RestoredWorks;
    }
  /** It is no backup. */
  | { readonly state: 'unreadable'; readonly reason: string }
  | { readonly state: 'failed'; readonly trouble: Trouble };

async function withWorks<T>(run: (works: DeviceWorks) => Promise<T>): Promise<T> {
  const works = new DeviceWorks();
  try {
    return await run(works);
  } finally {
    works.close();
  }
}

/** The contributions to a work that readers of this device made and this version can read. */
async function storedRecords(slug: string): Promise<readonly Contribution[]> {
  const database = new Database({});
  try {
    const { entries } = await readEntries(database.use, slug);
    return entries.flatMap(([, value]) => readContribution(value).value ?? []);
  } finally {
    database.close();
  }
}

/** What the worker answers; one import at a time. */
const importer = {
  /** @param report called now and then, a proxy of the page's */
  async importFile(
    request: ImportRequest,
    report: (progress: ImportProgress) => unknown,
  ): Promise<ImportOutcome> {
    running = new AbortController();
    const run = await runImport(
      request,
      (progress) => {
        // A page that is gone hears nothing.
        Promise.resolve(report(progress)).catch(() => undefined);
      },
      running.signal,
    );
    rejectedText = run.rejectedText;
    return run.outcome;
  },

  /** The import that runs ends as `cancelled`; nothing of it stays. */
  cancel(): void {
    running.abort();
  },

  /** All rows of the last import that could not be read, with their header. */
  rejectedFile(): Blob {
    return new Blob([rejectedText?.() ?? ''], { type: 'text/tab-separated-values;charset=utf-8' });
  },

  /** A work's folder as a zip, with the contributions to it on this device. @param held those of the page */
  async folderZip(slug: string, held: readonly Contribution[]): Promise<Blob> {
    const own = [...(await storedRecords(slug)), ...held];
    return withWorks((works) => zipped(folderFiles(works, slug, own)));
  },

  /** Everything of the reader as a zip. @param contributions the backup of the log */
  backupZip(contributions: string): Promise<Blob> {
    return withWorks((works) => zipped(backupFiles(works, contributions)));
  },

  /** Restores a backup's works; its contributions are the page's to restore, which may hold some in memory. */
  async unpack(zip: Blob): Promise<Unpacked> {
    let files: ReadonlyMap<string, string>;
    try {
      files = await unzipped(zip, isBackupFile);
    } catch (error) {
      return { state: 'unreadable', reason: error instanceof Error ? error.message : String(error) };
    }
    try {
      const works = await withWorks((own) => restoreWorks(own, files));
      return { state: 'unpacked', contributions: files.get(CONTRIBUTIONS_FILE), works };
    } catch (error) {
      return { state: 'failed', trouble: troubleOf(error) };
    }
  },
};
export type ImportWorker = typeof importer;

expose(importer);
