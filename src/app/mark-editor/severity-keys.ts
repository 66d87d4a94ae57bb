/** The key that sets each severity and, where a category is chosen, makes the mark. */
export const SEVERITY_KEYS = { n: 'neutral', m: 'minor', j: 'major', c: 'critical' } as const;

/** So many categories of a typology, its first ones, have a digit of their own. */
export const WITH_DIGIT = 9;
