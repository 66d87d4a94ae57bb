import alignUrl from './align.worker.ts?worker&url';
import checkUrl from './check.worker.ts?worker&url';
import compareUrl from './compare.worker.ts?worker&url';
import exportUrl from './export.worker.ts?worker&url';
import importUrl from './import.worker.ts?worker&url';
import memoryUrl from './memory.worker.ts?worker&url';
import metricUrl from './metric.worker.ts?worker&url';
import wordsUrl from './words.worker.ts?worker&url';

/** The page's workers. */
const URLS = {
  align: alignUrl,
  compare: compareUrl,
  export: exportUrl,
  import: importUrl,
  check: checkUrl,
  memory: memoryUrl,
  metric: metricUrl,
  words: wordsUrl,
};

/** The page's policy allows scripts of its own only; where Trusted Types are enforced, this says which. */
const policy = (
  globalThis as unknown as {
    trustedTypes?: {
      createPolicy(
        name: string,
        rules: { createScriptURL(url: string): string },
      ): { createScriptURL(url: string): string };
    };
  }
).trustedTypes?.createPolicy('lesart-worker', {
  createScriptURL: (url) => {
    if (!Object.values(URLS).includes(url)) throw new TypeError('Not a worker of this page');
    return url;
  },
});

/** A worker that runs. `failed` settles (it never fulfils) when it cannot start or dies. */
export interface Started {
  readonly worker: Worker;
  readonly failed: Promise<never>;
  /** Ends the worker, with all that it is at and holds; what was asked of it is never answered. */
  readonly stop: () => void;
}

export function startWorker(name: keyof typeof URLS): Started {
  const url = URLS[name];
  const worker = new Worker(policy?.createScriptURL(url) ?? url, { type: 'module', name: `lesart-${name}` });
  const failed = new Promise<never>((_resolve, reject) => {
    worker.addEventListener('error', (event) => {
      reject(new Error(event.message || `The worker ${name} did not start`));
    });
  });
  failed.catch(() => undefined);
  return {
    worker,
    failed,
    stop: () => {
      worker.terminate();
    },
  };
}
