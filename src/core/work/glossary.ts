import type { Problem, ProblemCode, Read } from '../problem.ts';
import { excerpt, isIdentifier } from './schema.ts';

export const GLOSSARY_FILE = 'glossary.tsv';
const MAX_LENGTH = 1 << 20;
/** Marks a rendering that must not be used. */
const FORBIDDEN = '!';
const FIXED_COLUMNS = ['term', 'sense'] as const;

/** One line of a glossary: a term of the reference in one sense. */
export interface GlossaryEntry {
  readonly term: string;
  /** What it means in this work, in a few words. */
  readonly sense: string;
  /** By variant id, base forms, the usual one first; a variant that is not there leaves the term free. */
  readonly renderings: ReadonlyMap<string, readonly string[]>;
  /** By variant id, renderings that must not be used. */
  readonly forbidden?: ReadonlyMap<string, readonly string[]>;
  /** 1-based. */
  readonly line: number;
}

export interface Glossary {
  /** The heads of the columns behind the sense, in their order. */
  readonly variants: readonly string[];
  readonly entries: readonly GlossaryEntry[];
}

const EMPTY: Glossary = { variants: [], entries: [] };

/**
 * Reads a work's glossary: tab-separated values without quoting. The header is `term`, `sense` and ids of
 * variants; a cell holds renderings between ` | `; one that begins with `!` must not be used; an empty cell fixes
 * nothing. Lines without a term are left out, of two lines with one term and sense the first stays.
 */
export function readGlossary(source: string): Read<Glossary> {
  const problems: Problem[] = [];
  const fault = (code: ProblemCode, line: number, args: Problem['args']) => {
    problems.push({ code, severity: 'fault', args, file: GLOSSARY_FILE, line });
  };
  if (source.length > MAX_LENGTH) {
    const args = { length: source.length, limit: MAX_LENGTH };
    return {
      value: EMPTY,
      problems: [{ code: 'file-too-large', severity: 'fault', args, file: GLOSSARY_FILE }],
    };
  }
  const [header = '', ...lines] = source.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const [term, sense, ...variants] = cellsOf(header);
  if (term !== FIXED_COLUMNS[0] || sense !== FIXED_COLUMNS[1]) {
    fault('glossary-header-invalid', 1, { header: excerpt(header) });
    return { value: EMPTY, problems };
  }
  variants.forEach((id, index) => {
    const path = `header[${index + FIXED_COLUMNS.length}]`;
    if (!isIdentifier(id)) fault('id-invalid', 1, { path, value: excerpt(id) });
    else if (variants.indexOf(id) < index) fault('variant-repeated', 1, { path, id });
  });

  const entries: GlossaryEntry[] = [];
  const lineOf = new Map<string, number>();
  lines.forEach((content, index) => {
    if (content.trim() === '') return;
    const line = index + 2;
    const [term = '', sense = '', ...cells] = cellsOf(content);
    const first = lineOf.get(`${term}\t${sense}`);
    if (cells.length > variants.length) {
      fault('glossary-cells-surplus', line, {
        count: cells.length + FIXED_COLUMNS.length,
        limit: variants.length + FIXED_COLUMNS.length,
      });
    }
    if (term === '') fault('value-missing', line, { path: FIXED_COLUMNS[0] });
    else if (first !== undefined) fault('glossary-term-repeated', line, { term: excerpt(term), first });
    else {
      entries.push({ term, sense, ...renderingsOf(variants, cells), line });
      lineOf.set(`${term}\t${sense}`, line);
    }
  });
  return { value: { variants, entries }, problems };
}

/**
 * Writes a glossary as `readGlossary` reads it. A cell cannot hold tabs, line breaks or, in a rendering, `|` and a
 * leading `!`: they become blanks. Of two entries with one term and sense the first is written.
 */
export function writeGlossary({ variants, entries }: Glossary): string {
  const seen = new Set<string>();
  const lines = entries.flatMap(({ term, sense, renderings, forbidden }) => {
    const [head, about] = [cell(term), cell(sense)];
    if (head === '' || seen.has(`${head}\t${about}`)) return [];
    seen.add(`${head}\t${about}`);
    const cells = variants.map((variant) =>
      [
        ...(renderings.get(variant) ?? []).map(listed),
        ...(forbidden?.get(variant) ?? []).map((text) => FORBIDDEN + listed(text)),
      ]
        .filter((text) => text !== '' && text !== FORBIDDEN)
        .join(' | '),
    );
    return [[head, about, ...cells].join('\t')];
  });
  return [[...FIXED_COLUMNS, ...variants].join('\t'), ...lines, ''].join('\n');
}

const cell = (text: string): string => text.replace(/\s+/gu, ' ').trim();
const listed = (text: string): string => cell(cell(text.replaceAll('|', ' ')).replace(/^[!\s]+/u, ''));

const cellsOf = (line: string): readonly string[] => line.split('\t').map((cell) => cell.trim());

function renderingsOf(
  variants: readonly string[],
  cells: readonly string[],
): Pick<GlossaryEntry, 'renderings' | 'forbidden'> {
  const renderings = new Map<string, readonly string[]>();
  const forbidden = new Map<string, readonly string[]>();
  variants.forEach((variant, index) => {
    if (variants.indexOf(variant) < index) return;
    const listed = (cells[index] ?? '').split('|').map((rendering) => rendering.trim());
    const given = listed.filter((rendering) => rendering !== '' && !rendering.startsWith(FORBIDDEN));
    const not = listed
      .filter((rendering) => rendering.startsWith(FORBIDDEN))
      .map((rendering) => rendering.slice(FORBIDDEN.length).trim())
      .filter((rendering) => rendering !== '');
    if (given.length > 0) renderings.set(variant, given);
    if (not.length > 0) forbidden.set(variant, not);
  });
  return { renderings, ...(forbidden.size === 0 ? {} : { forbidden }) };
}
