import type { TFunction } from 'i18next';
import type { Interval } from '../core/metric/resample.ts';
import type { MetricName } from './metric-options.ts';
import { textTable } from './text-table.ts';

export interface MetricResult {
  readonly name: MetricName;
  /** As sacreBLEU writes it. */
  readonly label: string;
  /** In per cent, as are all scores here. */
  readonly score: number;
  readonly signature: string;
  readonly segments: readonly number[];
  /** Segments in which TER's search for shifts ended early. */
  readonly cut: number;
  readonly confidence?: Interval;
  readonly baseline?: {
    readonly score: number;
    readonly difference: number;
    readonly p: number;
    readonly test: string;
  };
}

/** `{metric, score, signature}` and what else was asked for; a list when no metric was named. */
export function jsonScores(
  results: readonly MetricResult[],
  { hasSegments, isList }: { hasSegments: boolean; isList: boolean },
): string {
  const shown = results.map(({ name, score, signature, segments, cut, confidence, baseline }) => ({
    metric: name,
    score,
    signature,
    ...(confidence === undefined ? {} : { confidence }),
    ...(baseline === undefined ? {} : { baseline }),
    ...(hasSegments ? { segments } : {}),
    ...(cut > 0 ? { cut } : {}),
  }));
  return `${JSON.stringify(isList ? shown : shown[0])}\n`;
}

export function textScores(
  results: readonly MetricResult[],
  { hasSegments, t }: { hasSegments: boolean; t: TFunction },
): string {
  const whole = corpusTable(results, t);
  return hasSegments ? `${segmentTable(results, t)}\n${whole}` : whole;
}

function corpusTable(results: readonly MetricResult[], t: TFunction): string {
  const [first] = results;
  const hasConfidence = first?.confidence !== undefined;
  const hasBaseline = first?.baseline !== undefined;
  const columns = [
    'metric',
    'score',
    ...(hasConfidence ? ['confidence'] : []),
    ...(hasBaseline ? ['baseline', 'difference', 'p'] : []),
    'signature',
  ];
  const rows = results.map(({ label, score, signature, confidence, baseline }) => [
    label,
    decimal(score, t),
    ...(confidence === undefined
      ? []
      : [`${decimal(confidence.mean, t)} ± ${decimal(confidence.halfWidth, t)}`]),
    ...(baseline === undefined
      ? []
      : [
          decimal(baseline.score, t),
          `${baseline.difference > 0 ? '+' : ''}${decimal(baseline.difference, t)}`,
          t('cli.metric.probability', { value: baseline.p }),
        ]),
    signature,
  ]);
  const right = columns.map((_, column) => column).slice(1, -1);
  return textTable([columns.map((column) => t(`cli.metric.${column}`)), ...rows], right);
}

function segmentTable(results: readonly MetricResult[], t: TFunction): string {
  const lines = results[0]?.segments ?? [];
  const rows = lines.map((_, line) => [
    String(line + 1),
    ...results.map(({ segments }) => decimal(segments[line]!, t)),
  ]);
  const head = [t('cli.metric.line'), ...results.map(({ label }) => label)];
  return textTable(
    [head, ...rows],
    head.map((_, column) => column),
  );
}

const decimal = (value: number, t: TFunction): string => t('cli.metric.decimal', { value });
