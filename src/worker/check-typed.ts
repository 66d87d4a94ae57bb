import type { Check } from '../core/check/check.ts';
import {
  type CheckInput,
  type DocumentContext,
  documentContext,
  paragraphOf,
  referenceOf,
} from '../core/check/context.ts';
import type { Finding } from '../core/check/finding.ts';

/** A text that is being written for a paragraph, and what it is made from. */
export interface TypedText {
  readonly variant: string;
  readonly paragraph: string;
  readonly base: string;
  readonly text: string;
  /** It is held against the reference too: not when paragraphs were joined, which the reference has apart. */
  readonly hasReference: boolean;
}

/** A finding in a text that is being written. */
export interface TypedFinding {
  readonly finding: Finding;
  /** The text that it was made from had it already. */
  readonly isOld: boolean;
}

/**
 * Checks texts as they are typed. What the checks know of the whole document (what its texts usually do) is worked out
 * once, from the texts as they were given, and not anew for each key.
 */
export class TypedChecks {
  readonly #document: DocumentContext;
  readonly #checks: readonly Check[];
  #base: { readonly text: string; readonly keys: ReadonlySet<string> } | undefined;

  /** @param checks those that look at one paragraph alone are run */
  constructor(input: CheckInput, checks: readonly Check[]) {
    this.#document = documentContext(input);
    this.#checks = checks.filter(({ scope }) => scope === 'cell');
  }

  /** What the checks find in a text, in text order. None for a variant that was not given. */
  check(typed: TypedText): readonly TypedFinding[] {
    const { base } = typed;
    const place = JSON.stringify([typed.variant, typed.paragraph, typed.hasReference, base]);
    if (this.#base?.text !== place)
      this.#base = { text: place, keys: new Set(this.#find(typed, base).map(({ key }) => key)) };
    const { keys } = this.#base;
    const startOf = ({ spans }: Finding) => spans[0]?.start ?? -1;
    return this.#find(typed, typed.text)
      .map((finding) => ({ finding, isOld: keys.has(finding.key) }))
      .sort((a, b) => startOf(a.finding) - startOf(b.finding));
  }

  #find({ variant, paragraph: id, hasReference }: TypedText, words: string): readonly Finding[] {
    const text = this.#document.texts.find((each) => each.variant === variant);
    if (!text || words.trim() === '') return [];
    const cell = {
      text,
      paragraph: { role: 'paragraph' as const, ...paragraphOf(text, id), id, text: words },
    };
    const isPaired = hasReference && referenceOf(cell) !== undefined;
    const found = this.#checks
      .filter(({ family }) => family === 'surface' || (family === 'pair' && isPaired))
      .flatMap((check) => (check.scope === 'cell' ? check.run(cell) : []));
    // One a key, as in the queue.
    return [...new Map(found.map((finding) => [finding.key, finding])).values()];
  }
}
