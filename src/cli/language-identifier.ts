import { detect, supportedLanguages, toISO3 } from 'tinyld';
import type { LanguageIdentifier } from '../core/check/context.ts';

const known: ReadonlySet<string> = new Set(supportedLanguages);

/** tinyld's trigram model, behind the interface that the checks expect. */
export const languageIdentifier: LanguageIdentifier = {
  knows: (lang) => known.has(toISO3(lang.toLowerCase().split('-', 1)[0] ?? '')),
  identify: (text) => detect(text) || undefined,
};
