import { type Remote, wrap } from 'comlink';
import type { CheckWorker } from './check.worker.ts';
import checkUrl from './check.worker.ts?worker&url';
import type { CompareWorker } from './compare.worker.ts';
import compareUrl from './compare.worker.ts?worker&url';
import type { ImportWorker } from './import.worker.ts';
import importUrl from './import.worker.ts?worker&url';

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
    if (![compareUrl, importUrl, checkUrl].includes(url)) throw new TypeError('Not a worker of this page');
    return url;
  },
});

/** A running worker. `failed` settles (it never fulfils) when the worker cannot start or dies. */
export interface Running<T> {
  readonly api: Remote<T>;
  readonly failed: Promise<never>;
  /** Ends the worker, with all that it is at and holds; what was asked of it is never answered. */
  readonly stop: () => void;
}

/** Starts the worker that compares texts, so that no diff ever holds up the page. */
export function startCompareWorker(): Running<CompareWorker> {
  return start(compareUrl, 'lesart-compare');
}

/** Starts the worker that reads files into works, so that no file is too long for the page. */
export function startImportWorker(): Running<ImportWorker> {
  return start(importUrl, 'lesart-import');
}

/** Starts the worker that runs checks, with its model of languages, so that no work is too long for the page. */
export function startCheckWorker(): Running<CheckWorker> {
  return start(checkUrl, 'lesart-check');
}

function start<T>(url: string, name: string): Running<T> {
  const worker = new Worker(policy?.createScriptURL(url) ?? url, { type: 'module', name });
  const failed = new Promise<never>((_resolve, reject) => {
    worker.addEventListener('error', (event) => {
      reject(new Error(event.message || `The worker ${name} did not start`));
    });
  });
  failed.catch(() => undefined);
  return {
    api: wrap<T>(worker),
    failed,
    stop: () => {
      worker.terminate();
    },
  };
}
