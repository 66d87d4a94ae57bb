import type { Problem, ProblemCode } from '../problem.ts';
import { type Conventions, conventionsOf, isSameLanguage } from './conventions.ts';
import { type Glossary, GLOSSARY_FILE, readGlossary } from './glossary.ts';
import { missingRenderings, renderingsFor } from './glossary-check.ts';
import { termFinder } from './glossary-terms.ts';
import { copyOf, type Counterpart, counterpart, runFinder } from './leftover-check.ts';
import type { Role, VariantInfo, Work } from './model.ts';
import { foreignNumbers, percentSpacing } from './number-check.ts';
import { endsSentence, foreignMarks, markSpacing } from './punctuation-check.ts';
import { foreignApostrophes, foreignQuotes, unpairedQuotes } from './quotation-check.ts';
import { excerpt, isIdentifier } from './schema.ts';
import { foreignScript } from './script-check.ts';
import type { PlacedParagraph } from './variant-file.ts';

type Texts = ReadonlyMap<string, readonly PlacedParagraph[]>;
type Report = (code: ProblemCode, args: Problem['args'], severity?: Problem['severity']) => void;

/** What the paragraphs of all variants under one id are held against. */
interface Row {
  readonly counterparts: readonly Counterpart[];
  readonly reference: Counterpart | undefined;
  /** Words that a text shares with the reference. */
  readonly sharedRun: (text: string) => string | undefined;
  /** Terms of the glossary in the reference's paragraph. */
  readonly terms: ReadonlySet<string>;
}

/** Roles whose text is made of sentences. */
const PROSE: ReadonlySet<Role> = new Set(['paragraph', 'question', 'answer']);

/**
 * Holds every variant to its language: script, quotation marks, numbers, punctuation, the glossary, and what
 * was left untranslated. The machine's texts and their back-translations are evidence, kept with their
 * errors; a language without conventions is not checked.
 */
export function checkLanguages(
  work: Work,
  texts: Texts,
  glossaryText: string | undefined,
): readonly Problem[] {
  const read = glossaryText === undefined ? undefined : readGlossary(glossaryText);
  const rows = rowsOf(work, texts, read?.value);
  return [
    ...(read?.problems ?? []),
    ...unknownColumns(work, read?.value),
    ...work.variants.flatMap((variant) => {
      const conventions = conventionsOf(variant.lang);
      const text = texts.get(variant.id);
      if (text === undefined || conventions === undefined || isEvidence(variant)) return [];
      const renderings = read === undefined ? new Map() : renderingsFor(read.value, variant.id);
      return checkVariant({ variant, conventions, renderings, rows, reference: work.reference }, text);
    }),
  ];
}

const isEvidence = ({ provenance }: VariantInfo): boolean =>
  provenance === 'machine' || provenance === 'back-translation';

function unknownColumns(work: Work, glossary: Glossary | undefined): readonly Problem[] {
  const declared = new Set(work.variants.map(({ id }) => id));
  return (glossary?.variants ?? []).flatMap((id, index): readonly Problem[] => {
    if (declared.has(id) || !isIdentifier(id)) return [];
    const args = { path: `header[${index + 2}]`, id };
    return [{ code: 'variant-unknown', severity: 'fault', args, file: GLOSSARY_FILE, line: 1 }];
  });
}

function rowsOf(work: Work, texts: Texts, glossary: Glossary | undefined): ReadonlyMap<string, Row> {
  const counterparts = new Map<string, Counterpart[]>();
  for (const { id: variant, lang } of work.variants) {
    for (const { id, text } of texts.get(variant) ?? []) {
      const list = counterparts.get(id);
      const one = counterpart(variant, lang, text);
      if (list === undefined) counterparts.set(id, [one]);
      else list.push(one);
    }
  }
  const lang = work.variants.find(({ id }) => id === work.reference)?.lang ?? 'und';
  const findTerms = termFinder(
    (glossary?.entries ?? []).map(({ term }) => term),
    lang,
  );
  return new Map(
    [...counterparts].map(([id, list]) => {
      const reference = list.find(({ variant }) => variant === work.reference);
      const terms = reference === undefined ? new Set<string>() : findTerms(reference.text);
      return [id, { counterparts: list, reference, sharedRun: runFinder(reference?.text ?? ''), terms }];
    }),
  );
}

interface Given {
  readonly variant: VariantInfo;
  readonly conventions: Conventions;
  readonly renderings: ReadonlyMap<string, readonly string[]>;
  readonly rows: ReadonlyMap<string, Row>;
  /** Id of the reference variant. */
  readonly reference: string;
}

function checkVariant(given: Given, paragraphs: readonly PlacedParagraph[]): readonly Problem[] {
  const problems: Problem[] = [];
  const file = `${given.variant.id}.md`;
  const unpaired = new Set(unpairedQuotes(paragraphs, given.conventions));
  for (const paragraph of paragraphs) {
    const { id, line } = paragraph;
    const report: Report = (code, args, severity = 'warning') => {
      problems.push({ code, severity, args: { id, ...args }, file, line });
    };
    if (reportLeftover(paragraph, given, report)) continue;
    reportConventions(paragraph, given, report);
    // A foreign mark lacks its partner as well; once is enough.
    if (unpaired.has(paragraph) && foreignQuotes(paragraph.text, given.conventions).length === 0) {
      report('quotation-mark-unpaired', {});
    }
  }
  return problems;
}

/** Whether the paragraph as a whole is not in the variant's language; nothing else is worth saying of it then. */
function reportLeftover({ id, text }: PlacedParagraph, given: Given, report: Report): boolean {
  const { variant, conventions, rows } = given;
  const { counterparts = [], reference, sharedRun } = rows.get(id) ?? {};
  // The reference is what others copy from.
  if (variant.id !== given.reference) {
    const copy = copyOf(counterpart(variant.id, variant.lang, text), counterparts);
    if (copy !== undefined) {
      report('paragraph-copied', { variant: copy.variant }, copy.isProse ? 'fault' : 'warning');
      return true;
    }
  }
  const { isWhole, words, mixed } = foreignScript(text, conventions);
  if (isWhole) {
    report('paragraph-in-foreign-script', {}, 'fault');
    return true;
  }
  if (words.length > 0) report('script-foreign', { words: list(words) });
  if (mixed.length > 0) report('scripts-mixed', { words: list(mixed) });
  if (reference !== undefined && !isSameLanguage(reference.lang, variant.lang)) {
    const run = sharedRun?.(text);
    if (run !== undefined) report('words-untranslated', { words: excerpt(run), variant: reference.variant });
  }
  return false;
}

function reportConventions({ id, role, text }: PlacedParagraph, given: Given, report: Report): void {
  const { conventions, renderings, rows } = given;
  const { reference, terms = new Set<string>() } = rows.get(id) ?? {};
  const quotes = foreignQuotes(text, conventions);
  if (quotes.length > 0) {
    const expected = conventions.quotes.slice(0, 2).map((pair) => pair.join('…'));
    report('quotation-mark-foreign', { marks: quotes.join(' '), expected: expected.join(' ') });
  }
  const apostrophes = foreignApostrophes(text, conventions);
  if (apostrophes.length > 0) report('apostrophe-foreign', { marks: apostrophes.join(' ') });
  if (conventions.numbers !== undefined) {
    const { numbers } = conventions;
    const format = reference === undefined ? undefined : conventionsOf(reference.lang)?.numbers;
    const against =
      reference === undefined || format === undefined ? undefined : { text: reference.text, format };
    const found = foreignNumbers(text, numbers, against);
    if (found.length > 0) report('number-format-foreign', { numbers: list(found), decimal: numbers.decimal });
  }
  for (const { mark, expected } of foreignMarks(text, conventions)) {
    report('punctuation-foreign', { mark, expected });
  }
  const places = [...markSpacing(text, conventions), ...percentSpacing(text, conventions)];
  if (places.length > 0) report('spacing-foreign', { places: list(places) });
  if (PROSE.has(role) && reference !== undefined && endsSentence(reference.text) && !endsSentence(text)) {
    report('sentence-end-missing', {});
  }
  for (const { term, expected } of missingRenderings(text, terms, renderings, conventions)) {
    report('glossary-rendering-missing', { term: excerpt(term), expected: excerpt(expected.join(' | ')) });
  }
}

const list = (words: readonly string[]): string => excerpt(words.join(', '));
