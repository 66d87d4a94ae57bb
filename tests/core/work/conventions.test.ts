import { describe, expect, test } from 'vitest';
import { conventionsOf, isSameLanguage } from '../../../src/core/work/conventions.ts';

const LANGUAGES = 'ko ru en fr id sa ja de pt el es it fi la zh'.split(' ');

describe('the conventions of a language', () => {
  test.each(LANGUAGES)('are known for %s, with pairs of marks', (lang) => {
    const quotes = conventionsOf(lang)?.quotes ?? [];
    expect(quotes.length).toBeGreaterThan(0);
    for (const [open, close] of quotes) expect([open.length, close.length]).toEqual([1, 1]);
  });

  test('are unknown for a language without a table', () => {
    expect(conventionsOf('tlh')).toBeUndefined();
  });

  test('follow the region where it writes otherwise, and the language elsewhere', () => {
    expect(conventionsOf('de-CH')?.quotes[0]).toEqual(['«', '»']);
    expect(conventionsOf('de-AT')?.quotes[0]).toEqual(['„', '“']);
    expect(conventionsOf('es-MX')?.numbers?.decimal).toBe('.');
    expect(conventionsOf('es-AR')?.numbers?.decimal).toBe(',');
  });

  test('follow the script: Chinese in traditional characters, but no Sanskrit in Latin letters', () => {
    expect(conventionsOf('zh-Hant-TW')?.quotes[0]).toEqual(['「', '」']);
    expect(conventionsOf('zh-Hans')).toBe(conventionsOf('zh'));
    expect(conventionsOf('sa-Deva')).toBe(conventionsOf('sa'));
    expect(conventionsOf('sa-Latn')).toBeUndefined();
  });

  test('are asked of one language whatever the region', () => {
    expect(isSameLanguage('pt-BR', 'PT')).toBe(true);
    expect(isSameLanguage('pt', 'pl')).toBe(false);
  });
});
