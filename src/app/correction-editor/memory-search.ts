import type { MemoryQuery, RememberedCorrection } from '../../core/contribution/correction-memory.ts';
import { language } from '../../i18n/i18n.ts';
import { wording } from '../../i18n/local-text.ts';
import { type Running, startMemoryWorker } from '../../worker/bridge.ts';
import type { MemoryAnswers, MemoryWorker } from '../../worker/memory.worker.ts';
import type { OpenedWork } from '../opened-work.ts';
import type { WrittenText } from './correction-editor.ts';
import type { MemoryFound } from './memory-list.ts';

/** What of the worker is used. */
export type Rememberer = Pick<Running<MemoryWorker>, 'api' | 'failed' | 'stop'>;

const BASE = import.meta.env.BASE_URL;

/**
 * Looks for earlier corrections in a worker that stays, with what it has read of other works, until another work or
 * language is turned to. Where it fails nothing is offered.
 */
export class MemorySearch {
  readonly #tell: (found: MemoryFound) => void;
  readonly #start: () => Rememberer;
  #worker: Rememberer | undefined;
  #begun = '';
  #own: unknown;
  #asked = '';

  constructor(tell: (found: MemoryFound) => void, start: () => Rememberer = startMemoryWorker) {
    this.#tell = tell;
    this.#start = start;
  }

  /** Looks for what may do for a paragraph, unless that was looked for last. */
  show(opened: OpenedWork, variant: string, { base, paragraphs }: WrittenText): void {
    const [paragraph] = paragraphs;
    const { work } = opened;
    const target = opened.variant(variant)?.lang;
    const source = opened.variant(work.reference)?.lang;
    if (paragraph === undefined || target === undefined || source === undefined) return;
    if (variant === work.reference || paragraphs.length > 1) return;
    const said = sourceOf(opened, paragraph);
    const query: MemoryQuery = {
      work: work.slug,
      variant,
      paragraph,
      base,
      ...(said === undefined ? {} : { source: said }),
    };
    const asked = JSON.stringify(query);
    if (asked === this.#asked) return;
    this.#asked = asked;
    void this.#find(opened, { source, target }, query).then(
      (found) => {
        if (this.#asked === asked) this.#tell(foundOf(found));
      },
      () => {
        this.stop();
      },
    );
  }

  /** The editor was left: what comes is for nobody. */
  leave(): void {
    this.#asked = '';
  }

  stop(): void {
    this.#worker?.stop();
    this.#worker = this.#own = undefined;
    this.#begun = this.#asked = '';
  }

  async #find(
    opened: OpenedWork,
    pair: { readonly source: string; readonly target: string },
    query: MemoryQuery,
  ): Promise<MemoryAnswers> {
    const { slug, title } = opened.work;
    const begun = JSON.stringify([slug, pair]);
    const worker = (this.#worker ??= this.#start());
    const { api, failed } = worker;
    const steps: Promise<void>[] = [];
    if (this.#begun !== begun) {
      const root = new URL(BASE, location.href).href;
      steps.push(api.begin({ root, slug, title, pair }));
      this.#own = undefined;
    }
    this.#begun = begun;
    if (this.#own !== opened.state.corrections) steps.push(api.setOwn(ownCorrections(opened, pair.target)));
    this.#own = opened.state.corrections;
    // What is sent is taken in its order: no need to wait for one before the next.
    const found = api.find(query);
    await Promise.race([Promise.all(steps), failed]);
    return await Promise.race([found, failed]);
  }
}

const sourceOf = (opened: OpenedWork, paragraph: string): string | undefined =>
  opened.paragraph(opened.work.reference, paragraph)?.text;

/** The open work's corrections in a language, rejected ones aside. */
function ownCorrections(opened: OpenedWork, lang: string): readonly RememberedCorrection[] {
  const found: RememberedCorrection[] = [];
  for (const folded of opened.state.corrections.values()) {
    for (const { correction, status } of folded) {
      const { variant } = correction;
      if (status === 'rejected' || opened.variant(variant)?.lang !== lang) continue;
      const { work, paragraph, author, time, base, text } = correction;
      const source = sourceOf(opened, paragraph);
      found.push({
        ...{ work, variant, paragraph, author, time, base, text },
        ...(source === undefined ? {} : { source }),
      });
    }
  }
  return found;
}

const foundOf = ({ answers, ...found }: MemoryAnswers): MemoryFound => ({
  ...found,
  offers: answers.map(({ unit, title, similarity, isExact, asked }) => ({
    ...{ target: unit.target, source: unit.source, similarity, isExact, asked },
    work: wording(title, language())?.text ?? unit.work,
    author: unit.author,
    time: unit.time,
  })),
});
