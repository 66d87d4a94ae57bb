import { expose } from 'comlink';
import type { Contribution } from '../core/contribution/record.ts';
import { type BackRead, belongsToWork, readBack } from './back-run.ts';
import { countExport, exportBlob, type ExportChoice, type ExportCount } from './export-run.ts';
import { type WorkToExport, workToExport } from './export-work.ts';
import { Breather, walk } from './import-walk.ts';
import type { Work } from '../core/work/model.ts';

/** What the page has to know of a work to offer its export. */
export interface OpenedExport {
  readonly work: Work;
  /** How many records of this device it has. */
  readonly own: number;
  readonly isOfDevice: boolean;
}

let opened: WorkToExport | undefined;

function work(): WorkToExport {
  if (!opened) throw new Error('No work is open');
  return opened;
}

/** What the worker answers: one work at a time, which stays as it was read. The page ends it to give up. */
const exporter = {
  /**
   * @param root where the app is served, with a slash at the end
   * @param held the device's records as the page has them; read from the store when left out
   */
  async open(root: string, slug: string, held: readonly Contribution[] | undefined): Promise<OpenedExport> {
    opened = await workToExport(root, slug, held);
    return { work: opened.work, own: opened.own.length, isOfDevice: opened.isOfDevice };
  },

  count(choice: ExportChoice): ExportCount {
    return countExport(work(), choice, new Date().toISOString());
  },

  /** @param report called now and then with the share that is done, a proxy of the page's */
  async write(choice: ExportChoice, report: (share: number) => unknown): Promise<Blob> {
    const steps = exportBlob(work(), choice, new Date().toISOString());
    return walk(steps, new Breather(new AbortController().signal), (share) => {
      // A page that is gone hears nothing.
      Promise.resolve(report(share)).catch(() => undefined);
    });
  },

  readBack(file: File, author: string): Promise<BackRead> {
    return readBack(work(), file, author);
  },

  belongs(file: File): Promise<boolean> {
    return belongsToWork(work(), file);
  },
};
export type ExportWorker = typeof exporter;

expose(exporter);
