import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { majorityOf, medianOf, shareConfidence, spreadOf } from '../../../src/core/check/robust.ts';
import { findingsOf, inputOf } from './make.ts';

const NEGATIVE = {
  en: 'It is not regulated.',
  de: 'Es wird nicht reguliert.',
  fr: 'Ce n’est pas réglementé.',
  es: 'No se regula.',
  it: 'Non si regola.',
  pt: 'Não se regula.',
  fi: 'Sitä ei säännellä.',
  id: 'Ini tidak diatur.',
  el: 'Δεν ρυθμίζεται.',
  la: 'Non regitur.',
};
const said = (check: string, texts: Readonly<Record<string, string | readonly string[]>>) =>
  findingsOf(check, inputOf(texts)).map(({ variant, suspect }) => `${variant} ${suspect}`);

describe('witnesses', () => {
  test('say who alone denies nothing', () => {
    expect(said('witness/negation', { ...NEGATIVE, de: 'Es wird reguliert.' })).toEqual(['de translation']);
  });

  test('take “not only” for no denial', () => {
    expect(said('witness/negation', { ...NEGATIVE, de: 'Nicht nur das wird reguliert.' })).toEqual([
      'de translation',
    ]);
  });

  test('suspect the source where two depart', () => {
    const more = { ...NEGATIVE, ru: 'Это не регулируется.' };
    expect(said('witness/negation', { ...more, de: 'Es wird reguliert.', zh: '应予监管。' })).toEqual([
      'de source',
      'zh source',
    ]);
  });

  test('say nothing at a tie, nor when they are few', () => {
    expect(said('witness/negation', { en: NEGATIVE.en, de: 'Es wird reguliert.', fr: NEGATIVE.fr })).toEqual(
      [],
    );
    const tie = { en: 'Yes.', es: 'Sí.', it: 'Sì.', pt: NEGATIVE.pt, fr: NEGATIVE.fr, de: NEGATIVE.de };
    expect(said('witness/negation', tie)).toEqual([]);
  });

  test('leave out who cannot tell: a word that others render by a denial', () => {
    const hard = { ...NEGATIVE, de: 'Das ist schwer zu regulieren.' };
    expect(said('witness/negation', hard)).toEqual([]);
  });

  test('say which number stands alone and which is missing', () => {
    const numbers = {
      en: '15 people',
      fr: 'quinze personnes',
      es: '15 personas',
      it: '15 persone',
      pt: '15 pessoas',
      fi: '15 ihmistä',
    };
    expect(
      findingsOf('witness/number', inputOf({ ...numbers, de: '50 Leute' })).map(
        ({ expected }) => expected.code,
      ),
    ).toEqual(['witness/number-missing', 'witness/number-added']);
    expect(said('witness/number', { ...numbers, de: 'fünfzehn Leute' })).toEqual([]);
  });

  test('say whose bound departs', () => {
    const bounds = {
      en: 'more than 6 people',
      fr: 'plus de 6 personnes',
      es: 'más de 6 personas',
      it: 'più di 6 persone',
      pt: 'mais de 6 pessoas',
      fi: 'yli 6 ihmistä',
    };
    expect(said('witness/number-bound', { ...bounds, de: 'genau 6 Leute' })).toEqual(['de translation']);
  });

  test('say whose name is missing, and let a language write its own', () => {
    const names = {
      en: 'We like Mistral AI.',
      fr: 'Nous aimons Mistral AI.',
      es: 'Nos gusta Mistral AI.',
      it: 'Ci piace Mistral AI.',
      pt: 'Gostamos da Mistral AI.',
      id: 'Kami suka Mistral AI.',
      fi: 'Pidämme Mistral AI:sta.',
    };
    expect(
      said('witness/name', {
        ...names,
        ru: 'Нам нравится Мистраль.',
        de: 'Wir mögen die künstliche Intelligenz.',
      }),
    ).toEqual(['de translation']);
  });

  test('say who parted a sentence, but not of one who does so by habit', () => {
    const one = 'Wir teilen es und gehen weiter.';
    const two = 'Wir teilen es. Wir gehen weiter.';
    const rows = (parted: readonly number[]) =>
      Array.from({ length: 20 }, (_, index) => (parted.includes(index) ? two : one));
    const witnesses = Object.fromEntries(
      ['en', 'fr', 'es', 'it', 'pt', 'fi'].map((lang) => [lang, rows([])]),
    );
    expect(said('witness/sentence-count', { ...witnesses, de: rows([3]) })).toEqual(['de translation']);
    expect(said('witness/sentence-count', { ...witnesses, de: rows([1, 3, 5, 7, 9]) })).toEqual([]);
  });

  test('say whose paragraph is much shorter than usual', () => {
    const long = (word: string) =>
      Array.from({ length: 10 }, (_, index) => `${`${word} `.repeat(30)}${index}`);
    const texts = Object.fromEntries(
      ['en', 'fr', 'es', 'it', 'pt'].map((lang, index) => [lang, long('wort'.repeat(index + 1))]),
    );
    const cut = long('wort').map((text, index) => (index === 4 ? text.slice(0, 60) : text));
    expect(said('witness/length', { ...texts, de: long('wort') })).toEqual([]);
    expect(findingsOf('witness/length', inputOf({ ...texts, de: cut }))).toMatchObject([
      { variant: 'de', paragraph: 'p5', expected: { code: 'witness/length-less' } },
    ]);
  });
});

describe('robust statistics', () => {
  test('the median is between the values, and half of the values are on each side', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), { minLength: 1 }), (values) => {
        const median = medianOf(values);
        expect(values.filter((value) => value <= median).length * 2).toBeGreaterThanOrEqual(values.length);
        expect(values.filter((value) => value >= median).length * 2).toBeGreaterThanOrEqual(values.length);
      }),
    );
  });

  test('one wild value moves neither the median nor the spread far', () => {
    const values = [1, 2, 3, 4, 5, 6, 7];
    expect(medianOf([...values, 1e9])).toBeLessThan(5);
    expect(spreadOf([...values, 1e9])).toBeLessThan(2 * spreadOf(values));
  });

  test('a majority’s confidence grows with the number of witnesses and stays below its share', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 0, max: 50 }), (agreeing, others) => {
        const total = agreeing + others;
        expect(shareConfidence(agreeing, total)).toBeLessThan(agreeing / total);
        expect(shareConfidence(2 * agreeing, 2 * total)).toBeGreaterThan(shareConfidence(agreeing, total));
      }),
    );
    expect(shareConfidence(6, 6)).toBeCloseTo(0.785, 3);
  });

  test('a tie has no majority', () => {
    expect(majorityOf([1, 1, 2, 2])).toBeUndefined();
    expect(majorityOf([])).toBeUndefined();
    expect(majorityOf([1, 2, 2])).toMatchObject({ value: 2, count: 2, total: 3 });
  });
});
