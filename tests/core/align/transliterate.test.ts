import { describe, expect, test } from 'vitest';
import { transliterate } from '../../../src/core/align/transliterate.ts';

describe('a word in another script', () => {
  test.each([
    ['греция', 'greciya'],
    ['мистраль', 'mistral'],
    ['μιστραλ', 'mistral'],
    ['europäisch', 'europaisch'],
    ['øl', 'ol'],
    ['アメリカ', 'amerika'],
    ['파리', 'pari'],
    ['पेरिस', 'peris'],
  ])('reads %s like %s', (word, reading) => {
    expect(transliterate(word)).toContain(reading);
  });

  test('stays as it is in a script that has no reading here', () => {
    expect(transliterate('東京')).toBe('東京');
  });
});
