import type { Problem, ProblemCode, Read } from '../problem.ts';
import { finish, type Steps } from '../steps.ts';
import { isSameLanguage } from '../work/conventions.ts';
import { readGlossary } from '../work/glossary.ts';
import {
  type Concept,
  glossaryConcepts,
  MAX_TERM,
  onOneLine,
  type Term,
  tidied,
} from '../work/glossary-concept.ts';
import { excerpt, isLanguageTag } from '../work/schema.ts';
import { delimiterOf, readDelimited } from './delimited.ts';
import { MAX_CONCEPTS, shortSense } from './glossary-limits.ts';
import { readTbxSteps } from './tbx-read.ts';

/** What the columns of a table can be called, beside tags of languages. */
export interface GlossaryColumns {
  /** BCP 47, of `term` and `source`. */
  readonly reference: string;
  /** BCP 47, of `target`. */
  readonly subject: string;
  /** The languages of the work's variants, by id. */
  readonly langs: ReadonlyMap<string, string>;
  /** Languages by their names in lower case, as people write them over columns: `deutsch`. */
  readonly names?: ReadonlyMap<string, string>;
}

const MAX_LENGTH = 8 * 1024 * 1024;
const SENSES = ['sense', 'note', 'notes', 'comment', 'definition', 'description', 'context'];
const STEP = 500;

/** Reads at once; see `readGlossaryFileSteps`. */
export function readGlossaryFile(
  text: string,
  file: string,
  columns: GlossaryColumns,
): Read<readonly Concept[] | undefined> {
  return finish(readGlossaryFileSteps(text, file, columns));
}

/**
 * Reads a glossary: TBX, a `glossary.tsv` (`term`, `sense`, ids of variants), or a table (tabs, commas or semicolons)
 * whose first line names languages, by tag, by name, by a variant's id, or as `source` and `target`. In a cell `|`
 * parts words of one meaning and a leading `!` forbids one. `undefined` where nothing could be read.
 */
export function* readGlossaryFileSteps(
  text: string,
  file: string,
  columns: GlossaryColumns,
): Steps<Read<readonly Concept[] | undefined>> {
  if (/^\uFEFF?\s*</u.test(text.slice(0, 1000))) return yield* readTbxSteps(text, file);
  if (text.length > MAX_LENGTH) {
    const args = { length: text.length, limit: MAX_LENGTH };
    return { value: undefined, problems: [{ code: 'file-too-large', severity: 'fault', args, file }] };
  }
  if (/^\uFEFF?term\tsense(?:\t|\r|\n|$)/u.test(text.slice(0, 1000))) return ownLayout(text, file, columns);
  return yield* tableSteps(text, file, columns);
}

function ownLayout(
  text: string,
  file: string,
  columns: GlossaryColumns,
): Read<readonly Concept[] | undefined> {
  const { value, problems } = readGlossary(text);
  const placed = problems.map((problem): Problem => ({ ...problem, file }));
  if (problems.some(({ code }) => code === 'file-too-large')) return { value: undefined, problems: placed };
  const skipped = value.variants
    .filter((column) => columnLang(column, columns) === undefined)
    .map((column) => skippedColumn(column, file));
  const concepts = glossaryConcepts(value, columns.reference, (column) => columnLang(column, columns));
  const tidy = concepts.flatMap(({ sense, terms }) => {
    const own = tidied(terms).filter((term) => term.text.length <= MAX_TERM);
    return own.length > 0 ? [{ sense: shortSense(sense), terms: own }] : [];
  });
  return limited(tidy, [...placed, ...skipped], file);
}

function* tableSteps(
  text: string,
  file: string,
  columns: GlossaryColumns,
): Steps<Read<readonly Concept[] | undefined>> {
  const { rows, lines, unclosed } = readDelimited(text, delimiterOf(text));
  const problems: Problem[] = [];
  const fault = (code: ProblemCode, args: Problem['args'], line: number): void => {
    problems.push({ code, severity: 'fault', args, file, line });
  };
  if (unclosed !== undefined) {
    fault('glossary-quote-unclosed', {}, unclosed);
    return { value: undefined, problems };
  }
  const [header = [], ...body] = rows;
  const langs = header.map((name) => columnLang(name, columns));
  const senses = header.map((name) => SENSES.includes(name.trim().toLowerCase()));
  if (new Set(langs.filter((lang) => lang !== undefined)).size < 2) {
    fault('glossary-languages-missing', { header: excerpt(header.join(', ')) }, lines[0] ?? 1);
    return { value: undefined, problems };
  }
  header.forEach((name, at) => {
    if (langs[at] === undefined && senses[at] !== true && name.trim() !== '')
      problems.push({ ...skippedColumn(name, file), line: lines[0] ?? 1 });
  });
  const concepts: Concept[] = [];
  for (const [index, cells] of body.entries()) {
    if (index % STEP === STEP - 1) yield { done: index, total: body.length };
    const line = lines[index + 1] ?? index + 2;
    const terms = tidied(
      cells.flatMap((cell, at) => {
        const lang = langs[at];
        return lang === undefined ? [] : termsOf(cell, lang);
      }),
    );
    const long = terms.find((term) => term.text.length > MAX_TERM);
    if (long !== undefined)
      fault('glossary-term-too-long', { term: excerpt(long.text), limit: MAX_TERM }, line);
    else if (terms.length > 0) {
      const sense = shortSense(cells.filter((_, at) => senses[at] === true).join(' '));
      concepts.push({ sense, terms });
    } else if (cells.some((cell) => cell.trim() !== '')) {
      fault('glossary-entry-empty', { id: excerpt(onOneLine(cells.join(' '))) }, line);
    }
  }
  return limited(concepts, problems, file);
}

/** The words in a cell: `|` parts them, `!` forbids one. */
export function termsOf(cell: string, lang: string): readonly Term[] {
  return cell.split('|').flatMap((part): readonly Term[] => {
    const text = part.trim();
    const plain = onOneLine(text.replace(/^[!\s]+/u, ''));
    if (plain === '') return [];
    return [{ lang, text: plain, ...(text.startsWith('!') ? { forbidden: true } : {}) }];
  });
}

function columnLang(
  column: string,
  { reference, subject, langs, names }: GlossaryColumns,
): string | undefined {
  const name = column.trim();
  const lower = name.toLowerCase();
  if (['term', 'source'].includes(lower)) return reference;
  if (['target', 'translation'].includes(lower)) return subject;
  const known = langs.get(name) ?? names?.get(lower);
  if (known !== undefined) return known;
  // A column of numbers more often than Indonesian.
  if (lower === 'id' && ![...langs.values()].some((lang) => isSameLanguage(lang, 'id'))) return undefined;
  // A word of five letters or more is well-formed as a tag too, but no language is called so.
  const tag = name.replaceAll('_', '-');
  const isTag =
    /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/iu.test(tag) && !SENSES.includes(lower) && isLanguageTag(tag);
  return isTag ? Intl.getCanonicalLocales(tag)[0] : undefined;
}

const skippedColumn = (column: string, file: string): Problem => ({
  code: 'glossary-column-skipped',
  severity: 'warning',
  args: { column: excerpt(column) },
  file,
});

function limited(
  concepts: readonly Concept[],
  problems: readonly Problem[],
  file: string,
): Read<readonly Concept[] | undefined> {
  if (concepts.length <= MAX_CONCEPTS) return { value: concepts, problems };
  const args = { count: concepts.length, limit: MAX_CONCEPTS };
  return {
    value: undefined,
    problems: [...problems, { code: 'glossary-too-large', severity: 'fault', args, file }],
  };
}
