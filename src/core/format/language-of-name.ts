import { isLanguageTag } from '../work/schema.ts';

const TAG = /(?:^|[._ ()-])([A-Za-z]{2,3})(?:[-_]([A-Za-z]{4}))?(?:[-_]([A-Z]{2}|\d{3}))?$/u;
/** Words that happen to be codes too; they count only where nothing else could be meant: `x.it.txt`. */
const WORDS = [
  'is',
  'in',
  'it',
  'to',
  'no',
  'as',
  'an',
  'or',
  'so',
  'he',
  'am',
  'be',
  'my',
  'we',
  'io',
  'la',
];
/** How a language is written with the codes that programs use. */
const OLD: Readonly<Record<string, string>> = { iw: 'he', in: 'id', ji: 'yi', jp: 'ja', cn: 'zh', kr: 'ko' };

/** The language in the name of a file (`x.de.txt`, `fr_FR.po`, `text-zh-Hans.md`), as a BCP 47 tag. */
export function languageOfName(name: string): string | undefined {
  const stem = (name.split(/[/\\]/u).at(-1) ?? '').replace(/(?<=.)\.[A-Za-z0-9]{1,8}$/u, '');
  const found = TAG.exec(stem);
  if (found === null) return undefined;
  const [whole, code = '', script, region] = found;
  const isWord = WORDS.includes(code.toLowerCase()) && region === undefined;
  if (isWord && !whole.startsWith('.') && whole.length < stem.length) return undefined;
  // A name that is a word in capitals or more is no code: "README", "The End".
  if (/^[A-Z]/u.test(code) && !(code === code.toUpperCase() && code.length === 2)) return undefined;
  return languageTagOf([code, script, region].filter((part) => part !== undefined).join('-'));
}

/** A tag as programs write it (`pt_BR`, `ZH-hans`, `de_DE.UTF-8`), as BCP 47; `undefined` for no known language. */
export function languageTagOf(written: string): string | undefined {
  const tag = written
    .trim()
    .replace(/[.@].*$/u, '')
    .replace(/_/gu, '-');
  const [code = '', ...rest] = tag.split('-');
  const lower = code.toLowerCase();
  // The old code of Indonesian is Hindi's country elsewhere; `in` alone is taken for the former.
  const joined = [OLD[lower] ?? lower, ...rest].join('-');
  if (!/^[a-z]{2,3}$/u.test(lower) || !isLanguageTag(joined)) return undefined;
  const [canonical] = Intl.getCanonicalLocales(joined);
  const [language = ''] = (canonical ?? '').split('-', 1);
  return names('en').of(language) === undefined ? undefined : canonical;
}

const made = new Map<string, Intl.DisplayNames>();

function names(lang: string): Intl.DisplayNames {
  const known = made.get(lang);
  if (known !== undefined) return known;
  const fresh = new Intl.DisplayNames([lang], { type: 'language', fallback: 'none' });
  made.set(lang, fresh);
  return fresh;
}

/** Two-letter codes that columns of tables are named by; with their names in English, German and their own. */
const CODES = (
  'ar bg bn ca cs cy da de el en eo es et eu fa fi fr ga gl gu he hi hr hu hy id is it ja ka kk km kn ko la ' +
  'lt lv mk ml mn mr ms my nb ne nl nn no pa pl ps pt ro ru sa sk sl sq sr sv sw ta te th tl tr uk ur uz vi yi zh'
).split(' ');
let byName: ReadonlyMap<string, string> | undefined;

/** A language by its code or its name in English, German or itself: `de-AT`, `German`, `Französisch`, `русский`. */
export function languageNamed(text: string): string | undefined {
  const plain = text.trim().toLowerCase();
  byName ??= new Map(
    CODES.flatMap((code) =>
      ['en', 'de', code].flatMap((lang) => {
        const name = names(lang).of(code)?.toLowerCase();
        return name === undefined ? [] : [[name, code] as const];
      }),
    ),
  );
  return (
    byName.get(plain) ??
    (/^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/iu.test(plain) ? languageTagOf(plain) : undefined)
  );
}
