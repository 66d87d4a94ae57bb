import i18next from 'i18next';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type en from '../../translations/interface/en.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof en };
  }
}

const locales = import.meta.glob<Record<string, unknown>>('../../translations/interface/*.json', {
  import: 'default',
});
/** What the first view does not say (tools/vite-interface.ts cuts it off). */
const laterTexts = import.meta.glob<Record<string, unknown>>('../../translations/interface/*.json', {
  import: 'default',
  query: '?later',
});
const pathOf = (lang: string): string => `../../translations/interface/${lang}.json`;

/** The interface languages that exist, as BCP 47 tags. */
export const LANGUAGES: readonly string[] = Object.keys(locales).map((path) =>
  path.slice(path.lastIndexOf('/') + 1, -'.json'.length),
);

/** The first wanted language that exists, by exact tag, then by its primary subtag; English otherwise. */
export function chooseLanguage(wanted: readonly string[], available: readonly string[] = LANGUAGES): string {
  for (const tag of wanted) {
    const primary = tag.split('-')[0] ?? tag;
    const found = available.find((lang) => lang === tag) ?? available.find((lang) => lang === primary);
    if (found) return found;
  }
  return 'en';
}

let laterWanted = false;

async function load(lang: string): Promise<void> {
  if (!i18next.hasResourceBundle(lang, 'translation')) {
    const texts = await locales[pathOf(lang)]?.();
    i18next.addResourceBundle(lang, 'translation', texts ?? {});
  }
  if (!laterWanted) return;
  const texts = await laterTexts[pathOf(lang)]?.();
  i18next.addResourceBundle(lang, 'translation', texts ?? {}, true);
}

/** Loads the texts that the first view does not need, from now on in every language that is chosen. */
export async function loadLaterTexts(): Promise<void> {
  laterWanted = true;
  await load(i18next.language);
  // Elements that rendered before these texts were there render again.
  i18next.emit('languageChanged', i18next.language);
}

/** Starts i18next in the stored language, else in the browser's. Texts are complete in every language (a test
 * holds them to that), so that there is no fallback to load. */
export async function startI18n(browser: readonly string[], stored?: string): Promise<void> {
  await i18next.init({
    fallbackLng: false,
    resources: {},
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  await changeLanguage(chooseLanguage(stored ? [stored, ...browser] : browser));
}

/** The language that was asked for last; an earlier one that loads more slowly must not win. */
let asked = '';

/** Loads and switches to a language; the page's `lang` follows. */
export async function changeLanguage(lang: string): Promise<void> {
  asked = lang;
  await load(lang);
  if (asked !== lang) return;
  await i18next.changeLanguage(lang);
  document.documentElement.lang = lang;
}

export const t = i18next.t;

/** A name as it stands inside a sentence or a list: lower case, as the language writes it. */
export const inText = (name: string): string => name.toLocaleLowerCase(i18next.language);

/** The interface's language now. */
export const language = (): string => i18next.language;

/** Re-renders its host when the language changes. */
export class LocaleController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #changed = (): void => {
    this.#host.requestUpdate();
  };

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    i18next.on('languageChanged', this.#changed);
  }

  hostDisconnected(): void {
    i18next.off('languageChanged', this.#changed);
  }
}
