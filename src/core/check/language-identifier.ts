import { detect, supportedLanguages, toISO3 } from 'tinyld';
import type { LanguageIdentifier } from './context.ts';

const known: ReadonlySet<string> = new Set(supportedLanguages);

/** tinyld's trigram model (about 250 KiB gzipped: for a worker or the command line, never for the page). */
export const languageIdentifier: LanguageIdentifier = {
  knows: (lang) => known.has(toISO3(lang.toLowerCase().split('-', 1)[0] ?? '')),
  identify: (text) => detect(text) || undefined,
};
