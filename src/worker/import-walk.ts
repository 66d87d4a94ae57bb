import type { Steps } from '../core/steps.ts';

/** Milliseconds of work between two looks at what the page says. */
const SLICE = 100;

/** Lets messages from the page through. */
const breathe = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve);
  });

/** Breathes when the last breath was a while ago. */
export class Breather {
  #last = performance.now();
  readonly #signal: AbortSignal;

  constructor(signal: AbortSignal) {
    this.#signal = signal;
  }

  /**
   * Calls `report` and lets the page speak, if it is time to.
   * @throws the signal's reason when the page has cancelled
   */
  async rest(report: () => void): Promise<void> {
    if (performance.now() - this.#last < SLICE) return;
    report();
    await breathe();
    this.#signal.throwIfAborted();
    this.#last = performance.now();
  }
}

/** Does all steps with breaths in between. */
export async function walk<T>(
  steps: Steps<T>,
  breather: Breather,
  report: (share: number) => void,
): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    const { done, total } = step.value;
    await breather.rest(() => {
      report(total === 0 ? 0 : done / total);
    });
  }
}
