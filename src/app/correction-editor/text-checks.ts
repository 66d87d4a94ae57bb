import type { Paragraph } from '../../core/work/model.ts';
import type { Glossary } from '../../core/work/glossary.ts';
import { type Running, startCheckWorker } from '../../worker/bridge.ts';
import type { CheckWorker } from '../../worker/check.worker.ts';
import type { TypedFinding } from '../../worker/check-typed.ts';
import type { OpenedWork } from '../opened-work.ts';
import type { WrittenText } from './correction-editor.ts';

/** What of the worker is used. */
export type TypedChecker = Pick<Running<CheckWorker>, 'api' | 'failed' | 'stop'>;

/** Milliseconds in which texts that follow each other are one. */
const PAUSE = 100;
/** Rows on each side by which the checks learn what the texts usually do: enough, and copied in no time. */
const AROUND = 200;

/**
 * Checks a text while it is typed, in a worker of its own that ends with it. One run at a time, of what stands there
 * when it begins; what is found in a text that has changed meanwhile is not told. Where the worker fails nothing is
 * found, and the text is written all the same.
 */
export class TextChecks {
  readonly #tell: (findings: readonly TypedFinding[], text: string) => void;
  readonly #start: () => TypedChecker;
  #worker: TypedChecker | undefined;
  #begun: readonly unknown[] = [];
  #wanted: (() => Promise<void>) | undefined;
  #now = '';
  #timer: ReturnType<typeof setTimeout> | undefined;
  #runs = false;

  /** @param tell gets what was found in the text as it stands now */
  constructor(
    tell: (findings: readonly TypedFinding[], text: string) => void,
    start: () => TypedChecker = startCheckWorker,
  ) {
    this.#tell = tell;
    this.#start = start;
  }

  /** Checks a text soon. */
  show(opened: OpenedWork, variant: string, written: WrittenText, glossary?: Glossary): void {
    this.#now = written.text;
    this.#wanted = () => this.#check(opened, variant, written, glossary);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#run(), PAUSE);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#wanted = undefined;
    this.#worker?.stop();
    this.#worker = undefined;
    this.#begun = [];
    // What the worker was at is never answered.
    this.#runs = false;
  }

  async #run(): Promise<void> {
    if (this.#runs) return;
    this.#runs = true;
    for (let next; (next = this.#wanted) !== undefined;) {
      this.#wanted = undefined;
      try {
        await next();
      } catch {
        this.stop();
        return;
      }
      if (!this.#isRunning) return;
    }
    this.#runs = false;
  }

  get #isRunning(): boolean {
    return this.#runs;
  }

  async #check(
    opened: OpenedWork,
    variant: string,
    { text, base, paragraphs }: WrittenText,
    glossary: Glossary | undefined,
  ): Promise<void> {
    const [paragraph] = paragraphs;
    if (paragraph === undefined) return;
    const begun = [opened.texts, variant, paragraph, opened.work.reference, glossary];
    if (begun.some((each, at) => each !== this.#begun[at]))
      await this.#begin(opened, variant, paragraph, glossary);
    this.#begun = begun;
    const worker = this.#worker;
    if (!worker) return;
    const hasReference = paragraphs.length === 1;
    const asked = worker.api.checkTyped({ variant, paragraph, base, text, hasReference });
    const found = await Promise.race([asked, worker.failed]);
    if (worker === this.#worker && text === this.#now) this.#tell(found, text);
  }

  /** Gives a worker the texts around a paragraph. */
  async #begin(
    opened: OpenedWork,
    variant: string,
    paragraph: string,
    glossary: Glossary | undefined,
  ): Promise<void> {
    this.#worker?.stop();
    const worker = this.#start();
    this.#worker = worker;
    const { reference } = opened.work;
    const at = opened.indexOf(paragraph);
    const near = opened.rows.slice(Math.max(0, at - AROUND), at + AROUND + 1);
    for (const id of new Set([variant, reference])) {
      const paragraphs = near.flatMap(({ cells }): readonly Paragraph[] => cells.get(id) ?? []);
      const added = worker.api.addText({ variant: id, lang: opened.variant(id)?.lang ?? 'und', paragraphs });
      await Promise.race([added, worker.failed]);
    }
    await Promise.race([worker.api.beginTyped({ reference, glossary }), worker.failed]);
  }
}
