import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { conventionsOf } from '../../../src/core/work/conventions.ts';
import { foreignNumbers, percentSpacing } from '../../../src/core/work/number-check.ts';

const look = (lang: string, text: string, english?: string) => {
  const reference =
    english === undefined ? undefined : { text: english, format: conventionsOf('en')!.numbers! };
  return foreignNumbers(text, conventionsOf(lang)!.numbers!, reference);
};

describe('numbers', () => {
  test.each([
    ['a version', 'de', 'Llama 3.1 405B und 3.2 sind besser als GPT-3.5.'],
    ['a version before a preposition', 'es', 'Llama 3.1 por su parte'],
    ['a section', 'de', 'siehe § 3.1 und Abschnitt 4.2'],
    ['a time', 'de', 'um 6.45 Uhr'],
    ['a date', 'de', 'am 7.8.2024'],
    ['an address', 'en', 'at 192.168.0.1'],
    ['a version of three parts', 'de', 'Version 3.1.2'],
    ['a list', 'en', 'the years 2023,2024'],
  ])('are left alone when they may be %s', (_name, lang, text) => {
    expect(look(lang, text, text)).toEqual([]);
  });

  test.each([
    ['de', '6.45 Milliarden Dollar', '6.45'],
    ['fr', 'une hausse de 6.45 %', '6.45'],
    ['ru', 'на $6.45 больше', '6.45'],
    ['en', 'some 6,45 million dollars', '6,45'],
    ['ja', '約6,45億ドル', '6,45'],
    ['it', '1,234,567.89 euro', '1,234,567.89'],
    ['es-MX', '6,45 %', '6,45'],
  ])('that are quantities keep the decimal mark of %s: %s', (lang, text, number) => {
    expect(look(lang, text)).toEqual([number]);
  });

  test('are thousands where the reference has thousands', () => {
    expect(look('de', '1,234 Menschen', '1,234 people')).toEqual(['1,234']);
    expect(look('de', '1.234 Menschen', '1,234 people')).toEqual([]);
    expect(look('de', '1,234 Meter', '1.234 metres')).toEqual([]);
    expect(look('ja', '1,234人', '1,234 people')).toEqual([]);
  });

  test('are right as Intl.NumberFormat writes them, and wrong with the marks exchanged', () => {
    const exchanged = { '.': ',', ',': '.' } as const;
    const value = fc
      .double({ min: 0.01, max: 1e9, noNaN: true })
      .map((number) => Math.round(number * 100) / 100);
    const lang = fc.constantFrom('de', 'en', 'id', 'it', 'el', 'ja', 'zh', 'ko');
    fc.assert(
      fc.property(lang, value, (language, number) => {
        const written = new Intl.NumberFormat(language, { minimumFractionDigits: 2 }).format(number);
        expect(look(language, `${written} %`)).toEqual([]);
        const wrong = written.replace(/[.,]/g, (mark) => exchanged[mark as '.' | ',']);
        expect(look(language, `${wrong} %`)).toEqual([wrong]);
      }),
    );
  });
});

describe('the per cent sign', () => {
  const spacing = (lang: string, text: string) => percentSpacing(text, conventionsOf(lang)!);

  test('stands apart or not as the language has it', () => {
    expect(spacing('fr', '10% et 10\u00a0%')).toEqual(['0%']);
    expect(spacing('en', '10 % and 10%')).toEqual(['0 %']);
    expect(spacing('pt', '10% e 10 %')).toEqual([]);
  });

  test('may be part of a word', () => {
    expect(spacing('de', 'eine 10%ige oder 10%-ige Lösung')).toEqual([]);
  });
});
