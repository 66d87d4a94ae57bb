import { describe, expect, test } from 'vitest';
import { directionOf } from '../../src/app/direction.ts';

describe('a language runs', () => {
  test.each(['ar', 'he', 'fa', 'ur', 'yi', 'dv', 'ar-EG', 'az-Arab', 'pa-PK'])(
    'right to left: %s',
    (lang) => {
      expect(directionOf(lang)).toBe('rtl');
    },
  );

  test.each(['de', 'en', 'ja', 'ko', 'sa', 'el', 'ru', 'la', 'ar-Latn', 'az', 'pa', 'und'])(
    'left to right: %s',
    (lang) => {
      expect(directionOf(lang)).toBe('ltr');
    },
  );

  test.each(['', 'no language at all', '_'])('left to right where the tag is none: “%s”', (lang) => {
    expect(directionOf(lang)).toBe('ltr');
  });
});
