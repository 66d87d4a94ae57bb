import { expose } from 'comlink';
import type { AlignmentBody } from '../core/contribution/align-edits.ts';
import { alignmentOf } from '../core/contribution/alignment.ts';
import { changedRows, realign } from '../core/contribution/realign.ts';
import type { Alignment } from '../core/contribution/record.ts';
import { rowIds } from '../core/contribution/row-ids.ts';
import type { Paragraph } from '../core/work/model.ts';

export interface AlignRequest {
  /** Ids of variants, the subject first. */
  readonly order: readonly string[];
  /** By variant, BCP 47. */
  readonly langs: ReadonlyMap<string, string>;
  /** The alignment records that stand, sorted by id. */
  readonly records: readonly Alignment[];
}

export interface Realigned {
  readonly body: AlignmentBody;
  /** Rows that have other words than before. */
  readonly changed: number;
}

/** Milliseconds between two reports. */
const REPORT = 100;

const random = (): number => crypto.getRandomValues(new Uint32Array(1))[0]!;

const texts = new Map<string, Paragraph[]>();

/** What the worker answers. To cancel a run, stop the worker. */
const aligner = {
  /** Takes a portion of a file's text: sent whole, a long work would hold up the page while it is copied. */
  addText(variant: string, paragraphs: readonly Paragraph[]): void {
    const known = texts.get(variant);
    if (known) for (const paragraph of paragraphs) known.push(paragraph);
    else texts.set(variant, [...paragraphs]);
  },

  /** @param report called now and then with the share of the work that is done, a proxy of the page's */
  run({ order, langs, records }: AlignRequest, report: (share: number) => unknown): Realigned | undefined {
    const before = alignmentOf(order, texts, records);
    const steps = realign(before, records, langs, rowIds(before.known, random));
    let next = performance.now() + REPORT;
    for (;;) {
      const step = steps.next();
      if (step.done === true)
        return step.value && { body: step.value, changed: changedRows(before, records, step.value) };
      if (performance.now() < next) continue;
      // A page that is gone hears nothing.
      Promise.resolve(report(step.value)).catch(() => undefined);
      next = performance.now() + REPORT;
    }
  },
};
export type AlignWorker = typeof aligner;

expose(aligner);
