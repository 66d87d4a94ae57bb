import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type Diff, diffTexts } from '../../core/compare/diff.ts';
import { type Comparing, startCompareWorker } from '../../worker/compare-bridge.ts';
import type { Outcome } from '../comparisons.ts';

interface Request {
  readonly base: string;
  readonly text: string;
  readonly lang: string;
}

/** Characters of both texts up to which the page compares them itself: some two milliseconds, less than asking costs. */
const SHORT = 6_000;

/**
 * The difference of a text that is being typed against its base: the last one is shown until the next is there. One
 * comparison runs at a time, of what stands there when it begins, so that none waits behind those of older keys; a
 * long one runs in a worker of its own, which ends with the host.
 */
export class LiveDiff implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #outcome: Outcome<Diff> = { state: 'running' };
  #shown: Request | undefined;
  #wanted: Request | undefined;
  #runs = false;
  #worker: Comparing | undefined;
  #dead = false;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#worker?.stop();
    this.#worker = undefined;
    // What the worker was at is never answered.
    this.#runs = false;
    this.#shown = undefined;
  }

  get outcome(): Outcome<Diff> {
    return this.#outcome;
  }

  /** Asks for the difference of two texts; the host renders again when it is there. */
  show(base: string, text: string, lang: string): void {
    const last = this.#wanted ?? this.#shown;
    if (last?.base === base && last.text === text && last.lang === lang) return;
    // Another base is another paragraph, or another beginning: the old difference says nothing of it.
    if (last?.base !== base) this.#outcome = { state: 'running' };
    this.#wanted = { base, text, lang };
    if (!this.#runs) void this.#run();
  }

  async #run(): Promise<void> {
    this.#runs = true;
    for (let next; (next = this.#wanted) !== undefined;) {
      this.#wanted = undefined;
      this.#shown = next;
      const outcome = await this.#compare(next);
      if (!this.#runs) return;
      // What was asked of another text meanwhile is shown when it comes.
      if (this.#isOf(next.base)) this.#outcome = outcome;
      this.#host.requestUpdate();
      // Rendered before the next one begins, so that keys come between.
      await this.#host.updateComplete;
    }
    this.#runs = false;
  }

  /** Whether the last that was asked for is of this base. */
  #isOf(base: string): boolean {
    return (this.#wanted ?? this.#shown)?.base === base;
  }

  async #compare({ base, text, lang }: Request): Promise<Outcome<Diff>> {
    if (base.length + text.length > SHORT && !this.#dead) {
      try {
        const worker = (this.#worker ??= startCompareWorker());
        return {
          state: 'done',
          value: await Promise.race([worker.api.diffTexts(base, text, { lang }), worker.failed]),
        };
      } catch {
        // Where no worker may be started the page compares by itself; the diff is bounded.
        this.#dead = true;
      }
    }
    return { state: 'done', value: diffTexts(base, text, { lang }) };
  }
}
