import type { LitElement, ReactiveController } from 'lit';
import { type Witnesses, readWitnesses } from '../../core/check/witness/witness-facts.ts';
import type { Progress } from '../../core/steps.ts';
import type { Row } from '../../core/work/rows.ts';
import type { OpenedWork } from '../opened-work.ts';
import { inSlices } from '../statistics-view/in-slices.ts';
import { TextsAsked, missingTexts } from '../texts-asked.ts';

/** While texts arrive one after the other, they are read once they have stopped, in milliseconds. */
const SETTLED = 150;

/** Whoever asks next for the witnesses of the same texts finds them read. */
const read = new WeakMap<readonly Row[], Witnesses>();

/**
 * What is usual for each variant of a work, read in slices from the texts that are there. The others are asked for,
 * once a work; what was read before they came stays until they are read too.
 */
export class WitnessReading implements ReactiveController {
  readonly #host: LitElement;
  readonly #progressed: ((progress: Progress) => void) | undefined;
  #opened: OpenedWork | undefined;
  #witnesses: Witnesses | undefined;
  #stop: AbortController | undefined;
  /** The work whose texts were asked for. */
  #asked: string | undefined;

  constructor(host: LitElement, progressed?: (progress: Progress) => void) {
    this.#host = host;
    this.#progressed = progressed;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#stop?.abort();
    this.#opened = undefined;
    this.#asked = undefined;
  }

  /** Of the work that is followed; undefined until its texts are read. */
  get witnesses(): Witnesses | undefined {
    return this.#witnesses;
  }

  /** Reads a work unless it is the one that was read; before each rendering. */
  follow(opened: OpenedWork): void {
    const before = this.#opened;
    if (before?.rows === opened.rows) return;
    if (before?.work.slug !== opened.work.slug) this.#witnesses = undefined;
    this.#opened = opened;
    this.#stop?.abort();
    this.#stop = undefined;
    const known = read.get(opened.rows);
    if (known) this.#witnesses = known;
    else void this.#read(opened, (this.#stop = new AbortController()).signal);
    this.#ask(opened);
  }

  #ask(opened: OpenedWork): void {
    const missing = missingTexts(opened);
    const { slug } = opened.work;
    if (missing.length === 0 || this.#asked === slug) return;
    this.#asked = slug;
    // The host is about to render; what the answer changes is rendered after that.
    void this.#host.updateComplete.then(() => {
      if (this.#host.isConnected) this.#host.dispatchEvent(new TextsAsked(missing));
    });
  }

  async #read(opened: OpenedWork, signal: AbortSignal): Promise<void> {
    try {
      if (missingTexts(opened).length > 0) await new Promise((resolve) => setTimeout(resolve, SETTLED));
      const witnesses = await inSlices(readWitnesses(opened.work, opened.rows), signal, this.#progressed);
      read.set(opened.rows, witnesses);
      this.#witnesses = witnesses;
      this.#host.requestUpdate();
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }
}
