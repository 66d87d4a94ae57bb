import { type Remote, wrap } from 'comlink';
import type { CheckWorker } from './check.worker.ts';
import type { ImportWorker } from './import.worker.ts';
import type { MetricWorker } from './metric.worker.ts';
import { type Started, startWorker } from './start.ts';

/** A running worker that reports while it works. */
export interface Running<T> extends Omit<Started, 'worker'> {
  readonly api: Remote<T>;
}

/** Starts the worker that reads files into works, so that no file is too long for the page. */
export function startImportWorker(): Running<ImportWorker> {
  const { worker, ...started } = startWorker('import');
  return { api: wrap<ImportWorker>(worker), ...started };
}

/** Starts the worker that runs checks, with its model of languages, so that no work is too long for the page. */
export function startCheckWorker(): Running<CheckWorker> {
  const { worker, ...started } = startWorker('check');
  return { api: wrap<CheckWorker>(worker), ...started };
}

/** Starts the worker that measures texts against each other; a long one takes it many seconds. */
export function startMetricWorker(): Running<MetricWorker> {
  const { worker, ...started } = startWorker('metric');
  return { api: wrap<MetricWorker>(worker), ...started };
}
