import { describe, expect, test } from 'vitest';
import { readGlossary } from '../../../src/core/work/glossary.ts';
import { conceptGlossary, mergedGlossary, termsIn } from '../../../src/core/work/glossary-concept.ts';
import { hasWords, paragraphTerms } from '../../../src/core/work/glossary-paragraph.ts';
import type { VariantInfo } from '../../../src/core/work/model.ts';

const glossary = readGlossary(
  'term\tsense\tde\nfunding\tmoney\tFinanzierung | !Spenden\nlatency\tdelay\tLatenz\nopen weights\t\t\n',
).value;
const terms = (reference: string, subject: string) =>
  paragraphTerms(glossary, { reference, referenceLang: 'en', subject, lang: 'de', variant: 'de' });

describe('the terms of a paragraph', () => {
  test('are those of the reference that the glossary fixes, with what the text has', () => {
    expect(terms('Its funding and latency; open weights.', 'Ihre Finanzierungen sind träge.')).toEqual([
      {
        term: 'funding',
        sense: 'money',
        expected: ['Finanzierung'],
        forbidden: ['Spenden'],
        used: 'Finanzierung',
        misused: undefined,
      },
      {
        term: 'latency',
        sense: 'delay',
        expected: ['Latenz'],
        forbidden: [],
        used: undefined,
        misused: undefined,
      },
    ]);
  });

  test('tell a forbidden rendering by its very words', () => {
    expect(terms('Funding.', 'Die spenden kamen.')[0]?.misused).toBe('Spenden');
    expect(terms('Funding.', 'Die Spendenaktion lief.')[0]?.misused).toBeUndefined();
  });

  test('are none where the reference has none', () => {
    expect(terms('Nothing here.', 'Finanzierung')).toEqual([]);
  });
});

test('words stand as words, in scripts without spaces anywhere', () => {
  expect(hasWords('in the air', 'air', 'en')).toBe(true);
  expect(hasWords('fairly', 'air', 'en')).toBe(false);
  expect(hasWords('公司的捐款', '捐款', 'zh')).toBe(true);
  expect(hasWords('a (b) c', '(b)', 'en')).toBe(true);
});

describe('concepts', () => {
  const concept = {
    sense: '',
    terms: [
      { lang: 'en-US', text: 'color' },
      { lang: 'de', text: 'Farbe' },
      { lang: 'de-CH', text: 'Farb' },
      { lang: 'zh-Hant', text: '顏色' },
    ],
  };

  test('give a language its own words before those of its relatives in the same script', () => {
    expect(termsIn(concept, 'de-CH').map(({ text }) => text)).toEqual(['Farb']);
    expect(termsIn(concept, 'de-AT').map(({ text }) => text)).toEqual(['Farbe', 'Farb']);
    expect(termsIn(concept, 'en-GB').map(({ text }) => text)).toEqual(['color']);
    expect(termsIn(concept, 'zh-TW').map(({ text }) => text)).toEqual(['顏色']);
    expect(termsIn(concept, 'zh')).toEqual([]);
  });

  test('become a work’s glossary, beside the one that it has', () => {
    const variant = (id: string, lang = id) => ({ id, lang, provenance: 'human' }) as VariantInfo;
    const work = { reference: 'en', variants: [variant('en'), variant('de'), variant('old', 'de')] };
    const own = conceptGlossary(work, [concept]);
    expect(own.entries.map(({ term, renderings }) => [term, [...renderings]])).toEqual([
      [
        'color',
        [
          ['de', ['Farbe']],
          ['old', ['Farbe']],
        ],
      ],
    ]);
    expect(mergedGlossary(glossary, own)?.entries.length).toBe(4);
    expect(mergedGlossary(undefined, conceptGlossary(work, []))).toBeUndefined();
    expect(mergedGlossary(glossary, undefined)).toBe(glossary);
  });
});
