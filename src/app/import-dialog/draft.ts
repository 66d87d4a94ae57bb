import { proxy } from 'comlink';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Contribution } from '../../core/contribution/record.ts';
import { DeviceWorks } from '../../store/device-works.ts';
import type { Added } from '../../store/device-works-addition.ts';
import { askForPersistence } from '../../store/persistence.ts';
import { type Running, startImportWorker } from '../../worker/bridge.ts';
import type {
  AddOutcome,
  AdditionPlan,
  MakeOutcome,
  MakeProgress,
  ShownParagraph,
  SourceChoices,
  WorkPlan,
} from '../../worker/import-plan.ts';
import type { ImportWorker } from '../../worker/import.worker.ts';
import { type Entry, type TableEntry, type TextEntry, entryOf, readAgain } from './entries.ts';
import type { WorkFields } from './plan.ts';

/** How far the making of the work, or the adding of texts to one, has come. */
export type Making =
  | { readonly state: 'running'; readonly progress: MakeProgress | undefined }
  | { readonly state: 'over'; readonly outcome: MakeOutcome | AddOutcome }
  /** What was added was taken back; false when that was not possible. */
  | { readonly state: 'back'; readonly isDone: boolean }
  /** The worker died. */
  | { readonly state: 'broken'; readonly reason: string };

type ReadEntry = TextEntry | TableEntry;

const NOTHING: WorkFields = { title: undefined, subject: undefined, reference: undefined, byOrder: false };

/** Files that are to become one work: read one at a time in a worker, and kept there until the work is made. */
export class Draft implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #files = new Map<string, File>();
  #worker: Running<ImportWorker> | undefined;
  #entries: readonly Entry[] = [];
  #fields = NOTHING;
  #making: Making | undefined;
  #last: Promise<void> = Promise.resolve();
  #count = 0;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.clear();
  }

  get entries(): readonly Entry[] {
    return this.#entries;
  }

  get fields(): WorkFields {
    return this.#fields;
  }

  /** Undefined until a person says "Make the work". */
  get making(): Making | undefined {
    return this.#making;
  }

  /** Resolves when all files that were added so far are read, or cannot be. */
  add(files: Iterable<File>): Promise<void> {
    for (const file of files) {
      this.#count += 1;
      const key = `t${String(this.#count)}`;
      this.#files.set(key, file);
      this.#set([...this.#entries, { key, name: file.name, choices: {}, state: 'reading', share: 0 }]);
      this.#queue(key);
    }
    return this.#last;
  }

  /** Reads a file again in another way. */
  reread(key: string, choices: SourceChoices): Promise<void> {
    const before = this.#entries.find((entry) => entry.key === key);
    if (!before || before.state === 'reading') return Promise.resolve();
    this.#replace(key, { key, name: before.name, choices, state: 'reading', share: 0 });
    this.#queue(key, before.state === 'failed' ? before.before : before);
    return this.#last;
  }

  /** Changes an entry that was read. */
  update<T extends Entry>(entry: T, change: Partial<T>): void {
    this.#replace(entry.key, { ...entry, ...change });
  }

  setFields(change: Partial<WorkFields>): void {
    this.#fields = { ...this.#fields, ...change };
    this.#host.requestUpdate();
  }

  remove(key: string): void {
    const entry = this.#entries.find((known) => known.key === key);
    this.#files.delete(key);
    this.#set(this.#entries.filter((known) => known !== entry));
    if (entry && 'preview' in entry)
      void this.#worker?.api.dropSource(entry.preview.id).catch(() => undefined);
  }

  /** Moves a file one place up (-1) or down (1). */
  move(key: string, by: 1 | -1): void {
    const from = this.#entries.findIndex((entry) => entry.key === key);
    const to = from + by;
    if (from < 0 || to < 0 || to >= this.#entries.length) return;
    const entries = [...this.#entries];
    entries.splice(to, 0, ...entries.splice(from, 1));
    this.#set(entries);
  }

  /** More of a text's paragraphs than its preview has. */
  async paragraphs(id: number, isLeft: boolean, from: number): Promise<readonly ShownParagraph[]> {
    const worker = this.#start();
    return await Promise.race([worker.api.sourceParagraphs(id, isLeft, from, MORE), worker.failed]);
  }

  /** Makes the work. The draft stays as it is unless that succeeds. */
  make(plan: WorkPlan): Promise<void> {
    return this.#run((api, report) => api.makeWork(plan, report));
  }

  /** Adds the texts to a work of this device. @param held contributions that the store may not have */
  addTo(plan: AdditionPlan, held: readonly Contribution[]): Promise<void> {
    return this.#run((api, report) => api.addTexts(plan, held, report));
  }

  /** Takes back what was added. */
  async takeBack(added: Added): Promise<void> {
    const works = new DeviceWorks();
    try {
      this.#make({ state: 'back', isDone: await works.takeBack(added) });
    } catch (error) {
      this.#make({ state: 'broken', reason: error instanceof Error ? error.message : String(error) });
    } finally {
      works.close();
    }
  }

  async #run(
    run: (
      api: Running<ImportWorker>['api'],
      report: (progress: MakeProgress) => void,
    ) => Promise<MakeOutcome | AddOutcome>,
  ): Promise<void> {
    const { api, failed } = this.#start();
    this.#make({ state: 'running', progress: undefined });
    const report = proxy((progress: MakeProgress) => {
      if (this.#making?.state === 'running') this.#make({ state: 'running', progress });
    });
    try {
      const outcome = await Promise.race([run(api, report), failed]);
      const isDone = outcome.state === 'made' || outcome.state === 'added';
      // The page may ask, the worker may not.
      if (isDone) void askForPersistence();
      this.#make({ state: 'over', outcome });
      if (isDone) this.#forget();
    } catch (error) {
      this.#make({ state: 'broken', reason: error instanceof Error ? error.message : String(error) });
      this.#restart();
    }
  }

  /** Ends what the worker is at, at its next breath. */
  async cancel(): Promise<void> {
    await this.#worker?.api.cancel();
  }

  /** Goes back from what came of the making to the list of texts. */
  settle(): void {
    this.#making = undefined;
    this.#host.requestUpdate();
  }

  /** Forgets everything. */
  clear(): void {
    this.#forget();
    this.#making = undefined;
    this.#host.requestUpdate();
  }

  /** Reads all files again in another worker: what the one before had read is gone with it. */
  #restart(): void {
    this.#worker?.stop();
    this.#worker = undefined;
    for (const entry of this.#entries)
      if (entry.state === 'text' || entry.state === 'table') void this.reread(entry.key, entry.choices);
  }

  #forget(): void {
    this.#worker?.stop();
    this.#worker = undefined;
    this.#files.clear();
    this.#entries = [];
    this.#fields = NOTHING;
    this.#last = Promise.resolve();
  }

  #queue(key: string, before?: ReadEntry): void {
    this.#last = this.#last.then(() => this.#read(key, before));
  }

  async #read(key: string, before: ReadEntry | undefined): Promise<void> {
    const file = this.#files.get(key);
    const entry = this.#entries.find((known) => known.key === key);
    if (!file || !entry) return;
    const { name, choices } = entry;
    const replaced = before?.preview.id;
    const { api, failed } = this.#start();
    const report = proxy((share: number) => {
      const now = this.#entries.find((known) => known.key === key);
      if (now?.state === 'reading') this.#replace(key, { ...now, share });
    });
    let next: Entry;
    try {
      const outcome = await Promise.race([api.readSource(file, choices, report, replaced), failed]);
      if (outcome.state === 'cancelled') {
        this.remove(key);
        return;
      }
      if (outcome.state === 'read') {
        const fresh = entryOf(entry, outcome.preview);
        next = before ? readAgain(before, fresh) : fresh;
      } else next = { key, name, choices, state: 'failed', before, problems: outcome.problems };
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      next = { key, name, choices, state: 'failed', before, problems: [], reason };
    }
    this.#replace(key, next);
  }

  #start(): Running<ImportWorker> {
    return (this.#worker ??= startImportWorker());
  }

  #make(making: Making): void {
    this.#making = making;
    this.#host.requestUpdate();
  }

  #replace(key: string, entry: Entry): void {
    this.#set(this.#entries.map((known) => (known.key === key ? entry : known)));
  }

  #set(entries: readonly Entry[]): void {
    this.#entries = entries;
    this.#host.requestUpdate();
  }
}

/** Paragraphs that are fetched at a time. */
const MORE = 100;
