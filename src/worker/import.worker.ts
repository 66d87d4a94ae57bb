import { expose } from 'comlink';
import type { Contribution } from '../core/contribution/record.ts';
import { DeviceWorks } from '../store/device-works.ts';
import {
  CONTRIBUTIONS_FILE,
  type RestoredWorks,
  backupFiles,
  isBackupFile,
  restoreWorks,
} from '../store/device-works-backup.ts';
import { folderFiles } from '../store/device-works-folder.ts';
import { type FolderImport, importFolder, isInFolder, workFolders } from '../store/device-works-import.ts';
import { Glossaries } from '../store/glossaries.ts';
import { GLOSSARIES_FILE, glossaryFiles, restoreGlossaries } from '../store/glossaries-backup.ts';
import { type Trouble, troubleOf } from '../store/trouble.ts';
import { unzipped, zipped } from '../store/zip-file.ts';
import type {
  AddOutcome,
  AdditionPlan,
  MakeOutcome,
  MakeProgress,
  ReadOutcome,
  ShownParagraph,
  SourceChoices,
  WorkPlan,
} from './import-plan.ts';
import { type ImportOutcome, type ImportProgress, type ImportRequest, runImport } from './import-run.ts';
import type { ImportSources } from './import-sources.ts';
import { Breather } from './import-walk.ts';
import { storedRecords } from './stored-records.ts';

let running = new AbortController();
let rejectedText: (() => string) | undefined;
let reading: Promise<ImportSources> | undefined;

/** The readers of texts with their model of languages, which other imports do without. */
const sources = (): Promise<ImportSources> =>
  (reading ??= import('./import-sources.ts').then((module) => new module.ImportSources()));

/** Tells the page; one that is gone hears nothing. */
const teller =
  <T>(report: (progress: T) => unknown) =>
  (progress: T): void => {
    Promise.resolve(report(progress)).catch(() => undefined);
  };

/** What a zip holds, after its works were restored or taken in. */
export type Unpacked =
  | {
      readonly state: 'unpacked';
      /** The backup of the log. */
      readonly contributions: string | undefined;
      readonly works: RestoredWorks;
    }
  /** It holds folders of works. */
  | { readonly state: 'folders'; readonly folders: readonly FolderImport[] }
  /** It holds nothing of ours. */
  | { readonly state: 'foreign' }
  /** It is no zip, or damaged. */
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

async function withGlossaries<T>(run: (glossaries: Glossaries) => Promise<T>): Promise<T> {
  const glossaries = new Glossaries();
  try {
    return await run(glossaries);
  } finally {
    glossaries.close();
  }
}

async function* bothOf<T>(one: AsyncIterable<T>, other: AsyncIterable<T>): AsyncGenerator<T> {
  yield* one;
  yield* other;
}

/** What the worker answers; one import at a time. */
const importer = {
  /** @param report called now and then, a proxy of the page's */
  async importFile(
    request: ImportRequest,
    report: (progress: ImportProgress) => unknown,
  ): Promise<ImportOutcome> {
    running = new AbortController();
    const run = await runImport(request, teller(report), running.signal);
    rejectedText = run.rejectedText;
    return run.outcome;
  },

  /** The import that runs ends as `cancelled`; nothing of it stays. */
  cancel(): void {
    running.abort();
  },

  /** Reads a text or a table for a work that is to be made; `id` is that of a reading which this one replaces. */
  async readSource(
    file: File,
    choices: SourceChoices,
    report: (share: number) => unknown,
    id?: number,
  ): Promise<ReadOutcome> {
    running = new AbortController();
    const { signal } = running;
    try {
      return await (await sources()).read(file, choices, new Breather(signal), teller(report), id);
    } catch (error) {
      if (signal.aborted) return { state: 'cancelled' };
      throw error;
    }
  },

  /** Forgets a file that was read. */
  async dropSource(id: number): Promise<void> {
    (await sources()).drop(id);
  },

  /** More of a text's paragraphs, taken or left out ones. */
  async sourceParagraphs(
    id: number,
    isLeft: boolean,
    from: number,
    count: number,
  ): Promise<readonly ShownParagraph[]> {
    return (await sources()).paragraphs(id, isLeft, from, count);
  },

  /** Makes a work of what was read, aligns its texts and keeps it. */
  async makeWork(plan: WorkPlan, report: (progress: MakeProgress) => unknown): Promise<MakeOutcome> {
    running = new AbortController();
    const { makeWork } = await import('./import-make.ts');
    return await makeWork(await sources(), plan, teller(report), running.signal);
  },

  /**
   * Adds what was read to a work of this device.
   * @param held contributions to the work that the page has and the store may not have
   */
  async addTexts(
    plan: AdditionPlan,
    held: readonly Contribution[],
    report: (progress: MakeProgress) => unknown,
  ): Promise<AddOutcome> {
    running = new AbortController();
    const { addTexts } = await import('./import-add.ts');
    const own = async () => [...(await storedRecords(plan.slug)), ...held];
    return await addTexts(await sources(), plan, own, teller(report), running.signal);
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
    return withWorks((works) =>
      withGlossaries((glossaries) =>
        zipped(bothOf(backupFiles(works, contributions), glossaryFiles(glossaries))),
      ),
    );
  },

  /**
   * Takes a zip in: folders of works become works, a backup's works are restored. Its contributions are the page's to
   * restore, which may hold some in memory.
   */
  async unpack(zip: Blob): Promise<Unpacked> {
    let files: ReadonlyMap<string, string>;
    const names: string[] = [];
    let folders: readonly string[];
    try {
      await unzipped(zip, (name) => {
        names.push(name);
        return false;
      });
      folders = workFolders(names);
      files = await unzipped(zip, (name) =>
        folders.length > 0 ? isInFolder(name, folders) : isBackupFile(name),
      );
    } catch (error) {
      return { state: 'unreadable', reason: error instanceof Error ? error.message : String(error) };
    }
    if (files.size === 0) return { state: 'foreign' };
    try {
      return await withWorks(async (own): Promise<Unpacked> => {
        if (folders.length === 0) {
          const works = await restoreWorks(own, files);
          const terms = files.get(GLOSSARIES_FILE);
          if (terms !== undefined) await withGlossaries((glossaries) => restoreGlossaries(glossaries, terms));
          return { state: 'unpacked', contributions: files.get(CONTRIBUTIONS_FILE), works };
        }
        const now = new Date().toISOString();
        const imports: FolderImport[] = [];
        for (const folder of folders) imports.push(await importFolder(own, folder, files, now));
        return { state: 'folders', folders: imports };
      });
    } catch (error) {
      return { state: 'failed', trouble: troubleOf(error) };
    }
  },
};
export type ImportWorker = typeof importer;

expose(importer);
