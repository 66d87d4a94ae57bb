import type { Agreements } from '../../core/mqm/statistics-agreement.ts';
import type { CategoryRow } from '../../core/mqm/statistics-categories.ts';
import type { ScoreRow, Scores } from '../../core/mqm/statistics-segments.ts';
import type { ParagraphRow } from '../../core/mqm/statistics.ts';
import { SEVERITIES } from '../../core/mqm/typology.ts';
import { SCORERS, type Scorer } from '../../core/mqm/weight.ts';
import { t } from '../../i18n/i18n.ts';
import { categoryName } from './category-name.ts';
import type { Bar, BarsAlongText, GroupedBars, PlaceBar, StackedBars } from './chart.ts';
import { decimal } from './decimal.ts';
import { SCORER_PATTERNS, SEVERITY_PATTERNS } from './patterns.ts';
import type { StatisticsFilter } from './statistics-filter.ts';
import type { NameOf } from './statistics-tables.ts';

/** More bars than this along the text are too thin to see or to hit. */
const MOST_BARS = 240;

type Unit = StatisticsFilter['per'];

const scoresIn = (row: Pick<ScoreRow, 'perSegment' | 'perHundredWords'>, per: Unit): Scores | undefined =>
  per === 'words' ? row.perHundredWords : row.perSegment;
const scoreAxis = (per: Unit): string =>
  per === 'words' ? t('statistics.scorePerWords') : t('statistics.scorePerSegment');

/** Both scorers' scores of whatever has a name. */
export function scoreChart(
  rows: readonly { readonly name: string; readonly row: ScoreRow }[],
  wording: { readonly label: string; readonly names: string },
  per: Unit,
): GroupedBars {
  const bars = rows.flatMap(({ name, row }) => {
    const scores = scoresIn(row, per);
    return SCORERS.flatMap((scorer): Bar[] => {
      if (scores === undefined) return [];
      const score = decimal(scores[scorer], 2);
      return [
        {
          name,
          value: scores[scorer],
          pattern: SCORER_PATTERNS[scorer],
          text: score,
          title: t('statistics.byScorer', { name, scorer: t(`statistics.${scorer}`), score }),
        },
      ];
    });
  });
  return {
    kind: 'grouped',
    ...wording,
    values: scoreAxis(per),
    legend: SCORERS.map((scorer) => ({
      pattern: SCORER_PATTERNS[scorer],
      label: t(`statistics.${scorer}`),
    })),
    bars,
  };
}

/** Errors of all variants by category, each bar made of its severities, the gravest first. */
export function categoryChart(rows: readonly CategoryRow[]): StackedBars {
  const categories = new Map<string, Map<(typeof SEVERITIES)[number], number>>();
  for (const { category, severities } of rows) {
    const name = categoryName(category);
    const sums = categories.get(name) ?? new Map<(typeof SEVERITIES)[number], number>();
    categories.set(name, sums);
    for (const severity of SEVERITIES)
      sums.set(severity, (sums.get(severity) ?? 0) + (severities[severity] ?? 0));
  }
  const totals = [...categories]
    .map(([name, sums]) => {
      const value = [...sums.values()].reduce((sum, own) => sum + own, 0);
      return { name, value, text: decimal(value, 0) };
    })
    .sort((a, b) => b.value - a.value);
  const gravestFirst = [...SEVERITIES].reverse();
  const bars = [...categories].flatMap(([name, sums]) =>
    gravestFirst.flatMap((severity): Bar[] => {
      const value = sums.get(severity) ?? 0;
      const number = decimal(value, 0);
      const title = t('statistics.errorsTitle', {
        category: name,
        severity: t(`mqm.severity.${severity}`),
        number,
      });
      return value === 0 ? [] : [{ name, value, pattern: SEVERITY_PATTERNS[severity], text: number, title }];
    }),
  );
  return {
    kind: 'stacked',
    label: t('statistics.byCategory'),
    values: t('statistics.errorsAxis'),
    names: t('statistics.category'),
    legend: gravestFirst
      .filter((severity) => rows.some(({ severities }) => (severities[severity] ?? 0) > 0))
      .map((severity) => ({
        pattern: SEVERITY_PATTERNS[severity],
        label: t(`mqm.severity.${severity}`),
      })),
    bars,
    totals,
  };
}

/** How many paragraphs share a bar. */
export function binSize(from: number, to: number): number {
  return Math.ceil((to - from + 1) / MOST_BARS);
}

/** One scorer's scores along the text, a panel for each variant. */
export function paragraphChart(
  rows: readonly ParagraphRow[],
  { per, scorer: named }: StatisticsFilter,
  nameOf: NameOf,
): BarsAlongText {
  const scorer: Scorer = named ?? 'wmt';
  const from = rows[0]?.number ?? 1;
  const to = rows.at(-1)?.number ?? 1;
  const size = binSize(from, to);
  const panels = new Map<string, Map<number, ParagraphRow[]>>();
  for (const row of rows) {
    const bins = panels.get(row.variant) ?? new Map<number, ParagraphRow[]>();
    panels.set(row.variant, bins);
    const bin = Math.floor((row.number - from) / size);
    const own = bins.get(bin);
    if (own) own.push(row);
    else bins.set(bin, [row]);
  }
  const bar = (bin: number, own: readonly ParagraphRow[], variant: string): PlaceBar[] => {
    const scores = own.flatMap((row) => {
      const score = scoresIn(row, per)?.[scorer];
      return score === undefined ? [] : [{ row, score }];
    });
    const [first] = scores;
    if (!first) return [];
    const start = from + bin * size;
    const end = Math.min(to, start + size - 1);
    const value = scores.reduce((sum, { score }) => sum + score, 0) / scores.length;
    const worst = scores.reduce((most, one) => (one.score > most.score ? one : most), first);
    const place = start === end ? String(start) : `${String(start)}–${String(end)}`;
    const title = t('statistics.barTitle', { place, variant, score: decimal(value, 2) });
    return [{ from: start, to: end, value, title, paragraph: worst.row.paragraph }];
  };
  return {
    kind: 'along',
    label: t('statistics.byParagraph'),
    values: t(`statistics.${scorer}`),
    names: t('statistics.paragraphAxis'),
    legend: [{ pattern: SCORER_PATTERNS[scorer], label: `${t(`statistics.${scorer}`)}: ${scoreAxis(per)}` }],
    pattern: SCORER_PATTERNS[scorer],
    panels: [...panels].map(([variant, bins]) => ({
      name: nameOf(variant),
      bars: [...bins].flatMap(([bin, own]) => bar(bin, own, nameOf(variant))),
    })),
    from,
    to,
  };
}

/** F1 of each pair of annotators. */
export function agreementChart({ pairs }: Agreements): GroupedBars {
  return {
    kind: 'grouped',
    label: t('statistics.agreement'),
    values: t('statistics.f1Axis'),
    names: t('statistics.pair'),
    legend: [{ pattern: SCORER_PATTERNS.wmt, label: t('statistics.f1') }],
    max: 1,
    bars: pairs.flatMap((pair): Bar[] => {
      if (pair.f1 === undefined) return [];
      const name = t('statistics.pairName', { one: pair.one, other: pair.other });
      const shown = decimal(pair.f1, 2);
      const title = t('statistics.byScorer', { name, scorer: t('statistics.f1'), score: shown });
      return [{ name, value: pair.f1, pattern: SCORER_PATTERNS.wmt, text: shown, title }];
    }),
  };
}
