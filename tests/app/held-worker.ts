import { onTestFinished, vi } from 'vitest';
import { diffTexts } from '../../src/core/compare/diff.ts';
import { meaning } from '../../src/core/compare/meaning.ts';
import { type Port, answer } from '../../src/worker/ask.ts';

/** What a test knows of the workers that its page started, and does to them. */
export interface HeldWorkers {
  /** How many were started. */
  readonly started: () => number;
  /** How many requests wait or were answered. */
  readonly asked: () => number;
  /** Answers all that wait, in one turn. */
  readonly answer: () => void;
  /** Ends all with an error, as a script that cannot be had does. */
  readonly die: (message: string) => void;
}

const comparator = { diffTexts, meaning };

/** Until the test ends, workers compute in the page, and only when they are told to. */
export function holdWorkers(api: typeof comparator = comparator): HeldWorkers {
  const workers: HeldWorker[] = [];
  let asked = 0;

  class HeldWorker extends EventTarget {
    readonly #requests = new EventTarget();
    #waiting: unknown[] = [];

    constructor() {
      super();
      workers.push(this);
      answer(api, {
        addEventListener: this.#requests.addEventListener.bind(this.#requests) as Port['addEventListener'],
        postMessage: (data) => this.dispatchEvent(new MessageEvent('message', { data })),
      });
    }

    postMessage(data: unknown): void {
      asked += 1;
      this.#waiting.push(data);
    }

    answer(): void {
      for (const data of this.#waiting.splice(0))
        this.#requests.dispatchEvent(new MessageEvent('message', { data, origin: location.origin }));
    }
  }

  vi.stubGlobal('Worker', HeldWorker);
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
  return {
    started: () => workers.length,
    asked: () => asked,
    answer: () => {
      for (const worker of workers) worker.answer();
    },
    die: (message) => {
      for (const worker of workers) worker.dispatchEvent(new ErrorEvent('error', { message }));
    },
  };
}
