/** Languages that are offered first: those of the work that comes with the app. */
export const FIRST = [
  'de',
  'el',
  'en',
  'es',
  'fi',
  'fr',
  'id',
  'it',
  'ja',
  'ko',
  'la',
  'pt',
  'ru',
  'sa',
  'zh',
] as const;

/** Further ones that many people write, and forms of the first that differ in writing. */
const FURTHER =
  'af am ar as ay az be bg bn bo br bs ca ceb co cs cy da de-AT de-CH dsb dv dz en-GB en-US eo es-419 et eu fa fil fo fr-CA fy ga gd gl gn grc gu ha haw he hi hmn hr hsb ht hu hy ig is jv ka kk kl km kn ku ky lb lg ln lo lt lv mg mi mk ml mn mr ms mt my nb ne nl nn no nso ny oc om or os pa pl ps pt-BR pt-PT qu rm ro rw sc sd se si sk sl sm sn so sq sr sr-Latn st su sv sw ta te tg th ti tk tl tn to tr ts tt ug uk ur uz vi wo xh yi yo yue za zh-Hans zh-Hant zu'.split(
    ' ',
  );

const names = new Map<string, Intl.DisplayNames>();

/** Making one costs more than asking it a hundred times. */
function namesIn(lang: string): Intl.DisplayNames {
  let known = names.get(lang);
  if (!known) names.set(lang, (known = new Intl.DisplayNames([lang], { type: 'language' })));
  return known;
}

/** A language's name in another language, or its tag where nobody knows it. */
export function languageName(lang: string, inLanguage: string): string {
  if (lang === 'und') return lang;
  try {
    return namesIn(inLanguage).of(lang) ?? lang;
  } catch {
    return lang;
  }
}

/** A language's own name, with a capital where its writing has any: what a column is headed by. */
export function ownName(lang: string): string {
  const name = languageName(lang, lang);
  const [first = ''] = name;
  return first.toLocaleUpperCase(lang === 'und' ? 'en' : lang) + name.slice(first.length);
}

export interface LanguageGroups {
  readonly first: readonly string[];
  /** In the order of their names. */
  readonly others: readonly string[];
}

const sorted = new Map<string, LanguageGroups>();

function byName(tags: readonly string[], inLanguage: string): readonly string[] {
  const { compare } = new Intl.Collator(inLanguage);
  return tags
    .map((lang) => [lang, languageName(lang, inLanguage)] as const)
    .sort(([, one], [, other]) => compare(one, other))
    .map(([lang]) => lang);
}

/** All that are offered, one that is chosen already among them. */
export function languagesFor(chosen: string, inLanguage: string): LanguageGroups {
  let groups = sorted.get(inLanguage);
  if (!groups) {
    groups = { first: byName(FIRST, inLanguage), others: byName(FURTHER, inLanguage) };
    sorted.set(inLanguage, groups);
  }
  const isKnown = chosen === 'und' || [...groups.first, ...groups.others].includes(chosen);
  return isKnown ? groups : { ...groups, others: byName([...groups.others, chosen], inLanguage) };
}
