import type { Reading } from '../core/compare/meaning.ts';
import type { Paragraph } from '../core/work/model.ts';
import { startWordsWorker } from '../worker/bridge.ts';
import type { BackRead, WordsReply } from '../worker/words.worker.ts';
import type { OpenedWork } from './opened-work.ts';

/** Rows that are sent to the worker in one piece. */
const PORTION = 500;

/** A character of a paragraph. */
export interface WordPlace {
  readonly variant: string;
  /** Index of the row. */
  readonly row: number;
  /** UTF-16, in the row's text. */
  readonly offset: number;
}

interface Sent {
  readonly paragraphs: readonly Paragraph[];
  /** Fulfils when the worker has all of it. */
  readonly done: Promise<void>;
}

/** A worker with what it was told of one work. */
class KnownWork {
  readonly #worker = startWordsWorker();
  readonly #sent = new Map<string, Sent>();
  #rows: OpenedWork['rows'];

  constructor(opened: OpenedWork) {
    this.#rows = opened.rows;
  }

  /** Whether it is the same work, in the same rows, as far as it was told. */
  isOf(opened: OpenedWork): boolean {
    if (opened.rows === this.#rows) return true;
    const isSame =
      opened.rows.length === this.#rows.length &&
      opened.rows.every(({ id }, index) => id === this.#rows[index]?.id) &&
      [...this.#sent].every(([variant, { paragraphs }]) => opened.texts.get(variant) === paragraphs);
    // Another text came: the next time needs no second look.
    if (isSame) this.#rows = opened.rows;
    return isSame;
  }

  stop(): void {
    this.#worker.stop();
  }

  async counterparts(
    opened: OpenedWork,
    { variant, row, offset }: WordPlace,
    columns: readonly string[],
    learns: boolean,
  ): Promise<WordsReply | undefined> {
    await this.#send(opened, [variant, ...columns]);
    return this.#answered(this.#worker.api.counterparts(variant, row, offset, columns, learns));
  }

  async reading(opened: OpenedWork, question: BackRead): Promise<Reading | undefined> {
    await this.#send(opened, [question.subject, question.back]);
    return this.#answered(this.#worker.api.reading(question));
  }

  #answered<T>(answer: Promise<T>): Promise<T> {
    return Promise.race([answer, this.#worker.failed]);
  }

  async #send(opened: OpenedWork, variants: readonly string[]): Promise<void> {
    await Promise.all(
      variants.map((id) => {
        const paragraphs = opened.texts.get(id);
        if (paragraphs === undefined) return undefined;
        let sent = this.#sent.get(id);
        if (!sent) this.#sent.set(id, (sent = { paragraphs, done: this.#sendText(opened, id) }));
        return sent.done;
      }),
    );
  }

  async #sendText(opened: OpenedWork, variant: string): Promise<void> {
    const lang = opened.variant(variant)?.lang ?? 'und';
    for (let at = 0; at < opened.rows.length; at += PORTION) {
      const rows = opened.rows
        .slice(at, at + PORTION)
        .map(({ cells }) => (cells.get(variant) ?? []).map(({ text }) => text).join('\n'));
      await this.#answered(this.#worker.api.addText({ variant, lang, rows }));
    }
  }
}

let known: KnownWork | undefined;
/** The worker could not start, or died: the page does without. */
let isDead = false;

async function ask<T>(
  opened: OpenedWork,
  question: (work: KnownWork) => Promise<T | undefined>,
): Promise<T | undefined> {
  if (isDead) return undefined;
  if (!known?.isOf(opened)) {
    known?.stop();
    known = undefined;
  }
  try {
    return await question((known ??= new KnownWork(opened)));
  } catch {
    isDead = true;
    return undefined;
  }
}

/**
 * The words of other variants that say what the word at a place says. Undefined where there is no word, or no answer.
 * @param learns whether links that are not known yet are learnt first, a second for each variant
 */
export const counterpartsOf = (
  opened: OpenedWork,
  place: WordPlace,
  columns: readonly string[],
  learns: boolean,
): Promise<WordsReply | undefined> =>
  ask(opened, (work) => work.counterparts(opened, place, columns, learns));

/**
 * What a paragraph of the subject says otherwise than the reference, carried to its words where their links with the
 * back-translation are sure.
 */
export function wordReading(
  opened: OpenedWork,
  paragraph: string,
  texts: BackRead['texts'],
): Promise<Reading | undefined> {
  const { subject } = opened.work;
  const back = opened.backTranslationOf(subject)?.id;
  const row = opened.indexOf(paragraph);
  if (back === undefined || row < 0) return Promise.resolve(undefined);
  return ask(opened, (work) => work.reading(opened, { subject, back, row, texts }));
}
