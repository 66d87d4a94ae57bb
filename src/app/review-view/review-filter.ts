import { FAMILIES, type Family } from '../../core/check/finding.ts';

/** The parts of the queue beside the findings: accepted corrections that differ, and marks without a place. */
export const OTHER_SECTIONS = ['forks', 'strays'] as const;
export type Section = 'findings' | (typeof OTHER_SECTIONS)[number];

/** What the queue shows. What is absent restricts nothing, or is as at first. */
export interface ReviewFilter {
  readonly section?: (typeof OTHER_SECTIONS)[number] | undefined;
  readonly family?: Family | undefined;
  /** Id of a check. */
  readonly check?: string | undefined;
  /** Id of a variant. */
  readonly variant?: string | undefined;
  /** Findings of at least this confidence, 0..1. */
  readonly confidence?: number | undefined;
  /** Only where no mark stands yet. */
  readonly unmarked?: true | undefined;
  /** Dismissed findings, and those that were made marks of, are shown too. */
  readonly settled?: true | undefined;
  /** Ids of checks that are off by default and were switched on. */
  readonly extra?: readonly string[] | undefined;
}

/** The choices of a least confidence. */
export const CONFIDENCES = [0.5, 0.7, 0.8, 0.9] as const;

const NAMES = {
  section: 'rs',
  family: 'rf',
  check: 'rc',
  variant: 'rv',
  confidence: 'rm',
  unmarked: 'ru',
  settled: 'rd',
  extra: 'ro',
} as const;

/** Reads `rs`, `rf`, `rc`, `rv`, `rm` (percent), `ru`, `rd`, `ro` (repeated); what cannot be is as good as absent. */
export function readReviewFilter(parameters: URLSearchParams): ReviewFilter {
  const text = (key: keyof typeof NAMES): string | undefined => parameters.get(NAMES[key]) ?? undefined;
  const extra = [...new Set(parameters.getAll(NAMES.extra).filter(Boolean))];
  return shortestReview({
    section: OTHER_SECTIONS.find((name) => name === text('section')),
    family: FAMILIES.find((name) => name === text('family')),
    check: text('check'),
    variant: text('variant'),
    confidence: CONFIDENCES.find((least) => String(Math.round(least * 100)) === text('confidence')),
    unmarked: text('unmarked') === '1' || undefined,
    settled: text('settled') === '1' || undefined,
    extra,
  });
}

/** Writes a filter among an address's parameters, in place of what they said of one; other parameters stay. */
export function writeReviewFilter(filter: ReviewFilter, parameters: URLSearchParams): void {
  for (const name of Object.values(NAMES)) parameters.delete(name);
  for (const key of ['section', 'family', 'check', 'variant'] as const) {
    const value = filter[key];
    if (value !== undefined) parameters.set(NAMES[key], value);
  }
  if (filter.confidence !== undefined)
    parameters.set(NAMES.confidence, String(Math.round(filter.confidence * 100)));
  for (const key of ['unmarked', 'settled'] as const) if (filter[key]) parameters.set(NAMES[key], '1');
  for (const id of filter.extra ?? []) parameters.append(NAMES.extra, id);
}

/** The filter without what restricts nothing. */
export function shortestReview(filter: ReviewFilter): ReviewFilter {
  return Object.fromEntries(
    Object.entries(filter).filter(
      ([, value]: [string, unknown]) =>
        value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  );
}

/** Whether it leaves out findings that are open. */
export function isRestricting({ family, check, variant, confidence, unmarked }: ReviewFilter): boolean {
  return [family, check, variant, confidence, unmarked].some((part) => part !== undefined);
}

/** The filter with no open finding left out. */
export function unrestrictedReview({ section, settled, extra }: ReviewFilter): ReviewFilter {
  return shortestReview({ section, settled, extra });
}
