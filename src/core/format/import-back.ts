import { canonical } from '../contribution/canonical.ts';
import { isKnown, readContribution } from '../contribution/record-schema.ts';
import type { Contribution } from '../contribution/record.ts';
import type { Problem, Read } from '../problem.ts';
import { finish } from '../steps.ts';
import type { VariantInfo } from '../work/model.ts';
import { excerpt } from '../work/schema.ts';
import { delimiterOf, plainCell, readDelimited } from './delimited.ts';
import { correctedTextOf, type ExportSource, filedTextOf, variantsWithText } from './export-source.ts';
import { oneLine } from './paragraph-flow.ts';
import { MAX_PROBLEMS } from './imported-table.ts';
import { poReadSteps } from './po-read.ts';
import { tmxCorrections } from './tmx-corrections.ts';
import { readTmx } from './tmx-read.ts';
import { readXliff } from './xliff-read.ts';

export interface ImportBackOptions {
  /** Who proposes, where the file does not say. */
  readonly author: string;
  /** ISO 8601, UTC with milliseconds. */
  readonly time: string;
  readonly newId: () => string;
  /** The variant that the file's translations are of; found by the file when left out. */
  readonly variant?: string;
}

/** What comes back from a program for translators. */
export type BackFormat = 'xliff' | 'tmx' | 'po' | 'table';

/** The root is named early; what it is, the reader checks. */
const HEAD = 10_000;
/** Of a table; a work of fifteen novels has fewer paragraphs. */
const MAX_ROWS = 1_000_000;

/** What a text is by its beginning; undefined for none of these. */
export function backFormatOf(text: string): BackFormat | undefined {
  const head = text.slice(0, HEAD);
  if (/<(?:\w+:)?tmx[\s>]/u.test(head)) return 'tmx';
  if (/<(?:\w+:)?xliff[\s>]/u.test(head)) return 'xliff';
  if (/^\s*<[?!a-z]/iu.test(head)) return undefined;
  if (/^msgid\s+"/mu.test(head)) return 'po';
  const [first = ''] = head.split(/[\r\n]/u, 1);
  return readDelimited(first, delimiterOf(first)).rows[0]?.some(isIdColumn) === true ? 'table' : undefined;
}

const isIdColumn = (name: string): boolean => name.trim().toLowerCase() === 'id';

/**
 * What a file of translations says about a work: XLIFF 2.0, 2.1 or 1.2, TMX, PO, or a table with a column `id` and one
 * for each variant. Translations that differ from the paragraphs as they stand now are corrections.
 */
export function readTranslations(
  text: string,
  file: string,
  from: ExportSource,
  options: ImportBackOptions,
): Read<readonly Contribution[]> {
  switch (backFormatOf(text)) {
    case 'tmx':
      return tmxRecords(text, file, from, options);
    case 'po':
      return poRecords(text, file, from, options);
    case 'table':
      return tableRecords(text, file, from, options);
    case 'xliff':
    case undefined:
      return xliffRecords(text, file, from, options);
  }
}

function xliffRecords(
  text: string,
  file: string,
  from: ExportSource,
  options: ImportBackOptions,
): Read<readonly Contribution[]> {
  const { work } = from;
  const lang = /\b(?:trgLang|target-language)\s*=\s*["']([^"']+)["']/u.exec(text.slice(0, HEAD))?.[1];
  const target = options.variant ?? variantIn(lang, from)?.id ?? work.subject;
  const source = target === work.reference ? work.subject : work.reference;
  const byPlace = textsByPlace(from, correctedTextOf);
  const { value, problems } = readXliff(text, file, {
    ...options,
    work: work.slug,
    variants: { source, target },
    textOf: (variant, paragraph) => byPlace.get(`${variant}/${paragraph}`),
  });
  const filed = isXliff2(text) ? textsByPlace(from, filedTextOf) : new Map<string, string>();
  // Our XLIFF 2 holds the texts of the files; a program that kept no metadata gives them back without their corrections.
  const isUnchanged = (record: Contribution): boolean =>
    isKnown(record) &&
    record.type === 'correction' &&
    filed.get(`${record.variant}/${record.paragraph}`) === record.text;
  const known = new Set(from.records.map(({ id }) => id));
  const records = (value?.records ?? []).filter(
    (record) => record.work === work.slug && (known.has(record.id) || !isUnchanged(record)),
  );
  return { value: records, problems };
}

const isXliff2 = (text: string): boolean =>
  /<(?:\w+:)?xliff\b[^>]*\sversion\s*=\s*["']2/u.test(text.slice(0, HEAD));

/** The texts of all variants by `variant/paragraph`. */
const textsByPlace = (from: ExportSource, textOf: typeof correctedTextOf): ReadonlyMap<string, string> =>
  new Map(
    variantsWithText(from).flatMap((info) =>
      textOf(from, info).paragraphs.map(({ id, text }) => [`${info.id}/${id}`, text]),
    ),
  );

/** The variant of a language that a file translates into; undefined when several are. */
function variantIn(tag: string | undefined, from: ExportSource): VariantInfo | undefined {
  if (tag === undefined) return undefined;
  const lang = tag.toLowerCase();
  const others = variantsWithText(from).filter(({ id }) => id !== from.work.reference);
  const exact = others.filter((info) => info.lang.toLowerCase() === lang);
  const near = exact.length > 0 ? exact : others.filter((info) => primary(info.lang) === primary(lang));
  return near.find(({ id }) => id === from.work.subject) ?? (near.length === 1 ? near[0] : undefined);
}

const primary = (lang: string): string | undefined => lang.toLowerCase().split('-', 1)[0];

function tmxRecords(
  text: string,
  file: string,
  from: ExportSource,
  { variant, ...options }: ImportBackOptions,
): Read<readonly Contribution[]> {
  const { work } = from;
  const { value: units, problems } = readTmx(text, file);
  if (units === undefined) return { value: [], problems };
  const infos = variantsWithText(from);
  const reference = infos.find(({ id }) => id === work.reference);
  if (reference === undefined) return { value: [], problems };
  const source = correctedTextOf(from, reference);
  const reads = infos
    .filter(({ id }) => id !== work.reference && (variant ?? id) === id)
    .map((info) =>
      tmxCorrections(units, file, {
        ...options,
        work: work.slug,
        source,
        target: correctedTextOf(from, info),
      }),
    );
  return {
    value: reads.flatMap(({ value }) => value),
    problems: unique([...problems, ...reads.flatMap((read) => read.problems)]),
  };
}

/** A unit that belongs to no paragraph belongs to none in each variant. */
function unique(problems: readonly Problem[]): readonly Problem[] {
  const keyOf = ({ code, line, args }: Problem): string => `${code} ${String(line)} ${String(args['id'])}`;
  return [...new Map(problems.map((problem) => [keyOf(problem), problem])).values()];
}

/** A text that a file has for a paragraph. */
interface FiledText {
  readonly variant: string;
  readonly paragraph: string;
  readonly text: string;
  readonly line?: number;
  /** The same without what keeps a spreadsheet from running it. */
  readonly plain?: string;
}

function poRecords(
  text: string,
  file: string,
  from: ExportSource,
  options: ImportBackOptions,
): Read<readonly Contribution[]> {
  const { value: table, problems } = finish(poReadSteps(text, file));
  const columns = table?.columns ?? [];
  const [context, target] = ['msgctxt', 'msgstr'].map((name) =>
    columns.findIndex((column) => column.name === name),
  ) as [number, number];
  // The catalogue that we wrote names the file, one of another program at least the language.
  const filed = /^#:\s*(\S+)\.md\b/mu.exec(text)?.[1];
  const own = variantsWithText(from).find(({ id }) => id === filed);
  const { id: variant } = own ?? variantIn(columns[target]?.lang, from) ?? { id: from.work.subject };
  const texts = (table?.rows ?? []).flatMap((cells): FiledText[] => {
    const [paragraph = '', translation = ''] = [cells[context], cells[target]];
    if (paragraph === '' || translation === '') return [];
    return [{ variant: options.variant ?? variant, paragraph, text: translation }];
  });
  const read = changedTexts(texts, file, from, options);
  // A catalogue that was cut off is not taken for one in which the rest is as it was.
  const faults = problems.map((problem): Problem => ({ ...problem, severity: 'fault' }));
  return { value: read.value, problems: [...faults, ...read.problems] };
}

function tableRecords(
  text: string,
  file: string,
  from: ExportSource,
  options: ImportBackOptions,
): Read<readonly Contribution[]> {
  const { rows, lines, unclosed, isCut } = readDelimited(text, delimiterOf(text), MAX_ROWS);
  const [head = [], ...body] = rows;
  const at = head.findIndex(isIdColumn);
  const wanted = variantsWithText(from).filter(({ id }) => (options.variant ?? id) === id);
  const columns = head.flatMap((name, index) => {
    // The Indonesian text may be called `id` too.
    const variant = index === at ? undefined : wanted.find(({ id }) => id === name.trim());
    return variant === undefined ? [] : [{ variant: variant.id, index }];
  });
  const problem = (code: Problem['code'], args: Problem['args'], line: number): Problem => ({
    ...{ code, severity: 'fault', args, file, line },
  });
  if (columns.length === 0) {
    const args = { columns: wanted.map(({ id }) => id).join(', ') };
    return { value: [], problems: [problem('columns-missing', args, 1)] };
  }
  const problems: Problem[] = unclosed === undefined ? [] : [problem('quotation-unclosed', {}, unclosed)];
  if (isCut) problems.push(problem('lines-surplus', { limit: MAX_ROWS }, lines.at(-1) ?? 1));
  const texts = body.flatMap((cells, index) =>
    columns.flatMap(({ variant, index: column }): FiledText[] => {
      const filed = cells[column] ?? '';
      if (filed === '') return [];
      return [
        {
          variant,
          paragraph: cells[at] ?? '',
          text: filed,
          plain: plainCell(filed),
          line: lines[index + 1] ?? 0,
        },
      ];
    }),
  );
  const read = changedTexts(texts, file, from, options);
  return { value: read.value, problems: unique([...problems, ...read.problems]) };
}

/** The texts that differ from the paragraphs that they are of. */
function changedTexts(
  texts: readonly FiledText[],
  file: string,
  from: ExportSource,
  { author, time, newId }: ImportBackOptions,
): Read<readonly Contribution[]> {
  const now = new Map(
    variantsWithText(from).map((info) => [
      info.id,
      new Map(correctedTextOf(from, info).paragraphs.map(({ id, text }) => [id, text])),
    ]),
  );
  const known = new Set([...now.values()].flatMap((paragraphs) => [...paragraphs.keys()]));
  const records: Contribution[] = [];
  const problems: Problem[] = [];
  const changed = new Map<string, string>();
  for (const { variant, paragraph, text: filed, plain: text = filed, line } of texts) {
    const place = line === undefined ? {} : { line };
    if (!known.has(paragraph)) {
      const args = { id: excerpt(paragraph), variant };
      if (problems.length < MAX_PROBLEMS) {
        problems.push({ code: 'unit-unknown', severity: 'warning', args, file, ...place });
      }
      continue;
    }
    const base = now.get(variant)?.get(paragraph) ?? '';
    // A catalogue is read with each text on one line.
    if (filed === base || text === base || text === oneLine(base)) continue;
    const key = `${variant}/${paragraph}`;
    if (changed.has(key)) {
      const args = { id: excerpt(paragraph) };
      if (changed.get(key) === text) continue;
      problems.push({ code: 'unit-repeated', severity: 'fault', args, file, ...place });
      break;
    }
    changed.set(key, text);
    const fields = { type: 'correction', work: from.work.slug, variant, paragraph, base, text };
    const read = readContribution({ ...fields, id: newId(), author, time });
    if (read.value !== undefined) records.push(read.value);
    problems.push(...read.problems.map((problem): Problem => ({ ...problem, file, ...place })));
  }
  return { value: records, problems };
}

export interface NewRecords {
  readonly added: readonly Contribution[];
  /** How many the work has already, or a proposal or comment that says the same. */
  readonly known: number;
  /** Ids that the work has for other records. */
  readonly conflicts: readonly string[];
}

/** The records that a work does not have yet. */
export function newRecords({ records, state }: ExportSource, read: readonly Contribution[]): NewRecords {
  const byId = new Map(records.map((record) => [record.id, record]));
  const proposals = [...state.corrections.values()].flat().map(({ correction }) => correction);
  const comments = records.filter(({ type }) => type === 'comment');
  const said = new Set([...proposals, ...comments].flatMap(contentKeys));
  const added: Contribution[] = [];
  const conflicts: string[] = [];
  for (const record of read) {
    const other = byId.get(record.id);
    if (other !== undefined) {
      if (canonical(other) !== canonical(record)) conflicts.push(record.id);
      continue;
    }
    const keys = contentKeys(record);
    if (keys.some((key) => said.has(key))) continue;
    for (const key of keys) said.add(key);
    byId.set(record.id, record);
    added.push(record);
  }
  return { added, known: read.length - added.length - conflicts.length, conflicts };
}

/** What a proposal says, or a comment in each of its languages, which not every format names. */
function contentKeys(record: Contribution): readonly string[] {
  if (!isKnown(record)) return [];
  if (record.type === 'correction') {
    const { variant, paragraph, base, text } = record;
    return [JSON.stringify([variant, paragraph, base, text])];
  }
  if (record.type !== 'comment') return [];
  const { variant, paragraph, text } = record;
  return Object.values(text).map((said) => JSON.stringify([variant, paragraph, said]));
}

/** How paragraphs are named in each kind of file. */
const IDS: Readonly<Record<Exclude<BackFormat, 'table'>, RegExp>> = {
  xliff: /<(?:\w+:)?(?:trans-)?unit\b[^>]*?\sid\s*=\s*["']([^"']*)["']/gu,
  tmx: /<(?:\w+:)?tu\b[^>]*?\stuid\s*=\s*["']([^"']*)["']/gu,
  po: /^msgctxt\s+"(.*)"\s*$/gmu,
};

/** Whether a file names the paragraphs of a work: at least half of its units are called like one. */
export function isOfWork(text: string, { texts }: ExportSource): boolean {
  const format = backFormatOf(text);
  if (format === undefined) return false;
  const known = new Set([...texts.values()].flatMap((paragraphs) => paragraphs.map(({ id }) => id)));
  const named =
    format === 'table' ? tableIds(text) : [...text.matchAll(IDS[format])].map(([, id = '']) => id);
  const found = named.filter((id) => known.has(id)).length;
  return found > 0 && 2 * found >= named.length;
}

function tableIds(text: string): readonly string[] {
  const [head = [], ...body] = readDelimited(text, delimiterOf(text)).rows;
  const at = head.findIndex(isIdColumn);
  return body.map((cells) => cells[at] ?? '');
}
