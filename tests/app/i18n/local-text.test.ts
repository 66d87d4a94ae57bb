import { describe, expect, test } from 'vitest';
import { wording } from '../../../src/i18n/local-text.ts';

describe('the wording of a text', () => {
  const local = { fr: 'un', en: 'one', de: 'eins' };

  test.each([
    ['de', 'de', 'eins'],
    ['de-AT', 'de', 'eins'],
    ['ja', 'en', 'one'],
    ['', 'en', 'one'],
  ])('wanted in %s is the one in %s', (wanted, lang, text) => {
    expect(wording(local, wanted)).toEqual({ text, lang });
  });

  test('is of the very tag before its language', () => {
    expect(wording({ pt: 'a', 'pt-BR': 'b' }, 'pt-BR')).toEqual({ text: 'b', lang: 'pt-BR' });
  });

  test('is the first there is, where there is no English', () => {
    expect(wording({ fr: 'un', de: 'eins' }, 'ja')).toEqual({ text: 'un', lang: 'fr' });
  });

  test('is none of no text', () => {
    expect(wording(undefined, 'de')).toBeUndefined();
    expect(wording({}, 'de')).toBeUndefined();
  });
});
