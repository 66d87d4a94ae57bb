import type { Judgement } from '../../core/mqm/statistics-judgements.ts';
import { CATEGORIES, type Category, dimensionOf, SEVERITIES } from '../../core/mqm/typology.ts';
import { t } from '../../i18n/i18n.ts';
import type { Choice, Choices } from './statistics-filters.ts';
import type { StatisticsFilter } from './statistics-filter.ts';
import type { NameOf } from './statistics-tables.ts';

/** What there is to filter by in a work; what the filter names stays there, so that it can be unticked. */
export function choicesOf(
  judgements: readonly Judgement[],
  filter: StatisticsFilter,
  order: readonly string[],
  nameOf: NameOf,
): Choices {
  const variants = new Map<string, number>();
  const annotators = new Map<string, number>();
  const categories = new Map<string, number>();
  const severities = new Map<string, number>();
  const count = (map: Map<string, number>, key: string, errors: number): void => {
    map.set(key, (map.get(key) ?? 0) + errors);
  };
  for (const { system, rater, error } of judgements) {
    count(variants, system, error ? 1 : 0);
    count(annotators, rater, error ? 1 : 0);
    if (!error) continue;
    const dimension = dimensionOf(error.category);
    count(categories, dimension, 1);
    if (dimension !== error.category) count(categories, error.category, 1);
    count(severities, error.severity, 1);
  }
  for (const id of filter.variants ?? []) count(variants, id, 0);
  for (const name of filter.annotators ?? []) count(annotators, name, 0);
  for (const category of filter.categories ?? []) count(categories, category, 0);
  for (const severity of filter.severities ?? []) count(severities, severity, 0);

  const choices = (
    map: ReadonlyMap<string, number>,
    values: readonly string[],
    label: (value: string) => string,
  ): readonly Choice[] =>
    [...new Set([...values, ...map.keys()])]
      .filter((value) => map.has(value))
      .map((value) => ({ value, label: label(value), errors: map.get(value) ?? 0 }));
  const isCategory = (value: string): value is Category => CATEGORIES.some((known) => known === value);
  return {
    variants: choices(variants, order, nameOf),
    annotators: choices(annotators, [...annotators.keys()].sort(), (name) => name),
    categories: choices(categories, CATEGORIES, (value) =>
      isCategory(value) ? t(`mqm.category.${value}`) : value,
    ).map((choice) => ({ ...choice, isKind: choice.value.includes('/') })),
    severities: choices(severities, SEVERITIES, (value) => {
      const severity = SEVERITIES.find((known) => known === value);
      return severity ? t(`mqm.severity.${severity}`) : value;
    }),
  };
}
