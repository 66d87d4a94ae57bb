import type { Glossary } from '../../work/glossary.ts';
import { forbiddenFor, missingRenderings, renderingsFor } from '../../work/glossary-check.ts';
import { matcherOf } from '../../work/glossary-match.ts';
import { placeOfWords } from '../../work/glossary-paragraph.ts';
import { termFinder } from '../../work/glossary-terms.ts';
import { type Check, finding } from '../check.ts';
import { type Cell, type DocumentContext, once, referenceOf } from '../context.ts';
import type { Finding } from '../finding.ts';
import { counterpartOf } from './sentence-pairs.ts';

interface Terms {
  readonly glossary: Glossary;
  readonly find: (text: string) => ReadonlySet<string>;
}

const terms = once(({ glossary, reference }: DocumentContext): Terms | undefined =>
  glossary === undefined || reference === undefined
    ? undefined
    : {
        glossary,
        find: termFinder(
          glossary.entries.map(({ term }) => term),
          reference.lang,
        ),
      },
);

const renderings = once(({ variant, document }: Cell['text']) => {
  const known = terms(document);
  return known === undefined ? new Map<string, readonly string[]>() : renderingsFor(known.glossary, variant);
});

/**
 * Terms of the reference's paragraph that have none of the glossary's renderings in the text. When the rendering of
 * another term stands there instead, two terms were made one.
 */
function termFindings(cell: Cell, isWanted: (code: 'missing' | 'confused') => boolean): readonly Finding[] {
  const reference = referenceOf(cell);
  const known = terms(cell.text.document);
  const { conventions } = cell.text;
  if (reference === undefined || known === undefined || conventions === undefined) return [];
  const { text } = reference.paragraph;
  const present = known.find(text);
  const own = renderings(cell.text);
  return missingRenderings(cell.paragraph.text, present, own, conventions).flatMap(({ term, expected }) => {
    const start = text.toLowerCase().indexOf(term.toLowerCase());
    const place = start < 0 ? undefined : { start, end: start + term.length };
    const spans = place === undefined ? [] : counterpartOf(cell, place);
    const instead = otherTerm(cell, term, present, own);
    const code = instead === undefined ? 'missing' : 'confused';
    if (!isWanted(code)) return [];
    const args = { term, expected: expected.join(' | '), ...(instead === undefined ? {} : { instead }) };
    const evidence = {
      variant: reference.text.variant,
      paragraph: reference.paragraph.id,
      ...(place === undefined ? {} : { span: place }),
      value: term,
    };
    const check = instead === undefined ? glossaryTerm : confusedTerm;
    return [finding(check, cell, spans, { args, about: term, evidence: [evidence], confidence: 0.6 })];
  });
}

/** A term that the reference does not have here and whose rendering, of two words or a long one, stands in the text. */
function otherTerm(
  cell: Cell,
  missing: string,
  present: ReadonlySet<string>,
  own: ReadonlyMap<string, readonly string[]>,
): string | undefined {
  const { conventions } = cell.text;
  if (conventions === undefined) return undefined;
  const matches = matcherOf(cell.paragraph.text, conventions.inflection);
  const words = new Set(missing.toLowerCase().split(/[\s-]+/u));
  return (
    [...own]
      .filter(([term]) => !present.has(term))
      // "foundation model" and "frontier model", "inference" and "reasoning": a shared word, or both single words.
      .filter(([term]) => {
        const others = term.toLowerCase().split(/[\s-]+/u);
        return others.some((word) => words.has(word)) && others.length === words.size;
      })
      .find(([, forms]) => forms.some(matches))?.[0]
  );
}

export const glossaryTerm: Check = {
  id: 'term/glossary',
  family: 'pair',
  category: 'terminology/inconsistent-with-resource',
  isOnByDefault: true,
  scope: 'cell',
  run: (cell) => termFindings(cell, (code) => code === 'missing'),
};

export const confusedTerm: Check = {
  id: 'term/confused',
  family: 'pair',
  category: 'terminology/wrong-term',
  isOnByDefault: true,
  scope: 'cell',
  run: (cell) => termFindings(cell, (code) => code === 'confused'),
};

const unwanted = once(({ variant, document }: Cell['text']) => {
  const known = terms(document);
  return known === undefined ? new Map<string, readonly string[]>() : forbiddenFor(known.glossary, variant);
});

/** A rendering that the glossary forbids for a term, where the reference has that term. */
export const forbiddenTerm: Check = {
  id: 'term/forbidden',
  family: 'pair',
  category: 'terminology/inconsistent-with-resource',
  isOnByDefault: true,
  scope: 'cell',
  run(cell): readonly Finding[] {
    const reference = referenceOf(cell);
    const known = terms(cell.text.document);
    const forbidden = unwanted(cell.text);
    if (reference === undefined || known === undefined || forbidden.size === 0) return [];
    const expected = renderings(cell.text);
    return [...known.find(reference.paragraph.text)].flatMap((term) =>
      (forbidden.get(term) ?? []).flatMap((words) => {
        const span = placeOfWords(cell.paragraph.text, words, cell.text.lang);
        if (span === undefined) return [];
        const instead = expected.get(term) ?? [];
        const evidence = [
          { variant: reference.text.variant, paragraph: reference.paragraph.id, value: term },
        ];
        const parts = {
          args: { term, found: words, expected: instead.join(' | ') },
          ...(instead.length === 0 ? { code: 'term/forbidden-only' } : {}),
          about: `${term}/${words}`,
          evidence,
          confidence: 0.8,
        };
        return [finding(forbiddenTerm, cell, [span], parts)];
      }),
    );
  },
};
