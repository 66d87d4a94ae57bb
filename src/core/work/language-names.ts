/** Languages by their names in lower case, as people write them over columns: in the language itself, in English, and
 * in the others of the list. */
export function languageNames(langs: readonly string[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const display of new Set([...langs, 'en'])) {
    for (const lang of langs) {
      for (const tag of new Set([lang, lang.split('-', 1)[0] ?? lang])) {
        const name = nameOf(tag, display);
        if (name !== undefined && !names.has(name)) names.set(name, lang);
      }
    }
  }
  return names;
}

function nameOf(tag: string, display: string): string | undefined {
  try {
    return new Intl.DisplayNames(display, { type: 'language', fallback: 'none' }).of(tag)?.toLowerCase();
  } catch {
    return undefined;
  }
}
