import { describe, expect, test } from 'vitest';

interface Words {
  readonly [key: string]: string | Words;
}

const files = import.meta.glob<Words>('../../../translations/interface/*.json', {
  eager: true,
  import: 'default',
});
const languages = Object.entries(files).map(
  ([path, words]) => [path.replace(/^.*\/|\.json$/g, ''), words] as const,
);
const english = languages.find(([lang]) => lang === 'en')?.[1] ?? {};

const leaves = (words: Words, path: readonly string[] = []): readonly (readonly [string, string])[] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [[[...path, key].join('.'), value] as const] : leaves(value, [...path, key]),
  );

const PLURAL = /_(zero|one|two|few|many|other)$/;
const namesIn = (text: string): readonly string[] =>
  [...text.matchAll(/\{\{\s*([\w-]+)/g)].map(([, name = '']) => name);

/** The keys without their plural endings, each with the names that its forms use between them. */
function messages(words: Words): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, readonly string[]>();
  for (const [key, text] of leaves(words)) {
    const base = key.replace(PLURAL, '');
    names.set(base, [...new Set([...(names.get(base) ?? []), ...namesIn(text)])].sort());
  }
  return names;
}

const counted = new Set(
  leaves(english).flatMap(([key]) => (key.endsWith('_other') ? [key.replace(PLURAL, '')] : [])),
);

test('there are languages to compare', () => {
  expect(languages.map(([lang]) => lang)).toEqual(expect.arrayContaining(['de', 'en']));
  expect(counted.size).toBeGreaterThan(0);
});

describe.each(languages)('the interface in %s', (lang, words) => {
  test('has the messages of the English one, no more and no fewer', () => {
    expect([...messages(words).keys()].sort()).toEqual([...messages(english).keys()].sort());
  });

  test('puts the same values into each', () => {
    const own = messages(words);
    const differing = [...messages(english)].flatMap(([key, names]) =>
      names.join() === own.get(key)?.join() ? [] : [`${key}: ${names.join()} / ${String(own.get(key))}`],
    );
    expect(differing).toEqual([]);
  });

  test('has every form that its numbers ask for, and no form that they never ask for', () => {
    const forms = new Intl.PluralRules(lang).resolvedOptions().pluralCategories;
    const keys = new Set(leaves(words).map(([key]) => key));
    for (const key of counted) {
      expect(forms.filter((form) => !keys.has(`${key}_${form}`)).map((form) => `${key}_${form}`)).toEqual([]);
    }
    // i18next takes `_zero` for nothing in every language.
    const idle = [...keys].filter((key) => {
      const form = PLURAL.exec(key)?.[1];
      return form !== undefined && form !== 'zero' && !forms.some((asked) => asked === form);
    });
    expect(idle).toEqual([]);
  });

  test('leaves no message empty, and no bracket of a value open', () => {
    const broken = leaves(words).filter(
      ([, text]) => text.trim() === '' || /\{\{|\}\}/.test(text.replace(/\{\{[\w-]+\}\}/g, '')),
    );
    expect(broken).toEqual([]);
  });
});
