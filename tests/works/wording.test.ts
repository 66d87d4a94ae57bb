import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CATEGORIES, CAUSES, SEVERITIES } from '../../src/core/mqm/typology.ts';
import { PROBLEM_CODES } from '../../src/core/problem.ts';

interface Words {
  readonly [key: string]: string | Words;
}

const readWords = (language: string): Words => {
  const file = new URL(`../../translations/interface/${language}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as Words;
};
const at = (words: Words, ...keys: string[]): unknown =>
  keys.reduce<unknown>((found, key) => (found as Words | undefined)?.[key], words);
const argumentsIn = (text: unknown): string[] => [
  ...new Set([...String(text).matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name)),
];
const leaves = (words: Words, path: string): [string, string][] =>
  Object.entries(words).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${path}.${key}`, value]] : leaves(value, `${path}.${key}`),
  );

const english = readWords('en');
const german = readWords('de');

describe.each([
  ['English', english],
  ['German', german],
])('the interface in %s', (_language, words) => {
  test.each(PROBLEM_CODES)('says what %s is and what to do', (code) => {
    expect(at(words, 'problem', code)).toMatch(/\S/);
    expect(at(words, 'remedy', code)).toMatch(/\S/);
  });

  test('words no problem that core does not report', () => {
    expect(Object.keys(at(words, 'problem') as Words).sort()).toEqual([...PROBLEM_CODES].sort());
    expect(Object.keys(at(words, 'remedy') as Words).sort()).toEqual([...PROBLEM_CODES].sort());
  });

  test('names every category, severity and cause', () => {
    const named = (group: string) => Object.keys(at(words, 'mqm', group) as Words).sort();
    expect(named('category')).toEqual([...CATEGORIES].sort());
    expect(named('severity')).toEqual([...SEVERITIES].sort());
    expect(named('cause')).toEqual([...CAUSES].sort());
  });
});

test.each(['problem', 'remedy', 'cli', 'mqm'])(
  '%s says the same things with the same arguments in both',
  (group) => {
    const said = (words: Words) =>
      leaves(at(words, group) as Words, group).map(
        ([path, text]) => `${path} ${argumentsIn(text).sort().join(' ')}`,
      );
    expect(said(german).sort()).toEqual(said(english).sort());
  },
);
