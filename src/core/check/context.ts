import { type Conventions, conventionsOf } from '../work/conventions.ts';
import type { Glossary } from '../work/glossary.ts';
import type { Paragraph } from '../work/model.ts';
import { buildRows } from '../work/rows.ts';

/** A text as the checks take it. */
export interface CheckText {
  readonly variant: string;
  /** BCP 47 */
  readonly lang: string;
  readonly paragraphs: readonly Paragraph[];
  /** A back-translation is no witness and is not checked. */
  readonly isBackTranslation?: boolean;
}

/** Tells languages apart; where it comes from (a trigram model of some size) is the caller's matter. */
export interface LanguageIdentifier {
  /** Whether it knows a language at all; of a text in one that it does not, nothing is said. */
  readonly knows: (lang: string) => boolean;
  /** The language of a text as a BCP 47 tag; `undefined` when it cannot tell. */
  readonly identify: (text: string) => string | undefined;
}

export interface CheckInput {
  readonly texts: readonly CheckText[];
  /** Id of the variant that the others are held against. */
  readonly reference?: string;
  readonly glossary?: Glossary;
  readonly identifier?: LanguageIdentifier;
}

export interface TextContext extends CheckText {
  /** `undefined` for a language that the tables do not know. */
  readonly conventions: Conventions | undefined;
  readonly document: DocumentContext;
}

/** One paragraph of one variant. */
export interface Cell {
  readonly text: TextContext;
  readonly paragraph: Paragraph;
}

/** The paragraphs of all variants under one id, back-translations left out. */
export interface RowContext {
  readonly id: string;
  readonly cells: readonly Cell[];
  readonly document: DocumentContext;
}

export interface DocumentContext {
  /** Without back-translations. */
  readonly texts: readonly TextContext[];
  /** In the order of the first text. */
  readonly rows: readonly RowContext[];
  readonly reference: TextContext | undefined;
  readonly glossary: Glossary | undefined;
  readonly identifier: LanguageIdentifier | undefined;
}

/** What the checks see of a work; a text without paragraphs is left out. */
export function documentContext(input: CheckInput): DocumentContext {
  const texts: TextContext[] = [];
  const rows: RowContext[] = [];
  const document: DocumentContext & { reference: TextContext | undefined } = {
    texts,
    rows,
    reference: undefined,
    glossary: input.glossary,
    identifier: input.identifier,
  };
  for (const text of input.texts) {
    if (text.isBackTranslation === true || text.paragraphs.length === 0) continue;
    texts.push({ ...text, conventions: conventionsOf(text.lang), document });
  }
  document.reference = texts.find(({ variant }) => variant === input.reference);
  const paragraphs = new Map(texts.map((text) => [text.variant, text.paragraphs]));
  for (const { id, cells } of buildRows([...paragraphs.keys()], paragraphs)) {
    const row = texts.flatMap((text): Cell[] => {
      const [paragraph, further] = cells.get(text.variant) ?? [];
      // A part of what the others say as a whole is no witness, and is not held against them.
      return paragraph === undefined || further !== undefined ? [] : [{ text, paragraph }];
    });
    rows.push({ id, cells: row, document });
  }
  return document;
}

/** Remembers what was computed for a context, for as long as the context lives. */
export function once<C extends object, T>(compute: (context: C) => T): (context: C) => T {
  const known = new WeakMap<C, { readonly value: T }>();
  return (context) => {
    let found = known.get(context);
    if (found === undefined) known.set(context, (found = { value: compute(context) }));
    return found.value;
  };
}

const paragraphsById = once(
  (text: TextContext): ReadonlyMap<string, Paragraph> =>
    new Map(text.paragraphs.map((paragraph) => [paragraph.id, paragraph])),
);

export function paragraphOf(text: TextContext, id: string): Paragraph | undefined {
  return paragraphsById(text).get(id);
}

/** The reference's paragraph in the cell's row; `undefined` in the reference itself. */
export function referenceOf({ text, paragraph }: Cell): Cell | undefined {
  const { reference } = text.document;
  if (reference === undefined || reference === text) return undefined;
  const own = paragraphOf(reference, paragraph.id);
  return own === undefined ? undefined : { text: reference, paragraph: own };
}
