import { NO_ERROR } from '../../../src/core/mqm/annotation.ts';
import type { Judgement } from '../../../src/core/mqm/statistics-judgements.ts';
import type { Category, Severity } from '../../../src/core/mqm/typology.ts';
import { wmtCategory, wmtSeverity } from '../../../src/core/mqm/wmt-labels.ts';

/** That a paragraph of variant `A` has an error, by a first rater, unless told otherwise. */
export const judge = (
  number: number,
  category: Category,
  severity: Severity,
  given: Partial<Judgement> = {},
): Judgement => ({
  system: 'A',
  doc: 'w',
  segment: `p${String(number)}`,
  number,
  rater: 'Ada',
  category: wmtCategory(category),
  severity: wmtSeverity(severity),
  error: { category, severity },
  source: [],
  target: [{ start: 0, end: 4 }],
  ...given,
});

/** That it has none. */
export const clean = (number: number, given: Partial<Judgement> = {}): Judgement => ({
  system: 'A',
  doc: 'w',
  segment: `p${String(number)}`,
  number,
  rater: 'Ada',
  category: NO_ERROR,
  severity: NO_ERROR,
  source: [],
  target: [],
  ...given,
});
