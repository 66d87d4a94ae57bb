/** How far a long piece of work has come. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

/**
 * Work in steps of a few milliseconds: the caller may show how far it is, let the page breathe between two
 * steps, or give it up by not asking for the next one.
 */
export type Steps<T> = Generator<Progress, T, void>;

/** Does all steps at once. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
