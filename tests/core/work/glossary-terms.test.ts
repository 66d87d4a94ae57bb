import { describe, expect, test } from 'vitest';
import { termFinder } from '../../../src/core/work/glossary-terms.ts';

const TERMS = [
  'AI',
  'Mistral AI',
  'open source',
  'open-source model',
  'training',
  'training data set',
  "editor's note",
];
const inEnglish = (text: string) => [...termFinder([...TERMS, 'policy', 'process'], 'en')(text)];

describe('finding terms', () => {
  test.each([
    ['in any case', 'Open Source is free', ['open source']],
    [
      'with a space or a hyphen',
      'open-source is free; an open source model',
      ['open source', 'open-source model'],
    ],
    ['in the plural', 'training data sets, policies, processes', ['training data set', 'policy', 'process']],
    ['in the possessive', 'Mistral AI’s plan, AI’s future', ['Mistral AI', 'AI']],
    ['with either apostrophe', 'Editor’s note', ["editor's note"]],
    ['at every place', 'training? Training.', ['training']],
  ])('%s', (_name, text, expected) => {
    expect(inEnglish(text)).toEqual(expected);
  });

  test('counts a place for the longest term only', () => {
    expect(inEnglish('Mistral AI releases open-source models')).toEqual(['Mistral AI', 'open-source model']);
    expect(inEnglish('the training data')).toEqual(['training']);
  });

  test('takes whole words only, and no words beyond a mark', () => {
    expect(inEnglish('OpenAI trains; open, source; retraining')).toEqual([]);
  });

  test('takes words as they are in other languages', () => {
    const find = termFinder(['Modell', 'künstliche Intelligenz'], 'de');
    expect([...find('Das Modell. Künstliche Intelligenz')]).toEqual(['Modell', 'künstliche Intelligenz']);
    expect([...find('Modells')]).toEqual([]);
  });

  test('goes by letters where words are not written apart', () => {
    expect([...termFinder(['模型', '开源模型', '风险'], 'zh')('开源模型没有风险')]).toEqual([
      '开源模型',
      '风险',
    ]);
  });

  test('finds nothing without terms', () => {
    expect(termFinder([], 'en')('AI').size).toBe(0);
    expect(termFinder(['–', ''], 'en')('– AI').size).toBe(0);
  });
});
