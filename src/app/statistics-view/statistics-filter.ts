import type { JudgementFilter } from '../../core/mqm/statistics-filter.ts';
import { SEVERITIES } from '../../core/mqm/typology.ts';

/** What the statistics count, and how they show it. What is absent is as at first. */
export interface StatisticsFilter extends JudgementFilter {
  /** `clean`: paragraphs without marks count as free of errors. */
  readonly unmarked?: 'clean' | undefined;
  /** `words`: scores are per 100 words, not per paragraph. */
  readonly per?: 'words' | undefined;
  /** Whose scores are drawn along the text. */
  readonly scorer?: 'marot' | undefined;
  /** The variants whose difference is tested. */
  readonly pair?: readonly [string, string] | undefined;
}

const NAMES = {
  variants: 'sv',
  annotators: 'sa',
  categories: 'sc',
  severities: 'ss',
  range: 'sr',
  unmarked: 'su',
  per: 'sp',
  scorer: 'sm',
  pair: 'sd',
};

/** Reads `sv`, `sa`, `sc`, `ss` (repeated), `sr=3-20`, `su`, `sp`, `sm`, `sd`; what cannot be is as good as absent. */
export function readFilter(parameters: URLSearchParams): StatisticsFilter {
  const list = (name: string): readonly string[] | undefined => {
    const values = [...new Set(parameters.getAll(name).filter(Boolean))];
    return values.length > 0 ? values : undefined;
  };
  const severities = list(NAMES.severities);
  const known = SEVERITIES.filter((severity) => severities?.includes(severity));
  const range = /^(\d{0,7})-(\d{0,7})$/.exec(parameters.get(NAMES.range) ?? '');
  const [one, other] = parameters.getAll(NAMES.pair);
  return shortest({
    variants: list(NAMES.variants),
    annotators: list(NAMES.annotators),
    categories: list(NAMES.categories),
    severities: known.length > 0 ? known : undefined,
    from: Number(range?.[1]) || undefined,
    to: Number(range?.[2]) || undefined,
    unmarked: parameters.get(NAMES.unmarked) === 'clean' ? 'clean' : undefined,
    per: parameters.get(NAMES.per) === 'words' ? 'words' : undefined,
    scorer: parameters.get(NAMES.scorer) === 'marot' ? 'marot' : undefined,
    pair: one !== undefined && other !== undefined ? [one, other] : undefined,
  });
}

/** Writes a filter among an address's parameters, in place of what they said of one; other parameters stay. */
export function writeFilter(filter: StatisticsFilter, parameters: URLSearchParams): void {
  for (const name of Object.values(NAMES)) parameters.delete(name);
  for (const key of ['variants', 'annotators', 'categories', 'severities', 'pair'] as const) {
    for (const value of filter[key] ?? []) parameters.append(NAMES[key], value);
  }
  const { from, to } = filter;
  if (from !== undefined || to !== undefined)
    parameters.set(NAMES.range, `${String(from ?? '')}-${String(to ?? '')}`);
  for (const key of ['unmarked', 'per', 'scorer'] as const) {
    const value = filter[key];
    if (value !== undefined) parameters.set(NAMES[key], value);
  }
}

/** The filter without what restricts nothing. */
export function shortest(filter: StatisticsFilter): StatisticsFilter {
  return Object.fromEntries(
    Object.entries(filter).filter(
      ([, value]: [string, unknown]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  );
}

/** How many of its parts leave something out. */
export function restrictions({
  variants,
  annotators,
  categories,
  severities,
  from,
  to,
}: StatisticsFilter): number {
  const parts = [variants, annotators, categories, severities, from ?? to];
  return parts.filter((part) => part !== undefined).length;
}

/** The filter with nothing left out, and shown as before. */
export function unrestricted({ unmarked, per, scorer, pair }: StatisticsFilter): StatisticsFilter {
  return shortest({ unmarked, per, scorer, pair });
}
