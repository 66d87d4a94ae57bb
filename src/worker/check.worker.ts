import { expose } from 'comlink';
import type { CheckText } from '../core/check/context.ts';
import { languageIdentifier } from '../core/check/language-identifier.ts';
import { CHECKS, DEFAULT_CHECKS } from '../core/check/registry.ts';
import type { Glossary } from '../core/work/glossary.ts';
import type { Paragraph } from '../core/work/model.ts';
import { type CheckPortion, runCheckPortions } from './check-run.ts';
import { TypedChecks, type TypedFinding, type TypedText } from './check-typed.ts';

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
let typed: TypedChecks | undefined;

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

  /** Takes the texts that were added for what is typed from now on. */
  beginTyped({ reference, glossary }: Pick<CheckRequest, 'reference' | 'glossary'>): void {
    const input = {
      texts: [...texts.values()],
      reference,
      identifier: languageIdentifier,
      ...(glossary === undefined ? {} : { glossary }),
    };
    typed = new TypedChecks(input, DEFAULT_CHECKS);
  },

  /** What is found in a text that is being written; nothing before `beginTyped`. */
  checkTyped(text: TypedText): readonly TypedFinding[] {
    return typed?.check(text) ?? [];
  },
};
export type CheckWorker = typeof checker;

expose(checker);
