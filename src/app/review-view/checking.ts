import { proxy } from 'comlink';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Finding } from '../../core/check/finding.ts';
import type { Glossary } from '../../core/work/glossary.ts';
import { type Running, startCheckWorker } from '../../worker/bridge.ts';
import type { CheckPortion } from '../../worker/check-run.ts';
import type { CheckWorker } from '../../worker/check.worker.ts';
import type { OpenedWork } from '../opened-work.ts';

/** How a run stands; `stopped` by the reader. */
export type CheckState =
  | { readonly state: 'running'; readonly done: number; readonly total: number }
  | { readonly state: 'done' }
  | { readonly state: 'stopped'; readonly done: number; readonly total: number }
  | { readonly state: 'failed'; readonly reason: string };

interface Result {
  readonly glossary: Glossary | undefined;
  readonly checks: readonly string[];
  readonly findings: readonly Finding[];
  readonly unlisted: number;
}

/** Who comes back to the queue finds it as it was left, while the texts are the same. */
const results = new WeakMap<OpenedWork['texts'], Result>();

/** Paragraphs that are sent to the worker at once: some milliseconds of copying. */
const PORTION = 1000;
/** Milliseconds to wait for more texts before a run begins: those of a work come one after another. */
const SETTLE = 150;

/**
 * Runs checks over the texts of a work in a worker of their own and gathers what they find, as it comes. A run that
 * the reader stops keeps what it has found.
 */
export class Checking implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #asked: { readonly opened: OpenedWork; readonly glossary: Glossary | undefined } | undefined;
  #checks: readonly string[] = [];
  /** The checks whose findings are there, or that run now. */
  #taken: readonly string[] = [];
  #worker: Running<CheckWorker> | undefined;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #before = 0;

  /** In the order in which they were found. */
  findings: readonly Finding[] = [];
  /** How many more there are: what comes in too great a number is counted only. */
  unlisted = 0;
  now: CheckState = { state: 'running', done: 0, total: 0 };

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    // A host that is put back asks anew.
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#end();
    this.#asked = undefined;
  }

  /** Checks anew when the texts are others; runs what of the checks did not run yet. */
  turnTo(opened: OpenedWork, glossary: Glossary | undefined, checks: readonly string[]): void {
    const asked = this.#asked;
    this.#checks = checks;
    const isSame = asked?.opened.texts === opened.texts && asked.glossary === glossary;
    this.#asked = { opened, glossary };
    if (!isSame) this.#turn(opened, glossary);
    else if (this.now.state === 'done' && this.#missing.length > 0) this.#begin();
  }

  #turn({ texts }: OpenedWork, glossary: Glossary | undefined): void {
    const known = results.get(texts);
    if (known === undefined || known.glossary !== glossary) {
      this.again();
      return;
    }
    this.#end();
    this.findings = known.findings;
    this.unlisted = known.unlisted;
    this.#taken = known.checks;
    this.now = { state: 'done' };
    if (this.#missing.length > 0) this.#begin();
  }

  /** Runs all checks from the start. */
  again(): void {
    this.#end();
    this.findings = [];
    this.unlisted = 0;
    this.#taken = [];
    this.#begin();
  }

  /** Ends the run; what was found stays. */
  stop(): void {
    if (this.now.state !== 'running') return;
    const { done, total } = this.now;
    this.#end();
    this.now = { state: 'stopped', done, total };
    this.#host.requestUpdate();
  }

  get #missing(): readonly string[] {
    return this.#checks.filter((id) => !this.#taken.includes(id));
  }

  #end(): void {
    clearTimeout(this.#waiting);
    this.#worker?.stop();
    this.#worker = undefined;
  }

  #begin(): void {
    this.now = { state: 'running', done: 0, total: 0 };
    this.#waiting = setTimeout(() => {
      const checks = this.#missing;
      this.#taken = [...this.#taken, ...checks];
      this.#before = this.unlisted;
      void this.#run(checks);
    }, SETTLE);
    this.#host.requestUpdate();
  }

  async #run(checks: readonly string[]): Promise<void> {
    const asked = this.#asked;
    if (!asked) return;
    let worker: Running<CheckWorker> | undefined;
    // What a worker that was stopped was asked is never answered; one that dies answers by `failed`.
    const isCurrent = (): boolean => worker !== undefined && this.#worker === worker;
    try {
      worker = startCheckWorker();
      this.#worker = worker;
      await Promise.race([this.#work(worker, asked, checks, isCurrent), worker.failed]);
      if (!isCurrent()) return;
      this.now = { state: 'done' };
      const { findings, unlisted } = this;
      results.set(asked.opened.texts, { glossary: asked.glossary, checks: this.#taken, findings, unlisted });
    } catch (error) {
      if (worker !== undefined && !isCurrent()) return;
      this.now = { state: 'failed', reason: error instanceof Error ? error.message : String(error) };
    }
    this.#end();
    this.#host.requestUpdate();
    // A check may have been switched on meanwhile.
    if (this.now.state === 'done' && this.#missing.length > 0) this.#begin();
  }

  async #work(
    { api }: Running<CheckWorker>,
    { opened, glossary }: { readonly opened: OpenedWork; readonly glossary: Glossary | undefined },
    checks: readonly string[],
    isCurrent: () => boolean,
  ): Promise<void> {
    const { work, texts } = opened;
    for (const { id, lang, provenance } of work.variants) {
      const paragraphs = texts.get(id) ?? [];
      if (provenance === 'back-translation') continue;
      for (let at = 0; at < paragraphs.length && isCurrent(); at += PORTION)
        await api.addText({ variant: id, lang, paragraphs: paragraphs.slice(at, at + PORTION) });
    }
    if (!isCurrent()) return;
    const { subject, reference } = work;
    const take = (portion: CheckPortion): void => {
      if (isCurrent()) this.#take(portion);
    };
    await api.run({ checks, subject, reference, glossary }, proxy(take));
  }

  #take({ done, total, findings, unlisted }: CheckPortion): void {
    if (findings.length > 0) this.findings = [...this.findings, ...findings];
    this.unlisted = this.#before + unlisted;
    this.now = { state: 'running', done, total };
    this.#host.requestUpdate();
  }
}
