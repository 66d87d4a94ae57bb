import { expose } from 'comlink';
import type { CheckText } from '../core/check/context.ts';
import { languageIdentifier } from '../core/check/language-identifier.ts';
import { CHECKS } from '../core/check/registry.ts';
import type { Glossary } from '../core/work/glossary.ts';
import type { Paragraph } from '../core/work/model.ts';
import { type CheckPortion, runCheckPortions } from './check-run.ts';

export interface CheckRequest {
  /** Ids of checks. */
  readonly checks: readonly string[];
  /** Id of the variant of most interest. */
  readonly subject: string;
  /** Id of the variant that the others are held against. */
  readonly reference: string;
  readonly glossary: Glossary | undefined;
}

type OwnText = Omit<CheckText, 'paragraphs'> & { readonly paragraphs: Paragraph[] };
const texts = new Map<string, OwnText>();

/** What the worker answers. To cancel a run, stop the worker: a single step over a long text may take seconds. */
const checker = {
  /** Takes a portion of a text: sent whole, a long work would hold up the page while it is copied. */
  addText({ paragraphs, ...text }: CheckText): void {
    const known = texts.get(text.variant);
    if (known) for (const paragraph of paragraphs) known.paragraphs.push(paragraph);
    else texts.set(text.variant, { ...text, paragraphs: [...paragraphs] });
  },

  /** @param report called now and then, a proxy of the page's */
  async run(
    { checks, subject, reference, glossary }: CheckRequest,
    report: (portion: CheckPortion) => unknown,
  ): Promise<void> {
    const input = {
      texts: [...texts.values()],
      reference,
      identifier: languageIdentifier,
      ...(glossary === undefined ? {} : { glossary }),
    };
    await runCheckPortions(
      input,
      CHECKS.filter(({ id }) => checks.includes(id)),
      report,
      { subject },
    );
  },
};
export type CheckWorker = typeof checker;

expose(checker);
