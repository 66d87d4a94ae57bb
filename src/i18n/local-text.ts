import type { LocalText } from '../core/work/model.ts';

/** One wording of a text that exists in several languages, with the language it is in. */
export interface Wording {
  readonly text: string;
  readonly lang: string;
}

/** The wording in the wanted language, else English, else the first there is. */
export function wording(local: LocalText | undefined, wanted: string): Wording | undefined {
  if (!local) return undefined;
  const lang = [wanted, wanted.split('-')[0] ?? wanted, 'en', ...Object.keys(local)].find(
    (tag) => local[tag] !== undefined,
  );
  return lang === undefined ? undefined : { text: local[lang] ?? '', lang };
}
