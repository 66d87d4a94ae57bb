import type { Span } from '../span.ts';
import type { Conventions } from './conventions.ts';

/** Quotation marks of any language. ’ is left out: most often it is an apostrophe. */
const MARK = /["＂“”„‟‘‚‛«»‹›「」『』〝〞〟]/gu;
const DOUBLE = /[“”„«»「」『』〝〟]/gu;

/** Quotation marks in a text that are not the language's, each once. */
export function foreignQuotes(text: string, conventions: Conventions): readonly string[] {
  const marks = foreignQuotePlaces(text, conventions).map(({ start, end }) => text.slice(start, end));
  return [...new Set(marks)];
}

/** As `foreignQuotes`, each place. */
export function foreignQuotePlaces(text: string, { quotes }: Conventions): readonly Span[] {
  const accepted = new Set(quotes.flat());
  return [...text.matchAll(MARK)]
    .filter(({ 0: mark, index }) => !accepted.has(mark) && !isOther(mark, text, index))
    .map(({ 0: mark, index }) => ({ start: index, end: index + mark.length }));
}

/** An inch mark (a 6" screen), or ‘ in the place of an apostrophe. */
function isOther(mark: string, text: string, index: number): boolean {
  const before = text[index - 1] ?? '';
  if (mark === '"') return /\p{Nd}/u.test(before) && text.indexOf('"') === text.lastIndexOf('"');
  return mark === '‘' && /\p{L}/u.test(before);
}

const LOOSE_APOSTROPHE = /(?<=\p{L})['`´]|(?<=\p{L})‘(?=\p{L})|'(?=\p{L})/gu;

/** What stands for the apostrophe ’ in a text, each once. */
export function foreignApostrophes(text: string, conventions: Conventions): readonly string[] {
  const marks = foreignApostrophePlaces(text, conventions).map(({ start, end }) => text.slice(start, end));
  return [...new Set(marks)];
}

/** As `foreignApostrophes`, each place. */
export function foreignApostrophePlaces(text: string, { apostrophe }: Conventions): readonly Span[] {
  if (!apostrophe) return [];
  return Array.from(text.matchAll(LOOSE_APOSTROPHE), ({ 0: mark, index }) => ({
    start: index,
    end: index + mark.length,
  }));
}

/**
 * The paragraphs with a double quotation mark that has no partner. A quotation over several paragraphs
 * closes in a later one, or opens anew in the next.
 */
export function unpairedQuotes<P extends { readonly text: string }>(
  paragraphs: readonly P[],
  conventions: Conventions,
): readonly P[] {
  const found: P[] = [];
  let open: P | undefined;
  paragraphs.forEach((paragraph, index) => {
    const { opened, closed } = unpairedIn(paragraph.text, conventions);
    if (closed && open === undefined) found.push(paragraph);
    if (closed) open = undefined;
    if (!opened || startsQuoted(paragraphs[index + 1]?.text, conventions)) return;
    if (open !== undefined) found.push(open);
    open = paragraph;
  });
  return open === undefined ? found : [...found, open];
}

function startsQuoted(text: string | undefined, { quotes }: Conventions): boolean {
  return text !== undefined && quotes.flat().includes(text.trimStart().slice(0, 1));
}

function unpairedIn(text: string, { quotes }: Conventions): { opened: boolean; closed: boolean } {
  const expected: string[] = [];
  let closed = false;
  for (const [mark] of text.matchAll(DOUBLE)) {
    const [, partner] = quotes.find(([open]) => open === mark) ?? [];
    if (mark === expected.at(-1)) expected.pop();
    else if (partner !== undefined) expected.push(partner);
    else closed ||= quotes.some(([, close]) => close === mark);
  }
  return { opened: expected.length > 0, closed };
}
