import { proxy } from 'comlink';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Realigned } from '../../worker/align.worker.ts';
import { startAlignWorker } from '../../worker/bridge.ts';
import type { OpenedWork } from '../opened-work.ts';

/** Paragraphs that are sent to the worker at once: some milliseconds of copying. */
const PORTION = 1000;

/** Aligns the texts of a work anew, in a worker of its own. */
export class Aligning implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #stop: (() => void) | undefined;
  #share: number | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.stop();
  }

  /** How much is done, 0 to 1; undefined: nothing runs. */
  get share(): number | undefined {
    return this.#share;
  }

  /** Gives it up: what was asked resolves to `stopped`. */
  stop(): void {
    this.#stop?.();
  }

  /** Rejects with what went wrong in the worker. */
  async run({ work, order, fileTexts, fileState }: OpenedWork): Promise<Realigned | 'stopped' | undefined> {
    this.stop();
    const { api, failed, stop } = startAlignWorker();
    const stopped = new Promise<'stopped'>((resolve) => {
      this.#stop = () => {
        resolve('stopped');
      };
    });
    this.#turnTo(0);
    const working = async (): Promise<Realigned | undefined> => {
      for (const [variant, paragraphs] of fileTexts)
        for (let at = 0; at < paragraphs.length; at += PORTION)
          await api.addText(variant, paragraphs.slice(at, at + PORTION));
      const langs = new Map(work.variants.map(({ id, lang }) => [id, lang]));
      const report = (share: number): void => {
        if (this.#share !== undefined) this.#turnTo(share);
      };
      return api.run({ order, langs, records: fileState.alignments }, proxy(report));
    };
    try {
      return await Promise.race([working(), stopped, failed]);
    } finally {
      stop();
      this.#stop = undefined;
      this.#turnTo(undefined);
    }
  }

  #turnTo(share: number | undefined): void {
    this.#share = share;
    this.#host.requestUpdate();
  }
}
