import { type Asked, asking } from './ask.ts';
import type { CompareWorker } from './compare.worker.ts';
import { type Started, startWorker } from './start.ts';

/** The running worker that compares texts. */
export interface Comparing extends Omit<Started, 'worker'> {
  readonly api: Asked<CompareWorker>;
}

/** Starts the worker that compares texts, so that no diff ever holds up the page. */
export function startCompareWorker(): Comparing {
  const { worker, ...started } = startWorker('compare');
  return { api: asking<CompareWorker>(worker), ...started };
}
