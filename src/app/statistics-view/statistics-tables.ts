import type { ScoreDifference } from '../../core/mqm/score-difference.ts';
import type { Agreements } from '../../core/mqm/statistics-agreement.ts';
import type { CategoryRow } from '../../core/mqm/statistics-categories.ts';
import type { ScoreRow } from '../../core/mqm/statistics-segments.ts';
import type { Statistics } from '../../core/mqm/statistics.ts';
import { SEVERITIES } from '../../core/mqm/typology.ts';
import { t } from '../../i18n/i18n.ts';
import { categoryName } from './category-name.ts';
import type { Cell, Column, Table } from './table.ts';

/** What a reader calls a variant, by id. */
export type NameOf = (variant: string) => string;

const text = (label: string): Column => ({ label });
const count = (label: string): Column => ({ label, digits: 0 });
const score = (label: string): Column => ({ label, digits: 2 });

/** Both scorers, per paragraph and per 100 words. */
const scoreColumns = (): readonly Column[] => [
  score(t('statistics.wmtPerSegment')),
  score(t('statistics.marotPerSegment')),
  score(t('statistics.wmtPerWords')),
  score(t('statistics.marotPerWords')),
];
const scoreCells = ({
  perSegment,
  perHundredWords,
}: Pick<ScoreRow, 'perSegment' | 'perHundredWords'>): readonly Cell[] => [
  perSegment.wmt,
  perSegment.marot,
  perHundredWords?.wmt,
  perHundredWords?.marot,
];

/** A column of ratings where there is one to show. */
const ratingColumn = (rows: readonly ScoreRow[]): readonly Column[] =>
  rows.some(({ esa }) => esa !== undefined) ? [{ label: t('statistics.esa'), digits: 1 }] : [];

export function variantTable({ variants }: Statistics, nameOf: NameOf): Table {
  return {
    caption: t('statistics.byVariant'),
    columns: [
      text(t('statistics.variant')),
      count(t('statistics.segments')),
      count(t('statistics.errors')),
      ...scoreColumns(),
      ...ratingColumn(variants),
    ],
    rows: variants.map((row) => ({
      cells: [nameOf(row.variant), row.segments, row.errors, ...scoreCells(row), row.esa],
    })),
  };
}

export function annotatorTable({ annotators }: Statistics): Table {
  return {
    caption: t('statistics.annotatorTable'),
    columns: [
      text(t('statistics.annotator')),
      count(t('statistics.segments')),
      count(t('statistics.errors')),
      ...scoreColumns(),
      ...ratingColumn(annotators),
    ],
    rows: annotators.map((row) => ({
      cells: [row.annotator, row.segments, row.errors, ...scoreCells(row), row.esa],
    })),
  };
}

export function paragraphTable({ paragraphs }: Statistics, nameOf: NameOf): Table {
  return {
    caption: t('statistics.byParagraph'),
    columns: [
      count(t('statistics.paragraph')),
      text(t('statistics.variant')),
      count(t('statistics.annotators')),
      count(t('statistics.errors')),
      ...scoreColumns(),
      ...ratingColumn(paragraphs),
    ],
    rows: paragraphs.map((row) => ({
      paragraph: row.paragraph,
      cells: [row.number, nameOf(row.variant), row.annotators, row.errors, ...scoreCells(row), row.esa],
    })),
  };
}

export function categoryTable(categories: readonly CategoryRow[], nameOf: NameOf): Table {
  return {
    caption: t('statistics.categoryTable'),
    columns: [
      text(t('statistics.category')),
      text(t('statistics.variant')),
      count(t('statistics.errors')),
      ...SEVERITIES.map((severity) => count(t(`mqm.severity.${severity}`))),
      ...scoreColumns(),
    ],
    rows: categories.map((row) => ({
      cells: [
        categoryName(row.category),
        nameOf(row.variant),
        row.errors,
        ...SEVERITIES.map((severity) => row.severities[severity] ?? 0),
        ...scoreCells(row),
      ],
    })),
  };
}

export function differenceTable(differences: readonly ScoreDifference[], nameOf: NameOf): Table {
  return {
    caption: t('statistics.differenceTable'),
    columns: [
      text(t('statistics.label')),
      text(t('statistics.variant')),
      count(t('statistics.errors')),
      { label: t('statistics.wmtWeight'), digits: 1 },
      { label: t('statistics.wmtRule'), isLong: true },
      { label: t('statistics.marotWeight'), digits: 1 },
      { label: t('statistics.marotRule'), isLong: true },
      score(t('statistics.differenceColumn')),
    ],
    rows: differences.map(({ system, category, severity, errors, wmt, marot, difference }) => ({
      cells: [
        `${severity} ${category}`,
        nameOf(system),
        errors,
        wmt.weight,
        t(`mqm.rule.${wmt.rule}`),
        marot.weight,
        t(`mqm.rule.${marot.rule}`),
        difference,
      ],
    })),
  };
}

export function agreementTable({ pairs }: Agreements): Table {
  const percent = (share: number | undefined): Cell => (share === undefined ? undefined : 100 * share);
  return {
    caption: t('statistics.agreementTable'),
    columns: [
      text(t('statistics.pair')),
      count(t('statistics.common')),
      count(t('statistics.marksOne')),
      count(t('statistics.marksOther')),
      score(t('statistics.precision')),
      score(t('statistics.recall')),
      score(t('statistics.f1')),
      count(t('statistics.sameCategory')),
      count(t('statistics.sameDimension')),
      count(t('statistics.sameSeverity')),
      score(t('statistics.categoryAlpha')),
      score(t('statistics.severityAlpha')),
    ],
    rows: pairs.map((pair) => ({
      cells: [
        t('statistics.pairName', { one: pair.one, other: pair.other }),
        pair.segments,
        pair.marks.one,
        pair.marks.other,
        pair.precision,
        pair.recall,
        pair.f1,
        percent(pair.sameCategory),
        percent(pair.sameDimension),
        percent(pair.sameSeverity),
        pair.categoryAlpha,
        pair.severityAlpha,
      ],
    })),
  };
}
