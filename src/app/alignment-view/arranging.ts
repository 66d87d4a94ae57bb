import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type RowAlignment, alignmentSteps } from '../../core/contribution/alignment.ts';
import { finish } from '../../core/steps.ts';
import type { OpenedWork } from '../opened-work.ts';
import { inSlices } from '../statistics-view/in-slices.ts';

/** Paragraphs that are put into rows at once; more are done in slices, so that the page goes on. */
const FEW = 20_000;

/** The rows of a work, made anew when its texts or the alignment records are others. */
export class Arranging implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #from: readonly unknown[] = [];
  #stop: AbortController | undefined;
  #alignment: RowAlignment | undefined;
  #ready: Promise<unknown> = Promise.resolve();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#stop?.abort();
    this.#from = [];
  }

  /** The last that was made; for a long work that was just changed not yet its own. */
  get alignment(): RowAlignment | undefined {
    return this.#alignment;
  }

  /** Settles when `alignment` is that of the last work that was given. */
  get ready(): Promise<unknown> {
    return this.#ready;
  }

  /** Before each rendering. */
  turnTo({ work, order, fileTexts, fileState }: OpenedWork): void {
    const from = [work.slug, order.join('/'), fileTexts, fileState.alignments];
    if (from.every((each, index) => each === this.#from[index])) return;
    if (from[0] !== this.#from[0]) this.#alignment = undefined;
    this.#from = from;
    this.#stop?.abort();
    const steps = alignmentSteps(order, fileTexts, fileState.alignments);
    const size = [...fileTexts.values()].reduce((sum, { length }) => sum + length, 0);
    if (size <= FEW) {
      this.#alignment = finish(steps);
      return;
    }
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    this.#ready = inSlices(steps, signal).then(
      (alignment) => {
        this.#alignment = alignment;
        this.#host.requestUpdate();
      },
      (error: unknown) => {
        if (!signal.aborted) throw error;
      },
    );
  }
}
