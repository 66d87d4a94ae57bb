import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Diff } from '../core/compare/diff.ts';
import type { Reading } from '../core/compare/meaning.ts';
import { type Comparing, startCompareWorker } from '../worker/compare-bridge.ts';

/** A text with its language. */
export interface LangText {
  readonly text: string;
  readonly lang: string;
}

/** A comparison that was asked for: still running, there, or not to be had. */
export type Outcome<T> =
  | { readonly state: 'running' }
  | { readonly state: 'done'; readonly value: T }
  | { readonly state: 'failed'; readonly reason: string };

/** How many results are kept beyond those that the last rendering asked for: a few screens of rows. */
const KEPT = 600;

/** Milliseconds until the first results are looked at closer: the first view has come to rest by then. */
const REST = 2000;

/** Characters of a request; a paragraph beyond that is no paragraph, and copying it would hold up the page. */
const LONGEST = 2_000_000;

const failed = (error: unknown): Outcome<never> => ({
  state: 'failed',
  reason: error instanceof Error ? error.message : String(error),
});

const TOO_LONG: Outcome<never> = { state: 'failed', reason: 'too-long' };

const RUNNING = { state: 'running' } as const;

/** Comparisons from the worker, by their texts: asked for while rendering, shown when they come. */
export class Comparisons extends EventTarget {
  readonly #outcomes = new Map<string, Outcome<unknown>>();
  #worker: Comparing | undefined;
  #dead: Error | undefined;
  #announced = false;
  /** Renderings so far, and the one that last asked for each result. */
  #round = 0;
  readonly #askedIn = new Map<string, number>();
  #rest: Promise<void> | undefined;

  /** What changed from one text to another. */
  diff(old: LangText, next: LangText): Outcome<Diff> {
    return this.#ask(['diff', old, next], (api) =>
      api.diffTexts(old.text, next.text, { lang: old.lang, newLang: next.lang }),
    );
  }

  /**
   * What the subject says otherwise than the reference, seen through its back-translation.
   * @param closer says it more exactly, and takes its time; shown when it comes, if it comes
   */
  meaning(
    subject: LangText,
    back: LangText,
    reference: LangText,
    closer?: () => Promise<Reading | undefined>,
  ): Outcome<Reading> {
    return this.#ask(
      ['meaning', subject, back, reference],
      (api) => api.meaning(subject, back, reference),
      closer,
    );
  }

  #ask<T>(
    request: readonly [string, ...LangText[]],
    run: (api: Comparing['api']) => Promise<T>,
    closer?: () => Promise<T | undefined>,
  ): Outcome<T> {
    const key = JSON.stringify(request);
    if (key.length > LONGEST) return TOO_LONG;
    this.#askedIn.set(key, this.#round);
    const known = this.#outcomes.get(key);
    if (known) {
      // Used last, dropped last.
      this.#outcomes.delete(key);
      this.#outcomes.set(key, known);
      return known as Outcome<T>;
    }
    this.#outcomes.set(key, RUNNING);
    this.#run(run).then(
      (value) => {
        this.#settle(key, { state: 'done', value });
        if (closer) void this.#lookCloser(key, closer);
      },
      (error: unknown) => {
        this.#settle(key, failed(error));
      },
    );
    return RUNNING;
  }

  async #lookCloser(key: string, closer: () => Promise<unknown>): Promise<void> {
    await (this.#rest ??= new Promise((resolve) => setTimeout(resolve, REST)));
    // What is no longer kept was scrolled past. What cannot be had leaves things as they are.
    const value = this.#outcomes.has(key) && (await closer().catch(() => undefined));
    if (value) this.#settle(key, { state: 'done', value });
  }

  /** Rejects, and never throws, where a worker may not be started. */
  async #run<T>(run: (api: Comparing['api']) => Promise<T>): Promise<T> {
    if (this.#dead) throw this.#dead;
    this.#worker ??= this.#start();
    return run(this.#worker.api);
  }

  /** A worker that dies settles all that waits for it; a race with its death would keep every result alive. */
  #start(): Comparing {
    const worker = startCompareWorker();
    worker.failed.catch((error: unknown) => {
      this.#dead = error instanceof Error ? error : new Error(String(error));
      for (const [key, { state }] of this.#outcomes)
        if (state === 'running') this.#settle(key, failed(error));
    });
    return worker;
  }

  #settle(key: string, outcome: Outcome<unknown>): void {
    this.#outcomes.set(key, outcome);
    for (const [oldest, { state }] of this.#outcomes) {
      if (this.#outcomes.size <= KEPT) break;
      // What is on screen stays, however much it is: dropped, it would be asked for again at once.
      if (state === 'running' || (this.#askedIn.get(oldest) ?? 0) >= this.#round - 1) continue;
      this.#outcomes.delete(oldest);
      this.#askedIn.delete(oldest);
    }
    if (this.#announced) return;
    // One announcement for all that arrive together.
    this.#announced = true;
    setTimeout(() => {
      this.#announced = false;
      this.#round += 1;
      this.dispatchEvent(new Event('settled'));
    });
  }
}

const known = new WeakMap<Node, Comparisons>();

/** Gives an element and all that is in it these comparisons. */
export function provideComparisons(host: Element, comparisons: Comparisons): void {
  known.set(host, comparisons);
}

/** The comparisons of the nearest element around one that has some. @throws when there is none */
export function comparisonsOf(element: Element): Comparisons {
  for (let at: Node | null = element; at; at = at instanceof ShadowRoot ? at.host : at.parentNode) {
    const found = known.get(at);
    if (!found) continue;
    // Also when it is taken off the page.
    known.set(element, found);
    return found;
  }
  throw new Error(`${element.localName} is in no element that has comparisons`);
}

/** Re-renders its host when comparisons arrive. */
export class ComparisonsController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #service: () => Comparisons;
  #listening: Comparisons | undefined;
  readonly #settled = (): void => {
    this.#host.requestUpdate();
  };

  constructor(host: ReactiveControllerHost, service: () => Comparisons) {
    this.#host = host;
    this.#service = service;
    host.addController(this);
  }

  hostConnected(): void {
    // Put back into the page, it has missed what arrived meanwhile.
    this.#host.requestUpdate();
  }

  hostUpdated(): void {
    if (this.#listening) return;
    this.#listening = this.#service();
    this.#listening.addEventListener('settled', this.#settled);
  }

  hostDisconnected(): void {
    this.#listening?.removeEventListener('settled', this.#settled);
    this.#listening = undefined;
  }
}
