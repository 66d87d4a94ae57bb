import { bleu, SMOOTHINGS } from '../core/metric/bleu.ts';
import { chrf, CHRF_PLUS_PLUS_WORD_ORDER } from '../core/metric/chrf.ts';
import type { Metric } from '../core/metric/metric.ts';
import { DEFAULT_SAMPLES, DEFAULT_SEED } from '../core/metric/resample.ts';
import { ter } from '../core/metric/ter.ts';
import { TOKENISERS } from '../core/metric/tokenise.ts';
import type { Arguments, OptionSpec } from './arguments.ts';
import { UsageError } from './usage-error.ts';

const METRICS = ['bleu', 'chrf', 'chrf++', 'ter'] as const;
export type MetricName = (typeof METRICS)[number];

const TESTS = ['bs', 'ar'] as const;

export const METRIC_OPTIONS = {
  metric: { type: 'string', choices: METRICS },
  json: { type: 'boolean' },
  sentence: { type: 'boolean' },
  confidence: { type: 'boolean' },
  baseline: { type: 'string' },
  test: { type: 'string', choices: TESTS },
  samples: { type: 'string' },
  seed: { type: 'string' },
  tokenize: { type: 'string', choices: TOKENISERS },
  smooth: { type: 'string', choices: SMOOTHINGS },
  lowercase: { type: 'boolean' },
  whitespace: { type: 'boolean' },
  'eps-smoothing': { type: 'boolean' },
  normalized: { type: 'boolean' },
  'no-punct': { type: 'boolean' },
  'asian-support': { type: 'boolean' },
  'case-sensitive': { type: 'boolean' },
} as const satisfies Record<string, OptionSpec>;

type Option = keyof typeof METRIC_OPTIONS;

const TER_ONLY: readonly Option[] = ['normalized', 'no-punct', 'asian-support', 'case-sensitive'];
const CHRF_ONLY: readonly Option[] = ['lowercase', 'whitespace', 'eps-smoothing'];
/** The options that belong to some metrics only. */
const SETTINGS: Readonly<Record<MetricName, readonly Option[]>> = {
  bleu: ['lowercase', 'tokenize', 'smooth'],
  chrf: CHRF_ONLY,
  'chrf++': CHRF_ONLY,
  ter: TER_ONLY,
};

export interface ChosenMetric {
  readonly name: MetricName;
  readonly metric: Metric;
}

/**
 * The metric that was asked for, or all, with the settings that were given.
 * @throws UsageError for a setting that the metric does not have
 */
export function chooseMetrics({ flags, values }: Arguments): readonly ChosenMetric[] {
  const asked = METRICS.filter((name) => name === values.get('metric'));
  const names = asked.length > 0 ? asked : METRICS;
  const settings = new Set<string>(Object.values(SETTINGS).flat());
  const allowed = new Set<string>(names.flatMap((name) => SETTINGS[name]));
  const misplaced = [...flags, ...values.keys()].find((name) => settings.has(name) && !allowed.has(name));
  if (misplaced !== undefined) {
    throw new UsageError('option-not-of-metric', { name: `--${misplaced}`, metric: names.join(', ') }, true);
  }
  return names.map((name) => ({ name, metric: makeMetric(name, { flags, values }) }));
}

function makeMetric(name: MetricName, { flags, values }: Pick<Arguments, 'flags' | 'values'>): Metric {
  const lowercase = flags.has('lowercase');
  switch (name) {
    case 'bleu': {
      const tokeniser = TOKENISERS.find((own) => own === values.get('tokenize')) ?? '13a';
      const smoothing = SMOOTHINGS.find((own) => own === values.get('smooth')) ?? 'exp';
      // A sentence may be shorter than the longest n-gram.
      return bleu({ lowercase, tokeniser, smoothing, effectiveOrder: flags.has('sentence') });
    }
    case 'chrf':
    case 'chrf++':
      return chrf({
        lowercase,
        wordOrder: name === 'chrf' ? 0 : CHRF_PLUS_PLUS_WORD_ORDER,
        whitespace: flags.has('whitespace'),
        epsSmoothing: flags.has('eps-smoothing'),
      });
    case 'ter':
      return ter({
        normalized: flags.has('normalized'),
        noPunct: flags.has('no-punct'),
        asianSupport: flags.has('asian-support'),
        caseSensitive: flags.has('case-sensitive'),
      });
  }
}

export interface Resampling {
  readonly hasConfidence: boolean;
  /** The test against the baseline. */
  readonly test: (typeof TESTS)[number];
  readonly bootstrap: number;
  readonly randomisation: number;
  readonly seed: number;
}

/** @throws UsageError for a number that is none, or an option that nothing here uses */
export function chooseResampling({ flags, values }: Arguments): Resampling {
  const hasConfidence = flags.has('confidence');
  const hasBaseline = values.has('baseline');
  if (values.has('test') && !hasBaseline) needs('test', '--baseline');
  for (const name of ['samples', 'seed']) {
    if (values.has(name) && !hasConfidence && !hasBaseline) needs(name, '--confidence, --baseline');
  }
  const samples = wholeNumber(values, 'samples', 2, 1_000_000);
  return {
    hasConfidence,
    test: TESTS.find((name) => name === values.get('test')) ?? 'bs',
    bootstrap: samples ?? DEFAULT_SAMPLES.bootstrap,
    randomisation: samples ?? DEFAULT_SAMPLES.randomisation,
    seed: wholeNumber(values, 'seed', 0, 2 ** 32 - 1) ?? DEFAULT_SEED,
  };
}

function needs(name: string, others: string): never {
  throw new UsageError('option-needs', { name: `--${name}`, others }, true);
}

function wholeNumber(
  values: ReadonlyMap<string, string>,
  name: string,
  least: number,
  most: number,
): number | undefined {
  const value = values.get(name);
  if (value === undefined) return undefined;
  const number = /^\d{1,10}$/.test(value) ? Number(value) : NaN;
  if (number >= least && number <= most) return number;
  throw new UsageError('number-invalid', { name: `--${name}`, value, least, most }, true);
}
