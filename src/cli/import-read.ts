import { canonical } from '../core/contribution/canonical.ts';
import type { Contribution } from '../core/contribution/record.ts';
import { tmxCorrections } from '../core/format/tmx-corrections.ts';
import { readTmx } from '../core/format/tmx-read.ts';
import { readXliff } from '../core/format/xliff-read.ts';
import type { XliffText } from '../core/format/xliff-write.ts';
import type { Problem, Read } from '../core/problem.ts';
import type { VariantInfo } from '../core/work/model.ts';
import { correctedTextOf, type OpenedWork, variantOf } from './export-work.ts';
import { lookup } from './marks-texts.ts';

export interface ImportOptions {
  /** Who proposes, where the file does not say. */
  readonly author: string;
  /** ISO 8601, UTC with milliseconds. */
  readonly time: string;
  readonly newId: () => string;
  /** The variant that the file's translations are of; found by their language when left out. */
  readonly variant?: string;
}

/**
 * What a file of translations says about a work: XLIFF 2.0, 2.1 or 1.2, or TMX. Translations that differ from the
 * paragraphs as they stand now are corrections.
 */
export function readTranslations(
  text: string,
  file: string,
  opened: OpenedWork,
  options: ImportOptions,
): Read<readonly Contribution[]> {
  return /<(?:\w+:)?tmx[\s>]/u.test(text.slice(0, HEAD))
    ? tmxRecords(text, file, opened, options)
    : xliffRecords(text, file, opened, options);
}

/** The root is named early; what it is, the reader checks. */
const HEAD = 10_000;

function xliffRecords(
  text: string,
  file: string,
  opened: OpenedWork,
  options: ImportOptions,
): Read<readonly Contribution[]> {
  const { work } = opened;
  const target = options.variant ?? variantIn(text, opened)?.id ?? work.subject;
  const source = target === work.reference ? work.subject : work.reference;
  const texts = withTexts(opened).map((info) => correctedTextOf(opened, info));
  const { value, problems } = readXliff(text, file, {
    ...options,
    work: work.slug,
    variants: { source, target: variantOf(opened, target).id },
    textOf: lookup(texts),
  });
  return { value: (value?.records ?? []).filter((record) => record.work === work.slug), problems };
}

const withTexts = ({ work, files }: OpenedWork): readonly VariantInfo[] =>
  work.variants.filter(({ id }) => files.has(`${id}.md`));

/** The variant whose language a file names as the one it translates into; undefined when several are. */
function variantIn(text: string, opened: OpenedWork): VariantInfo | undefined {
  const lang = /\b(?:trgLang|target-language)\s*=\s*["']([^"']+)["']/u
    .exec(text.slice(0, HEAD))?.[1]
    ?.toLowerCase();
  if (lang === undefined) return undefined;
  const others = withTexts(opened).filter(({ id }) => id !== opened.work.reference);
  const exact = others.filter((info) => info.lang.toLowerCase() === lang);
  const near = exact.length > 0 ? exact : others.filter((info) => primary(info.lang) === primary(lang));
  return near.find(({ id }) => id === opened.work.subject) ?? (near.length === 1 ? near[0] : undefined);
}

const primary = (lang: string): string | undefined => lang.toLowerCase().split('-', 1)[0];

function tmxRecords(
  text: string,
  file: string,
  opened: OpenedWork,
  { variant, ...options }: ImportOptions,
): Read<readonly Contribution[]> {
  const { work } = opened;
  const { value: units, problems } = readTmx(text, file);
  if (units === undefined) return { value: [], problems };
  const textOf = (id: string): XliffText => correctedTextOf(opened, variantOf(opened, id));
  const targets = variant === undefined ? withTexts(opened).map(({ id }) => id) : [variant];
  const reads = targets
    .filter((id) => id !== work.reference)
    .map((id) =>
      tmxCorrections(units, file, {
        ...options,
        work: work.slug,
        source: textOf(work.reference),
        target: textOf(id),
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

export interface NewRecords {
  readonly added: readonly Contribution[];
  /** How many the work has already, or a proposal that says the same. */
  readonly known: number;
  /** Ids that the work has for other records. */
  readonly conflicts: readonly string[];
}

/** The records that a work does not have yet. */
export function newRecords({ records, state }: OpenedWork, read: readonly Contribution[]): NewRecords {
  const byId = new Map(records.map((record) => [record.id, record]));
  const said = new Set(
    [...state.corrections.values()].flat().map(({ correction }) => proposalKey(correction)),
  );
  const added: Contribution[] = [];
  const conflicts: string[] = [];
  for (const record of read) {
    const other = byId.get(record.id);
    if (other !== undefined) {
      if (canonical(other) !== canonical(record)) conflicts.push(record.id);
      continue;
    }
    const key = proposalKey(record);
    if (key !== undefined && said.has(key)) continue;
    if (key !== undefined) said.add(key);
    byId.set(record.id, record);
    added.push(record);
  }
  return { added, known: read.length - added.length - conflicts.length, conflicts };
}

function proposalKey(record: Contribution): string | undefined {
  if (!('base' in record) || record.type !== 'correction') return undefined;
  const { variant, paragraph, base, text } = record;
  return JSON.stringify([variant, paragraph, base, text]);
}
