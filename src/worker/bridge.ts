import { type Remote, wrap } from 'comlink';
import type { CompareWorker } from './compare.worker.ts';
import compareUrl from './compare.worker.ts?worker&url';

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
    if (url !== compareUrl) throw new TypeError('Not a worker of this page');
    return url;
  },
});

/** A running worker. `failed` settles (it never fulfils) when the worker cannot start or dies. */
export interface Running<T> {
  readonly api: Remote<T>;
  readonly failed: Promise<never>;
}

/** Starts the worker that compares texts, so that no diff ever holds up the page. */
export function startCompareWorker(): Running<CompareWorker> {
  const worker = new Worker(policy?.createScriptURL(compareUrl) ?? compareUrl, {
    type: 'module',
    name: 'lesart-compare',
  });
  const failed = new Promise<never>((_resolve, reject) => {
    worker.addEventListener('error', (event) => {
      reject(new Error(event.message || 'The comparison worker did not start'));
    });
  });
  failed.catch(() => undefined);
  return { api: wrap<CompareWorker>(worker), failed };
}
