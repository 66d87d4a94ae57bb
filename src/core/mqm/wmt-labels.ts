import { CATEGORIES, type Category, SEVERITIES, type Severity } from './typology.ts';

/**
 * What WMT's annotation calls each category (Freitag et al. 2021; Anthea's MQM template). It is coarser than
 * the MQM core: what it does not tell apart has one label.
 */
const LABELS: Readonly<Record<Category, string>> = {
  terminology: 'Terminology',
  'terminology/wrong-term': 'Terminology/Inappropriate for context',
  'terminology/inconsistent-use': 'Terminology/Inconsistent',
  'terminology/inconsistent-with-resource': 'Terminology',
  accuracy: 'Accuracy',
  'accuracy/mistranslation': 'Accuracy/Mistranslation',
  'accuracy/overtranslation': 'Accuracy/Mistranslation',
  'accuracy/undertranslation': 'Accuracy/Mistranslation',
  'accuracy/addition': 'Accuracy/Addition',
  'accuracy/omission': 'Accuracy/Omission',
  'accuracy/do-not-translate': 'Accuracy/Mistranslation',
  'accuracy/untranslated': 'Accuracy/Untranslated text',
  'linguistic-conventions': 'Fluency',
  'linguistic-conventions/grammar': 'Fluency/Grammar',
  'linguistic-conventions/punctuation': 'Fluency/Punctuation',
  'linguistic-conventions/spelling': 'Fluency/Spelling',
  'linguistic-conventions/unintelligible': 'Fluency',
  'linguistic-conventions/character-encoding': 'Fluency/Character encoding',
  'linguistic-conventions/textual-conventions': 'Fluency',
  style: 'Style',
  'style/organizational-style': 'Style',
  'style/third-party-style': 'Style',
  'style/inconsistent-with-external-reference': 'Style',
  'style/language-register': 'Fluency/Register',
  'style/awkward-style': 'Style/Awkward',
  'style/unidiomatic-style': 'Style/Awkward',
  'style/inconsistent-style': 'Fluency/Inconsistency',
  'locale-conventions': 'Locale convention',
  'locale-conventions/number-format': 'Locale convention',
  'locale-conventions/currency-format': 'Locale convention/Currency format',
  'locale-conventions/measurement-format': 'Locale convention',
  'locale-conventions/time-format': 'Locale convention/Time format',
  'locale-conventions/date-format': 'Locale convention/Date format',
  'locale-conventions/address-format': 'Locale convention/Address format',
  'locale-conventions/telephone-format': 'Locale convention/Telephone format',
  'locale-conventions/shortcut-key': 'Locale convention',
  'audience-appropriateness': 'Other',
  'audience-appropriateness/culture-specific-reference': 'Other',
  'audience-appropriateness/offensive': 'Other',
  'design-and-markup': 'Other',
  'design-and-markup/character-formatting': 'Other',
  'design-and-markup/layout': 'Other',
  'design-and-markup/markup-tag': 'Other',
  'design-and-markup/truncation': 'Other',
  'design-and-markup/missing-text': 'Other',
  'design-and-markup/link': 'Other',
  'non-translation': 'Non-translation!',
  'source-issue': 'Source issue',
  other: 'Other',
};

/** Other labels of published files, and whole dimensions that the MQM core calls otherwise. */
const ALIASES: Readonly<Record<string, Category>> = {
  'terminology/inconsistent use of terminology': 'terminology/inconsistent-use',
  'terminology/inconsistent use': 'terminology/inconsistent-use',
  'accuracy/source language fragment': 'accuracy/untranslated',
  'accuracy/creative reinterpretation': 'accuracy',
  'accuracy/gender mismatch': 'accuracy/mistranslation',
  'fluency/display': 'linguistic-conventions/character-encoding',
  'style/unnatural or awkward': 'style/awkward-style',
  'style/bad sentence structure': 'style/awkward-style',
  'style/archaic or obscure word choice': 'style/awkward-style',
  'locale convention/name format': 'locale-conventions',
  'source error': 'source-issue',
};

const normalised = (label: string): string =>
  label.toLowerCase().replaceAll('_', ' ').replace(/\/-$/, '').replace(/!$/, '').trim();

const BY_LABEL: ReadonlyMap<string, Category> = new Map([
  // The first category with a label is the one that the label means: the general one, or the common one.
  ...[...CATEGORIES]
    .reverse()
    .map((category): [string, Category] => [normalised(LABELS[category]), category]),
  ['other', 'other'],
  ...CATEGORIES.map((category): [string, Category] => [category, category]),
  ...Object.entries(ALIASES),
]);

/** WMT's label, for example `Fluency/Punctuation`. */
export function wmtCategory(category: Category): string {
  return LABELS[category];
}

/** WMT's label, for example `Major`. */
export function wmtSeverity(severity: Severity): string {
  return severity.charAt(0).toUpperCase() + severity.slice(1);
}

/**
 * The category that a label means, WMT's or our own, whatever the case; for an unknown subtype its dimension,
 * `undefined` for a label we do not know at all.
 */
export function categoryOfLabel(label: string): Category | undefined {
  const name = normalised(label);
  return BY_LABEL.get(name) ?? BY_LABEL.get(name.split('/', 1)[0]!.trim());
}

/** The severity that a label means, whatever the case. */
export function severityOfLabel(label: string): Severity | undefined {
  const name = label.trim().toLowerCase();
  // Marot's name for what costs a tenth of a minor error.
  return name === 'trivial' ? 'minor' : SEVERITIES.find((severity) => severity === name);
}
