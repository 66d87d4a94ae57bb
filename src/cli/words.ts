import i18next, { type TFunction } from 'i18next';
import de from '../../translations/interface/de.json';
import en from '../../translations/interface/en.json';

const WORDS = { en, de };
const VARIABLES = ['LESART_LANG', 'LC_ALL', 'LC_MESSAGES', 'LANG'];

/** The language of the messages: the first variable that is set decides; English when we do not speak it. */
export function messageLanguage(env: Readonly<Record<string, string | undefined>>): keyof typeof WORDS {
  const wanted =
    VARIABLES.map((name) => env[name]).find((value) => value !== undefined && value !== '') ?? '';
  const language = wanted.split(/[-_.@]/, 1)[0]?.toLowerCase() ?? '';
  return language === 'de' ? 'de' : 'en';
}

export async function startWords(env: Readonly<Record<string, string | undefined>>): Promise<TFunction> {
  const resources = Object.fromEntries(
    Object.entries(WORDS).map(([language, translation]) => [language, { translation }]),
  );
  return i18next.init({
    lng: messageLanguage(env),
    fallbackLng: 'en',
    resources,
    // Arguments are texts from files: they are shown as they are, and `$t(…)` in one calls nothing.
    interpolation: { escapeValue: false, skipOnVariables: true },
  });
}
