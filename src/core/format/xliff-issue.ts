import type { Category, Severity } from '../mqm/typology.ts';

/** Types of localization quality issues (ITS 2.0, appendix C), and the category each is read as. */
const CATEGORY_OF = {
  terminology: 'terminology',
  mistranslation: 'accuracy/mistranslation',
  omission: 'accuracy/omission',
  untranslated: 'accuracy/untranslated',
  addition: 'accuracy/addition',
  duplication: 'accuracy/addition',
  inconsistency: 'style/inconsistent-style',
  grammar: 'linguistic-conventions/grammar',
  legal: 'other',
  register: 'style/language-register',
  'locale-specific-content': 'audience-appropriateness/culture-specific-reference',
  'locale-violation': 'locale-conventions',
  style: 'style',
  characters: 'linguistic-conventions/character-encoding',
  misspelling: 'linguistic-conventions/spelling',
  typographical: 'linguistic-conventions/punctuation',
  formatting: 'design-and-markup',
  'inconsistent-entities': 'accuracy',
  numbers: 'accuracy/mistranslation',
  markup: 'design-and-markup/markup-tag',
  'pattern-problem': 'other',
  whitespace: 'linguistic-conventions/textual-conventions',
  internationalization: 'other',
  length: 'design-and-markup/truncation',
  'non-conformance': 'other',
  uncategorized: 'non-translation',
  other: 'other',
} as const satisfies Record<string, Category>;
export type IssueType = keyof typeof CATEGORY_OF;

/** What is not simply the category that a type is read as. */
const TYPE_OF: Readonly<Partial<Record<Category, IssueType>>> = {
  accuracy: 'mistranslation',
  'accuracy/mistranslation': 'mistranslation',
  'accuracy/overtranslation': 'mistranslation',
  'accuracy/undertranslation': 'mistranslation',
  'accuracy/addition': 'addition',
  'accuracy/do-not-translate': 'mistranslation',
  'linguistic-conventions/unintelligible': 'uncategorized',
  'audience-appropriateness/culture-specific-reference': 'locale-specific-content',
  'design-and-markup/truncation': 'length',
  'terminology/inconsistent-use': 'inconsistency',
  'source-issue': 'other',
  other: 'other',
};
const BY_CATEGORY: ReadonlyMap<string, IssueType> = new Map(
  (Object.entries(CATEGORY_OF) as [IssueType, Category][]).map(([type, category]) => [category, type]),
);

/** The type of issue nearest to a category; a subtype that has none is what its dimension is. */
export function issueType(category: Category): IssueType {
  const dimension = category.split('/', 1)[0]!;
  return (
    TYPE_OF[category] ??
    BY_CATEGORY.get(category) ??
    TYPE_OF[dimension as Category] ??
    BY_CATEGORY.get(dimension) ??
    'other'
  );
}

/** The category that a type of issue is read as; `undefined` for a value that is no type. */
export function categoryOfIssue(type: string): Category | undefined {
  return Object.hasOwn(CATEGORY_OF, type) ? CATEGORY_OF[type as IssueType] : undefined;
}

/** ITS has a number from 0 to 100 and leaves its meaning to the tool. */
const SCORES: Readonly<Record<Severity, number>> = { neutral: 0, minor: 25, major: 60, critical: 100 };

export function issueSeverity(severity: Severity): number {
  return SCORES[severity];
}

/** The severity whose number is nearest; only 0 is neutral, since a tool that reports an issue means one. */
export function severityOfIssue(score: number): Severity {
  if (score <= 0) return 'neutral';
  if (score < (SCORES.minor + SCORES.major) / 2) return 'minor';
  return score < (SCORES.major + SCORES.critical) / 2 ? 'major' : 'critical';
}
