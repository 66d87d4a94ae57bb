import { proxy } from 'comlink';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type Restored, restore } from '../../store/backup.ts';
import type { ContributionLog } from '../../store/contribution-log.ts';
import type { RestoredWorks } from '../../store/device-works-backup.ts';
import type { FolderImport } from '../../store/device-works-import.ts';
import { askForPersistence } from '../../store/persistence.ts';
import type { Trouble } from '../../store/trouble.ts';
import { type Running, startImportWorker } from '../../worker/bridge.ts';
import type { ImportFormat } from '../../worker/import-readers.ts';
import type { ImportOutcome, ImportProgress } from '../../worker/import-run.ts';
import type { ImportWorker } from '../../worker/import.worker.ts';
import type { Use } from './formats.ts';

/** What the library does with a file by itself. */
export type OwnUse = Exclude<Use, { readonly to: 'text' }>;

/** How far it has come with a file, or what came of it. */
export type JobState =
  | { readonly state: 'waiting' }
  | { readonly state: 'running'; readonly progress: ImportProgress | undefined }
  | { readonly state: 'imported'; readonly outcome: ImportOutcome }
  | {
      readonly state: 'restored';
      readonly log: Restored | undefined;
      readonly works: RestoredWorks | undefined;
    }
  /** Folders of works were taken in. */
  | { readonly state: 'folders'; readonly folders: readonly FolderImport[] }
  /** The store could not take it. */
  | { readonly state: 'failed'; readonly trouble: Trouble }
  /** It holds nothing that the library knows what to do with. */
  | { readonly state: 'unknown' }
  | { readonly state: 'damaged'; readonly reason: string };

export interface Job {
  readonly id: number;
  readonly name: string;
  readonly now: JobState;
}

/** Takes files one after another: makes works of them or restores what they hold. */
export class ImportQueue implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #log: () => ContributionLog | undefined;
  readonly #settled: (now: JobState) => void;
  /** Workers of jobs that run or whose bad rows may still be asked for. */
  readonly #workers = new Map<number, Running<ImportWorker>>();
  #jobs: readonly Job[] = [];
  #last: Promise<void> = Promise.resolve();
  #count = 0;

  /** @param settled told when a job has come to its end */
  constructor(
    host: ReactiveControllerHost,
    log: () => ContributionLog | undefined,
    settled: (now: JobState) => void,
  ) {
    this.#host = host;
    this.#log = log;
    this.#settled = settled;
    host.addController(this);
  }

  hostDisconnected(): void {
    for (const { id } of this.#jobs) this.#stop(id);
    this.#jobs = [];
  }

  /** In the order in which they were added. */
  get jobs(): readonly Job[] {
    return this.#jobs;
  }

  /** Resolves when the file, and all that were added before it, have come to their end. */
  add(file: File, use: OwnUse): Promise<void> {
    this.#count += 1;
    const id = this.#count;
    this.#jobs = [...this.#jobs, { id, name: file.name, now: { state: 'waiting' } }];
    this.#last = this.#last.then(() => this.#run(id, file, use));
    this.#host.requestUpdate();
    return this.#last;
  }

  /** Ends a job that runs, at its next breath; one that waits is dropped. */
  async cancel(id: number): Promise<void> {
    const job = this.#jobs.find((known) => known.id === id);
    if (job?.now.state === 'waiting') this.dismiss(id);
    else await this.#workers.get(id)?.api.cancel();
  }

  /** Forgets a job that is over, with its bad rows. */
  dismiss(id: number): void {
    this.#stop(id);
    this.#jobs = this.#jobs.filter((job) => job.id !== id);
    this.#host.requestUpdate();
  }

  /** All bad rows of a job as a file of the same kind. */
  async rejectedFile(id: number): Promise<Blob | undefined> {
    return await this.#workers.get(id)?.api.rejectedFile();
  }

  async #run(id: number, file: File, use: OwnUse): Promise<void> {
    if (!this.#jobs.some((job) => job.id === id)) return;
    this.#set(id, { state: 'running', progress: undefined });
    let now: JobState;
    try {
      now = await this.#take(id, file, use);
    } catch (error) {
      now = { state: 'damaged', reason: error instanceof Error ? error.message : String(error) };
    }
    const hasRejected =
      now.state === 'imported' && 'rejected' in now.outcome && now.outcome.rejected.count > 0;
    if (!hasRejected) this.#stop(id);
    this.#set(id, now);
    this.#settled(now);
  }

  async #take(id: number, file: File, use: OwnUse): Promise<JobState> {
    switch (use.to) {
      case 'import':
        return await this.#import(id, file, use.format);
      case 'unpack':
        return await this.#unpack(id, file);
      case 'restore': {
        const log = await this.#restoreLog(await file.text(), file.name);
        return { state: 'restored', works: undefined, log };
      }
    }
  }

  async #import(id: number, file: File, format: ImportFormat): Promise<JobState> {
    const { api, failed } = this.#start(id);
    const report = proxy((progress: ImportProgress) => {
      this.#set(id, { state: 'running', progress });
    });
    const outcome = await Promise.race([api.importFile({ file, format }, report), failed]);
    // The page may ask, the worker may not.
    if (outcome.state === 'imported') void askForPersistence();
    return { state: 'imported', outcome };
  }

  async #unpack(id: number, file: File): Promise<JobState> {
    const { api, failed } = this.#start(id);
    const unpacked = await Promise.race([api.unpack(file), failed]);
    if (unpacked.state === 'failed') return unpacked;
    if (unpacked.state === 'foreign') return { state: 'unknown' };
    if (unpacked.state === 'folders') {
      if (unpacked.folders.some(({ entry }) => entry)) void askForPersistence();
      return unpacked;
    }
    if (unpacked.state === 'unreadable') return { state: 'damaged', reason: unpacked.reason };
    const { contributions, works } = unpacked;
    const log = contributions === undefined ? undefined : await this.#restoreLog(contributions, file.name);
    return { state: 'restored', log, works };
  }

  #restoreLog(text: string, name: string): Promise<Restored> {
    return restore(text, name, this.#log());
  }

  #start(id: number): Running<ImportWorker> {
    const worker = startImportWorker();
    this.#workers.set(id, worker);
    return worker;
  }

  #stop(id: number): void {
    this.#workers.get(id)?.stop();
    this.#workers.delete(id);
  }

  #set(id: number, now: JobState): void {
    const job = this.#jobs.find((known) => known.id === id);
    // Late news of progress must not undo the end.
    if (!job || (now.state === 'running' && !['waiting', 'running'].includes(job.now.state))) return;
    this.#jobs = this.#jobs.map((known) => (known.id === id ? { ...known, now } : known));
    this.#host.requestUpdate();
  }
}
