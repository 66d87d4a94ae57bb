import { proxy } from 'comlink';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type Running, startExportWorker } from '../../worker/bridge.ts';
import type { ExportChoice, ExportCount } from '../../worker/export-run.ts';
import type { ExportWorker, OpenedExport } from '../../worker/export.worker.ts';
import type { ExportContext } from './export-context.ts';

type State =
  | { readonly state: 'closed' | 'loading' }
  | { readonly state: 'ready'; readonly opened: OpenedExport }
  | { readonly state: 'writing'; readonly opened: OpenedExport; readonly share: number }
  | { readonly state: 'failed'; readonly reason: string };

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** A work in a worker of its own, which counts and writes what is chosen of it. */
export class ExportJob implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #worker: Running<ExportWorker> | undefined;
  #now: State = { state: 'closed' };
  #count: ExportCount | undefined;
  /** Of the last question for a count: answers to earlier ones are dropped. */
  #asked = 0;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.close();
  }

  get now(): State {
    return this.#now;
  }

  /** What the last choice comes to; undefined while that is being counted. */
  get count(): ExportCount | undefined {
    return this.#count;
  }

  /** Reads a work; resolves when it is there or cannot be had. */
  async open({ root, slug, held }: ExportContext): Promise<void> {
    this.close();
    this.#set({ state: 'loading' });
    const worker = startExportWorker();
    this.#worker = worker;
    try {
      const opened = await Promise.race([worker.api.open(root, slug, held), worker.failed]);
      if (worker === this.#worker) this.#set({ state: 'ready', opened });
    } catch (error) {
      if (worker === this.#worker) this.#set({ state: 'failed', reason: reasonOf(error) });
    }
  }

  /** Lets the worker go, with all that it is at. */
  close(): void {
    this.#worker?.stop();
    this.#worker = undefined;
    this.#count = undefined;
    this.#asked += 1;
    this.#now = { state: 'closed' };
  }

  async ask(choice: ExportChoice): Promise<void> {
    const worker = this.#worker;
    if (!worker) return;
    const asked = (this.#asked += 1);
    this.#count = undefined;
    this.#host.requestUpdate();
    try {
      const count = await Promise.race([worker.api.count(choice), worker.failed]);
      if (asked !== this.#asked) return;
      this.#count = count;
      this.#host.requestUpdate();
    } catch (error) {
      if (asked === this.#asked) this.#set({ state: 'failed', reason: reasonOf(error) });
    }
  }

  /** The file; undefined when it was given up or failed, which `now` says. */
  async write(choice: ExportChoice): Promise<Blob | undefined> {
    const worker = this.#worker;
    if (!worker || this.#now.state !== 'ready') return undefined;
    const { opened } = this.#now;
    this.#set({ state: 'writing', opened, share: 0 });
    const report = proxy((share: number) => {
      if (worker === this.#worker && this.#now.state === 'writing')
        this.#set({ state: 'writing', opened, share });
    });
    try {
      const blob = await Promise.race([worker.api.write(choice, report), worker.failed]);
      if (worker !== this.#worker) return undefined;
      this.#set({ state: 'ready', opened });
      return blob;
    } catch (error) {
      if (worker === this.#worker) this.#set({ state: 'failed', reason: reasonOf(error) });
      return undefined;
    }
  }

  #set(now: State): void {
    this.#now = now;
    this.#host.requestUpdate();
  }
}
