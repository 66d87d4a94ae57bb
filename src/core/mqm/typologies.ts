import type { LocalText } from '../work/model.ts';
import { CATEGORIES, type Category, DIMENSIONS, SEVERITIES, type Severity, subtypesOf } from './typology.ts';

/** A category as a typology offers it; what it does not say is taken from the interface's own texts. */
export interface TypologyEntry {
  readonly category: Category;
  readonly name?: LocalText;
  readonly explanation?: LocalText;
  readonly example?: LocalText;
}

/**
 * What annotators may choose from: a selection of categories, in the order in which they are offered, under
 * names of one's own if need be. Marks hold the category itself, so that works with different typologies
 * stay comparable.
 */
export interface Typology {
  /** `core`, `wmt`, `everyday` or an id of one's own. */
  readonly id: string;
  readonly name?: LocalText;
  readonly entries: readonly TypologyEntry[];
  /** From the lightest on. */
  readonly severities: readonly Severity[];
}

const typology = (
  id: string,
  categories: readonly Category[],
  severities = SEVERITIES.slice(),
): Typology => ({
  id,
  entries: categories.map((category) => ({ category })),
  severities,
});

/** The whole MQM core tree, and the special categories. */
const core = typology('core', CATEGORIES);

/** What the annotators of WMT's metrics task chose from (Freitag et al. 2021, table 10). */
const wmt = typology(
  'wmt',
  [
    'accuracy/addition',
    'accuracy/omission',
    'accuracy/mistranslation',
    'accuracy/untranslated',
    'linguistic-conventions/punctuation',
    'linguistic-conventions/spelling',
    'linguistic-conventions/grammar',
    'style/language-register',
    'style/inconsistent-style',
    'linguistic-conventions/character-encoding',
    'terminology/wrong-term',
    'terminology/inconsistent-use',
    'style/awkward-style',
    'locale-conventions/address-format',
    'locale-conventions/currency-format',
    'locale-conventions/date-format',
    'locale-conventions/telephone-format',
    'locale-conventions/time-format',
    'other',
    'source-issue',
    'non-translation',
  ],
  ['neutral', 'minor', 'major'],
);

/** For readers who are no linguists: the nine kinds of error that come up on most days, and four that are rare. */
const everyday = typology('everyday', [
  'accuracy/mistranslation',
  'accuracy/omission',
  'accuracy/addition',
  'terminology/wrong-term',
  'linguistic-conventions/grammar',
  'linguistic-conventions/punctuation',
  'style/unidiomatic-style',
  'style/awkward-style',
  'accuracy/untranslated',
  'linguistic-conventions/unintelligible',
  'non-translation',
  'source-issue',
  'other',
]);

export const TYPOLOGIES: readonly Typology[] = [core, wmt, everyday];

/** The categories of a typology as a tree: each dimension that it has something of, with its subtypes. */
export function typologyTree(
  typology: Typology,
): readonly { readonly dimension: Category; readonly entries: readonly TypologyEntry[] }[] {
  const groups = DIMENSIONS.map((dimension) => ({
    dimension,
    entries: typology.entries.filter(
      ({ category }) => category === dimension || subtypesOf(dimension).includes(category),
    ),
  }));
  const special = typology.entries
    .filter(
      ({ category }) => !groups.some(({ entries }) => entries.some((entry) => entry.category === category)),
    )
    .map((entry) => ({ dimension: entry.category, entries: [entry] }));
  return [...groups.filter(({ entries }) => entries.length > 0), ...special];
}
