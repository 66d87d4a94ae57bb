import type { Metric } from './metric.ts';

export interface SignatureContext {
  /** References of each segment. */
  readonly references: number | 'var';
  /** Who computed it. */
  readonly version: string;
  /** Samples of a bootstrap, and exchanges of an approximate randomisation. */
  readonly bootstrap?: number;
  readonly randomisation?: number;
  readonly seed?: number;
}

/**
 * What one must know to compute a score again, in sacreBLEU's form (Post 2018):
 * `nrefs:1|case:mixed|eff:no|tok:13a|smooth:exp|version:…`.
 */
export function signature(metric: Metric, context: SignatureContext): string {
  const { references, version, bootstrap, randomisation, seed } = context;
  const pairs = [
    ['nrefs', references],
    ['bs', bootstrap],
    ['ar', randomisation],
    ['seed', seed],
    ...metric.settings,
    ['version', version],
  ];
  return pairs
    .filter(([, value]) => value !== undefined)
    .map((pair) => pair.join(':'))
    .join('|');
}
