import type { Progress, Steps } from '../../core/steps.ts';

/** Milliseconds of work between two rests: a quarter of what counts as a long task. */
const SLICE = 12;
/** Between two reports of progress: each renders. */
const REPORT = 100;

/**
 * Does work in steps without holding up the page.
 * @param signal gives it up: the promise is then rejected with its reason
 */
export async function inSlices<T>(
  steps: Steps<T>,
  signal: AbortSignal,
  onProgress?: (progress: Progress) => void,
): Promise<T> {
  let until = performance.now() + SLICE;
  let next = performance.now() + REPORT;
  for (;;) {
    signal.throwIfAborted();
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() < until) continue;
    if (performance.now() >= next) {
      onProgress?.(step.value);
      next = performance.now() + REPORT;
    }
    await new Promise((resolve) => setTimeout(resolve));
    until = performance.now() + SLICE;
  }
}
