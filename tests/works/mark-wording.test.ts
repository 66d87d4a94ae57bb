import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { TYPOLOGIES } from '../../src/core/mqm/typologies.ts';
import { CATEGORIES } from '../../src/core/mqm/typology.ts';
import { RULES } from '../../src/core/mqm/weight.ts';

interface MarkWords {
  readonly explanation: Readonly<Record<string, { readonly text: string; readonly example: string }>>;
  readonly rule: Readonly<Record<string, string>>;
  readonly typology: Readonly<Record<string, string>>;
}

describe.each(['en', 'de'])('the interface in %s', (language) => {
  const file = new URL(`../../translations/interface/${language}.json`, import.meta.url);
  const { mqm } = JSON.parse(readFileSync(file, 'utf8')) as { mqm: MarkWords };

  test('explains every category in one sentence, with an example', () => {
    expect(Object.keys(mqm.explanation).sort()).toEqual([...CATEGORIES].sort());
    for (const { text, example } of Object.values(mqm.explanation)) {
      expect(text).toMatch(/^\p{Lu}[^.!?]*\.$/u);
      expect(example).toMatch(/\S/);
    }
  });

  test('words every rule of the scorers and names every typology', () => {
    expect(Object.keys(mqm.rule).sort()).toEqual([...RULES].sort());
    expect(Object.keys(mqm.typology).sort()).toEqual(TYPOLOGIES.map(({ id }) => id).sort());
  });
});
