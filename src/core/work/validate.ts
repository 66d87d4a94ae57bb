import type { Problem, ProblemCode } from '../problem.ts';
import { rowOf } from './members.ts';
import type { VariantInfo, Work } from './model.ts';
import { type PlacedParagraph, readPlacedVariant } from './variant-file.ts';
import { readWork } from './work-json.ts';

/** A work's folder as texts, by path inside it. */
export interface WorkFolder {
  readonly files: ReadonlyMap<string, string>;
}

export const LOG_FILE = 'contributions.jsonl';
const WORK_FILE = 'work.json';

/** What a folder holds besides its contributions, as far as it can be read. */
export interface CheckedTexts {
  readonly problems: readonly Problem[];
  readonly work?: Work;
  /** By variant id. */
  readonly texts: ReadonlyMap<string, readonly PlacedParagraph[]>;
}

/** Checks a folder's declaration and texts; `validateFolder` in `contribution` checks its log as well. */
export function checkTexts(slug: string, { files }: WorkFolder): CheckedTexts {
  const json = files.get(WORK_FILE);
  if (json === undefined) {
    return { problems: [fault('file-missing', { name: WORK_FILE }, WORK_FILE)], texts: new Map() };
  }
  const { value: work, problems: found } = readWork(json);
  if (work === undefined) return { problems: found, texts: new Map() };

  const problems = [...found];
  if (work.slug !== slug) {
    problems.push(fault('slug-differs', { slug: work.slug, folder: slug }, WORK_FILE));
  }
  const texts = new Map<string, readonly PlacedParagraph[]>();
  for (const variant of work.variants) {
    problems.push(...fileProblems(variant, files));
    const text = files.get(`${variant.id}.md`);
    if (text === undefined || texts.has(variant.id)) continue;
    const read = readPlacedVariant(text, `${variant.id}.md`);
    problems.push(...read.problems);
    texts.set(variant.id, read.value);
  }
  for (const name of files.keys()) {
    if (name.endsWith('.md') && !work.variants.some(({ id }) => name === `${id}.md`)) {
      problems.push(fault('file-stray', { name }, name));
    }
  }

  const subject = texts.get(work.subject) ?? [];
  problems.push(...pageProblems(work, subject));
  for (const [id, text] of texts) {
    if (id !== work.subject) problems.push(...differences(`${id}.md`, text, work.subject, subject));
  }
  return { problems, work, texts };
}

function fault(code: ProblemCode, args: Problem['args'], file: string, line?: number): Problem {
  return { code, severity: 'fault', args, file, ...(line === undefined ? {} : { line }) };
}

function fileProblems({ id, status }: VariantInfo, files: ReadonlyMap<string, string>): readonly Problem[] {
  const name = `${id}.md`;
  if (status === 'complete' && !files.has(name))
    return [fault('variant-file-missing', { id, name }, WORK_FILE)];
  if (status === 'planned' && files.has(name)) return [fault('variant-file-unexpected', { id, name }, name)];
  return [];
}

function pageProblems({ page }: Work, subject: readonly PlacedParagraph[]): readonly Problem[] {
  if (page === undefined || subject.length === 0) return [];
  const ids = new Set(subject.map(({ id }) => id));
  const named: [string, string][] = [
    ['page.barAfter', page.barAfter],
    ...Object.keys(page.before).map((id): [string, string] => [`page.before.${id}`, id]),
  ];
  return named
    .filter(([, id]) => !ids.has(id))
    .map(([path, id]) => fault('page-paragraph-unknown', { path, id }, WORK_FILE));
}

/**
 * How a variant's rows differ from the subject's: missing, extra, another role, another order. How many paragraphs a
 * row has may differ from text to text. That one has none, or stands alone, is what a removal or an insertion makes of
 * a text, so it is said and no fault.
 */
function differences(
  file: string,
  text: readonly PlacedParagraph[],
  subjectId: string,
  subject: readonly PlacedParagraph[],
): readonly Problem[] {
  if (subject.length === 0) return [];
  const problems: Problem[] = [];
  const warn = (problem: Problem) => {
    problems.push({ ...problem, severity: 'warning' });
  };
  const own = firstOfRows(text);
  const expected = new Map([...firstOfRows(subject)].map(([id, { role }], index) => [id, { role, index }]));

  // A missing paragraph is reported where it belongs: at the one that stands before it.
  let line = 1;
  for (const id of expected.keys()) {
    const present = own.get(id);
    if (present === undefined) warn(fault('paragraph-missing', { id, subject: subjectId }, file, line));
    else line = present.line;
  }
  let furthest = -1;
  let isOrdered = true;
  for (const paragraph of text) {
    const { id, role, line: place } = paragraph;
    const row = rowOf(id);
    const known = expected.get(row);
    const isFirst = own.get(row) === paragraph;
    if (known === undefined) {
      if (isFirst) warn(fault('paragraph-extra', { id, subject: subjectId }, file, place));
      continue;
    }
    if (isFirst && known.role !== role) {
      const args = { id, role, expected: known.role, subject: subjectId };
      problems.push(fault('paragraph-role-differs', args, file, place));
    }
    if (known.index < furthest && isOrdered) {
      problems.push(fault('paragraph-order-differs', { id, subject: subjectId }, file, place));
      isOrdered = false;
    }
    furthest = Math.max(furthest, known.index);
  }
  return problems;
}

/** The first paragraph that a text has of each row, by the row's id. */
function firstOfRows(text: readonly PlacedParagraph[]): ReadonlyMap<string, PlacedParagraph> {
  const rows = new Map<string, PlacedParagraph>();
  for (const paragraph of text) {
    const row = rowOf(paragraph.id);
    if (!rows.has(row)) rows.set(row, paragraph);
  }
  return rows;
}
