/** Office documents name a language for each of three groups of scripts. */
export type ScriptGroup = 'western' | 'asian' | 'complex';
/** BCP 47 by group. */
export type GroupLanguages = Readonly<Partial<Record<ScriptGroup, string>>>;

const ASIAN = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Bopomofo}]/u;
const WESTERN = /^[\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{sc=Armenian}\p{sc=Georgian}]/u;
const LETTER = /\p{L}/u;

/** The group of a text by its first letter; undefined without one. */
export function scriptGroup(text: string): ScriptGroup | undefined {
  const letter = LETTER.exec(text)?.[0];
  if (letter === undefined) return undefined;
  if (ASIAN.test(letter)) return 'asian';
  return WESTERN.test(letter) ? 'western' : 'complex';
}

/** The language of most of a document's text. */
export interface LanguageCount {
  readonly add: (text: string, languages: GroupLanguages) => void;
  readonly most: () => string | undefined;
}

/** Counts characters by the language that is declared for them. */
export function languageCount(): LanguageCount {
  const counts = new Map<string, number>();
  return {
    add: (text, languages) => {
      const group = scriptGroup(text);
      const language = group === undefined ? undefined : languages[group];
      if (language !== undefined) counts.set(language, (counts.get(language) ?? 0) + text.length);
    },
    most: () => {
      const [first] = [...counts].sort(([, a], [, b]) => b - a);
      return first === undefined ? undefined : languageTag(first[0]);
    },
  };
}

/** A tag as BCP 47 spells it; undefined for none, or one that says that there is none. */
export function languageTag(tag: string | undefined): string | undefined {
  const trimmed = tag?.trim().replaceAll('_', '-') ?? '';
  if (!/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,8}$/.test(trimmed) || /^(zxx|und|mul|none)\b/i.test(trimmed)) {
    return undefined;
  }
  try {
    return Intl.getCanonicalLocales(trimmed)[0];
  } catch {
    return undefined;
  }
}
