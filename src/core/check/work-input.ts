import type { Paragraph, Work } from '../work/model.ts';
import type { CheckInput } from './context.ts';

/** A work as the checks take it, its variants in their order. */
export function checkInput(
  work: Work,
  texts: ReadonlyMap<string, readonly Paragraph[]>,
  { glossary, identifier }: Pick<CheckInput, 'glossary' | 'identifier'> = {},
): CheckInput {
  return {
    texts: work.variants.flatMap(({ id, lang, provenance }) => {
      const paragraphs = texts.get(id);
      if (paragraphs === undefined) return [];
      return [{ variant: id, lang, paragraphs, isBackTranslation: provenance === 'back-translation' }];
    }),
    reference: work.reference,
    ...(glossary === undefined ? {} : { glossary }),
    ...(identifier === undefined ? {} : { identifier }),
  };
}
