import { type Remote, wrap } from 'comlink';
import type { AlignWorker } from './align.worker.ts';
import type { CheckWorker } from './check.worker.ts';
import type { ExportWorker } from './export.worker.ts';
import type { ImportWorker } from './import.worker.ts';
import type { MemoryWorker } from './memory.worker.ts';
import type { MetricWorker } from './metric.worker.ts';
import type { WordsWorker } from './words.worker.ts';
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

/** Starts the worker that writes works to files and reads corrections back from them. */
export function startExportWorker(): Running<ExportWorker> {
  const { worker, ...started } = startWorker('export');
  return { api: wrap<ExportWorker>(worker), ...started };
}

/** Starts the worker that remembers corrections: it reads all works of the device. */
export function startMemoryWorker(): Running<MemoryWorker> {
  const { worker, ...started } = startWorker('memory');
  return { api: wrap<MemoryWorker>(worker), ...started };
}

/** Starts the worker that finds the words of other variants that say the same. */
export function startWordsWorker(): Running<WordsWorker> {
  const { worker, ...started } = startWorker('words');
  return { api: wrap<WordsWorker>(worker), ...started };
}

/** Starts the worker that aligns texts anew; a long work takes it minutes. */
export function startAlignWorker(): Running<AlignWorker> {
  const { worker, ...started } = startWorker('align');
  return { api: wrap<AlignWorker>(worker), ...started };
}
