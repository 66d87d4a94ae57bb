/** The MQM core error typology (https://themqm.org, ISO 5060): seven dimensions and their subtypes. */
export const MQM_CORE = [
  'terminology',
  'terminology/wrong-term',
  'terminology/inconsistent-use',
  'terminology/inconsistent-with-resource',
  'accuracy',
  'accuracy/mistranslation',
  'accuracy/overtranslation',
  'accuracy/undertranslation',
  'accuracy/addition',
  'accuracy/omission',
  'accuracy/do-not-translate',
  'accuracy/untranslated',
  'linguistic-conventions',
  'linguistic-conventions/grammar',
  'linguistic-conventions/punctuation',
  'linguistic-conventions/spelling',
  'linguistic-conventions/unintelligible',
  'linguistic-conventions/character-encoding',
  'linguistic-conventions/textual-conventions',
  'style',
  'style/organizational-style',
  'style/third-party-style',
  'style/inconsistent-with-external-reference',
  'style/language-register',
  'style/awkward-style',
  'style/unidiomatic-style',
  'style/inconsistent-style',
  'locale-conventions',
  'locale-conventions/number-format',
  'locale-conventions/currency-format',
  'locale-conventions/measurement-format',
  'locale-conventions/time-format',
  'locale-conventions/date-format',
  'locale-conventions/address-format',
  'locale-conventions/telephone-format',
  'locale-conventions/shortcut-key',
  'audience-appropriateness',
  'audience-appropriateness/culture-specific-reference',
  'audience-appropriateness/offensive',
  'design-and-markup',
  'design-and-markup/character-formatting',
  'design-and-markup/layout',
  'design-and-markup/markup-tag',
  'design-and-markup/truncation',
  'design-and-markup/missing-text',
  'design-and-markup/link',
] as const;

/**
 * What WMT's annotators have beside the dimensions (Freitag et al. 2021): a segment too garbled to mark its
 * single errors, a fault of the source, and what fits nowhere else.
 */
export const SPECIAL_CATEGORIES = ['non-translation', 'source-issue', 'other'] as const;

/**
 * All that a mark may be: a dimension, `dimension/subtype` or a special category. The interface names each
 * one (`mqm.category.<id>`) and explains it (`mqm.explanation.<id>`).
 */
export const CATEGORIES = [...MQM_CORE, ...SPECIAL_CATEGORIES] as const;
export type Category = (typeof CATEGORIES)[number];

/** The categories without a subtype; a special category stands for itself. */
export type Dimension = Exclude<Category, `${string}/${string}`>;
/** The seven dimensions of MQM. */
export const DIMENSIONS = MQM_CORE.filter(
  (category): category is Exclude<typeof category, `${string}/${string}`> => !category.includes('/'),
);

/** From a mere preference to an error that may do harm. */
export const SEVERITIES = ['neutral', 'minor', 'major', 'critical'] as const;
export type Severity = (typeof SEVERITIES)[number];

/**
 * How a machine comes to an error, not part of MQM: a word with several senses; a sentence cut at a link or
 * node border; a clause that lost its place; a pronoun's reference; negation or its scope; structure carried
 * over word by word; a term translated without context; an earlier compiler's change; the page's layout.
 */
export const CAUSES = [
  'homonym',
  'cut',
  'lost-clause',
  'pronoun',
  'polarity',
  'calque',
  'context',
  'compilation',
  'layout',
] as const;
export type CauseKind = (typeof CAUSES)[number];

export function dimensionOf(category: Category): Dimension {
  return category.split('/', 1)[0] as Dimension;
}

export function subtypesOf(dimension: Dimension): readonly Category[] {
  return CATEGORIES.filter((category) => category.startsWith(`${dimension}/`));
}
