import { type Annotation, isError } from './annotation.ts';

type Labels = Pick<Annotation, 'category' | 'severity'>;

/** What an error costs, and the rule that says so; the interface words each rule (`mqm.rule.<id>`). */
export interface Weighing {
  readonly weight: number;
  readonly rule: WmtRule | MarotRule | 'no-error';
}

export type WmtRule =
  | 'wmt-non-translation'
  | 'wmt-minor-punctuation'
  | 'wmt-major'
  | 'wmt-minor'
  | 'wmt-neutral'
  | 'wmt-otherwise';
export type MarotRule =
  | 'marot-trivial'
  | 'marot-reinterpretation'
  | 'marot-source'
  | 'marot-non-translation'
  | 'marot-minor'
  | 'marot-major'
  | 'marot-critical'
  | 'marot-otherwise';

export const RULES: readonly Weighing['rule'][] = [
  'no-error',
  'wmt-non-translation',
  'wmt-minor-punctuation',
  'wmt-major',
  'wmt-minor',
  'wmt-neutral',
  'wmt-otherwise',
  'marot-trivial',
  'marot-reinterpretation',
  'marot-source',
  'marot-non-translation',
  'marot-minor',
  'marot-major',
  'marot-critical',
  'marot-otherwise',
];

export const SCORERS = ['wmt', 'marot'] as const;
export type Scorer = (typeof SCORERS)[number];

const FREE: Weighing = { weight: 0, rule: 'no-error' };

/**
 * The weights of WMT's metrics task (Freitag et al. 2021, arXiv 2104.14478; google-research/mt-metrics-eval,
 * `score_mqm.py`). Labels are compared as they are written: an unknown severity, `Critical` among them,
 * costs nothing, and a source error costs what its severity does.
 */
export function wmtWeight({ category, severity }: Labels): Weighing {
  if (!isError({ category, severity })) return FREE;
  const [dimension, subtype] = category.split('/', 2);
  if (dimension === 'Non-translation!' || dimension === 'Non-translation') {
    return { weight: 25, rule: 'wmt-non-translation' };
  }
  if (severity === 'Major') return { weight: 5, rule: 'wmt-major' };
  if (severity === 'Minor' && dimension === 'Fluency' && subtype === 'Punctuation') {
    return { weight: 0.1, rule: 'wmt-minor-punctuation' };
  }
  if (severity === 'Minor') return { weight: 1, rule: 'wmt-minor' };
  if (severity === 'Neutral') return { weight: 0, rule: 'wmt-neutral' };
  return { weight: 0, rule: 'wmt-otherwise' };
}

const MAROT: readonly (Weighing & { readonly pattern: RegExp })[] = [
  { rule: 'marot-trivial', weight: 0.1, pattern: /minor:.*punctuation|trivial:/i },
  { rule: 'marot-reinterpretation', weight: 0, pattern: /:.*reinterpretation/i },
  { rule: 'marot-source', weight: 0, pattern: /:source/i },
  { rule: 'marot-non-translation', weight: 25, pattern: /non.translation/i },
  { rule: 'marot-minor', weight: 1, pattern: /minor:/i },
  { rule: 'marot-major', weight: 5, pattern: /major:/i },
  { rule: 'marot-critical', weight: 5, pattern: /critical:/i },
];

/**
 * The default weights of Marot (google-research/google-research, `marot/marot.js`): the first pattern that
 * `severity:category` matches, whatever the case.
 */
export function marotWeight({ category, severity }: Labels): Weighing {
  if (!isError({ category, severity })) return FREE;
  const label = `${severity}:${category}`;
  const { weight, rule } = MAROT.find(({ pattern }) => pattern.test(label)) ?? {
    weight: 0,
    rule: 'marot-otherwise',
  };
  return { weight, rule };
}

export const WEIGHTS: Readonly<Record<Scorer, (labels: Labels) => Weighing>> = {
  wmt: wmtWeight,
  marot: marotWeight,
};
