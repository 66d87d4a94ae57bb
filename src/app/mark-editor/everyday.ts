import type { Category } from '../../core/mqm/typology.ts';

/** The categories that a reader needs on most days, by the digit that chooses them; the full tree is beside. */
export const EVERYDAY: readonly Category[] = [
  'accuracy/mistranslation',
  'accuracy/omission',
  'accuracy/addition',
  'terminology/wrong-term',
  'linguistic-conventions/grammar',
  'linguistic-conventions/punctuation',
  'style/unidiomatic-style',
  'style/awkward-style',
  'accuracy/untranslated',
];

/** The key that sets each severity and, where a category is chosen, saves. */
export const SEVERITY_KEYS = { n: 'neutral', m: 'minor', j: 'major', c: 'critical' } as const;
